"""One run at a time in a folder of results: the second is turned away, what a dead one left is taken over."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.tunggu import MACET, sampai

from sakip.massal import MassalError, jalankan
from sakip.massal.lock import LOCK_FILE, locked
from sakip.massal.store import Store
from sakip.pengujian import laporan_acak
from sakip.tulis.folder import tulis_folder

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("pyarrow")


@pytest.fixture
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """A folder of results, on disk or in another store."""
    s = Store(f"memory://{tmp_path.name}" if request.param == "memory" else str(tmp_path / "hasil"))
    s.prepare("", ".sakip")
    return s


semua_tempat = pytest.mark.parametrize("store", ["cakram", "memory"], indirect=True)


def pid_mati() -> int:
    """The number of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as p:
        p.wait()
    return p.pid


def tulis(store: Store, isi: object) -> None:
    store.write(LOCK_FILE, isi if isinstance(isi, bytes) else json.dumps(isi).encode())


@semua_tempat
def test_yang_kedua_ditolak(store: Store) -> None:
    with locked(store):
        pesan = rf"sedang dipakai proses {os.getpid()} di {socket.gethostname()} sejak 2\d{{3}}-"
        with pytest.raises(MassalError, match=pesan), locked(store):
            pass
        assert json.loads(store.read(LOCK_FILE))["pid"] == os.getpid()
    assert store.size(LOCK_FILE) == -1
    with locked(store):
        pass


@semua_tempat
def test_yang_ditinggalkan_diambil_alih(store: Store) -> None:
    tulis(store, {"host": socket.gethostname(), "pid": pid_mati(), "mulai": "2025-01-01"})
    with locked(store):
        assert json.loads(store.read(LOCK_FILE))["pid"] == os.getpid()
    assert list(store.names(".sakip")) == []


@pytest.mark.parametrize("store", ["memory"], indirect=True)
@pytest.mark.parametrize(
    ("isi", "siapa"),
    [
        ({"host": "mesin-lain", "pid": 1, "mulai": "2025-01-01"}, "proses 1 di mesin-lain sejak 2025-01-01"),
        ({"host": socket.gethostname(), "pid": os.getpid(), "mulai": "2025-01-01"}, f"proses {os.getpid()} di "),
        ({"host": socket.gethostname(), "pid": "x", "mulai": "kini"}, "proses lain"),
        (b"", "proses lain"),
        (b"[1]", "proses lain"),
        (b"\xff", "proses lain"),
    ],
    ids=["mesin lain", "sendiri", "bukan nomor", "kosong", "bukan peta", "bukan teks"],
)
def test_yang_mungkin_masih_bekerja_tidak_diganggu(store: Store, isi: object, siapa: str) -> None:
    """Who cannot be known to have ended is not pushed aside; the message says how to."""
    tulis(store, isi)
    sebelum = store.read(LOCK_FILE)
    with pytest.raises(MassalError, match=rf"{siapa}.*hapus {LOCK_FILE}"), locked(store):
        pass
    assert store.read(LOCK_FILE) == sebelum


@pytest.mark.parametrize("store", ["memory"], indirect=True)
def test_tempat_yang_tidak_dapat_menolak(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a store that overwrites what is there, of two that come at once the last has it, and the other sees that."""
    asli = type(store.fs).pipe_file

    def tanpa_cara(self: object, jalur: str, isi: bytes, mode: str = "overwrite") -> None:
        if mode == "create":
            raise NotImplementedError
        asli(self, jalur, isi)
        asli(self, jalur, b'{"pid": 7, "host": "mesin-lain", "mulai": "kini"}')

    monkeypatch.setattr(type(store.fs), "pipe_file", tanpa_cara)
    with pytest.raises(MassalError, match="dipakai proses 7 di mesin-lain"), locked(store):
        pass
    assert b"mesin-lain" in store.read(LOCK_FILE)


def test_dua_perintah_sekaligus(tmp_path: Path) -> None:
    """The second command is turned away and changes nothing; after `kill -9` of the first it works."""
    hasil, macet = tmp_path / "hasil", tmp_path / "zz.txt"
    tulis_folder(laporan_acak(1), tmp_path / "r")
    os.mkfifo(macet)
    perintah = [sys.executable, "-m", "sakip", "massal", "-o", str(hasil), str(tmp_path / "r")]
    with subprocess.Popen([*perintah, str(macet)], stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as pertama:
        sampai(lambda: list(hasil.glob(".sakip/*.jsonl")))
        kedua = subprocess.run(perintah, capture_output=True, encoding="utf-8", check=False)
        isi = sorted(b.name for b in hasil.rglob("*"))
        pertama.send_signal(signal.SIGKILL)
    assert (kedua.returncode, kedua.stdout) == (2, "")
    assert kedua.stderr.startswith(f"sakip: {hasil}: sedang dipakai proses {pertama.pid} di {socket.gethostname()}")
    assert not any(n.startswith("temuan") for n in isi)
    assert (hasil / LOCK_FILE).exists()
    assert jalankan([str(tmp_path / "r")], str(hasil)).tetap == 1
    assert not (hasil / LOCK_FILE).exists()


def test_skrip_tanpa_penjaga(tmp_path: Path) -> None:
    """A script whose processes would start it again is told so, and no report is blamed for it."""
    tulis_folder(laporan_acak(1), tmp_path / "r")
    skrip = tmp_path / "skrip.py"
    panggil = f"jalankan([{str(tmp_path / 'r')!r}], {str(tmp_path / 'hasil')!r}, proses=2)"
    skrip.write_text(f"from sakip.massal import jalankan\n{panggil}\n", encoding="utf-8")
    p = subprocess.run([sys.executable, str(skrip)], capture_output=True, encoding="utf-8", check=False, timeout=MACET)
    assert p.returncode == 1
    assert 'panggil jalankan(…, proses=N) di bawah if __name__ == "__main__":' in p.stderr.splitlines()[-1]
    assert not list((tmp_path / "hasil").rglob("*.json*"))
