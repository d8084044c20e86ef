"""Relations: what must hold between figures, and whether it does.

Rules declare them; a module here is one kind, and a kind answers for itself: its figures, whether it holds, for the
figures as printed and for others, which value of one figure would let it hold, what is said where it fails, and its
check as formulas of a spreadsheet (`dasar.Relasi` has all that may be asked). A new kind is one class.
"""

from __future__ import annotations

from sakip.relasi.arah import Arah
from sakip.relasi.batas import Batas
from sakip.relasi.berpasangan import Berpasangan
from sakip.relasi.berurutan import Berurutan, Nomor
from sakip.relasi.cocok import Cocok, nama_sama
from sakip.relasi.dasar import BERLAKU, DIPOTONG, TANDA, Bacaan, Evaluasi, Putusan, Relasi
from sakip.relasi.jalur import Bila, Jalur
from sakip.relasi.peringkat import Peringkat
from sakip.relasi.rumusan import DIBATASI, KASAR, RUMUS_LAIN, Rumusan
from sakip.relasi.sama import Sama
from sakip.relasi.seragam import Cetakan, Seragam
from sakip.relasi.setiap import Kasus, Setiap, sendiri
from sakip.relasi.syarat import Syarat

__all__ = [
    "BERLAKU",
    "DIBATASI",
    "DIPOTONG",
    "KASAR",
    "RUMUS_LAIN",
    "TANDA",
    "Arah",
    "Bacaan",
    "Batas",
    "Berpasangan",
    "Berurutan",
    "Bila",
    "Cetakan",
    "Cocok",
    "Evaluasi",
    "Jalur",
    "Kasus",
    "Nomor",
    "Peringkat",
    "Putusan",
    "Relasi",
    "Rumusan",
    "Sama",
    "Seragam",
    "Setiap",
    "Syarat",
    "nama_sama",
    "sendiri",
]
