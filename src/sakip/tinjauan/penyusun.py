"""From failing relations to findings: each knot solved, each cause one finding with its consequences."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import attrs

from sakip.dugaan.cost import Timbangan
from sakip.dugaan.joint_slips import cari_jodoh
from sakip.dugaan.knots import pisahkan, simpul
from sakip.dugaan.localization import KNOT_BESAR, SOLUSI_TERBANYAK, Pelokal
from sakip.dugaan.lost_line import cari_baris_hilang
from sakip.dugaan.runs import Gabungan, gabungkan
from sakip.dugaan.slips import berbukti
from sakip.relasi import Peringkat, Putusan, Rumusan, Sama, Syarat
from sakip.teks.kalimat import Kalimat
from sakip.teks.nama import baku
from sakip.temuan.nilai import daftar, tulis_nilai, tulis_selisih
from sakip.temuan.temuan import Akibat, Dugaan, Operan, Temuan
from sakip.tinjauan.penyusun_relasi import NOL, PERCAYA, PenyusunRelasi, menurut_cetakan, selisih_uang

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sakip.dugaan.knots import Solusi, Suntingan
    from sakip.fakta.register import Butir
    from sakip.relasi import Relasi
    from sakip.teks.kalimat import Isi

__all__ = ["Penyusun"]


class Penyusun(PenyusunRelasi):
    """Makes the findings of a review."""

    def temuan(self, knot_terbesar: int = KNOT_BESAR) -> Iterator[Temuan]:
        """Every finding, in no particular order; knots of up to so many figures are searched to their end."""
        berlaku = {r: p is not Putusan.TIDAK_SESUAI for r, p in self.putusan.items()}
        hilang = cari_baris_hilang(self.gagal, self.relasi)
        yield from map(self.dari_baris_hilang, hilang)
        terjawab = {r for x in hilang for r in (*x.relasi, *x.cacahan)}
        gagal = [r for r in self.gagal if not r.lunak and not isinstance(r, Syarat) and r not in terjawab]
        jodoh = cari_jodoh(self.reg.kolom, gagal)
        lemah = frozenset(r for r, p in self.putusan.items() if p is Putusan.PEMBULATAN)
        selip = partial(berbukti, self.reg, self.relasi)
        pelokal = Pelokal(Timbangan(self.relasi, berlaku, jodoh, lemah, selip), knot_terbesar)
        sunting: list[Suntingan] = []
        bersama: dict[Butir, tuple[list[Relasi], Solusi, bool]] = {}
        for knot, solusi, habis in self._simpul(pelokal, gagal):
            if not solusi or len(solusi) > SOLUSI_TERBANYAK:
                yield from (_dicari(self.apa_adanya(r), len(solusi), habis) for r in knot)
                continue
            for bagian in pisahkan(solusi):
                if len(bagian) > 1:
                    yield _dicari(self.setara(knot, bagian), len(bagian), habis)
                    continue
                for s in bagian[0].pokok:
                    bersama[s.butir] = (knot, bagian[0], habis)
                sunting += bagian[0].pokok
        for g in self._salinan(gabungkan(self.reg, sunting)):
            yield _dicari(self._dari_gabungan(g[0], g[1], bersama), 1, bersama[g[0].suntingan[0].butir][2])
        for r in self.gagal:
            if isinstance(r, Syarat):
                yield self.dari_syarat(r)
        yield from self.dari_lunak([r for r in self.gagal if r.lunak], set(bersama))
        yield from self.dari_potongan()
        yield from self.dari_bacaan()
        yield from self.dari_wajar()

    def _simpul(self, pelokal: Pelokal, gagal: list[Relasi]) -> Iterator[tuple[list[Relasi], list[Solusi], bool]]:
        """The knots with their solutions; knots whose solutions touch the same figures are one knot."""
        antre = simpul(gagal, pelokal.timbangan.jodoh.bersama())
        while antre:
            selesai = [(k, pelokal.pecahkan(k), pelokal.habis) for k in antre]
            sentuh = [{s.butir for x in solusi for s in x.suntingan} for _, solusi, _ in selesai]
            gabung: list[list[int]] = []
            for i, milik in enumerate(sentuh):
                bertemu = [g for g in gabung if any(milik & sentuh[j] for j in g)]
                gabung = [g for g in gabung if g not in bertemu] + [[*(j for g in bertemu for j in g), i]]
            yield from (selesai[g[0]] for g in gabung if len(g) == 1)
            antre = [[r for j in g for r in selesai[j][0]] for g in gabung if len(g) > 1]

    def _salinan(self, gabungan: list[Gabungan]) -> list[tuple[Gabungan, list[Suntingan]]]:
        """Put edits of one fact from one wrong value to one right value together: copies of one error."""
        kelompok: dict[object, list[Gabungan]] = {}
        for g in gabungan:
            s = g.suntingan[0]
            b = s.butir
            kunci: object = id(g)
            if g.jenis == "satu" and b.kunci is not None:
                kunci = (b.kunci, b.nilai, baku(b.label), repr(s.nilai))
            kelompok.setdefault(kunci, []).append(g)
        hasil = []
        for daftar_g in kelompok.values():
            urut = sorted(daftar_g, key=lambda g: PERCAYA.index(g.suntingan[0].butir.media))
            hasil.append((urut[0], [g.suntingan[0] for g in urut[1:]]))
        return hasil

    def _dari_gabungan(
        self, g: Gabungan, salinan: list[Suntingan], bersama: Mapping[Butir, tuple[list[Relasi], Solusi, bool]]
    ) -> Temuan:
        s = g.suntingan[0]
        b = s.butir
        knot = bersama[b][0]
        kode, r = self.kode(b, knot)
        if g.jenis in {"geser", "salin"}:
            kode = Counter(self.kode(x.butir, bersama[x.butir][0])[0] for x in g.suntingan).most_common(1)[0][0]
        a = self.aturan[kode]
        nilai = menurut_cetakan(s, r)
        benar = tulis_nilai(b, nilai)
        milik = [x.butir for x in g.suntingan]
        pulih = [x for k in dict.fromkeys(id(bersama[m][0]) for m in milik) for x in self._pulih(k, bersama, milik)]
        dugaan = self.dugaan(g)
        if a.celah:
            dugaan = (*dugaan, Dugaan("celah", {"celah": Kalimat(f"{a.kode}.celah")}))
        kunci, isi = self._pesan(g, r, benar, len(pulih))
        selisih = tulis_selisih(b, nilai)
        return Temuan(
            id=self.id_temuan(kode, *milik),
            kode=kode,
            keparahan=a.keparahan,
            kunci=kunci,
            isi=isi,
            tempat=b.tempat,
            lokasi=tuple(m.lokasi for m in milik),
            tertulis=b.teks,
            seharusnya=benar,
            selisih=selisih,
            uang=max((selisih_uang(x.butir, x.nilai) for x in g.suntingan), default=NOL),
            operan=self._operan(g, r),
            bukti=tuple(dict.fromkeys(x.uraian for x in pulih)),
            akibat=(*self._akibat(milik, bersama), *map(_akibat_salin, salinan)),
            dugaan=dugaan,
            dasar=a.dasar,
        )

    def _pulih(
        self, kunci: int, bersama: Mapping[Butir, tuple[list[Relasi], Solusi, bool]], milik: list[Butir]
    ) -> list[Relasi]:
        knot = next(k for k, _, _ in bersama.values() if id(k) == kunci)
        return [r for r in knot if any(x in milik for x in r.butir)]

    def _pesan(self, g: Gabungan, r: Relasi, benar: str, banyak: int) -> tuple[str, dict[str, Isi]]:
        s = g.suntingan[0]
        b = s.butir
        isi: dict[str, Isi] = {"nama": b.nama, "tertulis": b.teks, "seharusnya": benar, "uraian": r.uraian}
        isi["banyak"] = str(banyak)
        isi |= {f"seharusnya{i}": tulis_nilai(x.butir, x.nilai) for i, x in enumerate(g.suntingan[1:], 2)}
        if g.jenis in {"geser", "salin"}:
            isi["banyak"] = str(len(g.suntingan))
            isi["wadah"] = b.tempat.partition(",")[0]
            isi["arah"] = "satu baris ke atas" if g.langkah > 0 else "satu baris ke bawah"
            isi["daftar"] = "; ".join(
                f"{x.butir.nama} tercetak {x.butir.teks} (milik {tujuan.nama}), "
                f"seharusnya {tulis_nilai(x.butir, x.nilai)}"
                for x, tujuan in zip(g.suntingan, g.tujuan, strict=True)
            )
            return {"geser": "deret", "salin": "salinan"}[g.jenis], isi
        if g.jenis in {"tukar", "pasangan"}:
            t = g.suntingan[1]
            isi |= {"nama2": t.butir.nama, "tertulis2": t.butir.teks}
            return g.jenis, {**isi, **g.isi}
        if isinstance(r, Peringkat):
            return "label", isi
        if isinstance(r, Sama):
            isi["saksi"] = daftar([x.tempat for x in r.cetakan if x.nilai != b.nilai or x.label != b.label])
            return "sama", isi
        return ("hasil" if isinstance(r, Rumusan) and r.hasil is b else "operan"), isi

    def _operan(self, g: Gabungan, r: Relasi) -> tuple[Operan, ...]:
        milik = [s.butir for s in g.suntingan]
        lain = [x for x in r.butir if x not in milik]
        return tuple(Operan(x.nama, x.teks, x.lokasi) for x in (*milik[1:], *lain))

    def _akibat(
        self, milik: list[Butir], bersama: Mapping[Butir, tuple[list[Relasi], Solusi, bool]]
    ) -> Iterator[Akibat]:
        for solusi in {id(bersama[m][1]): bersama[m][1] for m in milik}.values():
            sebab = {s.butir: s.akibat_dari for s in solusi.suntingan}
            for s in solusi.suntingan:
                akar = s.akibat_dari
                while akar is not None and sebab.get(akar) is not None:
                    akar = sebab[akar]
                if akar in milik:
                    yield Akibat(
                        "hitung",
                        {"nama": s.butir.nama, "tertulis": s.butir.teks, "seharusnya": tulis_nilai(s.butir, s.nilai)},
                        s.butir.lokasi,
                    )


def _akibat_salin(s: Suntingan) -> Akibat:
    b = s.butir
    isi = {"nama": f"{b.nama} ({b.tempat})", "tertulis": b.teks, "seharusnya": tulis_nilai(b, s.nilai)}
    return Akibat("salin", isi, b.lokasi)


def _dicari(t: Temuan, solusi: int, habis: bool) -> Temuan:
    """A finding that says how many solutions the search found, and where it was cut short."""
    dugaan = (*t.dugaan, Dugaan("terbatas")) if habis else t.dugaan
    return attrs.evolve(t, solusi=solusi, tuntas=not habis, dugaan=dugaan)
