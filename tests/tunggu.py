"""Waiting for another process, however slow the machine is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

MACET = 600
"""Seconds after which a process hangs rather than being slow."""


def sampai(syarat: Callable[[], object]) -> None:
    """Wait until something holds."""
    batas = time.monotonic() + MACET
    while not syarat():
        assert time.monotonic() < batas, "tidak pernah terjadi"
        time.sleep(0.01)
