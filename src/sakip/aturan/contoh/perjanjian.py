"""Examples of the rules on agreement forms (PKJ)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.aturan.contoh.bahan import Kinerja, Uang, formulir, laporan, pasangan

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sakip.aturan.contoh.bahan import Pasangan
    from sakip.model.laporan import Laporan

__all__ = ["CONTOH"]

KABID = "Kepala Bidang Pelatihan"
KASUBBAG = "Kepala Sub Bagian Umum"


def _jumlah(jumlah: str) -> Laporan:
    baris = [Uang("1.1", "Kegiatan Pelatihan Dasar", "Rp 45.000.000"), Uang("1.2", "Kegiatan Magang", "Rp 30.000.000")]
    return laporan(perjanjian=(formulir("III", KABID, baris, jumlah=jumlah),))


def _induk(kegiatan: str) -> Laporan:
    baris = [
        Uang("1.", "Kegiatan Administrasi Umum", kegiatan),
        Uang("1.1", "Sub Kegiatan Alat Tulis Kantor", "Rp 12.500.000"),
        Uang("1.2", "Sub Kegiatan Jasa Surat Menyurat", "Rp 7.500.000"),
    ]
    return laporan(perjanjian=(formulir("IV", KASUBBAG, baris),))


def _bagian(bagian: str) -> Laporan:
    baris = [
        Uang(
            "1.1",
            "Kegiatan Pelatihan Dasar",
            "Rp 45.000.000",
            total="Rp 60.000.000",
            diampu=(("Bidang Promosi", bagian),),
        )
    ]
    return laporan(perjanjian=(formulir("III", KABID, baris),))


def _rincian(target: str) -> Laporan:
    baris = [
        Kinerja(
            "1.1",
            "Jumlah Dokumen Perencanaan",
            target,
            rincian=(("Dokumen Renja", "2 Dokumen"), ("Dokumen Perjanjian Kinerja", "3 Dokumen")),
        )
    ]
    return laporan(perjanjian=(formulir("IV", KASUBBAG, kinerja=baris),))


def _bertarget(target: str) -> Laporan:
    baris = [
        Kinerja("1.1", "Jumlah Dokumen Perencanaan", "5 Dokumen"),
        Kinerja("1.2", "Jumlah Laporan Kinerja", target),
    ]
    return laporan(perjanjian=(formulir("IV", KASUBBAG, kinerja=baris),))


def _tak_nol(target: str) -> Laporan:
    return laporan(
        perjanjian=(
            formulir(
                "IV",
                KASUBBAG,
                [Uang("1.1", "Sub Kegiatan Pengadaan Mebel", "Rp 5.000.000")],
                kinerja=[Kinerja("1.1", "Jumlah Unit Mebel", target)],
            ),
        )
    )


def _berpasangan(anggaran: Sequence[Uang]) -> Laporan:
    janji = [Kinerja("1.1", "Jumlah Unit Mebel", "4 Unit"), Kinerja("1.2", "Jumlah Laporan Aset", "2 Laporan")]
    return laporan(perjanjian=(formulir("IV", KASUBBAG, anggaran, kinerja=janji),))


MEBEL = Uang("1.1", "Sub Kegiatan Pengadaan Mebel", "Rp 5.000.000")
ASET = Uang("1.2", "Sub Kegiatan Penatausahaan Aset", "Rp 3.000.000")

CONTOH: Mapping[str, Pasangan] = {
    "PKJ01": pasangan(_jumlah, "Rp 57.000.000", "Rp 75.000.000"),
    "PKJ03": pasangan(_induk, "Rp 22.000.000", "Rp 20.000.000"),
    "PKJ04": pasangan(_bagian, "Rp 51.000.000", "Rp 15.000.000"),
    "PKJ05": pasangan(_rincian, "6 Dokumen", "5 Dokumen"),
    "PKJ06": pasangan(_bertarget, "", "1 Laporan"),
    "PKJ07": pasangan(_tak_nol, "0 Unit", "4 Unit"),
    "PKJ08": pasangan(_berpasangan, [MEBEL], [MEBEL, ASET]),
}
