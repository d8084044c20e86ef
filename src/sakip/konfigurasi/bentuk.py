"""How a configuration stands in TOML."""

from __future__ import annotations

from fractions import Fraction
from functools import cache, partial
from typing import Any

import attrs

from sakip.aturan.bahan.peran_relasi import RelasiPeran
from sakip.aturan.definisi import KEPARAHAN, Aturan
from sakip.dugaan.tuning import LARGE_KNOT
from sakip.hukum.rumus import Rumus, Suku
from sakip.hukum.skala import Kelas, Skala
from sakip.konfigurasi.konfigurasi import Konfigurasi, Materialitas
from sakip.konfigurasi.kosakata import kosakata
from sakip.konversi.konverter import Bentuk, Konverter, daftar, peta
from sakip.konversi.nilai import BentukError, Hook, Pilihan, pecahan, pilihan, teks, teks_isi
from sakip.model.laporan import TARGET_TAK_POSITIF
from sakip.model.peran import PERAN
from sakip.pembaca.folder.metode import KelasBatas, nama_batas, rumus_metode, skala, urutan_predikat

__all__ = ["IsiKonfigurasi", "konverter"]

RUMUS = ("jumlah", "rasio", "pembilang")
"""What a relation of one's own may say its result is."""


@attrs.frozen(slots=True, kw_only=True)
class IsiMetode:
    """The table `metode`."""

    skala: str | Skala | None = None
    rumus: dict[str, str] = attrs.field(factory=dict)
    batas: str = ""
    ordinal: dict[str, tuple[str, ...]] = attrs.field(factory=dict)
    target_tak_positif: str = attrs.field(default="", validator=Pilihan(*TARGET_TAK_POSITIF))


@attrs.frozen(slots=True, kw_only=True)
class IsiSuku:
    """A term of a formula: the product of figures with distinct roles, times `koef`."""

    koef: Fraction = Fraction(1)
    dari: tuple[str, ...] = ()


@attrs.frozen(slots=True, kw_only=True)
class IsiRelasi:
    """A relation of the user's own: a result, and one of `jumlah`, `rasio` or `pembilang` with `penyebut`."""

    kode: str
    hasil: str
    judul: str = ""
    jumlah: tuple[str, ...] = ()
    rasio: tuple[str, ...] = ()
    kali: Fraction | None = None
    pembilang: tuple[Suku, ...] = ()
    penyebut: tuple[Suku, ...] = ()
    keparahan: str = attrs.field(default="kesalahan", validator=Pilihan(*KEPARAHAN))
    dasar: tuple[str, ...] = ()

    def rumus(self) -> Rumus:
        """What the result is to be."""
        if self.jumlah:
            kali = self.kali or Fraction(1)
            return Rumus(tuple(Suku(-kali if p[0] == "-" else kali, (p.removeprefix("-"),)) for p in self.jumlah))
        if self.rasio:
            atas, bawah = self.rasio
            kali = Fraction(100) if self.kali is None else self.kali
            return Rumus((Suku(kali, (atas,)),), (Suku(Fraction(1), (bawah,)),))
        return Rumus(self.pembilang, self.penyebut)

    def aturan(self) -> Aturan:
        """The rule that the relation is."""
        judul = self.judul or f"{self.hasil} mengikuti rumus sendiri"
        relasi = RelasiPeran("hasil", self.hasil, (("cara", self.rumus()),))
        return Aturan(
            kode=self.kode,
            judul=judul,
            title=judul,
            memeriksa=judul,
            checks=judul,
            penting="Ditentukan dalam konfigurasi.",
            matters="Set in the configuration.",
            keparahan=self.keparahan,
            dasar=self.dasar,
            praktik=not self.dasar,
            kalimat={"uraian": (judul, judul), "cara": ("rumus sendiri", "formula of one's own")},
            jalankan=partial(relasi.relasi, kode=self.kode),
        )


@attrs.frozen(slots=True, kw_only=True)
class IsiKonfigurasi:
    """The whole file; what a key means stands with `Konfigurasi`."""

    pilih: tuple[str, ...] = ()
    abaikan: tuple[str, ...] = ()
    ambang: str = attrs.field(default="", validator=Pilihan(*KEPARAHAN))
    metode: IsiMetode = IsiMetode()
    alias: dict[str, tuple[str, ...]] = attrs.field(factory=dict)
    materialitas: Materialitas | None = None
    knot_terbesar: int = LARGE_KNOT
    relasi: tuple[Aturan, ...] = ()
    kosakata: dict[str, Any] = attrs.field(factory=dict)

    def konfigurasi(self) -> Konfigurasi:
        """The same as the rest of the package takes it."""
        m = self.metode
        sama = {n: getattr(self, n) for n in ("pilih", "abaikan", "ambang", "alias", "materialitas", "kosakata")}
        return Konfigurasi(
            **sama,
            skala=m.skala,
            rumus=m.rumus,
            batas=m.batas,
            ordinal=m.ordinal,
            target_tak_positif=m.target_tak_positif,
            knot_terbesar=self.knot_terbesar,
            aturan=self.relasi,
        )


ANGKA = pilihan(*(n for n, p in PERAN.items() if p.jenis is not None))
"""The name of a role that holds figures."""


def _bertanda(nilai: Any) -> str:
    """A role, with a minus before it where it is taken away."""
    tertulis: str = teks(nilai)
    return f"{'-' * tertulis.startswith('-')}{ANGKA(tertulis.removeprefix('-'))}"


def _periksa_suku(s: Any) -> list[BentukError]:
    dari = s.get("dari")
    ganda = isinstance(dari, list) and len({str(p) for p in dari}) != len(dari)
    return [BentukError("sebuah suku tidak boleh memuat peran yang sama dua kali", "dari", dari)] if ganda else []


def _periksa_relasi(r: Any) -> list[BentukError]:
    macam = [k for k in RUMUS if k in r]
    if len(macam) != 1:
        return [BentukError(f"relasi harus menyebut salah satu dari {', '.join(RUMUS)}")]
    pakai, dua = {"jumlah": "kali", "rasio": "kali", "pembilang": "penyebut"}[macam[0]], r.get("rasio")
    hasil = [
        BentukError(f"tidak dipakai bersama '{macam[0]}'", k, r[k])
        for k in ("kali", "penyebut")
        if k in r and k != pakai
    ]
    if isinstance(r[macam[0]], list) and not r[macam[0]]:
        hasil.append(BentukError("tidak boleh kosong", macam[0], r[macam[0]]))
    elif isinstance(dua, list) and len(dua) != 2:
        hasil.append(BentukError("perlu dua peran: pembilang dan penyebut", "rasio", dua))
    return hasil


@cache
def konverter() -> Konverter:
    """A converter that knows how every class of a configuration stands in the file."""
    conv = Konverter()
    conv.bentuk |= {
        KelasBatas: Bentuk(),
        Kelas: Bentuk(hook={"label": teks_isi, "bawah": pecahan, "atas": pecahan}),
        Materialitas: Bentuk(hook={"rupiah": pecahan, "alasan": teks_isi}),
        IsiMetode: Bentuk(
            hook={
                "skala": skala(conv, "skala sendiri"),
                "rumus": rumus_metode(),
                "batas": nama_batas(),
                "ordinal": urutan_predikat(),
            }
        ),
        IsiSuku: Bentuk(
            hook={"koef": pecahan, "dari": daftar(ANGKA)},
            periksa=_periksa_suku,
            akhir=lambda s, _: Suku(s.koef, s.dari),
        ),
        IsiRelasi: Bentuk(
            hook={
                "kode": teks_isi,
                "hasil": ANGKA,
                "jumlah": daftar(Hook(_bertanda, teks.skema)),
                "rasio": daftar(ANGKA),
                "kali": pecahan,
                "pembilang": daftar(conv.hook(IsiSuku)),
                "penyebut": daftar(conv.hook(IsiSuku)),
            },
            periksa=_periksa_relasi,
            akhir=lambda r, _: r.aturan(),
        ),
        IsiKonfigurasi: Bentuk(
            hook={
                "alias": peta(daftar(teks)),
                "relasi": daftar(conv.hook(IsiRelasi), unik="kode", sebutan="daftar, ditulis sebagai [[relasi]]"),
                "kosakata": kosakata(conv),
            },
        ),
    }
    return conv
