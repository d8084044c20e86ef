"""Printed tables of eight other agencies: each with its own method, through the same rules."""

from __future__ import annotations

import json
from typing import Any

from tests.tempat import TESTS

from sakip.angka.angka import Jenis
from sakip.angka.cetakan import baca_sel
from sakip.angka.lokasi import Lokasi
from sakip.model.indikator import Indikator, Komponen, SukuKomponen
from sakip.model.laporan import Laporan, Metode
from sakip.model.narasi import Klaim, Rujukan
from sakip.model.sel import Sel
from sakip.model.tabel import Tabel
from sakip.relasi import Putusan
from sakip.tinjauan.engine import Reviu, reviu
from sakip.tulis.words.kamus import pesan

KASUS = TESTS / "kasus"


def kasus(nama: str) -> dict[str, Any]:
    """One case, as printed."""
    hasil: dict[str, Any] = json.loads((KASUS / f"{nama}.json").read_text(encoding="utf-8"))
    return hasil


def laporan(data: dict[str, Any], *tabel: Tabel, **isi: Any) -> Laporan:
    """A fragment of a report around the tables of a case."""
    tahun = data["year"] if isinstance(data["year"], int) else 2020
    return Laporan(instansi=data["agency"], tahun=tahun, tabel=tabel, **isi)


def sel(teks: str, jenis: Jenis = Jenis.CACAH) -> Sel:
    """A printed figure outside a table."""
    return Sel(teks, baca_sel(teks, jenis), Lokasi())


def temuan(r: Reviu, *, keparahan: str = "kesalahan") -> list[tuple[str, str, str]]:
    """Rule, print and due value of the findings of one severity."""
    return [(t.kode, pesan(t.tertulis), pesan(t.seharusnya)) for t in r.temuan if t.keparahan == keparahan]


def putusan(r: Reviu, kode: str) -> list[Putusan]:
    """The outcomes of the relations of a rule."""
    return [h.putusan for h in r.relasi if h.kode == kode]


def test_dinas_pendidikan() -> None:
    """Twelve lines, one of which has its pagu misprinted: percentage and remainder both say by how much."""
    data = kasus("02_oganilir_disdik_2016")
    anggaran, belanja = data["tables"]
    t1 = Tabel.susun(["no", "nama", "pagu", "realisasi_anggaran", "serapan", "sisa"], anggaran["rows"], nomor="1")
    t2 = Tabel.susun(["nama", "pagu"], belanja["rows"][1:], nomor="2", jenis=["total", *["rincian"] * 3])
    r = reviu(laporan(data, t1, t2))
    salah = [o for o in data["observed"] if o["consistent"] is False]
    assert len(salah) == 3
    (pagu,) = [t for t in r.temuan if t.kode in {"ANG03", "ANG04"}]
    assert (pagu.tertulis, pagu.seharusnya) == ("5.569.088.920,00", "5.565.088.920,00")
    assert [d.jenis for d in pagu.dugaan] == ["salah"]
    assert len(pagu.bukti) == 2
    (jumlah,) = [t for t in r.temuan if t.kode == "TAB02"]
    assert jumlah.solusi == 4  # a total and three lines, and nothing else that speaks for any of them
    assert ("Rp. 55.463.202.837,-", "25.151.040.844") in {(p.tertulis, p.seharusnya) for (p,) in jumlah.alternatif}
    assert len(r.temuan) == 2
    assert putusan(r, "ANG03").count(Putusan.SESUAI) == 11
    assert putusan(r, "ANG04").count(Putusan.SESUAI) == 11


def test_kabupaten_dengan_indikator_negatif() -> None:
    """T/R by the report's own method; 85,38 is cut off, the target of the text is another one."""
    data = kasus("03_manggaraitimur_kab_2019")
    kolom = ["no", "indikator", "realisasi@2015", "realisasi@2016", "realisasi@2017", "realisasi@2018"]
    kolom += ["target", "realisasi", "capaian"]
    rerata = ["", "Rata-rata Capaian Kinerja", *[""] * 6, data["tables"][0]["stated_totals"][0].split()[-1]]
    tabel = Tabel.susun(kolom, [*data["tables"][0]["rows"], rerata], nomor="3.8", jenis=[*["rincian"] * 3, "rerata"])
    nama = [b[1] for b in data["tables"][0]["rows"]]
    kunci = ["aki", "akb", "balita"]
    r = reviu(
        laporan(
            data,
            tabel,
            metode=Metode(rumus={"negatif": "negatif_b"}),
            indikator=tuple(Indikator(kunci=k, nama=n, polaritas="negatif") for k, n in zip(kunci, nama, strict=True)),
            komponen=(
                Komponen(
                    indikator="akb",
                    kali=1000,
                    pembilang=(SukuKomponen(nilai=sel("51")),),
                    penyebut=(SukuKomponen(nilai=sel("5.350")),),
                ),
            ),
            narasi=(
                Klaim(tertulis=sel("9,5", Jenis.NILAI), fakta=Rujukan(peran="target", subjek="akb"), bagian="III"),
            ),
        )
    )
    assert ("NAR01", "9,20 | 9,5", "9,50 | 9,2") in temuan(r)  # nothing but the sentence speaks of this year's target
    assert putusan(r, "KIN03") == [Putusan.PEMBULATAN]
    assert putusan(r, "KIN04") == [Putusan.SESUAI]
    assert not [t for t in r.temuan if pesan(t.tertulis) in {"96,54", "85,38", "9,53"}]


def test_indeks_efisiensi() -> None:
    """IE and TE with three decimals, from printed percentages."""
    data = kasus("09_bpom_prkom_2021")
    kolom = ["indikator", "target", "realisasi", "capaian", "pagu", "realisasi_anggaran", "serapan"]
    kolom += ["indeks_efisiensi", "tingkat_efisiensi", "keterangan"]
    r = reviu(laporan(data, Tabel.susun(kolom, data["tables"][0]["rows"], nomor="28")))
    assert not temuan(r)
    for kode, banyak in (("KIN01", 2), ("ANG04", 2), ("EFI05", 4)):
        assert len(putusan(r, kode)) == banyak
        assert set(putusan(r, kode)) <= {Putusan.SESUAI, Putusan.PEMBULATAN}


def test_jumlah_rupiah() -> None:
    """A clean case."""
    data = kasus("11_pangandaran_disparbud_2020")
    jumlah = ["", *data["tables"][0]["stated_totals"][0].split()]
    tabel = Tabel.susun(
        ["no", "nama", "jumlah@2019", "jumlah@2020"],
        [*data["tables"][0]["rows"], jumlah],
        nomor="3.18",
        jenis=[*["rincian"] * 5, "total"],
    )
    r = reviu(laporan(data, tabel))
    assert not r.temuan
    assert putusan(r, "TAB02") == [Putusan.SESUAI] * 2


def test_capaian_negatif_tanpa_batas() -> None:
    """(2T − R)/T, uncapped; a value cut off to whole percents; labels with initials in brackets."""
    data = kasus("14_lampung_prov_2015_2016")
    baris = [[*b[:3], b[3].partition("[")[0], b[4]] for b in data["tables"][0]["rows"]]
    tabel = Tabel.susun(["indikator", "target", "realisasi", "capaian", "kategori"], baris, nomor="1")
    indikator = tuple(
        Indikator(kunci=f"i{n}", nama=b[0], polaritas="negatif") for n, b in enumerate(data["tables"][0]["rows"])
    )
    r = reviu(laporan(data, tabel, indikator=indikator, metode=Metode(skala="permendagri86_laporan")))
    assert not temuan(r)
    assert putusan(r, "KIN01") == [Putusan.SESUAI, Putusan.SESUAI, Putusan.PEMBULATAN]
    assert putusan(r, "KIN02") == [Putusan.SESUAI, Putusan.SESUAI]
    assert [t.kode for t in r.temuan if t.tertulis == "121"] == ["NOT03"]


def test_dua_penyebut() -> None:
    """Quarter and year side by side; a quarter without a target gives no percentage."""
    data = kasus("23_kkp_djpb_2014tw3")
    kolom = ["indikator", "target", "target:TW III", "realisasi", "capaian:TW III", "capaian"]
    r = reviu(laporan(data, Tabel.susun(kolom, data["tables"][0]["rows"], nomor="18")))
    assert not r.temuan
    assert putusan(r, "KIN01") == [Putusan.SESUAI] * 5


def test_cacah_perkara() -> None:
    """Counts behind an indicator foot both ways, and the realisation is their ratio."""
    data = kasus("25_pn_blangkejeren_2020")
    _, putus, banding, tidak = data["tables"][0]["stated_totals"][0].split()
    tabel = Tabel.susun(
        ["no", "nama", "jumlah", "rincian:Banding", "rincian:Tidak Banding"],
        [*data["tables"][0]["rows"], ["", "JUMLAH", putus, banding, tidak]],
        nomor="28",
        jenis=["rincian", "rincian", "total"],
    )
    komponen = Komponen(
        indikator="tidak_banding",
        pembilang=(SukuKomponen(nilai=sel(tidak)),),
        penyebut=(SukuKomponen(nilai=sel(putus)),),
        hasil=sel(data["tables"][0]["stated_totals"][1], Jenis.PERSEN),
    )
    r = reviu(laporan(data, tabel, komponen=(komponen,)))
    assert not r.temuan
    assert putusan(r, "TAB01") == [Putusan.SESUAI] * 3
    assert putusan(r, "TAB02") == [Putusan.SESUAI] * 3
    assert putusan(r, "KIN04") == [Putusan.SESUAI]


def test_anggaran_beberapa_tahun_dan_target_rentang() -> None:
    """English money notation; targets that are ranges are read and left alone."""
    data = kasus("30_jabar_rpjmd_bukutabel")
    anggaran, rentang = data["tables"]
    tahun = [f"rincian:th {n}" for n in range(1, 5)]
    t1 = Tabel.susun(["nama", "indikator", "kondisi_awal", *tahun, "jumlah"], anggaran["rows"], nomor="1")
    kolom = ["indikator", "kondisi_awal@2017", "kondisi_awal@2018", *(f"target_renstra@{n}" for n in range(2019, 2023))]
    t2 = Tabel.susun([*kolom, "target_akhir"], rentang["rows"], nomor="2")
    r = reviu(laporan(data, t1, t2))
    assert not temuan(r)
    assert not temuan(r, keparahan="peringatan")
    assert putusan(r, "TAB01") == [Putusan.SESUAI] * 3
