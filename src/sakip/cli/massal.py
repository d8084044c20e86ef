"""The command over many reports: `sakip massal SUMBER… -o FOLDER`."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator
    from concurrent.futures import Executor

    from sakip.konfigurasi import Konfigurasi
    from sakip.massal import HasilMassal, Kemajuan
    from sakip.massal.finish import Ringkasan
    from sakip.tulis import Opsi

__all__ = ["massal"]

TERBANYAK = 10
"""Lines of a list on standard error."""


def massal(p: argparse.Namespace, konfigurasi: Konfigurasi | None, opsi: Opsi, lapor: Callable[[str], None]) -> int:
    """`sakip massal`: review every report, tell how far it is, print the summary."""
    import gc

    from sakip.massal import jalankan
    from sakip.tulis.keluaran import ke_stdout

    gc.enable()  # unlike a single review, a run makes garbage as it goes
    with _executor(p.dask) as executor, _bilah() as kemajuan:
        hasil = jalankan(
            p.sumber,
            p.keluaran,
            executor=executor,
            proses=p.proses,
            pilih=p.pilih,
            abaikan=p.abaikan,
            konfigurasi=None if konfigurasi is None else _berkas_konfigurasi(p),
            bahasa=opsi.bahasa,
            kemajuan=kemajuan,
        )
    for catatan in hasil.catatan:
        lapor(catatan)
    _lapor_ganda(hasil.ringkasan, lapor)
    ke_stdout(f"{g}\n" for g in _ringkas(hasil, opsi))
    return _status(hasil.ringkasan, opsi.ambang)


@contextmanager
def _executor(dask: str | None) -> Iterator[Executor | None]:
    if dask is None:
        yield None
        return
    import logging

    from sakip.massal.pool import dask_pool

    logging.disable(logging.CRITICAL)  # Dask logs trace upon trace; what stops a run is said once, by `sakip`
    with dask_pool(dask) as pool:
        yield pool


@contextmanager
def _bilah() -> Iterator[Callable[[Kemajuan], None] | None]:
    """A progress bar on standard error, when somebody looks at it."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm

    with tqdm(unit=" laporan", dynamic_ncols=True, file=sys.stderr) as bilah:

        def maju(k: Kemajuan) -> None:
            bilah.total = k.banyak
            bilah.update(k.selesai - bilah.n)

        yield maju


def _berkas_konfigurasi(p: argparse.Namespace) -> Path | None:
    from sakip.konfigurasi import cari_konfigurasi

    return Path(p.konfigurasi) if p.konfigurasi is not None else cari_konfigurasi(Path())


def _lapor_ganda(r: Ringkasan, lapor: Callable[[str], None]) -> None:
    """Which reports are of one agency and year: they were reviewed, but not compared with others."""
    kelompok: dict[tuple[str, int], list[str]] = {}
    for instansi, tahun, sumber in r.ganda:
        kelompok.setdefault((instansi, tahun), []).append(sumber)
    for (instansi, tahun), milik in list(kelompok.items())[:TERBANYAK]:
        daftar = ", ".join(milik[:TERBANYAK])
        lapor(f"{len(milik)} laporan {instansi} tahun {tahun}, tidak ikut diperiksa antarlaporan: {daftar}")
    if len(kelompok) > TERBANYAK:
        lapor(f"dan {len(kelompok) - TERBANYAK} instansi lain dengan laporan ganda; lihat ringkasan.json")


def _ringkas(hasil: HasilMassal, opsi: Opsi) -> Iterator[str]:
    from sakip.tulis.teks import bersih, tabel
    from sakip.tulis.words.kamus import Kamus

    r, kamus = hasil.ringkasan, Kamus(opsi.bahasa)
    keparahan = list(r.keparahan)
    n = r.status.get("terbaca", 0)
    yield kamus("massal.laporan", n=sum(r.status.values()), terbaca=n, gagal=sum(r.status.values()) - n)
    yield kamus("massal.kerja", baru=hasil.baru, tetap=hasil.tetap, lain=hasil.lain)
    for kunci in ("rusak", "tanpa_sidik", "usang"):
        if n := getattr(hasil, kunci):
            yield kamus(f"massal.{kunci}", **{kunci: n})
    for sumber, pesan in r.tak_terbaca:
        pertama = pesan.splitlines()[0] if pesan else ""
        yield "  " + bersih(pertama if pertama.startswith(sumber) else f"{sumber}: {pertama}")
    keluarga: dict[str, dict[str, int]] = {}
    for nama, parah, banyak in r.keluarga:
        keluarga.setdefault(nama, {})[parah] = banyak
    baris = [[k, *(str(isi.get(p, 0)) for p in keparahan)] for k, isi in keluarga.items()]
    baris.append([kamus("massal.semua"), *map(str, r.keparahan.values())])
    kepala = [kamus(f"massal.{p}") for p in keparahan]
    yield ""
    yield from tabel([kamus("massal.keluarga"), *kepala], baris, opsi.lebar, [1, 2, 3])
    if r.instansi:
        yield ""
        baris = [[bersih(x[0]), *map(str, x[1:])] for x in r.instansi]
        yield from tabel([kamus("massal.instansi"), *kepala], baris, opsi.lebar, [1, 2, 3])


def _status(r: Ringkasan, ambang: str) -> int:
    """As for one report; a report that cannot be read vouches for nothing."""
    keparahan = list(r.keparahan)
    if any(r.keparahan[k] for k in keparahan[: keparahan.index(ambang) + 1]):
        return 1
    return 2 if r.tak_terbaca or r.galat_aturan else 0
