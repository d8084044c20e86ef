"""`[kosakata]` of a configuration: words a user adds to those by which documents are understood.

`[kosakata.kolom]` names the role of a heading as it is printed, `[kosakata.peran]` adds to the words of headings in
`model/peran.toml`; the other tables lengthen the lists of `pembaca/tafsir/kosakata.toml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from sakip.konversi.konverter import Bentuk, daftar, peta
from sakip.konversi.nilai import BentukError, Hook, pilihan, teks_isi
from sakip.model.peran import BOBOT, ISI, PERAN
from sakip.model.tabel import BARIS_KATA, JENIS_BARIS
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from sakip.konversi.konverter import Konverter

__all__ = ["kosakata"]

BARIS = tuple(sorted(JENIS_BARIS - BARIS_KATA - {"rincian"}))
BAGIAN = ("tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan")


@attrs.frozen(slots=True, kw_only=True)
class IsiPola:
    """How headings of a role are known: words with their weights, words that rule it out, what the cells hold."""

    kata: dict[str, float]
    bukan: list[str] = attrs.field(factory=list)
    isi: list[str] = attrs.field(factory=list)


@attrs.frozen(slots=True, kw_only=True)
class IsiKosakata:
    """The table `kosakata`."""

    kolom: dict[str, str] = attrs.field(factory=dict)
    peran: dict[str, dict[str, Any]] = attrs.field(factory=dict)
    judul: dict[str, list[str]] = attrs.field(factory=dict)
    baris: dict[str, list[str]] = attrs.field(factory=dict)
    bagian: dict[str, list[str]] = attrs.field(factory=dict)
    label: dict[str, list[str]] = attrs.field(factory=dict)
    polaritas: dict[str, list[str]] = attrs.field(factory=dict)
    nama_tabel: dict[str, str] = attrs.field(factory=dict)


def kosakata(conv: Konverter) -> Hook:
    """A hook for the words, which become a mapping as `sakip.pembaca.tafsir.kosakata.kosakata` takes it."""
    pola = Bentuk(
        hook={"kata": peta(BOBOT, kunci=_kata), "bukan": KATA_LEPAS, "isi": _senarai(pilihan(*ISI))},
        akhir=lambda p, _: attrs.asdict(p),
    )
    conv.bentuk[IsiPola] = pola
    conv.bentuk[IsiKosakata] = Bentuk(
        hook={
            "kolom": peta(pilihan(*PERAN), kunci=_kata),
            "peran": peta(conv.hook(IsiPola), boleh=PERAN),
            "judul": peta(KATA_LEPAS, boleh=("umum",)),
            "baris": peta(FRASA, boleh=BARIS),
            "bagian": peta(FRASA, boleh=BAGIAN),
            "label": peta(FRASA, boleh=("skala",)),
            "polaritas": peta(FRASA, boleh=("negatif",)),
            "nama_tabel": peta(teks_isi, kunci=_frasa),
        },
        akhir=lambda k, isi: {nama: getattr(k, nama) for nama in isi},
    )
    return conv.hook(IsiKosakata)


def _kata(teks: str) -> str:
    """Words as headings are compared: lower case, without punctuation and years."""
    from sakip.pembaca.tafsir.kosakata import kata_judul

    hasil = " ".join(sorted(kata_judul(teks)))
    if not hasil:
        raise BentukError(f"{teks[:60]!r} tidak memuat kata")
    return hasil


def _frasa(teks: str) -> str:
    """A phrase as the names of rows and tables are compared."""
    hasil = baku(teks)
    if not hasil:
        raise BentukError(f"{teks[:60]!r} tidak memuat kata")
    return hasil


def _senarai(butir: Hook) -> Hook:
    """A list that stays one, for whoever lengthens it."""
    hook = daftar(butir)
    return Hook(lambda nilai: list(hook(nilai)), hook.skema)


FRASA = _senarai(Hook(lambda nilai: _frasa(teks_isi(nilai)), teks_isi.skema))
"""A list of phrases."""
_KATA = daftar(Hook(lambda nilai: _kata(teks_isi(nilai)), teks_isi.skema))
KATA_LEPAS = Hook(lambda nilai: [k for kata in _KATA(nilai) for k in kata.split()], _KATA.skema)
"""A list of single words, as headings are compared."""
