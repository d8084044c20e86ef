"""Relasi: what must hold between figures, and whether it does.

Rules declare relations; this module evaluates them. A relation can also be asked whether it would
hold with other values (`dipenuhi`) and which value of one figure would make it hold (`usul`): that
is all error localization needs to know of it.
"""

from __future__ import annotations

import enum
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from sakip.angka.angka import Jenis
from sakip.angka.interval import Interval
from sakip.model.timbangan import Dasar
from sakip.relasi.jalur import Bila, Jalur, ada, nilai_operan
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sakip.fakta.butir import Butir
    from sakip.hukum.skala import Skala

__all__ = [
    "BERLAKU",
    "DIBATASI",
    "DIPOTONG",
    "KASAR",
    "RUMUS_LAIN",
    "Arah",
    "Bacaan",
    "Bila",
    "Evaluasi",
    "Jalur",
    "Peringkat",
    "Putusan",
    "Relasi",
    "Rumusan",
    "Sama",
    "Syarat",
]


class Putusan(enum.Enum):
    """The outcome of a relation."""

    SESUAI = "sesuai"
    PEMBULATAN = "pembulatan"
    TIDAK_SESUAI = "tidak_sesuai"
    TAK_DAPAT_DIPERIKSA = "tak_dapat_diperiksa"
    GALAT_ATURAN = "galat_aturan"


@attrs.frozen(slots=True)
class Evaluasi:
    """The outcome, the way that led to it, and the reason when there is no outcome.

    Attributes:
        putusan: the outcome.
        jalur: the way of reckoning that held, or came nearest, where a relation allows several.
        alasan: why it could not be checked.
    """

    putusan: Putusan
    jalur: str = ""
    alasan: str = ""


@attrs.frozen(slots=True)
class Bacaan:
    """How a part of a report was read: a hypothesis that all relations which rest on it share.

    Attributes:
        kunci: what was read: the table, the column or row, the rule.
        uraian: as what, in words.
        dasar: what that rests on.
        pilihan: which of several readings of the same thing this is; empty where there is one.
        biaya: what it costs to depart from the words so far, in lines that would be wrong.
    """

    kunci: tuple[object, ...]
    uraian: str
    dasar: Dasar = Dasar.LAZIM
    pilihan: str = ""
    biaya: Fraction = Fraction()


BERLAKU = frozenset({Putusan.SESUAI, Putusan.PEMBULATAN})
"""The outcomes of a relation that holds."""

DIPOTONG = "dipotong, bukan dibulatkan"
"""The reason given with an outcome that holds only because digits were cut off."""

DIBATASI = "dibatasi"
RUMUS_LAIN = "rumusnya lain"
KASAR = "dihitung dari angka yang lebih rinci"
BILA_RINCI = "hanya sesuai bila dihitung dari angka yang lebih rinci daripada yang tercetak"

SESUAI = Evaluasi(Putusan.SESUAI)
PEMBULATAN = Evaluasi(Putusan.PEMBULATAN)
TIDAK_SESUAI = Evaluasi(Putusan.TIDAK_SESUAI)


@attrs.frozen(slots=True, eq=False, kw_only=True)
class Relasi:
    """What a rule says must hold.

    Attributes:
        kode: the code of the rule.
        jenis: jumlah, selisih, rasio, rerata, hasil, sama, peringkat, urutan or syarat.
        uraian: what is stated, in words.
        lunak: evidence only: it may fail for an innocent reason, so it accuses nobody by itself.
        bacaan: the reading that it rests on; None where nothing was read into the print.
    """

    kode: str
    jenis: str
    uraian: str
    lunak: bool = False
    bacaan: Bacaan | None = None

    @property
    def butir(self) -> tuple[Butir, ...]:
        """Every figure and label that takes part."""
        raise NotImplementedError

    @property
    def semua_kode(self) -> tuple[str, ...]:
        """The code of its rule, and those that it may be reported under besides."""
        return (self.kode,)

    def kode_untuk(self, butir: Butir) -> str:  # noqa: ARG002 - for the kinds that tell prints apart
        """The code under which `butir` is reported, where it is at fault."""
        return self.kode

    @property
    def diuji(self) -> tuple[Butir, ...]:
        """The figures whose values it tests: where it holds, another value of one of them would have been noticed.

        Numbering, notation, questions, structure, a class or a direction vouch for no value.
        """
        return ()

    def evaluasi(self) -> Evaluasi:
        """The outcome for the figures as printed."""
        raise NotImplementedError

    def dipenuhi(self, ubah: Mapping[Butir, Interval | str]) -> bool:
        """Whether it would hold with the values of `ubah` in place of the printed ones."""
        raise NotImplementedError

    def usul(self, butir: Butir, ubah: Mapping[Butir, Interval | str]) -> Interval | None:
        """The values of `butir` that would make it hold, all else as printed or in `ubah`."""
        raise NotImplementedError


def _cetak(b: Butir, ubah: Mapping[Butir, Interval | str]) -> Interval:
    n = ubah.get(b)
    if isinstance(n, Interval):
        return Interval(n.bawah - b.setengah, n.atas + b.setengah) if n.tunggal else n
    return ada(b.cetak)


@attrs.frozen(slots=True, eq=False, kw_only=True)
class Rumusan(Relasi):
    """A result that follows from other figures by a formula, in one of several ways.

    Attributes:
        kecuali: why a failure proves nothing, when it does not: a part of the sum that was left blank.
            A missing value is never taken for zero; that the rest adds up all the same is worth knowing.
        wajar: ways that would explain another result innocently, such as a cap that nothing states: what follows by one
            of them alone is asked about.
        keliru: ways that are wrong here and that slips take: a result that follows one of them is the wrong figure.
    """

    hasil: Butir
    jalur: tuple[Jalur, ...]
    kecuali: str = ""
    wajar: tuple[Jalur, ...] = ()
    keliru: tuple[Jalur, ...] = ()

    @property
    def butir(self) -> tuple[Butir, ...]:
        return self._butir

    @property
    def diuji(self) -> tuple[Butir, ...]:
        return self._butir

    @cached_property
    def _butir(self) -> tuple[Butir, ...]:
        return tuple(dict.fromkeys([self.hasil, *(b for j in self.jalur for b in j.operan)]))

    def potongan(self) -> bool | None:
        """Whether the result is the exact one cut off (True) or rounded (False); None where both, or neither."""
        cetak = ada(self.hasil.cetak)
        for j in self.jalur_berlaku({}):
            tepat = self.hitung(j)
            if tepat is None or tepat < 0:
                continue
            if self.memotong(tepat):
                return True
            if cetak.memuat(tepat) and tepat < (self.hasil.nilai or 0):
                return False
        return None

    def memotong(self, tepat: Fraction) -> bool:
        """Whether the result is this exact one cut off, and not rounded."""
        cetak = ada(self.hasil.cetak)
        return _terpotong(self.hasil, cetak, Interval.titik(tepat)) and not cetak.memuat(tepat)

    def keliru_tercetak(self) -> bool:
        """Whether the result is what one of the wrong ways gives, to the last digit."""
        return any(bawah and _membulat(atas, bawah, self.hasil) for atas, bawah in (j.nisbah() for j in self.keliru))

    def hitung(self, jalur: Jalur) -> Fraction | None:
        """The exact result from the figures as printed; None when it divides by zero."""
        atas, bawah = jalur.nisbah()
        return Fraction(atas, bawah) if bawah else None

    def evaluasi(self) -> Evaluasi:
        y = self.hasil
        if not y.penyebut:
            return Evaluasi(Putusan.TAK_DAPAT_DIPERIKSA, alasan=f"{y.nama} bukan angka")
        hasil = [(j.nama, *j.nisbah()) for j in self.jalur_berlaku({})]
        for nama, atas, bawah in hasil:
            if bawah and _membulat(atas, bawah, y):
                return _tepat(nama)
        if not any(bawah for _, _, bawah in hasil):
            return Evaluasi(Putusan.TAK_DAPAT_DIPERIKSA, alasan="pembaginya nol")
        return self._evaluasi_rentang(ada(y.cetak))

    def _evaluasi_rentang(self, cetak: Interval) -> Evaluasi:
        """The outcome for figures that were rounded before they were printed."""
        rentang = [(j.nama, r) for j in self.jalur_berlaku({}) if (r := j.rentang({})) is not None]
        for nama, r in rentang:
            if r.bertemu(cetak):
                return Evaluasi(Putusan.PEMBULATAN, nama)
        for nama, r in rentang:
            if _terpotong(self.hasil, cetak, r):
                return Evaluasi(Putusan.PEMBULATAN, nama, DIPOTONG)
        if self.kecuali:
            return Evaluasi(Putusan.TAK_DAPAT_DIPERIKSA, alasan=self.kecuali)
        for j in self.wajar:
            if (r := j.rentang({})) is not None and r.bertemu(cetak):
                return Evaluasi(
                    Putusan.TAK_DAPAT_DIPERIKSA, j.nama, f"hanya sesuai bila {j.nama}, yang tidak dinyatakan laporan"
                )
        halus = {b: ada(b.cetak) for b in self.butir if b.kasar and b is not self.hasil}
        if halus and any((r := j.rentang(halus)) is not None and r.bertemu(cetak) for j in self.jalur_berlaku({})):
            return Evaluasi(Putusan.TAK_DAPAT_DIPERIKSA, KASAR, BILA_RINCI)
        return Evaluasi(Putusan.TIDAK_SESUAI, self.jalur_berlaku({})[0].nama)

    def jalur_berlaku(self, ubah: Mapping[Butir, Interval | str]) -> list[Jalur]:
        """The ways that are right for these values."""
        return [j for j in self.jalur if j.bila is None or j.bila.berlaku(ubah)]

    def dipenuhi(self, ubah: Mapping[Butir, Interval | str]) -> bool:
        cetak = _cetak(self.hasil, ubah)
        rentang = (j.rentang(ubah) for j in self.jalur_berlaku(ubah))
        return bool(self.kecuali) or any(
            r.bertemu(cetak) or _terpotong(self.hasil, cetak, r) for r in rentang if r is not None
        )

    def tanpa(self, butir: Butir, ubah: Mapping[Butir, Interval | str]) -> bool:
        """Whether it holds in a way that `butir` has no part in, so that it says nothing of it."""
        if butir is self.hasil:
            return False
        cetak = _cetak(self.hasil, ubah)
        lain = (j.rentang(ubah) for j in self.jalur_berlaku(ubah) if butir not in j.operan)
        return any(r.bertemu(cetak) for r in lain if r is not None)

    def usul(self, butir: Butir, ubah: Mapping[Butir, Interval | str]) -> Interval | None:
        return next(self.semua_usul(butir, ubah), None)

    def semua_usul(self, butir: Butir, ubah: Mapping[Butir, Interval | str]) -> Iterator[Interval]:
        """The values of `butir` that would make it hold, way by way."""
        for j in self.jalur:
            if j.cadangan:
                continue
            if butir is self.hasil:
                usulan = j.rentang(ubah)
            elif butir in j.operan:
                usulan = j.balik(butir, _cetak(self.hasil, ubah), ubah)
            else:
                continue
            if usulan is not None and (j.bila is None or j.bila.berlaku({**ubah, butir: usulan})):
                yield usulan


@attrs.frozen(slots=True, eq=False, kw_only=True)
class Sama(Relasi):
    """Several prints of one fact.

    Attributes:
        kode_media: the code to report a print under, by where it stands; all under `kode` where it is empty.
    """

    cetakan: tuple[Butir, ...]
    kode_media: Mapping[str, str] = attrs.field(factory=dict)
    jenis: str = "sama"

    @property
    def butir(self) -> tuple[Butir, ...]:
        return self.cetakan

    @property
    def semua_kode(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.kode, *map(self.kode_untuk, self.cetakan))))

    def kode_untuk(self, butir: Butir) -> str:
        return self.kode_media.get(butir.media, self.kode)

    @property
    def diuji(self) -> tuple[Butir, ...]:
        return self.cetakan

    def evaluasi(self) -> Evaluasi:
        b0 = self.cetakan[0]
        if not b0.penyebut:
            sama = len({baku(b.label) for b in self.cetakan}) == 1
            return SESUAI if sama else TIDAK_SESUAI
        atas, bawah = b0.pembilang, b0.penyebut
        if all(b.pembilang * bawah == atas * b.penyebut for b in self.cetakan):
            return SESUAI
        return PEMBULATAN if self._bertemu({}) else TIDAK_SESUAI

    def dipenuhi(self, ubah: Mapping[Butir, Interval | str]) -> bool:
        if self.cetakan[0].nilai is None:
            return len({baku(str(ubah.get(b, b.label))) for b in self.cetakan}) == 1
        return self._bertemu(ubah)

    def _bertemu(self, ubah: Mapping[Butir, Interval | str]) -> bool:
        """Whether every print is the value of the finest print, rounded to its own decimals.

        An exact target of 80 is not a rounded 80,25; money may be printed without its sen.
        """
        halus = min(self.cetakan, key=lambda b: b.setengah)
        nilai = nilai_operan(halus, ubah).tengah
        pasti = halus.peran.pasti and halus.peran.jenis is not Jenis.RUPIAH
        for b in self.cetakan:
            n = nilai_operan(b, ubah).tengah
            if n != nilai and (pasti or b.setengah == halus.setengah or abs(n - nilai) > b.setengah):
                return False
        return True

    def kelompok(self, ubah: Mapping[Butir, Interval | str]) -> list[list[Butir]]:
        """The prints grouped by the value they agree on, the largest group first."""
        hasil: dict[object, list[Butir]] = {}
        for b in self.cetakan:
            n = ubah.get(b)
            kunci: object = b.nilai if b.nilai is not None else baku(b.label)
            if isinstance(n, Interval):
                kunci = n.tengah
            elif isinstance(n, str):
                kunci = baku(n)
            hasil.setdefault(kunci, []).append(b)
        return sorted(hasil.values(), key=lambda g: (-len(g), g[0].urut))

    def usul(self, butir: Butir, ubah: Mapping[Butir, Interval | str]) -> Interval | None:
        lain = [b for b in self.cetakan if b is not butir]
        kelompok = next((g for g in self.kelompok(ubah) if butir not in g), lain)
        return nilai_operan(kelompok[0], ubah) if kelompok and butir.nilai is not None else None


@attrs.frozen(slots=True, eq=False, kw_only=True)
class Peringkat(Relasi):
    """A label that a scale gives to a value."""

    label: Butir
    nilai: Butir
    skala: Skala
    jenis: str = "peringkat"

    @property
    def butir(self) -> tuple[Butir, ...]:
        return (self.label, self.nilai)

    def evaluasi(self) -> Evaluasi:
        tepat = self.skala.label_berlaku(Interval.titik(ada(self.nilai.nilai)))
        if self._label({}) in tepat:
            return SESUAI
        if not self.skala.label_berlaku(_cetak(self.nilai, {})):
            return Evaluasi(Putusan.TAK_DAPAT_DIPERIKSA, alasan="nilainya di dalam celah skala")
        return PEMBULATAN if self.dipenuhi({}) else TIDAK_SESUAI

    def dipenuhi(self, ubah: Mapping[Butir, Interval | str]) -> bool:
        return self._label(ubah) in self.skala.label_berlaku(_cetak(self.nilai, ubah))

    def _label(self, ubah: Mapping[Butir, Interval | str]) -> str:
        """The class that the print means, by its label; the print itself when the scale has no such class."""
        teks = ubah.get(self.label)
        kelas = self.skala.cari(teks if isinstance(teks, str) else self.label.label)
        return kelas.label if kelas is not None else self.label.label

    def label_benar(self, ubah: Mapping[Butir, Interval | str]) -> str | None:
        """The label the scale gives; None in a gap of the scale or between two classes."""
        mungkin = self.skala.label_berlaku(_cetak(self.nilai, ubah))
        tengah = self.skala.label_berlaku(Interval.titik(nilai_operan(self.nilai, ubah).tengah))
        pilihan = tuple(tengah or mungkin)
        return pilihan[0] if pilihan else None

    def usul(self, butir: Butir, ubah: Mapping[Butir, Interval | str]) -> Interval | None:  # noqa: ARG002 - a class has no one value
        return None


@attrs.frozen(slots=True, eq=False, kw_only=True)
class Arah(Relasi):
    """A movement that a sentence states: each figure above (`naik`), below (`turun`) or equal to the one before."""

    arah: str
    deret: tuple[Butir, ...]
    kata: Butir
    jenis: str = "urutan"

    @property
    def butir(self) -> tuple[Butir, ...]:
        return (self.kata, *self.deret)

    def evaluasi(self) -> Evaluasi:
        return SESUAI if self.dipenuhi({}) else TIDAK_SESUAI

    def dipenuhi(self, ubah: Mapping[Butir, Interval | str]) -> bool:
        pasangan = [(nilai_operan(a, ubah).tengah, nilai_operan(b, ubah).tengah) for a, b in pairwise(self.deret)]
        if self.arah == "naik":
            return all(a < b for a, b in pasangan)
        if self.arah == "turun":
            return all(a > b for a, b in pasangan)
        kasar = [max(a.setengah, b.setengah) if a.setengah != b.setengah else 0 for a, b in pairwise(self.deret)]
        return all(abs(a - b) <= k for (a, b), k in zip(pasangan, kasar, strict=True))

    def usul(self, butir: Butir, ubah: Mapping[Butir, Interval | str]) -> Interval | None:  # noqa: ARG002 - no one value
        return None


@attrs.frozen(slots=True, eq=False, kw_only=True)
class Syarat(Relasi):
    """A structural condition: an owner for each sub kegiatan, a superior one level up.

    Attributes:
        terpenuhi: whether it holds; None when it cannot be told.
        bukti: the figures and labels that show it, the one at fault first.
        tertulis, seharusnya: what is printed and what should be, in words.
        rincian: the single cases, where the condition is about several.
        alasan: why it cannot be told, or what innocent reading there is.
        menguji: whether it compares the values of `bukti` with each other.
    """

    terpenuhi: bool | None
    bukti: tuple[Butir, ...] = ()
    tertulis: str = ""
    seharusnya: str = ""
    rincian: tuple[str, ...] = ()
    alasan: str = ""
    menguji: bool = False
    jenis: str = "syarat"

    @property
    def butir(self) -> tuple[Butir, ...]:
        return self.bukti

    @property
    def diuji(self) -> tuple[Butir, ...]:
        return self.bukti if self.menguji else ()

    def evaluasi(self) -> Evaluasi:
        if self.terpenuhi is None:
            return Evaluasi(Putusan.TAK_DAPAT_DIPERIKSA, alasan=self.alasan)
        return SESUAI if self.terpenuhi else TIDAK_SESUAI

    def dipenuhi(self, ubah: Mapping[Butir, Interval | str]) -> bool:  # noqa: ARG002 - structure has no values
        return self.terpenuhi is not False

    def usul(self, butir: Butir, ubah: Mapping[Butir, Interval | str]) -> Interval | None:  # noqa: ARG002 - as above
        return None


def _terpotong(b: Butir, cetak: Interval, hasil: Interval) -> bool:
    """Whether `hasil`, its digits cut off instead of rounded, is what is printed: less than one unit more.

    Money, counts and targets are never cut off: there a rupiah less is an error.
    """
    if b.nilai is None or b.nilai <= 0 or b.peran.pasti or b.peran.jenis is Jenis.RUPIAH:
        return False
    return hasil.atas >= cetak.bawah and hasil.bawah < cetak.atas + b.setengah


def _membulat(atas: int, bawah: int, cetak: Butir) -> bool:
    """Whether `atas / bawah`, rounded half-up to the decimals printed, is what is printed."""
    beda = atas * cetak.penyebut - cetak.pembilang * bawah
    lebih = 2 * abs(beda) - cetak.langkah * abs(bawah)
    if lebih:
        return lebih < 0
    return beda == 0 or (beda < 0) == (atas > 0)


@lru_cache(maxsize=256)
def _tepat(jalur: str) -> Evaluasi:
    return Evaluasi(Putusan.SESUAI, jalur)
