"""A run: every report to a worker, a bounded number at a time, then the tables."""

from __future__ import annotations

import os
import sqlite3
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from contextlib import suppress
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

import attrs

from sakip.errors import sebab
from sakip.konfigurasi import baca_konfigurasi
from sakip.massal.errors import MassalError
from sakip.massal.finish import AKHIR, Ringkasan, susun_akhir
from sakip.massal.lock import locked
from sakip.massal.pool import InProcess, process_pool
from sakip.massal.single import KERJA, LAPORAN, SEGEL, TANPA_SIDIK, tinjau_satu, tulis_gagal, versi
from sakip.massal.sources import temukan
from sakip.massal.store import SEMENTARA, Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sakip.massal.sources import Penemuan
    from sakip.massal.worklist import Worklist

__all__ = ["HasilMassal", "Kemajuan", "jalankan"]

ANTREAN = 64
"""Reports that are under way at one time, whatever the executor: memory does not grow with the run."""

TERBANYAK = 10
"""Damaged results that are named; all are counted."""

Tugas = dict[str, Any]


@attrs.frozen(slots=True)
class Kemajuan:
    """How far a run is: reports done, of how many, and what became of the last one."""

    selesai: int
    banyak: int
    nama: str
    status: str


@attrs.frozen(slots=True, kw_only=True)
class HasilMassal:
    """A finished run.

    Attributes:
        ringkasan: the numbers.
        baru, tetap: reports reviewed now; results of an earlier run that still hold.
        rusak, tanpa_sidik: of those reviewed now, how many had a result that is not as it was written; how many had
            one without digests, which an interruption leaves, and versions before there were any.
        usang: results of an earlier run that were removed, since their reports are not among the sources.
        lain: files in the folders that are no reports.
        catatan: what to know of the search: links in a circle, folders that cannot be opened; and the first of the
            results in `rusak`, with what is wrong.
    """

    ringkasan: Ringkasan
    baru: int
    tetap: int
    rusak: int
    tanpa_sidik: int
    usang: int
    lain: int
    catatan: tuple[str, ...]


def jalankan(
    sumber: Sequence[str],
    hasil: str,
    *,
    executor: Executor | None = None,
    proses: int = 1,
    pilih: Sequence[str] = (),
    abaikan: Sequence[str] = (),
    konfigurasi: str | os.PathLike[str] | None = None,
    bahasa: str = "id",
    kemajuan: Callable[[Kemajuan], None] | None = None,
) -> HasilMassal:
    """Review many reports.

    Args:
        sumber: folders, files, patterns and fsspec URLs.
        hasil: the folder of the results, or its URL; a run that was interrupted goes on there.
        executor: who does the work: any executor, on this machine or another.
        proses: without an executor, the number of processes; 1 works in this one.
        pilih, abaikan: code prefixes of rules wanted and not wanted.
        konfigurasi: a `sakip.toml`.
        bahasa: the language of the results.
        kemajuan: told of every report that is done.

    Raises:
        MassalError: no reports, no place for results, workers that are gone or of another version.
        SumberError: the configuration cannot be read.
    """
    teks = ""
    if konfigurasi is not None:
        baca_konfigurasi(Path(konfigurasi))  # what is wrong with it is said once, not once a report
        teks = Path(konfigurasi).read_text(encoding="utf-8")
    store = _siapkan_hasil(hasil)
    penemuan = temukan(sumber, kecuali=store.akar if store.lokal else "")
    dasar: Tugas = {
        "hasil": store.akar if store.lokal else hasil,
        "versi": versi(),
        "bahasa": bahasa,
        "konfigurasi": teks,
        "berkas": "" if konfigurasi is None else os.fsdecode(konfigurasi),
        "pilih": list(pilih),
        "abaikan": list(abaikan),
    }
    try:
        store.prepare("", LAPORAN, KERJA)
        with locked(store):
            return _kerjakan(store, penemuan, dasar, kemajuan, executor, proses)
    except (OSError, sqlite3.Error) as e:
        raise MassalError(
            f"{hasil}: tidak dapat ditulis: {sebab(e)}; yang sudah selesai tetap ada, jalankan lagi"
        ) from e
    finally:
        penemuan.sumber.tutup()


def _kerjakan(
    store: Store,
    penemuan: Penemuan,
    dasar: Tugas,
    kemajuan: Callable[[Kemajuan], None] | None,
    executor: Executor | None,
    proses: int,
) -> HasilMassal:
    try:
        store.clean("", LAPORAN, KERJA)
        for nama in AKHIR:
            store.remove(nama)
        pelaksana = _Runner(dasar, penemuan.sumber, kemajuan)
        pelaksana.jalankan(executor, proses)
        store.clean("", LAPORAN, KERJA)  # what a worker that was killed had begun to write
        usang = _buang_usang(store, penemuan.sumber)
        ringkasan = susun_akhir(
            store, penemuan.sumber.hasil(), dasar["versi"], dasar["bahasa"], dasar["pilih"], dasar["abaikan"]
        )
    except BaseException:
        with suppress(OSError):
            store.clean("", LAPORAN, KERJA)
        raise
    return HasilMassal(
        ringkasan=ringkasan,
        usang=usang,
        lain=penemuan.lain,
        catatan=(*penemuan.catatan, *sorted(pelaksana.catatan)),
        **pelaksana.n,
    )


def _buang_usang(store: Store, sumber: Worklist) -> int:
    """Remove the results of reports that are not among the sources; how many reports they were."""
    store.prune(LAPORAN, lambda nama: nama.removesuffix(".json") in sumber)
    segel, baris = f".{SEGEL}", ".jsonl"
    store.prune(KERJA, lambda nama: not nama.endswith(segel) or nama.removesuffix(segel) in sumber)
    return store.prune(KERJA, lambda nama: not nama.endswith(baris) or nama.removesuffix(baris) in sumber)


def _siapkan_hasil(hasil: str) -> Store:
    """The folder of the results: new, empty, or that of an earlier run; never one with other things in it."""
    if not hasil.strip() or "\0" in hasil:
        raise MassalError(f"{hasil!r}: bukan nama folder")
    if find_spec("pyarrow") is None:  # before any work is done, not after all of it
        raise MassalError("butuh fsspec dan pyarrow: pasang sakip[massal]")
    store = Store(hasil)
    if store.fs.exists(store.akar) and not store.fs.isdir(store.akar):
        raise MassalError(f"{hasil}: ini berkas, bukan folder")
    isi = sorted(store.names())
    asing = [x for x in isi if x not in {*AKHIR, LAPORAN, KERJA} and not x.startswith(SEMENTARA)]
    if asing and KERJA not in isi:
        raise MassalError(f"{hasil}: berisi hal lain ({asing[0]}); sebut folder baru, kosong, atau hasil sebelumnya")
    return store


class _Runner:
    """Hands out the reports and takes note of what became of them."""

    def __init__(self, dasar: Tugas, sumber: Worklist, kemajuan: Callable[[Kemajuan], None] | None) -> None:
        self.dasar = dasar
        self.sumber = sumber
        self.banyak = len(sumber)
        self.kemajuan = kemajuan
        self.n = {"baru": 0, "tetap": 0, "rusak": 0, "tanpa_sidik": 0}
        self.catatan: list[str] = []

    def jalankan(self, executor: Executor | None, proses: int) -> None:
        antre = self._tugas()
        if executor is not None:
            self._bagikan(executor, antre)
        elif proses == 1:
            self._bagikan(InProcess(), antre)
        else:
            while True:
                with process_pool(proses) as pool:
                    tersangka = self._bagikan(pool, antre, pulihkan=True)
                if not tersangka:
                    break
                self._satu_satu(tersangka)

    def _tugas(self) -> Iterator[Tugas]:
        for s in self.sumber:
            yield {**self.dasar, "nama": s.nama, "url": s.url, "kunci": s.kunci}

    def _bagikan(self, executor: Executor, antre: Iterator[Tugas], *, pulihkan: bool = False) -> list[Tugas]:
        """Keep the executor busy until nothing is left.

        Returns:
            With `pulihkan`, the reports that were under way when it broke; one of them broke it.
        """
        jalan: dict[Future[dict[str, str]], Tugas] = {}
        selesai: SimpleQueue[Future[dict[str, str]]] = SimpleQueue()
        belum: list[Tugas] = []
        try:
            while True:
                while len(jalan) < ANTREAN and selesai.empty() and (belum := list(islice(antre, 1))):
                    f = executor.submit(tinjau_satu, belum[0])
                    jalan[f] = belum.pop()
                    f.add_done_callback(selesai.put)
                if not jalan:
                    return []
                f = selesai.get()
                error = f.exception()
                if isinstance(error, BrokenExecutor):
                    raise error
                self._catat(jalan.pop(f), f, error)
        except (BrokenExecutor, CancelledError) as e:
            if not pulihkan:
                putus = "hubungan terputus" if isinstance(e, CancelledError) else e
                raise MassalError(f"pekerja berhenti: {putus}; yang sudah selesai tetap ada, jalankan lagi") from e
            return [*jalan.values(), *belum]
        finally:
            for f in jalan:
                f.cancel()

    def _satu_satu(self, tersangka: list[Tugas]) -> None:
        """Each in a process of its own: the one that ends its process becomes a row, the others go on."""
        for tugas in tersangka:
            with process_pool(1) as pool:
                f = pool.submit(tinjau_satu, tugas)
                error = f.exception()
                self._catat(tugas, f, error)

    def _catat(self, tugas: Tugas, f: Future[dict[str, str]], error: BaseException | None) -> None:
        if isinstance(error, OSError):
            raise error
        if isinstance(error, (ImportError, AttributeError)):
            raise MassalError(f"pekerja tidak mempunyai sakip yang sama dengan di sini ({versi()}): {error}")
        pesan = f"prosesnya berhenti: {type(error).__name__}"
        jawab = f.result() if error is None else tulis_gagal(tugas, pesan)
        if "versi" in jawab:
            raise MassalError(f"seorang pekerja memakai {jawab['versi']}, sedangkan di sini {versi()}; samakan")
        self.n[jawab["kerja"]] += 1
        self.sumber.catat(tugas["kunci"], jawab["sidik"])
        if salah := jawab.get("lama", ""):
            self.n["tanpa_sidik" if salah == TANPA_SIDIK else "rusak"] += 1
            if salah != TANPA_SIDIK and len(self.catatan) < TERBANYAK:
                self.catatan.append(f"{tugas['nama']}: hasil sebelumnya {salah}; direviu lagi")
        if self.kemajuan is not None:
            selesai = self.n["baru"] + self.n["tetap"]
            self.kemajuan(Kemajuan(selesai, self.banyak, jawab["nama"], jawab["status"]))
