"""The cards of the findings, and what they can be filtered by."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs

from sakip.aturan.definisi import KEPARAHAN
from sakip.hukum.regulasi import Keyakinan
from sakip.tinjauan.tanggapan import tanggapan_untuk
from sakip.tulis.teks import bersih
from sakip.tulis.words.kamus import sebut_lokasi, sebut_semua

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sakip.temuan.temuan import Temuan
    from sakip.tulis.html.bahan import Bahan, Tautan, Unit
    from sakip.tulis.words.kamus import Kamus

__all__ = [
    "DasarHukum",
    "Kartu",
    "Kelompok",
    "Pilihan",
    "kelompok",
    "pilihan_keparahan",
    "pilihan_rumpun",
    "pilihan_unit",
]

PANJANG_DERET = 160
"""Characters beyond which items in a row are put one below the other."""

OPERAN = 12
"""Figures shown of one finding when not everything is asked for; their places are all named above them."""

PERTIMBANGAN = frozenset({"celah", "materialitas", "terbatas", "kalimat"})
"""What is said beside a finding without being a cause of it."""

_YAKIN = {k.uraian: k.name.lower() for k in Keyakinan}


@attrs.frozen(slots=True)
class DasarHukum:
    """A citation and how sure we are of it (`ya`, `praktik`, `belum`)."""

    kutipan: str
    yakin: str
    kata: str


@attrs.frozen(slots=True)
class Bertempat:
    """A text with the place it speaks of."""

    teks: str
    letak: str


@attrs.frozen(slots=True, kw_only=True)
class Kartu:
    """A finding as the page shows it. `pesan` is a sentence, `butir` the items it lists, `ekor` its end;
    `ulang` when it only repeats the title and the figures. `jawaban` is what the office answered, if anything."""

    id: str
    no: int
    kode: str
    judul: str
    keparahan: str
    kata_keparahan: str
    rumpun: str
    unit: tuple[Unit, ...]
    tempat: str
    letak: tuple[str, ...]
    tertulis: str
    seharusnya: str
    selisih: str
    angka: bool
    pesan: str
    butir: tuple[str, ...]
    ekor: str
    ulang: bool
    dugaan: tuple[str, ...]
    pertimbangan: tuple[str, ...]
    bukti: tuple[str, ...]
    akibat: tuple[Bertempat, ...]
    operan: tuple[Bertempat, ...]
    dasar: tuple[DasarHukum, ...]
    sidik: str
    jawaban: str
    terbuka: bool


@attrs.frozen(slots=True)
class Kelompok:
    """The findings of one severity."""

    keparahan: str
    judul: str
    kartu: tuple[Kartu, ...]


@attrs.frozen(slots=True)
class Pilihan:
    """A choice of a filter, with how many findings it has."""

    nilai: str
    nama: str
    banyak: int


def kelompok(b: Bahan) -> tuple[Kelompok, ...]:
    """The findings by severity, in the order of the review."""
    semua = list(zip(b.reviu.temuan, b.urutan, strict=True))
    return tuple(
        Kelompok(k, b.kata(k), tuple(_kartu(b, t, x) for t, x in semua if t.keparahan == k))
        for k, n in b.reviu.hitung_keparahan().items()
        if n
    )


def pilihan_keparahan(kata: Kamus, kartu: Iterable[Kartu]) -> tuple[Pilihan, ...]:
    """The severities, whether they have findings or not."""
    n = Counter(k.keparahan for k in kartu)
    return tuple(Pilihan(k, kata(k), n[k]) for k in KEPARAHAN)


def pilihan_rumpun(kata: Kamus, kartu: Iterable[Kartu]) -> tuple[Pilihan, ...]:
    """The families that have findings."""
    n = Counter(k.rumpun for k in kartu)
    return tuple(Pilihan(r, kata.keluarga(r), x) for r, x in sorted(n.items()))


def pilihan_unit(kartu: Iterable[Kartu]) -> tuple[Pilihan, ...]:
    """The offices and parts of the report that have findings; the parts last."""
    n = Counter(u for k in kartu for u in k.unit)
    urut = sorted(n.items(), key=lambda x: (x[0].kunci.startswith("bagian-"), x[0].nama))
    return tuple(Pilihan(u.kunci, u.nama, x) for u, x in urut)


def _kartu(b: Bahan, t: Temuan, tautan: Tautan) -> Kartu:
    kata, bahasa = b.kata, b.opsi.bahasa
    pesan, butir, ekor = kata.berbutir(t, PANJANG_DERET)
    keadaan, jawaban = tanggapan_untuk(b.reviu, t)
    tertulis, seharusnya = kata.ucap(t.tertulis), kata.ucap(t.seharusnya)
    return Kartu(
        id=tautan.jangkar,
        no=tautan.no,
        kode=t.kode,
        judul=kata.judul(t.kode),
        keparahan=t.keparahan,
        kata_keparahan=kata(f"satu.{t.keparahan}"),
        rumpun=t.kode.rstrip("0123456789"),
        unit=tuple(b.unit(t)),
        tempat=kata.ucap(t.tempat),
        letak=tuple(sebut_semua(t.lokasi, bahasa)),
        tertulis=tertulis,
        seharusnya=seharusnya,
        selisih=t.selisih,
        angka=bool(t.selisih) or max(len(tertulis), len(seharusnya)) <= 28,
        pesan=_besar(bersih(pesan)),
        butir=tuple(map(bersih, butir)),
        ekor=_besar(bersih(ekor)),
        ulang=t.kunci == "syarat" and bool(tertulis and seharusnya),
        dugaan=tuple(kata.penjelasan(d) for d in t.dugaan if d.jenis not in PERTIMBANGAN),
        pertimbangan=tuple(kata.penjelasan(d) for d in t.dugaan if d.jenis in PERTIMBANGAN),
        bukti=tuple(map(kata.ucap, t.bukti)),
        akibat=tuple(Bertempat(kata.akibat(a), sebut_lokasi(a.lokasi, bahasa)) for a in t.akibat),
        operan=_operan(b, t),
        dasar=tuple(_dasar(b, d) for d in kata.dasar(t.dasar)),
        sidik=t.id,
        jawaban="" if jawaban is None else kata.jawaban(jawaban, keadaan),
        terbuka=keadaan.terbuka,
    )


def _operan(b: Bahan, t: Temuan) -> tuple[Bertempat, ...]:
    """The figures that took part; the first ones of many."""
    semua = [
        Bertempat(
            f"{b.kata.ucap(o.nama)}: {o.nilai or b.kata('html.tanpa_angka')}", sebut_lokasi(o.lokasi, b.opsi.bahasa)
        )
        for o in t.operan
    ]
    if b.opsi.rinci or len(semua) <= OPERAN:
        return tuple(semua)
    return (*semua[: OPERAN - 1], Bertempat(b.kata("lainnya", n=len(semua) - OPERAN + 1), ""))


def _dasar(b: Bahan, teks: str) -> DasarHukum:
    depan, kurung, uraian = teks.rpartition(" [")
    yakin = _YAKIN.get(uraian.removesuffix("]"), "") if kurung else ""
    if not yakin:
        return DasarHukum(teks, "belum", b.kata("yakin.belum"))
    return DasarHukum(depan, yakin, b.kata(f"yakin.{yakin}"))


def _besar(teks: str) -> str:
    return teks[:1].upper() + teks[1:]
