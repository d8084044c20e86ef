"""The user's own document, returned with a comment at each wrong figure. The original is only read.

A writer for a kind of document is a module with `anotasi(jalur, catatan) -> (bytes, left over)`: the notes it
found no place for are told to the user, never dropped in silence.
"""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, cast

import attrs

from sakip.angka.lokasi import Lokasi
from sakip.teks.kalimat import Kalimat
from sakip.tinjauan.tanggapan import tanggapan_untuk
from sakip.tulis.keluaran import KeluaranError, alasan_sistem, periksa_tujuan
from sakip.tulis.office.pustaka import pastikan
from sakip.tulis.words.kamus import Kamus

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.engine import Reviu

__all__ = ["ANOTASI", "Catatan", "beri_anotasi", "catatan", "periksa_anotasi"]

ANOTASI: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        ".txt": ("sakip.tulis.anotasi.teks", "", ""),
        ".md": ("sakip.tulis.anotasi.teks", "", ""),
        ".xlsx": ("sakip.tulis.anotasi.xlsx", "openpyxl", "xlsx"),
        ".docx": ("sakip.tulis.anotasi.docx", "docx", "docx"),
        ".pdf": ("sakip.tulis.anotasi.pdf", "pypdf", "pdf"),
    }
)
"""Suffix to the module that annotates, the library it needs and the extra that brings it."""

_PAKET = {"docx": "python-docx"}

TEMPAT_CATATAN = 5
"""Places named in the note of a finding that is a matter of style; a figure of it has no note of its own."""


@attrs.frozen
class Catatan:
    """A note: where, on which printed text, how grave, and what it says."""

    lokasi: Lokasi
    tertulis: str
    keparahan: str
    kode: str
    pesan: str

    def __str__(self) -> str:
        return f"sakip {self.keparahan} {self.kode}: {self.pesan}"


class _Penganotasi(Protocol):
    def anotasi(self, path: Path, catatan: Sequence[Catatan]) -> tuple[bytes, list[Catatan]]: ...


def periksa_anotasi(sumber: Sequence[str], tujuan: str) -> None:
    """Refuse what cannot be annotated, or would touch the original, before any work is done.

    Raises:
        KeluaranError: says why.
    """
    if len(sumber) != 1:
        raise KeluaranError("anotasi_satu")
    asal = Path(sumber[0])
    with suppress(OSError):  # a source that cannot be there is the reader's to name
        if asal.is_dir():
            raise KeluaranError("anotasi_folder", sumber=sumber[0])
    periksa_tujuan(tujuan, sumber)
    with suppress(OSError, ValueError):
        if asal.samefile(tujuan):
            raise KeluaranError("anotasi_asal", tujuan=tujuan)
    akhiran = asal.suffix.lower()
    if akhiran not in ANOTASI:
        raise KeluaranError(
            "anotasi_jenis",
            sumber=sumber[0],
            akhiran=akhiran or Kalimat("keluaran.tanpa_akhiran"),
            ada=", ".join(ANOTASI),
        )
    if Path(tujuan).suffix.lower() != akhiran:
        raise KeluaranError("anotasi_akhiran", tujuan=tujuan, akhiran=akhiran)
    _, modul, extra = ANOTASI[akhiran]
    if modul:
        pastikan(modul, _PAKET.get(modul, modul), extra)


def beri_anotasi(reviu: Reviu, sumber: str, bahasa: str = "id") -> tuple[bytes, list[Catatan]]:
    """The annotated copy, and the notes that found no place in it.

    Raises:
        KeluaranError: the original can no longer be read, or is not what its suffix says.
    """
    path = Path(sumber)
    modul = cast("_Penganotasi", import_module(ANOTASI[path.suffix.lower()][0]))
    try:
        return modul.anotasi(path, list(catatan(reviu, bahasa)))
    except OSError as e:
        raise KeluaranError("tidak_dapat_dibaca", sumber=sumber, sebab=alasan_sistem(e)) from e


def catatan(reviu: Reviu, bahasa: str = "id") -> Iterator[Catatan]:
    """The notes of a review: at the figure blamed in full, at the others of the finding and what follows in short."""
    kamus = Kamus(bahasa, reviu.lain)
    for nomor, t in enumerate(reviu.temuan, 1):
        if not tanggapan_untuk(reviu, t)[0].terbuka:
            continue
        yield from _catatan(nomor, t, kamus)


def _catatan(nomor: int, t: Temuan, kamus: Kamus) -> Iterator[Catatan]:
    bagian = [kamus.pesan(t), *(kamus.penjelasan(d) for d in t.dugaan)]
    if t.keparahan == "catatan" and len(t.lokasi) > TEMPAT_CATATAN:
        bagian.append(kamus("anotasi.bersama", n=len(t.lokasi) - 1))
    tercetak, seharusnya = kamus.ucap(t.tertulis), kamus.ucap(t.seharusnya)
    if seharusnya and tercetak and not t.alternatif and t.kunci not in {"syarat", "arah"}:
        bagian.insert(0, kamus("anotasi.angka", tertulis=tercetak, seharusnya=seharusnya))
    isi = ". ".join(b.strip().rstrip(".") for b in bagian if b.strip())
    pesan = kamus("anotasi.nomor", isi=isi, nomor=str(nomor), id=t.id)
    tertulis = {p.lokasi: p.tertulis for x in t.alternatif for p in x}
    pertama = t.lokasi[0] if t.lokasi else Lokasi()
    yield Catatan(pertama, tertulis.get(pertama, tercetak), t.keparahan, t.kode, pesan)
    if t.keparahan != "catatan" or len(t.lokasi) <= TEMPAT_CATATAN:
        milik = {o.lokasi: o.nilai for o in t.operan} | tertulis
        for lok in dict.fromkeys(t.lokasi[1:]):
            if lok != t.lokasi[0]:
                yield Catatan(
                    lok,
                    milik.get(lok, ""),
                    t.keparahan,
                    t.kode,
                    kamus("anotasi.bagian", nomor=str(nomor), tempat=kamus.ucap(t.tempat), id=t.id),
                )
    for a in t.akibat:
        isi = kamus("anotasi.akibat", akibat=kamus.akibat(a), nomor=str(nomor), id=t.id)
        yield Catatan(a.lokasi, kamus.ucap(a.isi.get("tertulis", "")), t.keparahan, t.kode, isi)
