"""What a user decides about a review: rules, method, materiality, names, own relations, plugins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sakip.aturan import plugin
from sakip.aturan.definisi import Aturan
from sakip.errors import SumberError
from sakip.konfigurasi import Konfigurasi, baca_konfigurasi, cari_konfigurasi
from sakip.model.indikator import Indikator
from sakip.model.laporan import Laporan
from sakip.model.tabel import Tabel
from sakip.tinjauan.engine import reviu
from sakip.tulis.words.kamus import pesan

if TYPE_CHECKING:
    from pathlib import Path


def tulis(folder: Path, teks: str, nama: str = "sakip.toml") -> Konfigurasi:
    """Write a configuration and read it."""
    berkas = folder / nama
    berkas.write_text(teks, encoding="utf-8")
    return baca_konfigurasi(berkas)


def anggaran(sisa: str = "400.100") -> Laporan:
    """A budget table whose remainder may be wrong."""
    kolom = ["nama", "pagu", "realisasi_anggaran", "sisa"]
    tabel = Tabel.susun(kolom, [["Program Pelatihan", "1.000.000", "600.000", sisa]], nomor="1")
    return Laporan(instansi="Dinas Contoh", tahun=2025, tabel=(tabel,))


def kinerja(kategori: str = "Sangat Tinggi", capaian: str = "90,50") -> Laporan:
    """A performance table with one line."""
    kolom = ["indikator", "target", "realisasi", "capaian", "kategori"]
    tabel = Tabel.susun(kolom, [["Persentase Lulus", "100%", capaian + "%", capaian, kategori]], nomor="1")
    return Laporan(
        instansi="Dinas Contoh",
        tahun=2025,
        tabel=(tabel,),
        indikator=(Indikator(kunci="lulus", nama="Persentase Lulus"),),
    )


def test_aturan_sendiri_empat_baris(tmp_path: Path) -> None:
    """A relation of the user's own, in four lines, gives findings with its code."""
    k = tulis(
        tmp_path,
        """
[[relasi]]
kode = "KITA01"
hasil = "sisa"
jumlah = ["pagu", "-realisasi_anggaran"]
""",
    )
    r = reviu(anggaran(), konfigurasi=k, pilih=["KITA"])
    assert [(h.kode, h.putusan.value) for h in r.relasi] == [("KITA01", "tidak_sesuai")]
    salah = reviu(anggaran(), konfigurasi=k, abaikan=["ANG"])
    assert [h.kode for h in salah.relasi if h.kode.startswith(("ANG", "KITA"))] == ["KITA01"]
    assert not reviu(anggaran("400.000"), konfigurasi=k).temuan


@pytest.mark.parametrize(
    "rumus",
    [
        'rasio = ["realisasi_anggaran", "pagu"]',
        'pembilang = [{ koef = 100, dari = ["realisasi_anggaran"] }]\npenyebut = [{ dari = ["pagu"] }]',
    ],
)
def test_aturan_sendiri_pecahan(tmp_path: Path, rumus: str) -> None:
    """A ratio, short or written out."""
    k = tulis(tmp_path, f'[[relasi]]\nkode = "KITA02"\nhasil = "serapan"\n{rumus}\n')
    tabel = Tabel.susun(["nama", "pagu", "realisasi_anggaran", "serapan"], [["A", "200", "50", "25,00"]])
    r = reviu(Laporan(instansi="D", tahun=2025, tabel=(tabel,)), konfigurasi=k, pilih=["KITA"])
    assert [h.putusan.value for h in r.relasi] == ["sesuai"]


def test_skala_dan_batas(tmp_path: Path) -> None:
    """The configuration's scale and cap take the place of the report's."""
    assert not reviu(kinerja(), pilih=["KIN"]).temuan
    k = tulis(tmp_path, '[metode]\nskala = "permendagri86_batas_bawah"\n')
    assert [t.seharusnya for t in reviu(kinerja(), konfigurasi=k).temuan if t.kode == "KIN02"] == ["Tinggi"]
    sendiri = (
        '[metode]\nskala = [{ label = "Baik", bawah = 90, bawah_termasuk = true }, { label = "Cukup", atas = 90 }]\n'
    )
    dinilai = kinerja(kategori="Cukup")
    assert [t.seharusnya for t in reviu(dinilai, konfigurasi=tulis(tmp_path, sendiri), pilih=["KIN"]).temuan] == [
        "Baik"
    ]
    assert not reviu(
        kinerja(), konfigurasi=tulis(tmp_path, sendiri), pilih=["KIN02"]
    ).temuan  # a label of another scale
    batas = tulis(tmp_path, '[metode]\nbatas = "100"\n')
    assert [t.seharusnya for t in reviu(kinerja(capaian="120,00"), konfigurasi=batas, pilih=["KIN01"]).temuan] == [
        "100,00"
    ]


def test_materialitas_perlu_alasan(tmp_path: Path) -> None:
    """A difference below materiality becomes a note that says why; without a reason it is refused."""
    k = tulis(tmp_path, 'materialitas = { rupiah = 1000, alasan = "pembulatan ribuan" }\n')
    (t,) = reviu(anggaran(), konfigurasi=k).temuan
    assert (t.keparahan, pesan(t.dugaan[-1])) == ("catatan", "di bawah materialitas: pembulatan ribuan")
    (t,) = reviu(anggaran("402.000"), konfigurasi=k).temuan
    assert t.keparahan == "kesalahan"
    with pytest.raises(SumberError, match="alasan"):
        tulis(tmp_path, "materialitas = { rupiah = 1000 }\n")


def test_knot_terbesar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who must have an answer soon bounds the search in smaller knots too; the finding says when it was cut short."""
    monkeypatch.setattr("sakip.dugaan.localization.MAX_WORK", 0)
    biasa, terbatas = (
        [t.dugaan[-1:] for t in reviu(anggaran("402.000"), konfigurasi=k).temuan]
        for k in (tulis(tmp_path, ""), tulis(tmp_path, "knot_terbesar = 2\n"))
    )
    assert "terbatas" not in {d.jenis for x in biasa for d in x}
    assert "terbatas" in {d.jenis for x in terbatas for d in x}
    for salah in ("-1", "true", '"40"'):
        with pytest.raises(SumberError, match="knot_terbesar"):
            tulis(tmp_path, f"knot_terbesar = {salah}\n")


def test_alias(tmp_path: Path) -> None:
    """A further spelling of an indicator brings its prints together."""
    lap = kinerja()
    lain = Tabel.susun(["indikator", "target"], [["Presentase Kelulusan", "99%"]], nomor="2")
    lap = Laporan(instansi="D", tahun=2025, tabel=(*lap.tabel, lain), indikator=lap.indikator)
    assert not reviu(lap, pilih=["FAK"]).temuan
    k = tulis(tmp_path, '[alias]\nlulus = ["Presentase Kelulusan"]\n')
    assert [t.kode for t in reviu(lap, konfigurasi=k, pilih=["FAK"]).temuan] == ["FAK01"]


def test_pilih_dan_ambang(tmp_path: Path) -> None:
    """Prefixes of the configuration and of the call add up."""
    k = tulis(tmp_path, 'pilih = ["ANG"]\nabaikan = ["ANG03"]\nambang = "catatan"\n')
    assert k.ambang == "catatan"
    assert not reviu(anggaran(), konfigurasi=k).temuan


def test_semua_masalah_sekaligus(tmp_path: Path) -> None:
    """Every problem is listed with its key, none is passed over."""
    with pytest.raises(SumberError) as e:
        tulis(
            tmp_path,
            """
pilih = "ANG"
ambang = "gawat"
warna = true
[metode]
skala = "skala_entah"
[[relasi]]
kode = "KITA01"
hasil = "untung"
jumlah = ["pagu"]
""",
        )
    teks = str(e.value)
    assert len(e.value.masalah) == 5
    for potongan in (
        "pilih",
        "ambang: 'gawat' tidak dikenal; pilih salah satu",
        "warna: kunci tidak dikenal",
        "skala_entah",
        "'untung'",
    ):
        assert potongan in teks


@pytest.mark.parametrize(
    "teks",
    [
        "[[relasi]]\nkode = 'A1'\n",
        "[[relasi]]\nkode = 'A1'\nhasil = 'sisa'\n",
        "[[relasi]]\nkode = 'A1'\nhasil = 'sisa'\nrasio = ['pagu']\n",
        "[[relasi]]\nkode = 'A1'\nhasil = 'nama'\njumlah = ['pagu']\n",
        "[[relasi]]\nkode = 'A1'\nhasil = 'sisa'\npembilang = [{ dari = ['pagu', 'pagu'] }]\n",
        "[[relasi]]\nkode = 'A1'\nhasil = 'sisa'\npembilang = [{ koef = 0.5, dari = ['pagu'] }]\n",
        "[relasi]\nkode = 'A1'\n",
        "metode = 3\n",
        "[metode]\nrumus = { positif = 'serapan' }\n",
        "[metode]\nskala = [{ bawah = 3 }]\n",
        "alias = { a = 'b' }\n",
        "= 3\n",
    ],
)
def test_bentuk_yang_salah(tmp_path: Path, teks: str) -> None:
    """Misshapen tables are problems with a message, never a traceback."""
    with pytest.raises(SumberError):
        tulis(tmp_path, teks)


def test_kode_yang_sudah_dipakai(tmp_path: Path) -> None:
    """A code that is taken is reported; the rule it belongs to stands."""
    k = tulis(tmp_path, "[[relasi]]\nkode = 'ANG03'\nhasil = 'sisa'\njumlah = ['pagu']\n")
    r = reviu(anggaran(), konfigurasi=k)
    assert [(g.kode, "sudah dipakai" in pesan(g.pesan)) for g in r.galat] == [("ANG03", True)]
    assert [(t.kode, pesan(t.seharusnya)) for t in r.temuan] == [("ANG03", "1.000.100 | 400.000")]


def test_mencari_berkas(tmp_path: Path) -> None:
    """sakip.toml first, else pyproject.toml with its table, else nothing."""
    assert cari_konfigurasi(tmp_path) is None
    (tmp_path / "pyproject.toml").write_text("[tool.lain]\n", encoding="utf-8")
    assert cari_konfigurasi(tmp_path) is None
    (tmp_path / "pyproject.toml").write_text("[tool.sakip]\npilih = ['ANG']\n", encoding="utf-8")
    assert cari_konfigurasi(tmp_path) == tmp_path / "pyproject.toml"
    assert baca_konfigurasi(tmp_path / "pyproject.toml").pilih == ("ANG",)
    (tmp_path / "sakip.toml").write_text("", encoding="utf-8")
    assert cari_konfigurasi(tmp_path) == tmp_path / "sakip.toml"


def test_plugin(monkeypatch: pytest.MonkeyPatch) -> None:
    """A plugin's rule runs with the others; a plugin that cannot be loaded leaves the review standing."""

    class Titik:
        def __init__(self, nama: str, isi: object) -> None:
            self.name = nama
            self.isi = isi

        def load(self) -> object:
            if isinstance(self.isi, Exception):
                raise self.isi
            return self.isi

    aturan = Aturan(
        kode="PLG01", judul="p", title="p", memeriksa="m", checks="c", penting="p", matters="m", jalankan=lambda _: []
    )
    titik = [Titik("baik", lambda: (aturan,)), Titik("rusak", ImportError("tidak ada"))]

    def palsu(group: str) -> list[Titik]:
        assert group == "sakip.aturan"
        return titik

    monkeypatch.setattr("importlib.metadata.entry_points", palsu)
    plugin.cache_clear()
    try:
        r = reviu(anggaran())
    finally:
        plugin.cache_clear()
    assert [(g.kode, g.pesan) for g in r.galat] == [("rusak", "ImportError: tidak ada")]
    assert [t.kode for t in r.temuan] == ["ANG03"]
