"""How each class of the model stands in the YAML files: roles of the figures, words allowed, places.

This is the wire format as data; `docs/format.md` describes the same for people.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from sakip.konversi.konversi import Bentuk, CaraBaca, daftar, kelas, konverter
from sakip.konversi.nilai import BentukError, baca_asal, pilihan, tahun, teks_isi
from sakip.konversi.yaml_ketat import Daftar, Peta
from sakip.model.indikator import Indikator, Komponen, SukuKomponen
from sakip.model.laporan import (
    JENIS_BAGIAN,
    Bagian,
    Catatan,
    Efisiensi,
    LangkahEfisiensi,
    Metode,
    Organisasi,
    Renstra,
    Tanggal,
)
from sakip.model.narasi import Hitungan, Klaim, PeringkatKlaim, Rujukan
from sakip.model.peran import PERAN, PeranError, baca_kolom
from sakip.model.perjanjian import BarisAnggaran, BarisKinerja, Diampu, PerjanjianKinerja, RincianKinerja
from sakip.pembaca.folder.csv_ketat import Kepala
from sakip.pembaca.folder.metode import BENTUK_METODE, POLARITAS, nama_rumus
from sakip.teks.jarak import maksud

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["BENTUK", "IsiLaporan"]

JENIS_INDIKATOR = ("tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan")
RUMUS_KLAIM = ("jumlah", "selisih", "persen", "rerata", "sama", "kategori", "tanpa")
APA = (
    "program",
    "kegiatan",
    "sub_kegiatan",
    "indikator",
    "sasaran",
    "tujuan",
    "baris",
    "butir",
    "tahun_renstra",
)
IKATAN = ("fakta", "hitung", "rumus", "arah", "peringkat", "tahun_laporan", "periode_renstra")
"""What a claim can be tied to."""

_RUPIAH = re.compile(r"\bRp", re.IGNORECASE)
_DUA = {"persen": 2, "selisih": 2}
"""References a formula needs, where one is not enough."""


@attrs.frozen(slots=True, kw_only=True)
class IsiLaporan:
    """What `laporan.yaml` holds."""

    instansi: str
    tahun: int
    judul: str = ""
    tanggal: tuple[Tanggal, ...] = ()
    bagian: tuple[Bagian, ...] = ()
    renstra: Renstra | None = None
    metode: Metode = attrs.field(factory=Metode)
    organisasi: tuple[Organisasi, ...] = ()
    indikator: tuple[Indikator, ...] = ()
    tabel: tuple[Kepala, ...] = ()
    komponen: tuple[Komponen, ...] = ()
    efisiensi: Efisiensi | None = None
    catatan: tuple[Catatan, ...] = ()


# -- words and names ---------------------------------------------------------------


def _kolom(nilai: Any, _: Any = None) -> str:
    """A role, perhaps with label and period, as in the header of a table."""
    hasil = teks_isi(nilai, str)
    try:
        baca_kolom(hasil)
    except PeranError as e:
        raise BentukError(f"{e}{maksud(hasil.partition('@')[0].partition(':')[0], PERAN)}") from None
    return hasil


def _peran(nilai: Any, tipe: Any) -> str:
    if isinstance(nilai, str) and "@" in nilai:
        raise BentukError("tahunnya ditulis dengan kunci periode")
    return _kolom(nilai, tipe)


def _satu_atau_daftar(nilai: Any, tipe: Any) -> tuple[str, ...]:
    return (_kolom(nilai),) if isinstance(nilai, str) else daftar(_kolom)(nilai, tipe)


def _periksa_induk(isi: Peta) -> list[BentukError]:
    """An agency without a name is what a reader may find in a document, and then says so; a person names it."""
    instansi = isi.get("instansi")
    kosong = isinstance(instansi, str) and not instansi.strip() and "catatan" not in isi
    return [BentukError("tidak boleh kosong", "instansi", instansi)] if kosong else []


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
        return [BentukError("kunci wajib tidak ada", "dari")]
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
    hasil = [BentukError("kunci wajib tidak ada", k) for k in boleh if k not in r and k != "periode"]
    asing = [k for k in r if k not in boleh and k in _KUNCI_RUJUKAN]
    return hasil + [BentukError(f"tidak dipakai bersama '{macam[0]}'", k, k) for k in asing]


def _periksa_hitungan(h: Peta) -> list[BentukError]:
    perlu = {"baris": "tabel", "butir": "butir"}.get(str(h.get("apa")))
    return [BentukError("kunci wajib tidak ada", perlu)] if perlu is not None and perlu not in h else []


def _sebutan_klaim(klaim: Peta) -> str:
    return f"Narasi {klaim.get('bagian', '')}".rstrip()


def _sebutan_pk(pk: Peta) -> str:
    depan = "Formulir IKU" if pk.get("jenis") == "iku" else f"PK eselon {pk.get('eselon', '')}"
    return f"{depan} {pk.get('jabatan', '')}"


@cache
def _hook_suku(bagian: str) -> Callable[[Any, Any], Any]:
    bentuk = Bentuk(sel={"nilai": (bagian, bagian)}, asal_sel=True)
    return daftar(kelas(konverter(), SukuKomponen, bentuk))


def _suku(bagian: str) -> Callable[[Any, Any], Any]:
    """A hook for the terms of a printed formula: figures of the role `bagian`."""
    return lambda nilai, tipe: _hook_suku(bagian)(nilai, tipe)


BENTUK: dict[type, Bentuk] = {
    IsiLaporan: Bentuk(hook={"tahun": tahun}, periksa=_periksa_induk),
    Catatan: Bentuk(hook={"pesan": teks_isi}),
    Tanggal: Bentuk(sel={"nilai": (lambda _: KATA, "tanggal")}, asal_sel=True, tabel=lambda _: "Tanggal"),
    Bagian: Bentuk(
        hook={"jenis": pilihan(*JENIS_BAGIAN)}, tabel=lambda b: JENIS_BAGIAN.get(str(b.get("jenis")), "Bagian")
    ),
    Renstra: Bentuk(hook={"awal": tahun, "akhir": tahun}),
    Metode: BENTUK_METODE,
    Organisasi: Bentuk(hook={"jabatan": teks_isi, "atasan": teks_isi}, tabel=lambda _: "Organisasi"),
    Indikator: Bentuk(
        hook={
            "kunci": teks_isi,
            "nama": teks_isi,
            "jenis": pilihan(*JENIS_INDIKATOR),
            "polaritas": pilihan(*POLARITAS),
            "dasar_polaritas": pilihan("tersurat", "angka", "kata"),
            "polaritas_kata": pilihan(*POLARITAS),
            "rumus": nama_rumus,
            "asal": lambda t, _: baca_asal(t.asal),
        },
        tabel=lambda _: "Indikator",
    ),
    Kepala: Bentuk(hook={"berkas": teks_isi, "asal": lambda nilai, _: baca_asal(nilai)}),
    Komponen: Bentuk(
        sel={"hasil": ("realisasi", "hasil")},
        hook={"pembilang": _suku("pembilang"), "penyebut": _suku("penyebut"), "periode": tahun},
        tabel=lambda k: f"Perhitungan {k.get('indikator', '')}".rstrip(),
    ),
    Efisiensi: Bentuk(
        sel={"pembilang": ("selisih_efisiensi", "pembilang"), "penyebut": ("pagu_capaian", "penyebut")},
        daftar_sel={"hasil": "efisiensi", "nilai": "nilai_efisiensi", "kategori": "kategori"},
        tabel=lambda _: "Perhitungan efisiensi",
    ),
    LangkahEfisiensi: Bentuk(
        sel={"tertulis": ("persen", "langkah")},
        hook={"arti": pilihan("e_per_20", "e_per_20_kali_50")},
        asal_sel=True,
    ),
    PerjanjianKinerja: Bentuk(
        sel={"jumlah": ("pagu", "jumlah")},
        hook={
            "eselon": pilihan("II", "III", "IV"),
            "jenis": pilihan("murni", "perubahan", "iku"),
            "tahun": tahun,
        },
        asal_menurun=False,
        tabel=_sebutan_pk,
        kolom_asal={
            "asal_jabatan_formulir": "jabatan_formulir",
            "asal_atasan": "atasan",
            "asal_supervisi": "pihak_supervisi",
        },
    ),
    BarisKinerja: Bentuk(sel={"target": ("target", "target")}),
    RincianKinerja: Bentuk(sel={"target": ("target", "target")}, asal_sel=True),
    BarisAnggaran: Bentuk(sel={"anggaran": ("pagu", "anggaran"), "total": ("pagu", "total")}),
    Diampu: Bentuk(sel={"nilai": ("pagu", "diampu")}, asal_sel=True),
    Klaim: Bentuk(
        sel={"tertulis": (_cara_klaim, "tertulis")},
        hook={
            "rumus": pilihan(*RUMUS_KLAIM),
            "arah": pilihan("naik", "turun", "tetap"),
            "terhadap": pilihan("jumlah"),
        },
        asal_sel=True,
        tabel=_sebutan_klaim,
        periksa=_periksa_klaim,
    ),
    Rujukan: Bentuk(hook={"peran": _peran, "periode": tahun, "kolom": _satu_atau_daftar}, periksa=_periksa_rujukan),
    Hitungan: Bentuk(
        hook={
            "apa": pilihan(*APA),
            "jenis": pilihan(*JENIS_INDIKATOR),
            "capai": pilihan("melampaui", "mencapai", "tidak_mencapai"),
            "nilai": _kolom,
            "terhadap": _kolom,
        },
        periksa=_periksa_hitungan,
    ),
    PeringkatKlaim: Bentuk(hook={"kolom": _kolom}),
}
"""Every class of the YAML files. A class that is missing here stands in the file as in the model."""
