"""Sentences that repeat facts of a report, as reports word them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.model.laporan import Laporan
    from sakip.model.tabel import Tabel

__all__ = ["kalimat", "klaim_kalimat"]


def kalimat(laporan: Laporan) -> list[str]:
    """The sentences of a report."""
    return [teks for teks, _ in _semua(laporan)]


def klaim_kalimat(laporan: Laporan) -> list[tuple[str, str, str]]:
    """What the sentences state: role, the name of the subject, the print."""
    return [k for _, klaim in _semua(laporan) for k in klaim]


def _semua(laporan: Laporan) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    for t in laporan.tabel:
        if {"target", "realisasi", "capaian"} <= {k.kunci for k in t.kolom}:
            yield from _kinerja(t)
            break


def _kinerja(t: Tabel) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    letak = {k.kunci: i for i, k in enumerate(t.kolom)}
    for b in t.baris:
        nama, *isi = (b.sel[letak[p]] for p in ("indikator", "target", "realisasi", "capaian"))
        if b.jenis != "rincian" or any(s.angka is None or s.angka.nilai < 0 for s in isi):
            continue
        target, realisasi, capaian = (_polos(s.teks) for s in isi)
        if not capaian.endswith("%"):
            capaian += "%"
        teks = f"{nama.teks} dari yang ditargetkan {target} tercapai {realisasi} atau mencapai target {capaian}."
        yield (
            teks,
            [
                ("target", nama.teks, target),
                ("realisasi", nama.teks, realisasi),
                ("capaian", nama.teks, capaian),
            ],
        )


def _polos(teks: str) -> str:
    """A figure without its unit in words."""
    return " ".join(teks.split()[:1])
