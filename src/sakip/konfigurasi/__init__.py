"""Konfigurasi: what a user decides about a review: rules, method, materiality, names, own relations.

It is read from `sakip.toml`, or from `[tool.sakip]` of `pyproject.toml`. Everything is optional; what is
written wrong is reported like any other bad input, all of it at once.
"""

from __future__ import annotations

import re
import tomllib
from fractions import Fraction
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import attrs

from sakip.aturan.definisi import KEPARAHAN, Aturan
from sakip.aturan.peran_relasi import RelasiPeran
from sakip.dugaan.tuning import LARGE_KNOT
from sakip.errors import Masalah, SkalaError, SumberError, sebab
from sakip.hukum.regulasi import ambil_batas, ambil_rumus
from sakip.hukum.rumus import Rumus, Suku
from sakip.hukum.skala import Kelas, Skala, ambil_skala
from sakip.konfigurasi.kosakata import baca_kosakata
from sakip.model.peran import PERAN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from sakip.model.laporan import Laporan

__all__ = ["Konfigurasi", "Materialitas", "baca_konfigurasi", "cari_konfigurasi", "urai_konfigurasi"]

TERBESAR = 1_000_000
"""Bytes beyond which a file is no configuration."""
TITIK_TERBANYAK = 500
"""Dots in a line: the parser copies a dotted key once for each of its parts."""
_BILANGAN = re.compile(r"[-+]?(?:[0-9]{1,100}(?:\.[0-9]{1,100})?|[0-9]{1,100}/0{0,9}[1-9][0-9]{0,99})")
"""A number as text. `Fraction` would take `1e999999999`, too, and never come to an end."""


@attrs.frozen(slots=True)
class Materialitas:
    """Differences in money below `rupiah` become notes; `alasan` says why and is shown with them."""

    rupiah: Fraction
    alasan: str


@attrs.frozen(slots=True, kw_only=True)
class Konfigurasi:
    """What a user decides about a review.

    Attributes:
        pilih, abaikan: code prefixes of rules wanted and not wanted.
        ambang: the severity from which the exit status is 1; empty to leave it to the command line.
        skala, rumus, batas: the method, in place of what the report declares.
        alias: the key of an indicator to further spellings of its name.
        materialitas: the amount below which a difference of money is a note.
        knot_terbesar: figures up to which contradictions are searched to the end for what is wrong, 40 by default;
            fewer where a review of anything at all must end soon.
        aturan: rules of the user's own.
        kosakata: words by which documents are understood, added to those that come with the package; `sakip.baca`
            takes them.
    """

    pilih: tuple[str, ...] = ()
    abaikan: tuple[str, ...] = ()
    ambang: str = ""
    skala: str | Skala | None = None
    rumus: Mapping[str, str] = attrs.field(factory=dict)
    batas: str = ""
    alias: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    materialitas: Materialitas | None = None
    knot_terbesar: int = LARGE_KNOT
    aturan: tuple[Aturan, ...] = ()
    kosakata: Mapping[str, Any] = attrs.field(factory=dict, hash=False)

    def terapkan(self, laporan: Laporan) -> Laporan:
        """The report with the method and the names of this configuration."""
        metode = laporan.metode
        if self.skala is not None:
            metode = attrs.evolve(metode, skala=self.skala)
        if self.rumus:
            metode = attrs.evolve(metode, rumus={**metode.rumus, **self.rumus})
        if self.batas:
            metode = attrs.evolve(metode, batas=self.batas)
        indikator = tuple(
            attrs.evolve(i, alias=(*i.alias, *self.alias[i.kunci])) if i.kunci in self.alias else i
            for i in laporan.indikator
        )
        return attrs.evolve(laporan, metode=metode, indikator=indikator)


def cari_konfigurasi(folder: Path) -> Path | None:
    """`sakip.toml` in `folder`, else `pyproject.toml` there when it has `[tool.sakip]`; None when neither."""
    sendiri = folder / "sakip.toml"
    if sendiri.is_file():
        return sendiri
    proyek = folder / "pyproject.toml"
    if proyek.is_file():
        try:
            isi = _urai(_baca(proyek))
        except (OSError, _SalahError):
            return None
        if "sakip" in isi.get("tool", {}):
            return proyek
    return None


def baca_konfigurasi(berkas: Path) -> Konfigurasi:
    """Read a configuration file.

    Raises:
        SumberError: the file cannot be read, or says something that is not understood; every problem is listed.
    """
    try:
        isi = _baca(berkas)
    except OSError as e:
        raise SumberError([Masalah(str(berkas), f"tidak dapat dibaca: {sebab(e)}")]) from e
    return urai_konfigurasi(isi, str(berkas))


def urai_konfigurasi(teks: bytes, berkas: str) -> Konfigurasi:
    """Read a configuration from its text, for whoever has no file; `berkas` is what messages call it.

    Raises:
        SumberError: it says something that is not understood; every problem is listed.
    """
    try:
        isi = _urai(teks)
    except _SalahError as e:
        raise SumberError([Masalah(berkas, f"bukan TOML yang sah: {e}")]) from e
    if PurePath(berkas).name == "pyproject.toml":
        isi = isi.get("tool", {}).get("sakip", {})
    return _Pembaca(berkas).baca(isi)


class _SalahError(ValueError):
    """A value that is not what its key asks for, or a file that is no TOML."""


def _baca(berkas: Path) -> bytes:
    with berkas.open("rb") as aliran:
        return aliran.read(TERBESAR + 1)


def _urai(isi: bytes) -> dict[str, Any]:
    if len(isi) > TERBESAR:
        raise _SalahError(f"lebih dari {TERBESAR // 1_000_000} MB")
    for nomor, baris in enumerate(isi.split(b"\n"), 1):
        if baris.count(b".") > TITIK_TERBANYAK:
            raise _SalahError(f"baris {nomor} memuat lebih dari {TITIK_TERBANYAK} titik")
    try:
        return tomllib.loads(isi.decode())
    except RecursionError:
        raise _SalahError("bersarang terlalu dalam") from None
    except ValueError as e:  # TOML, UTF-8, an integer of more digits than Python reads
        raise _SalahError(str(e)) from e


class _Pembaca:
    """Reads the tables of a configuration and collects what is wrong with them."""

    def __init__(self, berkas: str) -> None:
        self.berkas = berkas
        self.masalah: list[Masalah] = []

    def baca(self, isi: Mapping[str, Any]) -> Konfigurasi:
        hasil: dict[str, Any] = {}
        for kunci, nilai in isi.items():
            if kunci == "kosakata":
                kata, salah = baca_kosakata(nilai)
                hasil["kosakata"] = kata
                for k, pesan in salah:
                    self._salah(k, pesan)
                continue
            baca = _KUNCI.get(kunci)
            if baca is None:
                self._salah(kunci, f"kunci tidak dikenal; yang ada: {', '.join((*_KUNCI, 'kosakata'))}")
                continue
            try:
                hasil |= baca(nilai)
            except (_SalahError, SkalaError) as e:
                self._salah(kunci, str(e))
        if self.masalah:
            raise SumberError(self.masalah)
        return Konfigurasi(**hasil)

    def _salah(self, kunci: str, pesan: str) -> None:
        self.masalah.append(Masalah(self.berkas, pesan, kunci=kunci))


def _daftar_teks(nilai: Any) -> tuple[str, ...]:
    if not isinstance(nilai, list) or not all(isinstance(x, str) for x in nilai):
        raise _SalahError(f"harus daftar teks, bukan {nilai!r}")
    return tuple(nilai)


def _teks(nilai: Any) -> str:
    if not isinstance(nilai, str) or not nilai.strip():
        raise _SalahError(f"harus teks, bukan {nilai!r}")
    return nilai


def _peta(nilai: Any, *boleh: str) -> dict[str, Any]:
    if not isinstance(nilai, dict):
        raise _SalahError(f"harus tabel, bukan {nilai!r}")
    asing = [k for k in nilai if boleh and k not in boleh]
    if asing:
        raise _SalahError(f"kunci tidak dikenal: {', '.join(asing)}; yang ada: {', '.join(boleh)}")
    return nilai


def _ambang(nilai: Any) -> dict[str, Any]:
    if nilai not in KEPARAHAN:
        raise _SalahError(f"harus salah satu dari {', '.join(KEPARAHAN)}, bukan {nilai!r}")
    return {"ambang": nilai}


def _metode(nilai: Any) -> dict[str, Any]:
    isi = _peta(nilai, "skala", "rumus", "batas")
    hasil: dict[str, Any] = {}
    if "skala" in isi:
        s = isi["skala"]
        hasil["skala"] = ambil_skala(s) and s if isinstance(s, str) else _skala(s)
    if "rumus" in isi:
        hasil["rumus"] = {k: _nama_rumus(v) for k, v in _peta(isi["rumus"], "positif", "negatif", "stabil").items()}
    if "batas" in isi:
        hasil["batas"] = ambil_batas(_teks(isi["batas"])).nama
    return hasil


def _nama_rumus(nilai: Any) -> str:
    baku = ambil_rumus(_teks(nilai))
    if baku.jenis != "capaian":
        raise _SalahError(f"{nilai!r} bukan rumus capaian")
    return baku.nama


def _skala(nilai: Any) -> Skala:
    if not isinstance(nilai, list) or not nilai:
        raise _SalahError("skala harus nama atau daftar kelas {label, bawah, atas}")
    kelas = []
    for k in nilai:
        isi = _peta(k, "label", "bawah", "atas", "bawah_termasuk", "atas_termasuk")
        if "label" not in isi:
            raise _SalahError("kelas skala tanpa label")
        angka: dict[str, Any] = {n: _pecahan(isi[n]) for n in ("bawah", "atas") if n in isi}
        kelas.append(Kelas(**(isi | angka)))
    return Skala("skala sendiri", tuple(kelas))


def _pecahan(nilai: Any) -> Fraction:
    if isinstance(nilai, bool) or not isinstance(nilai, (int, str)):
        raise _SalahError(f'{nilai!r}: tulis bilangan bulat, atau teks seperti "90.5"; pecahan biner tidak tepat')
    if isinstance(nilai, str) and not _BILANGAN.fullmatch(nilai):
        raise _SalahError(f'{nilai[:40]!r} bukan bilangan; yang dikenal: "90", "90.5", "1/3"')
    return Fraction(nilai)


def _materialitas(nilai: Any) -> dict[str, Any]:
    isi = _peta(nilai, "rupiah", "alasan")
    if "rupiah" not in isi or not str(isi.get("alasan", "")).strip():
        raise _SalahError("perlu 'rupiah' dan 'alasan'; materialitas tanpa alasan tidak diterima")
    return {"materialitas": Materialitas(_pecahan(isi["rupiah"]), _teks(isi["alasan"]))}


def _knot_terbesar(nilai: Any) -> dict[str, Any]:
    if isinstance(nilai, bool) or not isinstance(nilai, int) or nilai < 0:
        raise _SalahError(f"{nilai!r}: tulis bilangan bulat, 0 atau lebih")
    return {"knot_terbesar": nilai}


def _alias(nilai: Any) -> dict[str, Any]:
    return {"alias": {k: _daftar_teks(v) for k, v in _peta(nilai).items()}}


def _relasi(nilai: Any) -> dict[str, Any]:
    if not isinstance(nilai, list):
        raise _SalahError("tulis sebagai [[relasi]]")
    aturan = tuple(_aturan_sendiri(r) for r in nilai)
    kode = [a.kode for a in aturan]
    if len(set(kode)) != len(kode):
        raise _SalahError(f"kode berulang: {', '.join(sorted({k for k in kode if kode.count(k) > 1}))}")
    return {"aturan": aturan}


def _aturan_sendiri(nilai: Any) -> Aturan:
    """A relation of the user's own: a result, and one of `jumlah`, `rasio` or `pembilang` with `penyebut`."""
    isi = _peta(
        nilai, "kode", "judul", "hasil", "jumlah", "rasio", "kali", "pembilang", "penyebut", "keparahan", "dasar"
    )
    for wajib in ("kode", "hasil"):
        if wajib not in isi:
            raise _SalahError(f"relasi tanpa '{wajib}'")
    kode, hasil = _teks(isi["kode"]), _nama_peran(isi["hasil"])
    rumus = _rumus(isi)
    keparahan = isi.get("keparahan", "kesalahan")
    if keparahan not in KEPARAHAN:
        raise _SalahError(f"{kode}: keparahan harus salah satu dari {', '.join(KEPARAHAN)}")
    judul = isi.get("judul", f"{hasil} mengikuti rumus sendiri")
    relasi = RelasiPeran("hasil", hasil, (("sendiri", rumus),), "judul")
    return Aturan(
        kode=kode,
        judul=judul,
        title=isi.get("judul", f"{hasil} follows a formula of one's own"),
        memeriksa=judul,
        checks=judul,
        penting="Ditentukan dalam konfigurasi.",
        matters="Set in the configuration.",
        kalimat={"sendiri": ("rumus sendiri", "own formula")},
        keparahan=keparahan,
        dasar=_daftar_teks(isi.get("dasar", [])),
        jalankan=partial(relasi.relasi, kode=kode),
    )


def _nama_peran(nilai: Any) -> str:
    nama = _teks(nilai)
    if nama not in PERAN or PERAN[nama].jenis is None:
        angka = ", ".join(p for p in PERAN if PERAN[p].jenis is not None)
        raise _SalahError(f"peran angka tidak dikenal: {nama!r}; yang ada: {angka}")
    return nama


def _rumus(isi: Mapping[str, Any]) -> Rumus:
    kali = _pecahan(isi["kali"]) if "kali" in isi else None
    if "jumlah" in isi:
        suku = [(-1 if p.startswith("-") else 1, _nama_peran(p.removeprefix("-"))) for p in _daftar_teks(isi["jumlah"])]
        return Rumus(tuple(Suku(t * (kali or Fraction(1)), (p,)) for t, p in suku))
    if "rasio" in isi:
        dua = _daftar_teks(isi["rasio"])
        if len(dua) != 2:
            raise _SalahError("'rasio' perlu dua peran: pembilang dan penyebut")
        atas = Suku(Fraction(100) if kali is None else kali, (_nama_peran(dua[0]),))
        return Rumus((atas,), (Suku(Fraction(1), (_nama_peran(dua[1]),)),))
    if "pembilang" not in isi:
        raise _SalahError("relasi perlu 'jumlah', 'rasio', atau 'pembilang'")
    return Rumus(_daftar_suku(isi["pembilang"]), _daftar_suku(isi.get("penyebut", [])))


def _daftar_suku(nilai: Any) -> tuple[Suku, ...]:
    if not isinstance(nilai, list):
        raise _SalahError("suku ditulis sebagai daftar {koef, dari}")
    hasil = []
    for s in nilai:
        isi = _peta(s, "koef", "dari")
        dari = tuple(_nama_peran(p) for p in _daftar_teks(isi.get("dari", [])))
        if len(set(dari)) != len(dari):
            raise _SalahError("sebuah suku tidak boleh memuat peran yang sama dua kali")
        hasil.append(Suku(_pecahan(isi.get("koef", 1)), dari))
    return tuple(hasil)


_KUNCI: dict[str, Callable[[Any], dict[str, Any]]] = {
    "pilih": lambda n: {"pilih": _daftar_teks(n)},
    "abaikan": lambda n: {"abaikan": _daftar_teks(n)},
    "ambang": _ambang,
    "metode": _metode,
    "alias": _alias,
    "materialitas": _materialitas,
    "knot_terbesar": _knot_terbesar,
    "relasi": _relasi,
}
