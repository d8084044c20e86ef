"""The checklist of the review (PermenPANRB 53/2014, anak lampiran III/2-2), each item with its own proof.

What an item needs stands in `daftar_uji.toml`. An item is SESUAI only when what it compares was found in the source,
on both sides, and compared, and nothing that the review noted speaks against it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.aturan.definisi import KEPARAHAN
from sakip.relasi import Putusan
from sakip.teks.istilah import bentuk
from sakip.teks.kalimat import kalimat
from sakip.tinjauan.tanggapan import tanggapan_untuk
from sakip.tulis.kkr.bahan import Bahan, berangka, pasangkan, sel_formulir
from sakip.tulis.kkr.butir_uji import muat
from sakip.tulis.kkr.isi import BELUM_CUKUP, SESUAI, TIDAK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sakip.angka.lokasi import Lokasi
    from sakip.fakta.butir import Butir as Cetakan
    from sakip.model.sel import Sel
    from sakip.teks.kalimat import Isi as Ucapan
    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.engine import HasilRelasi
    from sakip.tulis.kkr.butir_uji import ButirUji, Unsur
    from sakip.tulis.kkr.isi import Isi
    from sakip.tulis.words.kamus import Kamus

__all__ = [
    "BAIK",
    "COCOK",
    "DISAJIKAN",
    "HASIL",
    "PEREVIU",
    "TAK_BERLAKU",
    "TAK_DITEMUKAN",
    "Butir",
    "butir",
    "lingkup",
    "nomor_ringkas",
]

DISAJIKAN, TAK_DITEMUKAN = "DISAJIKAN", "TIDAK DITEMUKAN"
PEREVIU, TAK_BERLAKU, COCOK = "OLEH PEREVIU", "TIDAK BERLAKU", "COCOK"

HASIL = (SESUAI, DISAJIKAN, TIDAK, BELUM_CUKUP, TAK_DITEMUKAN, PEREVIU, TAK_BERLAKU, COCOK)
"""The outcomes there are, in the order in which the sheet explains them."""

BAIK = frozenset({SESUAI, DISAJIKAN, PEREVIU, TAK_BERLAKU, COCOK})
"""The outcomes that do not stand in the way of the statement."""


def lingkup(instansi: str, kamus: Kamus) -> str:
    """Which reports the regulation has reviewed, and what that means for this one."""
    teks = kamus("uji.lingkup")
    if bentuk("instansi.bukan_pemerintah").match(instansi.strip()):
        return f"{teks} {kamus('uji.lingkup.praktik', instansi=instansi)}"
    return teks


@attrs.frozen(kw_only=True)
class Butir:
    """An item of the checklist.

    Attributes:
        resmi: it is one of the 23 of the regulation's form.
        hasil: one of `HASIL`.
        bukti: what was found, what was compared, how many, what failed.
        halangan: what keeps it from the best outcome.
        temuan: the numbers of the findings that belong to it.
        pereviu: what is left to the reviewer.
    """

    kelompok: str
    nomor: str
    uraian: str
    resmi: bool
    hasil: str
    bukti: tuple[str, ...]
    halangan: tuple[str, ...]
    temuan: tuple[int, ...]
    pereviu: str


def butir(isi: Isi) -> list[Butir]:
    """Every item, in order."""
    bahan = Bahan(isi.reviu.laporan, muat().dokumen)
    hasil: dict[str, Butir] = {}
    for kelompok in muat().kelompok:
        for ke, b in enumerate(kelompok.butir, 1):
            nomor = f"{kelompok.nomor}.{ke}"
            uji = _Uji(isi, bahan, nomor, b)
            hasil[nomor] = Butir(
                kelompok=kelompok.nama or isi.kamus(f"uji.kelompok.{kelompok.nomor}"),
                nomor=nomor,
                uraian=b.uraian or isi.kamus(f"uji.{nomor}"),
                resmi=kelompok.resmi,
                hasil=uji.hasil(hasil),
                bukti=tuple(uji.bukti),
                halangan=tuple(dict.fromkeys(uji.halangan)),
                temuan=tuple(sorted(isi.nomor[t.id] for t in uji.temuan)),
                pereviu=isi.kamus(f"uji.{nomor}.pereviu"),
            )
    return list(hasil.values())


class _Uji:
    """One item being tested."""

    def __init__(self, isi: Isi, bahan: Bahan, nomor: str, b: ButirUji) -> None:
        self.isi, self.bahan, self.b, self.kata = isi, bahan, b, isi.kamus
        aturan = isi.kamus.aturan.values()
        self.aturan = frozenset(a.kode for a in aturan if b.semua or nomor in a.daftar_uji)
        self.bersama = frozenset(a.kode for a in aturan if nomor in a.daftar_uji_bersama)
        self.bukti: list[str] = []
        self.halangan: list[str] = []
        self.ada = False
        self.terbukti = False
        self.berat = False
        self.utama = {h.kunci for h in bahan.hal("indikator", "lkj")} if b.utama else set()
        self.relasi = [h for h in isi.reviu.relasi if self._milik(h)]
        self.gagal = [h for h in self.relasi if h.putusan is Putusan.TIDAK_SESUAI]
        self.cocok = [h for h in self.relasi if h.putusan in {Putusan.SESUAI, Putusan.PEMBULATAN}]
        self.temuan = self._temuan()
        self._uji()
        self._unsur()
        if b.banding is not None:
            self._banding(b.banding.hal, b.banding.dokumen)
        if b.silang:
            self._silang()
        self._keterbatasan()

    # -- what belongs to it ---------------------------------------------------------------

    def _berperan(self, c: Cetakan) -> bool:
        if self.b.utama and c.subjek not in self.utama:
            return False
        for p in self.b.peran:
            nama, _, lalu = p.partition("@")
            dahulu = c.letak.periode is not None and c.letak.periode < self.isi.reviu.laporan.tahun
            if c.peran.nama == nama and (dahulu or not lalu):
                return True
        return False

    def _milik(self, h: HasilRelasi) -> bool:
        return h.kode in self.aturan or (h.kode in self.bersama and any(map(self._berperan, h.relasi.butir)))

    def _temuan(self) -> list[Temuan]:
        """The open findings of its rules, and those on the figures of the relations that belong to it."""
        # A condition names all that it looked at; other relations only what may be wrong.
        gagal = {c.lokasi for h in self.gagal if h.relasi.bernilai for c in h.relasi.butir if not c.tetap}
        milik = {c.lokasi for h in self.relasi for c in h.relasi.butir if not c.tetap and self._berperan(c)}
        return [
            t
            for t in self.isi.reviu.temuan
            if tanggapan_untuk(self.isi.reviu, t)[0].terbuka
            and (
                t.kode in self.aturan
                or (t.lokasi and t.lokasi[0] in gagal)
                or (t.kode in self.bersama and not milik.isdisjoint(t.lokasi))
            )
        ]

    # -- what it needs --------------------------------------------------------------------

    def _unsur(self) -> None:
        for u in self.b.unsur:
            sel, tempat = self._cari(u)
            nama = self.kata(f"unsur.{u.apa}")
            if not tempat:
                self.bukti.append(self.kata("uji.unsur.tidak_ditemukan", unsur=nama))
                if not u.pelengkap:
                    self.halangan.append(self.kata("uji.halangan.tidak_ditemukan", unsur=nama))
                continue
            self.ada = self.ada or not u.pelengkap
            kunci = "sel" if sel else "ada"
            self.bukti.append(self.kata(f"uji.unsur.{kunci}", unsur=nama, n=len(sel), daftar=self.isi.daftar(tempat)))
            if self.b.terperiksa and not u.pelengkap:
                self._terperiksa(nama, sel)

    def _cari(self, u: Unsur) -> tuple[list[Sel], list[Ucapan]]:
        """The cells of a part that must be there, and where it stands."""
        lap = self.isi.reviu.laporan
        sel: list[Sel] = []
        tempat: list[Ucapan] = [kalimat(f"bagian.{b.jenis}") for b in lap.bagian if b.jenis in u.bagian]
        for nama, isi in self.bahan.sel(u.kolom).items():
            sel += isi
            tempat.append(nama)
        for t in self.bahan.tabel_berjudul(u.judul):
            sel += [s for b in t.baris for s in b.sel if berangka(s)]
            tempat.append(t.tempat)
        for f in self.bahan.formulir(u.formulir):
            sel += sel_formulir(f)
            tempat.append(f.tempat)
        if u.organisasi and lap.organisasi:
            tempat.append(kalimat("uji.organisasi", n=len(lap.organisasi)))
        if u.komponen:
            sel += [s.nilai for k in lap.komponen for s in (*k.pembilang, *k.penyebut)]
            tempat += [kalimat("uji.perhitungan", nama=k.indikator) for k in lap.komponen]
            tanpa = [
                h.nama for h in self.bahan.hal("indikator", "lkj") if h.kunci not in {k.indikator for k in lap.komponen}
            ]
            if tanpa:
                self.halangan.append(self._n("uji.tanpa_komponen", tanpa))
        return sel, tempat

    def _terperiksa(self, nama: str, sel: Sequence[Sel]) -> None:
        belum = {x.lokasi for x in self.isi.reviu.cakupan.belum}
        lepas = [s for s in sel if s.lokasi in belum]
        if lepas:
            self.halangan.append(self.kata("uji.belum", n=len(lepas), semua=len(sel), unsur=nama))

    def _banding(self, hal: str, dokumen: str) -> None:
        """The report's own set against that of a document."""
        k, daftar = self.kata, self.isi.daftar
        sebutan, apa = k(f"uji.dokumen.{dokumen}"), k(f"uji.hal.{hal}")
        kiri, kanan = self.bahan.hal(hal, "lkj"), self.bahan.hal(hal, dokumen)
        for nama, isi in ((k("uji.dokumen.lkj"), kiri), (sebutan, kanan)):
            if isi:
                tempat = daftar([h.tempat for h in isi])
                self.bukti.append(k("uji.banding.ada", dokumen=nama, n=len(isi), hal=apa, daftar=tempat))
            else:
                self.halangan.append(k("uji.banding.tiada", dokumen=nama, hal=apa))
        self.ada = bool(kiri and kanan)
        if not self.ada:
            return
        h = pasangkan(kiri, kanan)
        banyak = self._target(dokumen, {x.kunci: x.nama for x in h.cocok}) if hal == "target" else len(h.cocok)
        self.bukti.append(k("uji.banding.banyak", n=banyak, semua=len(kiri), hal=apa, dokumen=sebutan))
        for kunci, sisa in (("tanpa", h.kiri), ("lebih", h.kanan)):
            if sisa:
                self.halangan.append(k(f"uji.banding.{kunci}", dokumen=sebutan, daftar=daftar([x.nama for x in sisa])))
        self.terbukti = banyak == len(kiri)

    def _n(self, kunci: str, isi: Sequence[Ucapan], terbanyak: int = 3, banyak: int | None = None) -> str:
        """A message about many things, the first few of which are named."""
        return self.kata(kunci, n=len(isi) if banyak is None else banyak, daftar=self.isi.daftar(isi, terbanyak))

    def _target(self, dokumen: str, cocok: Mapping[str, str]) -> int:
        """How many targets a relation compared between the tables of the report and the document."""
        lkj, lain = self.bahan.letak("lkj"), self.bahan.letak(dokumen)
        dibandingkan = {
            c.subjek
            for x in self.relasi
            if x.relasi.cetakan and x.putusan is not Putusan.TAK_DAPAT_DIPERIKSA
            for c in x.relasi.butir
            if not lkj.isdisjoint(_letak(x)) and not lain.isdisjoint(_letak(x))
        }
        lepas = [nama for kunci, nama in cocok.items() if kunci not in dibandingkan]
        if lepas:
            self.halangan.append(self._n("uji.banding.target", lepas))
        return len(cocok) - len(lepas)

    def _uji(self) -> None:
        """The relations and findings that speak for it or against it."""
        tak = [h for h in self.relasi if h.putusan is Putusan.TAK_DAPAT_DIPERIKSA]
        if self.relasi:
            kode = self.isi.daftar(sorted({h.kode for h in self.relasi}), 8)
            n = {"n": len(self.relasi), "sesuai": len(self.cocok), "gagal": len(self.gagal), "tak": len(tak)}
            self.bukti.append(self.kata("uji.hitung", daftar=kode, **n))
        elif self.b.terbaik == "cocok":
            self.halangan.append(self.kata("uji.tanpa_bahan"))
        if tak:
            self.halangan.append(self._n("uji.tak_dapat", [h.evaluasi.alasan for h in tak]))
        if self.gagal:
            self.halangan.append(self._n("uji.gagal", [h.relasi.uraian for h in self.gagal]))
        if self.temuan:
            self.halangan.append(self._n("uji.temuan", sorted({t.kode for t in self.temuan}), 8, len(self.temuan)))
        ambang = KEPARAHAN.index(self.b.menolak)
        parah = [t.keparahan for t in self.temuan] + [self.isi.keparahan(h.kode) for h in self.gagal]
        self.berat = any(KEPARAHAN.index(k) <= ambang for k in parah)
        self.terbukti = self.terbukti or bool(self.cocok and self.b.banding is None)
        self.ada = self.ada or bool(self.relasi and not self.b.unsur and self.b.banding is None)

    def _silang(self) -> None:
        """Whether relations tie what it is about in two places: what is printed once vouches for nothing else."""
        if self.b.silang == "fakta":
            if not any(len({c.wadah for c in h.relasi.butir if not c.tetap}) > 1 for h in self.cocok):
                self.halangan.append(self.kata("uji.satu_tempat"))
            return
        lepas = []
        for f in self.isi.reviu.laporan.perjanjian:
            milik = {s.lokasi for s in sel_formulir(f)}
            temu = (_letak(h) for h in self.cocok)
            if not any(x & milik and x - milik for x in temu):
                lepas.append(f.tempat)
        if lepas:
            self.halangan.append(self._n("uji.formulir_lepas", lepas))

    def _keterbatasan(self) -> None:
        """What the review did not do, or could not read."""
        r = self.isi.reviu
        milik = [*sorted(self.aturan), *sorted(self.bersama)]
        tidak = [k for k in milik if k not in r.dijalankan]
        if tidak:
            self.halangan.append(self._n("uji.tidak_dijalankan", tidak, 8))
        rusak = sorted({g.kode for g in r.galat} & set(milik))
        if rusak:
            self.halangan.append(self._n("uji.rusak", rusak, 8))
        if self.b.terbaik == "sesuai" and (r.laporan.catatan or r.cakupan.hilang):
            self.halangan.append(self._n("uji.tak_terbaca", [c.pesan for c in r.laporan.catatan]))

    # -- what comes of it -----------------------------------------------------------------

    def hasil(self, sebelum: Mapping[str, Butir]) -> str:
        """The outcome."""
        b = self.b
        if b.jika:
            syarat = {n: sebelum[n].hasil for n in b.jika}
            self.bukti += [self.kata("uji.butir", nomor=n, hasil=self.isi.sebut_hasil(h)) for n, h in syarat.items()]
            return TAK_BERLAKU if set(syarat.values()) == {SESUAI} else PEREVIU
        if b.terbaik == "disajikan":
            return TAK_DITEMUKAN if not self.ada else BELUM_CUKUP if self.halangan else DISAJIKAN
        if self.berat:
            return TIDAK
        if b.terbaik == "pereviu":
            return PEREVIU
        if self.ada and self.terbukti and not self.halangan:
            return SESUAI if b.terbaik == "sesuai" else COCOK
        return PEREVIU if b.selain == "pereviu" else BELUM_CUKUP


def _letak(h: HasilRelasi) -> set[Lokasi]:
    return {c.lokasi for c in h.relasi.butir if not c.tetap}


def nomor_ringkas(nomor: Sequence[int]) -> str:
    """Numbers in ascending order, runs of three or more as such: `1–4, 7`."""
    runtun: list[list[int]] = []
    for n in nomor:
        if runtun and n == runtun[-1][-1] + 1:
            runtun[-1].append(n)
        else:
            runtun.append([n])
    return ", ".join(f"{r[0]}–{r[-1]}" if len(r) > 2 else ", ".join(map(str, r)) for r in runtun)
