"""Agreement forms in the register: which budget line, which share, whose indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.fakta.register import ANGGARAN, BarisFormulir, Butir, Formulir, Kunci, Letak
from sakip.model.kode import TINGKAT, tingkat_kode
from sakip.model.peran import PERAN
from sakip.teks.istilah import istilah
from sakip.teks.jarak import terdekat
from sakip.teks.kalimat import kalimat
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from sakip.fakta.register import Register
    from sakip.model.perjanjian import BarisAnggaran, BarisKinerja, PerjanjianKinerja
    from sakip.model.sel import Sel
    from sakip.teks.kalimat import Isi

__all__ = ["kedalaman", "nama_menurut_tingkat", "susun_formulir"]

TINGKAT_ESELON = {"II": 0, "III": 0, "IV": 1}
"""The level of the first numbers of a form: programs in eselon II and III, kegiatan in eselon IV."""

MIRIP_CUKUP = 0.6
MIRIP_SEINDUK = 0.45
"""How alike a line's name and a budget line's name must be; less among the few lines of one parent."""


def kedalaman(no: str) -> int:
    """The depth of a printed number: 1 for `2.`, 2 for `2.1`; 0 when there is none."""
    bagian = [b for b in no.strip().rstrip(".").split(".") if b]
    return len(bagian)


def nama_menurut_tingkat(reg: Register) -> dict[str, list[tuple[str, str]]]:
    """The budget lines of each level that the tables print: code and name, without the word for the level."""
    hasil: dict[str, list[tuple[str, str]]] = {t: [] for t in TINGKAT}
    for kode, daftar in reg.nama_kode.items():
        tingkat = tingkat_kode(kode)
        awal = tingkat.replace("_", " ")
        hasil[tingkat] += [(kode, n.casefold().removeprefix(awal).strip()) for n in daftar]
    return hasil


def susun_formulir(reg: Register, pk: PerjanjianKinerja, nama: dict[str, list[tuple[str, str]]]) -> Formulir:
    """Enter a form's lines, each matched to its indicator or to its budget code by `nama_menurut_tingkat`."""
    periode = pk.tahun
    anggaran: list[BarisFormulir] = []
    induk: list[str | None] = [None, None, None, None]
    for urut, b in enumerate(pk.anggaran):
        tingkat, dalam = _tingkat(pk, b)
        i = TINGKAT.index(tingkat)
        kode = b.kode or _cocokkan(nama[tingkat], b.uraian, induk[i - 1] if i else None, punya_induk=i > 0)
        induk[i] = kode
        induk[i + 1 :] = [None] * (len(induk) - i - 1)
        anggaran.append(_catat_anggaran(reg, pk, b, urut, tingkat, dalam, kode, periode))
    berbagi = {b.no.rstrip(".") for b in pk.anggaran if b.diampu and b.no}
    kinerja = [_catat_kinerja(reg, pk, k, urut, berbagi) for urut, k in enumerate(pk.kinerja)]
    jumlah = None
    if pk.jumlah is not None:
        pagu = _pagu(reg, pk)
        kunci = Kunci(ANGGARAN if pk.eselon == "II" else f"pk:{baku(pk.jabatan)}", pagu, periode)
        jumlah = _catat(reg, pk, pk.jumlah, pagu, "JUMLAH", kunci, len(pk.anggaran))
    return Formulir(pk, tuple(anggaran), tuple(kinerja), jumlah)


def _pagu(reg: Register, pk: PerjanjianKinerja) -> str:
    """The role of a form's money: an original agreement holds the original budget, where there are two."""
    return "pagu_murni" if pk.jenis == "murni" and _direvisi(reg, "pagu_murni") else "pagu"


def _direvisi(reg: Register, peran: str) -> bool:
    """Whether the report has revised agreements, or a column for what held before the revision."""
    dua = any(k.peran.nama == peran for t in reg.laporan.tabel for k in t.kolom)
    return dua or any(lain.jenis == "perubahan" for lain in reg.laporan.perjanjian)


def _tingkat(pk: PerjanjianKinerja, b: BarisAnggaran) -> tuple[str, int]:
    dalam = kedalaman(b.no) or 1
    nama = baku(b.uraian)
    for awal in istilah("tingkat_belanja"):
        if nama.startswith(awal):
            return awal.replace(" ", "_"), dalam
    return TINGKAT[min(TINGKAT_ESELON.get(pk.eselon, 0) + dalam - 1, 2)], dalam


def _cocokkan(semua: list[tuple[str, str]], nama: str, induk: str | None, *, punya_induk: bool) -> str | None:
    polos = baku(nama)
    for awal in istilah("tingkat_belanja"):
        polos = polos.removeprefix(awal).strip()
    calon = semua if induk is None else [c for c in semua if c[0].startswith(f"{induk}.")]
    ambang = MIRIP_SEINDUK if punya_induk and induk is not None else MIRIP_CUKUP
    return terdekat(polos, calon, ambang)


def _catat(
    reg: Register,
    pk: PerjanjianKinerja,
    sel: Sel,
    peran: str,
    sebut: Isi,
    kunci: Kunci | None,
    urut: int,
    kolom: str = "anggaran",
) -> Butir:
    subjek, fakta, periode = kunci or (None, "", None)
    letak = Letak(
        PERAN[peran],
        di=pk.tempat,
        wadah=baku(pk.sebutan),
        fakta=fakta,
        periode=periode,
        susunan=f"{pk.sebutan}|{kolom}",
        media="pk",
    )
    return reg.masukkan(sel, letak, sebut, subjek, urut)


def _catat_anggaran(
    reg: Register,
    pk: PerjanjianKinerja,
    b: BarisAnggaran,
    urut: int,
    tingkat: str,
    dalam: int,
    kode: str | None,
    periode: int,
) -> BarisFormulir:
    sebut = f"{b.no} {b.uraian}".strip()
    berbagi = bool(b.diampu) or b.total is not None
    unit = baku(pk.unit)
    pagu = _pagu(reg, pk)
    angka = total = None
    if b.anggaran is not None:
        if berbagi:
            kunci = Kunci(f"{kode}|{unit}", "bagian", periode) if kode else None
        else:
            kunci = Kunci(kode, pagu, periode) if kode and _penuh(pk, tingkat) else None
        angka = _catat(reg, pk, b.anggaran, "bagian" if berbagi else pagu, sebut, kunci, urut)
    if b.total is not None:
        kunci = Kunci(kode, pagu, periode) if kode else None
        total = _catat(reg, pk, b.total, pagu, kalimat("nama.total", baris=sebut), kunci, urut, "total")
    diampu = tuple(
        _catat(
            reg,
            pk,
            d.nilai,
            "bagian",
            kalimat("nama.diampu", baris=sebut, unit=d.unit),
            Kunci(f"{kode}|{baku(d.unit)}", "bagian", periode) if kode else None,
            urut,
            "diampu",
        )
        for d in b.diampu
    )
    return BarisFormulir(b, tingkat, dalam, kode, angka, total, diampu)


def _penuh(pk: PerjanjianKinerja, tingkat: str) -> bool:
    """Whether a line's money is the whole budget of its code, not a part without being called one.

    A kegiatan that an eselon IV officer heads may be split among several officers; its money is the
    sum of the officer's own sub kegiatan, which the cascade rules relate to the whole.
    """
    return not (pk.eselon == "IV" and tingkat != "sub_kegiatan")


def _di_bawah(no: str, nomor: set[str]) -> bool:
    """Whether a line is, or lies under, one of the lines with these numbers."""
    bagian = no.rstrip(".").split(".")
    return any(".".join(bagian[:i]) in nomor for i in range(1, len(bagian) + 1))


def _catat_kinerja(
    reg: Register, pk: PerjanjianKinerja, k: BarisKinerja, urut: int, berbagi: set[str]
) -> BarisFormulir:
    """Enter a line's target. Under a budget line that other units share (`berbagi`) a counted target may be too."""
    dalam = kedalaman(k.no)
    tingkat = TINGKAT[min(TINGKAT_ESELON.get(pk.eselon, 0) + max(dalam, 1) - 1, 2)]
    ind = reg.jenis_indikator.get(baku(k.indikator))
    sebut = f"{k.no} {k.indikator or k.sasaran}".strip()
    angka = None
    if k.target is not None:
        subjek = ind.kunci if ind else f"indikator:{baku(k.sasaran)}|{baku(k.indikator)}"
        if ind is None and k.target.angka is not None and "%" not in k.target.teks and _di_bawah(k.no, berbagi):
            subjek += f"|{baku(pk.unit)}"
        elif ind is None and not k.sasaran:
            subjek += f"|{baku(pk.sebutan)}"  # `Jumlah Dokumen` alone is another thing in each form
        # An agreement that was never revised is the one that is measured.
        peran = "target_murni" if pk.jenis == "murni" and _direvisi(reg, "target_murni") else "target"
        angka = _catat(reg, pk, k.target, peran, sebut, Kunci(subjek, peran, pk.tahun), urut, "target")
    rincian = tuple(_catat(reg, pk, r.target, "jumlah", f"{sebut}, {r.nama}", None, urut, "rincian") for r in k.rincian)
    return BarisFormulir(k, tingkat, dalam, None, angka, indikator=ind, rincian=rincian)
