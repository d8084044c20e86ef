"""What a working paper says of a finding, a rule and a review: shared by the workbook and the Catatan Hasil Reviu.

Nothing is invented: a cause stands only where one was detected, and then as a possibility.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sakip.aturan import katalog
from sakip.relasi import Putusan
from sakip.temuan.nilai import daftar
from sakip.tinjauan.tanggapan import tanggapan_untuk
from sakip.tulis.teks import besar
from sakip.tulis.words.kamus import Kamus, sebut_lokasi, sebut_semua

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.engine import HasilRelasi, Reviu
    from sakip.tulis import Opsi

__all__ = ["BELUM_CUKUP", "SESUAI", "TIDAK", "Isi"]

SESUAI, TIDAK, BELUM_CUKUP = "SESUAI", "TIDAK SESUAI", "TIDAK CUKUP DATA"

REKOMENDASI = {
    "beda": "Tetapkan angka yang benar berdasarkan dokumen sumber, lalu samakan di semua tempat.",
    "setara": "Tetapkan berdasarkan dokumen sumber angka mana yang keliru, lalu perbaiki beserta yang mengikutinya.",
    "relasi": "Tetapkan berdasarkan dokumen sumber angka mana yang keliru, lalu perbaiki beserta yang mengikutinya.",
    "arah": "Sesuaikan kalimat dengan angkanya, atau angkanya dengan dokumen sumber.",
    "baris_hilang": "Cetak kembali baris yang hilang menurut dokumen sumber, atau sesuaikan jumlahnya.",
}
"""What to do about findings that blame no figure, by their kind."""

BUKAN_SEBAB = frozenset({"celah", "materialitas", "terbatas", "dasar_lain", "kalimat"})
"""Remarks on a finding that name no slip."""

BUKTI_TERBANYAK = 12
"""Relations and figures named in one cell; all of them stand in the sheet Uji."""


class Isi:
    """A review in the words of the working papers."""

    def __init__(self, reviu: Reviu, opsi: Opsi) -> None:
        self.reviu = reviu
        self.opsi = opsi
        self.kamus = Kamus("id", reviu.lain)
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
        lap = self.reviu.laporan
        judul = lap.judul or "Laporan Kinerja"
        return judul if str(lap.tahun) in judul else f"{judul} Tahun {lap.tahun}"

    @property
    def dibatasi(self) -> str:
        """Which rules the review was restricted to, in words; empty when it was not."""
        p = self.opsi.pilihan
        bagian = [
            f"hanya {', '.join(p.pilih)}" if p.pilih else "",
            f"tanpa {', '.join(p.abaikan)}" if p.abaikan else "",
        ]
        tidak = [a.kode for a in katalog() if a.kode not in self.reviu.dijalankan]
        if tidak and not any(bagian):
            bagian.append(f"tanpa {daftar(tidak, 12)}")
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
        apa = a.memeriksa if a is not None else self.kamus.judul(t.kode)
        dasar = self.kamus.dasar(t.dasar)
        return "\n".join([apa, *(f"Dasar: {d}" for d in dasar)])

    def sebab(self, t: Temuan) -> str:
        """The slip that was detected, as a possibility; empty when none was."""
        return "; ".join(self.kamus.penjelasan(d) for d in t.dugaan if d.jenis not in BUKAN_SEBAB)

    def wajar(self, t: Temuan) -> str:
        """What else there is to know: an innocent reading, a limit of the search."""
        return "; ".join(self.kamus.penjelasan(d) for d in t.dugaan if d.jenis in BUKAN_SEBAB)

    def akibat(self, t: Temuan) -> str:
        """Why it matters, and what else is wrong because of it."""
        a = self.kamus.aturan.get(t.kode)
        bagian = [a.penting] if a is not None else []
        for x in t.akibat:
            letak = sebut_lokasi(x.lokasi)
            bagian.append(f"• {besar(self.kamus.akibat(x))}" + (f" [{letak}]" if letak else ""))
        return "\n".join(bagian)

    def rekomendasi(self, t: Temuan) -> str:
        """What to do: put right what the evidence settles, settle from the source what it does not."""
        wajar = self.wajar(t)
        if (tetap := REKOMENDASI.get(t.kunci)) is not None:
            return tetap
        if t.keparahan == "catatan":
            return besar(f"minta penjelasan atau dokumen pendukung{f' ({wajar})' if wajar else ''}.")
        if t.kunci == "deret":
            return "Kembalikan deret angka ke barisnya masing-masing seperti pada kondisi." + self._ikutan(t)
        if t.kunci == "salinan":
            return "Isi kembali baris itu dengan angkanya sendiri menurut dokumen sumber." + self._ikutan(t)
        tertulis, seharusnya = self.kamus.ucap(t.tertulis), self.kamus.ucap(t.seharusnya)
        if t.kunci == "syarat":
            teks = f"Sesuaikan menjadi: {seharusnya}." if seharusnya else "Sesuaikan dengan kriteria."
        elif t.kunci in {"tukar", "pasangan"}:
            kedua = self.kamus.ucap(t.isi.get("seharusnya2", ""))
            teks = f"Perbaiki menjadi {seharusnya} dan {kedua}, setelah dicocokkan dengan sumber."
        elif seharusnya:
            teks = f"Perbaiki {tertulis} menjadi {seharusnya}, setelah dicocokkan dengan dokumen sumber."
        else:
            teks = "Cocokkan dengan dokumen sumber dan perbaiki."
        return (f"Mintakan penjelasan dahulu ({wajar}). " if wajar else "") + teks + self._ikutan(t)

    def _ikutan(self, t: Temuan) -> str:
        return f" Sesuaikan pula {len(t.akibat)} angka yang ikut berubah (lihat akibat)." if t.akibat else ""

    def bukti(self, t: Temuan) -> str:
        """The relations and figures that show it."""
        bagian = [f"• {self.kamus.ucap(b)}" for b in t.bukti]
        for o in t.operan:
            letak = sebut_lokasi(o.lokasi)
            if o.nama != o.nilai:
                bagian.append(f"• {self.kamus.ucap(o.nama)}: {o.nilai}" + (f" [{letak}]" if letak else ""))
        unik = list(dict.fromkeys(bagian))
        if len(unik) > BUKTI_TERBANYAK:
            unik[BUKTI_TERBANYAK:] = [
                f"• dan {len(unik) - BUKTI_TERBANYAK} lainnya (lihat lembar Uji, atau sakip reviu --rinci)"
            ]
        return "\n".join(unik)

    def letak(self, t: Temuan) -> str:
        """Where, in words and as a place to go to."""
        return "\n".join(x for x in (self.kamus.ucap(t.tempat), "; ".join(sebut_semua(t.lokasi))) if x)

    def tanggapan(self, t: Temuan) -> tuple[str, str]:
        """The answer of the office reviewed and how the finding stands; both empty where nobody answered."""
        keadaan, jawaban = tanggapan_untuk(self.reviu, t)
        if jawaban is None:
            return "", ""
        return self.kamus.jawaban(jawaban, keadaan), "terbuka" if keadaan.terbuka else "selesai"

    def tanpa_bahan(self) -> list[str]:
        """Rules that were asked for and found nothing to check."""
        bersuara = {*self.hasil, *self.temuan_kode, *(g.kode for g in self.reviu.galat)}
        return [a.kode for a in katalog() if a.kode in self.reviu.dijalankan and a.kode not in bersuara]

    def tak_dapat(self) -> list[HasilRelasi]:
        """The relations that could not be checked."""
        return [h for h in self.reviu.relasi if h.putusan is Putusan.TAK_DAPAT_DIPERIKSA]
