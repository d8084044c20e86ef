"""What the test kit brought to light, each as a smallest report: blame and cause that were wrong once."""

from __future__ import annotations

from typing import Any

from sakip import reviu
from sakip.model.indikator import Indikator
from sakip.model.laporan import Laporan, Metode
from sakip.model.peran import PERAN
from sakip.model.perjanjian import BarisKinerja, PerjanjianKinerja
from sakip.model.sel import baca_sel_peran
from sakip.model.tabel import Tabel
from sakip.pengujian import assert_temuan
from sakip.tulis.words.kamus import pesan


def _tabel(kolom: str, *baris: str, nomor: str) -> Tabel:
    """Cells divided by bars; a line whose name is JUMLAH or RERATA is one."""
    isi = [[x.strip() for x in b.split("|")] for b in baris]
    macam = {"JUMLAH": "total", "RERATA": "rerata"}
    jenis = [next((macam[x] for x in b if x in macam), "rincian") for b in isi]
    return Tabel.susun([k.strip() for k in kolom.split("|")], isi, nomor=nomor, jenis=jenis)


def _laporan(*tabel: Tabel, **lain: Any) -> Laporan:
    return Laporan(instansi="Dinas", tahun=2025, tabel=tabel, **lain)


def _indikator(polaritas: str) -> dict[str, Any]:
    return {"indikator": (Indikator(kunci="a", nama="a", polaritas=polaritas), Indikator(kunci="b", nama="b"))}


def test_capaian_negatif_disalahkan() -> None:
    """An achievement that ought to be negative is one wrong figure, not two others."""
    lap = _laporan(
        _tabel(
            "indikator | target | realisasi | capaian",
            *("a | 31,00 | 31,25 | 99,20", "b | 10 | 10 | 100,00", "RERATA | | | 49,60"),
            nomor="3.1",
        ),
        _tabel("indikator | realisasi | capaian", "a | 31,25 | -0,81", nomor="3.2"),
        metode=Metode(rumus={"positif": "positif", "negatif": "negatif_c"}),
        **_indikator("negatif"),
    )
    assert [t.tertulis for t in reviu(lap).temuan if t.keparahan == "kesalahan"] == ["99,20"]


def test_baris_tersalin_satu_temuan() -> None:
    """Two lines alike in every figure, and totals that miss one of them: a line was copied."""
    baris = ("x | 11 | 22 | 33", "y | 11 | 22 | 33", "z | 7 | 8 | 15", "JUMLAH | 59 | 37 | 96")
    r = reviu(_laporan(_tabel("nama | rincian:A | rincian:B | jumlah", *baris, nomor="1.3")))
    assert assert_temuan(r, dugaan="salin").lokasi[0].baris in {1, 2}


def test_tukar_di_tabel_silang() -> None:
    """Two cells swapped in a column: its foot still adds up, two rows do not, by the same difference."""
    baris = ("x | 14 | 22 | 35", "y | 13 | 40 | 54", "JUMLAH | 27 | 62 | 89")
    r = reviu(_laporan(_tabel("nama | rincian:A | rincian:B | jumlah", *baris, nomor="1.3")))
    assert_temuan(r, dugaan="tukar_sel")


def test_usul_bukan_yang_tercetak() -> None:
    """No finding proposes what is printed already."""
    baris = ("x | 14 | 22 | 35", "y | 13 | 40 | 54", "JUMLAH | 27 | 62 | 89")
    r = reviu(_laporan(_tabel("nama | rincian:A | rincian:B | jumlah", *baris, nomor="1.3")))
    assert all("14 → 14" not in pesan(t) for t in r.temuan)


def test_baris_induk_hilang() -> None:
    """A program line is missing above its kegiatan."""
    baris = (
        *("01 | Program P | 300", "01.2.01 | Kegiatan A | 300", "01.2.01.0001 | Sub Kegiatan G | 300"),
        *("02.2.01 | Kegiatan S | 70", "02.2.01.0001 | Sub Kegiatan R | 70", " | JUMLAH | 370"),
    )
    assert reviu(_laporan(_tabel("kode | nama | pagu", *baris, nomor="2.1"))).temuan


def test_pemisah_pada_angka_dibulatkan() -> None:
    """0,64 for 63,74 is a separator out of place, rounded since."""
    kolom = "nama | pagu | realisasi_anggaran | serapan"
    r = reviu(_laporan(_tabel(kolom, "x | 1.000.000 | 637.412 | 0,64", nomor="3.5")))
    assert_temuan(r, kode="ANG04", dugaan="pemisah")


def test_geser_pada_angka_dibulatkan() -> None:
    """A run of percentages one line too low is one finding."""
    baris = ("x | 1 | 1 | 2 | 50,00", "y | 1 | 2 | 3 | 50,00", "z | 1 | 3 | 4 | 33,33")
    r = reviu(_laporan(_tabel("nama | rincian:A | rincian:B | jumlah | persen:A", *baris, nomor="1.3")))
    assert_temuan(r, dugaan="geser")


def test_potongan_bukan_saksi() -> None:
    """A table that cuts off is no witness against one that rounds."""
    lap = _laporan(
        _tabel("indikator | target | realisasi | capaian", "a | 320 | 305,97 | 95,61", nomor="3.1"),
        _tabel("indikator | capaian", "a | 95,62", nomor="3.2"),
        **_indikator("positif"),
    )
    assert [t.lokasi[0].tabel for t in reviu(lap).temuan if t.keparahan == "kesalahan"] == ["Tabel 3.1"]


def test_indikator_umum_di_dua_formulir() -> None:
    """Two officers who both promise `Jumlah Dokumen`, of no sasaran, promise different things."""
    formulir = [
        PerjanjianKinerja(
            eselon="IV",
            jabatan=f"Kepala Seksi {nama}",
            tahun=2025,
            unit=nama,
            kinerja=(BarisKinerja(indikator="Jumlah Dokumen", target=baca_sel_peran(target, PERAN["target"])),),
        )
        for nama, target in (("Data", "12 Dokumen"), ("Usaha", "4 Dokumen"))
    ]
    assert not reviu(_laporan(perjanjian=tuple(formulir))).temuan


def test_stabil_memilih_rumus_menurut_yang_benar() -> None:
    """Which formula measures a stabil indicator follows the mended realisation, not the wrong one."""
    lap = _laporan(
        _tabel("indikator | realisasi | target_akhir | capaian_akhir", "a | 1598 | 1475 | 88,0", nomor="3.3"),
        _tabel("indikator | realisasi", "a | 1298", nomor="3.1"),
        _tabel("indikator | realisasi", "a | 1298", nomor="3.2"),
        **_indikator("stabil"),
    )
    assert [t.kode for t in reviu(lap).temuan if t.keparahan == "kesalahan"] == ["FAK01"]


def test_target_tertukar_dengan_desimal_lain() -> None:
    """Two exact targets swapped, of which one has decimals that the other has not: both are proposed as they are."""
    satu = _tabel("indikator | target", "a | 16,59%", "b | 64%", nomor="2.1")
    lain = _tabel("indikator | target", "a | 16,59%", "b | 64%", nomor="2.2")
    tukar = _tabel("indikator | target", "a | 64%", "b | 16,59%", nomor="3.1")
    (t,) = [x for x in reviu(_laporan(satu, lain, tukar, **_indikator("positif"))).temuan if x.keparahan == "kesalahan"]
    assert (t.kunci, t.seharusnya, t.isi["seharusnya2"]) == ("tukar", "16,59%", "64,00%")
