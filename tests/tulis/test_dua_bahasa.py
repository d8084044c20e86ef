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
import pytest
from babel.messages.pofile import read_po

from sakip.aturan import katalog, keluarga
from sakip.hukum.skala import daftar_skala
from sakip.model.peran import PERAN
from sakip.teks.kalimat import Daftar, Kalimat
from sakip.tinjauan.engine import reviu
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
        "anggaran",
        "bab",
        "capaian",
        "eselon",
        "formulir",
        "iku",
        "indikator",
        "jumlah",
        "kegiatan",
        "keterangan",
        "laporan",
        "lkj",
        "lkjip",
        "minus",
        "nilai",
        "no",
        "opd",
        "pagu",
        "perjanjian",
        "perubahan",
        "pihak",
        "pk",
        "program",
        "realisasi",
        "renstra",
        "rincian",
        "sakip",
        "sasaran",
        "sub",
        "subtotal",
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
    "baca.lihat.narasi": "narasi rumus tanpa",
    "baca.lihat.tabel": "tabel",
    "baca.sesudah": "reviu",
    "baca.templat.ditulis": "reviu",
    "tanggapan.petunjuk": "diperbaiki tanggal oleh",
}
"""What a message quotes that is typed: commands, names of files, keys."""

SEBUTAN = frozenset(
    [
        "tabel",
        "kolom",
        "narasi",
        "bagian",
        "dalam",
        "pk",
        "eselon",
        "formulir",
        "iku",
        "baris",
        "jumlah",
        "perhitungan",
        "tanggal",
        "menurut",
        "klausul",
        "pihak",
        "kedua",
        "jabatan",
        "pada",
    ]
)
"""What figures and places are called by, besides the words of the report and the names of roles."""

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
        yield from (("nama", b.nama) for b in h.relasi.butir)
        if h.relasi.bacaan is not None:
            yield "bacaan", h.relasi.bacaan.uraian
        yield from (("syarat", x) for x in (h.relasi.tertulis, h.relasi.seharusnya, *h.relasi.rincian))
    for t in r.temuan:
        yield "temuan", Kalimat(f"temuan.{t.kunci}", t.isi)
        yield from (("akibat", Kalimat(f"akibat.{x.kunci}", x.isi)) for x in t.akibat)
        yield from (("dugaan", Kalimat(f"dugaan.{x.jenis}", x.isi)) for x in t.dugaan)
        yield from (("bukti", x) for x in (t.tempat, t.tertulis, t.seharusnya, *t.bukti, *(o.nama for o in t.operan)))
    yield from (("belum", x.alasan) for x in r.cakupan.belum)
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
    """What a relation states and why it could not be checked is a sentence as data; what fills it is from the report,
    the name of a role, or a name that the regulations or the method give."""
    bernama = [f"{p.sebutan} {nama}" for nama, p in PERAN.items()] + [*daftar_skala()]
    dikenal = SEBUTAN | kata(" ".join(bernama).replace("_", " "))
    for lap in contoh(a):
        r = reviu(lap)
        dari_laporan = kata(str(attrs.asdict(lap)).replace("{", ""))
        for apa, isi in diucapkan(r):
            if apa in {"uraian", "alasan", "bacaan", "belum"}:
                assert isinstance(isi, Kalimat) or not isi, (apa, isi)
            for teks in cetakan(isi):
                asing = kata(teks) - dari_laporan - dikenal
                assert asing & (kosakata(0) | kosakata(1)) == set(), (apa, teks)
