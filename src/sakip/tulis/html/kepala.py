"""The head of a review: what it is about, what it comes to, and a conclusion that agrees with the findings."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from sakip._version import __version__
from sakip.relasi import Putusan
from sakip.tinjauan.tanggapan import ReviuBertanggapan
from sakip.tulis.html.svg import batang
from sakip.tulis.teks import bersih

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from sakip.tulis.html.bahan import Bahan

__all__ = ["Kepala", "Ubin", "kepala"]


@attrs.frozen(slots=True)
class Ubin:
    """A number of the summary; `jenis` says in which colour and with which mark."""

    jenis: str
    angka: str
    kata: str


@attrs.frozen(slots=True, kw_only=True)
class Kepala:
    """The head. `nada` is the gravest severity still open, `baik` when there is none."""

    instansi: str
    judul: str
    ubin: tuple[Ubin, ...]
    cakupan: Markup
    nada: str
    kesimpulan: tuple[str, ...]
    keterangan: tuple[tuple[str, str], ...]


def kepala(b: Bahan) -> Kepala:
    """The head of a review."""
    kata, lap, c = b.kata, b.reviu.laporan, b.reviu.cakupan
    n = b.terbuka
    cakupan = kata("html.cakupan_batang", terperiksa=c.terperiksa, angka=c.angka)
    persen = kata.persen(c.persen) + "%"
    putusan = {p.value: x for p, x in b.reviu.hitung_putusan().items()}
    keterangan = [
        ("html.tahun", str(lap.tahun)),
        ("sumber", bersih(lap.sumber)),
        ("sidik", lap.sha256),
        (
            "isi",
            kata(
                "isi.angka",
                tabel=len(lap.tabel),
                formulir=len(lap.perjanjian),
                klaim=len(lap.narasi),
                angka=c.angka,
            ),
        ),
        ("hubungan", kata("hubungan.banyak", **putusan)),
        ("cakupan", kata.cakupan(c)),
        ("tanggapan", kata.ringkas_tanggapan(b.reviu) if isinstance(b.reviu, ReviuBertanggapan) else ""),
        ("galat", kata("galat.banyak", n=len(b.reviu.galat)) if b.reviu.galat else ""),
        ("versi", kata("versi.isi", sakip=__version__, aturan=b.reviu.aturan)),
    ]
    return Kepala(
        instansi=bersih(lap.instansi),
        judul=bersih(kata.dokumen(lap.judul, lap.tahun)),
        ubin=(
            *(Ubin(k, kata.n(x), kata(k).lower()) for k, x in n.items()),
            Ubin("cakupan", persen, kata("html.terperiksa")),
        ),
        cakupan=batang(
            Fraction(c.terperiksa),
            Fraction(c.angka or 1),
            id_=b.id("cakupan"),
            judul=cakupan,
            kelas="total",
            garis=None,
        ),
        nada=next((k for k, x in n.items() if x), "baik" if c.terperiksa and not b.reviu.galat else "catatan"),
        kesimpulan=tuple(_kesimpulan(b, n)),
        keterangan=tuple((kata(k), teks) for k, teks in keterangan if teks),
    )


def _kesimpulan(b: Bahan, n: dict[str, int]) -> Iterator[str]:
    """What may be concluded, and what limits it. It never says that there is nothing while something is open."""
    kata, r, c = b.kata, b.reviu, b.reviu.cakupan
    terburuk = next((k for k, x in n.items() if x), "")
    if terburuk:
        yield kata(f"simpul.{terburuk}", **n)
    elif not c.angka:
        yield kata("simpul.kosong")
    else:
        yield kata("simpul.bersih" if c.terperiksa else "simpul.tanpa_periksa")
    terjawab = len(r.temuan) - sum(n.values())
    if terjawab:
        yield kata("simpul.terjawab", n=terjawab)
    if isinstance(r, ReviuBertanggapan) and r.tak_berpasangan:
        salah = [j.id for j in r.tak_berpasangan]
        yield kata("simpul.tak_berpasangan", n=len(salah), id=", ".join(salah))
    if r.galat:
        yield kata("simpul.galat", n=len(r.galat))
    p = b.opsi.pilihan
    if p.pilih or p.abaikan:
        yield kata("simpul.sebagian", pilihan=", ".join([*p.pilih, *(f"−{k}" for k in p.abaikan)]))
    tak_dapat = r.hitung_putusan()[Putusan.TAK_DAPAT_DIPERIKSA]
    if tak_dapat:
        yield kata("simpul.tak_dapat", n=tak_dapat)
    if c.hilang:
        yield kata("simpul.hilang", n=c.hilang)
    if c.angka:
        belum = c.angka - c.terperiksa
        yield kata("simpul.belum", belum=belum, angka=c.angka) if belum else kata("simpul.penuh")
