"""Python's search for garbage, put off while a report is built up.

A review makes hundreds of thousands of objects that stay, and no cycles. The collector would walk through all of them
again each time their number has grown by a quarter, which is half the time of a large review.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["tunda_sampah"]


@contextmanager
def tunda_sampah() -> Iterator[None]:
    """Put the search off; also a decorator. Where reviews overlap in threads, the first to end lets it begin again."""
    menyala = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if menyala:
            gc.enable()
