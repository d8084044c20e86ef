"""A real Dask scheduler and two worker processes, one of which is killed half-way: nothing lost, nothing twice."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.tunggu import MACET, sampai

import sakip
from sakip.massal import Kemajuan, MassalError, jalankan
from sakip.massal.pool import dask_pool
from sakip.pengujian import laporan_acak
from sakip.tulis.folder import tulis_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

pytest.importorskip("distributed")
pytest.importorskip("pyarrow")

BANYAK = 12


@contextmanager
def anak(*perintah: str, env: dict[str, str] | None = None) -> Iterator[subprocess.Popen[str]]:
    """A process of Dask; ended with the block."""
    p = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_" + perintah[0], *perintah[1:]],
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONWARNINGS": "ignore", **(env or {})},
    )
    try:
        yield p
    finally:
        p.kill()
        p.communicate()


def tunggu(p: subprocess.Popen[str], pola: str) -> str:
    """The part of what a process says that fits `pola`."""
    assert p.stderr is not None
    for garis in p.stderr:
        if cocok := re.search(pola, garis):
            return cocok[1]
    raise AssertionError(f"{pola} tidak pernah terbaca")


@contextmanager
def penjadwal() -> Iterator[str]:
    with anak("scheduler", "--port", "0", "--host", "127.0.0.1", "--no-dashboard") as p:
        yield tunggu(p, r"Scheduler at:\s+(tcp://\S+)")


@contextmanager
def pekerja(alamat: str, env: dict[str, str] | None = None) -> Iterator[subprocess.Popen[str]]:
    pilihan = ("--no-nanny", "--nthreads", "1", "--no-dashboard")
    with anak("worker", alamat, *pilihan, env=env) as p:
        tunggu(p, r"(Registered to):")
        yield p


@pytest.fixture(scope="module")
def sumber(tmp_path_factory: pytest.TempPathFactory) -> Path:
    akar = tmp_path_factory.mktemp("dask") / "sumber"
    akar.mkdir()
    for i in range(BANYAK):
        tulis_folder(laporan_acak(i), akar / f"r{i:02}")
    return akar


def isi_folder(folder: Path) -> dict[str, bytes]:
    return {b.relative_to(folder).as_posix(): b.read_bytes() for b in sorted(folder.rglob("*")) if b.is_file()}


@pytest.mark.mendalam
def test_pekerja_dimatikan_di_tengah(sumber: Path, tmp_path: Path) -> None:
    jalankan([str(sumber)], str(tmp_path / "sendiri"))
    kabar: list[Kemajuan] = []
    with ExitStack() as tumpukan:
        alamat = tumpukan.enter_context(penjadwal())
        korban = tumpukan.enter_context(pekerja(alamat))
        tumpukan.enter_context(pekerja(alamat))
        pool = tumpukan.enter_context(dask_pool(alamat))

        def maju(k: Kemajuan) -> None:
            kabar.append(k)
            if k.selesai == 5:
                korban.kill()

        r = jalankan([str(sumber)], str(tmp_path / "hasil"), executor=pool, kemajuan=maju)
        assert korban.wait(MACET) != 0
    assert r.ringkasan.status == {"terbaca": BANYAK}
    assert set(Counter(k.nama for k in kabar).values()) == {1}
    assert len(kabar) == BANYAK
    assert isi_folder(tmp_path / "hasil") == isi_folder(tmp_path / "sendiri")
    with (tmp_path / "hasil" / "laporan.csv").open(encoding="utf-8-sig", newline="") as f:
        assert [b["sumber"] for b in csv.DictReader(f)] == [str(sumber / f"r{i:02}") for i in range(BANYAK)]


def perintah(sumber: Path, hasil: Path, alamat: str) -> subprocess.CompletedProcess[str]:
    argumen = [sys.executable, "-m", "sakip", "massal", str(sumber), "-o", str(hasil), "--dask", alamat]
    return subprocess.run(argumen, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.mendalam
def test_penjadwal_dimatikan_di_tengah(sumber: Path, tmp_path: Path) -> None:
    """A sentence and status 2; what is finished stays, and a run without Dask goes on with it."""
    hasil, macet = tmp_path / "hasil", tmp_path / "zz.txt"
    os.mkfifo(macet)  # a source that does not answer, so that the run cannot end before
    argumen = [sys.executable, "-m", "sakip", "massal", "-o", str(hasil), str(sumber), str(macet)]
    with anak("scheduler", "--port", "0", "--host", "127.0.0.1", "--no-dashboard") as induk:
        alamat = tunggu(induk, r"Scheduler at:\s+(tcp://\S+)")
        with (
            pekerja(alamat),
            subprocess.Popen([*argumen, "--dask", alamat], stderr=subprocess.PIPE, encoding="utf-8") as lari,
        ):
            sampai(lambda: len(list(hasil.glob(".sakip/*.jsonl"))) >= 3)
            induk.kill()
            _, galat = lari.communicate(timeout=MACET)
    assert lari.returncode == 2
    assert galat == "sakip: pekerja berhenti: hubungan terputus; yang sudah selesai tetap ada, jalankan lagi\n"
    assert not list(hasil.glob("temuan.*"))
    r = jalankan([str(sumber)], str(hasil))
    assert r.tetap >= 3
    assert r.baru + r.tetap == BANYAK
    jalankan([str(sumber)], str(tmp_path / "sendiri"))
    assert isi_folder(hasil) == isi_folder(tmp_path / "sendiri")


@pytest.mark.mendalam
def test_penjadwal_tak_terhubung(sumber: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sakip.massal.pool.PATIENCE", 0.5)
    with pytest.raises(MassalError, match=r"penjadwal Dask di tcp://127\.0\.0\.1:1 tidak dapat dihubungi"):
        dask_pool("tcp://127.0.0.1:1").__enter__()
    with pytest.raises(MassalError, match="tidak dapat dihubungi"):
        dask_pool("bukan alamat").__enter__()
    p = perintah(sumber, tmp_path / "hasil", "tcp://127.0.0.1:1")
    assert (p.returncode, p.stdout) == (2, "")
    assert p.stderr.startswith("sakip: penjadwal Dask di tcp://127.0.0.1:1 tidak dapat dihubungi")
    assert "Traceback" not in p.stderr
    assert not (tmp_path / "hasil").exists()


@pytest.mark.mendalam
def test_pekerja_versi_lain(sumber: Path, tmp_path: Path) -> None:
    """A worker with another version is named, and nothing is written."""
    lain = tmp_path / "lain"
    shutil.copytree(Path(sakip.__file__).parent, lain / "sakip", ignore=shutil.ignore_patterns("__pycache__"))
    induk = lain / "sakip" / "_version.py"
    induk.write_text(re.sub(r'__version__ = ".*"', '__version__ = "9.9.9"', induk.read_text(encoding="utf-8")))
    with penjadwal() as alamat:
        tanpa = perintah(sumber, tmp_path / "hasil", alamat)
        with pekerja(alamat, {"PYTHONPATH": str(lain)}):
            p = perintah(sumber, tmp_path / "hasil", alamat)
    assert "tidak mempunyai pekerja" in tanpa.stderr
    assert (p.returncode, p.stdout) == (2, "")
    assert f"sedangkan di sini sakip {sakip.__version__}" in p.stderr
    assert re.search(r"tcp://\S+: sakip 9\.9\.9", p.stderr)
    assert "Traceback" not in p.stderr
    assert not (tmp_path / "hasil").exists()
