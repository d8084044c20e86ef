"""Which rules are wanted: code prefixes, the longest one that fits decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.errors import PilihanError
from sakip.teks.jarak import serupa

if TYPE_CHECKING:
    from collections.abc import Collection

    from sakip.relasi import Relasi

__all__ = ["SEMUA", "Pilihan", "saran_kode"]


@attrs.frozen(slots=True)
class Pilihan:
    """Prefixes of wanted and unwanted codes, as `--pilih` and `--abaikan` give them."""

    pilih: tuple[str, ...] = ()
    abaikan: tuple[str, ...] = ()

    def berlaku(self, kode: str) -> bool:
        """Whether the rule `kode` is wanted. At equal length `abaikan` wins."""
        mau = max((len(p) for p in self.pilih if kode.startswith(p)), default=-1)
        tidak = max((len(p) for p in self.abaikan if kode.startswith(p)), default=-1)
        if mau < 0 and self.pilih:
            return False
        return mau > tidak or tidak < 0

    def diabaikan(self, kode: str) -> bool:
        """Whether the rule `kode` is unwanted by name, not only by not being chosen."""
        return not self.berlaku(kode) and kode.startswith(self.abaikan)

    def memuat(self, relasi: Relasi) -> bool:
        """Whether a relation is wanted: by its own rule, or by one under which a print of it may be reported."""
        return any(map(self.berlaku, relasi.semua_kode))

    def periksa(self, kode: Collection[str]) -> None:
        """Refuse a slip: a prefix that fits no rule reviews nothing, or leaves in what was to be left out.

        Raises:
            PilihanError: a prefix fits none of the codes, or none of them is left.
        """
        for awalan in (*self.pilih, *self.abaikan):
            if not any(k.startswith(awalan) for k in kode):
                raise PilihanError(f"tidak ada aturan yang kodenya berawalan {awalan}{saran_kode(awalan, kode)}")
        if not any(map(self.berlaku, kode)):
            raise PilihanError("tidak ada aturan yang tersisa: semua yang dipilih juga diabaikan")


SEMUA = Pilihan()
"""All rules."""


def saran_kode(awalan: str, kode: Collection[str]) -> str:
    """What was probably meant by a code or prefix that there is not."""
    dekat = serupa(awalan, [*kode, *dict.fromkeys(k.rstrip("0123456789") for k in kode)], 3, 0.5)
    saran = f"; maksud Anda {', '.join(dekat)}?" if dekat else ""
    return f"{saran} (sakip aturan menampilkan semuanya)"
