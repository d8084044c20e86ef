"""Who reports on what, and which figures of the prose are tied to which facts."""

from __future__ import annotations

import pytest
from tests.penulis.naskah import ANGGARAN, KINERJA, klaim, laporan

from sakip.tinjauan.engine import reviu
from sakip.tulis.words.kamus import pesan

# -- profile and prose -------------------------------------------------------------------


def test_profil() -> None:
    """Agency in the spelling of the prose, year, plan, dates with their chapter."""
    isi = (
        "Kata Pengantar\n\nLaporan Kinerja Instansi Pemerintah (LKjIP) Dinas Pertanian Kabupaten Contoh Tahun 2025 "
        "disusun menurut Renstra 2021-2026.\n\nContoh, 12 Februari 2026\n"
    )
    hasil = laporan(isi)
    assert (hasil.instansi, hasil.tahun) == ("Dinas Pertanian Kabupaten Contoh", 2025)
    assert hasil.judul == "Laporan Kinerja Instansi Pemerintah (LKjIP)"
    assert hasil.renstra is not None
    assert (hasil.renstra.awal, hasil.renstra.akhir) == (2021, 2026)
    assert [(t.nilai.teks, t.bagian) for t in hasil.tanggal] == [("12 Februari 2026", "Kata Pengantar")]


def test_narasi_kinerja() -> None:
    """Target, realisation and achievement of a named indicator are tied; a wrong one is a finding at its line."""
    kalimat = (
        "Persentase Kelompok Tani Maju dari yang ditargetkan 50,00% tercapai 56,00% atau mencapai target 110,00%.\n"
    )
    isi = f"{KINERJA}\n{kalimat}"
    (k,) = klaim(isi, "56,00%")
    assert k.fakta is not None
    assert (k.fakta.peran, k.fakta.subjek) == ("realisasi", "kelompok_tani_maju")
    (t,) = [t for t in reviu(laporan(isi)).temuan if t.kode.startswith("NAR")]
    assert (t.tertulis, t.seharusnya, t.lokasi[0].baris) == ("56,00%", "55,00%", 17)


def test_narasi_anggaran() -> None:
    """Money of a named program: budget, spending, percentage, remainder."""
    kalimat = (
        "a. Program Penyuluhan Pertanian, Anggaran sebesar Rp. 200.000.000,00 terealisasi sebesar "
        "Rp. 160.000.000,00 (80,00%) dan sisa anggaran sebesar Rp 40.000.000,00 (20,00%).\n"
    )
    isi = f"{ANGGARAN}\n{kalimat}"
    fakta = {k.tertulis.teks: (k.fakta.peran, k.fakta.subjek) for k in laporan(isi).narasi if k.fakta is not None}
    assert fakta == {
        "Rp. 200.000.000,00": ("pagu", "02"),
        "Rp. 160.000.000,00": ("realisasi_anggaran", "02"),
        "80,00%": ("serapan", "02"),
        "Rp 40.000.000,00": ("sisa", "02"),
        "20,00%": ("sisa_persen", "02"),
    }
    assert not reviu(laporan(isi)).temuan


def test_narasi_jumlah() -> None:
    """Counts of programs, kegiatan and sub kegiatan, also under the heading of a program."""
    isi = (
        f"{ANGGARAN}\nYang dilaksanakan terdiri dari 2 Program, 2 Kegiatan dan 3 Sub kegiatan sebagai berikut :\n\n"
        "1. Program Penunjang Urusan\n\nMeliputi 1 Kegiatan dan 1 Sub Kegiatan, yaitu :\n\n"
        "2. Program Penyuluhan Pertanian\n\nMeliputi 1 Kegiatan dan 1 Sub Kegiatan, yaitu :\n"
    )
    hitung = [(k.tertulis.teks, k.hitung.apa, k.hitung.di) for k in laporan(isi).narasi if k.hitung is not None]
    assert hitung == [
        ("2", "program", ""),
        ("2", "kegiatan", ""),
        ("3", "sub_kegiatan", ""),
        ("1", "kegiatan", "01"),
        ("1", "sub_kegiatan", "01"),
        ("1", "kegiatan", "02"),
        ("1", "sub_kegiatan", "02"),
    ]
    assert {(t.kode, t.tertulis) for t in reviu(laporan(isi)).temuan} == {("NAR02", "3")}


@pytest.mark.parametrize(
    ("kalimat", "tertulis"),
    [
        (
            "Modal usaha awal Dinas Pertanian Kabupaten Contoh sebesar Rp. 500.000.000,- harus dipenuhi.",
            "Rp. 500.000.000,-",
        ),
        ("Kelompok tani maju naik sehingga mencapai 61,00% di seluruh wilayah.", "61,00%"),
        ("Persentase Kelompok Tani Maju di kabupaten tetangga sebesar 61,00%.", "61,00%"),
        ("Persentase Kelompok Tani Maju pada tahun 2024 ditargetkan 61,00%.", "61,00%"),
        ("Pada tahun 2024 Persentase Kelompok Tani Maju meningkat menjadi 61,00%.", "61,00%"),
        ("Jumlah penerima bantuan sebanyak 3.042 orang.", "3.042"),
    ],
)
def test_narasi_tak_diikat(kalimat: str, tertulis: str) -> None:
    """A figure whose subject or role is in doubt is counted as unchecked, never tied."""
    isi = f"{KINERJA}\n{ANGGARAN}\n{kalimat}\n"
    (k,) = klaim(isi, tertulis)
    assert (k.rumus, k.fakta, bool(k.alasan)) == ("tanpa", None, True)
    assert not reviu(laporan(isi)).temuan


def test_narasi_tahun() -> None:
    """The report's year and the years of the plan are tied; the year of a regulation is not."""
    isi = (
        "Kinerja tahun 2025 diukur menurut Peraturan Nomor 29 Tahun 2014 dan Renstra 2021-2026, sejak tahun 2024.\n\n"
        "Target pada Rencana Strategis 2021-2026 menjadi acuan.\n"
    )
    hasil = laporan(isi).narasi
    assert [k.tertulis.teks for k in hasil if k.tahun_laporan] == ["2025"]
    assert [k.tertulis.teks for k in hasil if k.periode_renstra] == ["2021-2026", "2021-2026"]


def test_narasi_tahun_tertinggal() -> None:
    """A sentence that announces a table by its title names the year of the table."""
    isi = ANGGARAN.replace(
        "Tabel 2.7\n", "Adapun anggaran dan realisasi tahun 2024 tersaji pada tabel berikut :\n\nTabel 2.7\n"
    )
    assert [(t.kode, t.tertulis, t.seharusnya) for t in reviu(laporan(isi)).temuan] == [("NAR06", "2024", "2025")]


# -- figures tied by what the sentence says ------------------------------------------------

MAJU = "Persentase Kelompok Tani Maju"


def terikat(kalimat: str, *cetak: str) -> list[tuple[str, str, int | None] | None]:
    """Role, subject and year of the facts that figures of a sentence are tied to."""
    isi = f"{KINERJA}\n{ANGGARAN}\n{kalimat}\n"
    hasil = []
    for c in cetak:
        (k,) = klaim(isi, c)
        hasil.append(None if k.fakta is None else (k.fakta.peran, k.fakta.subjek, k.fakta.periode))
    assert not [t for t in reviu(laporan(isi)).temuan if t.keparahan != "catatan"]
    return hasil


T, R, C = ((peran, "kelompok_tani_maju", None) for peran in ("target", "realisasi", "capaian"))


@pytest.mark.parametrize(
    ("kalimat", "ikatan"),
    [
        (f"Sebesar 55,00% {MAJU} berhasil dicapai dari target 50,00%.", {"55,00%": R, "50,00%": T}),
        (f"Target dan realisasi {MAJU} masing-masing sebesar 50,00% dan 55,00%.", {"50,00%": T, "55,00%": R}),
        (f"{MAJU} (target 50,00%, capaian 110,00%) naik.", {"50,00%": T, "110,00%": C}),
        (f"{MAJU} memperoleh nilai 55,00 atau 110,00 %.", {"55,00": R, "110,00 %": C}),
        ("Sasaran ini diukur dengan Nilai AKIP. Realisasinya 80,80.", {"80,80": ("realisasi", "nilai_akip", None)}),
    ],
)
def test_diikat_menurut_kata(kalimat: str, ikatan: dict[str, tuple[str, str, int | None]]) -> None:
    """Whatever the order of a sentence: its words say which fact each figure repeats."""
    assert terikat(kalimat, *ikatan) == list(ikatan.values())


@pytest.mark.parametrize(
    ("kalimat", "cetak"),
    [
        ("Kelompok tani maju mencapai 55,00% di kabupaten tetangga.", "55,00%"),
        (f"{MAJU} naik berkat 55 penyuluh.", "55"),
        (f"{MAJU} didukung 110,00 hektare lahan.", "110,00"),
        ("Capaian kegiatan sebesar 110,00%.", "110,00%"),
        (f"{MAJU} ditargetkan 55,00% pada tahun 2026.", "55,00%"),
    ],
)
def test_tak_diikat_karena_nilainya_saja(kalimat: str, cetak: str) -> None:
    """A value that some fact has too is no tie: the subject must be named, its word near, the year its year."""
    assert terikat(kalimat, cetak) == [None]


@pytest.mark.parametrize(
    ("kalimat", "temuan"),
    [
        (f"{MAJU} ditargetkan 51,00% dan terealisasi 55,00%.", [("51,00%", "50,00%")]),
        (f"Target {MAJU} sebesar 50,00%; realisasi {MAJU} sebesar 56,00%.", [("56,00%", "55,00%")]),
        (f"Realisasi {MAJU} adalah 55,00% (101,00%).", [("101,00%", "110,00%")]),
        (f"Rata-rata nasional {MAJU} ditargetkan 51,00%.", []),
        (f"Pada triwulan III {MAJU} terealisasi 51,00%.", []),
        (f"Belanja modal {MAJU} terealisasi 51,00%.", []),
        (f"Target {MAJU} direncanakan 51,00%.", []),
    ],
)
def test_diuji_bila_tegas(kalimat: str, temuan: list[tuple[str, str]]) -> None:
    """A wrong figure is accused where subject, role and year are plain, and nowhere else."""
    hasil = reviu(laporan(f"{KINERJA}\n{kalimat}\n")).temuan
    assert [(t.tertulis, t.seharusnya) for t in hasil if t.keparahan != "catatan"] == temuan


@pytest.mark.parametrize(
    ("kalimat", "temuan"),
    [
        ("Angka Contoh ditargetkan 80,00% dan terealisasi 60,00%, sehingga capaian kinerjanya 75,00%.", []),
        ("Angka Contoh ditargetkan 80,00% dan terealisasi 60,00%, sehingga capaian kinerjanya 57,00%.", ["57,00%"]),
        ("Angka Contoh ditargetkan 80,00% dan terealisasi 60,00%, sehingga capaian kinerjanya 125,00%.", []),
        ("Pegawai berjumlah 45 orang, terdiri dari 20 laki-laki dan 25 perempuan.", []),
        ("Pegawai berjumlah 46 orang, terdiri dari 20 laki-laki dan 25 perempuan.", ["46 | 20 | 25"]),
        ("Pegawai berjumlah 46 orang, terdiri dari 20 sarjana dan 25 laki-laki.", []),
    ],
)
def test_hubungan_dalam_kalimat(kalimat: str, temuan: list[str]) -> None:
    """What holds between the figures of a sentence, whoever's they are."""
    hasil = reviu(laporan(f"{KINERJA}\n{kalimat}\n")).temuan
    assert [pesan(t.tertulis) for t in hasil if t.kode.startswith("NAR")] == temuan


def test_uang_dalam_jutaan_tak_dibandingkan() -> None:
    """A table in millions and a sentence in full are not held against each other."""
    isi = ANGGARAN.replace("ANGGARAN (Rp)", "ANGGARAN (Juta Rp)")
    kalimat = "Anggaran Program Penyuluhan Pertanian sebesar Rp 200.000.000.000.000,-."
    assert not [t for t in reviu(laporan(f"{isi}\n{kalimat}\n")).temuan if t.kode == "NAR01"]
