"""Printed tables of eight other agencies, written out as documents, are understood as a reviewer reads them."""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from tests.penulis.bagian import Kisi, Teks
from tests.penulis.tulis import FORMAT
from tests.tempat import TESTS

from sakip.pembaca import baca_rinci
from sakip.pengujian.bangun.sumber import SumberAcak
from sakip.tinjauan.engine import reviu
from sakip.tulis.words.kamus import pesan

if TYPE_CHECKING:
    from pathlib import Path

KASUS = TESTS / "kasus"

PERAN: dict[str, list[str]] = {
    "02_oganilir_disdik_2016": ["no nama pagu realisasi_anggaran serapan sisa", "nama pagu"],
    "03_manggaraitimur_kab_2019": [
        "no indikator realisasi@2015 realisasi@2016 realisasi@2017 realisasi@2018 target realisasi capaian"
    ],
    "09_bpom_prkom_2021": [
        "indikator target realisasi capaian pagu realisasi_anggaran serapan indeks_efisiensi tingkat_efisiensi "
        "keterangan"
    ],
    "11_pangandaran_disparbud_2020": ["no nama realisasi@2019 realisasi@2020"],
    "14_lampung_prov_2015_2016": ["indikator target realisasi capaian kategori"],
    "23_kkp_djpb_2014tw3": ["indikator target target:tw_iii realisasi:tw_iii capaian:tw_iii capaian"],
    "25_pn_blangkejeren_2020": ["no nama jumlah rincian:pengajuan_banding rincian:yang_tidak_mengajukan_banding"],
    "30_jabar_rpjmd_bukutabel": [
        "nama indikator kondisi_awal rincian:rp_th_1 rincian:rp_th_2 rincian:rp_th_3 rincian:rp_th_4 jumlah",
        "indikator kondisi_awal kondisi_awal:kondisi_awal_2 target_renstra:tahun_ke-1 target_renstra:tahun_ke-2 "
        "target_renstra:tahun_ke-3 target_renstra:tahun_ke-4 target_akhir",
    ],
}
"""The roles of the columns of each table."""

TEMUAN = {
    "03_manggaraitimur_kab_2019": [
        ("KIN01", "0,16 | 0,19 | 87,10", "0,17 | 0,18 | 84,21")
    ],  # 162/186 gives it, but 0,16 and 0,19 are printed
    "02_oganilir_disdik_2016": [("ANG03", "5.569.088.920,00", "5.565.088.920,00")],
}
"""What is wrong in them and can be told from the table alone."""


def dokumen(data: dict[str, Any]) -> list[Kisi | Teks]:
    """The tables under a cover, with the totals that are printed below them."""
    tahun = data["year"] if isinstance(data["year"], int) else 2020
    hasil: list[Kisi | Teks] = [Teks("LAPORAN KINERJA"), Teks(data["agency"].upper()), Teks(f"TAHUN {tahun}")]
    for n, t in enumerate(data["tables"], 1):
        judul = t.get("title", f"Tabel {n} {t['kind'].replace('_', ' ').title()}")
        baris = [t["columns"], *t["rows"]]
        jumlah = (t.get("stated_totals") or [""])[0].split()
        if jumlah[:1] in (["Jumlah"], ["JUMLAH"]):
            baris.append(["", *jumlah])
        hasil += [Teks(judul.replace("Table ", "Tabel ")), Kisi(tuple(map(tuple, baris))), Teks("Demikian.")]
    return hasil


@pytest.mark.parametrize("akhiran", [".txt", ".docx", ".xlsx", ".pdf"])
@pytest.mark.parametrize("nama", PERAN)
def test_dipahami(tmp_path: Path, nama: str, akhiran: str) -> None:
    """Every column has its role, every figure is read, and nothing is found that is not there."""
    jalur = tmp_path / f"laporan{akhiran}"
    isi = dokumen(json.loads((KASUS / f"{nama}.json").read_text(encoding="utf-8")))
    FORMAT[akhiran](jalur, isi, SumberAcak(Random(1)))  # noqa: S311 - the same document on every run
    hasil = baca_rinci(jalur)
    kolom = [" ".join(k.kunci.casefold().replace(" ", "_") for k in t.kolom) for t in hasil.laporan.tabel]
    assert kolom == PERAN[nama]
    assert not hasil.tak_dikenali
    assert hasil.laporan.instansi
    berat = [t for t in reviu(hasil.laporan).temuan if t.keparahan != "catatan"]
    assert [(t.kode, pesan(t.tertulis), pesan(t.seharusnya)) for t in berat] == TEMUAN.get(nama, [])
