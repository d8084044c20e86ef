"""A review as one HTML file: for a phone, a desk and a printer, without anything from elsewhere.

Builders turn a review into plain frozen objects (`temuan`, `grafik`, `kaskade`, `rekonsiliasi`, `diperiksa`,
`kepala`); the templates only lay them out. Every text passes `bersih` and Jinja's escaping on its way out,
so nothing that a report prints can become markup, script or a control character.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.tulis.office.pustaka import pastikan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sakip.tinjauan.engine import Reviu
    from sakip.tulis import Opsi

__all__ = ["tulis"]


def tulis(reviu: Iterable[Reviu], opsi: Opsi) -> Iterator[bytes]:
    """The reviews as one page in UTF-8.

    Raises:
        KeluaranError: the library that fills in the templates is not installed; said before any review is made.
    """
    pastikan("jinja2", "jinja2", "html")
    from sakip.tulis.html.halaman import halaman

    return halaman(reviu, opsi)
