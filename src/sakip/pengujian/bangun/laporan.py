"""A whole consistent report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.angka.lokasi import Lokasi
from sakip.angka.notasi import kosong
from sakip.model.indikator import Komponen, SukuKomponen
from sakip.model.laporan import Laporan, Renstra, Tanggal
from sakip.model.sel import Sel
from sakip.model.tabel import Tabel
from sakip.pengujian.bangun.anggaran import susun_anggaran, tabel_anggaran
from sakip.pengujian.bangun.cetak import cara_cetak, sel
from sakip.pengujian.bangun.efisiensi import susun_efisiensi
from sakip.pengujian.bangun.kaskade import susun_kaskade
from sakip.pengujian.bangun.kata import INSTANSI
from sakip.pengujian.bangun.kinerja import susun_kinerja, susun_metode
from sakip.pengujian.bangun.narasi import Bahan, susun_narasi
from sakip.pengujian.bangun.silang import tabel_pegawai, tabel_wilayah
from sakip.pengujian.bangun.tabel_kinerja import (
    tabel_akhir,
    tabel_deret,
    tabel_pengukuran,
    tabel_rencana,
    tabel_target,
)

if TYPE_CHECKING:
    from sakip.pengujian.bangun.kinerja import Kinerja
    from sakip.pengujian.bangun.sumber import Sumber

__all__ = ["TAHUN", "ragam", "susun_laporan"]

TAHUN = 2025


def susun_laporan(s: Sumber, *, lengkap: bool = False) -> Laporan:
    """Draw the leaves of a report and compute everything that follows from them.

    `lengkap` asks for every part; otherwise each part may be missing.
    """
    lain = [TAHUN - 1, TAHUN - 2][: s.bulat(0, 2)] if not lengkap else [TAHUN - 1, TAHUN - 2]
    renstra = Renstra(awal=TAHUN - s.bulat(2, 4), akhir=TAHUN + s.bulat(1, 2))
    metode = attrs.evolve(susun_metode(s), lokasi=Lokasi(tabel="Metode"))
    anggaran = susun_anggaran(s)
    cetak = cara_cetak(s)
    kinerja = susun_kinerja(s, metode, TAHUN, lain, [p.kode for p in anggaran.program])

    def pakai(dari: int = 3) -> bool:
        """Whether to have a part: missing once in `dari` times, and missing is the simplest."""
        return lengkap or s.bulat(0, dari - 1) > 0

    tabel: list[Tabel] = []
    tabel += tabel_pegawai(s, ("1.1", "1.2"), cetak) if pakai() else []
    tabel += [tabel_wilayah(s, "1.3", cetak)] if pakai() else []
    tabel.append(tabel_target(s, kinerja, "2.1", TAHUN, cetak))
    if pakai():
        for peran, nomor in (("target_renstra", "2.2"), ("target_iku", "2.3")):
            tabel.append(tabel_rencana(kinerja, nomor, peran, TAHUN, lain, renstra.akhir, cetak))
    kolom: tuple[str, ...] = ("pagu_murni", "pagu", "selisih") if anggaran.direvisi else ("pagu",)
    tabel.append(tabel_anggaran(s, anggaran, "2.4", "Alokasi Anggaran", kolom, cetak))
    tabel.append(tabel_pengukuran(s, kinerja, metode, "3.1", TAHUN, cetak))
    tabel += [tabel_deret(s, kinerja, "3.2", TAHUN, lain, cetak)] if lain and pakai() else []
    tabel += [tabel_akhir(kinerja, metode, "3.3", TAHUN, cetak)] if pakai() else []
    hitungan = susun_efisiensi(s, anggaran, kinerja, "3.4", TAHUN, cetak) if metode.efisiensi else None
    tabel += [hitungan[0]] if hitungan is not None else []
    ekor = s.pilih((("serapan",), ("sisa", "serapan"), ("sisa", "serapan", "sisa_persen"), ()))
    kolom = ("pagu", "realisasi_anggaran", *ekor)
    tabel.append(tabel_anggaran(s, anggaran, "3.5", "Realisasi Anggaran", kolom, attrs.evolve(cetak, sen=s.benar())))
    pk, organisasi = susun_kaskade(s, anggaran, kinerja, TAHUN, cetak) if pakai(4) else ([], [])
    laporan = Laporan(
        instansi=INSTANSI,
        tahun=TAHUN,
        judul="Laporan Kinerja Instansi Pemerintah",
        tanggal=tuple(_tanggal(b) for b in ("Kata Pengantar", "Penutup")),
        renstra=renstra,
        metode=metode,
        organisasi=tuple(organisasi),
        indikator=tuple(k.indikator for k in kinerja),
        tabel=tuple(tabel),
        komponen=tuple(k for x in kinerja if (k := _komponen(s, x)) is not None),
        efisiensi=None if hitungan is None else hitungan[1],
        perjanjian=tuple(pk),
    )
    if pakai():
        tahun_lain = tuple(lain) if any(t.nomor == "3.2" for t in tabel) else ()
        bahan = Bahan(
            laporan=laporan,
            anggaran=anggaran,
            kinerja=tuple(kinerja),
            tahun=TAHUN,
            tahun_lain=tahun_lain,
            cetak=cetak,
        )
        laporan = attrs.evolve(laporan, narasi=tuple(susun_narasi(s, bahan)))
    if s.benar(3):
        tabel = [_berkolom_kosong(t) if t.nomor == "2.1" else t for t in tabel]
    return attrs.evolve(laporan, tabel=tuple(tabel))


def _berkolom_kosong(t: Tabel) -> Tabel:
    """The table with a column of remarks, all empty."""
    kolom = [*(k.kunci for k in t.kolom), "keterangan"]
    baris = [[*(x.teks for x in b.sel), ""] for b in t.baris]
    return Tabel.susun(kolom, baris, nomor=t.nomor, judul=t.judul, jenis=[b.jenis for b in t.baris])


def _tanggal(bagian: str) -> Tanggal:
    nilai = Sel(f"23 Februari {TAHUN + 1}", None, Lokasi(tabel="Tanggal", kolom=bagian))
    return Tanggal(nilai=nilai, bagian=bagian)


def _komponen(s: Sumber, k: Kinerja) -> Komponen | None:
    """Numerator and denominator of a realisation in percent, where counts can be found that give it exactly."""
    nilai = k.tahunan[TAHUN].realisasi
    if k.indikator.satuan != "%" or nilai <= 0 or not s.benar():
        return None
    pecahan = nilai / 100
    kali = s.bulat(1, 9)
    atas, bawah = pecahan.numerator * kali, pecahan.denominator * kali
    tempat = f"Perhitungan {k.indikator.kunci}"
    dua = atas >= 2 and s.benar(3)
    potong = s.bulat(1, atas - 1) if dua else atas
    bagian = [potong, atas - potong] if dua else [atas]
    return Komponen(
        indikator=k.indikator.kunci,
        pembilang=tuple(
            SukuKomponen(nilai=sel(str(n), "pembilang", tempat, f"pembilang {i}")) for i, n in enumerate(bagian, 1)
        ),
        penyebut=(SukuKomponen(nilai=sel(str(bawah), "penyebut", tempat, "penyebut")),),
        hasil=None,
        lokasi=Lokasi(tabel=tempat),
    )


def ragam(laporan: Laporan) -> dict[str, str]:
    """What kind of report it is: the labels of the `event()` table."""
    kolom = {k.peran.nama for t in laporan.tabel for k in t.kolom}
    angka = [s for t in laporan.tabel for b in t.baris for s in b.sel if s.angka is not None]
    kode = [s.teks for t in laporan.tabel if t.nomor == "2.4" for b in t.baris for s in b.sel[:1] if s.teks]
    skala = laporan.metode.skala
    beda = [s.angka for s in _kolom(laporan, {"selisih", "sisa"}) if s.angka is not None]
    return {
        "program": str(len({k for k in kode if len(k.removeprefix("2.17.")) == 2})),
        "selisih negatif": _ya(any(s.angka is not None and s.angka.nilai < 0 for s in angka)),
        "nol": _ya(any(s.angka is not None and s.angka.nilai == 0 for s in angka)),
        "selisih nol": _ya(any(a.nilai == 0 for a in beda)),
        "kolom kosong": _ya(any(all(kosong(b.sel[i].teks) for b in t.baris) for t, i in _rincian(laporan))),
        "sel kosong": _ya(any(s.teks == "-" for t in laporan.tabel for b in t.baris for s in b.sel)),
        "polaritas": "+".join(sorted({i.polaritas for i in laporan.indikator})),
        "rumus negatif": next((i.rumus for i in laporan.indikator if i.rumus), laporan.metode.rumus["negatif"]),
        "skala": skala if isinstance(skala, str) else "sendiri",
        "batas capaian": laporan.metode.batas,
        "anggaran perubahan": _ya("pagu_murni" in kolom),
        "kegiatan bersama": _ya(any(b.diampu for f in laporan.perjanjian for b in f.anggaran)),
        "formulir": "0" if not laporan.perjanjian else "1–5" if len(laporan.perjanjian) < 6 else "6+",
        "efisiensi": _ya(laporan.efisiensi is not None),
        "narasi": _ya(bool(laporan.narasi)),
        "tahun lain": _ya("realisasi@2024" in {k.kunci for t in laporan.tabel for k in t.kolom}),
    }


def _ya(benar: bool) -> str:
    return "ya" if benar else "tidak"


def _kolom(laporan: Laporan, peran: set[str]) -> list[Sel]:
    return [b.sel[i] for t in laporan.tabel for i, k in enumerate(t.kolom) if k.peran.nama in peran for b in t.baris]


def _rincian(laporan: Laporan) -> list[tuple[Tabel, int]]:
    """The columns of every table, the lines between headings only."""
    polos = [attrs.evolve(t, baris=tuple(b for b in t.baris if b.jenis == "rincian")) for t in laporan.tabel]
    return [(t, i) for t in polos if t.baris for i in range(len(t.kolom))]
