"""Each class of the model as it stands in the files of a data folder: the inverse of `sakip.pembaca.folder.bentuk`."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from sakip.errors import SkalaError
from sakip.model.laporan import TARGET_TAK_POSITIF
from sakip.model.ucapan import BEBAS
from sakip.teks.kalimat import Kalimat

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from sakip.angka.lokasi import Lokasi
    from sakip.hukum.skala import Kelas
    from sakip.model.indikator import Indikator, Komponen, SukuKomponen
    from sakip.model.laporan import Bagian, Catatan, Efisiensi, Metode, Organisasi, Tanggal
    from sakip.model.narasi import Hitungan, Klaim, PeringkatKlaim, Rujukan
    from sakip.model.perjanjian import BarisAnggaran, BarisKinerja, PerjanjianKinerja
    from sakip.model.sel import Sel
    from sakip.model.tabel import Tabel
    from sakip.tulis.folder.yaml_rapi import Nilai

__all__ = ["Penyalin"]

BERBARIS = (".txt", ".md")
"""Sources whose lines are the places; of other sources only an `asal` that was written down counts."""
PERSEN = 100
ASAL_TERBESAR = 999_999_999


def _padat(**isi: Nilai | None) -> dict[str, Nilai]:
    """A mapping without what is empty; a figure printed as nothing is not left out: see `_wajib`."""
    return {k: v for k, v in isi.items() if v not in ("", None, (), [], {}) and v is not False}


class Penyalin:
    """Copies a report that was read from `sumber`."""

    def __init__(self, sumber: str) -> None:
        self.nama = {sumber, str(PurePath(sumber))}
        self.berbaris = sumber.lower().endswith(BERBARIS)

    def asal(self, lokasi: Lokasi) -> int | None:
        """The line of the source on which it is printed; None when it is not known."""
        nomor = lokasi.asal
        if nomor is None and self.berbaris and lokasi.berkas in self.nama:
            nomor = lokasi.baris
        return nomor if nomor is not None and 0 < nomor <= ASAL_TERBESAR else None

    def tahun(self, tahun: int) -> Nilai:
        """A year of four digits; 0, a year that was not found, as `0000`."""
        return tahun if tahun > 999 else f"{tahun:04d}"

    def _sel(self, s: Sel, luar: int | None = None, *, kata: bool = True) -> Nilai:
        """A figure within something whose own line is `luar`; `kata`: words in its place are marked."""
        asal = self.asal(s.lokasi)
        isi = _padat(asal=None if asal == luar else asal, kata=kata and s.isi is None, tersimpan=_tersimpan(s))
        return {"nilai": s.teks, **isi} if isi else s.teks

    def _cetak(self, kunci: str, s: Sel | None, luar: int | None = None) -> dict[str, Nilai]:
        return {} if s is None else {kunci: self._sel(s, luar)}

    def _beralamat(self, kunci: str, s: Sel) -> dict[str, Nilai]:
        """A figure whose line is that of the mapping in which it stands."""
        tambahan = _padat(kata=s.isi is None, tersimpan=_tersimpan(s))
        isi: Nilai = {"nilai": s.teks, **tambahan} if tambahan else s.teks
        return {kunci: isi, **_padat(asal=self.asal(s.lokasi))}

    # -- laporan.yaml -----------------------------------------------------------------

    def tanggal(self, t: Tanggal) -> dict[str, Nilai]:
        """A date of signing."""
        return {"nilai": t.nilai.teks, **_padat(bagian=t.bagian, asal=self.asal(t.nilai.lokasi))}

    def bagian(self, b: Bagian) -> dict[str, Nilai]:
        """A part of the report, by its kind."""
        return {"jenis": b.jenis, **_padat(asal=self.asal(b.lokasi))}

    def organisasi(self, o: Organisasi) -> dict[str, Nilai]:
        """Who is under whom."""
        return {"jabatan": o.jabatan, "atasan": o.atasan, **_padat(asal=self.asal(o.lokasi))}

    def catatan(self, c: Catatan) -> dict[str, Nilai]:
        """A remark of the reader."""
        return {"pesan": _kalimat(c.pesan), **_padat(hilang=c.hilang, angka=c.angka, asal=self.asal(c.lokasi))}

    def metode(self, m: Metode) -> dict[str, Nilai]:
        """The method: formulas and scale, named or class by class."""
        bagian = _padat(**{k: self.asal(lok) for k, lok in m.lokasi_bagian.items()})
        skala: Nilai = m.skala if isinstance(m.skala, str) else [_kelas(k) for k in m.skala.kelas]
        return {
            **_padat(rumus=dict(m.rumus), skala=skala),
            **_padat(efisiensi=m.efisiensi, batas="" if m.batas == "tanpa" else m.batas),
            **_padat(
                ordinal={k: list(v) for k, v in m.ordinal.items()},
                dasar_batas="" if m.batas == "tanpa" or m.dasar_batas == "tersurat" else m.dasar_batas,
                target_tak_positif="" if m.target_tak_positif == TARGET_TAK_POSITIF[0] else m.target_tak_positif,
            ),
            **_padat(asal=bagian or self.asal(m.lokasi)),
        }

    def indikator(self, i: Indikator) -> dict[str, Nilai]:
        """An indicator."""
        return {
            "kunci": i.kunci,
            "nama": i.nama,
            **_padat(alias=i.alias),
            "jenis": i.jenis,
            **_padat(satuan=i.satuan),
            "polaritas": i.polaritas,
            **_padat(
                dasar_polaritas="" if i.dasar_polaritas == "tersurat" else i.dasar_polaritas,
                polaritas_kata=i.polaritas_kata,
            ),
            **_padat(rumus=i.rumus, dasar_rumus="" if i.dasar_rumus == "tersurat" else i.dasar_rumus),
            **_padat(agregasi=i.agregasi),
            **_padat(program=i.program, asal=self.asal(i.lokasi) if i.asal is None else i.asal),
        }

    def tabel(self, berkas: str, t: Tabel) -> dict[str, Nilai]:
        """A table, as the list of tables names it."""
        asal = self.asal(t.lokasi)
        return {
            "berkas": berkas,
            **_padat(nomor=t.nomor, judul=t.judul, judul_daftar=t.judul_daftar, asal=asal),
        }

    def komponen(self, k: Komponen) -> dict[str, Nilai]:
        """A printed calculation of a realisation."""
        asal = self.asal(k.lokasi)
        return {
            "indikator": k.indikator,
            "pembilang": [self._suku(s) for s in k.pembilang],
            "penyebut": [self._suku(s) for s in k.penyebut],
            **self._cetak("hasil", k.hasil, asal),
            **_padat(kali=None if k.kali == PERSEN else k.kali),
            **_padat(periode=None if k.periode is None else self.tahun(k.periode), asal=asal),
        }

    def _suku(self, s: SukuKomponen) -> dict[str, Nilai]:
        return {**self._beralamat("nilai", s.nilai), **_padat(minus=s.minus)}

    def efisiensi(self, e: Efisiensi) -> dict[str, Nilai]:
        """The calculation of efficiency, step by step."""
        return {
            **self._cetak("pembilang", e.pembilang),
            **self._cetak("penyebut", e.penyebut),
            **_padat(
                hasil=self._daftar(e.hasil),
                langkah=[{"arti": s.arti, **self._beralamat("tertulis", s.tertulis)} for s in e.langkah],
                nilai=self._daftar(e.nilai),
                kategori=[self._sel(s, kata=False) for s in e.kategori],
            ),
        }

    def _daftar(self, sel: Iterable[Sel]) -> list[Nilai]:
        return [self._sel(s) for s in sel]

    # -- pk/*.yaml --------------------------------------------------------------------

    def perjanjian(self, pk: PerjanjianKinerja) -> dict[str, Nilai]:
        """An officer's form."""
        return {
            "eselon": pk.eselon,
            "jenis": pk.jenis,
            "tahun": self.tahun(pk.tahun),
            "jabatan": pk.jabatan,
            **_padat(
                jabatan_formulir=pk.jabatan_formulir,
                unit=pk.unit,
                atasan=pk.atasan,
                pihak_supervisi=pk.pihak_supervisi,
                tanggal=pk.tanggal,
                asal=self.asal(pk.lokasi),
                asal_perjanjian=self.asal(pk.lokasi_perjanjian),
                asal_jabatan_formulir=self.asal(pk.lokasi_jabatan_formulir),
                asal_atasan=self.asal(pk.lokasi_atasan),
                asal_supervisi=self.asal(pk.lokasi_supervisi),
                kinerja=[self._kinerja(k) for k in pk.kinerja],
                anggaran=[self._anggaran(b) for b in pk.anggaran],
            ),
            **self._cetak("jumlah", pk.jumlah),
        }

    def _kinerja(self, k: BarisKinerja) -> dict[str, Nilai]:
        asal = self.asal(k.lokasi)
        return {
            **_padat(no=k.no, sasaran=k.sasaran, indikator=k.indikator),
            **self._cetak("target", k.target, asal),
            **_padat(asal=asal),
            **_padat(rincian=[{"nama": r.nama, **self._beralamat("target", r.target)} for r in k.rincian]),
        }

    def _anggaran(self, b: BarisAnggaran) -> dict[str, Nilai]:
        asal = self.asal(b.lokasi)
        return {
            **_padat(no=b.no, kode=b.kode),
            "uraian": b.uraian,
            **self._cetak("anggaran", b.anggaran, asal),
            **_padat(keterangan=b.keterangan, asal=asal),
            **self._cetak("total", b.total, asal),
            **_padat(diampu=[{"unit": d.unit, **self._beralamat("nilai", d.nilai)} for d in b.diampu]),
        }

    # -- narasi.yaml ------------------------------------------------------------------

    def klaim(self, k: Klaim) -> dict[str, Nilai]:
        """A claim of the prose with what it is tied to."""
        return {
            "tertulis": k.tertulis.teks,
            **_padat(
                id=k.id,
                bagian=k.bagian,
                asal=self.asal(k.tertulis.lokasi),
                fakta=None if k.fakta is None else self._rujukan(k.fakta),
                hitung=None if k.hitung is None else _hitungan(k.hitung),
                rumus=k.rumus,
                arah=k.arah,
                dari=[self._rujukan(r) for r in k.dari],
                terhadap=k.terhadap,
                peringkat=None if k.peringkat is None else _peringkat(k.peringkat),
                tahun_laporan=k.tahun_laporan,
                periode_renstra=k.periode_renstra,
                terbilang=k.terbilang,
                alasan=None if k.alasan is None else _kalimat(k.alasan),
            ),
        }

    def _rujukan(self, r: Rujukan) -> dict[str, Nilai]:
        periode = None if r.periode is None else self.tahun(r.periode)
        kolom: Nilai = r.kolom[0] if len(r.kolom) == 1 else r.kolom
        if r.tabel:
            return {"tabel": r.tabel, "baris": r.baris, "kolom": kolom}
        if r.klaim:
            return {"klaim": r.klaim}
        return {"peran": r.peran, "subjek": r.subjek, **_padat(periode=periode)}


def _kalimat(isi: Kalimat) -> Nilai:
    """A sentence by its key; words of somebody's own as they are."""
    if isi.kunci == BEBAS:
        return str(isi.isi["teks"])
    return {"kunci": isi.kunci, **{k: _kalimat(x) if isinstance(x, Kalimat) else x for k, x in isi.isi.items()}}


def _hitungan(h: Hitungan) -> dict[str, Nilai]:
    return {
        "apa": h.apa,
        **_padat(
            di=h.di,
            jenis=h.jenis,
            kategori=h.kategori,
            capai=h.capai,
            nilai="" if h.nilai == "realisasi" else h.nilai,
            terhadap="" if h.terhadap == "target" else h.terhadap,
            tabel=h.tabel,
            kecuali=h.kecuali,
            butir=h.butir,
        ),
    }


def _tersimpan(s: Sel) -> str | None:
    """The value behind a print."""
    return None if s.tersimpan is None else f"{s.tersimpan:f}"


def _peringkat(p: PeringkatKlaim) -> dict[str, Nilai]:
    return {"tabel": p.tabel, "kolom": p.kolom, "baris": p.baris, **_padat(kecuali=p.kecuali)}


def _kelas(k: Kelas) -> dict[str, Nilai]:
    """A class of a report's own scale."""
    return {
        "label": k.label,
        **_padat(
            bawah=None if k.bawah is None else _desimal(k.bawah),
            atas=None if k.atas is None else _desimal(k.atas),
            bawah_termasuk=k.bawah_termasuk,
            atas_termasuk=k.atas_termasuk,
            sebutan=k.sebutan,
        ),
    }


def _desimal(nilai: Fraction) -> str:
    """A number in full, with a decimal comma."""
    sisa = nilai.denominator
    desimal = 0
    while sisa % 10 == 0 or sisa % 2 == 0 or sisa % 5 == 0:
        sisa //= 10 if sisa % 10 == 0 else 2 if sisa % 2 == 0 else 5
        desimal += 1
    if sisa != 1:
        raise SkalaError(f"batas skala {nilai} tidak dapat ditulis dengan desimal")
    angka = str(abs(nilai.numerator) * 10**desimal // nilai.denominator).zfill(desimal + 1)
    depan, belakang = (angka[:-desimal], angka[-desimal:]) if desimal else (angka, "")
    return ("-" if nilai < 0 else "") + depan + (f",{belakang}" if belakang else "")
