"""Executors: this process, processes of this machine, an existing Dask cluster."""

from __future__ import annotations

import os
import signal
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from threading import Thread
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from sakip.massal.errors import MassalError
from sakip.massal.single import versi

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["InProcess", "dask_pool", "process_pool"]

P = ParamSpec("P")
T = TypeVar("T")

PATIENCE = 10
"""Seconds to wait for a scheduler."""


class InProcess(Executor):
    """Does the work at once, in this process."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Call it."""
        f: Future[T] = Future()
        try:
            f.set_result(fn(*args, **kwargs))
        except Exception as e:  # noqa: BLE001 - it belongs to whoever asks for the result
            f.set_exception(e)
        return f


@contextmanager
def process_pool(banyak: int) -> Iterator[ProcessPoolExecutor]:
    """Processes of this machine. An interruption is this process' to handle: it ends them where they are.

    Raises:
        MassalError: not one of them could begin to work.
    """
    sebelum = set(active_children())
    pool = ProcessPoolExecutor(banyak, mp_context=get_context("spawn"), initializer=_siapkan)
    siap = pool.submit(versi)
    try:
        yield pool
        if isinstance(siap.exception(), BrokenExecutor):
            raise MassalError(
                "proses pekerja tidak dapat dimulai; dalam skrip sendiri, panggil jalankan(…, proses=N) "
                'di bawah if __name__ == "__main__":'
            )
    except BaseException:
        for p in set(active_children()) - sebelum:
            p.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _siapkan() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End with the process that started this one, even when it was killed: nobody takes the results any more."""
    induk = parent_process()
    if induk is not None:
        induk.join()
        os._exit(1)


@contextmanager
def dask_pool(alamat: str) -> Iterator[Executor]:
    """The workers of a Dask cluster that is running.

    Raises:
        MassalError: no `distributed`, no scheduler at that address, no workers, or workers of another version.
    """
    try:
        from distributed import Client
    except ImportError:
        raise MassalError("--dask butuh distributed: pasang sakip[dask]") from None
    try:
        klien: Any = Client(alamat, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call] # distributed types little
    except (OSError, ValueError, TimeoutError) as e:
        raise MassalError(f"penjadwal Dask di {alamat} tidak dapat dihubungi: {e}") from None
    with klien:
        _periksa_pekerja(klien, alamat)
        with klien.get_executor(pure=False, retries=2) as pool:
            yield pool


def _periksa_pekerja(klien: Any, alamat: str) -> None:
    try:
        semua: dict[str, str] = klien.run(versi)
    except Exception as e:  # noqa: BLE001 - whatever a worker answers that cannot answer
        raise MassalError(
            f"pekerja Dask di {alamat} tidak dapat menjalankan sakip.massal: {type(e).__name__}: {e}"
        ) from None
    if not semua:
        raise MassalError(f"penjadwal Dask di {alamat} tidak mempunyai pekerja")
    lain = [f"{pekerja}: {v}" for pekerja, v in sorted(semua.items()) if v != versi()]
    if lain:
        raise MassalError(f"pekerja dengan versi lain, sedangkan di sini {versi()}:\n" + "\n".join(lain))
