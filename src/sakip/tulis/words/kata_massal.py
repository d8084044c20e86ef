"""The words of the summary over many reports, Indonesian and English."""

from __future__ import annotations

from sakip.tulis.words.pesan import BAHASA

__all__ = ["kata"]

KATA: dict[str, tuple[str, str]] = {
    "laporan": (
        "{n} laporan: {terbaca} terbaca, {gagal} tidak.",
        "{n} report(s): {terbaca} read, {gagal} not.",
    ),
    "kerja": (
        "{baru} direviu sekarang, {tetap} tetap dari sebelumnya; {lain} berkas lain di folder sumber dilewati.",
        "{baru} reviewed now, {tetap} unchanged from before; {lain} other file(s) in the source folders left aside.",
    ),
    "rusak": (
        "{rusak} hasil sebelumnya berubah sejak ditulis; direviu lagi.",
        "{rusak} earlier result(s) changed since they were written; reviewed again.",
    ),
    "tanpa_sidik": (
        "{tanpa_sidik} hasil sebelumnya tanpa sidik (penulisannya terhenti, atau dari versi lama); direviu lagi.",
        "{tanpa_sidik} earlier result(s) without digests (interrupted, or of an old version); reviewed again.",
    ),
    "usang": (
        "{usang} hasil dari laporan yang tidak lagi disebut dihapus.",
        "{usang} result(s) of reports that are no longer named removed.",
    ),
    "keluarga": ("keluarga aturan", "family of rules"),
    "instansi": ("instansi dengan temuan terbanyak", "agencies with most findings"),
    "semua": ("semua", "all"),
    "kesalahan": ("kesalahan", "error"),
    "peringatan": ("peringatan", "warning"),
    "catatan": ("catatan", "note"),
}


def kata(kunci: str, bahasa: str, **isi: object) -> str:
    """A text in `bahasa`."""
    return KATA[kunci][BAHASA.index(bahasa)].format_map(isi)
