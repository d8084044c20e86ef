"""Agreement forms of eselon II, III and IV that pass one budget down, with kegiatan that units share."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from sakip.angka.lokasi import Lokasi
from sakip.model.laporan import Organisasi
from sakip.model.perjanjian import BarisAnggaran, BarisKinerja, Diampu, PerjanjianKinerja, RincianKinerja
from sakip.pengujian.bangun.cetak import sel
from sakip.pengujian.bangun.kata import BIDANG, SEKSI
from sakip.pengujian.bangun.sumber import ambil, bagi

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip.pengujian.bangun.anggaran import Anggaran, Pos
    from sakip.pengujian.bangun.cetak import Cetak
    from sakip.pengujian.bangun.kinerja import Kinerja
    from sakip.pengujian.bangun.sumber import Sumber

__all__ = ["KEPALA", "Baris", "formulir", "susun_kaskade"]

KEPALA = "Kepala Dinas Contoh Kota Contoh"
NOL = Fraction(0)
SUMBER_DANA = ("APBD", "APBD + DBHCHT")


@attrs.frozen(kw_only=True)
class Baris:
    """A budget line of a form: a share of the money where `bagian` names the units that bear it."""

    no: str
    nama: str
    uang: Fraction | None
    dana: str = ""
    bagian: dict[str, Fraction] = attrs.field(factory=dict, hash=False)


@attrs.frozen(kw_only=True)
class _Tugas:
    """A sub kegiatan that a unit answers for, whole or in part."""

    program: Pos
    kegiatan: Pos
    sub: Pos
    bagian: dict[str, Fraction] = attrs.field(hash=False)


def formulir(
    eselon: str,
    jabatan: str,
    tahun: int,
    baris: Sequence[Baris],
    cetak: Cetak,
    *,
    jumlah: Fraction,
    kinerja: Sequence[BarisKinerja] = (),
    unit: str = "",
    atasan: str = "",
    jenis: str = "perubahan",
) -> PerjanjianKinerja:
    """A form, with a place for each of its prints."""
    tempat = f"PK eselon {eselon} {jabatan}" if jenis != "murni" else f"PK murni eselon {eselon} {jabatan}"
    return PerjanjianKinerja(
        eselon=eselon,
        jabatan=jabatan,
        tahun=tahun,
        jenis=jenis,
        jabatan_formulir=jabatan,
        unit=unit,
        atasan=atasan,
        pihak_supervisi="PIHAK KEDUA",
        kinerja=tuple(kinerja),
        anggaran=tuple(_baris(b, tempat, cetak, unit) for b in baris),
        jumlah=sel(cetak.uang(jumlah), "pagu", tempat, "JUMLAH"),
        lokasi=Lokasi(tabel=tempat),
        lokasi_perjanjian=Lokasi(tabel=tempat, kolom="perjanjian"),
        lokasi_jabatan_formulir=Lokasi(tabel=tempat, kolom="jabatan_formulir"),
        lokasi_atasan=Lokasi(tabel=tempat, kolom="atasan"),
        lokasi_supervisi=Lokasi(tabel=tempat, kolom="pihak_supervisi"),
    )


def _baris(b: Baris, tempat: str, cetak: Cetak, unit: str) -> BarisAnggaran:
    lain = {u: n for u, n in b.bagian.items() if u != unit}
    total = sum(b.bagian.values(), NOL) if lain else None
    return BarisAnggaran(
        no=b.no,
        uraian=b.nama,
        anggaran=None if b.uang is None else sel(cetak.uang(b.uang), "pagu", tempat, f"{b.no} anggaran"),
        keterangan=b.dana,
        total=None if total is None else sel(cetak.uang(total), "pagu", tempat, f"{b.no} total"),
        diampu=tuple(
            Diampu(unit=u, nilai=sel(cetak.uang(n), "bagian", tempat, f"{b.no} diampu {u}")) for u, n in lain.items()
        ),
        lokasi=Lokasi(tabel=tempat, kolom=b.no),
    )


def susun_kaskade(
    s: Sumber, anggaran: Anggaran, kinerja: Sequence[Kinerja], tahun: int, cetak: Cetak
) -> tuple[list[PerjanjianKinerja], list[Organisasi]]:
    """Every sub kegiatan with one owner, or with owners that print how they share it."""
    dana = {p.kode: s.pilih(SUMBER_DANA) for p in anggaran.program}
    unit: list[str] = list(BIDANG[: s.bulat(1, len(BIDANG))])
    tugas, bagian_kegiatan = _bagi_tugas(s, anggaran, unit)
    hasil = [_eselon_ii(anggaran, kinerja, dana, tahun, cetak)]
    if anggaran.direvisi and s.benar(3):
        hasil.insert(0, _eselon_ii_murni(anggaran, dana, tahun, cetak))
    organisasi = []
    seksi = iter(SEKSI)
    judul_uang = s.benar()
    for u in unit:
        milik = tugas[u]
        if not milik:
            continue
        kabid = f"Kepala {u}"
        organisasi.append(Organisasi(jabatan=kabid, atasan=KEPALA, lokasi=Lokasi(tabel="Organisasi", kolom=kabid)))
        hasil.append(_eselon_iii(u, kabid, milik, bagian_kegiatan, dana, tahun, cetak, judul_uang=judul_uang))
        for bagian in bagi(s, milik, s.bulat(1, 2)):
            kasi = f"Kepala Seksi {next(seksi)}"
            organisasi.append(Organisasi(jabatan=kasi, atasan=kabid, lokasi=Lokasi(tabel="Organisasi", kolom=kasi)))
            hasil.append(_eselon_iv(s, u, kasi, kabid, bagian, dana, tahun, cetak, judul_uang=judul_uang))
    return hasil, organisasi if s.benar() else []


def _bagi_tugas(
    s: Sumber, anggaran: Anggaran, unit: list[str]
) -> tuple[dict[str, list[_Tugas]], dict[tuple[str, str], dict[str, Fraction]]]:
    """Who answers for which sub kegiatan, and what each unit bears of each kegiatan."""
    tugas: dict[str, list[_Tugas]] = {u: [] for u in unit}
    bagian_kegiatan: dict[tuple[str, str], dict[str, Fraction]] = {}
    for p in anggaran.program:
        utama = s.pilih(unit)
        for k in p.bawah:
            u = utama if not s.benar(4) else s.pilih(unit)
            lain = [x for x in unit if x != u]
            berbagi = bool(lain) and s.benar(3)
            kedua = s.pilih(lain) if berbagi else u
            for n, sub in enumerate(k.bawah):
                pagu = sub.uang("pagu")
                # A shared kegiatan has sub kegiatan of both units, or one that both bear.
                if berbagi and pagu >= 2 and s.benar(3):
                    sendiri = Fraction(int(pagu * s.bulat(1, 9) / 10))
                    bagian = {u: sendiri, kedua: pagu - sendiri}
                else:
                    bagian = {(kedua if berbagi and n % 2 else u): pagu}
                milik = bagian_kegiatan.setdefault((p.kode, k.kode), {})
                for x, nilai in bagian.items():
                    tugas[x].append(_Tugas(program=p, kegiatan=k, sub=sub, bagian=bagian))
                    milik[x] = milik.get(x, NOL) + nilai
    return tugas, bagian_kegiatan


def _eselon_ii(
    anggaran: Anggaran, kinerja: Sequence[Kinerja], dana: dict[str, str], tahun: int, cetak: Cetak
) -> PerjanjianKinerja:
    tempat = f"PK eselon II {KEPALA}"
    janji = []
    for i, k in enumerate([k for k in kinerja if k.indikator.jenis == "sasaran"], 1):
        target = k.cetak_target(cetak, k.tahunan[tahun].target)
        isi = sel(target, "target", tempat, f"{i}. target", satuan=k.indikator.satuan)
        lokasi = Lokasi(tabel=tempat, kolom=f"{i}. kinerja")
        janji.append(BarisKinerja(no=f"{i}.", sasaran=k.sasaran, indikator=k.indikator.nama, target=isi, lokasi=lokasi))
    baris = [
        Baris(no=f"{i}.", nama=p.nama, uang=p.uang("pagu"), dana=dana[p.kode])
        for i, p in enumerate(anggaran.program, 1)
    ]
    return formulir(
        "II", KEPALA, tahun, baris, cetak, jumlah=anggaran.uang("pagu"), kinerja=janji, atasan="Wali Kota Contoh"
    )


def _eselon_ii_murni(anggaran: Anggaran, dana: dict[str, str], tahun: int, cetak: Cetak) -> PerjanjianKinerja:
    """The form from before the revision, with the original budget."""
    baris = [
        Baris(no=f"{i}.", nama=p.nama, uang=p.uang("pagu_murni"), dana=dana[p.kode])
        for i, p in enumerate(anggaran.program, 1)
    ]
    return formulir(
        "II", KEPALA, tahun, baris, cetak, jumlah=anggaran.uang("pagu_murni"), atasan="Wali Kota Contoh", jenis="murni"
    )


def _eselon_iii(
    unit: str,
    jabatan: str,
    milik: list[_Tugas],
    bagian_kegiatan: dict[tuple[str, str], dict[str, Fraction]],
    dana: dict[str, str],
    tahun: int,
    cetak: Cetak,
    *,
    judul_uang: bool,
) -> PerjanjianKinerja:
    baris = []
    jumlah = NOL
    program = list(dict.fromkeys(t.program.kode for t in milik))
    for i, kode in enumerate(program, 1):
        isi = [t for t in milik if t.program.kode == kode]
        p = isi[0].program
        nilai = NOL
        bawah = []
        for j, kode_k in enumerate(dict.fromkeys(t.kegiatan.kode for t in isi), 1):
            k = next(t.kegiatan for t in isi if t.kegiatan.kode == kode_k)
            bagian = bagian_kegiatan[kode, kode_k]
            nilai += bagian[unit]
            bawah.append(Baris(no=f"{i}.{j}", nama=k.nama, uang=bagian[unit], dana=dana[kode], bagian=bagian))
        # Money on a heading states the whole program; a unit that bears a part of it leaves it out.
        uang = nilai if judul_uang and nilai == p.uang("pagu") else None
        baris += [Baris(no=f"{i}.", nama=p.nama, uang=uang, dana=dana[kode]), *bawah]
        jumlah += nilai
    return formulir("III", jabatan, tahun, baris, cetak, jumlah=jumlah, unit=unit, atasan=KEPALA)


def _eselon_iv(
    s: Sumber,
    unit: str,
    jabatan: str,
    atasan: str,
    milik: list[_Tugas],
    dana: dict[str, str],
    tahun: int,
    cetak: Cetak,
    *,
    judul_uang: bool,
) -> PerjanjianKinerja:
    tempat = f"PK eselon IV {jabatan}"
    baris: list[Baris] = []
    janji: list[BarisKinerja] = []
    jumlah = NOL
    kunci = list(dict.fromkeys((t.program.kode, t.kegiatan.kode) for t in milik))
    for i, (kode, kode_k) in enumerate(kunci, 1):
        isi = [t for t in milik if (t.program.kode, t.kegiatan.kode) == (kode, kode_k)]
        nilai = sum((t.bagian[unit] for t in isi), NOL)
        jumlah += nilai
        nama = isi[0].kegiatan.nama
        baris.append(Baris(no=f"{i}.", nama=nama, uang=nilai if judul_uang else None))
        janji.append(
            BarisKinerja(no=f"{i}.", sasaran=f"Terlaksananya {nama}", lokasi=Lokasi(tabel=tempat, kolom=f"{i}."))
        )
        for j, t in enumerate(isi, 1):
            bagian = t.bagian if len(t.bagian) > 1 else {}
            baris.append(Baris(no=f"{i}.{j}", nama=t.sub.nama, uang=t.bagian[unit], dana=dana[kode], bagian=bagian))
            janji.append(_janji(s, f"{i}.{j}", t, unit, tempat))
    return formulir("IV", jabatan, tahun, baris, cetak, jumlah=jumlah, kinerja=janji, unit=unit, atasan=atasan)


def _janji(s: Sumber, no: str, t: _Tugas, unit: str, tempat: str) -> BarisKinerja:
    """A promise of documents, sometimes listed part by part."""
    rincian: list[tuple[str, int]] = []
    if s.benar(4):
        rincian = [(f"Dokumen {n}", s.bulat(1, 9)) for n in ambil(s, ("Awal", "Antara", "Akhir"), s.bulat(1, 3))]
    target = sum(n for _, n in rincian) or s.bulat(1, 40)
    return BarisKinerja(
        no=no,
        sasaran=f"Terlaksananya {t.sub.nama} pada {t.kegiatan.nama} oleh {unit}",
        indikator=f"Jumlah dokumen {t.sub.nama}",
        target=sel(f"{target} Dokumen", "target", tempat, f"{no} target"),
        rincian=tuple(
            RincianKinerja(nama=n, target=sel(f"{x} Dokumen", "jumlah", tempat, f"{no} {n}")) for n, x in rincian
        ),
        lokasi=Lokasi(tabel=tempat, kolom=f"{no} kinerja"),
    )
