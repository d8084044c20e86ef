"""What a working paper says of a finding, a rule and a review: shared by the workbook and the Catatan Hasil Reviu.

Nothing is invented: a cause stands only where one was detected, and then as a possibility.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sakip._version import __version__
from sakip.aturan import katalog
from sakip.relasi import Putusan
from sakip.teks.kalimat import Daftar
from sakip.tinjauan.tanggapan import tanggapan_untuk
from sakip.tulis.teks import besar
from sakip.tulis.words.kamus import Kamus, sebut_lokasi, sebut_semua

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sakip.angka.lokasi import Lokasi
    from sakip.teks.kalimat import Isi as Ucapan
    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.engine import HasilRelasi, Reviu
    from sakip.tulis import Opsi

__all__ = ["BELUM_CUKUP", "SESUAI", "TIDAK", "Isi"]

SESUAI, TIDAK, BELUM_CUKUP = "SESUAI", "TIDAK SESUAI", "TIDAK CUKUP DATA"

TANPA_TERSANGKA = frozenset({"beda", "setara", "relasi", "arah", "baris_hilang"})
"""Kinds of findings that blame no figure: each has one thing to do about it."""

BUKAN_SEBAB = frozenset({"celah", "materialitas", "terbatas", "dasar_lain", "kalimat"})
"""Remarks on a finding that name no slip."""

BUKTI_TERBANYAK = 12
"""Relations and figures named in one cell; all of them stand in the sheet Uji."""


class Isi:
    """A review in the words of the working papers."""

    def __init__(self, reviu: Reviu, opsi: Opsi) -> None:
        self.reviu = reviu
        self.opsi = opsi
        self.kamus = Kamus(opsi.bahasa, reviu.lain)
        self.instansi = reviu.laporan.instansi
        self.nomor = {t.id: n for n, t in enumerate(reviu.temuan, 1)}
        self.hasil: dict[str, Counter[Putusan]] = {}
        for h in reviu.relasi:
            self.hasil.setdefault(h.kode, Counter())[h.putusan] += 1
        self.temuan_kode: dict[str, list[Temuan]] = {}
        for t in reviu.temuan:
            self.temuan_kode.setdefault(t.kode, []).append(t)

    @property
    def judul(self) -> str:
        """The report, by its title and year."""
        return self.kamus.dokumen(self.reviu.laporan.judul, self.reviu.laporan.tahun)

    @property
    def alat(self) -> str:
        """What the papers were made with."""
        return self.kamus("versi.isi", sakip=__version__, aturan=self.reviu.aturan)

    @property
    def kaki(self) -> tuple[str, str]:
        """What stands at the foot of every sheet."""
        return self.kamus("kkr.kaki"), self.kamus("kkr.halaman", ke="&P", semua="&N")

    @property
    def cakupan(self) -> dict[str, int | str]:
        """How much was checked, to fill a message."""
        c = self.reviu.cakupan
        return {"terperiksa": c.terperiksa, "angka": c.angka, "persen": self.kamus.persen(c.persen)}

    def lembar(self, kunci: str) -> str:
        """The name of a sheet."""
        return self.kamus(f"kkr.lembar.{kunci}")

    def kepala(self, kolom: Iterable[tuple[str, float]]) -> list[str]:
        """The headings of columns, known by their keys."""
        return [self.kamus(f"kkr.kolom.{kunci}") for kunci, _ in kolom]

    def sebut_hasil(self, kunci: str) -> str:
        """An outcome in words; empty for none."""
        return self.kamus(f"hasil.{kunci}") if kunci else ""

    def sebut(self, lokasi: Lokasi) -> str:
        """A place to go to."""
        return sebut_lokasi(lokasi, self.kamus.bahasa)

    def daftar(self, butir: Iterable[Ucapan], terbanyak: int = 3) -> str:
        """Things in a row, the first few of many."""
        return self.kamus.ucap(Daftar(tuple(butir), terbanyak))

    @property
    def dibatasi(self) -> str:
        """Which rules the review was restricted to, in words; empty when it was not."""
        p = self.opsi.pilihan
        bagian = [
            self.kamus("kkr.hanya", kode=", ".join(p.pilih)) if p.pilih else "",
            self.kamus("kkr.tanpa", kode=", ".join(p.abaikan)) if p.abaikan else "",
        ]
        tidak = [a.kode for a in katalog() if a.kode not in self.reviu.dijalankan]
        if tidak and not any(bagian):
            bagian.append(self.kamus("kkr.tanpa", kode=self.daftar(tidak, 12)))
        return "; ".join(b for b in bagian if b)

    def terbuka(self, keparahan: str = "") -> list[Temuan]:
        """The findings that no answer closes."""
        buka = [t for t in self.reviu.temuan if tanggapan_untuk(self.reviu, t)[0].terbuka]
        return [t for t in buka if not keparahan or t.keparahan == keparahan]

    def kode(self) -> list[str]:
        """The codes that spoke, by relation or finding."""
        return sorted({*self.hasil, *self.temuan_kode})

    def status_kode(self, kode: Iterable[str]) -> str:
        """What the review says of some rules together; empty when they found nothing to check."""
        daftar = list(kode)
        temuan = [t for k in daftar for t in self.temuan_kode.get(k, ())]
        n = sum((self.hasil.get(k, Counter()) for k in daftar), Counter[Putusan]())
        # A relation may fail and its finding stand under another rule, that of the figure to blame.
        gagal_berat = any(self.hasil[k][Putusan.TIDAK_SESUAI] for k in daftar if k in self.hasil and self._berat(k))
        if gagal_berat or any(self.status(t) == TIDAK for t in temuan):
            return TIDAK
        gagal = any(g.kode in daftar for g in self.reviu.galat)
        if temuan or gagal or n[Putusan.TAK_DAPAT_DIPERIKSA] or n[Putusan.TIDAK_SESUAI]:
            return BELUM_CUKUP
        return SESUAI if n.total() else ""

    def _berat(self, kode: str) -> bool:
        return self.keparahan(kode) != "catatan"

    def keparahan(self, kode: str) -> str:
        """How grave a failure of the rule is; that of the user's own rules is not known, and taken as grave."""
        a = self.kamus.aturan.get(kode)
        return "kesalahan" if a is None else a.keparahan

    def status(self, t: Temuan) -> str:
        """A contradiction is TIDAK SESUAI; a note asks for what the report itself does not say."""
        return BELUM_CUKUP if t.keparahan == "catatan" else TIDAK

    def kondisi(self, t: Temuan) -> str:
        """What was found."""
        return besar(self.kamus.pesan(t))

    def kriteria(self, t: Temuan) -> str:
        """What must hold, and on what basis."""
        a = self.kamus.aturan.get(t.kode)
        apa = self.kamus.memeriksa(a) if a is not None else self.kamus.judul(t.kode)
        dasar = self.kamus.dasar(t.dasar)
        return "\n".join([apa, *(self.kamus("kkr.dasar", dasar=d) for d in dasar)])

    def sebab(self, t: Temuan) -> str:
        """The slip that was detected, as a possibility; empty when none was."""
        return "; ".join(self.kamus.penjelasan(d) for d in t.dugaan if d.jenis not in BUKAN_SEBAB)

    def wajar(self, t: Temuan) -> str:
        """What else there is to know: an innocent reading, a limit of the search."""
        return "; ".join(self.kamus.penjelasan(d) for d in t.dugaan if d.jenis in BUKAN_SEBAB)

    def akibat(self, t: Temuan) -> str:
        """Why it matters, and what else is wrong because of it."""
        a = self.kamus.aturan.get(t.kode)
        bagian = [self.kamus.penting(a)] if a is not None else []
        return "\n".join([*bagian, *(self._butir(besar(self.kamus.akibat(x)), x.lokasi) for x in t.akibat)])

    def _butir(self, teks: str, lokasi: Lokasi) -> str:
        letak = self.sebut(lokasi)
        return self.kamus(f"butir_daftar{'.letak' if letak else ''}", teks=teks, letak=letak)

    def rekomendasi(self, t: Temuan) -> str:
        """What to do: put right what the evidence settles, settle from the source what it does not."""
        k, wajar = self.kamus, self.wajar(t)
        if t.kunci in TANPA_TERSANGKA:
            return k(f"rekomendasi.{t.kunci}")
        if t.keparahan == "catatan":
            return k(f"rekomendasi.jelaskan{'_wajar' if wajar else ''}", wajar=wajar)
        tertulis, seharusnya = k.ucap(t.tertulis), k.ucap(t.seharusnya)
        if t.kunci in {"deret", "salinan"}:
            return self._berikut("", k(f"rekomendasi.{t.kunci}"), t)
        if t.kunci == "syarat":
            kunci = "sesuaikan_menjadi" if seharusnya else "sesuaikan"
        elif t.kunci in {"tukar", "pasangan"}:
            kunci = "keduanya"
        else:
            kunci = "perbaiki" if seharusnya else "cocokkan"
        isi = {"tertulis": tertulis, "seharusnya": seharusnya, "seharusnya2": k.ucap(t.isi.get("seharusnya2", ""))}
        return self._berikut(wajar, k(f"rekomendasi.{kunci}", **isi), t)

    def _berikut(self, wajar: str, teks: str, t: Temuan) -> str:
        """What to do, after what to ask for first, before what follows from it."""
        dahulu = self.kamus("rekomendasi.dahulu", wajar=wajar) if wajar else ""
        ikutan = self.kamus("rekomendasi.ikutan", n=len(t.akibat)) if t.akibat else ""
        return " ".join(filter(None, (dahulu, teks, ikutan)))

    def bukti(self, t: Temuan) -> str:
        """The relations and figures that show it."""
        bagian = [self.kamus("butir_daftar", teks=self.kamus.ucap(b)) for b in t.bukti]
        for o in t.operan:
            if o.nama != o.nilai:
                angka = self.kamus("kkr.bukti.angka", nama=self.kamus.ucap(o.nama), nilai=o.nilai)
                bagian.append(self._butir(angka, o.lokasi))
        unik = list(dict.fromkeys(bagian))
        if len(unik) > BUKTI_TERBANYAK:
            unik[BUKTI_TERBANYAK:] = [self.kamus("kkr.bukti.lainnya", n=len(unik) - BUKTI_TERBANYAK)]
        return "\n".join(unik)

    def letak(self, t: Temuan) -> str:
        """Where, in words and as a place to go to."""
        return "\n".join(
            x for x in (self.kamus.ucap(t.tempat), "; ".join(sebut_semua(t.lokasi, self.kamus.bahasa))) if x
        )

    def tanggapan(self, t: Temuan) -> tuple[str, str]:
        """The answer of the office reviewed and how the finding stands; both empty where nobody answered."""
        keadaan, jawaban = tanggapan_untuk(self.reviu, t)
        if jawaban is None:
            return "", ""
        lanjut = self.kamus(f"kkr.lanjut.{'terbuka' if keadaan.terbuka else 'selesai'}")
        return self.kamus.jawaban(jawaban, keadaan), lanjut

    def tanpa_bahan(self) -> list[str]:
        """Rules that were asked for and found nothing to check."""
        bersuara = {*self.hasil, *self.temuan_kode, *(g.kode for g in self.reviu.galat)}
        return [a.kode for a in katalog() if a.kode in self.reviu.dijalankan and a.kode not in bersuara]

    def tak_dapat(self) -> list[HasilRelasi]:
        """The relations that could not be checked."""
        return [h for h in self.reviu.relasi if h.putusan is Putusan.TAK_DAPAT_DIPERIKSA]
