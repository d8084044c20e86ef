"""`[kosakata]` of a configuration: words a user adds to those by which documents are understood.

`[kosakata.kolom]` names the role of a heading as it is printed, `[kosakata.peran]` adds to the words of headings in
`model/peran.toml`; the other tables lengthen the lists of `pembaca/tafsir/kosakata.toml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sakip.model.peran import PERAN
from sakip.model.tabel import BARIS_KATA, JENIS_BARIS
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["baca_kosakata"]

ISI = ("teks", "label", "nomor", "kode", "angka", "persen", "uang")
BARIS = tuple(sorted(JENIS_BARIS - BARIS_KATA - {"rincian"}))
BAGIAN = ("tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan")
BOBOT_TERBESAR = 100


def baca_kosakata(nilai: Any) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """The words of a configuration, shaped as `sakip.pembaca.tafsir.kosakata.kosakata` takes them.

    Returns:
        The words, and every problem as the key concerned and what is wrong with it.
    """
    p = _Pemeriksa()
    hasil: dict[str, Any] = {}
    for kunci, isi in p.peta("kosakata", nilai, _BAGIAN).items():
        hasil[kunci] = _BAGIAN[kunci](p, f"kosakata.{kunci}", isi)
    return hasil, p.masalah


class _Pemeriksa:
    """Takes values apart and collects what is wrong with them; of a wrong value nothing is left."""

    def __init__(self) -> None:
        self.masalah: list[tuple[str, str]] = []

    def salah(self, kunci: str, pesan: str) -> None:
        """Record a problem."""
        self.masalah.append((kunci, pesan))

    def peta(self, kunci: str, nilai: Any, boleh: Iterable[str] = ()) -> dict[str, Any]:
        """A table; its unknown keys are left out."""
        if not isinstance(nilai, dict):
            self.salah(kunci, f"harus tabel, bukan {nilai!r}")
            return {}
        boleh = tuple(boleh)
        for k in nilai:
            if boleh and k not in boleh:
                self.salah(f"{kunci}.{k}", f"kunci tidak dikenal; yang ada: {', '.join(boleh)}")
        return {k: v for k, v in nilai.items() if not boleh or k in boleh}

    def kata(self, kunci: str, teks: str) -> str:
        """Words as headings are compared: lower case, without punctuation and years."""
        from sakip.pembaca.tafsir.kosakata import kata_judul

        hasil = " ".join(sorted(kata_judul(teks)))
        if not hasil:
            self.salah(kunci, f"{teks!r} tidak memuat kata")
        return hasil

    def daftar(self, kunci: str, nilai: Any, boleh: Iterable[str] = ()) -> list[str]:
        """A list of texts."""
        if not isinstance(nilai, list) or not all(isinstance(x, str) and x.strip() for x in nilai):
            self.salah(kunci, f"harus daftar teks, bukan {nilai!r}")
            return []
        boleh = tuple(boleh)
        for x in nilai:
            if boleh and x not in boleh:
                self.salah(kunci, f"{x!r} tidak dikenal; yang ada: {', '.join(boleh)}")
        return [x for x in nilai if not boleh or x in boleh]

    def frasa(self, kunci: str, nilai: Any) -> list[str]:
        """A list of phrases, as the names of rows and tables are compared."""
        hasil = [baku(x) for x in self.daftar(kunci, nilai)]
        if not all(hasil):
            self.salah(kunci, "memuat isian tanpa kata")
        return [x for x in hasil if x]

    def kata_lepas(self, kunci: str, nilai: Any) -> list[str]:
        """A list of single words, as headings are compared."""
        return [k for x in self.daftar(kunci, nilai) for k in self.kata(kunci, x).split()]

    def peran(self, kunci: str, nilai: Any) -> str:
        """The name of a role."""
        if isinstance(nilai, str) and nilai in PERAN:
            return nilai
        self.salah(kunci, f"peran tidak dikenal: {nilai!r}; yang ada: {', '.join(PERAN)}")
        return ""


def _kolom(p: _Pemeriksa, kunci: str, nilai: Any) -> dict[str, str]:
    """Headings to roles."""
    hasil: dict[str, str] = {}
    for judul, peran in p.peta(kunci, nilai).items():
        sini = f"{kunci}.{judul}"
        kata, nama = p.kata(sini, judul), p.peran(sini, peran)
        if kata and nama and hasil.setdefault(kata, nama) != nama:
            p.salah(sini, f"judul dengan kata yang sama sudah berarti {hasil[kata]}")
    return hasil


def _peran(p: _Pemeriksa, kunci: str, nilai: Any) -> dict[str, Any]:
    """Patterns of roles: words with their weights, words that rule it out, what the cells hold."""
    hasil: dict[str, Any] = {}
    for nama, isi in p.peta(kunci, nilai, PERAN).items():
        sini = f"{kunci}.{nama}"
        pola = p.peta(sini, isi, ("kata", "bukan", "isi"))
        if "kata" not in pola:
            p.salah(sini, "perlu 'kata'")
        kata: dict[str, float] = {}
        for teks, bobot in p.peta(f"{sini}.kata", pola.get("kata", {})).items():
            if isinstance(bobot, bool) or not isinstance(bobot, (int, float)) or not 0 < bobot <= BOBOT_TERBESAR:
                p.salah(f"{sini}.kata.{teks}", f"bobot harus bilangan 1 sampai {BOBOT_TERBESAR}, bukan {bobot!r}")
            elif baku := p.kata(f"{sini}.kata.{teks}", teks):
                kata[baku] = bobot
        hasil[nama] = {
            "kata": kata,
            "bukan": p.kata_lepas(f"{sini}.bukan", pola.get("bukan", [])),
            "isi": p.daftar(f"{sini}.isi", pola.get("isi", []), ISI),
        }
    return hasil


def _berdaftar(boleh: tuple[str, ...]) -> Callable[[_Pemeriksa, str, Any], dict[str, list[str]]]:
    """A table of lists of phrases."""

    def baca(p: _Pemeriksa, kunci: str, nilai: Any) -> dict[str, list[str]]:
        return {k: p.frasa(f"{kunci}.{k}", v) for k, v in p.peta(kunci, nilai, boleh).items()}

    return baca


def _judul(p: _Pemeriksa, kunci: str, nilai: Any) -> dict[str, list[str]]:
    return {k: p.kata_lepas(f"{kunci}.{k}", v) for k, v in p.peta(kunci, nilai, ("umum",)).items()}


def _nama_tabel(p: _Pemeriksa, kunci: str, nilai: Any) -> dict[str, str]:
    hasil: dict[str, str] = {}
    for judul, sebutan in p.peta(kunci, nilai).items():
        if not isinstance(sebutan, str) or not sebutan.strip():
            p.salah(f"{kunci}.{judul}", f"harus teks, bukan {sebutan!r}")
        else:
            hasil |= dict.fromkeys(p.frasa(f"{kunci}.{judul}", [judul]), sebutan)
    return hasil


_BAGIAN: dict[str, Callable[[_Pemeriksa, str, Any], dict[str, Any]]] = {
    "kolom": _kolom,
    "peran": _peran,
    "judul": _judul,
    "baris": _berdaftar(BARIS),
    "bagian": _berdaftar(BAGIAN),
    "label": _berdaftar(("skala",)),
    "polaritas": _berdaftar(("negatif",)),
    "nama_tabel": _nama_tabel,
}
