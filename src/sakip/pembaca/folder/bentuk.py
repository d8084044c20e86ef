"""How each class of the model stands in the YAML files: roles of the figures, names, places.

This is the wire format as data; `docs/format.md` describes the same for people. Which words there are for a kind
stands with the class (`Pilihan`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import attrs

from sakip.konversi.konverter import Bentuk, Konverter, daftar
from sakip.konversi.nilai import KURANG, BentukError, Hook, asal, baca_asal, tahun, tak_dikenal, teks, teks_isi
from sakip.konversi.pohon import Daftar, Peta
from sakip.model.indikator import Indikator, Komponen, SukuKomponen
from sakip.model.laporan import (
    JENIS_BAGIAN,
    Bagian,
    Catatan,
    Efisiensi,
    LangkahEfisiensi,
    Laporan,
    Organisasi,
    Renstra,
    Tanggal,
)
from sakip.model.narasi import Hitungan, Klaim, PeringkatKlaim, Rujukan
from sakip.model.peran import PERAN, PeranError, baca_kolom
from sakip.model.perjanjian import BarisAnggaran, BarisKinerja, Diampu, PerjanjianKinerja, RincianKinerja
from sakip.model.ucapan import UCAPAN, kata_bebas
from sakip.pembaca.folder.cetakan import CaraBaca, bercetak
from sakip.pembaca.folder.cetakan import daftarkan as daftarkan_cetakan
from sakip.pembaca.folder.csv_ketat import Kepala
from sakip.pembaca.folder.metode import bentuk_metode, nama_rumus
from sakip.teks.jarak import maksud
from sakip.teks.kalimat import Kalimat

__all__ = ["konverter"]

DI_BERKAS_LAIN = frozenset({"perjanjian", "narasi", "kutipan", "sumber", "sha256"})
"""What of a report does not stand in `laporan.yaml`; of its tables only the heads do."""

IKATAN = ("fakta", "hitung", "rumus", "arah", "peringkat", "tahun_laporan", "periode_renstra")
"""What a claim can be tied to."""

_RUPIAH = re.compile(r"\bRp", re.IGNORECASE)
_DUA = {"persen": 2, "selisih": 2}
"""References a formula needs, where one is not enough."""


# -- words and names ---------------------------------------------------------------


def _kolom(nilai: Any) -> str:
    """A role, perhaps with label and period, as in the header of a table."""
    hasil: str = teks_isi(nilai)
    try:
        baca_kolom(hasil)
    except PeranError as e:
        raise BentukError(f"{e}{maksud(hasil.partition('@')[0].partition(':')[0], PERAN)}") from None
    return hasil


def _peran(nilai: Any) -> str:
    if isinstance(nilai, str) and "@" in nilai:
        raise BentukError("tahunnya ditulis dengan kunci periode")
    return _kolom(nilai)


KOLOM = Hook(_kolom, teks.skema)
SEMUA_KOLOM = daftar(KOLOM)


def _satu_atau_daftar(nilai: Any) -> tuple[str, ...]:
    hasil: tuple[str, ...] = (_kolom(nilai),) if isinstance(nilai, str) else SEMUA_KOLOM(nilai)
    return hasil


def _periksa_induk(isi: Peta) -> list[BentukError]:
    """An agency without a name is what a reader may find in a document, and then says so; a person names it."""
    instansi = isi.get("instansi")
    kosong = isinstance(instansi, str) and not instansi.strip() and "catatan" not in isi
    return [BentukError("tidak boleh kosong", "instansi", instansi)] if kosong else []


# -- sentences -----------------------------------------------------------------------


KALIMAT = {
    "anyOf": [
        teks_isi.skema,
        {"type": "object", "properties": {"kunci": {"enum": sorted(UCAPAN)}}, "required": ["kunci"]},
    ]
}
"""The JSON Schema of a sentence."""


def _kalimat(conv: Konverter) -> Hook:
    """A hook for a sentence: its key with what fills it, or words of somebody's own."""

    @cache
    def isi(kunci: str) -> Hook:
        # A class of its own, so that what fills a sentence is validated as all else is.
        jenis = {"kunci": str, **{k: tuple[str, ...] if t is tuple else t for k, t in UCAPAN[kunci].items()}}
        cls = attrs.make_class("IsiKalimat", {k: attrs.field(type=t) for k, t in jenis.items()}, frozen=True)
        return conv.hook(cls, Bentuk(hook={k: hook for k, t in jenis.items() if t is Kalimat}))

    def baca(nilai: Any) -> Kalimat:
        if type(nilai) is not Peta:
            return kata_bebas(teks_isi.baca(nilai))
        kunci = nilai.get("kunci")
        if kunci is None:
            raise BentukError(KURANG, "kunci")
        if str(kunci) not in UCAPAN:
            raise BentukError(tak_dikenal(str(kunci), UCAPAN), "kunci", kunci)
        hasil = isi(str(kunci)).baca(nilai)
        return Kalimat(str(kunci), {k: getattr(hasil, k) for k in UCAPAN[str(kunci)]})

    hook = Hook(baca, KALIMAT)
    return hook


# -- claims --------------------------------------------------------------------------


def _tanpa_angka(tertulis: str) -> bool:
    return not any(c.isdigit() for c in tertulis)


def _apa_saja(_: str) -> bool:
    return True


KATA = CaraBaca(None)
_CACAH = CaraBaca(PERAN["cacah"], _tanpa_angka)
_TAHUN = CaraBaca(PERAN["tahun"])
_MASA = CaraBaca(PERAN["tahun"], _apa_saja)


def _cara_klaim(klaim: Peta) -> CaraBaca:
    """How the print of a claim is read: as what it is tied to demands, otherwise as it looks."""
    fakta = klaim.get("fakta")
    if type(fakta) is Peta:
        peran = PERAN.get(str(fakta.get("peran", "")).partition("@")[0].partition(":")[0])
        return KATA if peran is None else CaraBaca(peran)
    rumus = klaim.get("rumus")
    if "arah" in klaim or rumus == "kategori":
        return KATA
    if "hitung" in klaim or "peringkat" in klaim:
        return _CACAH
    if "tahun_laporan" in klaim:
        return _TAHUN
    if "periode_renstra" in klaim:
        return _MASA
    tertulis = str(klaim.get("tertulis", ""))
    nama = "pagu" if _RUPIAH.search(tertulis) else "persen" if "%" in tertulis else "angka"
    return CaraBaca(PERAN[nama], _apa_saja if rumus in {"sama", "tanpa"} else _tanpa_angka)


def _periksa_klaim(klaim: Peta) -> list[BentukError]:
    if not any(k in klaim for k in IKATAN):
        pesan = f"klaim tidak diikat pada apa pun; perlu salah satu dari {', '.join(IKATAN)}"
        return [BentukError(pesan, "tertulis")]
    rumus, dari = klaim.get("rumus"), klaim.get("dari")
    if rumus == "tanpa":
        return [] if dari is None else [BentukError("rumus 'tanpa' tidak memakai dari", "dari", dari)]
    if rumus is None and "arah" not in klaim:
        return [] if dari is None else [BentukError("dari tanpa rumus atau arah", "dari", dari)]
    perlu = 2 if "arah" in klaim else _DUA.get(str(rumus), 1)
    if "terhadap" in klaim:
        perlu = 1
    if dari is None:
        return [BentukError(KURANG, "dari")]
    if isinstance(dari, Daftar) and len(dari) < perlu:
        return [BentukError(f"perlu paling sedikit {perlu} rujukan", "dari", dari)]
    return []


_RUJUKAN = {
    "peran": ("subjek", "periode"),
    "tabel": ("baris", "kolom"),
    "klaim": (),
}
"""What a reference can name, and the keys that go with it."""

_KUNCI_RUJUKAN = frozenset(_RUJUKAN).union(*_RUJUKAN.values())


def _periksa_rujukan(r: Peta) -> list[BentukError]:
    macam = [k for k in _RUJUKAN if k in r]
    if len(macam) != 1:
        return [BentukError("rujukan harus menyebut salah satu dari peran, tabel, klaim")]
    boleh = (macam[0], *_RUJUKAN[macam[0]])
    hasil = [BentukError(KURANG, k) for k in boleh if k not in r and k != "periode"]
    asing = [k for k in r if k not in boleh and k in _KUNCI_RUJUKAN]
    return hasil + [BentukError(f"tidak dipakai bersama '{macam[0]}'", k, k) for k in asing]


def _periksa_hitungan(h: Peta) -> list[BentukError]:
    perlu = {"baris": "tabel", "butir": "butir"}.get(str(h.get("apa")))
    return [BentukError(KURANG, perlu)] if perlu is not None and perlu not in h else []


def _sebutan_klaim(klaim: Peta) -> str:
    return f"Narasi {klaim.get('bagian', '')}".rstrip()


def _sebutan_pk(pk: Peta) -> str:
    depan = "Formulir IKU" if pk.get("jenis") == "iku" else f"PK eselon {pk.get('eselon', '')}"
    return f"{depan} {pk.get('jabatan', '')}"


def _suku(conv: Konverter, bagian: str) -> Hook:
    """A hook for the terms of a printed formula: figures of the role `bagian`."""
    bentuk = bercetak(SukuKomponen, sel={"nilai": (bagian, bagian)}, asal_sel=True)
    return daftar(conv.hook(SukuKomponen, bentuk))


def konverter() -> Konverter:
    """A converter that knows how every class of the YAML files stands there."""
    conv = Konverter()
    daftarkan_cetakan(conv)
    kalimat = _kalimat(conv)
    conv.bentuk |= bentuk_metode(conv)
    conv.bentuk |= {
        Laporan: Bentuk(
            hook={"tahun": tahun, "tabel": daftar(conv.hook(Kepala))}, tanpa=DI_BERKAS_LAIN, periksa=_periksa_induk
        ),
        Catatan: bercetak(Catatan, hook={"pesan": kalimat}),
        Tanggal: bercetak(
            Tanggal, sel={"nilai": (lambda _: KATA, "tanggal")}, asal_sel=True, tabel=lambda _: "Tanggal"
        ),
        Bagian: bercetak(Bagian, tabel=lambda b: JENIS_BAGIAN.get(str(b.get("jenis")), "Bagian")),
        Renstra: Bentuk(hook={"awal": tahun, "akhir": tahun}),
        Organisasi: bercetak(Organisasi, hook={"jabatan": teks_isi, "atasan": teks_isi}, tabel=lambda _: "Organisasi"),
        Indikator: bercetak(
            Indikator,
            hook={
                "kunci": teks_isi,
                "nama": teks_isi,
                "rumus": nama_rumus(),
                "asal": Hook(lambda t: baca_asal(t.asal), asal.skema),
            },
            tabel=lambda _: "Indikator",
        ),
        Kepala: Bentuk(hook={"berkas": teks_isi, "asal": asal}),
        Komponen: bercetak(
            Komponen,
            sel={"hasil": ("realisasi", "hasil")},
            hook={
                "pembilang": _suku(conv, "pembilang"),
                "penyebut": _suku(conv, "penyebut"),
                "periode": tahun,
            },
            tabel=lambda k: f"Perhitungan {k.get('indikator', '')}".rstrip(),
        ),
        Efisiensi: bercetak(
            Efisiensi,
            sel={"pembilang": ("selisih_efisiensi", "pembilang"), "penyebut": ("pagu_capaian", "penyebut")},
            daftar_sel={"hasil": "efisiensi", "nilai": "nilai_efisiensi", "kategori": "kategori"},
            tabel=lambda _: "Perhitungan efisiensi",
        ),
        LangkahEfisiensi: bercetak(LangkahEfisiensi, sel={"tertulis": ("persen", "langkah")}, asal_sel=True),
        PerjanjianKinerja: bercetak(
            PerjanjianKinerja,
            sel={"jumlah": ("pagu", "jumlah")},
            hook={"tahun": tahun},
            asal_menurun=False,
            tabel=_sebutan_pk,
            kolom_asal={
                "asal_jabatan_formulir": "jabatan_formulir",
                "asal_atasan": "atasan",
                "asal_supervisi": "pihak_supervisi",
            },
        ),
        BarisKinerja: bercetak(BarisKinerja, sel={"target": ("target", "target")}),
        RincianKinerja: bercetak(RincianKinerja, sel={"target": ("target", "target")}, asal_sel=True),
        BarisAnggaran: bercetak(BarisAnggaran, sel={"anggaran": ("pagu", "anggaran"), "total": ("pagu", "total")}),
        Diampu: bercetak(Diampu, sel={"nilai": ("pagu", "diampu")}, asal_sel=True),
        Klaim: bercetak(
            Klaim,
            sel={"tertulis": (_cara_klaim, "tertulis")},
            hook={"alasan": Hook(lambda nilai: None if nilai == "" else kalimat.baca(nilai), KALIMAT)},
            asal_sel=True,
            tabel=_sebutan_klaim,
            periksa=_periksa_klaim,
        ),
        Rujukan: Bentuk(
            hook={
                "peran": Hook(_peran, teks.skema),
                "periode": tahun,
                "kolom": Hook(_satu_atau_daftar, {"anyOf": [teks.skema, SEMUA_KOLOM.skema]}),
            },
            periksa=_periksa_rujukan,
        ),
        Hitungan: Bentuk(hook={"nilai": KOLOM, "terhadap": KOLOM}, periksa=_periksa_hitungan),
        PeringkatKlaim: Bentuk(hook={"kolom": KOLOM}),
    }
    return conv
