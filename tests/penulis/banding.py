"""What of a report must be the same when a document of it is read: its facts, whatever the order of the columns."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tests.penulis.kalimat import klaim_kalimat
from tests.penulis.susun import RUMUS

from sakip.fakta import susun
from sakip.hukum.skala import ambil_skala
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.penulis.susun import Cetakan

    from sakip.model.laporan import Laporan
    from sakip.model.peran import Kolom
    from sakip.model.perjanjian import PerjanjianKinerja
    from sakip.model.tabel import Tabel
    from sakip.pembaca.hasil import Pembacaan

__all__ = ["fakta", "inti_formulir", "inti_tabel", "periksa", "periksa_tabel"]


def periksa(laporan: Laporan, cetakan: Cetakan, hasil: Pembacaan, *, padat: bool = False) -> None:
    """What was read is what was printed.

    Args:
        laporan: what was printed.
        cetakan: how.
        hasil: what was read.
        padat: leave out spaces: where a word of a narrow cell was broken nobody can tell.
    """
    baca = hasil.laporan
    assert (baca.instansi, baca.tahun, baca.renstra) == (laporan.instansi, laporan.tahun, laporan.renstra)
    assert [t.nilai.teks for t in baca.tanggal] == [t.nilai.teks for t in laporan.tanggal]
    periksa_tabel(cetakan, baca, padat=padat)
    assert not hasil.tak_dikenali
    atas, bawah = ([inti_formulir(pk, padat=padat) for pk in x.perjanjian] for x in (laporan, baca))
    assert atas == bawah
    _periksa_metode(laporan, baca)
    _periksa_hitungan(laporan, baca)
    klaim = [(k.fakta.peran, _nama(baca, k.fakta.subjek), k.tertulis.teks) for k in baca.narasi if k.fakta is not None]
    assert Counter(map(_baku, klaim)) == Counter(map(_baku, klaim_kalimat(laporan)))
    assert fakta(laporan) == fakta(baca)


def periksa_tabel(cetakan: Cetakan, baca: Laporan, *, padat: bool = False) -> None:
    """The tables read are those printed: number, roles, kinds of row, cells."""
    atas = [inti_tabel(t, u, baca.tahun, padat=padat) for t, u in zip(cetakan.tabel, cetakan.urut, strict=True)]
    assert [x[:2] for x in atas] == [inti_tabel(t, None, baca.tahun)[:2] for t in baca.tabel]
    for a, t in zip(atas, baca.tabel, strict=True):
        assert a == inti_tabel(t, None, baca.tahun, padat=padat)


def inti_tabel(
    t: Tabel, urut: Sequence[int] | None, tahun: int, *, padat: bool = False
) -> tuple[str, list[str], list[tuple[str, ...]]]:
    """A table: number, roles in the order printed, and each row with its kind and cells.

    `urut`: the columns in the order printed; as they are when None. A column need not name the year of the report.
    """
    letak = list(range(len(t.kolom))) if urut is None else list(urut)
    nomor = t.nomor if t.nomor[:1].isdigit() else ""
    baris = [
        (b.jenis, *(_rapi(b.sel[i].teks, padat=padat) for i in letak))
        for b in t.baris
        if b.jenis not in {"judul", "nomor"}
    ]
    return nomor, [_kunci(t.kolom[i], tahun) for i in letak], baris


def _rapi(teks: str, *, padat: bool) -> str:
    return ("" if padat else " ").join(teks.split())


def _kunci(k: Kolom, tahun: int) -> str:
    return k.kunci.removesuffix(f"@{tahun}").casefold()


def inti_formulir(pk: PerjanjianKinerja, *, padat: bool = False) -> tuple[object, ...]:
    """An agreement without places."""

    def rapi(teks: str) -> str:
        return _rapi(teks, padat=padat)

    kinerja = [
        (
            rapi(b.no),
            rapi(b.sasaran),
            rapi(b.indikator),
            rapi(b.target.teks) if b.target else "",
            [(rapi(r.nama), rapi(r.target.teks)) for r in b.rincian],
        )
        for b in pk.kinerja
    ]
    uang = [
        (
            rapi(b.no),
            rapi(b.uraian),
            rapi(b.anggaran.teks) if b.anggaran else "",
            rapi(b.keterangan),
            rapi(b.total.teks) if b.total else "",
            [(rapi(d.unit), rapi(d.nilai.teks)) for d in b.diampu],
        )
        for b in pk.anggaran
    ]
    jumlah = rapi(pk.jumlah.teks) if pk.jumlah else ""
    return (pk.eselon, pk.jenis, pk.tahun, rapi(pk.jabatan), rapi(pk.atasan)), kinerja, uang, jumlah


def _periksa_metode(laporan: Laporan, baca: Laporan) -> None:
    for polaritas, rumus in laporan.metode.rumus.items():
        if rumus in RUMUS:
            assert baca.metode.rumus[polaritas] == rumus
    atas, bawah = (ambil_skala(x.metode.skala).kelas for x in (laporan, baca))
    assert list(map(str, atas)) == list(map(str, bawah))
    assert baca.metode.efisiensi == laporan.metode.efisiensi


def _periksa_hitungan(laporan: Laporan, baca: Laporan) -> None:
    """The printed calculations."""
    atas, bawah = (
        [
            (
                _nama(x, k.indikator),
                *([(s.nilai.teks, s.minus) for s in bagian] for bagian in (k.pembilang, k.penyebut)),
            )
            for k in x.komponen
        ]
        for x in (laporan, baca)
    )
    assert atas == bawah
    a, b = laporan.efisiensi, baca.efisiensi
    assert (a is None) == (b is None)
    if a is not None and b is not None:
        nilai = [
            [s.angka.nilai for s in (e.pembilang, e.penyebut, *e.hasil, *e.nilai) if s and s.angka] for e in (a, b)
        ]
        assert nilai[0] == nilai[1]
        assert [s.teks for s in a.kategori] == [s.teks for s in b.kategori]


def _nama(laporan: Laporan, kunci: str) -> str:
    return next((i.nama for i in laporan.indikator if i.kunci == kunci), kunci)


def _baku(klaim: tuple[str, str, str]) -> tuple[str, str, str]:
    return klaim[0], baku(klaim[1]), "".join(klaim[2].split())


def fakta(laporan: Laporan) -> Counter[tuple[str, str, int | None, str]]:
    """The facts of the tables: subject, role, period, and the print; an indicator by its name."""
    hasil: Counter[tuple[str, str, int | None, str]] = Counter()
    for kunci, semua in susun(laporan).fakta.items():
        for b in semua:
            if b.media == "tabel":
                subjek = "+".join(
                    sorted(baku(_nama(laporan, s)) for s in kunci.subjek.removeprefix("rerata:").split("+"))
                )
                hasil[subjek, kunci.peran.casefold(), kunci.periode, "".join(b.teks.split())] += 1
    return hasil
