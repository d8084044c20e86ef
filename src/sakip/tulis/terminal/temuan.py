"""Findings for a terminal: a table as wide as the terminal lets it be, and under each row what supports it.

A narrow terminal holds the figures side by side and nothing else, so place and cause go below the row; a
wide one takes them into the table. What is in the table and what is below is the same in sum.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.tinjauan.tanggapan import ReviuBertanggapan, tanggapan_untuk
from sakip.tulis.teks import SELA, Warna, bersih, besar, gantung, kepala_dan_baris, pendek
from sakip.tulis.words.kamus import sebut_lokasi, sebut_semua

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.engine import Reviu
    from sakip.tulis.words.kamus import Kamus

__all__ = ["tulis_temuan"]

LEBAR_TEMPAT = 110
"""From here on the table has a column for the place."""

LEBAR_SEBAB = 150
"""From here on also one for the probable cause."""

PANJANG_DERET = 160
"""Characters beyond which items in a row are put one below the other."""

AKIBAT, BUKTI, LETAK = 3, 2, 4
"""Consequences, evidence and places shown when not everything is asked for."""


def tulis_temuan(reviu: Reviu, kamus: Kamus, warna: Warna, lebar: int, *, rinci: bool) -> Iterator[str]:
    """The findings by severity, in the order of the review."""
    if not reviu.temuan:
        yield ""
        yield warna(kamus("bersih"), "baik")
        return
    penulis = _Temuan(reviu, kamus, warna, lebar, rinci=rinci)
    no = 0
    for keparahan in reviu.hitung_keparahan():
        milik = [t for t in reviu.temuan if t.keparahan == keparahan]
        if milik:
            yield from penulis.kelompok(keparahan, milik, no)
        no += len(milik)


class _Temuan:
    def __init__(self, reviu: Reviu, kamus: Kamus, warna: Warna, lebar: int, *, rinci: bool) -> None:
        self.reviu = reviu
        self.kamus = kamus
        self.warna = warna
        self.lebar = lebar
        self.rinci = rinci
        self.ada_tempat = lebar >= LEBAR_TEMPAT
        self.ada_sebab = lebar >= LEBAR_SEBAB
        no = max(len(str(len(reviu.temuan))), len(kamus("no")))
        kode = max(len(kamus("kode")), *(len(t.kode) for t in reviu.temuan))
        selisih = max(len(kamus("selisih")), *(len(bersih(t.selisih)) for t in reviu.temuan))
        self.masuk = no + SELA
        self.kolom = self._kolom(no, kode, min(selisih, 20))
        label = ["dugaan", "akibat", "bukti", "angka", "dasar", "sidik_temuan"]
        label += ["tanggapan"] if isinstance(reviu, ReviuBertanggapan) else []
        self.label = max(len(kamus(x)) for x in label) + SELA

    def _kolom(self, no: int, kode: int, selisih: int) -> list[tuple[str, int]]:
        """The columns and their widths, which add up to the width of the terminal."""
        n = 5 + self.ada_tempat + self.ada_sebab
        sisa = self.lebar - no - kode - selisih - SELA * (n - 1)
        angka = min(sisa // 2, 24) if not self.ada_tempat else 22
        sisa -= 2 * angka
        sebab = sisa * 2 // 5 if self.ada_sebab else 0
        kolom = [("no", no), ("kode", kode)]
        if self.ada_tempat:
            kolom.append(("tempat", sisa - sebab))
        kolom += [("tercetak", angka), ("seharusnya", angka), ("selisih", selisih)]
        return [*kolom, ("sebab", sebab)] if self.ada_sebab else kolom

    def kelompok(self, keparahan: str, temuan: list[Temuan], no: int) -> Iterator[str]:
        """The findings of one severity."""
        kunci = [k for k, _ in self.kolom]
        lebar = [w for _, w in self.kolom]
        baris = [self._sel(n, t) for n, t in enumerate(temuan, no + 1)]
        kanan = [kunci.index(k) for k in ("no", "tercetak", "seharusnya", "selisih")]
        kepala, potongan = kepala_dan_baris(
            [self.kamus(k) for k in kunci],
            [[b[k] for k in kunci] for b in baris],
            lebar,
            kanan,
        )
        judul = f"{self.kamus(keparahan)} ({len(temuan)})"
        yield ""
        yield self.warna(judul.upper(), keparahan)
        yield ""
        yield from kepala
        for i, (t, garis) in enumerate(zip(temuan, potongan, strict=True)):
            if i:
                yield ""
            yield garis[0].replace(t.kode, self.warna(t.kode, keparahan), 1)
            yield from garis[1:]
            yield from self._bawah(t)

    def _sel(self, no: int, t: Temuan) -> dict[str, str]:
        lebar = dict(self.kolom)
        letak = self._letak(t)
        return {
            "no": str(no),
            "kode": t.kode,
            "tempat": bersih(self.kamus.ucap(t.tempat)) + (f"\n{letak}" if letak else ""),
            "tercetak": self._angka(t, self.kamus.ucap(t.tertulis), lebar["tercetak"]),
            "seharusnya": self._angka(t, self.kamus.ucap(t.seharusnya), lebar["seharusnya"]),
            "selisih": bersih(t.selisih),
            "sebab": "\n".join(self._dugaan(t)) or "-",
        }

    def _angka(self, t: Temuan, teks: str, lebar: int) -> str:
        """A figure, or the beginning of a long one; of alternatives all, or how many: one alone would be blamed."""
        teks = bersih(teks)
        if t.alternatif and not 0 < len(teks) <= lebar:
            return self.kamus("alternatif.banyak", n=len(t.alternatif))
        return pendek(teks, lebar)

    def _dugaan(self, t: Temuan) -> list[str]:
        return [bersih(self.kamus.penjelasan(d)) for d in t.dugaan]

    def _letak(self, t: Temuan) -> str:
        ada = t.lokasi if self.rinci or len(t.lokasi) <= LETAK else t.lokasi[: LETAK - 1]
        letak = [bersih(x) for x in sebut_semua(ada, self.kamus.bahasa)]
        if len(ada) < len(t.lokasi):
            letak.append(self.kamus("letak.lainnya", n=len(t.lokasi) - len(ada)))
        return "; ".join(letak)

    def _batasi(self, teks: list[str], paling_banyak: int) -> list[str]:
        if self.rinci or len(teks) <= paling_banyak:
            return teks
        return [*teks[:paling_banyak], self.kamus("lainnya", n=len(teks) - paling_banyak)]

    def _bawah(self, t: Temuan) -> Iterator[str]:
        """What is said below the row of a finding."""
        if not self.ada_tempat:
            yield from self._paragraf(self.kamus.ucap(t.tempat))
            yield from (self.warna(g, "samar") for g in self._paragraf(self._letak(t)))
        lebar = dict(self.kolom)
        pesan = bersih(self.kamus.pesan(t))
        yield from self._pesan(t)
        for kunci, teks in (("tercetak", t.tertulis), ("seharusnya", t.seharusnya)):
            sel = bersih(self.kamus.ucap(teks))
            if (
                len(sel) > lebar[kunci] and sel not in pesan and not t.alternatif
            ):  # the cell of the table has only its beginning
                yield from self._paragraf(f"{self.kamus(kunci)}: {sel}")
        keadaan, jawaban = tanggapan_untuk(self.reviu, t)
        if jawaban is not None:
            yield from self._berlabel("tanggapan", [self.kamus.jawaban(jawaban, keadaan)])
        if not self.ada_sebab:
            yield from self._berlabel("dugaan", self._dugaan(t))
        akibat = []
        for a in t.akibat:
            letak = sebut_lokasi(a.lokasi, self.kamus.bahasa)
            akibat.append(self.kamus.akibat(a) + (f" [{letak}]" if letak else ""))
        yield from self._berlabel("akibat", self._batasi(akibat, AKIBAT))
        bukti = [bersih(self.kamus.ucap(b)) for b in t.bukti]
        if not self.rinci:
            bukti = [b for b in bukti if b not in pesan]
        yield from self._berlabel("bukti", self._batasi(bukti, BUKTI))
        if self.rinci:
            operan = []
            for o in t.operan:
                letak = sebut_lokasi(o.lokasi, self.kamus.bahasa)
                operan.append(f"{self.kamus.ucap(o.nama)}: {o.nilai}" + (f" [{letak}]" if letak else ""))
            yield from self._berlabel("angka", operan)
            yield from self._berlabel("dasar", self.kamus.dasar(t.dasar))
            yield from self._berlabel("sidik_temuan", [t.id])

    def _pesan(self, t: Temuan) -> Iterator[str]:
        """The message; a long row of items in it one below the other."""
        depan, butir, belakang = self.kamus.berbutir(t, PANJANG_DERET)
        yield from self._paragraf(besar(depan))
        for b in butir:
            yield from gantung("-", bersih(b), self.lebar, self.masuk)
        if belakang:
            yield from self._paragraf(besar(belakang))

    def _paragraf(self, teks: str) -> Iterator[str]:
        if teks:
            yield from gantung("", bersih(teks), self.lebar, self.masuk - SELA, SELA)

    def _berlabel(self, kunci: str, teks: list[str]) -> Iterator[str]:
        label = self.kamus(kunci)
        for t in teks:
            if t:
                garis = gantung(label, bersih(t), self.lebar, self.masuk, self.label)
                if label:
                    garis[0] = garis[0].replace(label, self.warna(label, "samar"), 1)
                yield from garis
                label = ""
