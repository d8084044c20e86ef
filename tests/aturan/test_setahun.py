"""Quarters, semesters and months against the year, beside it or elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs
import pytest

import sakip
from sakip.model.indikator import Indikator
from sakip.relasi import Putusan

if TYPE_CHECKING:
    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.engine import Reviu

TW = ("I", "II", "III", "IV")
BULAN = tuple(range(1, 13))


def ind(nama: str, satuan: str, agregasi: str = "") -> Indikator:
    return Indikator(kunci=nama.casefold().replace(" ", "_"), nama=nama, satuan=satuan, agregasi=agregasi)


def tinjau(*tabel: tuple[str, str, list[str]], indikator: tuple[Indikator, ...] = ()) -> Reviu:
    isi = tuple(
        sakip.Tabel.susun(
            [k.strip() for k in kolom.split("|")],
            [[s.strip() for s in b.split("|")] for b in baris],
            nomor=f"3.{n}",
            judul=judul,
        )
        for n, (judul, kolom, baris) in enumerate(tabel, 1)
    )
    return sakip.reviu(sakip.Laporan(instansi="Dinas Contoh", tahun=2025, indikator=indikator, tabel=isi))


def temuan(r: Reviu, kode: str) -> list[Temuan]:
    return [t for t in r.temuan if t.kode == kode]


KOLOM = "indikator | satuan | " + " | ".join(f"realisasi:TW {q}" for q in TW) + " | realisasi"
CAMPUR = [
    "Jumlah Peserta | Orang | 10 | 20 | 30 | 40 | 100",
    "Jumlah Kelompok | Kelompok | 1 | 2 | 3 | 4 | 10",
    "Indeks Kepuasan | Nilai | 80 | 82 | 84 | 86 | 83",
    "Persentase Lulusan | % | 20 | 45 | 70 | 95 | 95",
]
"""One table, three ways to the year."""


def test_tiap_satuan_dengan_caranya() -> None:
    r = tinjau(("Realisasi per Triwulan", KOLOM, CAMPUR))
    assert not r.temuan
    cara = {sakip.pesan(h.relasi.uraian).partition(" = ")[2] for h in r.relasi if h.kode == "TAB06"}
    assert cara == {
        "jumlah bagian tahunnya [cara didukung baris laporan]",
        "rata-rata bagian tahunnya [cara didukung baris laporan]",
        "bagian tahun yang terakhir (kumulatif atau keadaan akhir) [cara didukung baris laporan]",
    }


def test_jumlah_yang_salah() -> None:
    salah = [*CAMPUR, "Jumlah Dokumen | Dokumen | 11 | 12 | 13 | 14 | 60"]
    (t,) = temuan(tinjau(("Realisasi per Triwulan", KOLOM, salah)), "TAB06")
    assert t.keparahan == "kesalahan"
    assert "60" in sakip.pesan(t)


@pytest.mark.parametrize("setahun", ["40", "25"])
def test_cara_lain_ditanyakan(setahun: str) -> None:
    """Where counts add up, one that is the last of its quarters or their mean is asked about and not checked."""
    r = tinjau(("Realisasi per Triwulan", KOLOM, [*CAMPUR, f"Jumlah Kader | Orang | 10 | 20 | 30 | 40 | {setahun}"]))
    (t,) = temuan(r, "TAB06")
    assert t.keparahan == "catatan"


def test_di_antara_bagiannya_tidak_dituduh() -> None:
    """A ratio of sums lies among its quarters; its weights are not printed."""
    baris = [
        *CAMPUR,
        "Persentase Kehadiran | % | 20 | 45 | 70 | 90 | 90",
        "Persentase Layanan | % | 80 | 82 | 84 | 86 | 84,6",
    ]
    r = tinjau(("Realisasi per Triwulan", KOLOM, baris))
    assert not temuan(r, "TAB06")
    assert [h.putusan for h in r.relasi if h.kode == "TAB06"].count(Putusan.TAK_DAPAT_DIPERIKSA) == 1


def test_cara_yang_dinyatakan() -> None:
    """A declared way is held to, even by one line; a cumulative heading states one as well."""
    kader = ind("Jumlah Kader", "Orang", "terakhir")
    baris = "Jumlah Kader | Orang | 10 | 20 | 30 | 40 | {}"
    assert not tinjau(("Realisasi", KOLOM, [baris.format("40")]), indikator=(kader,)).temuan
    (t,) = temuan(tinjau(("Realisasi", KOLOM, [baris.format("100")]), indikator=(kader,)), "TAB06")
    assert t.keparahan == "kesalahan"
    assert "cara dinyatakan laporan" in sakip.pesan(t)


def test_judul_kumulatif() -> None:
    r = tinjau(("Realisasi", KOLOM, ["Jumlah Kader | Orang | 10 | 20 | 30 | 40 | 100"]))
    (t,) = r.laporan.tabel
    bernama = tuple(attrs.evolve(k, judul=f"Realisasi s.d. {k.label}" if k.label else "Realisasi") for k in t.kolom)
    lain = sakip.reviu(attrs.evolve(r.laporan, tabel=(attrs.evolve(t, kolom=bernama),)))
    assert not r.temuan
    assert [x.keparahan for x in temuan(lain, "TAB06")] == ["kesalahan"]


def test_semester_dan_bulan() -> None:
    bulanan = "nama | pagu | " + " | ".join(f"realisasi_anggaran:BULAN {n}" for n in BULAN) + " | realisasi_anggaran"
    uang = " | ".join(f"{n}.000.000" for n in BULAN)
    baris = [f"Program A | 100.000.000 | {uang} | {{}}", f"Program B | 90.000.000 | {uang} | 78.000.000"]
    assert not tinjau(("Anggaran", bulanan, [b.format("78.000.000") for b in baris])).temuan
    (t,) = temuan(tinjau(("Anggaran", bulanan, [b.format("79.000.000") for b in baris])), "TAB06")
    assert t.keparahan == "kesalahan"
    semester = "nama | pagu:SEMESTER I | pagu:SEMESTER II | pagu"
    (t,) = temuan(tinjau(("Anggaran", semester, ["Program A | 10.000.000 | 20.000.000 | 31.000.000"])), "TAB06")
    assert "31.000.000" in sakip.pesan(t)


NISBAH = "indikator | target:TW I | realisasi:TW I | target:TW II | realisasi:TW II | capaian"


@pytest.mark.parametrize(("capaian", "salah"), [("90,00", False), ("80,00", True)])
def test_nisbah_jumlah(capaian: str, *, salah: bool) -> None:
    """An achievement of the year over quarters whose sums are not printed: Σ realisasi over Σ target."""
    baris = ["A | 10 | 8 | 30 | 28 | {}", "B | 20 | 10 | 20 | 20 | 75,00", "C | 5 | 5 | 15 | 10 | 75,00"]
    r = tinjau(("Capaian per Triwulan", NISBAH, [b.format(capaian) for b in baris]))
    assert [t.tertulis for t in temuan(r, "TAB06")] == ([capaian] if salah else [])


PK = ("Perjanjian Kinerja", "indikator | satuan | target", ["A | Nilai | 4,47", "B | Nilai | 3,80", "C | Nilai | 85"])
AKSI = "indikator | satuan | " + " | ".join(f"target:TW {q}" for q in TW)


def test_rencana_aksi_dan_perjanjian() -> None:
    aksi = ["A | Nilai | 1,1 | 2,3 | 3,5 | {}", "B | Nilai | 0,9 | 1,8 | 2,9 | 3,8", "C | Nilai | 20 | 45 | 65 | 85"]
    semua = tuple(ind(x, "Nilai") for x in "ABC")
    assert not tinjau(PK, ("Rencana Aksi", AKSI, [b.format("4,47") for b in aksi]), indikator=semua).temuan
    (t,) = temuan(tinjau(PK, ("Rencana Aksi", AKSI, [b.format("4,7") for b in aksi]), indikator=semua), "KON05")
    assert t.keparahan == "peringatan"
    assert {"4,47", "4,70"} <= set(re.findall(r"\d,\d\d", sakip.pesan(t).replace("4,7 ", "4,70 ")))


def test_satu_baris_saja_ditanyakan() -> None:
    """One line that follows no way bears nothing out: a question, which names the figures."""
    aksi = ("Rencana Aksi", AKSI, ["A | Nilai | 1,1 | 2,3 | 3,5 | 4,7"])
    (t,) = tinjau(PK, aksi, indikator=tuple(ind(x, "Nilai") for x in "ABC")).temuan
    assert t.keparahan == "catatan"
    assert "4,47 ≠ 4,70" in sakip.pesan(t)
