"""The checklist of the review (PermenPANRB 53/2014, anak lampiran III/2-2), each item with its own proof.

What an item needs stands in `daftar_uji.toml`. An item is SESUAI only when what it compares was found in the source,
on both sides, and compared, and nothing that the review noted speaks against it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from sakip.aturan.definisi import KEPARAHAN
from sakip.relasi import Putusan
from sakip.temuan.nilai import daftar
from sakip.tinjauan.tanggapan import tanggapan_untuk
from sakip.tulis.kkr.bahan import Bahan, berangka, pasangkan, sel_formulir
from sakip.tulis.kkr.isi import BELUM_CUKUP, SESUAI, TIDAK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sakip.angka.lokasi import Lokasi
    from sakip.fakta.butir import Butir as Cetakan
    from sakip.model.sel import Sel
    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.engine import HasilRelasi
    from sakip.tulis.kkr.isi import Isi

__all__ = [
    "ARTI",
    "BAIK",
    "COCOK",
    "DISAJIKAN",
    "FORMULIR",
    "PEREVIU",
    "TAK_BERLAKU",
    "TAK_DITEMUKAN",
    "Butir",
    "butir",
    "lingkup",
    "muat",
    "nomor_ringkas",
]

DISAJIKAN, TAK_DITEMUKAN = "DISAJIKAN", "TIDAK DITEMUKAN"
PEREVIU, TAK_BERLAKU, COCOK = "OLEH PEREVIU", "TIDAK BERLAKU", "COCOK"

ARTI = {
    SESUAI: "yang dibandingkan butir ini ditemukan pada kedua sisi, dibandingkan, dan tidak ada yang menghalangi",
    DISAJIKAN: "yang disebut butir ini ditemukan; mutunya belum dinilai",
    TIDAK: "ada yang bertentangan; lihat buktinya dan temuannya",
    BELUM_CUKUP: "yang perlu dibandingkan tidak lengkap, tidak terbaca, tidak diuji, atau masih ditanyakan",
    TAK_DITEMUKAN: "tidak ditemukan dalam yang terbaca; dapat tercetak dengan sebutan lain",
    PEREVIU: "tidak dapat diputuskan dari naskah",
    TAK_BERLAKU: "hanya ditanyakan bila butir yang disebutnya tidak terpenuhi",
    COCOK: "semua uji sakip yang dapat dilakukan cocok; tidak menyatakan bahwa semuanya diuji",
}
"""What each outcome means, as the sheet explains it."""

BAIK = frozenset({SESUAI, DISAJIKAN, PEREVIU, TAK_BERLAKU, COCOK})
"""The outcomes that do not stand in the way of the statement."""

FORMULIR = (
    "Bunyi butir I, II dan III dikutip dari formulir contoh anak lampiran III/2-2 PermenPANRB 53/2014 (No | Pernyataan "
    "| Check list). Butir T adalah uji tambahan sakip, bukan bagian formulir. Hasil di sini hanya tentang yang "
    "dihitung; check list diisi pereviu."
)

_UNIT = re.compile(
    r"(?:dinas|kecamatan|kelurahan|sekretariat|satuan|inspektorat|rumah sakit|rsud|upt|balai|bidang|bagian|direktorat|"
    r"biro|pusat|kantor|badan (?:kepegawaian|keuangan|kesatuan|penanggulangan|perencanaan|pendapatan|pengelola))",
    re.IGNORECASE,
)


def lingkup(instansi: str) -> str:
    """Which reports the regulation has reviewed, and what that means for this one."""
    teks = (
        "Menurut Lampiran III C.3.e PermenPANRB 53/2014 reviu dilakukan hanya atas Laporan Kinerja tingkat "
        "kementerian/lembaga dan pemerintah daerah; atas laporan perangkat daerah atau unit kerja reviu adalah praktik."
    )
    if _UNIT.match(instansi.strip()):
        return f"{teks} Laporan ini laporan {instansi}, sehingga kertas kerja ini disusun menurut praktik."
    return teks


@attrs.frozen(kw_only=True)
class Butir:
    """An item of the checklist.

    Attributes:
        resmi: it is one of the 23 of the regulation's form.
        hasil: a key of `ARTI`.
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
    bahan = Bahan(isi.reviu.laporan, muat()["dokumen"])
    hasil: dict[str, Butir] = {}
    for kelompok in muat()["kelompok"]:
        for ke, b in enumerate(kelompok["butir"], 1):
            nomor = f"{kelompok['nomor']}.{ke}"
            uji = _Uji(isi, bahan, nomor, b)
            hasil[nomor] = Butir(
                kelompok=kelompok["nama"],
                nomor=nomor,
                uraian=b["uraian"],
                resmi=kelompok["resmi"],
                hasil=uji.hasil(hasil),
                bukti=tuple(uji.bukti),
                halangan=tuple(dict.fromkeys(uji.halangan)),
                temuan=tuple(sorted(isi.nomor[t.id] for t in uji.temuan)),
                pereviu=b["pereviu"],
            )
    return list(hasil.values())


class _Uji:
    """One item being tested."""

    def __init__(self, isi: Isi, bahan: Bahan, nomor: str, b: Mapping[str, Any]) -> None:
        self.isi, self.bahan, self.b = isi, bahan, b
        aturan = isi.kamus.aturan.values()
        self.aturan = frozenset(a.kode for a in aturan if b.get("semua") or nomor in a.daftar_uji)
        self.bersama = frozenset(a.kode for a in aturan if nomor in a.daftar_uji_bersama)
        self.bukti: list[str] = []
        self.halangan: list[str] = []
        self.ada = False
        self.terbukti = False
        self.berat = False
        self.utama = {h.kunci for h in bahan.hal("indikator", "lkj")} if b.get("utama") else set()
        self.relasi = [h for h in isi.reviu.relasi if self._milik(h)]
        self.gagal = [h for h in self.relasi if h.putusan is Putusan.TIDAK_SESUAI]
        self.cocok = [h for h in self.relasi if h.putusan in {Putusan.SESUAI, Putusan.PEMBULATAN}]
        self.temuan = self._temuan()
        self._uji()
        self._unsur()
        if "banding" in b:
            self._banding(b["banding"]["hal"], b["banding"]["dokumen"])
        if "silang" in b:
            self._silang()
        self._keterbatasan()

    # -- what belongs to it ---------------------------------------------------------------

    def _berperan(self, c: Cetakan) -> bool:
        if self.b.get("utama") and c.subjek not in self.utama:
            return False
        for p in self.b.get("peran", ()):
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
        for u in self.b.get("unsur", ()):
            sel, tempat = self._cari(u)
            pelengkap = u.get("pelengkap", False)
            if not tempat:
                self.bukti.append(f"{u['nama']}: tidak ditemukan")
                if not pelengkap:
                    self.halangan.append(f"{u['nama']} tidak ditemukan")
                continue
            self.ada = self.ada or not pelengkap
            banyak = f"{len(sel)} angka atau isian pada " if sel else ""
            self.bukti.append(f"{u['nama']}: {banyak}{daftar(tempat)}")
            if self.b.get("terperiksa") and not pelengkap:
                self._terperiksa(u["nama"], sel)

    def _cari(self, u: Mapping[str, Any]) -> tuple[list[Sel], list[str]]:
        """The cells of a part that must be there, and where it stands."""
        lap = self.isi.reviu.laporan
        sel: list[Sel] = []
        tempat = [b.sebutan for b in lap.bagian if b.jenis in u.get("bagian", ())]
        for nama, isi in self.bahan.sel(u.get("kolom", ())).items():
            sel += isi
            tempat.append(nama)
        for t in self.bahan.tabel_berjudul(u.get("judul", ())):
            sel += [s for b in t.baris for s in b.sel if berangka(s)]
            tempat.append(t.sebutan)
        for f in self.bahan.formulir(u.get("formulir", ())):
            sel += sel_formulir(f)
            tempat.append(f.sebutan)
        if u.get("organisasi") and lap.organisasi:
            tempat.append(f"{len(lap.organisasi)} jabatan dengan atasannya")
        if u.get("komponen"):
            sel += [s.nilai for k in lap.komponen for s in (*k.pembilang, *k.penyebut)]
            tempat += [f"perhitungan {k.indikator}" for k in lap.komponen]
            tanpa = [
                h.nama for h in self.bahan.hal("indikator", "lkj") if h.kunci not in {k.indikator for k in lap.komponen}
            ]
            if tanpa:
                self.halangan.append(f"{len(tanpa)} indikator tanpa komponen: {daftar(tanpa)}")
        return sel, tempat

    def _terperiksa(self, nama: str, sel: Sequence[Sel]) -> None:
        belum = {x.lokasi for x in self.isi.reviu.cakupan.belum}
        lepas = [s for s in sel if s.lokasi in belum]
        if lepas:
            self.halangan.append(f"{len(lepas)} dari {len(sel)} {nama} belum terperiksa")

    def _banding(self, hal: str, dokumen: str) -> None:
        """The report's own set against that of a document."""
        sebutan = muat()["dokumen"][dokumen]["sebutan"]
        kiri, kanan = self.bahan.hal(hal, "lkj"), self.bahan.hal(hal, dokumen)
        for nama, isi in (("tabel pengukuran LKj", kiri), (sebutan, kanan)):
            if isi:
                self.bukti.append(f"{nama}: {len(isi)} {hal} ({daftar([h.tempat for h in isi])})")
            else:
                self.halangan.append(f"{hal} pada {nama} tidak ditemukan")
        self.ada = bool(kiri and kanan)
        if not self.ada:
            return
        h = pasangkan(kiri, kanan)
        banyak = self._target(dokumen, {x.kunci: x.nama for x in h.cocok}) if hal == "target" else len(h.cocok)
        self.bukti.append(f"dibandingkan: {banyak} dari {len(kiri)} {hal} LKj berpasangan pada {sebutan}")
        if h.kiri:
            self.halangan.append(f"tanpa pasangan pada {sebutan}: {daftar([x.nama for x in h.kiri])}")
        if h.kanan:
            self.halangan.append(f"pada {sebutan} tetapi tidak pada LKj: {daftar([x.nama for x in h.kanan])}")
        self.terbukti = banyak == len(kiri)

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
            self.halangan.append(f"targetnya tidak dapat dibandingkan: {daftar(lepas)}")
        return len(cocok) - len(lepas)

    def _uji(self) -> None:
        """The relations and findings that speak for it or against it."""
        tak = [h for h in self.relasi if h.putusan is Putusan.TAK_DAPAT_DIPERIKSA]
        if self.relasi:
            kode = sorted({h.kode for h in self.relasi})
            self.bukti.append(
                f"{len(self.relasi)} uji ({daftar(kode, 8)}): {len(self.cocok)} sesuai, "
                f"{len(self.gagal)} tidak sesuai, {len(tak)} tidak dapat diperiksa"
            )
        elif self.b["terbaik"] == "cocok":
            self.halangan.append("tidak ada bahan yang diuji")
        if tak:
            self.halangan.append(
                f"{len(tak)} uji tidak dapat diperiksa: {daftar([self.isi.kamus.ucap(h.evaluasi.alasan) for h in tak])}"
            )
        if self.gagal:
            uraian = [self.isi.kamus.ucap(h.relasi.uraian) for h in self.gagal]
            self.halangan.append(f"{len(self.gagal)} uji tidak sesuai: {daftar(uraian)}")
        if self.temuan:
            self.halangan.append(
                f"{len(self.temuan)} temuan terbuka ({daftar(sorted({t.kode for t in self.temuan}), 8)})"
            )
        ambang = KEPARAHAN.index(self.b.get("menolak", "peringatan"))
        parah = [t.keparahan for t in self.temuan] + [self.isi.keparahan(h.kode) for h in self.gagal]
        self.berat = any(KEPARAHAN.index(k) <= ambang for k in parah)
        self.terbukti = self.terbukti or bool(self.cocok and "banding" not in self.b)
        self.ada = self.ada or bool(self.relasi and "unsur" not in self.b and "banding" not in self.b)

    def _silang(self) -> None:
        """Whether relations tie what it is about in two places: what is printed once vouches for nothing else."""
        if self.b["silang"] == "fakta":
            if not any(len({c.wadah for c in h.relasi.butir if not c.tetap}) > 1 for h in self.cocok):
                self.halangan.append("tidak ada uji yang mempertemukan dua tempat cetak")
            return
        lepas = []
        for f in self.isi.reviu.laporan.perjanjian:
            milik = {s.lokasi for s in sel_formulir(f)}
            temu = (_letak(h) for h in self.cocok)
            if not any(x & milik and x - milik for x in temu):
                lepas.append(f.sebutan)
        if lepas:
            self.halangan.append(
                f"{len(lepas)} formulir tidak bertemu dengan tabel atau formulir lain: {daftar(lepas)}"
            )

    def _keterbatasan(self) -> None:
        """What the review did not do, or could not read."""
        r = self.isi.reviu
        milik = [*sorted(self.aturan), *sorted(self.bersama)]
        tidak = [k for k in milik if k not in r.dijalankan]
        if tidak:
            self.halangan.append(f"aturan tidak dijalankan: {daftar(tidak, 8)}")
        rusak = sorted({g.kode for g in r.galat} & set(milik))
        if rusak:
            self.halangan.append(f"aturan gagal dijalankan: {daftar(rusak, 8)}")
        if self.b["terbaik"] == "sesuai" and (r.laporan.catatan or r.cakupan.hilang):
            pesan = [self.isi.kamus.ucap(c.pesan) for c in r.laporan.catatan]
            self.halangan.append(f"tidak terbaca atau tidak dipahami: {daftar(pesan)}")

    # -- what comes of it -----------------------------------------------------------------

    def hasil(self, sebelum: Mapping[str, Butir]) -> str:
        """The outcome."""
        b = self.b
        if "jika" in b:
            syarat = {n: sebelum[n].hasil for n in b["jika"]}
            self.bukti += [f"butir {n}: {h}" for n, h in syarat.items()]
            return TAK_BERLAKU if set(syarat.values()) == {SESUAI} else PEREVIU
        if b["terbaik"] == "disajikan":
            return TAK_DITEMUKAN if not self.ada else BELUM_CUKUP if self.halangan else DISAJIKAN
        if self.berat:
            return TIDAK
        if b["terbaik"] == "pereviu":
            return PEREVIU
        if self.ada and self.terbukti and not self.halangan:
            return SESUAI if b["terbaik"] == "sesuai" else COCOK
        return PEREVIU if b.get("selain") == "pereviu" else BELUM_CUKUP


def _letak(h: HasilRelasi) -> set[Lokasi]:
    return {c.lokasi for c in h.relasi.butir if not c.tetap}


@cache
def muat() -> Mapping[str, Any]:
    """The items as data."""
    import tomllib
    from importlib import resources

    return tomllib.loads(resources.files(__package__).joinpath("daftar_uji.toml").read_text(encoding="utf-8"))


def nomor_ringkas(nomor: Sequence[int]) -> str:
    """Numbers in ascending order, runs of three or more as such: `1–4, 7`."""
    runtun: list[list[int]] = []
    for n in nomor:
        if runtun and n == runtun[-1][-1] + 1:
            runtun[-1].append(n)
        else:
            runtun.append([n])
    return ", ".join(f"{r[0]}–{r[-1]}" if len(r) > 2 else ", ".join(map(str, r)) for r in runtun)
