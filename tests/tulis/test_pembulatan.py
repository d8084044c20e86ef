"""What holds only by rounding is listed for the reader; counts and targets are not rounded; a cut is named."""

from __future__ import annotations

import io
import json

import pytest
from openpyxl import load_workbook

from sakip.aturan.bahan.contoh import laporan, tabel
from sakip.fakta import susun
from sakip.pembaca.tafsir import tafsirkan
from sakip.pembaca.teks import blok_teks
from sakip.relasi import Putusan
from sakip.tinjauan.engine import Reviu, reviu
from sakip.tulis import Opsi, tulis
from sakip.tulis.words.kamus import pesan


def satu(target: str, realisasi: str, capaian: str, satuan: str = "%") -> Reviu:
    """The review of a table with this line and two that are right."""
    kolom = "indikator | satuan | target | realisasi | capaian"
    baris = (
        f"Jalan dalam kondisi baik | {satuan} | {target} | {realisasi} | {capaian}",
        "Cakupan air minum | % | 90,00 | 60,00 | 66,67",
        "Cakupan sanitasi | % | 80,00 | 72,00 | 90,00",
    )
    return reviu(laporan(tabel=(tabel("3.1", "Capaian Kinerja", kolom, *baris),)))


def tulisan(r: Reviu, format_: str, *, rinci: bool = False) -> bytes:
    return b"".join(x.encode() if isinstance(x, str) else x for x in tulis([r], format_, Opsi(rinci=rinci)))


def putusan(r: Reviu) -> Putusan:
    return next(h.putusan for h in r.relasi if h.kode == "KIN01")


@pytest.mark.parametrize(
    ("isi", "hasil"),
    [
        (("70", "64", "91,43"), Putusan.SESUAI),
        (("70", "64", "91,90"), Putusan.PEMBULATAN),
        (("70,00", "64,37", "91,95"), Putusan.PEMBULATAN),
        (("70,00", "64,37", "91,97"), Putusan.TIDAK_SESUAI),
        (("70", "64", "91,90", "Ruas"), Putusan.TIDAK_SESUAI),
        (("70", "64", "91,90", "Ribu Ruas"), Putusan.PEMBULATAN),
        (("70", "64", "91,90", "per 1.000"), Putusan.PEMBULATAN),
        (("0,18", "0,15", "90,30", "Rasio"), Putusan.TIDAK_SESUAI),
        (("0,18", "0,15", "84,00", "Rasio"), Putusan.PEMBULATAN),
    ],
)
def test_ruang_pembulatan(isi: tuple[str, ...], hasil: Putusan) -> None:
    assert putusan(satu(*isi)) is hasil


def test_target_lebih_rinci() -> None:
    """A finer target that the report prints itself explains what the coarse one does not."""
    teks = (
        "LAPORAN KINERJA\n\nDINAS CONTOH\n\n2025\n\nTabel 3.1\nCapaian Kinerja Tahun 2025\n\n"
        "No\tIndikator\tTarget\tRealisasi\tCapaian (%)\n1\tRasio bidan\t0,18\t0,15\t81,97\n2\tCakupan\t90\t60\t66,67\n"
    )
    rencana = (
        "\nTabel 2.1\nTarget Renstra Tahun 2024-2026\n\nNo\tIndikator\tTarget 2024\tTarget 2025\tTarget 2026\n"
        "1\tRasio bidan\t0,1750\t0,1830\t0,1900\n2\tCakupan\t80\t90\t95\n"
    )

    def cari(isi: str) -> Reviu:
        return reviu(tafsirkan(blok_teks(isi, "laporan.txt")).laporan)

    jalur = {h.evaluasi.putusan for h in cari(teks + rencana).relasi if h.kode == "KIN01"}
    assert jalur == {Putusan.SESUAI}
    reg = susun(tafsirkan(blok_teks(teks + rencana, "laporan.txt")).laporan)
    target = next(b for b in reg.butir if b.teks == "0,18")
    lain = reg.lebih_rinci(target, {"target_renstra"})
    assert lain is not None
    assert lain.teks == "0,1830"
    assert reg.lebih_rinci(lain, {"target_renstra"}) is None


def test_terdaftar_di_setiap_keluaran() -> None:
    r = satu("70", "64", "91,90")
    isi = json.loads(tulisan(r, "json"))
    (p,) = isi["pembulatan"]
    assert (p["kode"], p["nilai"], p["dihitung"], p["alasan"]) == ("KIN01", "91,90", "91,43", "")
    for format_, judul in (("terminal", "SESUAI KARENA PEMBULATAN"), ("markdown", "## Sesuai karena pembulatan")):
        teks = tulisan(r, format_).decode()
        assert judul in teks
        assert "91,43" in teks.partition(judul)[2]
    buku = load_workbook(io.BytesIO(tulisan(r, "kkr")))
    tanda = [b[12].value for b in buku["Uji"].iter_rows(min_row=5) if b[2].value == "UJI"]
    assert tanda[0] == "≈"


def test_tanpa_pembulatan_tanpa_daftar() -> None:
    r = satu("70", "64", "91,43")
    assert json.loads(tulisan(r, "json"))["pembulatan"] == []
    assert "KARENA PEMBULATAN\n" not in tulisan(r, "terminal").decode()


def test_potongan_menyebut_pembulatannya() -> None:
    """One line cut off is named with what rounding gives, unless a line of its column was rounded up."""
    potong = [t for t in satu("23,00", "5,00", "21,73").temuan if t.kode == "NOT03"]
    assert not potong  # 66,67 was rounded up
    kolom = "nama | pagu | realisasi_anggaran | serapan"
    baris = ("Program A | 300.000.000 | 200.000.000 | 66,66", "Program B | 150.000.000 | 130.000.000 | 86,67")
    r = reviu(laporan(tabel=(tabel("3.5", "Anggaran", kolom, *baris),)))
    (t,) = (t for t in r.temuan if t.kode == "NOT03")
    assert "66,66, dibulatkan 66,67" in pesan(t)


def test_opsi_rinci_menampilkan_semua() -> None:
    kolom = "nama | pagu | realisasi_anggaran | serapan"
    baris = [f"Program {n} | 300.000.000 | {200 - n}.000.000 | {_potong(200 - n)}" for n in range(0, 39, 3)]
    r = reviu(laporan(tabel=(tabel("3.5", "Anggaran", kolom, *baris),)))
    ringkas, rinci = (tulisan(r, "terminal", rinci=x).decode() for x in (False, True))
    judul = "SESUAI KARENA PEMBULATAN"
    assert "lainnya (--rinci)" in ringkas.partition(judul)[2].partition("TIDAK DAPAT")[0]
    assert "lainnya (--rinci)" not in rinci.partition(judul)[2].partition("TIDAK DAPAT")[0]


def _potong(juta: int) -> str:
    return f"{juta * 10000 // 300 // 100},{juta * 10000 // 300 % 100:02d}"
