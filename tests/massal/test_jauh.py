"""Sources and results in stores of another machine: an object store as S3 speaks it, and a web server."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
from contextlib import contextmanager
from http.client import HTTPConnection
from typing import TYPE_CHECKING

import attrs
import pytest
from tests.kedalaman import sedalam
from tests.tunggu import sampai

from sakip.massal import jalankan
from sakip.pengujian import laporan_acak
from sakip.tulis.folder import tulis_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytest.importorskip("pyarrow")

BANYAK = 6
TANDA = "AWS4-HMAC-SHA256 Credential=contoh/20250101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0"
"""Somebody, as the server takes it: it turns away who gives no name, and checks no signature."""


MOTO = """
from moto.server import ThreadedMotoServer
peladen = ThreadedMotoServer("127.0.0.1", 0)
peladen.start()
print("port", peladen.get_host_and_port()[1])
input()
"""


@contextmanager
def peladen(*perintah: str) -> Iterator[int]:
    """A server on a port of this machine that it chooses itself and prints, ready to answer."""
    argumen = [sys.executable, "-u", *perintah]
    pipa = subprocess.PIPE
    with subprocess.Popen(argumen, stdin=pipa, stdout=pipa, stderr=subprocess.DEVNULL, encoding="utf-8") as p:
        try:
            assert p.stdout is not None
            port = next((m[1] for baris in p.stdout if (m := re.search(r"port (\d+)", baris))), None)
            assert port is not None, "peladen berhenti"
            yield int(port)
        finally:
            p.kill()


@pytest.fixture(scope="module")
def sumber(tmp_path_factory: pytest.TempPathFactory) -> Path:
    akar = tmp_path_factory.mktemp("jauh") / "sumber"
    akar.mkdir()
    for i in range(BANYAK):
        tulis_folder(attrs.evolve(laporan_acak(i), instansi=f"Dinas {i} Kota Contoh"), akar / f"r{i}")
    (akar / "lain.csv").write_text("a\n", encoding="utf-8")
    return akar


@pytest.fixture(scope="module")
def di_sini(sumber: Path, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str]]:
    """The findings of a run on this machine's disk."""
    hasil = tmp_path_factory.mktemp("jauh") / "hasil"
    jalankan([str(sumber)], str(hasil))
    return temuan((hasil / "temuan.csv").read_bytes())


def temuan(isi: bytes) -> list[tuple[str, str]]:
    return sorted((b["id"], b["pesan"]) for b in csv.DictReader(isi.decode("utf-8-sig").splitlines()))


def perintah(*argumen: str) -> list[str]:
    return [sys.executable, "-m", "sakip", "massal", *argumen]


def jalan(*argumen: str, env: dict[str, str] | None = None) -> str:
    """What the command says of a run without errors in the reports."""
    p = subprocess.run(
        perintah(*argumen),
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "SAKIP_DEBUG": "1", **(env or {})},
    )
    assert (p.returncode, p.stderr) == (0, ""), p.stderr
    return p.stdout


def balik(isi: bytes, n: int) -> bytes:
    """The same with one bit turned over."""
    hasil = bytearray(isi)
    hasil[n // 8 % len(isi)] ^= 1 << n % 8
    return bytes(hasil)


MINTA_TERBANYAK = 5


class Bak:
    """A bucket, asked by plain HTTP."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.minta("PUT", "")

    def minta(self, cara: str, jalur: str, isi: bytes = b"") -> bytes:
        """Ask; the server fails when it lists what another thread of it is writing, and is then asked again."""
        for kali in range(MINTA_TERBANYAK):
            sambungan = HTTPConnection("127.0.0.1", self.port)
            try:
                sambungan.request(cara, f"/contoh{jalur}", isi, {"Authorization": TANDA})
                jawab = sambungan.getresponse()
                teks = jawab.read()
            finally:
                sambungan.close()
            if jawab.status != 500 or cara != "GET" or kali == MINTA_TERBANYAK - 1:
                break
        assert jawab.status == 200, (cara, jalur, teks)
        return teks

    def nama(self, awal: str) -> list[str]:
        daftar = self.minta("GET", f"?list-type=2&prefix={awal}/").decode()
        return [n.removeprefix(f"{awal}/") for n in re.findall(r"<Key>(.*?)</Key>", daftar)]

    def isi(self, awal: str) -> dict[str, bytes]:
        return {n: self.minta("GET", f"/{awal}/{n}") for n in self.nama(awal)}


@pytest.mark.mendalam
def test_bak_objek(sumber: Path, di_sini: list[tuple[str, str]]) -> None:
    """Two processes, results and sources in one object store; killed half-way, it goes on to the same bytes."""
    with peladen("-c", MOTO) as port:
        env = {"AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}", "AWS_DEFAULT_REGION": "us-east-1"}
        env |= {"AWS_ACCESS_KEY_ID": "contoh", "AWS_SECRET_ACCESS_KEY": "contoh"}
        bak = Bak(port)
        for b in sumber.rglob("*"):
            if b.is_file():
                bak.minta("PUT", f"/sumber/{b.relative_to(sumber).as_posix()}", b.read_bytes())
        argumen = ("s3://contoh/sumber", "-j", "2", "-o")
        jalan(*argumen, "s3://contoh/utuh", env=env)
        utuh = bak.isi("utuh")
        assert temuan(utuh["temuan.csv"]) == di_sini
        assert len([n for n in utuh if n.startswith("laporan/")]) == BANYAK
        assert not [n for n in utuh if "sementara" in n or "gembok" in n]
        anak = subprocess.Popen(
            perintah(*argumen, "s3://contoh/hasil"), env={**os.environ, **env}, stderr=subprocess.DEVNULL
        )
        try:
            sampai(lambda: sum(n.endswith(".jsonl") for n in bak.nama("hasil")) >= 2)
        finally:
            anak.kill()
            anak.wait()
        jalan(*argumen, "s3://contoh/hasil", env=env)
        assert bak.isi("hasil") == utuh
        assert "0 direviu sekarang, 6 tetap" in jalan(*argumen, "s3://contoh/hasil", env=env)
        for n in (
            next(n for n in sorted(utuh) if n.endswith(akhir)) for akhir in (".json", ".jsonl", ".sha256")[: sedalam(3)]
        ):
            bak.minta("PUT", f"/hasil/{n}", balik(utuh[n], 12345))
            p = subprocess.run(
                perintah(*argumen, "s3://contoh/hasil"),
                capture_output=True,
                encoding="utf-8",
                check=False,
                env={**os.environ, **env},
            )
            assert "hasil sebelumnya" in p.stderr
            assert "1 direviu sekarang, 5 tetap" in p.stdout
            assert "1 hasil sebelumnya berubah" in p.stdout
            assert bak.isi("hasil") == utuh


@pytest.mark.mendalam
def test_peladen_web(sumber: Path, di_sini: list[tuple[str, str]], tmp_path: Path) -> None:
    """Reports that a web server lists; results on this machine's disk."""
    with peladen("-m", "http.server", "0", "-b", "127.0.0.1", "-d", str(sumber.parent)) as port:
        alamat = f"http://127.0.0.1:{port}/sumber"
        assert "6 terbaca, 0 tidak" in jalan(alamat, "-o", str(tmp_path / "hasil"), "-j", "2")
        isi = (tmp_path / "hasil" / "temuan.csv").read_bytes()
        assert temuan(isi) == di_sini
        assert alamat.encode() in isi
        p = subprocess.run(perintah(f"{alamat}/tak-ada.docx", "-o", str(tmp_path / "h")), capture_output=True)
    assert p.returncode == 2
    assert b"tak-ada.docx: tidak ada berkas atau folder bernama ini" in p.stderr
