"""Lists of indicators: what is agreed on, set, planned, compared, measured; asked about, never an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import sakip
from sakip.aturan.bahan.contoh import Kinerja, formulir, laporan
from sakip.aturan.bahan.contoh import tabel as tabel_contoh
from sakip.model.indikator import Indikator

if TYPE_CHECKING:
    from pathlib import Path

KEPALA = "# LAPORAN KINERJA DINAS SOSIAL TAHUN 2024\n\n## BAB II PERENCANAAN KINERJA\n\n"
TARGET = {
    "Indeks Pelayanan Sosial": "4,47",
    "Persentase Lansia Terlantar Tertangani": "90",
    "Jumlah Relawan Aktif": "120",
}
LAYANAN, LANSIA, RELAWAN = TARGET


def tabel(nomor: str, judul: str, *nama: str, realisasi: bool = False, lalu: bool = False) -> str:
    kolom = ["Sasaran", "Indikator Kinerja", "Target", *(["Realisasi", "Capaian (%)"] if realisasi else [])]
    kolom = ["Sasaran", "Indikator Kinerja", "Realisasi 2023", "Realisasi 2024"] if lalu else kolom
    baris = []
    for n in nama:
        t = TARGET.get(n, "80")
        isi = ["90", t] if lalu else [t, *([t, "100,00"] if realisasi else [])]
        baris.append([f"Meningkatnya {n.split()[1].casefold()}" if n else "Meningkatnya mutu", n, *isi])
    semua = [kolom, ["---"] * len(kolom), *baris]
    return f"Tabel {nomor} {judul}\n\n" + "\n".join(f"| {' | '.join(b)} |" for b in semua) + "\n\n"


def suara(folder: Path, *isi: str) -> dict[str, list[str]]:
    """What the rules on lists say, by code."""
    (folder / "a.md").write_text(KEPALA + "".join(isi))
    r = sakip.reviu(sakip.baca(folder / "a.md"))
    assert not [t.kode for t in r.temuan if t.keparahan != "catatan"]
    return {
        t.kode: [sakip.pesan(b) for b in t.bukti] or [sakip.pesan(t)]
        for t in r.temuan
        if t.kode in {"KON03", "KON06", "KON07", "KON08"}
    }


PK = tabel("2.1", "Perjanjian Kinerja Tahun 2024", *TARGET)
UKUR = tabel("3.1", "Pengukuran Kinerja Tahun 2024", *TARGET, realisasi=True)


@pytest.mark.parametrize(
    "isi",
    [
        (PK, UKUR),
        (PK,),
        (UKUR,),
        (PK, tabel("3.1", "Pengukuran Kinerja Sasaran 1", LAYANAN, LANSIA, realisasi=True),
         tabel("3.2", "Pengukuran Kinerja Sasaran 2", RELAWAN, realisasi=True)),
        (tabel("2.2", "Indikator Kinerja Utama", LAYANAN, RELAWAN), PK, UKUR),
        (PK, UKUR, tabel("3.2", "Analisis", LAYANAN, realisasi=True)),
        (PK, UKUR, tabel("3.3", "Perbandingan dengan Tahun Lalu", *TARGET, lalu=True)),
    ],
    ids=["lengkap", "rencana saja", "ukuran saja", "per sasaran", "iku sebagian", "analisis", "banding"],
)  # fmt: skip
def test_daftar_yang_sejalan(tmp_path: Path, isi: tuple[str, ...]) -> None:
    assert suara(tmp_path, *isi) == {}


def test_dijanjikan_tidak_diukur(tmp_path: Path) -> None:
    s = suara(tmp_path, PK, tabel("3.1", "Capaian Tahun 2024", LAYANAN, LANSIA, realisasi=True))
    assert s == {"KON06": [f"{RELAWAN}: diperjanjikan, tetapi tidak diukur: Tabel 2.1"]}


def test_diukur_tidak_dijanjikan(tmp_path: Path) -> None:
    panti = "Nilai Akreditasi Panti"
    (baris,) = suara(tmp_path, PK, tabel("3.1", "Capaian Tahun 2024", *TARGET, panti, realisasi=True))["KON06"]
    assert baris.startswith(f"{panti}: diukur, tetapi tidak ada dalam perjanjian kinerja")


@pytest.mark.parametrize("hilang", TARGET)
def test_hilang_dan_diganti(tmp_path: Path, hilang: str) -> None:
    """One of a list left out, or another in its place; a new wording of the same name is no other indicator."""
    sisa = [n for n in TARGET if n != hilang]
    lain = tabel("2.2", "Penetapan Kinerja Perubahan", *sisa, "Luas Taman Kota")
    kurang = tabel("2.2", "Penetapan Kinerja Perubahan", *sisa)
    mirip = tabel(
        "2.2", "Penetapan Kinerja Perubahan", *sisa, hilang.replace("Sosial", "Dinsos").replace("Aktif", "Giat")
    )
    assert any(hilang in b for b in suara(tmp_path, PK, kurang, UKUR)["KON06"])
    assert any("Luas Taman Kota" in b or hilang in b for b in suara(tmp_path, PK, lain, UKUR)["KON06"])
    assert suara(tmp_path, PK, mirip, UKUR) == {}


def test_tidak_dibandingkan_di_satu_tabel(tmp_path: Path) -> None:
    """What is compared in one table and left out of another; what is compared nowhere is told once, by itself."""
    banding = tabel("3.2", "Perbandingan dengan Tahun Lalu", *TARGET, lalu=True)
    kurang = tabel("3.3", "Perkembangan Realisasi", LAYANAN, LANSIA, lalu=True)
    assert suara(tmp_path, PK, UKUR, banding, kurang) == {"KON06": [f"{RELAWAN}: tidak ada di Tabel 3.3"]}
    assert list(suara(tmp_path, PK, UKUR, kurang)) == ["KON03"]


def test_sasaran_tanpa_indikator(tmp_path: Path) -> None:
    (baris,) = suara(tmp_path, tabel("2.1", "Perjanjian Kinerja Tahun 2024", *TARGET, ""), UKUR)["KON08"]
    assert "Meningkatnya mutu" in baris


@pytest.mark.parametrize(("jenis", "keparahan"), [("murni", "peringatan"), ("perubahan", "kesalahan")])
def test_pk_yang_mungkin_direvisi(jenis: str, keparahan: str) -> None:
    """A target of an original agreement, with no revised one in the report, may have been revised unseen."""
    lulus = Indikator(kunci="lulus", nama="Persentase Peserta Lulus", satuan="%")
    janji = [Kinerja("1.", lulus.nama, "79,00")]
    isi = laporan(
        indikator=(lulus,),
        tabel=(
            tabel_contoh("2.4", "Perjanjian Kinerja", "indikator | target", f"{lulus.nama} | 80,00"),
            tabel_contoh("3.1", "Capaian", "indikator | target | realisasi", f"{lulus.nama} | 80,00 | 84,00"),
        ),
        perjanjian=(formulir("II", "Kepala Dinas Contoh", kinerja=janji, jenis=jenis),),
    )
    (t,) = sakip.reviu(isi).temuan
    assert (t.kode, t.keparahan) == ("PKJ02", keparahan)
