"""Kertas Kerja Reviu: its sheets, what the formulas give, and text that stays text."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import attrs
import pytest

openpyxl = pytest.importorskip("openpyxl")

from tests.contoh import reviu_contoh  # noqa: E402
from tests.kantor import perlu_soffice, ubah  # noqa: E402

from sakip.aturan import katalog  # noqa: E402
from sakip.model.laporan import Laporan  # noqa: E402
from sakip.model.tabel import Tabel  # noqa: E402
from sakip.relasi import TANDA, Putusan  # noqa: E402
from sakip.tinjauan.engine import Galat, Reviu, reviu  # noqa: E402
from sakip.tinjauan.selection import Pilihan  # noqa: E402
from sakip.tulis import Opsi, tulis  # noqa: E402
from sakip.tulis.keluaran import KeluaranError  # noqa: E402
from sakip.tulis.kkr import buat  # noqa: E402
from sakip.tulis.kkr.isi import BELUM_CUKUP, BUKAN_SEBAB, TIDAK, Isi  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("kkr")  # the working paper of the real report is made once

JAHAT = (
    '=HYPERLINK("http://x","y")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\uff1d1+1",
    "#N/A",
    "\x1b[31m\x00\ud800=1",
    "x" * 40_000,
)


@pytest.fixture(scope="module")
def hasil() -> Reviu:
    """The review of the real report."""
    return reviu_contoh()


@pytest.fixture(scope="module")
def isi_buku(hasil: Reviu) -> bytes:
    """Its working paper."""
    return buat(hasil, Opsi())


@pytest.fixture(scope="module")
def buku(isi_buku: bytes) -> Any:
    """The same, opened."""
    return openpyxl.load_workbook(io.BytesIO(isi_buku))


def baris(ws: Any, dari: int = 5) -> Iterator[tuple[Any, ...]]:
    """The rows of a sheet below its headings."""
    yield from ws.iter_rows(min_row=dari, values_only=True)


def kecil(nama: str = "Program A") -> Laporan:
    """A small report with one wrong figure and a figure that nothing checks."""
    t = Tabel.susun(
        ["nama", "pagu", "realisasi_anggaran", "sisa", "serapan"],
        [[nama, "200.000", "150.000", "60.000", "75,00"], ["Program B", "100.000", "50.000", "50.000", "50,00"]],
        nomor="3.1",
        judul="Anggaran",
    )
    return Laporan(instansi="Dinas Contoh", tahun=2025, tabel=(t,))


def test_lembar_dan_cetak(buku: Any) -> None:
    """The sheets in their order, each ready to be printed on A4 across, headings frozen and repeated."""
    nama = ["Sampul", "Ringkasan", "Temuan", "Uji", "Rekonsiliasi", "Belum Diperiksa", "Daftar Uji"]
    assert buku.sheetnames == nama
    for ws in buku:
        assert (ws.page_setup.orientation, ws.page_setup.paperSize) == ("landscape", 9)
    for n in nama[2:]:
        assert buku[n].print_title_rows == "$4:$4"
        assert buku[n].freeze_panes
        assert buku[n].auto_filter.ref.startswith("A4:")


def test_temuan_lengkap(buku: Any, hasil: Reviu) -> None:
    """One row a finding in the order of the review; Sebab only where a slip was detected, as a possibility."""
    semua = list(baris(buku["Temuan"]))
    assert [r[16] for r in semua] == [t.id for t in hasil.temuan]
    for r, t in zip(semua, hasil.temuan, strict=True):
        assert r[3] == (BELUM_CUKUP if t.keparahan == "catatan" else TIDAK)
        assert r[5]
        assert r[9]
        assert r[12]
        assert not r[14], "tanggapan OPD is theirs to fill in"
        sebab = [d for d in t.dugaan if d.jenis not in BUKAN_SEBAB]
        assert bool(r[10]) == bool(sebab)
        assert not r[10] or "kemungkinan" in r[10]


def test_setiap_hubungan_ada(buku: Any, hasil: Reviu) -> None:
    """Every relation with every operand, and a live formula for its tick."""
    uji = [r for r in baris(buku["Uji"]) if r[2] == "UJI"]
    assert len(uji) == len(hasil.relasi)
    assert all(str(r[11]).startswith("=") for r in uji)
    assert [r[12] for r in uji].count(TANDA[Putusan.TIDAK_SESUAI]) == hasil.hitung_putusan()[Putusan.TIDAK_SESUAI]
    operan = sum(r[2] in {"angka", "cetakan", "bukti"} for r in baris(buku["Uji"]))
    assert operan >= sum(max(len(h.relasi.butir) - 1, 0) for h in hasil.relasi if h.relasi.jenis != "syarat")


def test_rekonsiliasi(buku: Any) -> None:
    """The wrong line of the budget table is seen against the places that agree."""
    ws = buku["Rekonsiliasi"]
    kepala = [c.value for c in ws[4]]
    assert {"Tabel 2.7", "Tabel 3.10", "Tabel 3.11", "PK eselon IV"} <= set(kepala)
    r = next(r for r in baris(ws) if r[0] == "01.2.09.0006" and r[3] == "anggaran")
    milik = dict(zip(kepala, r, strict=True))
    assert (milik["Tabel 2.7"], milik["Tabel 3.10"]) == (90000, 47099986)


def test_aturan_gagal_tampak() -> None:
    """A rule that failed is listed as not checked, and its status is not SESUAI."""
    r = attrs.evolve(reviu(kecil()), galat=(Galat("ANG05", "rusak"),))
    ws = openpyxl.load_workbook(io.BytesIO(buat(r, Opsi())))["Belum Diperiksa"]
    assert any(x[1] == "aturan gagal" and "rusak" in x[5] for x in baris(ws))
    assert Isi(r, Opsi()).status_kode(["ANG05"]) == BELUM_CUKUP


@pytest.mark.parametrize("jahat", JAHAT)
def test_teks_tidak_menjadi_rumus(jahat: str) -> None:
    """What a report prints is stored as text, whatever it begins with."""
    lap = attrs.evolve(kecil(jahat), instansi=jahat, judul=jahat, sumber="contoh")
    with_formula = openpyxl.load_workbook(io.BytesIO(buat(reviu(lap), Opsi())))
    polos = openpyxl.load_workbook(io.BytesIO(buat(reviu(attrs.evolve(kecil(), sumber="contoh")), Opsi())))

    def rumus(b: Any) -> int:
        return sum(c.data_type in {"f", "e"} for ws in b for r in ws.iter_rows() for c in r)

    assert rumus(with_formula) == rumus(polos)


def test_sama_tiap_kali() -> None:
    """No clock in the file."""
    r = reviu(kecil())
    assert buat(r, Opsi()) == buat(r, Opsi())


@pytest.mark.mendalam
def test_sama_tiap_kali_nyata(hasil: Reviu, isi_buku: bytes) -> None:
    """Nor in that of the real report."""
    assert buat(hasil, Opsi()) == isi_buku


def test_satu_laporan_saja() -> None:
    """Several reports do not fit into one working paper."""
    r = reviu(kecil())
    with pytest.raises(KeluaranError, match="satu laporan"):
        list(tulis([r, r], "kkr"))


def test_batasan_tampak() -> None:
    """A restricted review says so on its cover."""
    opsi = Opsi(pilihan=Pilihan(("ANG",), ()))
    ws = openpyxl.load_workbook(io.BytesIO(buat(reviu(kecil(), pilih=["ANG"]), opsi)))["Sampul"]
    assert any("hanya ANG" in str(c) for r in ws.iter_rows(values_only=True) for c in r)


def _buka_ulang(folder: Path) -> Iterator[tuple[str, Any]]:
    """Every workbook of a folder, recomputed by LibreOffice."""
    for f in ubah("xlsx", folder / "hitung", *sorted(folder.glob("*.xlsx"))):
        yield f.stem, openpyxl.load_workbook(f, data_only=True)


@pytest.mark.mendalam
@perlu_soffice
def test_rumus_sepakat_dengan_mesin(tmp_path: Path, isi_buku: bytes) -> None:
    """Recomputed by another program, every tick is the engine's, for the real report and for each kind of relation."""
    (tmp_path / "nyata.xlsx").write_bytes(isi_buku)
    (tmp_path / "kecil.xlsx").write_bytes(buat(reviu(kecil()), Opsi()))
    kode = {"KIN01", "KIN02", "KIN03", "FAK01", "NAR04", "EFI03", "NOT03", "TAB01", "NOM01", "IDN01"}
    for a in katalog():
        if a.kode in kode and a.contoh_salah is not None:
            (tmp_path / f"{a.kode}.xlsx").write_bytes(buat(reviu(a.contoh_salah()), Opsi()))
    dibaca = 0
    for nama, b in _buka_ulang(tmp_path):
        beda = [r[:15] for r in baris(b["Uji"]) if r[2] == "UJI" and (r[11] != r[12] or r[13] != "ya")]
        assert beda == [], nama
        salah = [
            c for ws in b for r in ws.iter_rows(values_only=True) for c in r if isinstance(c, str) and c[:1] == "#"
        ]
        assert salah == [], nama
        dibaca += 1
    assert dibaca > len(kode)
