"""A run that is stopped goes on where it was, and ends with the same bytes; workers that die lose nothing."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.tunggu import MACET, sampai

from sakip.massal import MassalError, jalankan
from sakip.massal.lock import LOCK_FILE
from sakip.massal.store import Store
from sakip.pengujian import laporan_acak
from sakip.tulis.folder import tulis_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

pytest.importorskip("pyarrow")

BANYAK = 8


def isi_folder(folder: Path) -> dict[str, bytes]:
    return {b.relative_to(folder).as_posix(): b.read_bytes() for b in sorted(folder.rglob("*")) if b.is_file()}


@pytest.fixture(scope="module")
def sumber(tmp_path_factory: pytest.TempPathFactory) -> Path:
    akar = tmp_path_factory.mktemp("terhenti") / "sumber"
    akar.mkdir()
    for i in range(BANYAK):
        tulis_folder(laporan_acak(i), akar / f"r{i:02}")
    return akar


@pytest.fixture(scope="module")
def utuh(sumber: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The bytes of an undisturbed run."""
    hasil = tmp_path_factory.mktemp("utuh") / "hasil"
    jalankan([str(sumber)], str(hasil))
    return isi_folder(hasil)


def perintah(sumber: Path, hasil: Path, *lain: str) -> list[str]:
    return [sys.executable, "-m", "sakip", "massal", str(sumber), "-o", str(hasil), *lain]


def tunggu(hasil: Path, banyak: int) -> None:
    """Until there are results to lose."""
    sampai(lambda: len(list(hasil.glob(".sakip/*.sha256"))) >= banyak)


@pytest.mark.parametrize("sinyal", [signal.SIGKILL, signal.SIGINT], ids=["kill -9", "Ctrl-C"])
@pytest.mark.parametrize("proses", ["1", pytest.param("2", marks=pytest.mark.mendalam)])
def test_dihentikan(sinyal: signal.Signals, proses: str, sumber: Path, utuh: dict[str, bytes], tmp_path: Path) -> None:
    """Stopped while it waits for a source that does not answer; the others are done, and stay."""
    hasil, macet = tmp_path / "hasil", sumber / "zz.txt"
    os.mkfifo(macet)
    argumen = [sys.executable, "-m", "sakip", "massal", str(sumber), str(macet), "-o", str(hasil), "-j", proses]
    try:
        with subprocess.Popen(
            argumen,
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background job ignores it
        ) as anak:
            tunggu(hasil, BANYAK)
            anak.send_signal(sinyal)
            _, galat = anak.communicate(timeout=MACET)
    finally:
        macet.unlink()
    assert b"Traceback" not in galat  # and what still held the pipe, its workers, has ended too
    assert anak.returncode == (130 if sinyal == signal.SIGINT else -signal.SIGKILL)
    assert sinyal == signal.SIGKILL or galat == b"sakip: dihentikan\n"
    ada = isi_folder(hasil)
    assert (ada.pop(LOCK_FILE, None) is not None) == (sinyal == signal.SIGKILL)
    assert ada == {n: isi for n, isi in utuh.items() if "/" in n}
    next((hasil / ".sakip").glob("*.jsonl")).unlink()
    (hasil / "laporan" / ".sementara-0").write_bytes(b"setengah")
    r = jalankan([str(sumber)], str(hasil))
    assert (r.baru, r.tetap) == (1, BANYAK - 1)
    assert isi_folder(hasil) == utuh


def test_cakram_penuh(sumber: Path, utuh: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the disk is full, what is there is whole, and the next run ends as if nothing had happened."""
    asli = Path.write_bytes
    tulis = 0

    def penuh(self: Path, isi: Any) -> int:
        nonlocal tulis
        tulis += 1
        if tulis % 7 == 0:
            asli(self, isi[: len(isi) // 2])
            raise OSError(errno.ENOSPC, "No space left on device", str(self))
        return asli(self, isi)

    hasil = tmp_path / "hasil"
    monkeypatch.setattr(Path, "write_bytes", penuh)
    for _ in range(100):
        try:
            jalankan([str(sumber)], str(hasil))
        except MassalError as e:
            assert "cakram penuh" in str(e)  # noqa: PT017 - it is raised on most runs, not on the last
            milik = isi_folder(hasil)
            assert all(utuh[nama] == isi for nama, isi in milik.items())
        else:
            break
    assert isi_folder(hasil) == utuh


@pytest.fixture
def cakram_kecil(tmp_path: Path) -> Iterator[Path]:
    """A disk of 160 KB, where this machine lets us have one."""
    tempat = tmp_path / "kecil"
    tempat.mkdir()
    pasang = ["mount", "-t", "tmpfs", "-o", "size=160k", "tmpfs", str(tempat)]
    if sys.platform != "linux" or os.geteuid() != 0 or subprocess.run(pasang, check=False).returncode:
        pytest.skip("tidak dapat memasang cakram kecil di sini")
    yield tempat
    subprocess.run(["umount", str(tempat)], check=True)  # noqa: S607 - wherever the system has it


def test_cakram_sungguh_penuh(sumber: Path, utuh: dict[str, bytes], cakram_kecil: Path) -> None:
    anak = subprocess.run(perintah(sumber, cakram_kecil / "hasil"), capture_output=True, encoding="utf-8", check=False)
    assert anak.returncode == 2
    assert "cakram penuh" in anak.stderr
    assert "Traceback" not in anak.stderr
    milik = isi_folder(cakram_kecil / "hasil")
    assert milik
    assert all(utuh[nama] == isi for nama, isi in milik.items())
    subprocess.run(["mount", "-o", "remount,size=16m", str(cakram_kecil)], check=True)  # noqa: S607 - as above
    assert jalankan([str(sumber)], str(cakram_kecil / "hasil")).tetap > 0
    assert isi_folder(cakram_kecil / "hasil") == utuh


@pytest.mark.parametrize("cara", ["proses", "executor"])
def test_siapa_pun_yang_bekerja(cara: str, sumber: Path, utuh: dict[str, bytes], tmp_path: Path) -> None:
    hasil = tmp_path / "hasil"
    if cara == "proses":
        r = jalankan([str(sumber)], str(hasil), proses=2)
    else:
        with ThreadPoolExecutor(3) as pool:
            r = jalankan([str(sumber)], str(hasil), executor=pool)
    assert (r.baru, r.tetap) == (BANYAK, 0)
    assert isi_folder(hasil) == utuh


def bunuh_diri(tugas: dict[str, Any]) -> dict[str, str]:
    """A report that ends the process that reads it."""
    from sakip.massal.single import tinjau_satu

    if tugas["nama"].endswith("r05"):
        os.kill(os.getpid(), signal.SIGKILL)
    return tinjau_satu(tugas)


@pytest.mark.mendalam
def test_laporan_yang_mematikan_prosesnya(
    sumber: Path, utuh: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It becomes a row with its error; the others are reviewed; the next run tries it again."""
    hasil = tmp_path / "hasil"
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")]))
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    from test_terhenti import bunuh_diri as fungsi  # type: ignore[import-not-found] # by the name workers import

    with monkeypatch.context() as m:
        m.setattr("sakip.massal.run.tinjau_satu", fungsi)
        r = jalankan([str(sumber)], str(hasil), proses=2)
    assert r.ringkasan.status == {"terbaca": BANYAK - 1, "gagal": 1}
    ((nama, pesan),) = r.ringkasan.tak_terbaca
    assert nama.endswith("r05")
    assert "prosesnya berhenti" in pesan
    lagi = jalankan([str(sumber)], str(hasil), proses=2)
    assert (lagi.baru, lagi.tetap) == (1, BANYAK - 1)
    assert isi_folder(hasil) == utuh


def test_nama_sementara_tidak_tertinggal(sumber: Path, tmp_path: Path) -> None:
    store = Store(str(tmp_path / "hasil"))
    store.prepare("")

    def isi_lalu_gagal() -> None:
        with store.new_file("x") as jalur:
            jalur.write_text("setengah")
            raise RuntimeError(str(sumber))

    with pytest.raises(RuntimeError):
        isi_lalu_gagal()
    assert list(store.names()) == []
