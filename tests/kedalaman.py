"""How many examples a slow test tries: all at full depth, a share of them on a quick run."""

from __future__ import annotations

from hypothesis import settings


def sedalam(penuh: int) -> int:
    """As many of `penuh` examples as the profile takes of a hundred; at least one."""
    return max(1, penuh * settings().max_examples // 100)
