"""Assertions for test suites, users' own rules among them. A failure shows the report, tables as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.aturan.definisi import KEPARAHAN
from sakip.tulis.words.kamus import Kamus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.angka.lokasi import Lokasi
    from sakip.model.laporan import Laporan
    from sakip.model.tabel import Tabel
    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.engine import Reviu

__all__ = ["assert_bersih", "assert_temuan", "gambar"]


def assert_temuan(
    reviu: Reviu,
    *,
    kode: str | None = None,
    lokasi: Lokasi | None = None,
    seharusnya: str | None = None,
    dugaan: str | None = None,
) -> Temuan:
    """The first finding that fits all that is given: rule, first place, value due, cause.

    Raises:
        AssertionError: there is none; the message lists the findings there are, and shows the report.
    """
    kamus = Kamus("id", reviu.lain)
    for t in reviu.temuan:
        if kode is not None and t.kode != kode:
            continue
        if lokasi is not None and (not t.lokasi or t.lokasi[0] != lokasi):
            continue
        if seharusnya is not None and kamus.ucap(t.seharusnya) != seharusnya:
            continue
        if dugaan is not None and dugaan not in {d.jenis for d in t.dugaan}:
            continue
        return t
    isi = {"kode": kode, "lokasi": lokasi, "seharusnya": seharusnya, "dugaan": dugaan}
    dicari = ", ".join(f"{k}={v!r}" for k, v in isi.items() if v is not None)
    raise AssertionError(f"no finding with {dicari or 'anything at all'}\n\n{_lapor(reviu, reviu.temuan)}")


def assert_bersih(reviu: Reviu, *, keparahan: str = "peringatan") -> None:
    """No finding as grave as `keparahan` or graver, and no rule that failed itself.

    Raises:
        AssertionError: there is one; the message lists them, and shows the report.
    """
    batas = KEPARAHAN.index(keparahan)
    temuan = [t for t in reviu.temuan if KEPARAHAN.index(t.keparahan) <= batas]
    if temuan or reviu.galat:
        galat = "".join(f"rule {g.kode} failed: {g.pesan}\n" for g in reviu.galat)
        raise AssertionError(f"{len(temuan)} finding(s) of {keparahan} or graver\n{galat}\n{_lapor(reviu, temuan)}")


def _lapor(reviu: Reviu, temuan: tuple[Temuan, ...] | list[Temuan]) -> str:
    kata = Kamus("en", reviu.lain)
    isi = "\n".join(f"{t.kode} {t.keparahan}: {kata.pesan(t)} [{kata.ucap(t.tempat)}]" for t in temuan) or "no findings"
    return f"{isi}\n\n{gambar(reviu.laporan)}"


def gambar(laporan: Laporan) -> str:
    """A report as plain text: what it declares, its tables, forms, calculations and claims."""
    return "\n".join(_gambar(laporan))


def _gambar(laporan: Laporan) -> Iterator[str]:
    m = laporan.metode
    skala = m.skala if isinstance(m.skala, str) else m.skala.nama
    yield f"{laporan.instansi}, {laporan.tahun}; rumus {m.rumus}, skala {skala}, batas {m.batas}"
    for i in laporan.indikator:
        rumus = f", rumus {i.rumus}" if i.rumus else ""
        yield f"indikator {i.kunci}: {i.nama} [{i.satuan}] {i.polaritas}{rumus} {' '.join(i.program)}".rstrip()
    for t in laporan.tabel:
        yield ""
        yield from _gambar_tabel(t)
    for p in laporan.perjanjian:
        yield ""
        yield f"{p.sebutan} (atasan {p.atasan or '-'}, unit {p.unit or '-'}, {p.jenis})"
        for k in p.kinerja:
            rinci = "; ".join(f"{r.nama} {r.target.teks}" for r in k.rincian)
            yield f"  {k.no} {k.sasaran} | {k.indikator} | {k.target.teks if k.target else ''} {rinci}".rstrip()
        for b in p.anggaran:
            bagian = "".join(f" + {d.unit} {d.nilai.teks}" for d in b.diampu)
            total = f" = {b.total.teks}" if b.total else ""
            yield f"  {b.no} {b.uraian} | {b.anggaran.teks if b.anggaran else ''}{bagian}{total}"
        yield f"  JUMLAH {p.jumlah.teks if p.jumlah else ''}"
    yield from _gambar_hitungan(laporan)
    for c in laporan.narasi:
        yield f"narasi {c.bagian}: {c.tertulis.teks}"


def _gambar_tabel(t: Tabel) -> Iterator[str]:
    yield f"{t.sebutan} {t.judul}"
    isi = [["", *(k.kunci for k in t.kolom)], *([b.jenis[:8], *(s.teks for s in b.sel)] for b in t.baris)]
    lebar = [max(map(len, kolom)) for kolom in zip(*isi, strict=True)]
    for baris in isi:
        yield "  " + " | ".join(x.ljust(n) for x, n in zip(baris, lebar, strict=True)).rstrip()


def _gambar_hitungan(laporan: Laporan) -> Iterator[str]:
    for k in laporan.komponen:
        atas, bawah = (
            "".join(f" {'-' if s.minus else '+'} {s.nilai.teks}" for s in x) for x in (k.pembilang, k.penyebut)
        )
        yield f"komponen {k.indikator}:{atas} /{bawah}{' = ' + k.hasil.teks if k.hasil else ''}"
    e = laporan.efisiensi
    if e is not None:
        angka = [e.pembilang, e.penyebut, *e.hasil, *(x.tertulis for x in e.langkah), *e.nilai, *e.kategori]
        yield "efisiensi: " + "; ".join(s.teks for s in angka if s is not None)
