"""Relations: what must hold between figures, and whether it does.

Rules declare them; a module here is one kind. A relation can be evaluated for the figures as printed, can be asked
whether it would hold with other values (`dipenuhi`), and which value of one figure would make it hold (`usul`): that
is all error localization needs to know of it.
"""

from __future__ import annotations

from sakip.relasi.arah import Arah
from sakip.relasi.dasar import BERLAKU, DIPOTONG, Bacaan, Evaluasi, Putusan, Relasi
from sakip.relasi.jalur import Bila, Jalur
from sakip.relasi.peringkat import Peringkat
from sakip.relasi.rumusan import DIBATASI, KASAR, RUMUS_LAIN, Rumusan
from sakip.relasi.sama import Sama
from sakip.relasi.syarat import Syarat

__all__ = [
    "BERLAKU",
    "DIBATASI",
    "DIPOTONG",
    "KASAR",
    "RUMUS_LAIN",
    "Arah",
    "Bacaan",
    "Bila",
    "Evaluasi",
    "Jalur",
    "Peringkat",
    "Putusan",
    "Relasi",
    "Rumusan",
    "Sama",
    "Syarat",
]
