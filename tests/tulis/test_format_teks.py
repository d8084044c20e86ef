"""The formats for tools that are text: CSV, GitHub, Markdown. Whatever a report prints, they stay what they are."""

from __future__ import annotations

import csv
import io
import re
import runpy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import example, given
from markdown_it import MarkdownIt
from tests.tempat import AKAR

from sakip import baca
from sakip.tinjauan.engine import Reviu, reviu
from sakip.tulis.csv_ import BAHAYA, KOLOM
from sakip.tulis.markdown import lolos
from sakip.tulis.teks import bersih

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

BERSAMA = runpy.run_path(str(Path(__file__).with_name("test_format_alat.py")))
TEKS: SearchStrategy[str] = BERSAMA["TEKS"]
contoh: Callable[[], Reviu] = BERSAMA["contoh"]
ditanggapi: Callable[[], Reviu] = BERSAMA["ditanggapi"]
racun: Callable[[str], Reviu] = BERSAMA["racun"]
keluaran: Callable[..., bytes] = BERSAMA["keluaran"]


# -- CSV ---------------------------------------------------------------------------


def baris_csv(r: Reviu, **opsi: Any) -> list[dict[str, str]]:
    """The rows, by a reader that lets nothing pass."""
    isi = keluaran(r, "csv", **opsi)
    assert not isi.startswith(b"\xef\xbb\xbf")
    assert isi.count(b"\n") == isi.count(b"\r\n"), "RFC 4180 ends lines with CRLF"
    kepala, *baris = list(csv.reader(io.StringIO(isi.decode(), newline=""), strict=True))
    assert kepala == list(KOLOM)
    assert all(len(b) == len(kepala) for b in baris)
    return [dict(zip(kepala, b, strict=True)) for b in baris]


def test_csv_isi() -> None:
    satu, dua, tiga = baris_csv(contoh())
    assert (satu["berkas"], satu["baris"], satu["asal"]) == ("contoh/tabel/2.1.csv", "3", "32")
    assert (satu["selisih"], satu["rupiah"]) == ("-45000000", "45000000"), "numbers, nothing in front"
    assert satu["tertulis"] == "105.000.000", "as printed"
    assert (dua["keparahan"], dua["selisih"]) == ("peringatan", "")
    assert (tiga["berkas"], tiga["baris"], tiga["tanggapan"]) == ("", "", "")


@pytest.mark.parametrize(
    ("selisih", "hasil"),
    [("+11,72", "11.72"), ("-1.234.567,50", "-1234567.50"), ("0", "0"), ("3 orang", ""), ("=1", "")],
)
def test_csv_selisih(selisih: str, hasil: str) -> None:
    r = contoh()
    r = attrs.evolve(r, temuan=(attrs.evolve(r.temuan[0], selisih=selisih),))
    assert baris_csv(r)[0]["selisih"] == hasil


def test_csv_tanggapan() -> None:
    satu, dua, tiga = baris_csv(ditanggapi())
    assert [x["keadaan"] for x in (satu, dua, tiga)] == ["ditolak", "belum_diperbaiki", "terbuka"]
    assert (satu["alasan"], satu["tanggal"], satu["oleh"]) == ("sesuai DPA", "2026-01-02", "Sekretaris")


@given(TEKS)
@example('=HYPERLINK("http://x")')
@example("-2+3")
@example("\uff1d1")
def test_csv_teks_apa_pun_bukan_rumus(teks: str) -> None:
    (baris,) = baris_csv(racun(teks))
    angka = {"tahun", "baris", "halaman", "asal", "selisih", "rupiah"}
    for nama, sel in baris.items():
        if nama in angka:
            assert re.fullmatch(r"(?:-?\d+(?:\.\d+)?)?", sel)
        else:
            assert not sel.startswith(BAHAYA)
            assert sel == "" or not sel[0].isspace()
    assert baris["tertulis"].removeprefix("'") == bersih(teks).removeprefix("'")


# -- GitHub ------------------------------------------------------------------------

PERINTAH = re.compile(r"::(error|warning|notice) ((?:[a-z]+=[^:,]*)(?:,[a-z]+=[^:,]*)*)::(.*)")


def perintah(r: Reviu, **opsi: Any) -> tuple[list[tuple[str, dict[str, str], str]], str]:
    """The commands, decoded as the runner does it, and the line that sums up."""

    def urai(teks: str) -> str:
        for kode, asli in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
            teks = teks.replace(kode, asli)
        return teks

    *baris, akhir = keluaran(r, "github", **opsi).decode().splitlines()
    hasil = []
    for b in baris:
        cocok = PERINTAH.fullmatch(b)
        assert cocok, b
        sifat = dict(x.split("=", 1) for x in cocok[2].split(","))
        hasil.append((cocok[1], {k: urai(v) for k, v in sifat.items()}, urai(cocok[3])))
    assert akhir.startswith("sakip: ")
    return hasil, akhir


def test_github_isi() -> None:
    semua, akhir = perintah(contoh())
    assert [x[0] for x in semua] == ["error", "warning", "notice", "error"]
    assert semua[0][1] == {
        "file": "contoh/tabel/2.1.csv",
        "line": "3",
        "title": "ANG01 Jumlah anggaran menurut jenjang",
    }
    assert semua[0][2].endswith("\nDugaan: kemungkinan dua angka bertukar tempat\nId: 0123456789ab")
    assert "file" not in semua[2][1]
    assert semua[3][2] == "Aturan yang gagal: ANG03: ZeroDivisionError: division by zero"
    assert akhir == ("sakip: contoh: 1 kesalahan, 1 peringatan, 1 catatan; 12 dari 17 angka terperiksa (70,58%)")


def test_github_hanya_yang_terbuka() -> None:
    semua, akhir = perintah(ditanggapi())
    assert [x[1]["title"][:5] for x in semua] == ["KAS03", "XYZ01", "sakip"]
    assert "1 terjawab" in akhir


@given(TEKS)
@example("100% benar, 3:4\n::error::palsu")
def test_github_teks_apa_pun(teks: str) -> None:
    (temuan, galat), _ = perintah(racun(teks))
    assert bersih(teks) in temuan[2]
    assert galat[2] == f"Aturan yang gagal: ANG03: {bersih(teks)}".rstrip()


# -- Markdown ----------------------------------------------------------------------

MD = MarkdownIt("commonmark").enable(["table", "strikethrough"])
POTONG = "<!-- -->"


def sebaris(teks: str) -> str:
    """What a reader sees of text in a list item; anything but plain text is an error."""
    token = MD.parse(f"- {teks}")
    jenis = [t.type for t in token]
    assert jenis == [
        "bullet_list_open",
        "list_item_open",
        "paragraph_open",
        "inline",
        "paragraph_close",
        "list_item_close",
        "bullet_list_close",
    ]
    anak = token[3].children or []
    assert {t.type for t in anak} <= {"text", "html_inline", "text_special"}
    assert all(t.content == POTONG for t in anak if t.type == "html_inline")
    return "".join(t.content for t in anak if t.type != "html_inline")


@given(TEKS.map(bersih).filter(bool))
@example("1. Kegiatan")
@example("- butir")
@example("---")
@example("- - -")
@example("===")
@example("## x")
@example("-5")
@example("+")
@example("12)")
@example("# judul")
@example("[x] tugas")
@example("http://x.y www.x.y <http://z>")
@example("a\\|b|c")
def test_markdown_teks_apa_pun_tampil_apa_adanya(teks: str) -> None:
    assert sebaris(lolos(teks)) == teks


def test_markdown_tidak_memanggil_siapa_pun() -> None:
    assert lolos("hub. @kadis, lihat #12") == "hub. @<!-- -->kadis, lihat #<!-- -->12"


@given(TEKS)
def test_markdown_susunannya_tidak_berubah(teks: str) -> None:
    """Hostile text changes no structure: same blocks as harmless text, and every table cell in its column."""
    jinak = [t.type for t in MD.parse(keluaran(racun("x"), "markdown").decode())]
    token = MD.parse(keluaran(racun(teks), "markdown").decode())
    kosong = not bersih(teks)
    if not kosong:
        assert [t.type for t in token] == jinak
    for t in token:
        assert t.type != "html_block"
        for anak in t.children or ():
            assert anak.type in {"text", "text_special", "html_inline", "strong_open", "strong_close", "code_inline"}
            assert anak.type != "html_inline" or anak.content == POTONG


def test_markdown_dapat_ditempelkan_pada_isu(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real report fits the body of an issue."""
    monkeypatch.chdir(AKAR)
    r = reviu(baca("examples/semarang_diskopum_2025"))
    isi = keluaran(r, "markdown").decode()
    assert len(isi) < 65_536
    assert f"### Kesalahan ({r.hitung_keparahan()['kesalahan']})" in isi
    assert f"| 1 | {r.temuan[0].kode} |" in isi


def test_markdown_tanggapan() -> None:
    isi = keluaran(ditanggapi(), "markdown").decode()
    assert (
        "- **Tanggapan:** 1 terjawab; terbuka 0 kesalahan, 1 peringatan, 1 catatan; 1 tanggapan tak berpasangan" in isi
    )
    assert "  - Tanggapan: ditolak (2026-01-02; Sekretaris): sesuai DPA" in isi
    assert "  - Tanggapan: dinyatakan diperbaiki, tetapi masih ditemukan (2026-01-02)" in isi


def test_markdown_rinci() -> None:
    ringkas, rinci = (keluaran(contoh(), "markdown", rinci=r).decode() for r in (False, True))
    assert "bukti ke-4" in rinci
    assert "bukti ke-4" not in ringkas
    assert "dan 2 lainnya (--rinci)" in ringkas
