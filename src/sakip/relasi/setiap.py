"""Setiap: one condition, of each of several cases. What a case is asked, its kind says."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from sakip.relasi.syarat import Syarat
from sakip.teks.kalimat import Daftar, Kalimat, kalimat
from sakip.teks.short_repr import short_repr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sakip.fakta.butir import Butir
    from sakip.teks.kalimat import Isi

__all__ = ["Kasus", "Setiap", "sendiri"]


@attrs.frozen(slots=True, eq=False, kw_only=True, field_transformer=short_repr)
class Kasus:
    """One thing that a condition is asked of. A kind of condition is a class of its own, made from data.

    Attributes:
        nama: what the thing is called.
        saksi: the figures and labels that show it, in place of those that its kind has itself.
        isi: what fills the words besides what the kind knows, by name.
    """

    bentuk: ClassVar[str]
    """The kind, as it stands in keys of the catalogue: `relasi.batas.tertulis`."""

    jenis: ClassVar[str] = "syarat"
    """What relations on such cases are counted as."""

    tercetak: ClassVar[bool] = True
    """Whether what is printed tells something where it holds, too."""

    nama: Isi = ""
    saksi: tuple[Butir, ...] = ()
    isi: Mapping[str, Isi] = attrs.field(factory=dict)

    @property
    def sesuai(self) -> bool:
        """Whether it holds, for the figures and labels as printed."""
        raise NotImplementedError

    @property
    def bukti(self) -> tuple[Butir, ...]:
        """The figures and labels that show it, those at fault first."""
        return self.saksi

    @property
    def kata(self) -> Mapping[str, Isi]:
        """What is said of it, by name."""
        return {"nama": self.nama, **self.isi}


def _ada(kasus: Iterable[Kasus]) -> tuple[Kasus, ...]:
    hasil = tuple(kasus)
    if not hasil:
        raise ValueError("tanpa kasus")
    return hasil


def _salah(s: Setiap) -> tuple[Kasus, ...]:
    return tuple(k for k in s.kasus if not k.sesuai)


def _terpenuhi(s: Setiap) -> bool:
    return not s.salah


def _bukti(s: Setiap) -> tuple[Butir, ...]:
    semua = s.satu or (s.lengkap and not s.salah)
    return tuple(b for k in (s.kasus if semua else s.salah) for b in k.bukti)


def _jenis(s: Setiap) -> str:
    return s.kasus[0].jenis


def _uraian(s: Setiap) -> Kalimat:
    return s.kalimat("satu" if s.satu else "semua")


def _tertulis(s: Setiap) -> Isi:
    if s.salah:
        return s.kalimat("tertulis")
    return s.tentang("kutip", s.kasus[0]) if s.satu and s.kasus[0].tercetak else ""


def _seharusnya(s: Setiap) -> Kalimat:
    return s.kalimat("seharusnya")


def _rincian(s: Setiap) -> tuple[Kalimat, ...]:
    return tuple(s.tentang("rinci", k) for k in s.salah) if s.rinci else ()


@attrs.frozen(slots=True, eq=False, kw_only=True, field_transformer=short_repr)
class Setiap(Syarat):
    """Each of several cases of one kind is as it should be.

    What it says has keys by the kind of its cases: `batas.satu` or `batas.semua` is what is stated, `batas.tertulis`
    and `batas.seharusnya` are what is printed and what should be, `batas.kutip` is a case within `{daftar}`,
    `batas.rinci` a case told by itself. A rule that says one of them better has words of its own under that key, in
    `Aturan.kalimat`; else they are those of the kind, in the catalogue. They are filled with the number of cases
    (`banyak`), of those at fault (`n`), the latter in a row (`daftar`), and what the first case at fault, or the first
    case, says of itself.

    Attributes:
        kasus: the cases, one or more, of one kind.
        satu: whether it is about one case by itself, so that what holds is shown too; else it is about all of them
            together, and its evidence are the cases at fault.
        isi: what fills its words besides, by name.
        sambung: what stands between the cases at fault in a row; see `sakip.teks.kalimat.Daftar`.
        rinci: whether the cases at fault are told one by one.
        lengkap: whether all cases are its evidence where none is at fault.
        salah: the cases that are not as they should be.
        bukti, tertulis, rincian: as of every condition; where they are not given, those of the cases at fault.
    """

    kasus: tuple[Kasus, ...] = attrs.field(converter=_ada)
    satu: bool = False
    isi: Mapping[str, Isi] = attrs.field(factory=dict)
    sambung: str = "titik_koma"
    rinci: bool = False
    lengkap: bool = False
    salah: tuple[Kasus, ...] = attrs.field(init=False, default=attrs.Factory(_salah, takes_self=True))
    terpenuhi: bool | None = attrs.field(init=False, default=attrs.Factory(_terpenuhi, takes_self=True))
    bukti: tuple[Butir, ...] = attrs.field(default=attrs.Factory(_bukti, takes_self=True))
    jenis: str = attrs.field(init=False, default=attrs.Factory(_jenis, takes_self=True))
    uraian: str | Kalimat = attrs.field(init=False, default=attrs.Factory(_uraian, takes_self=True))
    tertulis: Isi = attrs.field(default=attrs.Factory(_tertulis, takes_self=True))
    seharusnya: Isi = attrs.field(init=False, default=attrs.Factory(_seharusnya, takes_self=True))
    rincian: tuple[Isi, ...] = attrs.field(default=attrs.Factory(_rincian, takes_self=True))

    def kalimat(self, apa: str) -> Kalimat:
        pertama = (self.salah or self.kasus)[0]
        dikutip = self.kasus if self.satu else self.salah
        daftar = Daftar(tuple(self.tentang("kutip", k) for k in dikutip), None, self.sambung, ulang=True)
        isi = {**pertama.kata, **self.isi, "n": len(self.salah), "banyak": len(self.kasus), "daftar": daftar}
        return kalimat(f"{self.kode}.{pertama.bentuk}.{apa}", **isi)

    def tentang(self, apa: str, k: Kasus) -> Kalimat:
        return kalimat(f"{self.kode}.{k.bentuk}.{apa}", **{**self.isi, **k.kata})


def sendiri(
    kode: str,
    kasus: Iterable[Kasus],
    *,
    isi: Mapping[str, Isi] | None = None,
    sambung: str = "titik_koma",
    menguji: bool = False,
) -> Iterator[Setiap]:
    """One relation for each case that holds, one for all that do not; see `Setiap`."""
    semua = tuple(kasus)
    for k in semua:
        if k.sesuai:
            yield Setiap(kode=kode, kasus=(k,), satu=True, isi=isi or {}, tertulis="", menguji=menguji)
    if salah := tuple(k for k in semua if not k.sesuai):
        yield Setiap(kode=kode, kasus=salah, isi=isi or {}, sambung=sambung, rinci=True, menguji=menguji)
