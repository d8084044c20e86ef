"""Whether a review of a small case says what it must, and nothing that it must not."""

from __future__ import annotations

import csv
import re
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias, cast, get_args

import attrs

from sakip.tulis.words.kamus import pesan

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sakip.temuan.temuan import Temuan

__all__ = ["FOLDER", "Harapan", "Jenis", "Pasangan", "baca_harapan", "keberatan", "sama"]

FOLDER = Path(__file__).parent

Jenis: TypeAlias = Literal["bersih", "tanpa_kesalahan", "temuan", "ditanyakan"]
"""What must come out: nothing above a note; no kesalahan; these figures blamed and no others; these asked about."""

LUNAK = "below kesalahan"
"""What `keterangan` says where a question is due and a kesalahan would claim too much."""


@attrs.frozen
class Pasangan:
    """A figure as printed, and what it should be: any of these, or nothing that is said."""

    tercetak: str
    seharusnya: tuple[str, ...] = ()


@attrs.frozen
class Harapan:
    """What is expected of one file."""

    berkas: str
    jenis: Jenis
    pasangan: tuple[Pasangan, ...]
    keterangan: str
    bagian: str


def baca_harapan(jalur: Path = FOLDER / "harapan.csv") -> tuple[Harapan, ...]:
    """The expectations, one a file, in their order."""
    hasil: dict[str, Harapan] = {}
    with jalur.open(encoding="utf-8", newline="") as f:
        for n, b in enumerate(csv.DictReader(f), 2):
            if b["jenis"] not in get_args(Jenis):
                raise ValueError(f"{jalur.name}:{n}: jenis {b['jenis']!r}")
            pilihan = tuple(b["seharusnya"].split("|")) if b["seharusnya"] else ()
            pasangan = (Pasangan(b["tercetak"], pilihan),) if b["tercetak"] else ()
            h = Harapan(b["berkas"], cast("Jenis", b["jenis"]), pasangan, b["keterangan"], b["bagian"])
            if (dulu := hasil.get(h.berkas)) is not None:
                if attrs.evolve(dulu, pasangan=pasangan) != h:
                    raise ValueError(f"{jalur.name}:{n}: {h.berkas} is told in two ways")
                h = attrs.evolve(h, pasangan=dulu.pasangan + pasangan)
            hasil[h.berkas] = h
    return tuple(hasil.values())


def bilangan(teks: str) -> Decimal | None:
    """The first figure of a text, in the notation of Indonesia or, where that cannot be meant, of a spreadsheet."""
    m = re.search(r"-?\d[\d.,]*", teks)
    angka = m[0].rstrip(".,") if m else ""
    if "," in angka:
        angka = angka.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"-?\d{1,3}(\.\d{3})+", angka):
        angka = angka.replace(".", "")
    try:
        return Decimal(angka) if angka else None
    except InvalidOperation:
        return None


def sama(nilai: str, teks: str) -> bool:
    """Whether two prints are one value, to the decimals of the coarser; words where one is no figure."""
    a, b = bilangan(nilai), bilangan(teks)
    if a is None or b is None:
        return bool(nilai) and nilai.lower() in teks.lower()
    satuan = max(_satuan(a), _satuan(b))
    return abs(a - b) <= satuan / 2


def _satuan(x: Decimal) -> Decimal:
    """One in the last decimal."""
    return Decimal(1).scaleb(int(x.as_tuple().exponent))


def menyebut(t: Temuan, nilai: str) -> bool:
    """Whether a finding speaks of a figure as printed: in its message, its place or its evidence."""
    teks = " ".join(map(pesan, (t, t.tempat, *t.bukti)))
    return sama(nilai, pesan(t.tertulis)) or any(sama(nilai, k) for k in re.findall(r"\d[\d.,]*", teks))


def menamai(t: Temuan, nilai: str) -> bool:
    """Whether a finding names the right value, a figure or a word that begins with a capital."""
    kata = re.findall(r"\d[\d.,]*|[A-Z][a-z]+", f"{pesan(t.seharusnya)} {pesan(t)}")
    return sama(nilai, pesan(t.seharusnya)) or any(sama(nilai, k) for k in kata)


def keberatan(h: Harapan, temuan: Sequence[Temuan]) -> list[str]:
    """What is wrong with the findings on a case, in words; nothing where the outcome is the right one."""
    kesalahan = [t for t in temuan if t.keparahan == "kesalahan"]
    if h.jenis == "bersih":
        return _tuduhan(t for t in temuan if t.keparahan != "catatan")
    if h.jenis == "tanpa_kesalahan":
        return _tuduhan(kesalahan)
    if h.jenis == "temuan":
        keras = [t for t in temuan if t.keparahan != "catatan"]
        kurang = [p for p in h.pasangan if not any(_tepat(t, p) for t in keras)]
        # A kesalahan that blames the wrong operand still speaks of the figure, and is then no alarm about another.
        liar = [t for t in kesalahan if not any(menyebut(t, p.tercetak) for p in h.pasangan)]
        return [f"{p.tercetak} -> {' | '.join(p.seharusnya)} is not found" for p in kurang] + _tuduhan(liar)
    hasil = [f"{p.tercetak} is not spoken of" for p in h.pasangan if not any(menyebut(t, p.tercetak) for t in temuan)]
    if not temuan:
        hasil.append("nothing is said")
    return hasil + (_tuduhan(kesalahan) if LUNAK in h.keterangan else [])


def _tepat(t: Temuan, p: Pasangan) -> bool:
    return menyebut(t, p.tercetak) and any(menamai(t, x) for x in p.seharusnya)


def _tuduhan(temuan: Iterable[Temuan]) -> list[str]:
    return [f"{t.kode} {t.keparahan}: {pesan(t.tempat)}: {pesan(t)}" for t in temuan]
