"""The data folder: `laporan.yaml`, `narasi.yaml`, `tabel/*.csv`, `pk/*.yaml`. See `docs/format.md`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from sakip.errors import Masalah, SumberError, sebab
from sakip.konversi.pohon import Daftar, Dokumen, Peta, Teks
from sakip.konversi.yaml_ketat import muat
from sakip.model.laporan import Laporan
from sakip.model.narasi import Klaim
from sakip.model.perjanjian import PerjanjianKinerja
from sakip.pembaca.berkas import Folder
from sakip.pembaca.folder.acuan import periksa_acuan
from sakip.pembaca.folder.bentuk import konverter
from sakip.pembaca.folder.csv_ketat import Kepala, baca_tabel
from sakip.teks.jarak import maksud

if TYPE_CHECKING:
    from pathlib import Path

    from sakip.konversi.konverter import Konverter
    from sakip.konversi.pohon import Node
    from sakip.model.tabel import Tabel

__all__ = ["baca"]

INDUK = "laporan.yaml"
NARASI = "narasi.yaml"
FOLDER_TABEL = "tabel"
FOLDER_PK = "pk"
_DATA = (".csv", ".yaml", ".yml")
"""Suffixes of what could be meant as data; other files (notes, scans) may lie beside them."""


def baca(path: Path, sebutan: str) -> Laporan:
    """Read the data folder `path`, which the user named `sebutan`.

    Raises:
        SumberError: with every problem of every file, in the order of files and lines.
    """
    masalah: list[Masalah] = []
    hasil = _baca(Folder(path, sebutan, masalah))
    if hasil is None or masalah:
        raise SumberError(_urutkan(masalah))
    return hasil


def _baca(folder: Folder) -> Laporan | None:
    pohon_induk = _pohon(folder, INDUK) if _ada_induk(folder) else None
    pohon_narasi = _pohon(folder, NARASI) if folder.ada(NARASI) else Daftar()
    isi: Laporan | None = _konversi(folder, INDUK, pohon_induk, Laporan)
    narasi = _konversi(folder, NARASI, pohon_narasi, tuple[Klaim, ...])
    tabel = _baca_tabel(folder, pohon_induk)
    perjanjian = _baca_pk(folder)
    if isinstance(pohon_induk, Peta):
        periksa_acuan(pohon_induk, pohon_narasi, folder.nama(INDUK), folder.nama(NARASI), folder.masalah)
    if isi is None or narasi is None:
        return None
    return attrs.evolve(
        isi,
        tabel=tuple(tabel),
        perjanjian=tuple(perjanjian),
        narasi=narasi,
        sumber=folder.sebutan,
        sha256=folder.sha256(),
    )


def _ada_induk(folder: Folder) -> bool:
    if folder.ada(INDUK):
        return True
    pesan = f"bukan folder data: {INDUK} tidak ada"
    try:
        isi = sorted(folder.akar.iterdir())
    except OSError as e:
        folder.lapor("", f"tidak dapat dibaca: {sebab(e)}")
        return False
    dalam = [i.name for i in isi if (i / INDUK).is_file()]
    if not isi:
        pesan = f"folder kosong: {INDUK} tidak ada"
    elif len(dalam) == 1:
        pesan += f"; maksud Anda '{folder.nama(dalam[0])}'?"
    folder.lapor("", pesan)
    return False


def _pohon(folder: Folder, relatif: str) -> Node | None:
    isi = folder.baca(relatif)
    return None if isi is None else muat(isi, folder.nama(relatif), Dokumen(relatif), folder.masalah)


def _konversi(folder: Folder, relatif: str, pohon: Node | None, tipe: Any) -> Any:
    return None if pohon is None else _konverter().baca(pohon, tipe, folder.nama(relatif), folder.masalah)


@cache
def _konverter() -> Konverter:
    """Made once: its hooks are compiled when the first object of a class is met."""
    return konverter()


def _baca_pk(folder: Folder) -> list[PerjanjianKinerja]:
    hasil: list[PerjanjianKinerja] = []
    for relatif in _isi_folder(folder, FOLDER_PK):
        if not relatif.endswith(".yaml"):
            if relatif.lower().endswith(_DATA):
                folder.lapor(relatif, "formulir PK harus berkas berakhiran .yaml")
            continue
        pk = _konversi(folder, relatif, _pohon(folder, relatif), PerjanjianKinerja)
        if pk is not None:
            hasil.append(pk)
    return hasil


def _isi_folder(folder: Folder, sub: str) -> list[str]:
    if not folder.ada(sub):
        return []
    if not (folder.akar / sub).is_dir():
        folder.lapor(sub, "harus folder")
        return []
    return folder.daftar(sub)


def _baca_tabel(folder: Folder, induk: Node | None) -> list[Tabel]:
    """The tables listed, in the order of the list; listed and present must be the same files."""
    if not isinstance(induk, Peta):
        return []
    ada = [b for b in _isi_folder(folder, FOLDER_TABEL) if b.lower().endswith(_DATA)]
    hasil: list[Tabel] = []
    terdaftar: dict[str, int] = {}
    entri = induk.get("tabel")
    for e in entri if isinstance(entri, Daftar) else ():
        if not (isinstance(e, Peta) and isinstance(e.get("berkas"), Teks)):
            continue  # reported with the rest of laporan.yaml
        relatif = _terdaftar(folder, e["berkas"], terdaftar, ada)
        if relatif is not None and (tabel := _satu_tabel(folder, e, relatif)) is not None:
            hasil.append(tabel)
    for relatif in ada:
        if relatif not in terdaftar:
            folder.lapor(relatif, f"tidak terdaftar; sebut di {INDUK}, tabel: - {{berkas: {relatif}, …}}")
    return hasil


def _terdaftar(folder: Folder, tertulis: Any, terdaftar: dict[str, int], ada: list[str]) -> str | None:
    """The file an entry of the list names, when it can be read."""
    baris: int = tertulis.baris
    relatif = folder.path(tertulis)
    if relatif is None:
        folder.lapor(INDUK, f"harus berkas di dalam folder data: {str(tertulis)!r}", baris, "berkas")
        return None
    if relatif in terdaftar:
        pesan = f"berkas ganda; sudah ada di baris {terdaftar[relatif]}: {relatif}"
        folder.lapor(INDUK, pesan, baris, "berkas")
        return None
    terdaftar[relatif] = baris
    if not relatif.endswith(".csv"):
        folder.lapor(INDUK, f"harus berkas .csv: {relatif}", baris, "berkas")
        return None
    if not folder.ada(relatif):
        folder.lapor(INDUK, f"berkas tidak ada: {relatif}{maksud(relatif, ada)}", baris, "berkas")
        return None
    return relatif


def _satu_tabel(folder: Folder, entri: Peta, relatif: str) -> Tabel | None:
    isi = folder.baca(relatif)
    if isi is None:
        return None
    # Read even when its entry is wrong, so that the problems of both are seen at once.
    kepala = _konverter().baca(entri, Kepala, "", []) or Kepala(relatif)
    return baca_tabel(isi, kepala, folder.nama(relatif), folder.masalah)


def _urutkan(masalah: list[Masalah]) -> list[Masalah]:
    """Problems by file, in the order the files were met, and line."""
    urutan: dict[str, int] = {}
    for m in masalah:
        urutan.setdefault(m.berkas, len(urutan))
    return sorted(masalah, key=lambda m: (urutan[m.berkas], m.baris or 0))
