"""A report as a data folder (`docs/format.md`), so that a person can correct what was misread.

Reading the folder gives the same report, apart from places. A folder is whole or not there.
"""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import unicodedata
from contextlib import suppress
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import attrs

from sakip.model.tabel import BARIS_KATA
from sakip.tulis.folder.isi import Penyalin
from sakip.tulis.folder.yaml_rapi import butir, pasangan
from sakip.tulis.keluaran import KeluaranError, alasan_sistem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sakip.model.laporan import Laporan
    from sakip.model.peran import Kolom
    from sakip.model.sel import Sel
    from sakip.model.tabel import Baris, Tabel
    from sakip.tulis.folder.yaml_rapi import Nilai

__all__ = ["isi_folder", "periksa_folder", "tulis_folder"]

NAMA_TERPANJANG = 48
TETAP = frozenset({"metode", "efisiensi"})
"""Parts that are written even when they say nothing, because they then are not the same as none."""
_TERLARANG = frozenset({"con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10))})
"""Names that some systems keep for themselves."""


def periksa_folder(tujuan: str | os.PathLike[str]) -> Path:
    """The folder to write, when it can be written: it is not there, or is empty.

    Raises:
        KeluaranError: says why not.
    """
    sebutan = os.fsdecode(tujuan)
    if not sebutan.strip() or "\0" in sebutan:
        raise KeluaranError("bukan_nama_folder", nama=repr(sebutan))
    path = Path(os.path.realpath(sebutan))
    try:
        if path.is_dir():
            if any(path.iterdir()):
                raise KeluaranError("folder_tidak_kosong", tujuan=sebutan)
        elif path.exists():
            raise KeluaranError("berkas", tujuan=sebutan)
        elif not path.parent.is_dir():
            raise KeluaranError("induk_tidak_ada", tujuan=sebutan)
    except OSError as e:
        raise KeluaranError("tidak_dapat_ditulis", tujuan=sebutan, sebab=alasan_sistem(e)) from e
    return path


def tulis_folder(laporan: Laporan, tujuan: str | os.PathLike[str]) -> tuple[str, ...]:
    """Write a report as a data folder.

    Args:
        laporan: the report; the line of each figure in a text source becomes its `asal`.
        tujuan: the folder, which must be new or empty.

    Returns:
        The files written, relative to the folder.

    Raises:
        KeluaranError: the folder cannot be written. Nothing of it is left behind.
    """
    path = periksa_folder(tujuan)
    isi = isi_folder(laporan)
    sementara = path.with_name(f".{path.name[:100]}.{os.urandom(6).hex()}.tmp")
    try:
        sementara.mkdir()
        for nama, teks in isi.items():
            berkas = sementara / nama
            berkas.parent.mkdir(exist_ok=True)
            berkas.write_bytes(teks.encode("utf-8", "replace"))
        if path.is_dir():
            path.rmdir()  # empty, or this fails
        sementara.rename(path)
    except OSError as e:
        raise KeluaranError("tidak_dapat_ditulis", tujuan=os.fsdecode(tujuan), sebab=alasan_sistem(e)) from e
    finally:
        with suppress(OSError):
            shutil.rmtree(sementara)
    return tuple(isi)


def isi_folder(laporan: Laporan) -> dict[str, str]:
    """The files of the folder: their paths in it and their text."""
    penyalin = Penyalin(laporan.sumber)
    tabel = _nama_tabel(laporan.tabel)
    hasil = {"laporan.yaml": _kepala(laporan) + _teks(_induk(laporan, penyalin, tabel))}
    if laporan.narasi:
        hasil["narasi.yaml"] = _narasi(laporan, penyalin)
    for nama, t in zip(tabel, laporan.tabel, strict=True):
        hasil[nama] = _csv(t, penyalin)
    lebar = max(2, len(str(len(laporan.perjanjian))))
    for i, pk in enumerate(laporan.perjanjian):
        depan = "iku_" if pk.jenis == "iku" else ""
        hasil[f"pk/{i:0{lebar}d}_{depan}{_nama(pk.jabatan) or 'formulir'}.yaml"] = _teks([penyalin.perjanjian(pk)])
    return hasil


def _kepala(laporan: Laporan) -> str:
    """Where it comes from, for whoever finds the folder later."""
    nama = PurePath(laporan.sumber).name
    if not nama:
        return ""
    aman = "".join(c if c.isprintable() else "?" for c in nama)
    sidik = f" (sha256 {laporan.sha256})" if laporan.sha256 else ""
    return f"# Disalin dari {aman}{sidik}.\n\n"


def _induk(laporan: Laporan, p: Penyalin, tabel: list[str]) -> list[dict[str, Nilai]]:
    """The parts of `laporan.yaml`, which stand apart from one another."""
    depan: dict[str, Nilai] = {"instansi": laporan.instansi, "tahun": p.tahun(laporan.tahun)}
    if laporan.judul:
        depan["judul"] = laporan.judul
    r = laporan.renstra
    isi: dict[str, Nilai] = {
        "tanggal": [p.tanggal(t) for t in laporan.tanggal],
        "bagian": [p.bagian(b) for b in laporan.bagian],
        "renstra": {} if r is None else {"awal": p.tahun(r.awal), "akhir": p.tahun(r.akhir)},
        "metode": p.metode(laporan.metode),
        "organisasi": [p.organisasi(o) for o in laporan.organisasi],
        "indikator": [p.indikator(i) for i in laporan.indikator],
        "tabel": [p.tabel(nama, t) for nama, t in zip(tabel, laporan.tabel, strict=True)],
        "komponen": [p.komponen(k) for k in laporan.komponen],
        **({} if laporan.efisiensi is None else {"efisiensi": p.efisiensi(laporan.efisiensi)}),
        "catatan": [p.catatan(c) for c in laporan.catatan],
    }
    return [depan, *({kunci: nilai} for kunci, nilai in isi.items() if nilai or kunci in TETAP)]


def _teks(bagian: Iterable[Mapping[str, Nilai]]) -> str:
    return "\n".join("".join(f"{g}\n" for g in pasangan(b)) for b in bagian)


def _narasi(laporan: Laporan, p: Penyalin) -> str:
    """The claims, under the sections in which they stand."""
    hasil = ["# Angka dan pernyataan dalam narasi, persis seperti tercetak. rumus: tanpa = tidak diikat pada apa pun."]
    sebelum: str | None = None
    for k in laporan.narasi:
        if k.bagian != sebelum:
            judul = " ".join(k.bagian.split()) or "tanpa bagian"
            hasil += ["", "# " + "".join(c if c.isprintable() else "?" for c in judul)]
            sebelum = k.bagian
        hasil += butir(p.klaim(k))
    return "".join(f"{g}\n" for g in hasil)


# -- tables ------------------------------------------------------------------------


def _csv(tabel: Tabel, p: Penyalin) -> str:
    # An at sign in a label would be taken for the beginning of a year.
    kunci = [attrs.evolve(k, label=k.label.replace("@", "＠")).kunci for k in tabel.kolom]
    asal = (p.asal(b.lokasi) for b in tabel.baris)
    bukan_cetak = {
        "asal": ["" if a is None else str(a) for a in asal],
        "baris": ["" if b.jenis == "rincian" else b.jenis for b in tabel.baris],
        "kata": [
            "; ".join(n for n, k, s in zip(kunci, tabel.kolom, b.sel, strict=True) if _kata(b, k, s))
            for b in tabel.baris
        ],
        "tersimpan": [
            "; ".join(f"{n}={s.tersimpan:f}" for n, s in zip(kunci, b.sel, strict=True) if s.tersimpan is not None)
            for b in tabel.baris
        ],
    }
    ada = {nama: isi for nama, isi in bukan_cetak.items() if any(isi)}
    hasil = [_baris_csv([*ada, *kunci])]
    for n, b in enumerate(tabel.baris):
        hasil.append(_baris_csv([*(isi[n] for isi in ada.values()), *(s.teks for s in b.sel)]))
    return "".join(hasil)


def _kata(b: Baris, k: Kolom, s: Sel) -> bool:
    """Whether a cell holds words where a figure belongs."""
    return s.isi is None and k.peran.jenis is not None and b.jenis not in BARIS_KATA


def _baris_csv(sel: list[str]) -> str:
    """A line of CSV. It is made with a longer end, because only what occurs in that is put in quotes."""
    keluaran = io.StringIO()
    csv.writer(keluaran, lineterminator="\r\n").writerow(sel)
    return f"{keluaran.getvalue()[:-2]}\n"


def _nama_tabel(tabel: Iterable[Tabel]) -> list[str]:
    """A file for each table, named by its number, or by its title where it has none."""
    dipakai: set[str] = set()
    hasil: list[str] = []
    for t in tabel:
        dasar = _nama(t.nomor) or _nama(t.judul) or "tanpa_nomor"
        nama, n = dasar, 1
        while nama in dipakai:
            n += 1
            nama = f"{dasar}_{n}"
        dipakai.add(nama)
        hasil.append(f"tabel/{nama}.csv")
    return hasil


def _nama(teks: str) -> str:
    """The text as a name of a file, on any system."""
    polos = unicodedata.normalize("NFKD", teks).encode("ascii", "ignore").decode().casefold()
    nama = re.sub(r"[^a-z0-9.]+", "_", polos)
    nama = re.sub(r"\.{2,}", ".", nama)[:NAMA_TERPANJANG].strip("._")
    return f"{nama}_" if nama.partition(".")[0] in _TERLARANG else nama
