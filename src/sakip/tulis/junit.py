"""JUnit XML: one suite a review, one test case a rule, so that a build server shows a review like its tests.

A finding at or above the threshold is a failure of its rule, as it is for the exit status; the others, and
those that were answered, are output of the test case. A rule that found nothing to check was skipped, and one
that failed itself is an error: neither is a success.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from sakip._version import __version__
from sakip.aturan.definisi import KEPARAHAN
from sakip.relasi import Putusan
from sakip.tinjauan.tanggapan import tanggapan_untuk
from sakip.tulis.path import path
from sakip.tulis.teks import bersih, besar
from sakip.tulis.words.kamus import Kamus, sebut_semua

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.engine import Reviu
    from sakip.tulis import Opsi

__all__ = ["tulis"]


def tulis(reviu: Iterable[Reviu], opsi: Opsi) -> Iterator[bytes]:
    """One document with a suite for each review."""
    akar = ET.Element("testsuites", name="sakip")
    akar.extend(_suite(r, opsi) for r in reviu)
    _jumlahkan(akar, [s.attrib for s in akar])
    ET.indent(akar, " ")
    yield ET.tostring(akar, encoding="utf-8", xml_declaration=True) + b"\n"


def _suite(r: Reviu, opsi: Opsi) -> ET.Element:
    kamus = Kamus(opsi.bahasa, r.lain)
    suite = ET.Element("testsuite", name=f"{bersih(r.laporan.instansi)} {r.laporan.tahun}")
    sifat = ET.SubElement(suite, "properties")
    for nama, nilai in (
        ("sumber", path(r.laporan.sumber)),
        ("sha256", r.laporan.sha256),
        ("sakip", __version__),
        ("aturan", r.aturan),
        ("ambang", opsi.ambang),
        ("cakupan", kamus.cakupan(r.cakupan)),
    ):
        ET.SubElement(sifat, "property", name=nama, value=bersih(nilai))
    for c in r.laporan.catatan:
        ET.SubElement(sifat, "property", name="catatan_pembaca", value=bersih(kamus.catatan(c)))
    kasus = [_kasus(kode, r, kamus, opsi) for kode in _kode(r, kamus, opsi)]
    suite.extend(kasus)
    gagal, galat, lewat = (sum(k.find(n) is not None for k in kasus) for n in ("failure", "error", "skipped"))
    _jumlahkan(suite, [{"tests": str(len(kasus)), "failures": str(gagal), "errors": str(galat), "skipped": str(lewat)}])
    return suite


def _jumlahkan(ke: ET.Element, dari: list[dict[str, str]]) -> None:
    for nama in ("tests", "failures", "errors", "skipped"):
        ke.set(nama, str(sum(int(d[nama]) for d in dari)))
    ke.set("time", "0")


def _kode(r: Reviu, kamus: Kamus, opsi: Opsi) -> list[str]:
    """The rules of a review: those wanted that look for something, and whatever else spoke up."""
    mau = {k for k, a in kamus.aturan.items() if a.jalankan and opsi.pilihan.berlaku(k)}
    return sorted(mau | {t.kode for t in r.temuan} | {h.kode for h in r.relasi} | {g.kode for g in r.galat})


def _kasus(kode: str, r: Reviu, kamus: Kamus, opsi: Opsi) -> ET.Element:
    judul = bersih(kamus.judul(kode))
    kasus = ET.Element(
        "testcase", classname=f"sakip.{kode.rstrip('0123456789')}", name=f"{kode} {judul}".strip(), time="0"
    )
    milik = [t for t in r.temuan if t.kode == kode]
    galat = [bersih(kamus.ucap(g.pesan)) for g in r.galat if g.kode == kode]
    putusan = {h.putusan: bersih(kamus.ucap(h.evaluasi.alasan)) for h in r.relasi if h.kode == kode}
    for pesan in galat:
        ET.SubElement(kasus, "error", message=pesan, type="galat")
    lain: list[str] = []
    for t in milik:
        keadaan, jawaban = tanggapan_untuk(r, t)
        pesan = besar(bersih(kamus.pesan(t)))
        if keadaan.terbuka and t.keparahan in KEPARAHAN[: KEPARAHAN.index(opsi.ambang) + 1]:
            gagal = ET.SubElement(kasus, "failure", message=pesan, type=t.keparahan)
            gagal.text = "\n".join(_rincian(t, r, kamus))
        else:
            tanda = kamus(f"satu.{t.keparahan}") if jawaban is None else kamus(f"keadaan.{keadaan.value}")
            lain += [f"{tanda}: {pesan}", *_rincian(t, r, kamus)]
    if not milik and not galat and not set(putusan) - {Putusan.TAK_DAPAT_DIPERIKSA}:
        alasan = putusan.get(Putusan.TAK_DAPAT_DIPERIKSA) or kamus("tanpa_bahan").rstrip(":")
        ET.SubElement(kasus, "skipped", message=alasan)
    if lain:
        ET.SubElement(kasus, "system-out").text = "\n".join(lain)
    return kasus


def _rincian(t: Temuan, r: Reviu, kamus: Kamus) -> Iterator[str]:
    """What supports a finding, a line each."""
    for kunci, teks in (
        ("tempat", kamus.ucap(t.tempat)),
        ("letak", "; ".join(sebut_semua(t.lokasi, kamus.bahasa))),
        ("tercetak", kamus.ucap(t.tertulis)),
        ("seharusnya", kamus.ucap(t.seharusnya)),
        ("selisih", t.selisih),
        *(("dugaan", kamus.penjelasan(d)) for d in t.dugaan),
        ("sidik_temuan", t.id),
    ):
        if teks:
            yield f"{kamus(kunci)}: {bersih(teks)}"
    keadaan, jawaban = tanggapan_untuk(r, t)
    if jawaban is not None:
        yield f"{kamus('tanggapan')}: {bersih(kamus.jawaban(jawaban, keadaan))}"
