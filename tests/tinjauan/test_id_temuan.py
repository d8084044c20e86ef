"""The ids of findings: they survive moved lines, new numbers and another order, so that answers outlive a draft."""

from __future__ import annotations

import csv
import re
import runpy
import shutil
from functools import cache
from typing import TYPE_CHECKING

import pytest
from tests.contoh import reviu_contoh
from tests.tempat import CONTOH, NASKAH, TESTS

from sakip import baca
from sakip.model.laporan import Laporan
from sakip.model.tabel import Tabel
from sakip.tinjauan.engine import reviu

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sakip.temuan.temuan import Temuan

folder: Callable[..., str] = runpy.run_path(str(TESTS / "cli" / "conftest.py"))["_folder"]


@cache
def asli() -> dict[str, Temuan]:
    """The findings of the real report by id."""
    temuan = reviu_contoh().temuan
    assert len({t.id for t in temuan}) == len(temuan), "an id names one finding"
    return {t.id: t for t in temuan}


def ubah_teks(berkas: Path, ubah: Callable[[str], str]) -> None:
    berkas.write_text(ubah(berkas.read_text(encoding="utf-8")), encoding="utf-8")


def ubah_csv(berkas: Path, ubah: Callable[[list[str], list[list[str]]], list[list[str]]]) -> None:
    """Change the rows of a table."""
    with berkas.open(encoding="utf-8", newline="") as aliran:
        kepala, *baris = list(csv.reader(aliran))
    with berkas.open("w", encoding="utf-8", newline="") as aliran:
        csv.writer(aliran, lineterminator="\n").writerows([kepala, *ubah(kepala, baris)])


def geser_baris(akar: Path) -> None:
    """Every line moves, in the files and in the text they were transcribed from."""

    def maju(m: re.Match[str]) -> str:
        return f"{m[1]}: {int(m[2]) + 100}"

    def asal(kepala: list[str], baris: list[list[str]]) -> list[list[str]]:
        i = kepala.index("asal")
        return [[str(int(s) + 100) if j == i and s else s for j, s in enumerate(b)] for b in baris]

    for y in akar.rglob("*.yaml"):
        ubah_teks(
            y, lambda t: "# satu\n\n# tiga\n" + re.sub(r"\b(asal|positif|negatif|skala|efisiensi): (\d+)", maju, t)
        )
    for c in akar.rglob("*.csv"):
        ubah_csv(c, asal)


def nomori_ulang(akar: Path) -> None:
    """Every table gets another number."""

    def baru(m: re.Match[str]) -> str:
        return f'{m[1]}: "{int(m[2]) + 3}.{int(m[3]) + 20}"'

    for nama, kunci in (("laporan.yaml", "nomor"), ("narasi.yaml", "tabel")):
        ubah_teks(akar / nama, lambda t, k=kunci: re.sub(rf'({k}): "(\d+)\.(\d+)"', baru, t))  # type: ignore[misc]


def namai_ulang_berkas(akar: Path) -> None:
    """The files of tables and forms have other names, so that the forms come in another order."""
    for c in list((akar / "tabel").iterdir()):
        c.rename(c.with_name(f"t_{c.name}"))
    ubah_teks(akar / "laporan.yaml", lambda t: t.replace("berkas: tabel/", "berkas: tabel/t_"))
    for n, p in enumerate(sorted((akar / "pk").iterdir(), reverse=True)):
        p.rename(p.with_name(f"{n:02d}_{p.name}"))


def balik_tabel(akar: Path) -> None:
    """The tables come in the opposite order."""

    def balik(teks: str) -> str:
        depan, kunci, sisa = teks.partition("\ntabel:\n")
        cocok = re.match(r"(?:  [^\n]*\n)+", sisa)
        assert cocok
        entri = re.split(r"^(?=  - )", cocok[0], flags=re.MULTILINE)
        return depan + kunci + "".join(reversed(entri)) + sisa[cocok.end() :]

    ubah_teks(akar / "laporan.yaml", balik)


def balik_baris(akar: Path) -> None:
    """The lines of every table come in the opposite order, kegiatan by kegiatan; their numbers stay in order."""
    for c in akar.rglob("*.csv"):
        ubah_csv(c, _balik)


def _balik(kepala: list[str], baris: list[list[str]]) -> list[list[str]]:
    jenis, kode = kepala.index("baris"), kepala.index("kode") if "kode" in kepala else None
    hasil: list[list[str]] = []
    rincian: list[list[str]] = []
    for b in [*baris, None]:
        if b is not None and b[jenis] in {"", "rincian"}:
            rincian.append(b)
            continue
        urut = rincian[::-1] if kode is None else _balik_jenjang(rincian, kode)
        for nomor in [i for i, k in enumerate(kepala) if k in {"no", "no_indikator"}]:
            lama = [r[nomor] for r in rincian]
            urut = [[*r[:nomor], n, *r[nomor + 1 :]] for r, n in zip(urut, lama, strict=True)]
        hasil += urut if b is None else [*urut, b]
        rincian = []
    return hasil


def _balik_jenjang(baris: list[list[str]], kode: int) -> list[list[str]]:
    """Programs, their kegiatan and their sub kegiatan in the opposite order, each under its own."""

    def tingkat(b: list[str]) -> int:
        return 1 if "." in b[kode] else 2 if len(b[kode]) > 2 else 0

    hasil: list[list[str]] = []
    kelompok: list[list[list[str]]] = []
    atas = min(map(tingkat, baris), default=0)
    for b in baris:
        if tingkat(b) == atas:
            kelompok.append([b])
        else:
            kelompok[-1].append(b)
    for induk, *anak in reversed(kelompok):
        hasil += [induk, *_balik_jenjang(anak, kode)]
    return hasil


BUKTI_LAIN = {"KON01", "SER01"}
"""Rules whose evidence is the first print of a fact: with the tables in another order it is another print."""


@pytest.mark.parametrize(
    ("ubah", "kecuali"),
    [
        pytest.param([geser_baris], set(), id="baris-bergeser"),
        pytest.param([nomori_ulang], set(), id="tabel-bernomor-lain"),
        pytest.param([geser_baris, nomori_ulang], set(), id="keduanya"),
        pytest.param([namai_ulang_berkas], set(), id="berkas-bernama-lain"),
        pytest.param([balik_baris], set(), id="baris-terbalik"),
        pytest.param([balik_tabel], BUKTI_LAIN, id="tabel-terbalik"),
    ],
)
def test_id_bertahan(ubah: list[Callable[[Path], None]], kecuali: set[str], tmp_path: Path) -> None:
    akar = tmp_path / "baru"
    shutil.copytree(CONTOH, akar)
    for u in ubah:
        u(akar)
    kini = {t.id: t for t in reviu(baca(akar)).temuan}
    hilang = sorted((t.kode, t.tertulis) for i, t in asli().items() if i not in kini and t.kode not in kecuali)
    muncul = sorted((t.kode, t.tertulis) for i, t in kini.items() if i not in asli() and t.kode not in kecuali)
    assert (hilang, muncul) == ([], [])


@pytest.mark.parametrize("ubah", [namai_ulang_berkas, balik_baris, balik_tabel])
def test_id_angka_yang_ditunjuk_bertahan(ubah: Callable[[Path], None], tmp_path: Path) -> None:
    """Whatever the order: a finding that blames figures keeps its id."""
    akar = tmp_path / "baru"
    shutil.copytree(CONTOH, akar)
    ubah(akar)
    kini = {t.id for t in reviu(baca(akar)).temuan}
    angka = {i: t for i, t in asli().items() if t.kunci not in {"syarat", "lunak"}}
    assert len(angka) > 15
    assert [t.kode for i, t in angka.items() if i not in kini] == []


@pytest.mark.skipif(not NASKAH.is_file(), reason="the text of the report is not beside the repository")
def test_id_bertahan_dalam_naskah_teks(tmp_path: Path) -> None:
    geser = tmp_path / "laporan.txt"
    geser.write_text("\n\n\n" + NASKAH.read_text(encoding="utf-8"), encoding="utf-8")
    satu, dua = (reviu(baca(s)).temuan for s in (NASKAH, geser))
    assert [t.id for t in satu] == [t.id for t in dua]
    assert [t.lokasi for t in satu] != [t.lokasi for t in dua]


def test_id_berubah_bila_angkanya_berubah(tmp_path: Path) -> None:
    """An answer to one wrong figure is none to another that takes its place."""
    satu, dua = (reviu(baca(folder(tmp_path / p, pagu=p))).temuan for p in ("105.000.000", "106.000.000"))
    assert {t.id for t in satu}.isdisjoint({t.id for t in dua})


def test_tanda_kurang_membedakan() -> None:
    """A figure below zero is another finding than the same figure above it."""

    def ids(selisih: str) -> set[str]:
        baris = [["A", "100", "60", selisih]]
        tabel = Tabel.susun(["nama", "pagu", "realisasi_anggaran", "sisa"], baris, nomor="1", judul="Realisasi")
        return {t.id for t in reviu(Laporan(instansi="Dinas Contoh", tahun=2025, tabel=(tabel,))).temuan}

    assert ids("70")
    assert ids("-70")
    assert ids("70").isdisjoint(ids("-70"))
