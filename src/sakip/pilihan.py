"""Which rules are wanted: code prefixes, the longest one that fits decides."""

from __future__ import annotations

import attrs

__all__ = ["Pilihan"]


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
