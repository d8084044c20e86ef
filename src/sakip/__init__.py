"""Ties out Indonesian government performance reports (LKjIP).

    >>> import sakip
    >>> str(sakip.capaian("77,60", "82,57"))
    '106,40'
    >>> sakip.kategori("106,40")
    'Sangat Tinggi'

`baca` reads a report, `reviu` reviews it. Names load their module when they are first used, so that
`import sakip` costs next to nothing.
"""

from sakip._version import __version__

# Type checkers take a name of this spelling for true; importing `typing` would cost more than all else here.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from sakip.angka.angka import Angka, Jenis
    from sakip.angka.lokasi import Lokasi
    from sakip.errors import AngkaError, Masalah, SakipError, SkalaError, SumberError
    from sakip.hukum.agregasi import agregasi_dari, setahun
    from sakip.hukum.akip import NilaiAkip, akip
    from sakip.hukum.hitung import Efisiensi, Nilai, capaian, efisiensi
    from sakip.hukum.skala import Skala, kategori
    from sakip.model.indikator import Indikator
    from sakip.model.laporan import Laporan, Metode
    from sakip.model.narasi import Klaim
    from sakip.model.perjanjian import PerjanjianKinerja
    from sakip.model.sel import Sel
    from sakip.model.tabel import Tabel
    from sakip.pembaca import baca
    from sakip.relasi import Putusan
    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.engine import Cakupan, HasilRelasi, Reviu, reviu
    from sakip.tulis.words.kamus import pesan

__all__ = [
    "Angka",
    "AngkaError",
    "Cakupan",
    "Efisiensi",
    "HasilRelasi",
    "Indikator",
    "Jenis",
    "Klaim",
    "Laporan",
    "Lokasi",
    "Masalah",
    "Metode",
    "Nilai",
    "NilaiAkip",
    "PerjanjianKinerja",
    "Putusan",
    "Reviu",
    "SakipError",
    "Sel",
    "Skala",
    "SkalaError",
    "SumberError",
    "Tabel",
    "Temuan",
    "__version__",
    "agregasi_dari",
    "akip",
    "baca",
    "capaian",
    "efisiensi",
    "kategori",
    "pesan",
    "reviu",
    "setahun",
]

_MODUL = {
    "angka.angka": ("Angka", "Jenis"),
    "errors": ("AngkaError", "Masalah", "SakipError", "SkalaError", "SumberError"),
    "hukum.agregasi": ("agregasi_dari", "setahun"),
    "hukum.akip": ("NilaiAkip", "akip"),
    "hukum.hitung": ("Efisiensi", "Nilai", "capaian", "efisiensi"),
    "angka.lokasi": ("Lokasi",),
    "tinjauan.engine": ("Cakupan", "HasilRelasi", "Reviu", "reviu"),
    "model.indikator": ("Indikator",),
    "model.laporan": ("Laporan", "Metode"),
    "model.narasi": ("Klaim",),
    "model.perjanjian": ("PerjanjianKinerja",),
    "model.sel": ("Sel",),
    "model.tabel": ("Tabel",),
    "pembaca": ("baca",),
    "relasi": ("Putusan",),
    "hukum.skala": ("Skala", "kategori"),
    "temuan.temuan": ("Temuan",),
    "tulis.words.kamus": ("pesan",),
}
"""Where each public name is defined."""

_ASAL = {nama: modul for modul, semua in _MODUL.items() for nama in semua}


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


# Hidden from type checkers, which would otherwise take every misspelled name for one that exists.
if not TYPE_CHECKING:

    def __getattr__(nama: str) -> object:
        modul = _ASAL.get(nama)
        if modul is None:
            raise AttributeError(f"module {__name__!r} has no attribute {nama!r}")
        from importlib import import_module

        isi = globals()[nama] = getattr(import_module(f"{__name__}.{modul}"), nama)
        return isi
