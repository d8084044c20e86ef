"""`sakip tabel`: the tables of Bab III as they should be, in Markdown, docx or xlsx, ready to paste.

What differs from print is marked in each.
"""

from __future__ import annotations

import io
from pathlib import PurePath
from typing import TYPE_CHECKING

from sakip.tinjauan.tabel_benar import SelBenar, tabel_benar
from sakip.tulis.keluaran import KeluaranError
from sakip.tulis.markdown import lolos
from sakip.tulis.office.pustaka import pastikan
from sakip.tulis.teks import bersih
from sakip.tulis.words.kamus import pesan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip.model.laporan import Laporan
    from sakip.tinjauan.engine import Reviu
    from sakip.tinjauan.tabel_benar import TabelBenar

__all__ = ["tulis_tabel"]

KETERANGAN = (
    "Angka yang berbeda dari cetakan ditandai, dengan nilai tercetaknya. "
    "Cocokkan dengan dokumen sumber sebelum dipakai."
)


def tulis_tabel(r: Reviu, tujuan: str | None) -> Iterator[str | bytes]:
    """Write the tables of a reviewed report in the format of `tujuan` (.md, .docx, .xlsx); Markdown without one.

    Raises:
        KeluaranError: another format, a missing library, or a report without such a table.
    """
    akhiran = "" if tujuan is None else PurePath(tujuan).suffix.lower()
    if akhiran not in {"", ".md", ".txt", ".docx", ".xlsx"}:
        raise KeluaranError(f"{tujuan}: akhiran {akhiran} tidak dikenal; yang dapat ditulis: .md, .docx, .xlsx")
    if akhiran == ".docx":
        pastikan("docx", "python-docx", "docx")
    elif akhiran == ".xlsx":
        pastikan("openpyxl", "openpyxl", "xlsx")
    semua = tabel_benar(r)
    if not semua:
        raise KeluaranError(
            f"{r.laporan.sumber}: tidak memuat tabel capaian, anggaran atau efisiensi yang dapat dihitung"
        )
    if akhiran == ".docx":
        yield ke_docx(r.laporan, semua)
    elif akhiran == ".xlsx":
        yield ke_xlsx(r.laporan, semua)
    else:
        yield ke_markdown(r.laporan, semua)


def _judul_tabel(t: TabelBenar) -> str:
    if not t.kepala:
        return f"Perhitungan efisiensi menurut {t.sebutan}"
    return f"{t.sebutan} {t.judul}" if t.judul and t.judul != t.sebutan else t.sebutan


def _kepala(t: TabelBenar) -> tuple[str, ...]:
    return t.kepala or ("Langkah", "Hasil")


def _baris(t: TabelBenar) -> Iterator[tuple[SelBenar, ...]]:
    for i, b in enumerate(t.baris):
        yield (SelBenar(f"{b[0].teks}, dibanding cetakan"), *b[1:]) if i in t.dibanding else b


def _catatan(t: TabelBenar) -> list[str]:
    """What was changed, and what the source must tell."""
    hasil = [f"{p.nama}: {p.benar} (tercetak {p.tercetak or 'kosong'})" for p in t.perubahan]
    return hasil + [f"belum dapat ditetapkan, tetap seperti tercetak: {pesan(x)}" for x in t.terbuka]


def _judul(laporan: Laporan) -> str:
    return f"Tabel kinerja dan anggaran yang dihitung ulang, {laporan.instansi}, {laporan.tahun}"


def _tercetak(s: SelBenar) -> str:
    return f"(tercetak {s.tercetak})" if s.tercetak else "(tidak tercetak)"


def ke_markdown(laporan: Laporan, tabel: Sequence[TabelBenar]) -> str:
    """All tables, one below the other."""
    n = sum(t.beda for t in tabel)
    garis = [f"# {lolos(_judul(laporan))}", "", f"{lolos(KETERANGAN)} Berbeda: {n} angka.", ""]
    for t in tabel:
        garis += [f"## {lolos(_judul_tabel(t))}", ""]
        garis.append(f"| {' | '.join(lolos(k) or ' ' for k in _kepala(t))} |")
        garis.append(f"|{'|'.join('---:' if i in t.angka else '---' for i in range(len(_kepala(t))))}|")
        for i, b in enumerate(_baris(t)):
            garis.append(f"| {' | '.join(_sel_md(s, tebal=i in t.tebal) for s in b)} |")
        garis.append("")
        garis += [f"- {lolos(c)}" for c in _catatan(t)]
        garis += [""] if t.perubahan or t.terbuka else []
    return "\n".join(garis).rstrip() + "\n"


def _sel_md(s: SelBenar, *, tebal: bool) -> str:
    teks = lolos(s.teks)
    if s.tercetak is not None:
        return f"**{teks}** ⚠ {lolos(_tercetak(s))}"
    return f"**{teks}**" if tebal and teks else teks or " "


def ke_docx(laporan: Laporan, tabel: Sequence[TabelBenar]) -> bytes:
    """A document A4 across, each table with its heading repeated on every page."""
    from docx.enum.text import WD_COLOR_INDEX
    from docx.shared import Pt

    from sakip.tulis.office.docx_gaya import KANAN, isi_sel, jadi_bytes, paragraf, siapkan
    from sakip.tulis.office.docx_gaya import tabel as buat_tabel

    d = siapkan(_judul(laporan), "Dihitung ulang dengan sakip", _judul(laporan), melintang=True)
    paragraf(d, KETERANGAN)
    for t in tabel:
        d.add_heading(bersih(_judul_tabel(t)), 2)
        kosong = [[""] * len(_kepala(t)) for _ in t.baris]
        tb = buat_tabel(d, _kepala(t), kosong, _lebar(t, 25.5))
        for i, b in enumerate(_baris(t)):
            sel = tb.rows[i + 1].cells
            for j, s in enumerate(b):
                isi_sel(
                    sel[j],
                    s.teks,
                    tebal=i in t.tebal or s.tercetak is not None,
                    rata=KANAN if j in t.angka else None,
                    ukuran=8,
                )
                if s.tercetak is not None:
                    p = sel[j].paragraphs[0]
                    p.runs[-1].font.highlight_color = WD_COLOR_INDEX.YELLOW
                    p.add_run(f" {bersih(_tercetak(s))}").font.size = Pt(7)
        for c in _catatan(t):
            paragraf(d, c, "List Bullet")
    return jadi_bytes(d)


def _lebar(t: TabelBenar, semua: float) -> list[float]:
    """Widths by what the columns hold: each at least as wide as its longest word, so that no figure is broken."""
    sempit, wajar = [], []
    for i, kepala in enumerate(_kepala(t)):
        teks = [f"{b[i].teks} {_tercetak(b[i]) if b[i].tercetak is not None else ''}" for b in _baris(t)]
        kata = [len(k) for x in teks for k in x.split()] + [len(k) * 1.25 for k in bersih(kepala).split()]
        sempit.append(max([3.0, *kata]) + 2.5)
        wajar.append(max([3.0, len(kepala) / 2, *(min(len(x), 60) for x in teks)]))
    satuan = semua / max(sum(sempit), 140 if semua < 100 else semua)
    sisa = max(semua - sum(sempit) * satuan, 0)
    bobot = [max(w - s, 0.1) for w, s in zip(wajar, sempit, strict=True)]
    return [s * satuan + sisa * b / sum(bobot) for s, b in zip(sempit, bobot, strict=True)]


def ke_xlsx(laporan: Laporan, tabel: Sequence[TabelBenar]) -> bytes:
    """A workbook, one table a sheet; text stays text, what differs is filled and bears a comment."""
    from openpyxl import Workbook
    from openpyxl.comments import Comment

    from sakip.tulis.kkr import gaya
    from sakip.tulis.office.pustaka import AUTHOR, zip_tetap

    buku = Workbook()
    buku.remove(buku.worksheets[0])
    gaya.pasang_gaya(buku)
    nama: set[str] = set()
    for t in tabel:
        ws = buku.create_sheet(_nama_lembar(_judul_tabel(t), nama))
        gaya.siapkan(ws, _judul_tabel(t), KETERANGAN, len(_kepala(t)), "Dihitung ulang dengan sakip")
        lebar = [max(w, 8) for w in _lebar(t, 150)]
        gaya.kepala(ws, 4, _kepala(t), lebar)
        for i, b in enumerate(_baris(t)):
            for j, s in enumerate(b):
                dasar = "angka" if j in t.angka else "tebal" if i in t.tebal else "isi"
                sel = gaya.tulis(ws, 5 + i, j + 1, s.teks, "beda" if s.tercetak is not None else dasar)
                if s.tercetak is not None:
                    sel.comment = Comment(f"sakip: {bersih(_tercetak(s))}", AUTHOR)
            ws.row_dimensions[5 + i].height = gaya.tinggi([(s.teks, w) for s, w in zip(b, lebar, strict=True)])
        for k, c in enumerate(_catatan(t)):
            gaya.tulis(ws, 6 + len(t.baris) + k, 1, c, "kecil")
            ws.merge_cells(
                start_row=6 + len(t.baris) + k, start_column=1, end_row=6 + len(t.baris) + k, end_column=len(_kepala(t))
            )
    buku.properties.creator = AUTHOR
    buku.properties.title = bersih(_judul(laporan))[:250]
    wadah = io.BytesIO()
    buku.save(wadah)
    return zip_tetap(wadah.getvalue())


def _nama_lembar(judul: str, sudah: set[str]) -> str:
    """A name that Excel takes: short, without the characters it forbids, not used before."""
    aman = "".join(" " if c in "[]:*?/\\'" else c for c in bersih(judul)).strip()[:28].strip() or "Tabel"
    nama, ke = aman, 1
    while nama.casefold() in sudah:
        ke += 1
        nama = f"{aman[:26]} {ke}"
    sudah.add(nama.casefold())
    return nama
