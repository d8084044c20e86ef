"""Strict values: a text is a text, a whole number is digits, a choice is one of few words.

A `Hook` reads one value and knows its JSON Schema, so that what is refused and what an editor marks are the same.
The same words are used whichever file a value stands in. This module loads no converter: the model uses it too.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from sakip.errors import SakipError
from sakip.konversi.pohon import Teks, jenis
from sakip.teks.jarak import maksud

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

__all__ = [
    "CARA_TANGGAL",
    "KURANG",
    "BentukError",
    "Hook",
    "Pilihan",
    "asal",
    "baca_asal",
    "bulat",
    "daftar_kunci",
    "harus",
    "logis",
    "pecahan",
    "pilihan",
    "tahun",
    "tak_dikenal",
    "tanggal",
    "teks",
    "teks_isi",
]

KURANG = "kunci wajib tidak ada"
"""What is said of a key that must be there."""

CARA_TANGGAL = "tulis tahun-bulan-tanggal, misalnya 2026-03-31"
"""How a date is written."""

PANJANG = 60
"""Characters of a wrong value that are quoted."""

DISEBUT = 24
"""Keys that are listed at most where one is not known; words that are listed at most where one is similar."""

_BULAT = re.compile(r"[0-9]{1,9}")
_TANGGAL = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PECAHAN = re.compile(r"[-+]?(?:[0-9]{1,100}(?:\.[0-9]{1,100})?|[0-9]{1,100}/0{0,9}[1-9][0-9]{0,99})")
"""A number as text. `Fraction` would take `1e999999999`, too, and never come to an end."""


class BentukError(SakipError, ValueError):
    """A value of the wrong shape, read or given in Python.

    In a file its line is that of `node` (a value or a key), if given, else that of the value that is read.
    """

    def __init__(self, pesan: str, kunci: str = "", node: Any = None) -> None:
        super().__init__(pesan)
        self.kunci = kunci
        self.node = node


@attrs.frozen(slots=True)
class Hook:
    """Reads one value.

    Attributes:
        baca: takes the value; raises `BentukError`.
        skema: the JSON Schema of the value.
    """

    baca: Callable[..., Any]
    skema: Mapping[str, Any] = attrs.field(factory=dict)

    def __call__(self, nilai: Any, _: Any = None) -> Any:
        """As cattrs calls it, with a type that says nothing more."""
        return self.baca(nilai)


# -- words ---------------------------------------------------------------------------


def harus(apa: str, nilai: Any) -> BentukError:
    """`harus teks, bukan daftar`."""
    return BentukError(f"harus {apa}, bukan {_sebut(nilai)}")


def tak_dikenal(nilai: str, boleh: Iterable[str]) -> str:
    """What is said of a word that is none of those there are: which they are, and the one that may have been meant."""
    semua = tuple(boleh)
    dekat = maksud(nilai, semua)
    ada = "" if dekat and len(semua) > DISEBUT else f"; pilih salah satu: {', '.join(semua)}"
    return f"{nilai[:PANJANG]!r} tidak dikenal{ada}{dekat}"


def daftar_kunci(kunci: str, boleh: Iterable[str]) -> str:
    """What is said of a key that is not known: the one that may have been meant, else those there are."""
    semua = tuple(boleh)
    ada = f"; yang ada: {', '.join(semua)}" if 0 < len(semua) <= DISEBUT else ""
    return f"kunci tidak dikenal{maksud(kunci, semua) or ada}"


def _sebut(nilai: Any) -> str:
    macam = jenis(nilai)
    if macam in {"daftar", "pemetaan", "null"}:
        return macam
    teks = str(nilai)[:PANJANG]
    return repr(teks) if macam in {"", "teks"} else teks


def _bertulis(nilai: Any, macam: str) -> bool:
    """Whether a value is a scalar of that kind, or of a format that does not tell kinds apart."""
    return jenis(nilai) in {"", macam}


# -- values --------------------------------------------------------------------------


def _teks(nilai: Any, _: Any = None) -> str:
    # Nearly every value is one of these: asked without a call.
    if (type(nilai) is Teks and nilai.jenis in {"", "teks"}) or type(nilai) is str:
        return str(nilai)
    raise harus("teks", nilai)


def _teks_isi(nilai: Any) -> str:
    hasil = _teks(nilai)
    if not hasil.strip():
        raise BentukError("tidak boleh kosong")
    return hasil


def _bulat(nilai: Any, _: Any = None) -> int:
    if jenis(nilai) == "bulat":
        # TOML has 1_000 and 0x10, too; more digits than this would be none of our numbers.
        if len(str(nilai)) <= PANJANG and 0 <= (hasil := int(str(nilai), 0)) < 10**9:
            return hasil
    elif jenis(nilai) == "" and _BULAT.fullmatch(nilai):
        return int(nilai)
    raise harus("bilangan bulat, 0 atau lebih", nilai)


def _logis(nilai: Any, _: Any = None) -> bool:
    if not _bertulis(nilai, "logis") or str(nilai).lower() not in {"true", "false"} or nilai in {"True", "False"}:
        raise harus("true atau false", nilai)
    return str(nilai).lower() == "true"


def _tahun(nilai: Any) -> int:
    tertulis = str(nilai)
    if jenis(nilai) not in {"", "bulat"} or not (len(tertulis) == 4 and tertulis.isascii() and tertulis.isdigit()):
        raise harus("tahun empat angka", nilai)
    return int(tertulis)


def _tanggal(nilai: Any) -> date:
    tertulis = str(nilai)
    try:
        if jenis(nilai) in {"", "teks", "tanggal"} and _TANGGAL.fullmatch(tertulis):
            return date.fromisoformat(tertulis)
    except ValueError:
        pass
    raise BentukError(f"{_sebut(nilai)} bukan tanggal; {CARA_TANGGAL}")


def _pecahan(nilai: Any) -> Fraction:
    if jenis(nilai) == "bulat":
        return Fraction(int(str(nilai), 0))
    if jenis(nilai) == "teks" and _PECAHAN.fullmatch(nilai):
        return Fraction(nilai)
    raise BentukError(f'{nilai!s:.40}: tulis bilangan bulat, atau teks seperti "90.5" atau "1/3"')


def baca_asal(nilai: Any, kunci: str = "") -> int | None:
    """A line of the source, when there is one."""
    if nilai is None:
        return None
    try:
        hasil = _bulat(nilai)
    except BentukError:
        hasil = 0
    if not hasil:
        raise BentukError(f"harus nomor baris, bukan {_sebut(nilai)}", kunci, nilai)
    return hasil


teks = Hook(_teks, {"type": "string"})
"""A text, as a plain string."""
teks_isi = Hook(_teks_isi, {"type": "string", "pattern": r"\S"})
"""A text that says something."""
bulat = Hook(_bulat, {"type": "integer", "minimum": 0})
"""A whole number, written with digits only."""
logis = Hook(_logis, {"type": "boolean"})
"""`true` or `false`."""
tahun = Hook(_tahun, {"type": "integer", "minimum": 1000, "maximum": 9999})
"""A year of four digits."""
tanggal = Hook(_tanggal, {"type": "string", "format": "date"})
"""A date as 2026-03-31."""
pecahan = Hook(_pecahan, {"type": ["integer", "string"]})
"""An exact number: whole, or text, since a binary fraction is none."""
asal = Hook(baca_asal, {"type": "integer", "minimum": 1})
"""A line of the source."""


def pilihan(*boleh: str) -> Hook:
    """A hook for one of a few words."""

    def baca(nilai: Any) -> str:
        hasil = _teks(nilai)
        if hasil not in boleh:
            raise BentukError(tak_dikenal(hasil, boleh))
        return hasil

    return Hook(baca, {"enum": list(boleh)})


class Pilihan:
    """One of a few words: an attrs validator, and the hook that reads the same. The default is always allowed.

    So what kinds there are stands once, with the class, and a report built in Python is refused in the same words.
    """

    def __init__(self, *boleh: str) -> None:
        self.boleh = boleh
        self.hook = pilihan(*boleh)

    def __call__(self, benda: Any, atribut: attrs.Attribute[Any], nilai: Any) -> None:
        """As attrs calls it."""
        if nilai not in self.boleh and nilai != atribut.default:
            raise BentukError(f"{type(benda).__name__}.{atribut.name}: {tak_dikenal(str(nilai), self.boleh)}")
