"""What a rule is. A rule is one place: what it checks, why, on what basis, its relations, its words, its examples.

    @aturan(kode="ABC01", judul="…", title="…", …)
    def nama(reg: Register) -> Iterator[Relasi]:
        yield Sama(kode=nama.kode, …)

    @nama.salah
    def _() -> Laporan: ...

    @nama.benar
    def _() -> Laporan: ...

A module of `sakip.aturan` that holds a rule, or a family of rules, is found; nothing else has to know of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sakip.fakta.register import Register
    from sakip.model.laporan import Laporan
    from sakip.relasi import Relasi, Syarat
    from sakip.temuan.temuan import Temuan

__all__ = ["KEPARAHAN", "Aturan", "Keluarga", "Keparahan", "aturan"]

KEPARAHAN = ("kesalahan", "peringatan", "catatan")
"""From the gravest: a contradiction; a contradiction with an innocent reading; a question or a matter of style."""

Keparahan = str


@attrs.frozen(slots=True)
class Keluarga:
    """A family of rules: the letters of its codes, and its name, Indonesian and English."""

    huruf: str
    nama: str
    name: str


@attrs.frozen(slots=True, eq=False, kw_only=True)
class Aturan:
    """A rule: what it says must hold, why, on what basis, and an example of each outcome.

    Attributes:
        kode: family and number; never reused.
        judul, title: its name, Indonesian and English.
        memeriksa, checks: what it checks.
        penting, matters: why it matters.
        keparahan: how grave a failure is.
        dasar: keys of `hukum/peraturan.toml` with the clause, `kode#klausul`.
        praktik: it rests on practice, and no clause that was read demands it.
        sejak: the version of the rule set that brought it.
        jalankan: yields the relations; None for a rule whose relations another one yields.
        sesudah: yields what must hold in view of the findings of the other rules: each condition with the findings
            on which it rests, so that it falls when they are closed.
        celah, reading: the innocent reading, when there is one, Indonesian and English.
        kalimat: the words of its own that its relations use, by key, Indonesian and English; what relations of the
            kinds there are say is in the catalogue.
        sifat: what the engine or a writer asks for by its property: see `SIFAT`.
        daftar_uji: the items of the checklist of a review (`tulis/kkr/daftar_uji.toml`: `I.2`) that it proves or
            speaks against.
        daftar_uji_bersama: the items of which it speaks among other things: only its relations on figures with one of
            the item's roles count.
        contoh: makes a small report that breaks the rule (`salah`), and the same report put right (`benar`).
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
    praktik: bool = False
    sejak: str = "2026.1"
    celah: str = ""
    reading: str = ""
    kalimat: Mapping[str, tuple[str, str]] = attrs.field(factory=dict)
    sifat: frozenset[str] = frozenset()
    daftar_uji: tuple[str, ...] = ()
    daftar_uji_bersama: tuple[str, ...] = ()
    jalankan: Callable[[Register], Iterable[Relasi]] | None = None
    sesudah: Callable[[Register, Sequence[Temuan]], Iterable[tuple[Syarat, Sequence[Temuan]]]] | None = None
    contoh: dict[str, Callable[[], Laporan]] = attrs.field(factory=dict)

    def salah(self, buat: Callable[[], Laporan]) -> Callable[[], Laporan]:
        """Enter a function as the example that breaks the rule; a decorator."""
        self.contoh["salah"] = buat
        return buat

    def benar(self, buat: Callable[[], Laporan]) -> Callable[[], Laporan]:
        """Enter a function as the same example put right; a decorator."""
        self.contoh["benar"] = buat
        return buat

    @property
    def contoh_salah(self) -> Callable[[], Laporan] | None:
        """Makes a small report that breaks the rule; None when the rule comes without one."""
        return self.contoh.get("salah", _contoh(self.kode)[0])

    @property
    def contoh_benar(self) -> Callable[[], Laporan] | None:
        """Makes the same report put right."""
        return self.contoh.get("benar", _contoh(self.kode)[1])

    @property
    def keluarga(self) -> str:
        """The letters of the code."""
        return self.kode.rstrip("0123456789")


SIFAT = {
    "atasan": "its findings say which superior an agreement should name",
    "bacaan": "under it a reading that its table does not bear out is asked about",
    "jenjang_anggaran": "its relations sum the lines of a budget up its hierarchy",
    "pengampu_ganda": "its relations that fail show a sub kegiatan with several owners",
    "potongan": "under it results that were cut off instead of rounded are noted",
    "tahun_narasi": "its relations are on the years that sentences name",
    "tanda_desimal": "its findings are on decimal points in place of commas",
    "tanpa_pengampu": "its relations that fail show the sub kegiatan without an owner",
}
"""Properties by which the engine, the writers and the test kit ask for a rule; each is that of one rule."""


def aturan(**isi: Any) -> Callable[[Callable[[Register], Iterable[Relasi]]], Aturan]:
    """Make a rule of the function that yields its relations; the rest is what `Aturan` takes."""

    def jadi(fungsi: Callable[[Register], Iterable[Relasi]]) -> Aturan:
        return Aturan(jalankan=fungsi, **isi)

    return jadi


def _contoh(kode: str) -> tuple[Callable[[], Laporan], Callable[[], Laporan]] | tuple[None, None]:
    # Examples are looked at one rule at a time, by people and tests; a review never needs them.
    from sakip.aturan.contoh import CONTOH

    return CONTOH.get(kode, (None, None))
