"""Charts: achievement against target by indicator, budget absorption by program.

A chart is a list of labels that wrap as text does, each with a bar in SVG; its data follow as a table. Values
are reckoned anew from the printed figures; where a print says otherwise, the row says so.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from sakip.angka.notasi import tulis as tulis_angka
from sakip.fakta.register import ANGGARAN, Kunci
from sakip.model.kode import tingkat_kode
from sakip.relasi import BERLAKU
from sakip.tulis.html.svg import batang, sumbu
from sakip.tulis.teks import bersih

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markupsafe import Markup

    from sakip.fakta.register import Butir
    from sakip.relasi import Relasi
    from sakip.tulis.html.bahan import Bahan, Tautan

__all__ = ["BarisGrafik", "Grafik", "capaian", "serapan"]

SKALA = (125, 150, 200)
"""Ends of the scale of achievements: the first within which three quarters of the values lie."""

SERATUS = Fraction(100)


@attrs.frozen(slots=True)
class Lain:
    """A print that differs from the value shown."""

    kata: str
    tautan: Tautan | None


@attrs.frozen(slots=True, kw_only=True)
class BarisGrafik:
    """A row: its name, the value beside the bar, the figures below the name, and what the table shows."""

    nama: str
    nilai: str
    anak: str
    batang: Markup
    keadaan: str
    kata_keadaan: str
    sel: tuple[str, ...]
    lain: tuple[Lain, ...]


@attrs.frozen(slots=True, kw_only=True)
class Grafik:
    """A chart.

    Attributes:
        kelompok: the rows under their headings; a heading may be empty.
        kolom: the headings of the table.
    """

    id: str
    judul: str
    cara: tuple[str, ...]
    kelompok: tuple[tuple[str, tuple[BarisGrafik, ...]], ...]
    sumbu: Markup
    kolom: tuple[str, ...]


# -- achievement -----------------------------------------------------------------------


@attrs.frozen(slots=True)
class _Capaian:
    subjek: str
    nama: str
    jenis: str
    nilai: Fraction
    desimal: int


def capaian(b: Bahan) -> Grafik | None:
    """Achievement of each indicator in the year of the report; None when there is none to show."""
    isi = list(_hitung_capaian(b))
    if not isi:
        return None
    kata = b.kata
    maks = Fraction(next((s for s in SKALA if 4 * sum(c.nilai <= s for c in isi) >= 3 * len(isi)), SKALA[-1]))
    kelompok: dict[str, list[BarisGrafik]] = {}
    for no, c in enumerate(isi):
        kelompok.setdefault(c.jenis, []).append(_baris_capaian(b, c, no, maks))
    cara = [kata("html.capaian.cara")]
    if any(c.nilai > maks for c in isi):
        cara.append(kata("html.capaian.potong", maks=int(maks)))
    urut = ("tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan", "lain")
    return Grafik(
        id=b.id("capaian"),
        judul=kata("html.capaian"),
        cara=tuple(cara),
        kelompok=tuple(
            (kata(f"jenis.{j}") if len(kelompok) > 1 else "", tuple(kelompok[j])) for j in urut if j in kelompok
        ),
        sumbu=sumbu(maks, (0, 50, 100, *([int(maks)] if maks >= 150 else []))),
        kolom=tuple(kata(k) for k in ("indikator", "target", "realisasi", "capaian", "kategori", "keterangan")),
    )


def _hitung_capaian(b: Bahan) -> Iterator[_Capaian]:
    """The achievement of each subject: as printed where it follows from the figures, else reckoned anew."""
    tahun = b.reviu.laporan.tahun
    hubungan: dict[str, list[tuple[bool, Relasi]]] = {}
    for h in b.reviu.relasi:
        k = h.relasi.hasil.kunci if h.relasi.hasil is not None else None
        if h.relasi.jalur and k is not None and (k.peran, k.periode) == ("capaian", tahun):
            hubungan.setdefault(k.subjek, []).append((h.putusan in BERLAKU, h.relasi))
    nama = {x.subjek: x for t in b.reg.tabel for x in reversed(t.rincian)}
    for kunci, cetakan in b.reg.fakta.items():
        s = kunci.subjek
        if kunci != Kunci(s, "capaian", tahun) or s.startswith("rerata:") or s == ANGGARAN:
            continue
        milik = hubungan.get(s, [])
        benar = next((r for ok, r in milik if ok), None)
        cetak = benar.hasil if benar else b.disepakati(cetakan)[0]
        nilai = cetak.nilai if cetak is not None else None
        if benar is None and milik:
            nilai = milik[0][1].dihitung
        if nilai is None:
            continue
        ind = next((i for i in b.reviu.laporan.indikator if i.kunci == s), None)
        sebut = ind.nama if ind else nama[s].nama if s in nama else b.kata.ucap(b.reg.sebut(s))
        jenis = ind.jenis if ind and f"jenis.{ind.jenis}" in _JENIS else "lain"
        yield _Capaian(s, bersih(sebut), jenis, nilai, max(cetak.desimal if cetak else 2, 2))


_JENIS = frozenset(f"jenis.{j}" for j in ("tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan"))


def _baris_capaian(b: Bahan, c: _Capaian, no: int, maks: Fraction) -> BarisGrafik:
    kata, tahun = b.kata, b.reviu.laporan.tahun
    target, realisasi = (_teks_sepakat(b, Kunci(c.subjek, p, tahun)) for p in ("target", "realisasi"))
    nilai = tulis_angka(c.nilai, c.desimal) + "%"
    tercapai = c.nilai >= SERATUS
    keadaan = kata("html.tercapai" if tercapai else "html.belum_tercapai")
    kategori = dict.fromkeys(bersih(x.label) for x in b.reg.cetakan(c.subjek, "kategori", tahun) if x.label)
    lain = _lain(b, b.reg.cetakan(c.subjek, "capaian", tahun), c.nilai)
    judul = kata("html.capaian.batang", capaian=nilai, target=target, realisasi=realisasi)
    return BarisGrafik(
        nama=c.nama,
        nilai=nilai,
        anak=f"{kata('target')} {target} · {kata('realisasi')} {realisasi}",
        batang=batang(
            c.nilai,
            maks,
            id_=b.id("capaian", no),
            judul=f"{judul}; {keadaan}",
            kelas="tercapai" if tercapai else "kurang",
            garis=SERATUS,
        ),
        keadaan="tercapai" if tercapai else "kurang",
        kata_keadaan=keadaan,
        sel=(c.nama, target, realisasi, nilai, ", ".join(kategori), "; ".join([keadaan, *(x.kata for x in lain)])),
        lain=lain,
    )


# -- absorption ------------------------------------------------------------------------


def serapan(b: Bahan) -> Grafik | None:
    """Absorption of each program, and of the whole; None when there is none to show."""
    isi = [(s, nama, p, r) for s, nama in _program(b) for p, r in _uang(b, s)]
    if not isi:
        return None
    kata = b.kata
    nilai = [r.nilai * 100 / p.nilai for _, _, p, r in isi if p.nilai and r.nilai is not None]
    maks = max(SERATUS, *(Fraction(-(-n // 10) * 10) for n in nilai))
    baris = [_baris_serapan(b, x, n, no, maks) for no, (x, n) in enumerate(zip(isi, nilai, strict=True))]
    return Grafik(
        id=b.id("serapan"),
        judul=kata("html.serapan"),
        cara=(kata("html.serapan.cara"),),
        kelompok=(("", tuple(baris)),),
        sumbu=sumbu(maks, (0, 25, 50, 75, 100)),
        kolom=tuple(kata(k) for k in ("program", "anggaran", "realisasi", "serapan", "keterangan")),
    )


def _program(b: Bahan) -> Iterator[tuple[str, str]]:
    """The programs; the lines of a budget table without codes; the whole, last."""
    kode = sorted(k for k in b.reg.nama_kode if tingkat_kode(k) == "program")
    if kode:
        yield from ((k, f"{k} {b.reg.nama_kode[k][0]}") for k in kode)
    else:
        baris = {x.subjek: x.nama for t in b.reg.tabel for x in t.rincian if x.subjek.startswith("belanja:")}
        yield from baris.items()
    yield ANGGARAN, b.kata("rek.total")


def _uang(b: Bahan, subjek: str) -> Iterator[tuple[Butir, Butir]]:
    tahun = b.reviu.laporan.tahun
    pagu, _ = b.disepakati(b.reg.cetakan(subjek, "pagu", tahun))
    realisasi, _ = b.disepakati(b.reg.cetakan(subjek, "realisasi_anggaran", tahun))
    if pagu is not None and realisasi is not None and pagu.nilai and pagu.nilai > 0:
        yield pagu, realisasi


def _baris_serapan(
    b: Bahan, isi: tuple[str, str, Butir, Butir], nilai: Fraction, no: int, maks: Fraction
) -> BarisGrafik:
    kata = b.kata
    subjek, nama, pagu, realisasi = isi
    uang_pagu, uang_realisasi = (_rupiah(x) for x in (pagu, realisasi))
    teks = tulis_angka(nilai, 2) + "%"
    lain = _lain(b, b.reg.cetakan(subjek, "serapan", b.reviu.laporan.tahun), nilai)
    return BarisGrafik(
        nama=bersih(nama),
        nilai=teks,
        anak=kata("html.dari", realisasi=uang_realisasi, pagu=uang_pagu),
        batang=batang(
            nilai,
            maks,
            id_=b.id("serapan", no),
            judul=kata("html.serapan.batang", serapan=teks, realisasi=uang_realisasi, pagu=uang_pagu),
            kelas="total" if subjek == ANGGARAN else "uang",
            garis=SERATUS if maks > SERATUS else None,
        ),
        keadaan="",
        kata_keadaan="",
        sel=(bersih(nama), uang_pagu, uang_realisasi, teks, "; ".join(x.kata for x in lain)),
        lain=lain,
    )


# -- both ------------------------------------------------------------------------------


def _lain(b: Bahan, cetakan: Iterable[Butir], nilai: Fraction) -> tuple[Lain, ...]:
    """The prints that are not `nilai` rounded, in tables before prose."""
    hasil = []
    for x in cetakan:
        if x.nilai is None or abs(x.nilai - nilai) <= x.setengah:
            continue
        temuan = b.salah(x) or next(iter(b.temuan_butir(x)), None)
        kata = b.kata("html.tercetak_lain", teks=bersih(x.teks), tempat=bersih(b.kata.ucap(x.di)))
        hasil.append(Lain(kata, b.tautan[id(temuan)] if temuan is not None else None))
    return tuple(hasil)


def _teks_sepakat(b: Bahan, kunci: Kunci) -> str:
    """A fact as most places print it; all its values where the votes are equal."""
    cetakan = b.reg.fakta.get(kunci, [])
    sepakat, kelompok = b.disepakati(cetakan)
    if sepakat is not None:
        return bersih(sepakat.teks)
    return " / ".join(dict.fromkeys(bersih(g[0].teks) for g in kelompok)) or b.kata("html.tanpa_angka")


def _rupiah(x: Butir) -> str:
    assert x.nilai is not None  # noqa: S101 - `disepakati` gives figures only
    utuh = x.nilai.denominator == 1
    return "Rp" + tulis_angka(x.nilai, 0 if utuh else 2)
