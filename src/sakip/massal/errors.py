"""What goes wrong with a run over many reports as a whole."""

from __future__ import annotations

from sakip.errors import SakipError

__all__ = ["MassalError"]


class MassalError(SakipError):
    """A run that cannot start or go on; what is finished stays, and a second run goes on from there."""
