"""A budget line has one code, wherever the report prints it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs

from sakip.aturan.definisi import aturan
from sakip.model.kode import TANPA_INDUK, TINGKAT, PenyusunKode, tingkat_kode
from sakip.relasi import Syarat
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import Register
    from sakip.model.sel import Sel
    from sakip.model.tabel import Tabel
    from sakip.relasi import Relasi


@attrs.frozen(kw_only=True)
class _Baris:
    """A line of a budget table: its name and the names above it, the part of the code that is its own, the cell."""

    nama: tuple[str, ...]
    tercetak: str
    kode: str
    sel: Sel
    tabel: Tabel


@aturan(
    kode="ANG08",
    daftar_uji=("I.6",),
    judul="Kode anggaran di beberapa tabel",
    title="Budget codes in several tables",
    memeriksa="Program, kegiatan, atau sub kegiatan yang sama berkode sama di setiap tabel anggaran.",
    checks="The same program, kegiatan or sub kegiatan has the same code in every budget table.",
    penting="Baris dengan kode yang keliru tidak dapat dicocokkan dengan DPA dan dengan tabel lain.",
    matters="A line with a wrong code cannot be matched with the budget document or with other tables.",
    keparahan="peringatan",
    dasar=("kepmendagri_050_2021#kode",),
    celah="kodenya dapat berubah bersama anggaran perubahan",
    reading="the code may have changed with the revised budget",
)
def kode_sama(reg: Register) -> Iterator[Relasi]:
    """Lines of one name under the same names, once in each of several tables; one relation for all that agree."""
    bersama: dict[tuple[str, ...], list[_Baris]] = {}
    for t in reg.tabel:
        baris = list(_baris(t.tabel))
        banyak = Counter(b.nama for b in baris)
        for b in baris:
            if banyak[b.nama] == 1:
                bersama.setdefault(b.nama, []).append(b)
    beda = [g for g in bersama.values() if len({b.kode for b in g}) > 1]
    sama = sum(len(g) > 1 for g in bersama.values()) - len(beda)
    if sama:
        yield Syarat(kode=kode_sama.kode, uraian=f"kode {sama} baris anggaran sama di setiap tabel", terpenuhi=True)
    for g in beda:
        terbanyak = Counter(b.kode for b in g).most_common(2)
        lebih = terbanyak[0][1] > terbanyak[1][1]
        janggal = [b for b in g if b.kode != terbanyak[0][0]] if lebih else g
        rujukan = next(b for b in g if b.kode == terbanyak[0][0])
        yield Syarat(
            kode=kode_sama.kode,
            uraian=f"kode {rujukan.tercetak} sama di setiap tabel",
            terpenuhi=False,
            bukti=tuple(
                reg.petunjuk(b.sel.teks, b.sel.lokasi, f"{b.tabel.sebutan}, {b.tercetak}", "tabel") for b in janggal
            ),
            tertulis="; ".join(f"{b.sel.teks} ({b.tabel.sebutan})" for b in janggal),
            seharusnya=f"{rujukan.sel.teks} ({rujukan.tabel.sebutan})" if lebih else "satu kode",
        )


def _baris(tabel: Tabel) -> Iterator[_Baris]:
    k, n = tabel.indeks("kode"), tabel.indeks("nama")
    if k is None or n is None:
        return
    rincian = [b for b in tabel.baris if b.jenis == "rincian" and b.sel[k].teks.strip()]
    penyusun = PenyusunKode.untuk(b.sel[k].teks for b in rincian)
    di_atas = ["", ""]
    for b in rincian:
        tercetak = b.sel[n].teks
        lengkap = penyusun.lengkap(b.sel[k].teks, tercetak)
        if lengkap is None:
            continue
        tingkat = TINGKAT.index(tingkat_kode(lengkap))
        nama = (*di_atas[:tingkat], baku(tercetak))
        di_atas = [*nama[:2], "", ""][:2]
        yield _Baris(nama=nama, tercetak=tercetak, kode=_bagian(lengkap, tingkat), sel=b.sel[k], tabel=tabel)


def _bagian(lengkap: str, tingkat: int) -> str:
    """The part of a completed code that its own line adds: `2.01` of `01.2.01`."""
    bagian = lengkap.replace(TANPA_INDUK, "").split(".")
    return (bagian[0], ".".join(bagian[1:3]), bagian[-1])[tingkat]
