"""Examples of the rules on the cascade (KAS)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.aturan.contoh.bahan import Kinerja, Uang, formulir, laporan, pasangan, tabel_anggaran
from sakip.model.laporan import Organisasi

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sakip.aturan.contoh.bahan import Pasangan
    from sakip.model.laporan import Laporan
    from sakip.model.tabel import Tabel

__all__ = ["CONTOH"]

KEPALA = "Kepala Dinas Contoh"
KABID = "Kepala Bidang Pelatihan"
KASI = "Kepala Seksi Pelatihan Dasar"
PROGRAM = "Program Pelatihan"
DASAR, MAGANG = "Kegiatan Pelatihan Dasar", "Kegiatan Magang Kerja"
KELAS, MODUL = "Sub Kegiatan Penyelenggaraan Kelas", "Sub Kegiatan Penyusunan Modul"


def _susunan(*baris: str) -> Tabel:
    return tabel_anggaran(*baris, kolom="kode | nama")


def _program(pagu: str) -> Laporan:
    return laporan(
        tabel=(_susunan(f"02 | {PROGRAM}", f"2.01 | {DASAR}", f"2.02 | {MAGANG}"),),
        perjanjian=(
            formulir("II", KEPALA, [Uang("1.", PROGRAM, pagu)]),
            formulir("III", KABID, [Uang("1.1", DASAR, "Rp 45.000.000"), Uang("1.2", MAGANG, "Rp 30.000.000")]),
        ),
    )


def _kegiatan(pagu: str) -> Laporan:
    return laporan(
        tabel=(_susunan(f"02 | {PROGRAM}", f"2.01 | {DASAR}", f"0001 | {KELAS}", f"0002 | {MODUL}"),),
        perjanjian=(
            formulir("III", KABID, [Uang("1.1", DASAR, pagu)]),
            formulir("IV", KASI, [Uang("1.1", KELAS, "Rp 32.000.000"), Uang("1.2", MODUL, "Rp 13.000.000")]),
        ),
    )


def _pengampu(baris: Sequence[Sequence[Uang]]) -> Laporan:
    """The sub kegiatan in the budget table, and what the two officers of eselon IV answer for."""
    return laporan(
        tabel=(
            tabel_anggaran(
                f"02 | {PROGRAM} | 45.000.000",
                f"2.01 | {DASAR} | 45.000.000",
                f"0001 | {KELAS} | 32.000.000",
                f"0002 | {MODUL} | 13.000.000",
            ),
        ),
        perjanjian=(formulir("IV", KASI, baris[0]), formulir("IV", "Kepala Seksi Penyusunan Modul", baris[1])),
    )


SATU = Uang("1.1", KELAS, "Rp 32.000.000")
DUA = Uang("1.1", MODUL, "Rp 13.000.000")
SATU_LAGI = Uang("1.2", KELAS, "Rp 32.000.000")


def _atasan(atasan: str) -> Laporan:
    return laporan(
        organisasi=(Organisasi(jabatan=KASI, atasan=KABID),),
        perjanjian=(formulir("IV", KASI, atasan=atasan),),
    )


def _jabatan(jabatan: str) -> Laporan:
    return laporan(perjanjian=(formulir("IV", KASI, jabatan_formulir=jabatan),))


def _supervisi(pihak: str) -> Laporan:
    return laporan(perjanjian=(formulir("IV", KASI, pihak_supervisi=pihak),))


def _sumber(keterangan: str) -> Laporan:
    return laporan(
        tabel=(_susunan(f"02 | {PROGRAM}", f"2.01 | {DASAR}"),),
        perjanjian=(
            formulir("II", KEPALA, [Uang("1.", PROGRAM, "Rp 45.000.000", keterangan)]),
            formulir("III", KABID, [Uang("1.1", DASAR, "Rp 45.000.000", "APBD + DBHCHT")]),
        ),
    )


def _target(kinerja: Sequence[Kinerja]) -> Laporan:
    """Two units share the money of one sub kegiatan, 30 and 15 million; `kinerja` is what the second promises."""
    janji = ([Kinerja("1.1", "Jumlah Peserta Kelas", "500 Orang")], kinerja)
    unit = ("Bidang Pelatihan", "Bidang Promosi")
    uang = ("Rp 30.000.000", "Rp 15.000.000")
    return laporan(
        perjanjian=tuple(
            formulir(
                "IV",
                f"Kepala Seksi {unit[i]}",
                [Uang("1.1", KELAS, uang[i], total="Rp 45.000.000", diampu=((unit[1 - i], uang[1 - i]),))],
                kinerja=janji[i],
                unit=unit[i],
            )
            for i in (0, 1)
        )
    )


def _target_jenjang(target: str) -> Laporan:
    uang = "Rp 45.000.000"
    return laporan(
        tabel=(_susunan(f"02 | {PROGRAM}", f"2.01 | {DASAR}", f"0001 | {KELAS}"),),
        perjanjian=(
            formulir("III", KABID, [Uang("1.1", DASAR, uang)], kinerja=[Kinerja("1.1", "Peserta Pelatihan", target)]),
            formulir("IV", KASI, [Uang("1.1", KELAS, uang)], kinerja=[Kinerja("1.1", "Peserta Kelas", "450 Orang")]),
        ),
    )


CONTOH: Mapping[str, Pasangan] = {
    "KAS01": pasangan(_program, "Rp 57.000.000", "Rp 75.000.000"),
    "KAS02": pasangan(_kegiatan, "Rp 54.000.000", "Rp 45.000.000"),
    "KAS03": pasangan(_pengampu, ([SATU], []), ([SATU], [DUA])),
    "KAS04": pasangan(_pengampu, ([SATU], [DUA, SATU_LAGI]), ([SATU], [DUA])),
    "KAS05": pasangan(_atasan, KEPALA, KABID),
    "KAS06": pasangan(_jabatan, "Kepala Seksi Magang", KASI),
    "KAS07": pasangan(_supervisi, "PIHAK PERTAMA", "PIHAK KEDUA"),
    "KAS08": pasangan(_sumber, "APBD", "APBD + DBHCHT"),
    "KAS09": pasangan(_target, [Kinerja("1.1", "Jumlah Peserta Kelas", "500 Orang")], []),
    "KAS10": pasangan(_target_jenjang, "400 Orang", "500 Orang"),
}
