"""References within a data folder: what is named must be there, once.

Works on the trees as written, so that it names the line of the reference itself, and so that it can be done
when other parts of the folder are wrong.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sakip.konversi.pencatat import Pencatat
from sakip.konversi.pohon import Daftar, Peta, Teks
from sakip.teks.jarak import maksud

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sakip.errors import Masalah
    from sakip.konversi.pohon import Node

__all__ = ["periksa_acuan"]

_KODE = re.compile(r"(?:[0-9Xx]\.[0-9Xx]{2}\.)?[0-9]{2}(?:\.[0-9]\.[0-9]{2}(?:\.[0-9]{2}|\.[0-9]{4})?)?")
_SUBJEK = (
    "anggaran",
    "rerata_tujuan",
    "rerata_sasaran",
    "rerata_program",
    "rerata_kegiatan",
    "rerata_sub_kegiatan",
)
"""Subjects of facts that are neither an indicator nor a budget code."""
_LAIN = re.compile(r"[:|]")
"""What only the subject of a line has that is neither, as it is written when a report was read: `belanja:gedung`."""


def periksa_acuan(
    induk: Peta, narasi: Node | None, berkas_induk: str, berkas_narasi: str, masalah: list[Masalah]
) -> None:
    """Check every reference of `laporan.yaml` and `narasi.yaml`; problems go to `masalah`."""
    p = _Pemeriksa(berkas_induk, masalah)
    indikator = p.unik(_teks(induk, "indikator", "kunci"), "kunci")
    for acuan in _teks(induk, "komponen", "indikator"):
        p.kenal(acuan, indikator, "indikator")
    tabel = {str(t.get("nomor") or t.get("judul") or "") for t in _peta(induk.get("tabel"))}
    klaim = list(_peta(narasi))
    p = _Pemeriksa(berkas_narasi, masalah)
    semua_id = p.unik([n for k in klaim if isinstance(n := k.get("id"), Teks)], "id")
    semua_subjek = {*indikator, *_SUBJEK}
    for r in (r for k in klaim for r in _rujukan(k)):
        p.kenal(r.get("klaim"), semua_id, "klaim")
        p.kenal(r.get("tabel"), tabel, "tabel")
        subjek = r.get("subjek")
        if not (isinstance(subjek, Teks) and (_KODE.fullmatch(subjek) or _LAIN.search(subjek))):
            p.kenal(subjek, semua_subjek, "subjek")
    p.melingkar(klaim)


class _Pemeriksa(Pencatat):
    def unik(self, nama: Iterable[Teks], kunci: str) -> set[str]:
        """All names; one used twice is a problem."""
        awal: dict[str, int] = {}
        for n in nama:
            if n in awal:
                self.lapor(f"{kunci} ganda; {str(n)!r} sudah dipakai di baris {awal[n]}", n.baris, kunci)
            else:
                awal[str(n)] = n.baris
        return set(awal)

    def kenal(self, nama: Node | None, semua: set[str], kunci: str) -> None:
        """A reference must name one of `semua`."""
        if isinstance(nama, Teks) and nama and nama not in semua and not self.penuh:
            dekat = maksud(nama, sorted(semua))
            self.lapor(f"{kunci} tidak dikenal: {str(nama)!r}{dekat}", nama.baris, kunci)

    def melingkar(self, klaim: list[Peta]) -> None:
        """No claim may follow from itself."""
        tuju: dict[str, tuple[int, list[str]]] = {}
        for k in klaim:
            if isinstance(nama := k.get("id"), Teks):
                acuan = [str(c) for r in _rujukan(k) if isinstance(c := r.get("klaim"), Teks)]
                tuju.setdefault(str(nama), (k.baris, acuan))
        selesai: set[str] = set()
        for awal in tuju:
            if awal not in selesai and (lingkar := _lingkaran(awal, tuju, selesai)):
                self.lapor(f"klaim melingkar: {' → '.join(lingkar)}", tuju[lingkar[0]][0], "dari")


def _lingkaran(awal: str, tuju: dict[str, tuple[int, list[str]]], selesai: set[str]) -> list[str]:
    """The first circle met from `awal`; empty when there is none. What was walked is added to `selesai`."""
    jalan = [awal]
    di_jalan = {awal}
    sisa = [iter(tuju[awal][1])]
    while jalan:
        lanjut = next(sisa[-1], None)
        if lanjut is None:
            sisa.pop()
            selesai.add(jalan[-1])
            di_jalan.remove(jalan.pop())
        elif lanjut in di_jalan:
            selesai |= di_jalan
            return [*jalan[jalan.index(lanjut) :], lanjut]
        elif lanjut in tuju and lanjut not in selesai:
            jalan.append(lanjut)
            di_jalan.add(lanjut)
            sisa.append(iter(tuju[lanjut][1]))
    return []


def _peta(daftar: Node | None) -> Iterator[Peta]:
    return (b for b in daftar if isinstance(b, Peta)) if isinstance(daftar, Daftar) else iter(())


def _teks(induk: Peta, daftar: str, kunci: str) -> list[Teks]:
    return [n for b in _peta(induk.get(daftar)) if isinstance(n := b.get(kunci), Teks)]


def _rujukan(klaim: Peta) -> Iterator[Peta]:
    """Everything in a claim that refers to something."""
    for kunci in ("fakta", "hitung", "peringkat"):
        if isinstance(r := klaim.get(kunci), Peta):
            yield r
    yield from _peta(klaim.get("dari"))
