"""Slips of a hand between two printed numbers: one digit, two digits transposed, a separator."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["jarak_ketik", "jenis_ketik"]


def _angka(nilai: Decimal) -> str:
    return "".join(map(str, nilai.as_tuple().digits))


def jarak_ketik(lama: Decimal, baru: Decimal) -> int:
    """Restricted Damerau-Levenshtein distance between the digits of two numbers, at most 2.

    Numbers of fewer than three digits have none worth naming: any two are near each other.
    """
    a, b = _angka(lama), _angka(baru)
    if a == b:
        return 0
    if len(a) < 3 or len(b) < 3:
        return 2
    return 1 if jenis_ketik(a, b) else 2


def jenis_ketik(a: str, b: str) -> str:
    """How `a` came from `b` by one slip: `tertukar`, `salah`, `lebih` or `kurang`; empty when it did not.

    `a` is what was typed, `b` what was meant; both strings of digits.
    """
    if a == b:
        return ""
    if len(a) == len(b):
        beda = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        if len(beda) == 1:
            return "salah"
        i = beda[0]
        if len(beda) == 2 and beda[1] == i + 1 and a[i] == b[i + 1] and a[i + 1] == b[i]:
            return "tertukar"
        return ""
    panjang, pendek = (a, b) if len(a) > len(b) else (b, a)
    if len(panjang) - len(pendek) != 1:
        return ""
    sama = next((i for i, (x, y) in enumerate(zip(panjang, pendek, strict=False)) if x != y), len(pendek))
    if panjang[:sama] + panjang[sama + 1 :] != pendek:
        return ""
    return "lebih" if len(a) > len(b) else "kurang"
