"""Equations of Word (OMML) as LaTeX, as far as reports print them: fractions, sums, powers, roots, brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

__all__ = ["latex", "lokal"]

_LAMBANG = str.maketrans(
    {
        "×": " \\times ",
        "÷": " : ",
        "%": "\\%",
        "∑": "\\sum ",
        "−": "-",
        "\u2061": None,
        "\u00a0": " ",
        "≤": "\\leq ",
        "≥": "\\geq ",
    }
)
_NARY = {"∑": "\\sum", "∏": "\\prod", "∫": "\\int"}


def lokal(el: Any) -> str:
    """The name of an element without its namespace; empty for comments and instructions."""
    tag = el.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def latex(el: Any) -> str:
    """An equation, or a part of one."""
    nama = lokal(el)
    if nama == "t":
        return (el.text or "").translate(_LAMBANG)
    if nama == "f":
        return f"\\frac{{{_anak(el, 'num')}}}{{{_anak(el, 'den')}}}"
    if nama == "rad":
        return f"\\sqrt{{{_anak(el, 'e')}}}"
    if nama in {"sSup", "sSub", "sSubSup"}:
        return _anak(el, "e") + _pangkat(el)
    if nama == "nary":
        lambang = next((_nilai(c) for p in _cari(el, "naryPr") for c in _cari(p, "chr")), "∫")
        return f"{_NARY.get(lambang, lambang)}{_pangkat(el)} {_anak(el, 'e')}"
    if nama == "d":
        return f"({', '.join(_isi(e) for e in _cari(el, 'e'))})"
    if nama.endswith("Pr"):
        return ""
    return _isi(el)


def _pangkat(el: Any) -> str:
    bawah, atas = _anak(el, "sub"), _anak(el, "sup")
    return (f"_{{{bawah}}}" if bawah else "") + (f"^{{{atas}}}" if atas else "")


def _isi(el: Any) -> str:
    return "".join(latex(c) for c in el)


def _cari(el: Any, nama: str) -> Iterable[Any]:
    return (c for c in el if lokal(c) == nama)


def _anak(el: Any, nama: str) -> str:
    return "".join(_isi(c) for c in _cari(el, nama)).strip()


def _nilai(el: Any) -> str:
    return next((str(v) for k, v in el.attrib.items() if k.rpartition("}")[2] == "val"), "")
