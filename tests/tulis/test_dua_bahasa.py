"""What is said is said in both languages, whole, and in one of them at a time.

The examples of every rule, the wrong and the right one, go through a review. Whatever a rule or the engine says of it
is said in either language: no message is missing, none stays unfilled. What the report prints and how its figures are
called stays as it is; so it is put aside, and what is left has no word of the other language.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from io import BytesIO
from typing import TYPE_CHECKING

import attrs
import docx
import openpyxl
import pytest
from babel.messages.pofile import read_po
from tests.contoh import reviu_contoh
from tests.lengkap import laporan as lengkap

from sakip.aturan import katalog, keluarga
from sakip.hukum.regulasi import ambil_efisiensi, daftar_rumus, kutipan
from sakip.hukum.skala import daftar_skala
from sakip.model.peran import PERAN
from sakip.pembaca.hasil import Pembacaan
from sakip.teks.kalimat import Daftar, Kalimat
from sakip.tinjauan.engine import reviu
from sakip.tulis import Opsi, chr_docx, kkr
from sakip.tulis.contoh import tulis_laporan
from sakip.tulis.kkr.butir_uji import muat
from sakip.tulis.kkr.pernyataan import bunyi
from sakip.tulis.pembacaan import tulis_pembacaan
from sakip.tulis.tabel import tulis_tabel
from sakip.tulis.templat import buat_templat
from sakip.tulis.templat.isi import LEMBAR
from sakip.tulis.words.catalogue import BAHASA
from sakip.tulis.words.kamus import Kamus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.aturan.definisi import Aturan
    from sakip.model.laporan import Laporan
    from sakip.teks.kalimat import Isi
    from sakip.tinjauan.engine import Reviu

SEMUA = pytest.mark.parametrize("a", katalog(), ids=[a.kode for a in katalog()])

ISTILAH = frozenset(
    [
        "anak",
        "anggaran",
        "bab",
        "capaian",
        "eselon",
        "formula",
        "formulir",
        "iku",
        "indikator",
        "jumlah",
        "kedua",
        "kegiatan",
        "keterangan",
        "lampiran",
        "laporan",
        "list",
        "lkj",
        "lkjip",
        "minus",
        "nilai",
        "no",
        "opd",
        "output",
        "pagu",
        "perjanjian",
        "perubahan",
        "pihak",
        "pk",
        "positif",
        "program",
        "realisasi",
        "renstra",
        "rincian",
        "rupiah",
        "sakip",
        "sasaran",
        "sub",
        "subtotal",
        "sumber",
        "target",
        "total",
        "tujuan",
    ]
)
"""Terms of the field, and words that both languages have, which either may use."""

DIKETIK = {
    "dipendekkan": "aturan",
    "kaki": "aturan",
    "html.kaki": "aturan",
    "baca.ditulis.isi": "narasi tabel",
    "baca.lihat.catatan": "kata",
    "baca.lihat.narasi": "narasi rumus tanpa",
    "baca.lihat.tabel": "tabel",
    "baca.sesudah": "reviu",
    "baca.templat.ditulis": "reviu",
    "kkr.bukti.lainnya": "reviu",
    "templat.salah.beda": "kinerja",
    "uji.formulir": "pernyataan",
    "tanggapan.petunjuk": "diperbaiki tanggal oleh",
}
"""What a message quotes that is typed: commands, names of files, keys."""

TIRAI = "\u25a0"
"""Stands for what the report prints."""


def kata(teks: str) -> set[str]:
    """The words of a text, in small letters; fields, keys and single letters are none."""
    return set(re.findall(r"[a-z]{2,}", re.sub(r"\{[^}]*\}", " ", teks).casefold()))


@cache
def pesan(bahasa: str) -> dict[str, str]:
    """The catalogue: every message, all of its forms."""
    teks = resources.files("sakip.tulis.words").joinpath(f"{bahasa}.po").read_bytes()
    hasil = {}
    for m in read_po(BytesIO(teks), abort_invalid=True):
        if m.id:
            kunci = m.id if isinstance(m.id, str) else m.id[0]
            hasil[kunci] = m.string if isinstance(m.string, str) else " ".join(m.string or ())
    return hasil


def milik(a: Aturan, ke: int) -> str:
    """All that a rule says of itself in one language."""
    tetap = ((a.judul, a.title), (a.memeriksa, a.checks), (a.penting, a.matters), (a.celah, a.reading))
    return " ".join(x[ke] for x in (*tetap, *a.kalimat.values()))


@cache
def kosakata(ke: int) -> frozenset[str]:
    """The words that only one of the languages has, terms aside."""
    ada = [kata(" ".join([*pesan(b).values(), *(milik(a, i) for a in katalog())])) for i, b in enumerate(BAHASA)]
    return frozenset(ada[ke] - ada[1 - ke] - ISTILAH)


@cache
def kosakata_pesan(ke: int) -> frozenset[str]:
    """The same, of the messages alone."""
    ada = [kata(" ".join(pesan(b).values())) for b in BAHASA]
    return frozenset(ada[ke] - ada[1 - ke] - ISTILAH)


@cache
def kosakata_aturan(ke: int) -> frozenset[str]:
    """The same, of what rules say of themselves."""
    ada = [kata(" ".join(milik(a, i) for a in katalog())) for i in range(2)]
    return frozenset(ada[ke] - ada[1 - ke] - ISTILAH)


# -- what is written down


@pytest.mark.parametrize("ke", range(2), ids=BAHASA)
def test_pesan_satu_bahasa(ke: int) -> None:
    semua = pesan(BAHASA[ke]).items()
    salah = {k: (kata(t) & kosakata_aturan(1 - ke)) - kata(DIKETIK.get(k, "")) for k, t in semua}
    assert {k: x for k, x in salah.items() if x} == {}


@SEMUA
@pytest.mark.parametrize("ke", range(2), ids=BAHASA)
def test_aturan_satu_bahasa(a: Aturan, ke: int) -> None:
    assert kata(milik(a, ke)) & kosakata_pesan(1 - ke) == set()


def test_keluarga_dua_bahasa() -> None:
    assert all(k.nama and k.name and k.nama != k.name for k in keluarga())


# -- what is said of a report


def diucapkan(r: Reviu) -> Iterator[tuple[str, Isi]]:
    """Whatever a review hands to its writers, with what it is."""
    for h in r.relasi:
        yield "uraian", h.relasi.uraian
        yield "jalur", h.evaluasi.jalur
        yield "alasan", h.evaluasi.alasan
        yield from (("cara", j.nama) for j in h.relasi.jalur)
        yield from (("nama", x) for b in h.relasi.butir for x in (b.nama, b.tempat))
        if h.relasi.bacaan is not None:
            yield "bacaan", h.relasi.bacaan.uraian
        yield from (("syarat", x) for x in (h.relasi.tertulis, h.relasi.seharusnya, *h.relasi.rincian))
    for t in r.temuan:
        yield "temuan", Kalimat(f"temuan.{t.kunci}", t.isi)
        yield from (("akibat", Kalimat(f"akibat.{x.kunci}", x.isi)) for x in t.akibat)
        yield from (("dugaan", Kalimat(f"dugaan.{x.jenis}", x.isi)) for x in t.dugaan)
        yield from (("bukti", x) for x in (t.tempat, t.tertulis, t.seharusnya, *t.bukti, *(o.nama for o in t.operan)))
    yield from (("belum", x.alasan) for x in r.cakupan.belum)
    yield from (("nama", y) for x in r.cakupan.belum for y in (x.nama, x.tempat))
    yield from (("pembaca", c.pesan) for c in r.laporan.catatan)


def tutup(isi: Isi) -> Isi:
    """The same without what the report prints."""
    if isinstance(isi, Kalimat):
        return Kalimat(isi.kunci, {k: tutup(x) for k, x in isi.isi.items()})
    if isinstance(isi, Daftar):
        return attrs.evolve(isi, isi=tuple(map(tutup, isi.isi)))
    if isinstance(isi, tuple):
        return tuple(map(tutup, isi))
    return TIRAI if isinstance(isi, str) and isi else isi


def cetakan(isi: Isi) -> Iterator[str]:
    """What is left of it without its words: prints, and names of figures."""
    if isinstance(isi, str):
        yield isi
    elif isinstance(isi, Kalimat):
        yield from (x for y in isi.isi.values() for x in cetakan(y))
    elif isinstance(isi, Daftar):
        yield from (x for y in isi.isi for x in cetakan(y))
    elif isinstance(isi, tuple):
        yield from (x for y in isi for x in cetakan(y))


def contoh(a: Aturan) -> list[Laporan]:
    return [buat() for buat in (a.contoh_salah, a.contoh_benar) if buat is not None]


@SEMUA
def test_terucap(a: Aturan) -> None:
    for lap in contoh(a):
        r = reviu(lap)
        for ke, bahasa in enumerate(BAHASA):
            kamus = Kamus(bahasa, r.lain)
            for apa, isi in diucapkan(r):
                teks = kamus.ucap(isi)
                assert not re.search(r"[{}]|None|\b[a-z_]+\.[a-z_]+\(", teks), (apa, teks)
                assert kata(kamus.ucap(tutup(isi))) & kosakata(1 - ke) == set(), (apa, teks)


@SEMUA
def test_tidak_ada_kalimat_jadi(a: Aturan) -> None:
    """What is said is a sentence as data, names and places of figures too: what fills it is from the report, or a name
    that the regulations, the method or the data give. So each language is whole, whatever is printed."""
    dari_data = kata(repr([(s.nama, s.judul, [k.label for k in s.kelas]) for s in daftar_skala().values()]))
    for lap in contoh(a):
        r = reviu(lap)
        isi = kata(str(attrs.asdict(lap)).replace("{", ""))
        dari_laporan = isi | dari_data | kata(" ".join(PERAN).replace("_", " "))
        for apa, isi in diucapkan(r):
            if apa in {"uraian", "alasan", "bacaan", "belum"}:
                assert isinstance(isi, Kalimat) or not isi, (apa, isi)
            for teks in cetakan(isi):
                assert (kata(teks) - dari_laporan) & (kosakata(0) | kosakata(1)) == set(), (apa, teks)
            for ke, bahasa in enumerate(BAHASA):
                teks = Kamus(bahasa, r.lain).ucap(isi)
                assert (kata(teks) - dari_laporan) & kosakata(1 - ke) == set(), (apa, bahasa, teks)


# -- what is written: the working papers, the notes, the tables, the workbook to fill in


def teks_xlsx(isi: bytes) -> str:
    """All that a workbook shows and explains."""
    buku = openpyxl.load_workbook(BytesIO(isi))
    teks = [*buku.sheetnames]
    for ws in buku:
        teks += [str(getattr(ws.oddFooter, sisi).text) for sisi in ("left", "right")]
        teks += [str(x) for s in ws.data_validations.dataValidation for x in (s.formula1, s.prompt, s.error)]
        for s in (s for baris in ws.iter_rows() for s in baris):
            nilai = str(s.value or "")
            # Of a formula only its texts are words.
            teks += re.findall(r'"([^"]*)"', nilai) if s.data_type == "f" else [nilai]
            teks += [s.comment.text] if s.comment else []
    return " ".join(teks)


def teks_docx(isi: bytes) -> str:
    """All that a document says."""
    d = docx.Document(BytesIO(isi))
    bagian = [*d.sections[0].header.paragraphs, *d.sections[0].footer.paragraphs, *d.paragraphs]
    return " ".join([*(p.text for p in bagian), *(c.text for t in d.tables for b in t.rows for c in b.cells)])


KUTIPAN = " ".join([*attrs.astuple(bunyi()), *(f"{k.nama} {b.uraian}" for k in muat().kelompok for b in k.butir)])
"""What the papers quote of a regulation."""


@cache
def lengkap_dan_salah() -> tuple[Reviu, ...]:
    """A review without a finding, and one with findings of every severity, answers and things not read."""
    return reviu(lengkap()), reviu_contoh()


@pytest.mark.parametrize(
    ("ada", "ke"),
    [
        pytest.param(0, 0, id="bersih-id"),
        pytest.param(0, 1, id="bersih-en"),
        pytest.param(1, 0, id="bertemuan-id", marks=pytest.mark.mendalam),
        pytest.param(1, 1, id="bertemuan-en"),
    ],
)
def test_dokumen_satu_bahasa(ke: int, ada: int) -> None:
    """A document that a reviewer files has no word of the other language but those of the report and the law."""
    r, bahasa = lengkap_dan_salah()[ada], BAHASA[ke]
    opsi = Opsi(bahasa=bahasa)
    tulisan = {
        "kkr": teks_xlsx(b"".join(map(bytes, kkr.tulis([r], opsi)))),
        "chr": teks_docx(b"".join(map(bytes, chr_docx.tulis([r], opsi)))),
        "tabel": teks_xlsx(b"".join(bytes(x) for x in tulis_tabel(r, "x.xlsx", bahasa) if isinstance(x, bytes))),
        "tabel docx": teks_docx(b"".join(bytes(x) for x in tulis_tabel(r, "x.docx", bahasa) if isinstance(x, bytes))),
    }
    boleh = (
        kata(str(attrs.asdict(r.laporan)).replace("{", ""))
        | kata(KUTIPAN)
        | kata(" ".join(PERAN).replace("_", " "))
        | kata(BUKAN_KATA)
    )
    boleh |= kata(" ".join(k for kunci in {k for t in r.temuan for k in t.dasar} for k in kutipan(kunci).split()))
    boleh |= kata(repr([(s.nama, s.judul, [k.label for k in s.kelas]) for s in daftar_skala().values()]))
    boleh |= kata(" ".join([ambil_efisiensi("pmk214").judul, *(x.judul for x in daftar_rumus().values())]))
    boleh |= kata(" ".join(t.id for t in r.temuan))
    boleh |= kata(" ".join([*(a.kode[:3] for a in katalog()), *(k.huruf for k in keluarga())]))
    for apa, teks in tulisan.items():
        asing = kosakata(1 - ke) | (kosakata_aturan(1 - ke) - kata(" ".join(pesan(bahasa).values())))
        assert sorted((kata(teks) - boleh) & asing) == [], apa
        assert not re.search(r"\b(?:nama|tempat|peran|bagian)\.[a-z_]+\(|Kalimat\(|Daftar\(", teks), apa


BUKAN_KATA = "reviu rinci format json sha none"
"""What is typed."""


SEBUTAN = (re.compile(r"^(?:Tabel \d|Narasi\b|tanpa judul)"), re.compile(r"^(?:Table \d|Prose\b|untitled)"))


@pytest.mark.parametrize("ke", range(2), ids=BAHASA)
def test_bagian_laporan_disebut_dalam_satu_bahasa(ke: int) -> None:
    """What a table and the prose are called, where a report is shown: in the examples of the rules, and as read."""
    kamus, opsi = Kamus(BAHASA[ke]), Opsi(bahasa=BAHASA[ke])
    contoh = [a.contoh_salah() for a in katalog() if a.contoh_salah is not None]
    baris = [g for lap in contoh for g in tulis_laporan(lap, kamus, 90)]
    r = lengkap_dan_salah()[1]
    pembacaan = "".join(tulis_pembacaan(Pembacaan(r.laporan), r.cakupan, opsi, tinjau=True))
    for isi in (baris, pembacaan.splitlines()):
        assert [g for g in isi if SEBUTAN[1 - ke].match(g)] == []
        assert sum(bool(SEBUTAN[ke].match(g)) for g in isi) > 20


@pytest.mark.parametrize("ke", range(2), ids=BAHASA)
def test_templat_satu_bahasa(ke: int) -> None:
    """What the workbook to fill in explains is in one language; its headings are those of reports."""
    wadah = BytesIO()
    buat_templat(BAHASA[ke]).save(wadah)
    judul = " ".join(f"{lb.nama} {lb.judul} {k.judul} {k.induk} {k.pilihan}" for lb in LEMBAR for k in lb.kolom)
    boleh = (
        kata(judul)
        | kata(BUKAN_KATA)
        | kata("laporan kinerja perjanjian perubahan jabatan tahun periksa instansi pemerintah sumber")
    )
    assert (kata(teks_xlsx(wadah.getvalue())) - boleh) & kosakata_pesan(1 - ke) == set()


def test_butir_daftar_uji_terucap() -> None:
    """Whatever the checklist names has its words."""
    for bahasa in BAHASA:
        kamus = Kamus(bahasa)
        for k in muat().kelompok:
            for ke, b in enumerate(k.butir, 1):
                assert kamus(f"uji.{k.nomor}.{ke}.pereviu")
                assert b.uraian or kamus(f"uji.{k.nomor}.{ke}")
                assert all(kamus(f"unsur.{u.apa}") for u in b.unsur)
        assert all(kamus(f"uji.dokumen.{d}") for d in muat().dokumen)
