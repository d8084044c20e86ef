"""Tables of counts that add up both ways, and two views of one thing."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sakip.angka.angka import Jenis, tulis
from sakip.model.tabel import Tabel
from sakip.pengujian.bangun.kata import PENDIDIKAN, UNIT, WILAYAH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip.pengujian.bangun.cetak import Cetak
    from sakip.pengujian.bangun.sumber import Sumber

__all__ = ["tabel_pegawai", "tabel_wilayah"]

Cacah = dict[str, int]
"""Label of a column to the count on one line."""


def _cacah(n: int) -> str:
    return tulis(n, 0, Jenis.CACAH)


def _tabel(nama: Sequence[str], isi: list[Cacah], nomor: str, judul: str, cetak: Cetak, persen: str = "") -> Tabel:
    label = list(isi[0])
    kolom = ["no", "nama", *(f"rincian:{k}" for k in label), "jumlah", *([f"persen:{persen}"] if persen else [])]
    total = {k: sum(b[k] for b in isi) for k in label}
    baris = []
    for i, (n, b) in enumerate(zip([*nama, "JUMLAH"], [*isi, total], strict=True), 1):
        jumlah = sum(b.values())
        bagian = [] if not persen else ["-" if not jumlah else cetak.hitungan(Fraction(100 * b[persen], jumlah))]
        no = str(i) if i <= len(nama) else ""
        baris.append([no, n, *(_cacah(b[k]) for k in label), _cacah(jumlah), *bagian])
    jenis = ["rincian"] * len(nama) + ["total"]
    return Tabel.susun(kolom, baris, nomor=nomor, judul=judul, jenis=jenis)


def tabel_pegawai(s: Sumber, nomor: tuple[str, str], cetak: Cetak) -> list[Tabel]:
    """Staff by grade and sex and by education and sex: two tables about the same people."""
    unit = list(UNIT[: s.bulat(1, len(UNIT))])
    golongan = ["GOL II", "GOL III", "GOL IV"][: s.bulat(1, 3)]
    a: list[Cacah] = []
    b: list[Cacah] = []
    for _ in unit:
        baris = {f"{g} {k}": s.bulat(0, 12) for g in golongan for k in "LP"}
        a.append(baris)
        pendidikan: Cacah = {}
        for kelamin, huruf in (("L", "P"), ("P", "W")):
            sisa = sum(n for g, n in baris.items() if g.endswith(kelamin))
            for p in PENDIDIKAN[:-1]:
                pendidikan[f"{p} {huruf}"] = s.bulat(0, sisa)
                sisa -= pendidikan[f"{p} {huruf}"]
            pendidikan[f"{PENDIDIKAN[-1]} {huruf}"] = sisa
        b.append(pendidikan)
    judul = "Jumlah Pegawai berdasarkan"
    return [
        _tabel(unit, a, nomor[0], f"{judul} Golongan", cetak),
        _tabel(unit, b, nomor[1], f"{judul} Pendidikan", cetak),
    ]


def tabel_wilayah(s: Sumber, nomor: str, cetak: Cetak) -> Tabel:
    """Members by region, active or not, with the share that is active."""
    wilayah = list(WILAYAH[: s.bulat(1, len(WILAYAH))])
    besar = s.pilih((99, 999, 99999))
    isi = [{"Aktif": s.bulat(0, besar), "Tidak Aktif": s.bulat(0, besar)} for _ in wilayah]
    return _tabel(wilayah, isi, nomor, "Kelompok Perajin per Kecamatan", cetak, persen="Aktif")
