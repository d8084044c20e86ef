"""A second generator of consistent reports: other words and layouts than `sakip.pengujian`, and no code in common.

A report is drawn from the facts of one fictional agency, and declares every relation that holds between its figures.
Nothing here imports `sakip`.
"""

from __future__ import annotations

from .dokumen import JENIS, buat
from .galat import Galat, rusak
from .naskah import Dokumen

__all__ = ["JENIS", "Dokumen", "Galat", "buat", "rusak"]
