"""The law as dated data: formulas, caps, policies, scales and citations, each with how sure we are of it.

The data is in the TOML files beside this module; nothing of it is repeated in code. Whoever needs a formula
or a citation asks for it by name and gets a frozen object that says where it comes from.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from sakip.errors import SkalaError
from sakip.hukum.rumus import Rumus, Suku

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

__all__ = [
    "Batas",
    "Keyakinan",
    "Klausul",
    "MetodeEfisiensi",
    "Peraturan",
    "Polaritas",
    "RumusBaku",
    "TargetNol",
    "ambil_batas",
    "ambil_efisiensi",
    "ambil_peraturan",
    "ambil_polaritas",
    "ambil_rumus",
    "ambil_target_nol",
    "cari",
    "daftar_batas",
    "daftar_peraturan",
    "daftar_rumus",
    "di_dalam_pita",
    "kutipan",
    "muat",
    "pengganti",
    "terakhir_diperiksa",
]

T = TypeVar("T")


class Keyakinan(Enum):
    """How sure we are of a wording. The value is `terverifikasi` as the data files have it."""

    YA = True
    """The text of the rule was read."""
    PRAKTIK = "praktik"
    """Seen in reports, or in the code of e-SAKIP applications."""
    BELUM = False
    """From memory or a secondary remark, or a choice of ours."""

    @property
    def uraian(self) -> str:
        """For a reader, in Indonesian."""
        return _URAIAN[self]


_URAIAN = {
    Keyakinan.YA: "bunyi aturan sudah dibaca",
    Keyakinan.PRAKTIK: "menurut praktik laporan; bunyi aturan belum dibaca",
    Keyakinan.BELUM: "belum terverifikasi",
}


@attrs.frozen(slots=True, kw_only=True)
class RumusBaku:
    """A formula with a name.

    Attributes:
        nama: as `rumus.toml` and the data folder spell it.
        jenis: capaian (percent), anggaran (rupiah or percent) or efisiensi.
        judul: the formula as a reader knows it.
        rumus: the formula; its figures go by their roles.
        penyebut_nol: the result where the formula itself divides by zero, if it says one.
        dasar: keys of `peraturan.toml`, `kode` or `kode#klausul`.
        keyakinan: how sure we are of it.
    """

    nama: str
    jenis: str
    judul: str
    rumus: Rumus
    penyebut_nol: Fraction | None = None
    dasar: tuple[str, ...] = ()
    keyakinan: Keyakinan = Keyakinan.BELUM
    catatan: str = ""


@attrs.frozen(slots=True, kw_only=True)
class Polaritas:
    """Which formula a polarity means: for a realisation below the target, and for one that is not.

    Attributes:
        pita: whether a single target is a band of no width, so that meeting it is 100.
    """

    nama: str
    di_bawah: str
    di_atas: str
    pita: bool = False
    dasar: tuple[str, ...] = ()
    keyakinan: Keyakinan = Keyakinan.BELUM
    catatan: str = ""


@attrs.frozen(slots=True, kw_only=True)
class Batas:
    """A cap on capaian, in percent: above `di_atas` it becomes `menjadi`. Without `di_atas`, none."""

    nama: str
    judul: str = ""
    di_atas: Fraction | None = None
    menjadi: Fraction | None = None
    keyakinan: Keyakinan = Keyakinan.BELUM

    def terapkan(self, nilai: Fraction) -> Fraction:
        """The value under the cap."""
        if self.di_atas is None or self.menjadi is None or nilai <= self.di_atas:
            return nilai
        return self.menjadi


@attrs.frozen(slots=True, kw_only=True)
class TargetNol:
    """What is made of a target of zero: `nilai` (None: no result), or an error when `galat`."""

    nama: str
    judul: str = ""
    nilai: Fraction | None = None
    galat: bool = False
    keyakinan: Keyakinan = Keyakinan.BELUM


@attrs.frozen(slots=True, kw_only=True)
class MetodeEfisiensi:
    """A method of efficiency.

    Attributes:
        e, ne, ne_terbatas: the names of its formulas: E, NE, NE within its bounds.
        skala: the name of the scale of its categories.
        langkah: for each printed step from E to NE, the names of the formulas it may follow.
    """

    nama: str
    judul: str
    e: str
    ne: str
    ne_terbatas: str
    skala: str
    langkah: Mapping[str, tuple[str, ...]] = attrs.field(hash=False)
    dasar: tuple[str, ...] = ()
    keyakinan: Keyakinan = Keyakinan.BELUM


@attrs.frozen(slots=True, kw_only=True)
class Klausul:
    """What a regulation says in one place, in our words."""

    nama: str
    isi: str
    keyakinan: Keyakinan = Keyakinan.BELUM
    catatan: str = ""


@attrs.frozen(slots=True, kw_only=True)
class Peraturan:
    """A regulation.

    Attributes:
        kode: the key in `peraturan.toml`.
        judul: the short citation.
        tentang: its subject; empty where the wording was not at hand.
        sejak: the year in its number.
        dicabut_oleh, diubah_oleh: the keys of what replaced or amended it.
        keyakinan: how sure we are of this record.
        klausul: what it says where rules refer to it.
        terakhir_diperiksa: the day this record was last compared with its sources.
    """

    kode: str
    judul: str
    sejak: int
    terakhir_diperiksa: date
    tentang: str = ""
    dicabut_oleh: tuple[str, ...] = ()
    diubah_oleh: tuple[str, ...] = ()
    keyakinan: Keyakinan = Keyakinan.BELUM
    klausul: tuple[Klausul, ...] = ()
    catatan: str = ""


def kutipan(kode: str) -> str:
    """The citation of a regulation, or of one clause (`kode#klausul`), with how sure we are of it.

    Raises:
        SkalaError: the regulation or the clause is not known.
    """
    dasar, _, nama = kode.partition("#")
    p = ambil_peraturan(dasar)
    bagian = [f"{p.judul} tentang {p.tentang}" if p.tentang else p.judul]
    keyakinan = p.keyakinan
    if nama:
        klausul = cari({k.nama: k for k in p.klausul}, nama, f"klausul {p.judul}")
        bagian.append(klausul.isi)
        keyakinan = klausul.keyakinan
    for kata, lain in (("digantikan oleh", p.dicabut_oleh), ("diubah oleh", p.diubah_oleh)):
        if lain:
            bagian.append(f"{kata} {' dan '.join(ambil_peraturan(k).judul for k in lain)}")
    return f"{'; '.join(bagian)} [{keyakinan.uraian}]"


def pengganti(kode: str) -> tuple[Peraturan, ...]:
    """The regulations that replaced this one, one after the other; empty while it stands."""
    hasil: list[Peraturan] = []
    antre = list(ambil_peraturan(kode).dicabut_oleh)
    while antre:
        p = ambil_peraturan(antre.pop(0))
        if p not in hasil:
            hasil.append(p)
            antre += p.dicabut_oleh
    return tuple(hasil)


def ambil_rumus(nama: str) -> RumusBaku:
    """The formula of that name. SkalaError when there is none."""
    return cari(daftar_rumus(), nama, "rumus")


def ambil_polaritas(nama: str) -> Polaritas:
    """The polarity of that name: positif, negatif, stabil. SkalaError when there is none."""
    return cari(_polaritas(), nama, "polaritas")


def ambil_batas(nama: str) -> Batas:
    """The cap of that name: tanpa, 100, 120, 110_120. SkalaError when there is none."""
    return cari(daftar_batas(), nama, "batas")


def ambil_target_nol(nama: str) -> TargetNol:
    """The policy for a target of zero: kosong, nol, galat. SkalaError when there is none."""
    return cari(_target_nol(), nama, "kebijakan target nol")


def ambil_efisiensi(nama: str) -> MetodeEfisiensi:
    """The method of efficiency of that name: pmk214. SkalaError when there is none."""
    return cari(_efisiensi(), nama, "metode efisiensi")


def ambil_peraturan(kode: str) -> Peraturan:
    """The regulation with that key. SkalaError when there is none."""
    return cari(daftar_peraturan(), kode, "peraturan")


def cari(daftar: Mapping[str, T], nama: str, apa: str) -> T:
    """Look up by name; the error lists the names there are.

    Raises:
        SkalaError: there is none of that name.
    """
    try:
        return daftar[nama]
    except KeyError:
        raise SkalaError(f"{apa} tidak dikenal: {nama!r}; yang ada: {', '.join(daftar)}") from None


@cache
def daftar_rumus() -> Mapping[str, RumusBaku]:
    """All formulas, by name."""
    return MappingProxyType({nama: _rumus(nama, **isi) for nama, isi in muat("rumus")["rumus"].items()})


@cache
def daftar_peraturan() -> Mapping[str, Peraturan]:
    """All regulations, by key."""
    tanggal = terakhir_diperiksa("peraturan")
    hasil = {}
    for kode, isi in muat("peraturan")["peraturan"].items():
        klausul = tuple(Klausul(nama=nama, **_baku(k)) for nama, k in isi.get("klausul", {}).items())
        baku = _baku({k: v for k, v in isi.items() if k != "klausul"})
        hasil[kode] = Peraturan(kode=kode, terakhir_diperiksa=tanggal, klausul=klausul, **baku)
    return MappingProxyType(hasil)


@cache
def di_dalam_pita() -> Fraction:
    """The capaian of a realisation within a band target."""
    return Fraction(muat("rumus")["pita"]["di_dalam"])


def terakhir_diperiksa(berkas: str) -> date:
    """The day a data file was last compared with its sources."""
    hasil: date = muat(berkas)["terakhir_diperiksa"]
    return hasil


@cache
def muat(berkas: str) -> Mapping[str, Any]:
    """The content of `berkas`.toml, to be read only. Loaded once; decimals are exact."""
    # Imported here because most callers of the package never look at the law.
    import tomllib
    from importlib import resources

    teks = resources.files("sakip.hukum").joinpath(f"{berkas}.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(teks, parse_float=Decimal))


@cache
def _polaritas() -> Mapping[str, Polaritas]:
    return _tabel("polaritas", Polaritas)


@cache
def daftar_batas() -> Mapping[str, Batas]:
    """All caps, by name."""
    return _tabel("batas", Batas)


@cache
def _target_nol() -> Mapping[str, TargetNol]:
    return _tabel("target_nol", TargetNol)


@cache
def _efisiensi() -> Mapping[str, MetodeEfisiensi]:
    return _tabel("efisiensi", MetodeEfisiensi)


def _tabel(nama: str, kelas: Callable[..., T]) -> Mapping[str, T]:
    return MappingProxyType({kunci: kelas(nama=kunci, **_baku(isi)) for kunci, isi in muat("rumus")[nama].items()})


def _rumus(nama: str, pembilang: Any, penyebut: Any = (), **isi: Any) -> RumusBaku:
    batas = {k: Fraction(isi.pop(k)) for k in ("batas_bawah", "batas_atas") if k in isi}
    return RumusBaku(nama=nama, rumus=Rumus(_suku(pembilang), _suku(penyebut), **batas), **_baku(isi))


def _suku(daftar: Iterable[Mapping[str, Any]]) -> tuple[Suku, ...]:
    return tuple(Suku(Fraction(s["koef"]), tuple(s.get("dari", ()))) for s in daftar)


_PECAHAN = frozenset({"penyebut_nol", "di_atas", "menjadi", "nilai"})


def _baku(isi: Mapping[str, Any]) -> dict[str, Any]:
    """The keys of a record as the classes have them: sureness, tuples, exact fractions."""
    hasil: dict[str, Any] = {}
    for kunci, nilai in isi.items():
        if kunci == "terverifikasi":
            hasil["keyakinan"] = Keyakinan(nilai)
        elif isinstance(nilai, list):
            hasil[kunci] = tuple(nilai)
        elif isinstance(nilai, dict):
            hasil[kunci] = {k: tuple(v) for k, v in nilai.items()}
        elif kunci in _PECAHAN and not isinstance(nilai, str):
            hasil[kunci] = Fraction(nilai)
        else:
            hasil[kunci] = nilai
    return hasil
