"""PDF into blocks: born-digital pages, their tables ruled or not; scanned pages are named, never passed over.

The file is taken apart by a process of its own (`worker`), which is stopped when a page takes too long. Nothing in
the file is run or followed.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from sakip.angka.lokasi import Lokasi
from sakip.errors import sebab
from sakip.model.laporan import Catatan
from sakip.pembaca.bita import baca_berkas, gagal, kurang_pustaka, tampaknya
from sakip.pembaca.blok import Dokumen
from sakip.pembaca.pdf.sambung import blok_halaman
from sakip.pembaca.pdf.sel import Lipatan
from sakip.teks.kalimat import kalimat

if TYPE_CHECKING:
    from types import TracebackType


__all__ = ["HALAMAN_TERBANYAK", "blok_pdf"]

HALAMAN_TERBANYAK = 3000
"""Pages in a file, at most."""
BUKA_TERLAMA = 30.0
"""Seconds in which a file must have been opened."""
HALAMAN_TERLAMA = 5.0
"""Seconds for a page; one that takes longer is given up."""
DISERAHKAN_TERBANYAK = 5
"""Pages that are given up, at most: a file with more is not read."""
WAKTU_DASAR, WAKTU_HALAMAN = 30.0, 0.2
"""Seconds for a whole file, and for each of its pages more."""
_EKOR = 65_536
_GALAT = {
    "terenkripsi": "terenkripsi; buka dengan kata sandinya dan simpan tanpa kata sandi",
    "rusak": "rusak: PDF tidak dapat diurai",
}
_MASALAH = {
    "halaman_pindaian": "pindaian",
    "halaman_tanpa_unicode": "hurufnya tidak berpeta Unicode",
    "halaman_rusak": "rusak",
    "halaman_berat": "terlalu berat untuk diurai",
}
"""Why no page can be read, by the remark that a single one gets."""
_OCR = {"halaman_pindaian", "halaman_tanpa_unicode"}


def blok_pdf(path: Path, sebutan: str) -> tuple[Dokumen, tuple[Catatan, ...]]:
    """The blocks of a PDF, and remarks on the pages that cannot be read.

    Raises:
        SumberError: the file is no PDF, is encrypted or damaged, takes too long, or no page of it can be read.
    """
    if find_spec("pypdfium2") is None:
        raise kurang_pustaka(sebutan, "pypdfium2", "pdf")
    isi = baca_berkas(path, sebutan)
    if b"%PDF-" not in isi[:1024]:
        raise gagal(sebutan, f"bukan PDF: {tampaknya(isi)}")
    if b"%%EOF" not in isi[-_EKOR:]:
        raise gagal(sebutan, "terpotong: penanda akhir PDF tidak ada")
    sidik = sha256(isi).hexdigest()
    del isi
    halaman = _Pengawas(path, sebutan).halaman()
    if not halaman:
        raise gagal(sebutan, "tidak memuat halaman")
    catatan = [
        Catatan(kalimat(h["masalah"], halaman=str(n)), Lokasi(sebutan, halaman=n), hilang=True)
        for n, h in sorted(halaman.items())
        if h["masalah"]
    ]
    if len(catatan) == len(halaman):
        nomor = f"halaman 1–{len(halaman)}" if len(halaman) > 1 else "halaman 1"
        macam = dict.fromkeys(h["masalah"] for _, h in sorted(halaman.items()))
        saran = "; jalankan OCR lebih dahulu" if _OCR.intersection(macam) else ""
        raise gagal(sebutan, f"tidak terbaca: {', '.join(_MASALAH[m] for m in macam)}, {nomor}{saran}")
    catatan += [
        Catatan(
            kalimat("teks_diputar", halaman=str(n), n=h["diputar"]),
            Lokasi(sebutan, halaman=n),
            hilang=True,
            angka=h["diputar"],
        )
        for n, h in sorted(halaman.items())
        if h["diputar"] and not h["masalah"]
    ]
    blok = list(blok_halaman(halaman, sebutan))
    if not blok:
        raise gagal(sebutan, "tidak memuat teks")
    return Dokumen(tuple(blok), sebutan, sidik), tuple(catatan)


# -- the process -----------------------------------------------------------------------

_Pesan: TypeAlias = dict[str, Any]


class _Pengawas:
    """Has a process take the file apart. A page on which it stops is given up, and another process reads on."""

    def __init__(self, path: Path, sebutan: str) -> None:
        self.path = path
        self.sebutan = sebutan
        self.jumlah = 0
        self.hasil: dict[int, dict[str, Any]] = {}
        self.mulai = time.monotonic()

    def halaman(self) -> dict[int, dict[str, Any]]:
        """Every page by its number."""
        diserahkan = 0
        with _Kemajuan(self.sebutan) as kemajuan:
            while not self.jumlah or len(self.hasil) < self.jumlah:
                try:
                    self._jalankan(kemajuan)
                except OSError as e:
                    raise gagal(self.sebutan, f"proses pembaca PDF tidak dapat dijalankan: {sebab(e)}") from None
                if not self.jumlah:
                    break
                if len(self.hasil) < self.jumlah:
                    diserahkan += 1
                    self.hasil[len(self.hasil) + 1] = {**_TAK_TERBACA, "masalah": "halaman_berat"}
                if diserahkan > DISERAHKAN_TERBANYAK or time.monotonic() > self._batas():
                    letak = f" di sekitar halaman {len(self.hasil)}"
                    raise gagal(self.sebutan, f"terlalu lama diurai{letak}; tidak dibaca")
        return self.hasil

    def _batas(self) -> float:
        return self.mulai + WAKTU_DASAR + WAKTU_HALAMAN * self.jumlah

    def _jalankan(self, kemajuan: _Kemajuan) -> None:
        """Start a process where the last one stopped; hear it to its end, or until it is silent for too long."""
        antrean: queue.Queue[_Pesan | None] = queue.Queue()
        proses = _mulai(self.path, len(self.hasil) + 1, antrean)
        try:
            sabar = BUKA_TERLAMA
            while (pesan := antrean.get(timeout=max(0.0, min(sabar, self._batas() - time.monotonic())))) is not None:
                if "galat" in pesan:
                    raise gagal(self.sebutan, _GALAT[pesan["galat"]])
                if "banyak" in pesan:
                    self._terbuka(pesan["banyak"])
                else:
                    self.hasil[pesan["n"]] = {**_TAK_TERBACA, **pesan}
                    kemajuan.maju(len(self.hasil), self.jumlah)
                sabar = HALAMAN_TERLAMA
        except queue.Empty:
            if not self.jumlah:
                raise gagal(self.sebutan, "terlalu lama diurai; tidak dibaca") from None
        finally:
            proses.kill()
            proses.wait()
            if proses.stdout is not None:
                proses.stdout.close()

    def _terbuka(self, jumlah: int) -> None:
        self.jumlah = jumlah
        if jumlah > HALAMAN_TERBANYAK:
            raise gagal(self.sebutan, f"{jumlah} halaman; paling banyak {HALAMAN_TERBANYAK}")


_TAK_TERBACA: dict[str, Any] = {"isi": [], "lipatan": attrs.asdict(Lipatan()), "masalah": "", "diputar": 0}


def _mulai(path: Path, n: int, antrean: queue.Queue[_Pesan | None]) -> subprocess.Popen[str]:
    """Start the process on a page, from 1; what it says goes into the queue, at its end None."""
    akar = str(Path(__file__).resolve().parents[2])
    lingkungan = {**os.environ, "PYTHONPATH": os.pathsep.join([akar, *filter(None, sys.path)])}
    perintah = [sys.executable, "-P", "-m", "sakip.pembaca.pdf.worker", str(path.resolve()), str(n)]
    proses = subprocess.Popen(  # noqa: S603 - this interpreter, a module of this package
        perintah, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=lingkungan
    )
    threading.Thread(target=_alirkan, args=(proses, antrean), daemon=True).start()
    return proses


def _alirkan(proses: subprocess.Popen[str], antrean: queue.Queue[_Pesan | None]) -> None:
    """Hand on what a process says, line by line; at its end None."""
    try:
        for baris in proses.stdout or ():
            antrean.put(json.loads(baris))
    except (ValueError, OSError):
        pass  # stopped in the middle of a line: the pages that are missing tell
    antrean.put(None)


class _Kemajuan:
    """A bar on standard error, where that is a terminal."""

    def __init__(self, sebutan: str) -> None:
        self.nama = "".join(c if c.isprintable() else "?" for c in Path(sebutan).name)[:40]
        self.tampak = sys.stderr is not None and sys.stderr.isatty()
        self.terakhir = 0.0

    def __enter__(self) -> _Kemajuan:
        return self

    def maju(self, sudah: int, jumlah: int) -> None:
        """Show how many pages have been read, ten times a second at most."""
        kini = time.monotonic()
        if not self.tampak or not jumlah or (kini - self.terakhir < 0.1 and sudah < jumlah):
            return
        self.terakhir = kini
        penuh = 30 * sudah // jumlah
        sys.stderr.write(f"\r{self.nama} [{'#' * penuh}{'.' * (30 - penuh)}] {sudah}/{jumlah} halaman")
        sys.stderr.flush()

    def __exit__(self, jenis: type[BaseException] | None, e: BaseException | None, jejak: TracebackType | None) -> None:
        if self.tampak and self.terakhir:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
