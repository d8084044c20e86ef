"""Findings for a terminal: a table as wide as the terminal lets it be, and under each row what supports it.

A narrow terminal holds the figures side by side and nothing else, so place and cause go below the row; a
wide one takes them into the table. What is in the table and what is below is the same in sum.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.aturan.katalog import KEPARAHAN
from sakip.tulis.kata import sebut_lokasi
from sakip.tulis.teks import SELA, Warna, bersih, gantung, kepala_dan_baris, pendek

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.mesin import Reviu
    from sakip.temuan import Temuan
    from sakip.tulis.kata import Kamus

__all__ = ["tulis_temuan"]

LEBAR_TEMPAT = 110
"""From here on the table has a column for the place."""

LEBAR_SEBAB = 150
"""From here on also one for the probable cause."""

TINGGI_SEL = 3
"""Lines of a cell; a longer text is shortened, and the message below the row has it in full."""

AKIBAT, BUKTI, LETAK = 3, 2, 3
"""Consequences, evidence and places shown when not everything is asked for."""


def tulis_temuan(reviu: Reviu, kamus: Kamus, warna: Warna, lebar: int, *, rinci: bool) -> Iterator[str]:
    """The findings by severity, in the order of the review."""
    if not reviu.temuan:
        yield ""
        yield warna(kamus("bersih"), "baik")
        return
    penulis = _Temuan(reviu, kamus, warna, lebar, rinci=rinci)
    no = 0
    for keparahan in KEPARAHAN:
        milik = [t for t in reviu.temuan if t.keparahan == keparahan]
        if milik:
            yield from penulis.kelompok(keparahan, milik, no)
        no += len(milik)


class _Temuan:
    def __init__(self, reviu: Reviu, kamus: Kamus, warna: Warna, lebar: int, *, rinci: bool) -> None:
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
        label = ("letak", "dugaan", "akibat", "bukti", "angka", "dasar", "sidik_temuan")
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
            "tempat": bersih(t.tempat) + (f"\n{letak}" if letak else ""),
            "tercetak": pendek(bersih(t.tertulis), TINGGI_SEL * lebar["tercetak"] - 8),
            "seharusnya": pendek(bersih(t.seharusnya), TINGGI_SEL * lebar["seharusnya"] - 8),
            "selisih": bersih(t.selisih),
            "sebab": "\n".join(self._dugaan(t)) or "-",
        }

    def _dugaan(self, t: Temuan) -> list[str]:
        return [bersih(self.kamus.penjelasan(d, t.kode)) for d in t.dugaan]

    def _letak(self, t: Temuan) -> str:
        letak = [bersih(sebut_lokasi(x, self.kamus.bahasa)) for x in t.lokasi]
        return "; ".join(self._batasi([x for x in dict.fromkeys(letak) if x], LETAK))

    def _batasi(self, teks: list[str], paling_banyak: int) -> list[str]:
        if self.rinci or len(teks) <= paling_banyak:
            return teks
        return [*teks[:paling_banyak], self.kamus("lainnya", n=len(teks) - paling_banyak)]

    def _bawah(self, t: Temuan) -> Iterator[str]:
        """What is said below the row of a finding."""
        if not self.ada_tempat:
            yield from self._paragraf(t.tempat)
            yield from self._berlabel("letak", [self._letak(t)])
        pesan = bersih(self.kamus.pesan(t))
        yield from self._paragraf(pesan[:1].upper() + pesan[1:])
        for kunci, teks in (("tercetak", t.tertulis), ("seharusnya", t.seharusnya)):
            sel = bersih(teks)
            if pendek(sel, TINGGI_SEL * dict(self.kolom)[kunci] - 8) != sel and sel not in pesan:
                yield from self._paragraf(f"{self.kamus(kunci)}: {sel}")
        if not self.ada_sebab:
            yield from self._berlabel("dugaan", self._dugaan(t))
        akibat = []
        for a in t.akibat:
            letak = sebut_lokasi(a.lokasi, self.kamus.bahasa)
            akibat.append(a.pesan(self.kamus.bahasa) + (f" [{letak}]" if letak else ""))
        yield from self._berlabel("akibat", self._batasi(akibat, AKIBAT))
        yield from self._berlabel("bukti", self._batasi(list(t.bukti), BUKTI))
        if self.rinci:
            operan = []
            for o in t.operan:
                letak = sebut_lokasi(o.lokasi, self.kamus.bahasa)
                operan.append(f"{o.nama}: {o.nilai}" + (f" [{letak}]" if letak else ""))
            yield from self._berlabel("angka", operan)
            yield from self._berlabel("dasar", self.kamus.dasar(t.dasar))
            yield from self._berlabel("sidik_temuan", [t.id])

    def _paragraf(self, teks: str) -> Iterator[str]:
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
