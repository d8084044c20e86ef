"""The rule on columns that follow from others by a formula that only the figures show."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from sakip.aturan.bahan.contoh import laporan, tabel
from sakip.aturan.bahan.peran_relasi import kolom_setara
from sakip.aturan.definisi import aturan
from sakip.aturan.tabel import MENURUT, tahun_dibandingkan
from sakip.hukum.rumus import Rumus, Suku
from sakip.hukum.rumus_tersirat import SELURUHNYA, cari_rumus_tersirat
from sakip.model.timbangan import Dasar
from sakip.relasi import BERLAKU, Bacaan, Jalur, Rumusan
from sakip.teks.kalimat import kalimat

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sakip.fakta.register import Butir, Register, TabelFakta
    from sakip.hukum.rumus_tersirat import Cetak, RumusTersirat
    from sakip.model.laporan import Laporan
    from sakip.model.peran import Kolom
    from sakip.relasi import Relasi


@aturan(
    kode="TAB10",
    daftar_uji=("T.6",),
    daftar_uji_bersama=("I.6",),
    judul="Kolom yang dihitung dari kolom lain",
    title="A column reckoned from others",
    memeriksa="Kolom yang menurut hampir semua barisnya adalah selisih, jumlah, persentase, pertumbuhan, bagian atau "
    "hasil kali kolom lain, demikian pula di baris selebihnya.",
    checks="A column that by nearly all of its lines is a difference, sum, percentage, growth, share or product of "
    "other columns is so on the lines that remain.",
    penting="Cara hitung yang tidak disebut pun dapat ditelusuri dari angkanya, dan barisnya yang lain salah hitung.",
    matters="A way of reckoning that nobody states can be traced in the figures, and so can the line that departs.",
    keparahan="peringatan",
    praktik=True,
    celah="baris itu dapat dihitung dengan cara lain",
    reading="the line may have been reckoned in another way",
    kalimat={
        "uraian": ("{nama} = {cara}", "{nama} = {cara}"),
        "jumlah": ("jumlah kolom {a} s.d. {b}", "sum of the columns {a} to {b}"),
        "mutasi": ("{a} + {c} − {b}", "{a} + {c} − {b}"),
        "selisih": ("{a} − {b}", "{a} − {b}"),
        "persen": ("{a} ÷ {b} × 100", "{a} ÷ {b} × 100"),
        "hasil_bagi": ("{a} ÷ {b}", "{a} ÷ {b}"),
        "pertumbuhan": ("({a} − {b}) ÷ {b} × 100", "({a} − {b}) ÷ {b} × 100"),
        "hasil_kali": ("{a} × {b}", "{a} × {b}"),
        "tertimbang": ("{a} × {b} ÷ 100", "{a} × {b} ÷ 100"),
        "bagian": ("{a} ÷ jumlah seluruh {a} × 100", "{a} ÷ sum of all {a} × 100"),
    },
)
def kolom_terhitung(reg: Register) -> Iterator[Relasi]:
    """hasil = formula over other columns, for a column of which no other rule knows what it is reckoned from."""
    for n, t in enumerate(reg.tabel):
        calon = _calon(t)
        if calon:
            data = [[_cetak(b.butir.get(k.kunci), k) for b in t.rincian] for k in t.tabel.kolom]
            for r in cari_rumus_tersirat(data, calon):
                yield from _relasi(t, n, r)


def _contoh(persen: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "1.3",
                "Penerima Layanan menurut Jenis",
                "nama | cacah:Sasaran Layanan | cacah:Terlayani | angka:Cakupan",
                "Rehabilitasi | 187 | 153 | 81,82",
                f"Pendampingan | 243 | 219 | {persen}",
                "Penjangkauan | 319 | 287 | 89,97",
                "Pelatihan Keluarga | 421 | 397 | 94,30",
            ),
        )
    )


kolom_terhitung.salah(partial(_contoh, "91,12"))
kolom_terhitung.benar(partial(_contoh, "90,12"))


def _calon(t: TabelFakta) -> list[int]:
    """The columns that may follow from others in a way that no other rule states."""
    tercetak = {r.hasil for r in t.rumus}
    return [i for i, k in enumerate(t.tabel.kolom) if k.peran.turunan and i not in tercetak and not _tertaut(t, k)]


def _tertaut(t: TabelFakta, k: Kolom) -> bool:
    """Whether a rule on its role says what a column is reckoned from, and the table has that."""
    if tahun_dibandingkan(t, k) is not None:
        return True
    if k.peran.nama in {"jumlah", "rincian"}:
        peran = [x.peran.nama for x in t.tabel.kolom if x.periode == k.periode]
        return "jumlah" in peran and peran.count("rincian") > 1
    if k.peran.nama == "persen":
        return kolom_setara(t, "jumlah", k) is not None and kolom_setara(t, "rincian", k) is not None
    dari = [operan for peran, operan in MENURUT if peran == k.peran.nama]
    return any(all(kolom_setara(t, p, k) is not None for p in operan) for operan in dari)


def _cetak(b: Butir | None, k: Kolom) -> Cetak | None:
    if b is None or b.nilai is None or k.peran.penanda or k.peran.pengenal:
        return None
    tepat = k.peran.pasti and b.nilai.denominator == 1 and not b.dibulatkan
    return float(b.nilai), 0.0 if tepat else float(b.setengah)


def _relasi(t: TabelFakta, n: int, r: RumusTersirat) -> Iterator[Relasi]:
    kode = kolom_terhitung.kode
    kolom = [t.tabel.kolom[i] for i in (*r.operan, r.hasil)]
    judul = [k.judul or k.kunci for k in kolom]
    cara = kalimat(f"{kode}.{r.cara}", a=judul[0], b=judul[-2], c=judul[min(1, len(r.operan) - 1)])
    dibaca = kalimat("bacaan.kolom", kolom=judul[-1], tabel=t.tabel.tempat, apa=cara)
    bacaan = Bacaan((kode, n, r.hasil), dibaca, Dasar.DUGAAN)
    lajur = {k.kunci: x for k, x in zip(kolom, (*r.operan, r.hasil), strict=True)}
    salah = {t.rincian[i].urut for i in r.gagal}
    for b in [t.rincian[i] for i in sorted((*r.sesuai, *r.gagal))] + [b for b in t.baris if b.jenis in JUMLAH]:
        isi = {x: o for k, x in lajur.items() if (o := b.butir.get(k)) is not None and o.berangka}
        hasil = isi.get(r.hasil)
        rumus, operan = _terisi(t, r, isi)
        if hasil is None or operan is None:
            continue
        x = Rumusan(
            kode=kode,
            jenis="hasil",
            uraian=kalimat(f"{kode}.uraian", nama=hasil.nama, cara=cara),
            hasil=hasil,
            jalur=(Jalur.menurut(cara, rumus, operan),),
            bacaan=bacaan,
        )
        # A line off by a unit of the last digit was rounded to add up; the last of a column of percentages is as often
        # their mean. Neither is held to more than it shows.
        if b.urut in salah or x.evaluasi().putusan in BERLAKU:
            yield x


def _terisi(t: TabelFakta, r: RumusTersirat, isi: Mapping[int, Butir]) -> tuple[Rumus, list[Butir] | None]:
    """The formula and its figures on a line; None for these where one is not printed."""
    if SELURUHNYA not in r.rumus.peubah:
        operan = [isi.get(int(str(p))) for p in r.rumus.peubah]
        return r.rumus, None if None in operan else [x for x in operan if x is not None]
    kunci = t.tabel.kolom[r.operan[0]].kunci
    baris = [b for b in t.baris if b.jenis == "total"] or list(t.rincian)
    semua = [x for b in baris if (x := b.butir.get(kunci)) is not None and x.berangka]
    a = isi.get(r.operan[0])
    if a is None or not semua:
        return r.rumus, None
    bawah = tuple(Suku(Fraction(1), (1 + k,)) for k in range(len(semua)))
    return Rumus((Suku(Fraction(SERATUS), (0,)),), bawah), [a, *semua]


JUMLAH = frozenset({"total", "subtotal"})
SERATUS = 100
