"""Findings that blame no figure: relations that no edit mends, conditions, lost lines, notes.

What names the wrong figure is in `penyusun`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sakip.angka.angka import bulat
from sakip.angka.interval import Interval
from sakip.dugaan.runs import gabungkan
from sakip.dugaan.slips import duga
from sakip.fakta.susun import PERAN_TARGET
from sakip.model.timbangan import Dasar
from sakip.relasi import DIBATASI, DIPOTONG, KASAR, RUMUS_LAIN, Arah, Peringkat, Putusan, Rumusan, Sama, Syarat
from sakip.teks.kalimat import Kalimat
from sakip.temuan.nilai import daftar, tulis_nilai, tulis_selisih
from sakip.temuan.temuan import Akibat, Dugaan, Operan, Perbaikan, Temuan, sidik
from sakip.tinjauan.selection import SEMUA

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from sakip.aturan.definisi import Aturan
    from sakip.dugaan.knots import Solusi, Suntingan
    from sakip.dugaan.lost_line import BarisHilang
    from sakip.dugaan.readings import Ragu
    from sakip.dugaan.runs import Gabungan
    from sakip.fakta.register import Butir, Register
    from sakip.relasi import Evaluasi, Relasi
    from sakip.tinjauan.selection import Pilihan

__all__ = ["NOL", "PERCAYA", "PenyusunRelasi", "menurut_cetakan", "selisih_uang"]

NOL = Fraction(0)

BACAAN = "BAC01"
"""The rule under which a reading that the report does not bear out is asked about."""

PERCAYA = ("tabel", "hitungan", "pk", "narasi")
"""Media in the order in which copies of one error are told: the prose copies the table."""

DISEBUT = 12
"""Equally good solutions that the message of a finding names; `alternatif` has all."""

BERJAJAR = 3
"""Equally good solutions up to which `tertulis` and `seharusnya` have them all."""

WAJAR = {DIBATASI: "catatan", RUMUS_LAIN: "catatan", KASAR: "peringatan"}
"""Ways that would explain a result innocently, and how grave it is that nothing states them."""

HITUNGAN = frozenset({"hasil", "rasio"})
"""Kinds of relations whose results may have been cut off; a mean is reckoned from figures that were rounded before."""

BARIS_NOL = 2
"""Lines from which a column of zeros is one."""

POTONGAN = "NOT03"
"""The rule under which results cut off instead of rounded are noted."""


class PenyusunRelasi:
    """Makes the findings that blame no figure."""

    def __init__(
        self,
        reg: Register,
        aturan: Mapping[str, Aturan],
        evaluasi: Mapping[Relasi, Evaluasi],
        ragu: Sequence[Ragu] = (),
        pilihan: Pilihan = SEMUA,
    ) -> None:
        self.reg = reg
        self.pilihan = pilihan
        self.ragu = ragu
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

    def kode(self, b: Butir, knot: list[Relasi]) -> tuple[str, Relasi]:
        """The rule to report an edit of `b` under, a wanted one, and the failing relation that shows it best."""
        milik = [r for r in knot if any(x is b for x in r.butir)]
        kode, r = self._kode(b, milik, knot)
        if self.pilihan.berlaku(kode):
            return kode, r
        return next(((x.kode, x) for x in milik if self.pilihan.berlaku(x.kode)), (kode, r))

    def _kode(self, b: Butir, milik: list[Relasi], knot: list[Relasi]) -> tuple[str, Relasi]:
        for r in milik:
            if (isinstance(r, Rumusan) and r.hasil is b) or (isinstance(r, Peringkat) and r.label is b):
                return r.kode, r
        for r in milik:
            if isinstance(r, Sama):
                return r.kode_untuk(b), r
        r = min(milik or knot, key=lambda r: (sum(x.wadah != b.wadah for x in r.butir), len(r.butir)))
        return r.kode, r

    def kode_setara(self, knot: list[Relasi], calon: Collection[Butir]) -> tuple[str, Relasi]:
        """The rule to report several suspects under, and the failing relation that most of them stand in."""
        mau = self.pilihan.berlaku
        r = min(
            knot,
            key=lambda r: (not mau(r.kode), -sum(b in calon for b in r.butir), r.kode, str(r.uraian), r.butir[0].teks),
        )
        if isinstance(r, Sama):
            tersangka = sorted((b for b in calon if b in r.butir), key=lambda b: -PERCAYA.index(b.media))
            return next((k for k in map(r.kode_untuk, tersangka) if mau(k)), r.kode), r
        return r.kode, r

    def setara(self, knot: list[Relasi], solusi: list[Solusi]) -> Temuan:
        """Solutions equally good: all are named, none is blamed."""
        calon = list({s.butir: s for x in solusi for s in x.pokok}.values())
        ubah = {s.butir for x in solusi for s in x.suntingan}
        milik = [r for r in knot if not ubah.isdisjoint(r.butir)]
        kode, r = self.kode_setara(milik, [s.butir for s in calon])
        alternatif = tuple(
            tuple(_perbaikan(s, milik if len(x.suntingan) == 1 else ()) for s in x.suntingan) for x in solusi
        )
        pokok = [[p for p in x if not p.ikut] for x in alternatif]
        isi = {
            "uraian": Kalimat("relasi.beda", {"uraian": r.uraian, "beda": beda}) if (beda := _lawan(r)) else r.uraian,
            "banyak": str(len(solusi)),
            "daftar": daftar([" dan ".join(map(str, x)) for x in pokok], DISEBUT),
        }
        dugaan = [d for x in solusi for g in gabungkan(self.reg, x.pokok) for d in self.dugaan(g)]
        if any({s.butir.media for s in x.pokok} == {"narasi"} for x in solusi) and any(
            s.butir.media != "narasi" for s in calon
        ):
            dugaan.append(Dugaan("kalimat"))
        if self.aturan[kode].celah:
            dugaan.append(Dugaan("celah", {"celah": Kalimat(f"{kode}.celah")}))
        return Temuan(
            id=self.id_temuan(kode, *(s.butir for s in calon)),
            kode=kode,
            keparahan=self.aturan[kode].keparahan,
            kunci="setara",
            isi=isi,
            tempat=daftar([s.butir.tempat.partition(",")[0] for s in calon]),
            lokasi=tuple(s.butir.lokasi for s in calon),
            tertulis=_berjajar([[p.tertulis for p in x] for x in pokok]),
            seharusnya=_berjajar([[p.seharusnya for p in x] for x in pokok]),
            uang=max(selisih_uang(s.butir, s.nilai) for s in calon),
            operan=tuple(Operan(x.nama, x.teks, x.lokasi) for x in r.butir),
            bukti=tuple(dict.fromkeys(x.uraian for x in milik)),
            dugaan=tuple(dict.fromkeys(dugaan)),
            dasar=self.aturan[kode].dasar,
            alternatif=alternatif,
        )

    def dugaan(self, g: Gabungan) -> tuple[Dugaan, ...]:
        """How edits with one cause probably came about."""
        if g.jenis == "geser":
            return (Dugaan("geser", {"arah": "di bawahnya" if g.langkah > 0 else "di atasnya"}),)
        if g.jenis == "salin":
            return (Dugaan("salin", {"dari": g.tujuan[0].nama}),)
        if g.jenis == "tukar":
            return (Dugaan("tukar_sel"),)
        if g.jenis == "pasangan":
            return (Dugaan("tahun_lain", g.isi),)
        s = g.suntingan[0]
        return duga(self.reg, self.relasi, s.butir, s.nilai)

    def dari_baris_hilang(self, x: BarisHilang) -> Temuan:
        """Totals that one lost line would explain: one finding, which says what that line printed."""
        r = max(x.relasi, key=lambda r: (x.isi[r.hasil], -r.hasil.urut))
        a, b = self.aturan[r.kode], r.hasil
        isi = {
            "wadah": b.tempat.partition(",")[0],
            "banyak": str(len(x.isi)),
            "daftar": "; ".join(f"{t.nama} {tulis_nilai(t, Interval.titik(n))}" for t, n in x.isi.items()),
        }
        return Temuan(
            id=self.id_temuan(r.kode, *x.isi),
            kode=r.kode,
            keparahan=a.keparahan,
            kunci="baris_hilang",
            isi=isi,
            tempat=b.tempat,
            lokasi=tuple(t.lokasi for t in (b, *(t for t in x.isi if t is not b))),
            tertulis=b.teks,
            seharusnya="",
            selisih=tulis_nilai(b, Interval.titik(x.isi[b])),
            uang=max((n for t, n in x.isi.items() if t.peran.jenis == "rupiah"), default=NOL),
            operan=tuple(Operan(o.nama, o.teks, o.lokasi) for o in r.butir if o is not b),
            bukti=tuple(y.uraian for y in (*x.relasi, *x.cacahan)),
            akibat=tuple(_akibat_hilang(y.hasil) for y in x.cacahan),
            dugaan=(Dugaan("baris_hilang"),),
            dasar=a.dasar,
        )

    def apa_adanya(self, r: Relasi) -> Temuan:
        """A relation that no small set of edits mends, or too many do: it is the finding itself."""
        a = self.aturan[r.kode]
        b = r.hasil if isinstance(r, Rumusan) else r.butir[0]
        benar, selisih, uang = "", "", NOL
        isi = {"uraian": r.uraian, "tertulis": b.teks, "judul": Kalimat(f"{a.kode}.judul")}
        kunci = "relasi"
        if isinstance(r, Rumusan):
            usulan = r.usul(b, {})
            if usulan is not None:
                nilai = Interval.titik(usulan.tengah)
                benar, selisih, uang = tulis_nilai(b, nilai), tulis_selisih(b, nilai), selisih_uang(b, nilai)
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
            id=self.id_temuan(r.kode, b, str(r.uraian)),
            kode=r.kode,
            keparahan=a.keparahan,
            kunci=kunci,
            isi=isi,
            tempat=b.tempat,
            lokasi=tuple(x.lokasi for x in r.butir if not x.tetap) or (b.lokasi,),
            tertulis=b.teks,
            seharusnya="" if kunci == "relasi" else benar,  # the result is not blamed for what its operands give
            selisih=selisih,
            uang=uang,
            operan=tuple(Operan(x.nama, x.teks, x.lokasi) for x in r.butir if x is not b),
            dugaan=(Dugaan("celah", {"celah": Kalimat(f"{a.kode}.celah")}),) if a.celah else (),
            dasar=a.dasar,
        )

    def dari_syarat(self, r: Syarat) -> Temuan:
        a = self.aturan[r.kode]
        b = r.bukti[0] if r.bukti else None
        isi = {"judul": Kalimat(f"{a.kode}.judul"), "tertulis": r.tertulis, "seharusnya": r.seharusnya}
        return Temuan(
            id=self.id_temuan(r.kode, *r.bukti) if r.bukti else sidik(r.kode, r.tertulis),
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
            dugaan=(Dugaan("celah", {"celah": Kalimat(f"{a.kode}.celah")}),) if a.celah else (),
            dasar=a.dasar,
        )

    def dari_lunak(self, gagal: list[Relasi], disunting: set[Butir]) -> Iterator[Temuan]:
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
                id=self.id_temuan(kode, *(r.hasil for r in daftar_r)),
                kode=kode,
                keparahan=a.keparahan,
                kunci="lunak",
                isi={"banyak": str(len(baris)), "uraian": Kalimat(f"{a.kode}.judul"), "daftar": "; ".join(baris)},
                tempat=b.tempat,
                lokasi=tuple(r.hasil.lokasi for r in daftar_r),
                tertulis=b.teks,
                seharusnya="",
                uang=NOL,
                operan=tuple(Operan(o.nama, o.teks, o.lokasi) for r in daftar_r for o in r.butir),
                dugaan=(Dugaan("dasar_lain", {"nilai": "; ".join(dugaan)}),),
                dasar=a.dasar,
            )

    def dari_wajar(self) -> Iterator[Temuan]:
        """Results that follow only in a way that the report does not state: each is asked about."""
        for r, e in self.evaluasi.items():
            if not isinstance(r, Rumusan) or e.jalur not in WAJAR:
                continue
            a, b, nilai = self.aturan[r.kode], r.hasil, r.hitung(r.jalur_berlaku({})[0])
            if nilai is None:
                continue
            benar = tulis_nilai(b, Interval.titik(nilai))
            yield Temuan(
                id=self.id_temuan(r.kode, b, e.jalur),
                kode=r.kode,
                keparahan=WAJAR[e.jalur],
                kunci=f"wajar_{e.jalur.partition(' ')[0]}",
                isi={"nama": b.nama, "tertulis": b.teks, "seharusnya": benar, "uraian": r.uraian},
                tempat=b.tempat,
                lokasi=(b.lokasi,),
                tertulis=b.teks,
                seharusnya=benar,
                uang=NOL,
                operan=tuple(Operan(x.nama, x.teks, x.lokasi) for x in r.butir if x is not b),
                dasar=a.dasar,
            )

    def dari_bacaan(self) -> Iterator[Temuan]:
        """Readings that their table does not bear out: each is one question, whatever fails under it."""
        if (a := self.aturan.get(BACAAN)) is None or self.pilihan.diabaikan(BACAAN):
            return
        for x in self.ragu:
            if nol := self._kolom_nol(x):
                yield self._dari_kolom_nol(x, nol)
                continue
            hasil = [r.butir[0] for r in x.gagal]
            b = hasil[0]
            isi = {
                "uraian": x.bacaan.uraian,
                "gagal": str(len(x.gagal)),
                "banyak": str(len(x.gagal) + x.sesuai),
                "daftar": daftar([_beda(r) for r in x.gagal]),
            }
            yield Temuan(
                id=self.id_temuan(a.kode, *hasil),
                kode=a.kode,
                keparahan=a.keparahan,
                kunci="bacaan",
                isi=isi,
                tempat=b.tempat,
                lokasi=tuple(y.lokasi for y in hasil if not y.tetap) or (b.lokasi,),
                tertulis=b.teks,
                seharusnya="",
                uang=NOL,
                operan=tuple(Operan(y.nama, y.teks, y.lokasi) for r in x.gagal for y in r.butir),
                dugaan=(Dugaan("celah", {"celah": Kalimat(f"{a.kode}.celah")}),),
                dasar=a.dasar,
            )

    def _kolom_nol(self, x: Ragu) -> list[Butir]:
        """The zeros of a column that prints nothing else and takes part in every relation that fails under a reading.

        No other reading makes another figure of zero: not the reading is wrong then, but the column, or what follows.
        Of targets of zero nobody knows what they give.
        """
        if len(x.gagal) < BARIS_NOL or x.bacaan.dasar is Dasar.DUGAAN or any(r.jenis not in HITUNGAN for r in x.gagal):
            return []
        nol = [[b for b in r.butir if b.nilai == 0 and b.peran.nama not in PERAN_TARGET] for r in x.gagal]
        sama = set.intersection(*({b.susunan[0] for b in isi} for isi in nol))
        kolom = next((k for k in sorted(sama) if not any(b.nilai for b in self.reg.kolom.get(k, ()))), "")
        return [b for isi in nol for b in isi if b.susunan[0] == kolom] if kolom else []

    def _dari_kolom_nol(self, x: Ragu, nol: list[Butir]) -> Temuan:
        """A column of zeros against what is reckoned from it: one finding for all of its lines."""
        r = x.gagal[0]
        a, b = self.aturan[r.kode], r.butir[0]
        wadah, _, kolom = nol[0].tempat.partition(", ")
        isi = {"wadah": wadah, "kolom": kolom.rpartition("kolom ")[2], "daftar": daftar([_beda(y) for y in x.gagal])}
        return Temuan(
            id=self.id_temuan(r.kode, *nol, *(y.butir[0] for y in x.gagal)),
            kode=r.kode,
            keparahan=a.keparahan,
            kunci="kolom_nol",
            isi=isi,
            tempat=b.tempat,
            lokasi=tuple(dict.fromkeys(y.lokasi for y in (*(g.butir[0] for g in x.gagal), *nol))),
            tertulis=b.teks,
            seharusnya="",
            uang=NOL,
            operan=tuple(Operan(y.nama, y.teks, y.lokasi) for g in x.gagal for y in g.butir),
            bukti=tuple(_beda(y) for y in x.gagal),
            dasar=a.dasar,
        )

    def dari_potongan(self) -> Iterator[Temuan]:
        """Results that hold only because digits were cut off: one note for all."""
        potong = [r for r, e in self.evaluasi.items() if isinstance(r, Rumusan) and e.alasan == DIPOTONG]
        potong += [r for r in self._kolom_dipotong() if r not in potong]
        a = self.aturan.get(POTONGAN)
        if not potong or a is None or not self.pilihan.berlaku(POTONGAN):
            return
        baris = [_terpotong(r) for r in potong]
        b = potong[0].hasil
        isi = {"judul": Kalimat(f"{a.kode}.judul"), "tertulis": daftar(baris), "seharusnya": "dibulatkan"}
        yield Temuan(
            id=self.id_temuan(a.kode, *(r.hasil for r in potong)),
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

    def _kolom_dipotong(self) -> Iterator[Rumusan]:
        """The results of columns in which some are the exact ones cut off, and none is rounded up."""
        menurut: dict[str, list[tuple[Rumusan, bool]]] = {}
        for r, e in self.evaluasi.items():
            if isinstance(r, Rumusan) and e.putusan in {Putusan.SESUAI, Putusan.PEMBULATAN} and r.jenis in HITUNGAN:
                cara = r.potongan()
                if cara is not None:
                    menurut.setdefault(r.hasil.susunan[0], []).append((r, cara))
        for isi in menurut.values():
            if all(cara for _, cara in isi):
                yield from (r for r, _ in isi)

    def id_temuan(self, kode: str, *butir: Butir | str) -> str:
        """Rows, tables and forms may change places between two drafts, so the order of the evidence is left out."""
        bagian: set[tuple[str, ...]] = set()
        for b in butir:
            if isinstance(b, str):
                bagian.add((b,))
                continue
            subjek, periode = (b.kunci.subjek, b.kunci.periode) if b.kunci else (b.nama, None)
            tanda = "kurang dari nol" if b.nilai is not None and b.nilai < 0 else ""  # a fingerprint has no signs
            bagian.add((subjek, b.peran.nama, b.wadah, tanda + b.teks, str(periode or "")))
        return sidik(kode, *(x for t in sorted(bagian) for x in t))


def _terpotong(r: Rumusan) -> str:
    """A result that was cut off, and what rounding gives."""
    y, n = r.hasil, next((n for j in r.jalur_berlaku({}) if (n := r.hitung(j)) is not None and r.memotong(n)), None)
    return f"{y.nama} {y.teks}" + ("" if n is None else f", dibulatkan {tulis_nilai(y, Interval.titik(n))}")


def menurut_cetakan(s: Suntingan, r: Relasi) -> Interval | str:
    """What an edit puts in place: of all results that rounded operands can give, the one of the operands as printed."""
    b = s.butir
    if not isinstance(r, Rumusan) or r.hasil is not b or not isinstance(s.nilai, Interval):
        return s.nilai
    semua, tepat = r.usul(b, {}), r.hitung(r.jalur_berlaku({})[0])
    if semua is None or tepat is None or bulat(semua.tengah, b.desimal) != bulat(s.nilai.tengah, b.desimal):
        return s.nilai
    return Interval.titik(tepat)


def _perbaikan(s: Suntingan, milik: Sequence[Relasi]) -> Perbaikan:
    """An edit; a result alone is put right by its operands as printed, in the relation that it is the result of."""
    b = s.butir
    nilai = next((menurut_cetakan(s, r) for r in milik if isinstance(r, Rumusan) and r.hasil is b), s.nilai)
    return Perbaikan(
        nama=b.nama,
        tertulis=b.teks,
        seharusnya=tulis_nilai(b, nilai),
        tempat=b.tempat,
        lokasi=b.lokasi,
        ikut=s.akibat_dari is not None,
    )


def _berjajar(semua: list[list[str]]) -> str:
    """A few alternatives side by side; nothing where there are many."""
    return " | ".join(" dan ".join(x) for x in semua) if len(semua) <= BERJAJAR else ""


def _akibat_hilang(b: Butir) -> Akibat:
    return Akibat("hilang", {"nama": b.nama, "tertulis": b.teks, "tempat": b.tempat}, b.lokasi)


def selisih_uang(b: Butir, nilai: Interval | str) -> Fraction:
    """The size of the difference in rupiah; zero when it is not money."""
    if b.peran.jenis != "rupiah" or not isinstance(nilai, Interval) or b.nilai is None:
        return NOL
    return abs(b.nilai - nilai.tengah)


def _beda(r: Relasi) -> str:
    """The result of a relation that fails, beside what its operands give."""
    y = r.butir[0]
    return f"{y.nama} {_lawan(r) or y.teks}"


def _lawan(r: Relasi) -> str:
    """What a formula's result prints and what its operands give; nothing where they give none."""
    n = r.hitung(r.jalur_berlaku({})[0]) if isinstance(r, Rumusan) else None
    return "" if n is None else f"{r.butir[0].teks} ≠ {tulis_nilai(r.butir[0], Interval.titik(n))}"
