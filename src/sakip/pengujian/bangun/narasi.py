"""Claims of the prose, of every kind that a report makes."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from sakip.angka.angka import bulat
from sakip.angka.lokasi import Lokasi
from sakip.model.narasi import Hitungan, Klaim, PeringkatKlaim, Rujukan
from sakip.model.peran import PERAN
from sakip.model.sel import Sel, baca_sel_peran
from sakip.pengujian.bangun.cetak import GAYA_UANG
from sakip.pengujian.bangun.kinerja import skala_metode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sakip.model.laporan import Laporan
    from sakip.pengujian.bangun.anggaran import Anggaran
    from sakip.pengujian.bangun.cetak import Cetak
    from sakip.pengujian.bangun.kinerja import Kinerja
    from sakip.pengujian.bangun.sumber import Sumber

__all__ = ["Bahan", "susun_narasi"]


@attrs.frozen(kw_only=True)
class Bahan:
    """What the prose can speak of: the report without its prose, and the figures behind it."""

    laporan: Laporan
    anggaran: Anggaran
    kinerja: tuple[Kinerja, ...]
    tahun: int
    tahun_lain: tuple[int, ...]
    cetak: Cetak

    @property
    def uang_prosa(self) -> Cetak:
        """Money in a sentence always bears its `Rp`."""
        return attrs.evolve(self.cetak, uang_gaya=GAYA_UANG[1], kurung=False)


Draf = tuple[str, str, dict[str, Any]]
"""The text, the role it is read as, the ties."""


def susun_narasi(s: Sumber, b: Bahan) -> list[Klaim]:
    """Some claims of each kind for which the report has the figures."""
    hasil: list[Klaim] = []
    for jenis in _JENIS:
        for teks, peran, ikatan in jenis(s, b):
            lokasi = Lokasi(tabel="Narasi", baris=len(hasil) + 1, kolom=jenis.__name__.strip("_"))
            isi = baca_sel_peran(teks, PERAN[peran], lokasi)
            hasil.append(Klaim(tertulis=isi, bagian=f"III.{1 + len(hasil) // 6}", **ikatan))
    return hasil


def _fakta_kinerja(s: Sumber, b: Bahan) -> Iterator[Draf]:
    for k in b.kinerja:
        kunci = k.indikator.kunci
        c = k.capaian[b.tahun]
        if c is not None and s.benar():
            yield b.cetak.hitungan(c) + ("" if b.cetak.persen else "%"), "capaian", _fakta("capaian", kunci)
        if s.benar(3):
            t = s.pilih((b.tahun, *b.tahun_lain))
            periode = {} if t == b.tahun else {"periode": t}
            yield k.cetak_realisasi(b.cetak, t), "realisasi", _fakta("realisasi", kunci, **periode)
        if k.pita is None and s.benar(3):
            target = k.cetak_target(b.cetak, k.tahunan[b.tahun].target)
            yield target, "target", _fakta("target", kunci)


def _fakta(peran: str, subjek: str, **lain: Any) -> dict[str, Any]:
    return {"fakta": Rujukan(peran=peran, subjek=subjek, **lain)}


def _fakta_anggaran(s: Sumber, b: Bahan) -> Iterator[Draf]:
    cetak = b.uang_prosa
    subjek: list[tuple[str, Any]] = [("anggaran", b.anggaran), *((kode, p) for _, kode, p in b.anggaran.semua())]
    for kode, pos in [subjek[0], *(x for x in subjek[1:] if s.benar(4))]:
        for peran in ("pagu", "realisasi_anggaran"):
            nilai = pos.uang(peran)
            yield _uang(s, cetak, nilai), peran, _fakta(peran, kode)
        if pos.uang("pagu"):
            serapan = 100 * pos.uang("realisasi_anggaran") / pos.uang("pagu")
            yield b.cetak.hitungan(serapan), "serapan", _fakta("serapan", kode)


def _uang(s: Sumber, cetak: Cetak, nilai: Fraction) -> str:
    """As in the table, without its sen, or in thousands of millions with two decimals."""
    cara = s.pilih(("tabel", "bulat", "miliar"))
    if cara == "miliar" and nilai >= 10**9:
        return f"{attrs.evolve(cetak, sen=False).uang(nilai / 10**9, 2)} miliar"
    return cetak.uang(nilai, 0) if cara == "bulat" else cetak.uang(nilai)


def _banyak(_s: Sumber, b: Bahan) -> Iterator[Draf]:
    tingkat = [t for t, _, _ in b.anggaran.semua()]
    for i, apa in enumerate(("program", "kegiatan", "sub_kegiatan")):
        yield str(tingkat.count(i)), "cacah", {"hitung": Hitungan(apa=apa)}
    pertama = b.anggaran.program[0]
    isi = sum(len(k.bawah) for k in pertama.bawah)
    yield str(isi), "cacah", {"hitung": Hitungan(apa="sub_kegiatan", di=pertama.kode)}
    yield str(len(b.kinerja)), "cacah", {"hitung": Hitungan(apa="indikator")}
    sasaran = sum(k.indikator.jenis == "sasaran" for k in b.kinerja)
    yield str(sasaran), "cacah", {"hitung": Hitungan(apa="indikator", jenis="sasaran")}
    renstra = b.laporan.renstra
    if renstra is not None:
        yield str(b.tahun - renstra.awal + 1), "cacah", {"hitung": Hitungan(apa="tahun_renstra")}
    yield "3", "cacah", {"hitung": Hitungan(apa="butir", butir=(11, 12, 15))}


def _banyak_berkategori(_s: Sumber, b: Bahan) -> Iterator[Draf]:
    nilai = [k.capaian[b.tahun] for k in b.kinerja]
    isi = [Fraction(bulat(c, b.cetak.desimal)) for c in nilai if c is not None]
    skala = skala_metode(b.laporan.metode)
    if len(isi) == len(nilai) and isi:
        kata = skala.label(isi[0])
        if kata is not None:
            n = sum(skala.label(c) == kata for c in isi)
            yield str(n), "cacah", {"hitung": Hitungan(apa="indikator", kategori=kata)}


def _banyak_tercapai(s: Sumber, b: Bahan) -> Iterator[Draf]:
    if any(k.pita is not None for k in b.kinerja) or not b.kinerja:
        return
    capai = s.pilih(("mencapai", "melampaui", "tidak_mencapai"))
    n = 0
    for k in b.kinerja:
        x = k.tahunan[b.tahun]
        beda = Fraction(bulat(x.realisasi, k.desimal)) - x.target
        if k.indikator.polaritas == "negatif":
            beda = -beda
        n += {"mencapai": beda >= 0, "melampaui": beda > 0, "tidak_mencapai": beda < 0}[capai]
    yield str(n), "cacah", {"hitung": Hitungan(apa="indikator", capai=capai)}


def _turunan(s: Sumber, b: Bahan) -> Iterator[Draf]:
    a, cetak = b.anggaran, b.uang_prosa
    kode = [p.kode for p in a.program]
    rujuk = tuple(Rujukan(peran="pagu", subjek=k) for k in kode)
    yield cetak.uang(a.uang("pagu")), "angka", {"rumus": "jumlah", "dari": rujuk, "id": "jumlah_pagu"}
    yield cetak.uang(a.uang("pagu")), "angka", {"rumus": "sama", "dari": (Rujukan(klaim="jumlah_pagu"),)}
    pagu, rak = Rujukan(peran="pagu", subjek="anggaran"), Rujukan(peran="realisasi_anggaran", subjek="anggaran")
    sisa = a.uang("pagu") - a.uang("realisasi_anggaran")
    yield cetak.uang(sisa), "angka", {"rumus": "selisih", "dari": (pagu, rak)}
    if a.uang("pagu") and s.benar():
        nilai = 100 * a.program[0].uang("pagu") / a.uang("pagu")
        persen = attrs.evolve(cetak, persen="%")
        yield persen.hitungan(nilai), "angka", {"rumus": "persen", "dari": rujuk, "terhadap": "jumlah"}
    isi = [(k, c) for k in b.kinerja if (c := k.capaian[b.tahun]) is not None]
    if isi and s.benar():
        rata = sum((c for _, c in isi), Fraction(0)) / len(isi)
        dari = tuple(Rujukan(peran="capaian", subjek=k.indikator.kunci) for k, _ in isi)
        yield attrs.evolve(cetak, persen="%").hitungan(rata), "angka", {"rumus": "rerata", "dari": dari}


def _kategori(s: Sumber, b: Bahan) -> Iterator[Draf]:
    for k in b.kinerja:
        c = k.capaian[b.tahun]
        kata = None if c is None else skala_metode(b.laporan.metode).label(Fraction(bulat(c, b.cetak.desimal)))
        if kata is not None and s.benar(3):
            dari = (Rujukan(peran="capaian", subjek=k.indikator.kunci),)
            yield kata, "kategori", {"rumus": "kategori", "dari": dari}


def _arah(_s: Sumber, b: Bahan) -> Iterator[Draf]:
    for k in b.kinerja:
        if not b.tahun_lain:
            return
        lalu = max(b.tahun_lain)
        x, y = (Fraction(bulat(k.tahunan[t].realisasi, k.desimal)) for t in (lalu, b.tahun))
        arah = "naik" if x < y else "turun" if x > y else "tetap"
        kata = {"naik": "meningkat", "turun": "menurun", "tetap": "tetap"}[arah]
        kunci = k.indikator.kunci
        dari = (
            Rujukan(peran="realisasi", subjek=kunci, periode=lalu),
            Rujukan(peran="realisasi", subjek=kunci),
        )
        yield kata, "kategori", {"arah": arah, "dari": dari}


def _tabel_wilayah(s: Sumber, b: Bahan) -> Iterator[Draf]:
    for t in b.laporan.tabel:
        i, j = t.indeks("nama"), t.indeks("jumlah")
        if i is None or j is None:
            continue
        isi = [(r.sel[i].teks, r.sel[j]) for r in t.baris if r.jenis == "rincian"]
        yield str(len(isi)), "cacah", {"hitung": Hitungan(apa="baris", tabel=t.nomor)}
        nilai = [_nilai(x) for _, x in isi]
        nama, n = isi[s.bulat(0, len(isi) - 1)][0], 0
        n = 1 + sum(x > nilai[[a for a, _ in isi].index(nama)] for x in nilai)
        peringkat = PeringkatKlaim(tabel=t.nomor, kolom="jumlah", baris=nama)
        yield str(n), "cacah", {"peringkat": peringkat}
        total = Rujukan(tabel=t.nomor, baris="total", kolom=("jumlah",))
        teks = next(r.sel[j].teks for r in t.baris if r.jenis == "total")
        yield teks, "cacah", {"rumus": "sama", "dari": (total,)}


def _nilai(x: Sel) -> Fraction:
    return Fraction(0) if x.angka is None else x.angka.pecahan


def _identitas(_s: Sumber, b: Bahan) -> Iterator[Draf]:
    yield str(b.tahun), "tahun", {"tahun_laporan": True}
    renstra = b.laporan.renstra
    if renstra is not None:
        yield f"{renstra.awal} - {renstra.akhir}", "kategori", {"periode_renstra": True}
    yield "7", "cacah", {"rumus": "tanpa", "alasan": "disebut menurut kebiasaan"}


_JENIS: tuple[Callable[[Sumber, Bahan], Iterator[Draf]], ...] = (
    _fakta_kinerja,
    _fakta_anggaran,
    _banyak,
    _banyak_berkategori,
    _banyak_tercapai,
    _turunan,
    _kategori,
    _arah,
    _tabel_wilayah,
    _identitas,
)
