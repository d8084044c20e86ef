"""The checklist in its three groups, with what the review computed for each item and what is left to the reviewer."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from sakip.relasi import Putusan
from sakip.tulis.kkr.isi import BELUM_CUKUP, TIDAK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.tulis.kkr.isi import Isi

__all__ = ["ADA", "BELUM_TERVERIFIKASI", "DIISI", "Butir", "butir"]

DIISI = "DIISI REVIUER"
"""The outcome of an item of which nothing was computed: never passed in silence."""

ADA = "ADA"
"""The outcome of an item of which only the presence can be told."""

BELUM_TERVERIFIKASI = (
    "Tiga kelompok daftar uji menurut PermenPANRB 53/2014; bunyi dan banyaknya butir resmi belum terverifikasi, "
    "sehingga uraian di sini bukan kutipan. SESUAI dan ADA hanya tentang yang dihitung; butirnya baru selesai setelah "
    "direviu."
)


@attrs.frozen(kw_only=True)
class Butir:
    """An item of the checklist.

    Attributes:
        hasil: SESUAI, TIDAK SESUAI, TIDAK CUKUP DATA; ADA where only presence could be told; DIISI REVIUER
            where nothing was computed.
        rincian: what was computed, with counts.
        temuan: the numbers of the findings that belong to it.
        reviuer: what is left to the reviewer.
    """

    kelompok: str
    nomor: str
    uraian: str
    hasil: str
    rincian: str
    temuan: tuple[int, ...]
    reviuer: str


def butir(isi: Isi) -> list[Butir]:
    """Every item, in order."""
    hasil = []
    for huruf, kelompok in zip("ABC", muat()["kelompok"], strict=True):
        for ke, b in enumerate(kelompok["butir"], 1):
            hasil.append(_butir(isi, kelompok["nama"], f"{huruf}.{ke}", b))
    return hasil


def _butir(isi: Isi, kelompok: str, nomor: str, b: Mapping[str, Any]) -> Butir:
    kode = [k for k in isi.kode() if k.startswith(tuple(b.get("aturan", ())))] if b.get("aturan") else []
    temuan = tuple(sorted(isi.nomor[t.id] for k in kode for t in isi.temuan_kode.get(k, ())))
    bagian = [b["dihitung"]] if "dihitung" in b else []
    ada = [p for p in b.get("isi", ()) if _ada(isi, p)]
    if "isi" in b:
        bagian.append(f"kolom yang ada: {', '.join(ada).replace('@lalu', ' tahun lalu') if ada else 'tidak ada'}")
    if kode:
        n = {p: sum(isi.hasil[k][p] for k in kode if k in isi.hasil) for p in Putusan}
        cocok = n[Putusan.SESUAI] + n[Putusan.PEMBULATAN]
        bagian.append(f"{sum(n.values())} uji ({', '.join(kode)}): {cocok} sesuai, {n[Putusan.TIDAK_SESUAI]} tidak")
    return Butir(
        kelompok=kelompok,
        nomor=nomor,
        uraian=b["uraian"],
        hasil=_hasil(isi, b, kode, ada),
        rincian="; ".join(bagian),
        temuan=temuan,
        reviuer=b.get("reviuer", ""),
    )


def _hasil(isi: Isi, b: Mapping[str, Any], kode: list[str], ada: list[str]) -> str:
    if not b.get("aturan") and "isi" not in b:
        return DIISI
    status = isi.status_kode(kode)
    if status == TIDAK:
        return TIDAK
    if "isi" in b and not ada:
        return BELUM_CUKUP  # another wording, or a part that the reader did not recognise
    if status:
        return status
    return ADA if ada else BELUM_CUKUP


def _ada(isi: Isi, peran: str) -> bool:
    """Whether some table has a column of the role; `@lalu` asks for an earlier year."""
    nama, _, lalu = peran.partition("@")
    tahun = isi.reviu.laporan.tahun
    kolom = (k for t in isi.reviu.laporan.tabel for k in t.kolom if k.peran.nama == nama)
    return any(k.periode is not None and k.periode < tahun for k in kolom) if lalu else any(True for _ in kolom)


@cache
def muat() -> Mapping[str, Any]:
    """The items as data."""
    import tomllib
    from importlib import resources

    return tomllib.loads(resources.files(__package__).joinpath("daftar_uji.toml").read_text(encoding="utf-8"))
