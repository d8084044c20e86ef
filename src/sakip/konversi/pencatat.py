"""Problems of one file, noted as they are found."""

from __future__ import annotations

from sakip.errors import Masalah

__all__ = ["MASALAH_TERBANYAK", "Pencatat"]

MASALAH_TERBANYAK = 200
"""Problems of one file after which the rest is not listed; the last problem says so."""


class Pencatat:
    """Notes the problems of a file, in one pass over it.

    Attributes:
        berkas: what problems call the file.
        masalah: receives them.
        jumlah: how many there were, listed or not.
    """

    def __init__(self, berkas: str, masalah: list[Masalah]) -> None:
        self.berkas = berkas
        self.masalah = masalah
        self.jumlah = 0

    @property
    def penuh(self) -> bool:
        """Whether further problems will not be listed."""
        return self.jumlah > MASALAH_TERBANYAK

    def lapor(self, pesan: str, baris: int | None = None, kunci: str = "") -> None:
        """Note a problem."""
        self.jumlah += 1
        if self.jumlah == MASALAH_TERBANYAK + 1:
            pesan = f"sudah {MASALAH_TERBANYAK} masalah; yang selebihnya tidak dicantumkan"
            kunci = ""
        if self.jumlah <= MASALAH_TERBANYAK + 1:
            self.masalah.append(Masalah(self.berkas, pesan, baris, kunci))
