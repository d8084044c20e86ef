"""Names as printed: abbreviations are what the same report prints in full, and no guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.teks.nama import baku, kata, kerangka, menyingkat, pimpinan, slug, urai_singkatan

HURUF = st.text("abdeghiklmnoprstu", min_size=4, max_size=10)
NAMA = st.lists(HURUF, min_size=1, max_size=6).map(" ".join)


@pytest.mark.parametrize(
    ("tertulis", "lengkap", "terbaca"),
    [
        ("Pemb. Sarpras Kes.", "Pembangunan Sarana dan Prasarana Kesehatan", None),
        ("Pelayanan KB di Bdg", "Pelayanan Keluarga Berencana di Bandung", None),
        ("Penyediaan PJU Kec. Timur", "Penyediaan Penerangan Jalan Umum Kecamatan Timur", None),
        ("Penilaian KSP/USP Koperasi", "Penilaian Koperasi Simpan Pinjam/Unit Simpan Pinjam Koperasi", None),
        ("Fasilitasi UM", "Fasilitasi Usaha Mikro", None),
        # What is no abbreviation, or of something else, stays.
        ("Pengadaan Data", "Pengadaan Database", "pengadaan data"),
        ("Hasil Panen", "Hasilnya Baik", "hasil panen"),
        ("Rapat SPM", "Standar Biaya", "rapat spm"),
        ("Kunjungan per Bulan", "Kunjungan Perempuan Bulanan", "kunjungan per bulan"),
    ],
)
def test_urai_singkatan(tertulis: str, lengkap: str, terbaca: str | None) -> None:
    sambung = {"dan", "di"}
    harus = terbaca or " ".join(k for k in kata(lengkap) if k not in sambung or k in kata(tertulis))
    assert urai_singkatan(tertulis, [lengkap, "Nama yang lain"]) == harus


def test_dua_arti_dibiarkan() -> None:
    """What could be short for two things among the names is left as it stands."""
    satu, dua = "Pembinaan Usaha Mikro", "Pembinaan Urusan Masyarakat"
    assert urai_singkatan("Pembinaan UM", [satu]) == baku(satu)
    assert urai_singkatan("Pembinaan UM", [satu, dua]) == "pembinaan um"
    assert urai_singkatan("Pembinaan UM", [satu, "Bantuan UM"]) == "pembinaan um"  # printed so elsewhere: a name


@given(NAMA, st.lists(NAMA, max_size=4))
def test_hukum_uraian(nama: str, lengkap: list[str]) -> None:
    """A name is only ever lengthened, its other words stay; a name that is printed in full stays as it is."""
    hasil = urai_singkatan(nama, lengkap)
    assert len(hasil) >= len(baku(nama))
    assert urai_singkatan(nama, [*lengkap, nama]) == baku(nama)
    assert urai_singkatan(nama, []) == baku(nama)


@given(st.lists(HURUF, min_size=2, max_size=5), st.data())
def test_awalan_menyingkat(frasa: list[str], data: st.DataObject) -> None:
    """Beginnings of all words, put together, abbreviate them; with another letter behind they do not."""
    pendek = "".join(k[: data.draw(st.integers(1, len(k)))] for k in frasa)
    assert menyingkat(pendek, frasa)
    assert not menyingkat(pendek + "z", frasa)
    assert not menyingkat("z" + pendek, frasa)


@given(HURUF, st.integers(0, 2))
def test_kerangka(penuh: str, hilang: int) -> None:
    """The consonants of a word from its first letter to its last, most of them; never with a vowel."""
    konsonan = "".join(h for h in penuh if h not in "aeiou")
    ujung = penuh[0] not in "aeiou" and penuh[-1] not in "aeiou"
    assert kerangka(konsonan, penuh) == (ujung and 3 <= len(konsonan) < len(penuh))
    tengah = konsonan[:1] + konsonan[1 + hilang :] if len(konsonan) > hilang + 3 else konsonan
    if kerangka(konsonan, penuh):
        assert kerangka(tengah, penuh, hilang)
    assert not kerangka(penuh[:-1] + "a", penuh)


@pytest.mark.parametrize(
    ("jabatan", "jenis"),
    [
        ("Kepala Dinas Contoh", "Dinas"),
        ("Plt. Kepala Badan Contoh", "Badan"),
        ("KA. KANTOR CONTOH", "Kantor"),
        ("Kepala Satuan Polisi", "Satuan"),
        ("Inspektur Kota Contoh", "Inspektorat"),
        ("Inspektur Pembantu Wilayah I", ""),
        ("Camat Contoh Utara", "Kecamatan"),
        ("Sekretaris DPRD Kota Contoh", "Sekretariat DPRD"),
        ("Sekretaris Daerah", "Sekretariat Daerah"),
        ("Direktur Rumah Sakit Umum Daerah", "Rumah Sakit"),
        ("Sekretaris Badan Contoh", ""),
        ("Kepala Bidang pada Dinas Contoh", ""),
    ],
)
def test_pimpinan(jabatan: str, jenis: str) -> None:
    """What an office heads, whatever kind of agency it is."""
    assert pimpinan(jabatan) == jenis


def test_slug() -> None:
    assert slug("Persentase Jalan dalam Kondisi Mantap") == "jalan_kondisi_mantap"
    assert slug("Jumlah") == "indikator"
