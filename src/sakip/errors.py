"""What goes wrong with input and use. A wrong report is never an exception: it is a finding."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sakip.teks.kalimat import Kalimat


class SakipError(Exception):
    """Base of every error that `sakip` raises on purpose."""


class AngkaError(SakipError, ValueError):
    """A text that should be a figure is none.

    Attributes:
        kunci, isi: the same as data, for whoever makes a remark of it; empty where nobody does.
    """

    def __init__(self, pesan: str, kunci: str = "", **isi: str | int) -> None:
        super().__init__(pesan)
        self.kunci = kunci
        self.isi = isi


class SkalaError(SakipError, ValueError):
    """A rating scale that cannot rate, or a scale or formula that is not known."""


class PilihanError(SakipError, ValueError):
    """A selection of rules that fits none."""


SEBAB = {
    errno.EACCES: "izin",
    errno.EPERM: "izin",
    errno.ENOENT: "tidak_ada",
    errno.ENOTDIR: "bukan_folder",
    errno.EISDIR: "folder",
    errno.ENAMETOOLONG: "terlalu_panjang",
    errno.ELOOP: "melingkar",
    errno.EIO: "cakram",
    errno.ENOSPC: "penuh",
    errno.EROFS: "hanya_dibaca",
}
"""The usual reasons for which the system refuses a file, as the catalogues of messages name them."""

_KATA_SEBAB = {
    "izin": "izin ditolak",
    "tidak_ada": "berkas tidak ada",
    "bukan_folder": "bagian depannya bukan folder",
    "folder": "ini folder, bukan berkas",
    "terlalu_panjang": "namanya terlalu panjang",
    "melingkar": "tautan melingkar",
    "cakram": "cakramnya gagal dibaca atau ditulis",
    "penuh": "cakram penuh",
    "hanya_dibaca": "cakramnya hanya dapat dibaca",
}


def sebab(e: Exception) -> str:
    """Why the system refused a file, in Indonesian where it is one of the usual reasons."""
    if isinstance(e, ValueError) and "null" in str(e):
        return "namanya memuat karakter NUL"
    kunci = SEBAB.get(getattr(e, "errno", None) or 0, "")
    return _KATA_SEBAB.get(kunci) or getattr(e, "strerror", None) or str(e) or type(e).__name__


class Masalah:
    """One problem of an input file, at its place.

    Attributes:
        berkas: the file, as the user named it.
        pesan: what is wrong, in Indonesian, quoting the key or cell as the file spells it.
        baris: the line in the file (1-based), when the problem has one.
        kunci: the key or the column concerned, as the file spells it.
        catatan: what the reader remarked on the source, where that is why; writers put it into words.
    """

    __slots__ = ("baris", "berkas", "catatan", "kunci", "pesan")

    def __init__(
        self, berkas: str, pesan: str, baris: int | None = None, kunci: str = "", catatan: Kalimat | None = None
    ) -> None:
        self.berkas = berkas
        self.pesan = pesan
        self.baris = baris
        self.kunci = kunci
        self.catatan = catatan

    def __str__(self) -> str:
        tempat = self.berkas if self.baris is None else f"{self.berkas}:{self.baris}"
        return f"{tempat}: {self.kunci}: {self.pesan}" if self.kunci else f"{tempat}: {self.pesan}"

    def __repr__(self) -> str:
        return f"Masalah({str(self)!r})"


class SumberError(SakipError):
    """A source that cannot be read. Carries every problem found, not only the first."""

    def __init__(self, masalah: list[Masalah]) -> None:
        self.masalah = tuple(masalah)
        super().__init__("\n".join(map(str, masalah)))

    def __reduce__(self) -> tuple[type[SumberError], tuple[list[Masalah]]]:
        return (type(self), (list(self.masalah),))
