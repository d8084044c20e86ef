"""A `Laporan` as the parts of a document: cover, method, tables, agreements, calculations, sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from tests.penulis.bagian import HALAMAN, Halaman, Kisi, Teks
from tests.penulis.ejaan import kepala
from tests.penulis.kalimat import kalimat

from sakip.angka.angka import tulis
from sakip.hukum.skala import ambil_skala

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.penulis.bagian import Bagian

    from sakip.model.indikator import Komponen
    from sakip.model.laporan import Efisiensi, Laporan, Metode
    from sakip.model.perjanjian import BarisAnggaran, BarisKinerja, PerjanjianKinerja
    from sakip.model.tabel import Tabel
    from sakip.pengujian.bangun.sumber import Sumber

__all__ = ["Cetakan", "cetak", "cetak_formulir", "cetak_tabel"]

RUMUS = {
    "positif": "Realisasi / Target x 100%",
    "negatif_a": "(Target - (Realisasi - Target)) / Target x 100%",
    "negatif_b": "Target / Realisasi x 100%",
    "negatif_c": "(Target - Realisasi) / Target x 100%",
}
"""The formulas of achievement that reports print; the others have no usual print."""
ESELON = {"II": "ESELON II", "III": "ESELON III", "IV": "ESELON IV"}


@attrs.frozen
class Cetakan:
    """A document, and what of the report stands in it.

    Attributes:
        bagian: its parts in order.
        tabel: the tables that have lines, which are printed.
        urut: for each of them the columns in the order printed.
    """

    bagian: tuple[Bagian, ...]
    tabel: tuple[Tabel, ...]
    urut: tuple[tuple[int, ...], ...]


def cetak(laporan: Laporan, s: Sumber, *, prosa: bool = True) -> Cetakan:
    """The whole of a report; without `prosa` only what stands in tables and forms."""
    bagian: list[Bagian] = [
        Teks("LAPORAN KINERJA INSTANSI PEMERINTAH", tebal=True),
        Teks(laporan.instansi.upper()),
        Teks(f"TAHUN {laporan.tahun}"),
        HALAMAN,
    ]
    if prosa:
        bagian += _pengantar(laporan)
        bagian += _metode(laporan.metode)
    urut: list[tuple[int, ...]] = []
    tabel = [t for t in laporan.tabel if t.baris]
    for t in tabel:
        isi, letak = cetak_tabel(t, s, laporan.tahun)
        bagian += isi
        urut.append(letak)
    if prosa:
        bagian += _perhitungan(laporan)
        bagian += [Teks(k) for k in kalimat(laporan)]
    eselon = ""
    for pk in laporan.perjanjian:
        bagian.append(HALAMAN)
        if pk.eselon != eselon:
            bagian.append(Teks(f"PERJANJIAN KINERJA {ESELON[pk.eselon]}", tebal=True))
            eselon = pk.eselon
        bagian += cetak_formulir(pk, laporan, s)
    return Cetakan(tuple(bagian), tuple(tabel), tuple(urut))


# -- tables ----------------------------------------------------------------------------


def cetak_tabel(t: Tabel, s: Sumber, tahun: int) -> tuple[list[Bagian], tuple[int, ...]]:
    """A table with its title, its columns in any order, broken by pages anywhere, with its heading repeated or not."""
    urut = tuple(_kocok(s, len(t.kolom)))
    atas, gabung = kepala(t, urut, s, tahun)
    nomor = [s.pilih(("{}", "({})")).format(i + 1) for i in range(len(urut))]
    bernomor = len(urut) > 2 and s.benar(3)
    baris = [[b.sel[i].teks for i in urut] for b in t.baris if b.jenis not in {"judul", "nomor"}]
    hasil: list[Bagian] = [*_judul(t, s)]
    depan = [*atas, *([nomor] if bernomor else [])]
    mulai = 0
    for i in range(1, len(baris) + 1):
        if i < len(baris) and not s.benar(12):
            continue
        ulang = not mulai or s.benar()
        kini = [*(depan if ulang else ()), *baris[mulai:i]]
        hasil.append(Kisi(tuple(map(tuple, kini)), tuple(gabung) if ulang else ()))
        if i < len(baris):
            hasil.append(Halaman(s.bulat(1, 99)))
        mulai = i
    hasil.append(Teks(s.pilih(("Demikian data tersebut disajikan.", "Sumber: Dinas Contoh"))))
    return hasil, urut


def _judul(t: Tabel, s: Sumber) -> list[Bagian]:
    if not t.nomor[:1].isdigit():
        return [Teks(t.judul.upper(), tebal=True)]
    depan = s.pilih((f"Tabel {t.nomor}", f"Tabel {t.nomor}.", f"TABEL {t.nomor}"))
    if s.benar():
        return [Teks(depan), Teks(t.judul, sambung=True)]
    return [Teks(f"{depan} {t.judul}")]


def _kocok(s: Sumber, n: int) -> list[int]:
    """The columns in any order; as they are when every choice is the simplest."""
    sisa = list(range(n))
    return [sisa.pop(s.bulat(0, len(sisa) - 1)) for _ in range(n)]


# -- the agreements --------------------------------------------------------------------


def cetak_formulir(pk: PerjanjianKinerja, laporan: Laporan, s: Sumber) -> list[Bagian]:
    """An agreement and its form, as agencies type them."""
    perubahan = " PERUBAHAN" if pk.jenis == "perubahan" else ""
    tanggal = pk.tanggal or f"28 Agustus {pk.tahun}"
    ttd = Kisi((("PIHAK KEDUA", "PIHAK PERTAMA"), (pk.atasan, pk.jabatan)), bergaris=False)
    hasil: list[Bagian] = [
        Teks(f"PERJANJIAN KINERJA{perubahan} TAHUN {pk.tahun}", tebal=True),
        *_isian([("Nama", "[disamarkan]"), ("Jabatan", pk.jabatan)], s),
        Teks("Selanjutnya disebut PIHAK PERTAMA"),
        *_isian([("Nama", "[disamarkan]"), ("Jabatan", pk.atasan)], s),
        Teks("Selaku atasan langsung PIHAK PERTAMA, selanjutnya disebut PIHAK KEDUA"),
        Teks(f"{pk.pihak_supervisi or 'PIHAK KEDUA'} akan melakukan supervisi yang diperlukan."),
        Teks(f"Contoh, {tanggal}"),
        ttd,
        HALAMAN,
        Teks(f"FORMULIR PERJANJIAN KINERJA{perubahan} TAHUN {pk.tahun}", tebal=True),
        *_isian([("Organisasi Perangkat Daerah", laporan.instansi), ("Jabatan", pk.jabatan_formulir)], s),
    ]
    if pk.kinerja:
        kinerja = [("NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"), *map(_baris_kinerja, pk.kinerja)]
        hasil += [Kisi(tuple(kinerja)), Teks("")]
    uang = [("NO", "PROGRAM/KEGIATAN", "ANGGARAN", "KETERANGAN"), *map(_baris_anggaran, pk.anggaran)]
    if pk.jumlah is not None:
        uang.append(("", "JUMLAH", pk.jumlah.teks, ""))
    return [*hasil, Kisi(tuple(uang)), Teks(f"Contoh, {tanggal}"), ttd]


def _isian(isi: Sequence[tuple[str, str]], s: Sumber) -> list[Bagian]:
    """Names with their colons: in lines, or in a table without rules."""
    if s.benar():
        return [Kisi(tuple((nama, ":", nilai) for nama, nilai in isi), bergaris=False)]
    return [Teks(f"{nama} : {nilai}", sambung=n > 0) for n, (nama, nilai) in enumerate(isi)]


def _baris_kinerja(b: BarisKinerja) -> tuple[str, ...]:
    butir = "".join(f" - {r.nama} ({r.target.teks})" for r in b.rincian)
    return b.no, b.sasaran, b.indikator + butir, b.target.teks if b.target else ""


def _baris_anggaran(b: BarisAnggaran) -> tuple[str, ...]:
    lain = ""
    if b.total is not None:
        diampu = "".join(f" {d.nilai.teks} diampu {d.unit}" for d in b.diampu)
        lain = f" (Total Anggaran {b.total.teks}{diampu})"
    return b.no, b.uraian, b.anggaran.teks if b.anggaran else "", b.keterangan + lain


# -- prose -----------------------------------------------------------------------------


def _pengantar(laporan: Laporan) -> list[Bagian]:
    hasil = f"{laporan.judul} {laporan.instansi} Tahun {laporan.tahun} disusun sesuai ketentuan."
    if laporan.renstra is not None:
        hasil += f" Acuannya adalah Renstra {laporan.renstra.awal} - {laporan.renstra.akhir}."
    return [Teks(hasil), *(Teks(f"Contoh, {t.nilai.teks}") for t in laporan.tanggal)]


def _metode(metode: Metode) -> list[Bagian]:
    """The formulas and the scale of ratings."""
    hasil: list[Bagian] = [Teks("Pengukuran capaian kinerja dilakukan dengan rumus sebagai berikut :")]
    hasil += [Teks(f"Capaian kinerja = {RUMUS[r]}") for r in metode.rumus.values() if r in RUMUS]
    if metode.efisiensi:
        hasil.append(Teks("Efisiensi = ((PAK x CK) - RAK) / (PAK x CK) x 100%"))
    hasil.append(Teks("Kategori capaian kinerja adalah sebagai berikut :"))
    skala = ambil_skala(metode.skala)
    return [*hasil, *(Teks(f"{str(k).removeprefix(f'{k.label}: ')} : {k.label}") for k in skala.kelas)]


def _perhitungan(laporan: Laporan) -> list[Bagian]:
    """The printed calculations, each under the name of its indicator."""
    nama = {i.kunci: i.nama for i in laporan.indikator}
    hasil: list[Bagian] = []
    for k in laporan.komponen:
        hasil += [Teks(nama[k.indikator]), Teks(_komponen(k))]
    if laporan.efisiensi is not None:
        hasil += [Teks(t) for t in _efisiensi(laporan.efisiensi)]
    return hasil


def _komponen(k: Komponen) -> str:
    atas, bawah = (_suku([("-" if s.minus else "+", s.nilai.teks) for s in x]) for x in (k.pembilang, k.penyebut))
    return f"= {atas}/{bawah} x {k.kali} %" + (f" = {k.hasil.teks}" if k.hasil else "")


def _suku(isi: Sequence[tuple[str, str]]) -> str:
    teks = " ".join(f"{tanda} {nilai}" for tanda, nilai in isi).removeprefix("+ ")
    return f"({teks})" if len(isi) > 1 else teks


def _efisiensi(e: Efisiensi) -> list[str]:
    hasil = []
    uang = [tulis(x.angka.nilai, x.angka.desimal) for x in (e.pembilang, e.penyebut) if x and x.angka]
    if len(uang) == 2:
        hasil.append(rf"$$E = \frac{{{uang[0]}}}{{{uang[1]}}} \times 100\%$$")
    hasil += [f"Efisiensi anggaran adalah sebesar {x.teks}." for x in e.hasil]
    for n, x in enumerate(e.nilai):
        label = f" dan dikategorikan {e.kategori[n].teks}" if n < len(e.kategori) else ""
        hasil.append(f"Nilai efisiensi sebesar {x.teks}{label}.")
    return hasil
