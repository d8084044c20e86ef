"""`sakip tabel`: the tables of Bab III as they should be, in Markdown, docx or xlsx, ready to paste.

What differs from print is marked in each.
"""

from __future__ import annotations

import io
from pathlib import PurePath
from typing import TYPE_CHECKING

import attrs

from sakip.tinjauan.tabel_benar import tabel_benar
from sakip.tulis.keluaran import KeluaranError
from sakip.tulis.markdown import lolos
from sakip.tulis.office.pustaka import pastikan
from sakip.tulis.teks import bersih
from sakip.tulis.words.kamus import BATAS, Kamus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip.model.laporan import Laporan
    from sakip.tinjauan.engine import Reviu
    from sakip.tinjauan.tabel_benar import SelBenar, TabelBenar

__all__ = ["tulis_tabel"]


def tulis_tabel(r: Reviu, tujuan: str | None, bahasa: str = "id") -> Iterator[str | bytes]:
    """Write the tables of a reviewed report in the format of `tujuan` (.md, .docx, .xlsx); Markdown without one.

    What the report prints stays as it is; `bahasa` is the language of what is said of it.

    Raises:
        KeluaranError: another format, a missing library, or a report without such a table.
    """
    akhiran = "" if tujuan is None else PurePath(tujuan).suffix.lower()
    if akhiran not in {"", ".md", ".txt", ".docx", ".xlsx"}:
        raise KeluaranError("akhiran_tabel", tujuan=str(tujuan), akhiran=akhiran)
    if akhiran == ".docx":
        pastikan("docx", "python-docx", "docx")
    elif akhiran == ".xlsx":
        pastikan("openpyxl", "openpyxl", "xlsx")
    semua = tabel_benar(r)
    if not semua:
        raise KeluaranError("tanpa_tabel", sumber=r.laporan.sumber)
    kamus = Kamus(bahasa, r.lain)
    siap = [Siap.dari(t, kamus) for t in semua]
    if akhiran == ".docx":
        yield ke_docx(r.laporan, siap, kamus)
    elif akhiran == ".xlsx":
        yield ke_xlsx(r.laporan, siap, kamus)
    else:
        yield ke_markdown(r.laporan, siap, kamus)


@attrs.frozen
class SelSiap:
    """A cell in words: what should stand there, and a remark on what is printed; None where that is the same."""

    teks: str
    tercetak: str | None = None


@attrs.frozen
class Siap:
    """A table in words, ready to be written."""

    judul: str
    kepala: tuple[str, ...]
    baris: tuple[tuple[SelSiap, ...], ...]
    catatan: tuple[str, ...]
    angka: frozenset[int]
    tebal: frozenset[int]
    beda: int

    @classmethod
    def dari(cls, t: TabelBenar, k: Kamus) -> Siap:
        """The words of a table in one language."""
        sebutan = k.ucap(t.sebutan)
        judul = f"{sebutan} {t.judul}" if t.judul and t.judul != sebutan else sebutan
        baris = []
        for i, b in enumerate(t.baris):
            sel = [_sel(s, k) for s in b]
            if i in t.dibanding:
                sel[0] = SelSiap(k("tabel.dibanding", teks=sel[0].teks))
            baris.append(tuple(sel))
        perubahan = (
            k(
                f"tabel.perubahan{'' if p.tercetak else '.kosong'}",
                nama=k.ucap(p.nama),
                benar=p.benar,
                tercetak=p.tercetak,
            )
            for p in t.perubahan
        )
        terbuka = (k("tabel.terbuka", temuan=k.pesan(x)) for x in t.terbuka)
        return cls(
            judul=judul if t.kepala else k("tabel.efisiensi", sebutan=sebutan),
            kepala=t.kepala or (k("tabel.langkah"), k("tabel.hasil")),
            baris=tuple(baris),
            catatan=(*perubahan, *terbuka),
            angka=t.angka,
            tebal=t.tebal,
            beda=t.beda,
        )


def _sel(s: SelBenar, k: Kamus) -> SelSiap:
    if s.tercetak is None:
        return SelSiap(k.ucap(s.teks))
    kunci = "tabel.tercetak" if s.tercetak else "tabel.tidak_tercetak"
    return SelSiap(k.ucap(s.teks), k(kunci, tercetak=s.tercetak))


def _judul(laporan: Laporan, k: Kamus) -> str:
    return k("tabel.judul", instansi=laporan.instansi, tahun=str(laporan.tahun))


def ke_markdown(laporan: Laporan, tabel: Sequence[Siap], k: Kamus) -> str:
    """All tables, one below the other."""
    n = sum(t.beda for t in tabel)
    garis = [f"# {lolos(_judul(laporan, k))}", "", f"{lolos(k('tabel.keterangan'))} {k('tabel.berbeda', n=n)}", ""]
    for t in tabel:
        garis += [f"## {lolos(t.judul)}", ""]
        garis.append(f"| {' | '.join(lolos(x) or ' ' for x in t.kepala)} |")
        garis.append(f"|{'|'.join('---:' if i in t.angka else '---' for i in range(len(t.kepala)))}|")
        for i, b in enumerate(t.baris):
            garis.append(f"| {' | '.join(_sel_md(s, tebal=i in t.tebal) for s in b)} |")
        garis.append("")
        garis += [f"- {lolos(c)}" for c in t.catatan]
        garis += [""] if t.catatan else []
    return "\n".join(garis).rstrip() + "\n"


def _sel_md(s: SelSiap, *, tebal: bool) -> str:
    teks = lolos(s.teks)
    if s.tercetak is not None:
        return f"**{teks}** ⚠ {lolos(s.tercetak)}"
    return f"**{teks}**" if tebal and teks else teks or " "


def ke_docx(laporan: Laporan, tabel: Sequence[Siap], k: Kamus) -> bytes:
    """A document A4 across, each table with its heading repeated on every page."""
    from docx.enum.text import WD_COLOR_INDEX
    from docx.shared import Pt

    from sakip.tulis.office.docx_gaya import KANAN, isi_sel, jadi_bytes, paragraf, siapkan
    from sakip.tulis.office.docx_gaya import tabel as buat_tabel

    d = siapkan(
        _judul(laporan, k),
        k("tabel.kaki"),
        _judul(laporan, k),
        k("kkr.halaman", ke=BATAS, semua=BATAS),
        melintang=True,
    )
    paragraf(d, k("tabel.keterangan"))
    for t in tabel:
        d.add_heading(bersih(t.judul), 2)
        kosong = [[""] * len(t.kepala) for _ in t.baris]
        tb = buat_tabel(d, t.kepala, kosong, _lebar(t, 25.5))
        for i, b in enumerate(t.baris):
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
                    p.add_run(f" {bersih(s.tercetak)}").font.size = Pt(7)
        for c in t.catatan:
            paragraf(d, c, "List Bullet")
    return jadi_bytes(d)


def _lebar(t: Siap, semua: float) -> list[float]:
    """Widths by what the columns hold: each at least as wide as its longest word, so that no figure is broken."""
    sempit, wajar = [], []
    for i, kepala in enumerate(t.kepala):
        teks = [f"{b[i].teks} {b[i].tercetak if b[i].tercetak is not None else ''}" for b in t.baris]
        kata = [len(k) for x in teks for k in x.split()] + [len(k) * 1.25 for k in bersih(kepala).split()]
        sempit.append(max([3.0, *kata]) + 2.5)
        wajar.append(max([3.0, len(kepala) / 2, *(min(len(x), 60) for x in teks)]))
    satuan = semua / max(sum(sempit), 140 if semua < 100 else semua)
    sisa = max(semua - sum(sempit) * satuan, 0)
    bobot = [max(w - s, 0.1) for w, s in zip(wajar, sempit, strict=True)]
    return [s * satuan + sisa * b / sum(bobot) for s, b in zip(sempit, bobot, strict=True)]


def ke_xlsx(laporan: Laporan, tabel: Sequence[Siap], k: Kamus) -> bytes:
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
        ws = buku.create_sheet(_nama_lembar(t.judul, nama))
        kaki = (k("tabel.kaki"), k("kkr.halaman", ke="&P", semua="&N"))
        gaya.siapkan(ws, t.judul, k("tabel.keterangan"), len(t.kepala), kaki)
        lebar = [max(w, 8) for w in _lebar(t, 150)]
        gaya.kepala(ws, 4, t.kepala, lebar)
        for i, b in enumerate(t.baris):
            for j, s in enumerate(b):
                dasar = "angka" if j in t.angka else "tebal" if i in t.tebal else "isi"
                sel = gaya.tulis(ws, 5 + i, j + 1, s.teks, "beda" if s.tercetak is not None else dasar)
                if s.tercetak is not None:
                    sel.comment = Comment(f"sakip: {bersih(s.tercetak)}", AUTHOR)
            ws.row_dimensions[5 + i].height = gaya.tinggi([(s.teks, w) for s, w in zip(b, lebar, strict=True)])
        for ke, c in enumerate(t.catatan, 6 + len(t.baris)):
            gaya.tulis(ws, ke, 1, c, "kecil")
            ws.merge_cells(start_row=ke, start_column=1, end_row=ke, end_column=len(t.kepala))
    buku.properties.creator = AUTHOR
    buku.properties.title = bersih(_judul(laporan, k))[:250]
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
