"""Strict JSON: without what the standard library lets pass (keys twice, NaN).

Outputs are large and nearly always whole. So they are read by the parser in C, without lines; these are looked
for when something is wrong (`berbaris`).
"""

from __future__ import annotations

import json
from collections import Counter
from typing import Any, NoReturn

from sakip.errors import Masalah
from sakip.konversi.letak import letak_json
from sakip.konversi.pohon import Dokumen, Node, susun

__all__ = ["berbaris", "muat"]

TERBESAR = 20_000_000
"""Characters beyond which no lines are looked for: the tree with them takes some thirty times as much memory."""


def muat(isi: str, berkas: str, masalah: list[Masalah]) -> Any:
    """Read a document into plain dicts, lists and scalars.

    Args:
        isi: the text of the file.
        berkas: what problems call the file.
        masalah: receives what is wrong; empty afterwards only where there was JSON.
    """
    try:
        return json.loads(isi, object_pairs_hook=_peta, parse_constant=_tolak)
    except json.JSONDecodeError as e:
        masalah.append(Masalah(berkas, f"JSON tidak sah pada kolom {e.colno}", e.lineno))
    except RecursionError:
        masalah.append(Masalah(berkas, "JSON bersarang terlalu dalam"))
    except ValueError as e:
        masalah.append(Masalah(berkas, f"JSON tidak sah: {e}"))
    return None


def berbaris(nilai: Any, isi: str, berkas: str) -> Node | None:
    """The tree of what was read, with its lines; None when these cannot be had."""
    if len(isi) > TERBESAR:
        return None
    try:
        return susun(nilai, letak_json(isi), Dokumen(berkas))
    except (RecursionError, ValueError):
        return None


def _peta(pasangan: list[tuple[str, Any]]) -> dict[str, Any]:
    hasil = dict(pasangan)
    if len(hasil) != len(pasangan):
        ganda = next(k for k, n in Counter(k for k, _ in pasangan).items() if n > 1)
        raise ValueError(f"kunci ganda dalam satu objek: {ganda[:60]!r}")
    return hasil


def _tolak(nama: str) -> NoReturn:
    raise ValueError(f"{nama} bukan bilangan JSON")
