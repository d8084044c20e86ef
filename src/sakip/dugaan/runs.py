"""Slips that explain several edits at once: a run of lines shifted, two cells swapped, a line copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.angka.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sakip.dugaan.knots import Suntingan
    from sakip.fakta.register import Butir, Register

__all__ = ["Gabungan", "gabungkan"]


@attrs.frozen(slots=True, eq=False)
class Gabungan:
    """Edits with one cause.

    `satu` is a single figure, `geser` a run of lines, `tukar` two cells, `salin` figures of a line that print what
    the line above or below prints, `pasangan` a numerator and a denominator that together belong to another year.

    Attributes:
        langkah: for a run: +1 when each value belongs one line further down, -1 one line up.
        tujuan: for a run: the line to which each printed value belongs; for a copied line: where it was copied from.
        isi: for a pair: the year and the value it belongs to.
    """

    jenis: str
    suntingan: tuple[Suntingan, ...]
    langkah: int = 0
    tujuan: tuple[Butir, ...] = ()
    isi: Mapping[str, str] = attrs.field(factory=dict)


def gabungkan(reg: Register, suntingan: Iterable[Suntingan]) -> list[Gabungan]:
    """Group edits by their common cause, in the order of the report."""
    sisa = {s.butir: s for s in suntingan}
    hasil: list[Gabungan] = []
    for kolom in dict.fromkeys(b.susunan[0] for b in sisa if b.susunan[0] and b.nilai is not None):
        deret = reg.kolom[kolom]
        benar = [_benar(b, sisa) for b in deret]
        for langkah in (1, -1):
            for run in _geseran(deret, benar, sisa, langkah):
                if len(run) == 2 and _bertukar(*(sisa[b] for b in run)):
                    continue  # each prints what the other should: no third line is needed to explain it
                tujuan = tuple(deret[deret.index(b) + langkah] for b in run)
                hasil.append(Gabungan("geser", tuple(sisa.pop(b) for b in run), langkah, tujuan))
    for a, b in _tukaran(list(sisa.values())):
        if a.butir in sisa and b.butir in sisa:
            hasil.append(Gabungan("tukar", (sisa.pop(a.butir), sisa.pop(b.butir))))
    for salinan, sumber in _salinan(reg, list(sisa)):
        hasil.append(Gabungan("salin", tuple(sisa.pop(b) for b in salinan), tujuan=tuple(sumber)))
    for a, b, isi in _pasangan(reg, list(sisa.values())):
        hasil.append(Gabungan("pasangan", (sisa.pop(a.butir), sisa.pop(b.butir)), isi=isi))
    hasil += [Gabungan("satu", (s,)) for s in sisa.values()]
    return sorted(hasil, key=lambda g: g.suntingan[0].butir.urut)


def _benar(b: Butir, sunting: dict[Butir, Suntingan]) -> Interval | None:
    """What a line should print: as far as it was rounded, an interval."""
    s = sunting.get(b)
    if s is None:
        return None if b.nilai is None else Interval.titik(b.nilai)
    return s.nilai if isinstance(s.nilai, Interval) else None


def _geseran(
    deret: list[Butir], benar: list[Interval | None], sunting: dict[Butir, Suntingan], langkah: int
) -> Iterator[list[Butir]]:
    """Maximal runs of edited lines whose printed values are due `langkah` lines further."""
    run: list[Butir] = []
    for i, b in enumerate(deret):
        j = i + langkah
        tujuan = benar[j] if 0 <= j < len(deret) else None
        if b in sunting and b.nilai is not None and tujuan is not None and tujuan.memuat(b.nilai):
            run.append(b)
            continue
        if len(run) > 1:
            yield run
        run = []
    if len(run) > 1:
        yield run


def _tukaran(sunting: list[Suntingan]) -> Iterator[tuple[Suntingan, Suntingan]]:
    """Pairs of edits in one table or form, each printing what the other should."""
    for i, a in enumerate(sunting):
        for b in sunting[i + 1 :]:
            if a.butir.wadah != b.butir.wadah or a.butir.peran is not b.butir.peran:
                continue
            if _bertukar(a, b):
                yield a, b


def _bertukar(a: Suntingan, b: Suntingan) -> bool:
    return _cocok(a, b) and _cocok(b, a)


def _salinan(reg: Register, sunting: list[Butir]) -> Iterator[tuple[list[Butir], list[Butir]]]:
    """Two edits or more in one line, each with the print of the same neighbouring line in its column."""
    sama: dict[tuple[str, int, int], list[tuple[Butir, Butir]]] = {}
    for b in sunting:
        deret = reg.kolom.get(b.susunan[0], [])
        for langkah in (-1, 1):
            i = deret.index(b) + langkah if b in deret else -1
            if 0 <= i < len(deret) and b.nilai and deret[i].nilai == b.nilai:
                baris = (b.susunan[0].partition("|")[0], b.susunan[1], langkah)
                sama.setdefault(baris, []).append((b, deret[i]))
    sudah: set[Butir] = set()
    for pasangan in sama.values():
        bersih = [(b, c) for b, c in pasangan if b not in sudah]
        if len(bersih) > 1 and len({c.susunan[1] for _, c in bersih}) == 1:
            sudah |= {b for b, _ in bersih}
            yield [b for b, _ in bersih], [c for _, c in bersih]


def _cocok(a: Suntingan, b: Suntingan) -> bool:
    return isinstance(b.nilai, Interval) and a.butir.nilai is not None and b.nilai.memuat(a.butir.nilai)


def _pasangan(reg: Register, sunting: list[Suntingan]) -> Iterator[tuple[Suntingan, Suntingan, dict[str, str]]]:
    """A printed numerator and denominator whose ratio is the realisation of another year."""
    bawah = {s.butir.kunci: s for s in sunting if s.butir.kunci is not None and s.butir.peran.nama == "penyebut"}
    for a in sunting:
        k = a.butir.kunci
        b = bawah.get(k._replace(peran="penyebut")) if k is not None and k.peran == "pembilang" else None
        if k is None or b is None or not a.butir.nilai or not b.butir.nilai:
            continue
        hasil = 100 * a.butir.nilai / b.butir.nilai
        for lain, cetakan in reg.fakta.items():
            c = cetakan[0]
            sejenis = lain.subjek == k.subjek and lain.peran == "realisasi" and lain.periode != k.periode
            if sejenis and c.cetak is not None and c.cetak.memuat(hasil):
                yield a, b, {"tahun": str(lain.periode), "hasil": c.teks, "dari": c.tempat}
                break
