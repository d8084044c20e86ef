"""The catalogue of rules. Immutable: a review reads it, nothing changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sakip.fakta.register import Register
    from sakip.model.laporan import Laporan
    from sakip.relasi import Relasi, Syarat
    from sakip.temuan.temuan import Temuan

__all__ = ["KEPARAHAN", "Aturan", "Keparahan", "aturan"]

KEPARAHAN = ("kesalahan", "peringatan", "catatan")
"""From the gravest: a contradiction; a contradiction with an innocent reading; a question or a matter of style."""

Keparahan = str


@attrs.frozen(slots=True, eq=False, kw_only=True)
class Aturan:
    """A rule: what it says must hold, why, on what basis, and an example of each outcome.

    Attributes:
        kode: family and number; never reused.
        judul, title: its name, Indonesian and English.
        memeriksa, checks: what it checks.
        penting, matters: why it matters.
        keparahan: how grave a failure is.
        dasar: keys of `regulasi/peraturan.toml` with the clause, `kode#klausul`.
        sejak: the version of the rule set that brought it.
        jalankan: yields the relations; None for a rule whose relations another one yields.
        sesudah: yields what must hold in view of the findings of the other rules: each condition with the findings
            on which it rests, so that it falls when they are closed.
        celah, reading: the innocent reading, when there is one, Indonesian and English.
        sifat: what the engine asks for by its property: `bacaan` (under it a reading that its table does not bear out
            is asked about), `potongan` (under it results that were cut off instead of rounded are noted).
    """

    kode: str
    judul: str
    title: str
    memeriksa: str
    checks: str
    penting: str
    matters: str
    keparahan: Keparahan = "kesalahan"
    dasar: tuple[str, ...] = ()
    sejak: str = "2026.1"
    celah: str = ""
    reading: str = ""
    sifat: frozenset[str] = frozenset()
    jalankan: Callable[[Register], Iterable[Relasi]] | None = None
    sesudah: Callable[[Register, Sequence[Temuan]], Iterable[tuple[Syarat, Sequence[Temuan]]]] | None = None

    @property
    def contoh_salah(self) -> Callable[[], Laporan] | None:
        """Makes a small report that breaks the rule; None when the rule comes without one."""
        return _contoh(self.kode)[0]

    @property
    def contoh_benar(self) -> Callable[[], Laporan] | None:
        """Makes the same report put right."""
        return _contoh(self.kode)[1]

    @property
    def keluarga(self) -> str:
        """The letters of the code."""
        return self.kode.rstrip("0123456789")


def aturan(
    daftar: list[Aturan], info: Aturan
) -> Callable[[Callable[[Register], Iterable[Relasi]]], Callable[[Register], Iterable[Relasi]]]:
    """Enter a function as the rule `info` into the list of its module."""

    def pasang(fungsi: Callable[[Register], Iterable[Relasi]]) -> Callable[[Register], Iterable[Relasi]]:
        daftar.append(attrs.evolve(info, jalankan=fungsi))
        return fungsi

    return pasang


def _contoh(kode: str) -> tuple[Callable[[], Laporan], Callable[[], Laporan]] | tuple[None, None]:
    # Examples are looked at one rule at a time, by people and tests; a review never needs them.
    from sakip.aturan.contoh import CONTOH

    return CONTOH.get(kode, (None, None))
