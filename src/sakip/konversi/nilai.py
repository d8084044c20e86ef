"""Strict values: a text is a text, a whole number is digits, a choice is one of few words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sakip.teks.jarak import maksud

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["BentukError", "baca_asal", "bulat", "logis", "pilihan", "tahun", "teks", "teks_isi"]


class BentukError(ValueError):
    """A value of the wrong shape. Its line is that of `node` (a value or a key), if given, else its own."""

    def __init__(self, pesan: str, kunci: str = "", node: Any = None) -> None:
        super().__init__(pesan)
        self.kunci = kunci
        self.node = node


def teks(nilai: Any, _: Any) -> str:
    """A text, as a plain string."""
    if not isinstance(nilai, str):
        raise BentukError("harus teks")
    return str(nilai)


def teks_isi(nilai: Any, tipe: Any) -> str:
    """A text that says something."""
    hasil = teks(nilai, tipe)
    if not hasil.strip():
        raise BentukError("tidak boleh kosong")
    return hasil


def bulat(nilai: Any, _: Any) -> int:
    """A whole number, written with digits only."""
    if not (isinstance(nilai, str) and nilai.isascii() and nilai.isdigit() and len(nilai) < 10):
        raise BentukError(f"harus bilangan bulat{_kutip(nilai)}")
    return int(nilai)


def logis(nilai: Any, _: Any) -> bool:
    """`true` or `false`."""
    if nilai not in {"true", "false"}:
        raise BentukError(f"harus true atau false{_kutip(nilai)}")
    return bool(nilai == "true")


def tahun(nilai: Any, _: Any) -> int:
    """A year of four digits."""
    if not (isinstance(nilai, str) and len(nilai) == 4 and nilai.isascii() and nilai.isdigit()):
        raise BentukError(f"harus tahun empat angka{_kutip(nilai)}")
    return int(nilai)


def _kutip(nilai: Any) -> str:
    return f", bukan {str(nilai)[:60]!r}" if isinstance(nilai, str) else ""


def baca_asal(nilai: Any, kunci: str = "") -> int | None:
    """A line of the source, when there is one."""
    if nilai is None:
        return None
    try:
        hasil = bulat(nilai, int)
    except BentukError:
        hasil = 0
    if not hasil:
        raise BentukError(f"harus nomor baris{_kutip(nilai)}", kunci, nilai)
    return hasil


def pilihan(*boleh: str) -> Callable[[Any, Any], str]:
    """A hook for one of a few words."""

    def hook(nilai: Any, tipe: Any) -> str:
        hasil = teks(nilai, tipe)
        if hasil not in boleh:
            raise BentukError(f"{hasil!r} tidak dikenal; pilihannya: {', '.join(boleh)}{maksud(hasil, boleh)}")
        return hasil

    return hook
