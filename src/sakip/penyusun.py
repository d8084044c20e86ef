"""From failing relations to findings: each knot solved, each cause one finding with its consequences."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from sakip.aturan.fakta_sama import KODE_MEDIA
from sakip.dugaan.biaya import Timbangan
from sakip.dugaan.deret import Gabungan, gabungkan
from sakip.dugaan.jodoh import cari_jodoh
from sakip.dugaan.pelokalan import Pelokal
from sakip.dugaan.sebab import duga
from sakip.dugaan.simpul import simpul
from sakip.fakta.nama import baku
from sakip.format import daftar, tulis_nilai, tulis_selisih
from sakip.interval import Interval
from sakip.relasi import DIPOTONG, Arah, Peringkat, Putusan, Rumusan, Sama, Syarat
from sakip.temuan import Akibat, Dugaan, Operan, Temuan, sidik

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sakip.aturan.definisi import Aturan
    from sakip.dugaan.simpul import Solusi, Suntingan
    from sakip.fakta.register import Butir, Register
    from sakip.relasi import Evaluasi, Relasi

__all__ = ["Penyusun"]

NOL = Fraction(0)

SETARA_TERBANYAK = 3
"""Equally good solutions that a finding can name; with more the relation itself says it better."""

POTONGAN = "NOT03"
"""The rule under which results cut off instead of rounded are noted."""

PERCAYA = ("tabel", "hitungan", "pk", "narasi")
"""Media in the order in which a shared wrong value is blamed: the prose copies the table."""


class Penyusun:
    """Makes the findings of a review."""

    def __init__(self, reg: Register, aturan: Mapping[str, Aturan], evaluasi: Mapping[Relasi, Evaluasi]) -> None:
        self.reg = reg
        self.aturan = aturan
        self.evaluasi = evaluasi
        self.putusan = {r: e.putusan for r, e in evaluasi.items()}
        self.relasi: dict[Butir, list[Relasi]] = {}
        for r, p in self.putusan.items():
            # A structural condition has no values: no edit of a figure could mend or break it.
            if p is not Putusan.TAK_DAPAT_DIPERIKSA and not isinstance(r, Syarat):
                for b in r.butir:
                    self.relasi.setdefault(b, []).append(r)
        self.gagal = [r for r, p in self.putusan.items() if p is Putusan.TIDAK_SESUAI]

    def temuan(self) -> Iterator[Temuan]:
        """Every finding, in no particular order."""
        berlaku = {r: p is not Putusan.TIDAK_SESUAI for r, p in self.putusan.items()}
        jodoh = cari_jodoh(self.reg.butir, (r for r in self.gagal if not r.lunak and not isinstance(r, Syarat)))
        lemah = frozenset(r for r, p in self.putusan.items() if p is Putusan.PEMBULATAN)
        pelokal = Pelokal(Timbangan(self.relasi, berlaku, jodoh, lemah))
        sunting: list[Suntingan] = []
        bersama: dict[Butir, tuple[list[Relasi], Solusi, bool]] = {}
        for knot, solusi, habis in self._simpul(pelokal):
            if len(solusi) == 1:
                for s in solusi[0].pokok:
                    bersama[s.butir] = (knot, solusi[0], habis)
                sunting += solusi[0].pokok
            elif 0 < len(solusi) <= SETARA_TERBANYAK:
                yield self._setara(knot, solusi)
            else:
                yield from map(self._apa_adanya, knot)
        for g in self._salinan(gabungkan(self.reg, sunting)):
            yield self._dari_gabungan(g[0], g[1], bersama)
        for r in self.gagal:
            if isinstance(r, Syarat):
                yield self._dari_syarat(r)
        yield from self._dari_lunak([r for r in self.gagal if r.lunak], set(bersama))
        yield from self._dari_potongan()

    def _simpul(self, pelokal: Pelokal) -> Iterator[tuple[list[Relasi], list[Solusi], bool]]:
        """The knots with their solutions; knots whose solutions touch the same figures are one knot."""
        antre = simpul((r for r in self.gagal if not r.lunak and not isinstance(r, Syarat)), pelokal.timbangan.jodoh)
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

    def _kode(self, b: Butir, knot: list[Relasi]) -> tuple[str, Relasi]:
        """The rule to report an edit of `b` under, and the failing relation that shows it best."""
        milik = [r for r in knot if any(x is b for x in r.butir)]
        for r in milik:
            if (isinstance(r, Rumusan) and r.hasil is b) or (isinstance(r, Peringkat) and r.label is b):
                return r.kode, r
        for r in milik:
            if isinstance(r, Sama):
                return (KODE_MEDIA[b.media] if r.kode in KODE_MEDIA.values() else r.kode), r
        r = min(milik or knot, key=lambda r: (sum(x.wadah != b.wadah for x in r.butir), len(r.butir)))
        return r.kode, r

    def _dari_gabungan(
        self, g: Gabungan, salinan: list[Suntingan], bersama: Mapping[Butir, tuple[list[Relasi], Solusi, bool]]
    ) -> Temuan:
        s = g.suntingan[0]
        b = s.butir
        knot, _, habis = bersama[b]
        kode, r = self._kode(b, knot)
        if g.jenis == "geser":
            kode = Counter(self._kode(x.butir, bersama[x.butir][0])[0] for x in g.suntingan).most_common(1)[0][0]
        a = self.aturan[kode]
        benar = tulis_nilai(b, s.nilai)
        milik = [x.butir for x in g.suntingan]
        pulih = [x for k in dict.fromkeys(id(bersama[m][0]) for m in milik) for x in self._pulih(k, bersama, milik)]
        dugaan = self._dugaan(g, habis)
        if a.celah:
            dugaan = (*dugaan, Dugaan("celah", {"celah": a.celah}))
        kunci, isi = self._pesan(g, r, benar, len(pulih))
        selisih = tulis_selisih(b, s.nilai)
        return Temuan(
            id=self._id(kode, *milik),
            kode=kode,
            keparahan=a.keparahan,
            kunci=kunci,
            isi=isi,
            tempat=b.tempat,
            lokasi=tuple(m.lokasi for m in milik),
            tertulis=b.teks,
            seharusnya=benar,
            selisih=selisih,
            uang=max((_uang(x.butir, x.nilai) for x in g.suntingan), default=NOL),
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

    def _pesan(self, g: Gabungan, r: Relasi, benar: str, banyak: int) -> tuple[str, dict[str, str]]:
        s = g.suntingan[0]
        b = s.butir
        isi = {"nama": b.nama, "tertulis": b.teks, "seharusnya": benar, "uraian": r.uraian, "banyak": str(banyak)}
        if g.jenis == "geser":
            isi["banyak"] = str(len(g.suntingan))
            isi["wadah"] = b.tempat.partition(",")[0]
            isi["arah"] = "satu baris ke atas" if g.langkah > 0 else "satu baris ke bawah"
            isi["daftar"] = "; ".join(
                f"{x.butir.nama} tercetak {x.butir.teks} (milik {tujuan.nama}), "
                f"seharusnya {tulis_nilai(x.butir, x.nilai)}"
                for x, tujuan in zip(g.suntingan, g.tujuan, strict=True)
            )
            return "deret", isi
        if g.jenis in {"tukar", "pasangan"}:
            t = g.suntingan[1]
            isi |= {"nama2": t.butir.nama, "tertulis2": t.butir.teks, "seharusnya2": tulis_nilai(t.butir, t.nilai)}
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

    def _dugaan(self, g: Gabungan, habis: bool) -> tuple[Dugaan, ...]:
        if g.jenis == "geser":
            hasil: tuple[Dugaan, ...] = (Dugaan("geser", {"arah": "di bawahnya" if g.langkah > 0 else "di atasnya"}),)
        elif g.jenis == "tukar":
            hasil = (Dugaan("tukar_sel"),)
        elif g.jenis == "pasangan":
            hasil = (Dugaan("tahun_lain", g.isi),)
        else:
            s = g.suntingan[0]
            hasil = duga(self.reg, self.relasi, s.butir, s.nilai)
        return (*hasil, Dugaan("terbatas")) if habis else hasil

    def _setara(self, knot: list[Relasi], solusi: list[Solusi]) -> Temuan:
        """Solutions equally good: all are named, none is blamed."""
        calon = list({s.butir: s for x in solusi for s in x.pokok}.values())
        kode, r = self._kode(calon[0].butir, knot)
        isi = {
            "uraian": r.uraian,
            "daftar": "; ".join(f"{s.butir.nama} {s.butir.teks} → {tulis_nilai(s.butir, s.nilai)}" for s in calon),
        }
        dugaan = [d for s in calon for d in duga(self.reg, self.relasi, s.butir, s.nilai)]
        b = calon[0].butir
        return Temuan(
            id=self._id(kode, *(s.butir for s in calon)),
            kode=kode,
            keparahan=self.aturan[kode].keparahan,
            kunci="setara",
            isi=isi,
            tempat=b.tempat,
            lokasi=tuple(s.butir.lokasi for s in calon),
            tertulis=b.teks,
            seharusnya=tulis_nilai(b, calon[0].nilai),
            selisih=tulis_selisih(b, calon[0].nilai),
            uang=max(_uang(s.butir, s.nilai) for s in calon),
            operan=tuple(Operan(x.nama, x.teks, x.lokasi) for x in r.butir),
            bukti=tuple(x.uraian for x in knot),
            dugaan=tuple(dict.fromkeys(dugaan)),
            dasar=self.aturan[kode].dasar,
        )

    def _apa_adanya(self, r: Relasi) -> Temuan:
        """A relation that no small set of edits mends, or too many do: it is the finding itself."""
        a = self.aturan[r.kode]
        b = r.hasil if isinstance(r, Rumusan) else r.butir[0]
        benar, selisih, uang = "", "", NOL
        isi = {"uraian": r.uraian, "tertulis": b.teks, "judul": a.judul}
        kunci = "relasi"
        if isinstance(r, Rumusan):
            usulan = r.usul(b, {})
            if usulan is not None:
                nilai = Interval.titik(usulan.tengah)
                benar, selisih, uang = tulis_nilai(b, nilai), tulis_selisih(b, nilai), _uang(b, nilai)
        elif isinstance(r, Peringkat):
            benar = r.label_benar({}) or "tanpa kategori"
        elif isinstance(r, Sama):
            kunci = "beda"
            isi["daftar"] = "; ".join(f"{x.teks} ({x.tempat})" for x in r.cetakan)
        elif isinstance(r, Arah):
            kunci = "arah"
            isi |= {"kata": b.teks, "deret": "; ".join(f"{x.teks} ({x.nama})" for x in r.deret)}
            benar = " → ".join(x.teks for x in r.deret)
        isi["seharusnya"] = benar
        return Temuan(
            id=self._id(r.kode, b, r.uraian),
            kode=r.kode,
            keparahan=a.keparahan,
            kunci=kunci,
            isi=isi,
            tempat=b.tempat,
            lokasi=tuple(x.lokasi for x in r.butir if not x.tetap) or (b.lokasi,),
            tertulis=b.teks,
            seharusnya=benar,
            selisih=selisih,
            uang=uang,
            operan=tuple(Operan(x.nama, x.teks, x.lokasi) for x in r.butir if x is not b),
            dugaan=(Dugaan("celah", {"celah": a.celah}),) if a.celah and len(r.butir) > 3 else (),
            dasar=a.dasar,
        )

    def _dari_syarat(self, r: Syarat) -> Temuan:
        a = self.aturan[r.kode]
        b = r.bukti[0] if r.bukti else None
        isi = {"judul": a.judul, "tertulis": r.tertulis, "seharusnya": r.seharusnya}
        return Temuan(
            id=self._id(r.kode, *r.bukti) if r.bukti else sidik(r.kode, r.tertulis),
            kode=r.kode,
            keparahan=a.keparahan,
            kunci="syarat",
            isi=isi,
            tempat=b.tempat if b else "",
            lokasi=tuple(x.lokasi for x in r.bukti),
            tertulis=r.tertulis,
            seharusnya=r.seharusnya,
            uang=NOL,
            operan=tuple(Operan(x.nama, x.teks, x.lokasi) for x in r.bukti),
            bukti=r.rincian,
            dugaan=(Dugaan("celah", {"celah": a.celah}),) if a.celah else (),
            dasar=a.dasar,
        )

    def _dari_lunak(self, gagal: list[Relasi], disunting: set[Butir]) -> Iterator[Temuan]:
        """Soft relations that no edit explains: one note a rule and column, with the bases that would fit."""
        kelompok: dict[tuple[str, str], list[Rumusan]] = {}
        for r in gagal:
            if isinstance(r, Rumusan) and not any(b in disunting for b in r.butir):
                kelompok.setdefault((r.kode, r.hasil.susunan[0]), []).append(r)
        for (kode, _), daftar_r in kelompok.items():
            a = self.aturan[kode]
            baris, dugaan = [], []
            for r in daftar_r:
                dasar = r.jalur[0].operan
                target = next((o for o in dasar if o.peran.pasti), dasar[0])
                usulan = r.usul(target, {})
                cocok = tulis_nilai(target, usulan) if usulan is not None else "?"
                baris.append(f"{r.hasil.nama} {r.hasil.teks}: {target.nama} {target.teks}")
                dugaan.append(f"{target.nama} {cocok}")
            b = daftar_r[0].hasil
            yield Temuan(
                id=self._id(kode, *(r.hasil for r in daftar_r)),
                kode=kode,
                keparahan=a.keparahan,
                kunci="lunak",
                isi={"banyak": str(len(baris)), "uraian": a.judul, "daftar": "; ".join(baris)},
                tempat=b.tempat,
                lokasi=tuple(r.hasil.lokasi for r in daftar_r),
                tertulis=b.teks,
                seharusnya="",
                uang=NOL,
                operan=tuple(Operan(o.nama, o.teks, o.lokasi) for r in daftar_r for o in r.butir),
                dugaan=(Dugaan("dasar_lain", {"nilai": "; ".join(dugaan)}),),
                dasar=a.dasar,
            )

    def _dari_potongan(self) -> Iterator[Temuan]:
        """Results that hold only because digits were cut off: one note for all."""
        potong = [r for r, e in self.evaluasi.items() if isinstance(r, Rumusan) and e.alasan == DIPOTONG]
        a = self.aturan.get(POTONGAN)
        if not potong or a is None:
            return
        baris = [
            f"{r.hasil.nama} {r.hasil.teks}, {tulis_nilai(r.hasil, n)}" for r in potong if (n := r.usul(r.hasil, {}))
        ]
        b = potong[0].hasil
        isi = {"judul": a.judul, "tertulis": f"{len(potong)} angka dipotong", "seharusnya": "dibulatkan"}
        yield Temuan(
            id=self._id(a.kode, *(r.hasil for r in potong)),
            kode=a.kode,
            keparahan=a.keparahan,
            kunci="syarat",
            isi=isi,
            tempat=b.tempat,
            lokasi=tuple(r.hasil.lokasi for r in potong),
            tertulis=b.teks,
            seharusnya="dibulatkan, bukan dipotong",
            uang=NOL,
            operan=tuple(Operan(r.hasil.nama, r.hasil.teks, r.hasil.lokasi) for r in potong),
            bukti=tuple(baris),
            dugaan=(Dugaan("potong"),),
            dasar=a.dasar,
        )

    def _id(self, kode: str, *butir: Butir | str) -> str:
        """Rows, tables and forms may change places between two drafts, so the order of the evidence is left out."""
        bagian: set[tuple[str, ...]] = set()
        for b in butir:
            if isinstance(b, str):
                bagian.add((b,))
                continue
            subjek, periode = (b.kunci.subjek, b.kunci.periode) if b.kunci else (b.nama, None)
            bagian.add((subjek, b.peran.nama, b.wadah, b.teks, str(periode or "")))
        return sidik(kode, *(x for t in sorted(bagian) for x in t))


def _akibat_salin(s: Suntingan) -> Akibat:
    b = s.butir
    isi = {"nama": f"{b.nama} ({b.tempat})", "tertulis": b.teks, "seharusnya": tulis_nilai(b, s.nilai)}
    return Akibat("salin", isi, b.lokasi)


def _uang(b: Butir, nilai: Interval | str) -> Fraction:
    """The size of the difference in rupiah; zero when it is not money."""
    if b.peran.jenis != "rupiah" or not isinstance(nilai, Interval) or b.nilai is None:
        return NOL
    return abs(b.nilai - nilai.tengah)
