"""The rules for a reader: a list of them, and one explained with its examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.aturan import VERSI
from sakip.tinjauan.engine import reviu
from sakip.tulis.contoh import tulis_laporan
from sakip.tulis.teks import Warna, bersih, bungkus, gantung, tabel
from sakip.tulis.words.kamus import Kamus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sakip.aturan.definisi import Aturan
    from sakip.model.laporan import Laporan
    from sakip.tulis import Opsi

__all__ = ["daftar", "jelaskan"]


def daftar(aturan: Iterable[Aturan], opsi: Opsi) -> Iterator[str]:
    """The rules, a line each."""
    kamus, warna = Kamus(opsi.bahasa), Warna(opsi.warna)
    semua = list(aturan)
    yield warna(kamus("aturan.daftar", versi=VERSI, n=len(semua)), "judul") + "\n\n"
    baris = [[a.kode, kamus(f"satu.{a.keparahan}"), bersih(kamus.judul(a.kode))] for a in semua]
    kepala = [kamus("kode"), kamus("keparahan"), kamus("judul")]
    yield _gabung(tabel(kepala, baris, opsi.lebar))
    yield "\n" + _gabung(bungkus(kamus("kaki"), opsi.lebar))


def jelaskan(a: Aturan, opsi: Opsi) -> Iterator[str]:
    """One rule: what it checks, why, on what basis, when it is innocent, and an example of each outcome."""
    kamus, warna = Kamus(opsi.bahasa), Warna(opsi.warna)
    id_ = opsi.bahasa == "id"
    yield _gabung([warna(g, "judul") for g in bungkus(f"{a.kode}  {kamus.judul(a.kode)}", opsi.lebar)]) + "\n"
    dasar = kamus.dasar(a.dasar) + [kamus("dasar.praktik")] * a.praktik or [kamus("dasar.tidak_ada")]
    celah = (a.celah if id_ else a.reading or a.celah) or kamus("wajar.tidak_ada")
    isi = [
        ("memeriksa", a.memeriksa if id_ else a.checks),
        ("penting", a.penting if id_ else a.matters),
        ("keparahan", kamus(f"satu.{a.keparahan}")),
        ("wajar", celah),
        *(("dasar", d) for d in dasar),
        ("sejak", kamus("sejak.isi", versi=a.sejak)),
    ]
    kolom = max(len(kamus(k)) for k, _ in isi) + 2
    sebelum = ""
    for kunci, teks in isi:
        label = "" if kunci == sebelum else kamus(kunci)
        yield _gabung(gantung(label, bersih(teks), opsi.lebar, 0, kolom))
        sebelum = kunci
    for kunci, buat in (("contoh_salah", a.contoh_salah), ("contoh_benar", a.contoh_benar)):
        yield "\n" + warna(kamus(kunci).upper(), "judul") + "\n" + "-" * len(kamus(kunci)) + "\n"
        yield _gabung(_contoh(a, buat, kamus, opsi.lebar))


def _contoh(a: Aturan, buat: Callable[[], Laporan] | None, kamus: Kamus, lebar: int) -> Iterator[str]:
    if buat is None:
        yield kamus("contoh.tidak_ada")
        return
    laporan = buat()
    yield from tulis_laporan(laporan, kamus, lebar)
    yield ""
    semua = reviu(laporan).temuan
    # A fault of one rule can be told best by another: then that finding is what a reader will meet.
    temuan = [t for t in semua if t.kode == a.kode] or semua
    if not temuan:
        yield kamus("contoh.bersih")
        return
    yield kamus("contoh.temuan")
    for t in temuan:
        kode = "" if t.kode == a.kode else f"{t.kode}: "
        yield from gantung("-", bersih(kode + kamus.pesan(t)), lebar)
        for d in t.dugaan:
            yield from gantung("", bersih(kamus.penjelasan(d)), lebar, 0, 3)


def _gabung(garis: Iterable[str]) -> str:
    return "".join(f"{g}\n" for g in garis)
