"""PDF into blocks: born-digital pages, their tables ruled or not; scanned pages are named, never passed over.

The file is taken apart by processes of their own (`pdf_pekerja`), one a core, which are stopped when they
take too long. Nothing in the file is run or followed.
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
from typing import TYPE_CHECKING, Any

from sakip.angka.lokasi import Lokasi
from sakip.errors import sebab
from sakip.model.laporan import Catatan
from sakip.pembaca.bita import baca_berkas, gagal, kurang_pustaka, tampaknya
from sakip.pembaca.blok import Dokumen
from sakip.pembaca.pdf.sambung import blok_halaman
from sakip.teks.kalimat import kalimat

if TYPE_CHECKING:
    from types import TracebackType


__all__ = ["HALAMAN_TERBANYAK", "blok_pdf"]

HALAMAN_TERBANYAK = 3000
"""Pages in a file, at most."""
DIAM_TERLAMA = 60.0
"""Seconds in which at least one page must have been read."""
WAKTU_TERLAMA = 900.0
"""Seconds for a whole file."""
PROSES_TERBANYAK = 4
BESAR_BERPROSES = 60_000
"""Bytes from which more than one process is worth its start."""
_EKOR = 65_536
_GALAT = {
    "terenkripsi": "terenkripsi; buka dengan kata sandinya dan simpan tanpa kata sandi",
    "memori": "terlalu besar setelah dimekarkan; tidak dibaca",
    "rusak": "rusak: PDF tidak dapat diurai",
}
_MASALAH = {"halaman_pindaian": "pindaian", "halaman_tanpa_unicode": "hurufnya tidak berpeta Unicode"}
"""Why no page can be read, by the remark that a single one gets."""


def blok_pdf(path: Path, sebutan: str) -> tuple[Dokumen, tuple[Catatan, ...]]:
    """The blocks of a PDF, and remarks on the pages that cannot be read.

    Raises:
        SumberError: the file is no PDF, is encrypted or damaged, takes too long, or no page of it can be read.
    """
    if find_spec("pdfplumber") is None:
        raise kurang_pustaka(sebutan, "pdfplumber", "pdf")
    isi = baca_berkas(path, sebutan)
    if b"%PDF-" not in isi[:1024]:
        raise gagal(sebutan, f"bukan PDF: {tampaknya(isi)}")
    if b"%%EOF" not in isi[-_EKOR:]:
        raise gagal(sebutan, "terpotong: penanda akhir PDF tidak ada")
    sidik, besar = sha256(isi).hexdigest(), len(isi)
    del isi
    halaman = _halaman(path, sebutan, besar)
    if not halaman:
        raise gagal(sebutan, "tidak memuat halaman")
    catatan = [
        Catatan(kalimat(h["masalah"], halaman=str(n)), Lokasi(sebutan, halaman=n), hilang=True)
        for n, h in sorted(halaman.items())
        if h["masalah"]
    ]
    if len(catatan) == len(halaman):
        nomor = f"halaman 1–{len(halaman)}" if len(halaman) > 1 else "halaman 1"
        alasan = ", ".join(dict.fromkeys(_MASALAH[h["masalah"]] for _, h in sorted(halaman.items())))
        raise gagal(sebutan, f"tidak terbaca: {alasan}, {nomor}; jalankan OCR lebih dahulu")
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


# -- processes -------------------------------------------------------------------------


def _halaman(path: Path, sebutan: str, besar: int) -> dict[int, dict[str, Any]]:
    """Every page, taken apart by as many processes as there are cores."""
    banyak = min(os.cpu_count() or 1, PROSES_TERBANYAK) if besar > BESAR_BERPROSES else 1
    antrean: queue.Queue[dict[str, Any] | None] = queue.Queue()
    proses: list[subprocess.Popen[str]] = []
    try:
        proses += (_mulai(path, n, banyak, antrean) for n in range(banyak))
        hasil, jumlah = _kumpulkan(antrean, banyak, sebutan)
    except OSError as e:
        raise gagal(sebutan, f"proses pembaca PDF tidak dapat dijalankan: {sebab(e)}") from None
    finally:
        for p in proses:
            p.kill()
            p.wait()
            if p.stdout is not None:
                p.stdout.close()
    if len(hasil) < jumlah or not jumlah:
        raise gagal(sebutan, _GALAT["rusak"] if not jumlah else f"{_GALAT['rusak']} (halaman {_kurang(hasil, jumlah)})")
    return hasil


def _kumpulkan(
    antrean: queue.Queue[dict[str, Any] | None], banyak: int, sebutan: str
) -> tuple[dict[int, dict[str, Any]], int]:
    """What the processes say until the last of them ends: the pages, and how many there should be."""
    hasil: dict[int, dict[str, Any]] = {}
    jumlah = 0
    batas = time.monotonic() + WAKTU_TERLAMA
    with _Kemajuan(sebutan) as kemajuan:
        while banyak:
            try:
                pesan = antrean.get(timeout=min(DIAM_TERLAMA, max(0.0, batas - time.monotonic())))
            except queue.Empty:
                letak = f" di sekitar halaman {max(hasil) + 1}" if hasil else ""
                raise gagal(sebutan, f"terlalu lama diurai{letak}; tidak dibaca") from None
            if pesan is None:
                banyak -= 1
            elif "galat" in pesan:
                raise gagal(sebutan, _GALAT.get(pesan["galat"], _GALAT["rusak"]))
            elif "banyak" in pesan:
                jumlah = pesan["banyak"]
                if jumlah > HALAMAN_TERBANYAK:
                    raise gagal(sebutan, f"{jumlah} halaman; paling banyak {HALAMAN_TERBANYAK}")
            else:
                hasil[pesan["n"]] = pesan
                kemajuan.maju(len(hasil), jumlah)
    return hasil, jumlah


def _kurang(hasil: dict[int, dict[str, Any]], jumlah: int) -> int:
    return next(n for n in range(1, jumlah + 1) if n not in hasil)


def _mulai(path: Path, n: int, langkah: int, antrean: queue.Queue[dict[str, Any] | None]) -> subprocess.Popen[str]:
    akar = str(Path(__file__).resolve().parents[2])
    lingkungan = {**os.environ, "PYTHONPATH": os.pathsep.join([akar, *filter(None, sys.path)])}
    perintah = [sys.executable, "-P", "-m", "sakip.pembaca.pdf.worker", str(path.resolve()), str(n), str(langkah)]
    proses = subprocess.Popen(  # noqa: S603 - this interpreter, a module of this package
        perintah, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=lingkungan
    )
    threading.Thread(target=_alirkan, args=(proses, antrean), daemon=True).start()
    return proses


def _alirkan(proses: subprocess.Popen[str], antrean: queue.Queue[dict[str, Any] | None]) -> None:
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
