"""The HTML page in a real browser: three widths, the keyboard, the address, paper, and hostile text.

Chromium is driven through a pipe by its own protocol, so no other program or library is needed.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
import subprocess
from base64 import b64decode
from select import select
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

import pytest
from tests.tempat import CONTOH

from sakip import baca
from sakip.model.laporan import Laporan
from sakip.model.tabel import Tabel
from sakip.tinjauan.engine import reviu
from sakip.tulis import tulis

pytest.importorskip("jinja2")

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHROMIUM = next((p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None)
BENDERA = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-pipe",
)
LEBAR = (360, 820, 1440)
SABAR = 60
"""Seconds after which a browser that does not answer is given up."""

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium tidak terpasang (apt install chromium)")


class Peramban:
    """One page of a browser of our own."""

    def __init__(self, profil: Path) -> None:
        (baca_dia, tulis_kita), (baca_kita, tulis_dia) = os.pipe(), os.pipe()
        # The browser reads file 3 and writes file 4; ours are moved out of their way first.
        masuk, keluar = (fcntl.fcntl(x, fcntl.F_DUPFD, 20) for x in (baca_dia, tulis_dia))
        for x in (baca_dia, tulis_dia):
            os.close(x)
        perintah = f'exec "$0" "$@" 3<&{masuk} 4>&{keluar} {masuk}<&- {keluar}>&-'
        self.proses = subprocess.Popen(
            ["/bin/bash", "-c", perintah, str(CHROMIUM), *BENDERA, f"--user-data-dir={profil}"],
            pass_fds=(masuk, keluar),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for x in (masuk, keluar):
            os.close(x)
        self._keluar, self._masuk = os.fdopen(tulis_kita, "wb", 0), baca_kita
        self._nomor, self._sisa, self._sesi = 0, b"", ""
        self.peristiwa: list[dict[str, Any]] = []
        sasaran = self("Target.createTarget", url="about:blank")["targetId"]
        self._sesi = self("Target.attachToTarget", targetId=sasaran, flatten=True)["sessionId"]
        for ranah in ("Page", "Runtime", "Log", "Network", "Accessibility"):
            self(f"{ranah}.enable")

    def __call__(self, cara: str, **isi: Any) -> dict[str, Any]:
        """Send a command and return its result; what happens meanwhile is kept in `peristiwa`."""
        self._nomor += 1
        pesan: dict[str, Any] = {"id": self._nomor, "method": cara, "params": isi}
        if self._sesi:
            pesan["sessionId"] = self._sesi
        self._keluar.write(json.dumps(pesan).encode() + b"\0")
        while True:
            jawab = self._terima()
            if jawab.get("id") == self._nomor:
                assert "error" not in jawab, jawab
                hasil: dict[str, Any] = jawab["result"]
                return hasil
            self.peristiwa.append(jawab)

    def _terima(self) -> dict[str, Any]:
        while b"\0" not in self._sisa:
            assert select([self._masuk], [], [], SABAR)[0], "Chromium tidak menjawab"
            potong = os.read(self._masuk, 1 << 20)
            assert potong, "Chromium berhenti"
            self._sisa += potong
        satu, _, self._sisa = self._sisa.partition(b"\0")
        hasil: dict[str, Any] = json.loads(satu)
        return hasil

    def js(self, ungkapan: str) -> Any:
        hasil = self("Runtime.evaluate", expression=ungkapan, returnByValue=True)
        assert "exceptionDetails" not in hasil, hasil
        return hasil["result"].get("value")

    def buka(self, alamat: str, lebar: int = 1440) -> None:
        self("Emulation.setDeviceMetricsOverride", width=lebar, height=900, deviceScaleFactor=1, mobile=lebar < 500)
        self("Page.navigate", url="about:blank")
        self.peristiwa.clear()
        self("Page.navigate", url=alamat)
        self.tunggu("document.readyState === 'complete' && location.protocol === 'file:'")

    def tunggu(self, ungkapan: str) -> None:
        batas = monotonic() + SABAR
        while not self.js(ungkapan):
            assert monotonic() < batas, ungkapan
            sleep(0.02)

    def tombol(self, nama: str, kode: int, teks: str = "") -> None:
        isi = {"key": nama, "code": nama, "windowsVirtualKeyCode": kode}
        self("Input.dispatchKeyEvent", type="keyDown", **isi, **({"text": teks} if teks else {}))
        self("Input.dispatchKeyEvent", type="keyUp", **isi)

    def tab_ke(self, pemilih: str) -> None:
        """Go on with the Tab key alone until the element has the focus."""
        for _ in range(120):
            self.tombol("Tab", 9)
            if self.js(f"document.activeElement.matches({pemilih!r})"):
                return
        pytest.fail(f"{pemilih} tidak tercapai dengan Tab")

    def keluhan(self) -> list[Any]:
        """What the browser complained about: violations of the policy, exceptions, dialogs, requests elsewhere."""
        hasil: list[Any] = []
        for p in self.peristiwa:
            cara, isi = p.get("method"), p.get("params", {})
            url = isi.get("request", {}).get("url", "")
            luar = cara == "Network.requestWillBeSent" and not url.startswith(("file:", "about:"))
            if luar or cara in {"Log.entryAdded", "Runtime.exceptionThrown", "Page.javascriptDialogOpening"}:
                hasil.append(p)
        return hasil

    def tutup(self) -> None:
        self._sesi = ""
        try:
            self("Browser.close")
            self.proses.wait(SABAR)
        except (AssertionError, OSError, subprocess.TimeoutExpired):
            self.proses.kill()
        self._keluar.close()
        os.close(self._masuk)


@pytest.fixture(scope="module")
def peramban(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peramban]:
    p = Peramban(tmp_path_factory.mktemp("profil"))
    yield p
    p.tutup()


def _simpan(laporan: Laporan, berkas: Path) -> str:
    berkas.write_bytes(b"".join(x if isinstance(x, bytes) else x.encode() for x in tulis([reviu(laporan)], "html")))
    return berkas.as_uri()


@pytest.fixture(scope="module")
def alamat(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _simpan(baca(str(CONTOH)), tmp_path_factory.mktemp("html") / "reviu.html")


TAMPAK = "document.querySelectorAll('article.temuan:not([hidden])').length"
STATUS = "document.getElementById('status').textContent"


@pytest.mark.parametrize("lebar", LEBAR)
def test_tidak_meluap(peramban: Peramban, alamat: str, lebar: int) -> None:
    peramban.buka(alamat, lebar)
    assert peramban.js("document.querySelectorAll('article.temuan').length") > 40
    peramban.js("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert peramban.js("document.documentElement.scrollWidth") <= lebar
    luber = peramban.js(
        """Array.from(document.querySelectorAll('body *')).filter(e => {
             if (e.closest('.hanya-baca, .langsung, thead, .gerigi') || e.closest('svg svg')) return false;
             const r = e.getBoundingClientRect();
             return r.width && (r.right > innerWidth + 1 || r.left < -1);
           }).map(e => e.outerHTML.slice(0, 200))"""
    )
    assert luber == []
    assert peramban.js("getComputedStyle(document.querySelector('.pohon')).display") == (
        "none" if lebar < 500 else "block"
    )
    assert peramban.keluhan() == []


@pytest.mark.parametrize("lebar", LEBAR)
def test_teks_tidak_bertumpuk_dengan_kotaknya(peramban: Peramban, alamat: str, lebar: int) -> None:
    peramban.buka(alamat, lebar)
    keluar = peramban.js(
        """Array.from(document.querySelectorAll('.pohon text')).filter(t => {
             const r = t.getBoundingClientRect();
             return r.width && !Array.from(document.querySelectorAll('.pohon rect')).some(k => {
               const b = k.getBoundingClientRect();
               return r.left >= b.left && r.right <= b.right && r.top >= b.top - 2 && r.bottom <= b.bottom + 2;
             });
           }).map(t => t.textContent)"""
    )
    assert keluar == []


@pytest.mark.parametrize("lebar", LEBAR)
def test_saringan_dengan_papan_ketik(peramban: Peramban, alamat: str, lebar: int) -> None:
    peramban.buka(alamat, lebar)
    semua = peramban.js(TAMPAK)
    assert peramban.js(STATUS) == f"{semua} dari {semua} temuan ditampilkan"
    peramban.tab_ke("input[name=k][value=kesalahan]")
    peramban.tombol(" ", 32, " ")
    tanpa = peramban.js("document.querySelectorAll('article.temuan:not(.kesalahan)').length")
    assert 0 < peramban.js(TAMPAK) == tanpa < semua
    assert peramban.js(STATUS) == f"{tanpa} dari {semua} temuan ditampilkan"
    assert peramban.js("document.getElementById('grup-kesalahan').closest('section').hidden")
    peramban.tombol(" ", 32, " ")
    peramban.tab_ke("select[name=r]")
    peramban.tombol("K", 75, "K")  # the first family that begins with it
    keluarga = peramban.js("document.getElementById('saring-r').value")
    assert keluarga.startswith("K")
    lain = f"article.temuan:not([data-r={keluarga}]):not([hidden])"
    assert 0 < peramban.js(TAMPAK) == peramban.js(f"document.querySelectorAll('[data-r={keluarga}]').length")
    assert peramban.js(f"document.querySelector('{lain}')") is None
    peramban.tab_ke("input[name=q]")
    peramban("Input.insertText", text="atasan langsung")
    peramban.tunggu(f"{STATUS} !== '' && location.hash.includes('q=atasan')")
    sisa = peramban.js(TAMPAK)
    assert 0 < sisa < semua
    simpanan = peramban.js("location.hash")
    assert f"r={keluarga}" in simpanan
    peramban("Page.reload")
    peramban.tunggu("document.readyState === 'complete'")
    assert peramban.js("location.hash") == simpanan
    assert peramban.js(TAMPAK) == sisa
    peramban.tab_ke("button[type=reset]")
    peramban.tombol("Enter", 13, "\r")
    peramban.tunggu(f"{TAMPAK} === {semua}")
    assert peramban.js("location.hash") == ""
    peramban.js("document.getElementById('saring-q').focus()")
    peramban("Input.insertText", text="tidak ada yang begini")
    peramban.tunggu(f"{TAMPAK} === 0")
    assert not peramban.js("document.getElementById('nihil').hidden")
    assert peramban.keluhan() == []


def test_tautan_ke_temuan_yang_tersaring(peramban: Peramban, alamat: str) -> None:
    peramban.buka(f"{alamat}#k=catatan")
    assert peramban.js(
        "Array.from(document.querySelectorAll('article.temuan')).every(e => e.hidden !== e.matches('.catatan'))"
    )
    peramban.js("document.querySelector('.matriks a.ke.kesalahan').focus()")
    peramban.tombol("Enter", 13, "\r")
    tuju = peramban.js("document.activeElement.id")
    assert tuju.startswith("t-")
    assert peramban.js("document.activeElement.getBoundingClientRect().top") < 900
    assert peramban.js("document.activeElement.querySelector('details').open")
    assert peramban.js("location.hash") == f"#{tuju}"


def test_hanya_baris_yang_berbeda(peramban: Peramban, alamat: str) -> None:
    tampak = "document.querySelectorAll('#rek-pagu-tabel tbody tr:not([hidden])').length"
    peramban.buka(alamat, 360)  # a phone begins with them
    assert peramban.js(tampak) == 7
    peramban.buka(alamat, 1440)
    assert peramban.js(tampak) == 63
    peramban.tab_ke("#rek-pagu-beda")
    peramban.tombol(" ", 32, " ")
    assert peramban.js(tampak) == 7


def test_pembaca_layar(peramban: Peramban, alamat: str) -> None:
    peramban.buka(alamat, 360)
    semua = [n for n in peramban("Accessibility.getFullAXTree")["nodes"] if not n["ignored"]]
    peran: dict[str, list[str]] = {}
    for n in semua:
        peran.setdefault(n["role"]["value"], []).append(n.get("name", {}).get("value", ""))
    for landmark in ("banner", "navigation", "main", "contentinfo", "search", "status"):
        assert landmark in peran, landmark
    for bidang in ("checkbox", "combobox", "searchbox", "button", "link", "heading"):
        assert peran[bidang], bidang
        assert all(peran[bidang]), bidang
    gambar = peran.get("image", []) + peran.get("img", [])
    assert len(gambar) >= 25
    assert all(gambar)
    assert len(peran["article"]) == peramban.js(TAMPAK)
    assert len(peran["rowheader"]) >= 60  # tables stay tables when a phone shows their rows as blocks
    assert all(peran["article"])


def test_tanpa_skrip(peramban: Peramban, alamat: str) -> None:
    peramban("Emulation.setScriptExecutionDisabled", value=True)
    try:
        peramban.buka(alamat)
        akar = peramban("DOM.getDocument", depth=-1)["root"]["nodeId"]

        def semua(pemilih: str) -> list[int]:
            hasil: list[int] = peramban("DOM.querySelectorAll", nodeId=akar, selector=pemilih)["nodeIds"]
            return hasil

        assert len(semua("article.temuan")) > 40
        assert not semua("article.temuan[hidden], details:not([open])")
        assert semua("form[hidden]")
    finally:
        peramban("Emulation.setScriptExecutionDisabled", value=False)


def test_cetak(peramban: Peramban, alamat: str, tmp_path: Path) -> None:
    peramban.buka(alamat)
    tertutup = peramban.js("document.querySelectorAll('details:not([open])').length")
    assert tertutup > 0
    isi = b64decode(peramban("Page.printToPDF", preferCSSPageSize=True)["data"])
    assert isi.startswith(b"%PDF-")
    lembar = len(re.findall(rb"/Type\s*/Page\b", isi))
    assert 10 < lembar < 60
    assert re.search(rb"/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12]", isi)
    assert peramban.js("document.querySelectorAll('details:not([open])').length") == tertutup
    pdftotext = shutil.which("pdftotext")
    if pdftotext is not None:
        (tmp_path / "a.pdf").write_bytes(isi)
        hasil = subprocess.run([pdftotext, "-layout", tmp_path / "a.pdf", "-"], check=True, capture_output=True)
        teks = hasil.stdout.decode()
        for pengenal in peramban.js("Array.from(document.querySelectorAll('article.temuan code'), e => e.textContent)"):
            assert pengenal in teks
        assert "Hapus saringan" not in teks


def test_teks_jahat(peramban: Peramban, tmp_path: Path) -> None:
    jahat = (
        '</script><script>alert(1)</script><img src=https://example.invalid/x onerror=alert(1)>{0}" onload="alert(1)'
    )
    kolom = ["nama", "pagu", "realisasi_anggaran", "sisa"]
    tabel = Tabel.susun(kolom, [[jahat, "100", "60", "50"], ["B", "10", "5", "5"]], nomor=jahat, judul=jahat)
    laporan = Laporan(instansi=jahat, tahun=2025, judul=jahat, tabel=(tabel,), sumber=jahat)
    peramban.buka(_simpan(laporan, tmp_path / "jahat.html") + "#q=%3Cimg%20src=x%20onerror=alert(1)%3E&u=x")
    assert peramban.js("document.querySelectorAll('script').length") == 1
    assert peramban.js("document.querySelectorAll('img').length") == 0
    assert peramban.js("document.querySelectorAll('article.temuan').length") == 1
    assert peramban.keluhan() == []
