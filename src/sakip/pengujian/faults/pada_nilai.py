"""Faults in single figures and in runs of figures."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from sakip.angka.angka import Angka, Jenis
from sakip.aturan import bersifat
from sakip.errors import AngkaError
from sakip.pengujian.bangun.kinerja import RUMUS
from sakip.pengujian.bangun.sumber import kocok
from sakip.pengujian.letak import digit, ganti_digit, seperti, tulis_ulang
from sakip.relasi import Peringkat, Rumusan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sakip.fakta.register import Butir
    from sakip.model.sel import Sel
    from sakip.pengujian.bangun.sumber import Sumber
    from sakip.pengujian.jaringan import Jaringan, Kerusakan

__all__ = ["NILAI"]

DIGIT_TERSEDIKIT = 3
"""Figures of fewer digits are all a slip of the hand away from each other."""


def _panjang(b: Butir) -> bool:
    """Whether a figure has digits enough for a slip to be told by; leading and only zeros are none."""
    return len(str(_cetak(b).nilai).replace("-", "").replace(".", "").lstrip("0")) >= DIGIT_TERSEDIKIT


def _angka(j: Jaringan) -> list[Butir]:
    return [b for b in j.butir if b.sel is not None and b.sel.angka is not None and b.peran.nama != "nomor"]


def _baru(b: Butir, teks: str) -> Sel | None:
    """The cell with another text, read as its place demands; None when it then says the same, or no figure."""
    try:
        sel = tulis_ulang(_sel(b), teks, b.peran)
    except AngkaError:
        return None
    return sel if sel.angka is not None and sel.angka.nilai != _cetak(b).nilai else None


def _sel(b: Butir) -> Sel:
    if b.sel is None:
        raise ValueError("a figure that is printed nowhere")
    return b.sel


def _cetak(b: Butir) -> Angka:
    a = _sel(b).angka
    if a is None:
        raise ValueError("a label is no figure")
    return a


def _pertama(
    j: Jaringan,
    s: Sumber,
    jenis: str,
    calon: Sequence[Butir],
    teks: Callable[[Butir], str | None],
    dugaan: Sequence[str] = (),
    *,
    potongan: bool = False,
) -> Kerusakan | None:
    """Spoil the first of the candidates, in any order, for which there is a text that says something else."""
    for b in kocok(s, calon):
        t = teks(b)
        sel = None if t is None else _baru(b, t)
        if sel is not None:
            return j.rusak(jenis, {id(b.sel): sel}, [b], dugaan, potongan=potongan)
    return None


def angka_tertukar(j: Jaringan, s: Sumber) -> Kerusakan | None:
    """Two digits next to each other change places."""

    def teks(b: Butir) -> str | None:
        posisi = digit(b.teks)
        pasang = [(x, y) for x, y in pairwise(posisi) if b.teks[x] != b.teks[y]]
        pasang = [(x, y) for x, y in pasang if not (x == posisi[0] and b.teks[y] == "0")]
        if not _panjang(b) or not pasang:
            return None
        x, y = s.pilih(pasang)
        return ganti_digit(b.teks, {x: b.teks[y], y: b.teks[x]})

    return _pertama(j, s, "angka_tertukar", _angka(j), teks, ["tertukar"])


def angka_salah(j: Jaringan, s: Sumber) -> Kerusakan | None:
    """One digit is another digit."""

    def teks(b: Butir) -> str | None:
        posisi = digit(b.teks)
        if not _panjang(b):
            return None
        i = s.pilih(posisi)
        pilihan = [d for d in "0123456789" if d != b.teks[i] and not (i == posisi[0] and d == "0")]
        return ganti_digit(b.teks, {i: s.pilih(pilihan)})

    return _pertama(j, s, "angka_salah", _angka(j), teks, ["salah"])


def _deret(j: Jaringan) -> list[list[Butir]]:
    """Figures under each other: the columns of tables, the money of forms."""
    kolom: dict[str, list[Butir]] = {}
    for b in _angka(j):
        if b.susunan[0] and b.media in {"tabel", "pk"}:
            kolom.setdefault(b.susunan[0], []).append(b)
    return [sorted(k, key=lambda b: b.susunan[1]) for k in kolom.values() if len(k) > 1]


def deret_bergeser(j: Jaringan, s: Sumber) -> Kerusakan | None:
    """A run of two to four figures stands one line too low: each line prints the value of the line above."""
    for deret in kocok(s, _deret(j)):
        panjang = s.bulat(2, min(4, max(2, len(deret) - 1)))
        for mulai in kocok(s, range(1, len(deret) - panjang + 1)):
            run = range(mulai, mulai + panjang)
            baru = {id(deret[i].sel): sel for i in run if (sel := _baru(deret[i], deret[i - 1].teks)) is not None}
            if len(baru) == panjang:
                return j.rusak("deret_bergeser", baru, [deret[i] for i in run], ["geser"])
    return None


def _baris(j: Jaringan) -> Iterator[tuple[list[Butir], list[Butir]]]:
    """Lines of tables with the line above, cell by cell where both print a figure."""
    for t in j.laporan.tabel:
        sel = {id(s): (n, m) for n, b in enumerate(t.baris) if b.jenis == "rincian" for m, s in enumerate(b.sel)}
        letak = {sel[id(b.sel)]: b for b in _angka(j) if id(b.sel) in sel}
        for n in range(1, len(t.baris)):
            kolom = [m for m in range(len(t.kolom)) if (n, m) in letak and (n - 1, m) in letak]
            if kolom:
                yield [letak[n, m] for m in kolom], [letak[n - 1, m] for m in kolom]


def baris_tersalin(j: Jaringan, s: Sumber) -> Kerusakan | None:
    """The figures of a line are those of the line above."""
    for bawah, atas in kocok(s, list(_baris(j))):
        baru = {id(b.sel): sel for b, a in zip(bawah, atas, strict=True) if (sel := _baru(b, a.teks)) is not None}
        beda = [b for b in bawah if id(b.sel) in baru]
        if beda:
            rusak = j.rusak("baris_tersalin", baru, beda, ["salin"])
            if rusak.terdeteksi and _sama_mungkin(j, bawah, atas):
                return attrs.evolve(rusak, terlokasi=False, alasan="baris di atasnya sama mungkinnya")
            return rusak
    return None


def _sama_mungkin(j: Jaringan, bawah: list[Butir], atas: list[Butir]) -> bool:
    """Whether nothing tells the two lines apart: all that binds one to figures elsewhere binds the other alike."""
    baris = [{id(b.sel) for b in x} for x in (bawah, atas)]

    def keluar(x: list[Butir]) -> set[int]:
        semua = {id(r): r for b in x for r in j.milik(b)}.values()
        sel = [{id(b.sel) for b in r.butir} for r in semua]
        return {id(r) for r, s in zip(semua, sel, strict=True) if not any(s <= b for b in baris)}

    return keluar(bawah) == keluar(atas)


def sel_tertukar(j: Jaringan, s: Sumber) -> Kerusakan | None:
    """Two cells of a column have changed places."""
    for deret in kocok(s, _deret(j)):
        x, *lain = kocok(s, deret)
        for y in lain:
            satu, dua = _baru(x, y.teks), _baru(y, x.teks)
            if y.peran is x.peran and satu is not None and dua is not None:
                return j.rusak("sel_tertukar", {id(x.sel): satu, id(y.sel): dua}, [x, y], ["tukar_sel"])
    return None


def _jumlah(j: Jaringan) -> list[tuple[Butir, Rumusan]]:
    """Printed totals that are the sum of two lines or more."""
    pasangan = {}
    for b in _angka(j):
        for r in j.sejenis(Rumusan, b):
            if r.hasil.sel is b.sel and len(r.bagian) > 1:
                pasangan[id(b.sel)] = (b, r)
    return list(pasangan.values())


def _total(j: Jaringan, s: Sumber, jenis: str, arah: int, dugaan: str) -> Kerusakan | None:
    total = dict(_jumlah(j))

    def teks(b: Butir) -> str | None:
        bagian = [x.nilai for x in total[b].jalur[0].operan if x.nilai]
        return seperti(_sel(b), _cetak(b).pecahan + arah * s.pilih(bagian)) if len(bagian) > 1 else None

    return _pertama(j, s, jenis, list(total), teks, [dugaan])


def total_salah(j: Jaringan, s: Sumber) -> Kerusakan | None:
    """A total is another figure of the same size."""

    def teks(b: Butir) -> str:
        return seperti(_sel(b), _cetak(b).pecahan * s.bulat(300, 1900) / 1000 + s.bulat(1, 99))

    return _pertama(j, s, "total_salah", [b for b, _ in _jumlah(j)], teks)


def bagian_tertinggal(j: Jaringan, s: Sumber) -> Kerusakan | None:
    """A total leaves one of its lines out."""
    return _total(j, s, "bagian_tertinggal", -1, "tertinggal")


def bagian_dobel(j: Jaringan, s: Sumber) -> Kerusakan | None:
    """A total counts one of its lines twice."""
    return _total(j, s, "bagian_dobel", 1, "dobel")


def tahun_salah(j: Jaringan, s: Sumber) -> Kerusakan | None:
    """A figure is that of another year, or the year of the report is the one before."""
    lain: dict[tuple[str, str], list[Butir]] = {}
    for b in _angka(j):
        if b.kunci is not None and b.kunci.periode is not None and b.peran.nama in {"realisasi", "capaian"}:
            lain.setdefault((b.kunci.subjek, b.kunci.peran), []).append(b)

    def teks(b: Butir) -> str | None:
        if b.peran.nama == "tahun":
            return str(int(b.teks) - 1) if b.teks.isdigit() else None
        if b.kunci is None:
            return None
        semua = lain.get((b.kunci.subjek, b.kunci.peran), [])
        tahun = [x for x in semua if x.kunci is not None and x.kunci.periode != b.kunci.periode]
        return seperti(_sel(b), _cetak(s.pilih(tahun)).pecahan) if tahun else None

    hasil = _pertama(j, s, "tahun_salah", _angka(j), teks, ["tahun_lain"])
    if hasil is not None and hasil.kode <= {bersifat("tahun_narasi")}:
        return attrs.evolve(hasil, dugaan=frozenset())
    return hasil


def rumus_salah(j: Jaringan, s: Sumber) -> Kerusakan | None:
    """An achievement is reckoned by another variant of the formula."""

    def teks(b: Butir) -> str | None:
        r = j.tentang(Rumusan, b)
        operan = {} if r is None else {o.peran.nama.partition("_")[0]: o.nilai for o in r.jalur[0].operan}
        t, y = operan.get("target"), operan.get("realisasi")
        if not t or not y:
            return None
        hasil = [RUMUS[nama](t, y) for nama in RUMUS]
        beda = [h for h in hasil if abs(h - _cetak(b).pecahan) > 4 * b.setengah]
        return seperti(_sel(b), s.pilih(beda)) if beda else None

    calon = [b for b in _angka(j) if b.peran.nama in {"capaian", "capaian_akhir"}]
    hasil = _pertama(j, s, "rumus_salah", calon, teks, ["rumus_lain"])
    if hasil is not None and "100" in hasil.tertulis[0]:
        # A hundred is also what comes of the target in place of the realisation, or of another year's.
        return attrs.evolve(hasil, dugaan=hasil.dugaan | {"operan_target", "operan_tahun"})
    return hasil


def terpotong(j: Jaringan, s: Sumber) -> Kerusakan | None:
    """A result is cut off where it should have been rounded up."""

    def teks(b: Butir) -> str | None:
        r = j.tentang(Rumusan, b)
        if r is None or b.peran.pasti or b.peran.jenis is Jenis.RUPIAH or not r.jalur[0].operan:
            return None
        hasil = r.hitung(r.jalur[0])
        if hasil is None or hasil <= 0 or abs(hasil - _cetak(b).pecahan) > b.setengah:
            return None  # reckoned another way than the first, of which nothing is known
        return seperti(_sel(b), hasil, potong=True)

    hasil = _pertama(j, s, "terpotong", _angka(j), teks, ["potong"], potongan=True)
    return None if hasil is None else attrs.evolve(hasil, kode=hasil.kode | {bersifat("potongan")})


def label_salah(j: Jaringan, s: Sumber) -> Kerusakan | None:
    """A rating is another one of the scale."""
    calon = []
    for b in j.butir:
        r = j.tentang(Peringkat, b)
        if r is not None:
            calon.append((b, [k.label for k in r.skala.kelas if k.label != r.label.label]))
    if not calon:
        return None
    b, lain = s.pilih(calon)
    return j.rusak("label_salah", {id(b.sel): attrs.evolve(_sel(b), teks=s.pilih(lain))}, [b])


def angka_basi(j: Jaringan, s: Sumber) -> Kerusakan | None:
    """A figure was not brought up to date: the budget before revision, last year's value in a sentence."""
    fakta: dict[tuple[str, str, int | None], Butir] = {}
    for b in _angka(j):
        if b.kunci is not None:
            fakta.setdefault((b.kunci.subjek, b.kunci.peran, b.kunci.periode), b)

    def lama(b: Butir) -> Butir | None:
        k = b.kunci
        if k is None or k.periode is None:
            return None
        if k.peran == "pagu":
            return fakta.get((k.subjek, "pagu_murni", k.periode))
        if b.media == "narasi" and k.peran in {"realisasi", "capaian"}:
            return fakta.get((k.subjek, k.peran, k.periode - 1))
        return None

    def teks(b: Butir) -> str | None:
        x = lama(b)
        return None if x is None else seperti(_sel(b), _cetak(x).pecahan)

    calon = [b for b in _angka(j) if lama(b) is not None]
    return _pertama(j, s, "angka_basi", calon, teks, ["sebelum_perubahan", "tahun_lain"])


def satuan_salah(j: Jaringan, s: Sumber) -> Kerusakan | None:
    """Money in thousands among rupiah, a share in place of a percentage."""

    def teks(b: Butir) -> str | None:
        nilai = _cetak(b).pecahan
        if not nilai:
            return None
        if b.peran.jenis is Jenis.RUPIAH:
            return seperti(_sel(b), nilai / 1000) if nilai % 1000 == 0 else None
        if b.peran.jenis is not Jenis.PERSEN:
            return None
        return seperti(_sel(b), nilai * 100) if b.desimal < 2 else seperti(_sel(b), nilai / 100)

    return _pertama(j, s, "satuan_salah", _angka(j), teks, ["pemisah"])


def titik_koma(j: Jaringan, s: Sumber) -> Kerusakan | None:
    """A decimal comma is a point: a note on notation, or another value where the point reads as thousands."""
    koma = [b for b in _angka(j) if b.teks.count(",") == 1 and "." not in b.teks and b.desimal and ",-" not in b.teks]
    for b in kocok(s, koma if len(koma) > 1 else []):
        sel = tulis_ulang(_sel(b), b.teks.replace(",", "."), b.peran)
        if sel.angka is None:
            continue
        if sel.angka.nilai != _cetak(b).nilai:
            return j.rusak("titik_koma", {id(b.sel): sel}, [b], ["pemisah"])
        hasil = j.rusak("titik_koma", {id(b.sel): sel}, [b])
        terbaca = sel.angka.desimal in {1, 2}
        alasan = "" if terbaca else "titik diikuti tiga angka terbaca sebagai desimal juga"
        return attrs.evolve(
            hasil, kode=frozenset({bersifat("tanda_desimal")}), terdeteksi=terbaca, terlokasi=terbaca, alasan=alasan
        )
    return None


NILAI: dict[str, Callable[[Jaringan, Sumber], Kerusakan | None]] = {
    f.__name__: f
    for f in (
        angka_tertukar,
        angka_salah,
        deret_bergeser,
        baris_tersalin,
        sel_tertukar,
        total_salah,
        bagian_tertinggal,
        bagian_dobel,
        tahun_salah,
        rumus_salah,
        terpotong,
        label_salah,
        angka_basi,
        satuan_salah,
        titik_koma,
    )
}
"""The kinds by name."""
