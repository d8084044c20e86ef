"""The HTML page in a real browser: three widths, the keyboard, the address, paper, and hostile text.

Playwright drives the Chromium that is installed; it downloads none of its own.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect, sync_playwright
from tests.contoh import laporan_contoh

from sakip.model.laporan import Laporan
from sakip.model.tabel import Tabel
from sakip.tinjauan.engine import reviu
from sakip.tulis import tulis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Dialog, Page

CHROMIUM = next((p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None)
LEBAR = [360, pytest.param(820, marks=pytest.mark.mendalam), 1440]
SABAR = 300_000
"""Milliseconds after which a browser hangs rather than being slow."""
expect.set_options(timeout=SABAR)

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium tidak terpasang (apt install chromium)"),
    pytest.mark.xdist_group("peramban"),
]


@pytest.fixture(scope="module")
def peramban() -> Iterator[Browser]:
    with sync_playwright() as p, p.chromium.launch(executable_path=CHROMIUM, timeout=SABAR) as b:
        yield b


def _dengarkan(halaman: Page, keluhan: list[str]) -> None:
    """Note what the browser complains of: violations of the policy, exceptions, dialogs, requests for other things."""

    def dialog(d: Dialog) -> None:
        keluhan.append(f"dialog {d.message}")
        d.dismiss()

    halaman.on("console", lambda m: keluhan.append(f"console {m.text}"))
    halaman.on("pageerror", lambda e: keluhan.append(f"error {e}"))
    halaman.on("dialog", dialog)
    halaman.on("request", lambda r: None if r.url.startswith("file:") else keluhan.append(f"request {r.url}"))


@pytest.fixture
def buka(peramban: Browser) -> Iterator[Callable[..., Page]]:
    """Opens an address on a fresh page; whatever the browser complains of fails the test in the end."""
    keluhan: list[str] = []

    def di(alamat: str, lebar: int = 1440, *, skrip: bool = True) -> Page:
        konteks = peramban.new_context(
            viewport={"width": lebar, "height": 900}, is_mobile=lebar < 500, java_script_enabled=skrip
        )
        konteks.set_default_timeout(SABAR)
        halaman = konteks.new_page()
        _dengarkan(halaman, keluhan)
        halaman.goto(alamat)
        return halaman

    yield di
    for konteks in peramban.contexts:
        konteks.close()
    assert keluhan == []


def tab_ke(halaman: Page, pemilih: str) -> None:
    """Go on with the Tab key alone until the element has the focus."""
    for _ in range(120):
        halaman.keyboard.press("Tab")
        if halaman.evaluate("p => document.activeElement.matches(p)", pemilih):
            return
    pytest.fail(f"{pemilih} tidak tercapai dengan Tab")


def _simpan(laporan: Laporan, berkas: Path) -> str:
    berkas.write_bytes(b"".join(x if isinstance(x, bytes) else x.encode() for x in tulis([reviu(laporan)], "html")))
    return berkas.as_uri()


@pytest.fixture(scope="module")
def alamat(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _simpan(laporan_contoh(), tmp_path_factory.mktemp("html") / "reviu.html")


TAMPAK = "article.temuan:not([hidden])"


@pytest.mark.parametrize("lebar", LEBAR)
def test_tidak_meluap(buka: Callable[..., Page], alamat: str, lebar: int) -> None:
    halaman = buka(alamat, lebar)
    assert halaman.locator("article.temuan").count() > 40
    halaman.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert halaman.evaluate("document.documentElement.scrollWidth") <= lebar
    luber = halaman.evaluate(
        """Array.from(document.querySelectorAll('body *')).filter(e => {
             if (e.closest('.hanya-baca, .langsung, thead, .gerigi') || e.closest('svg svg')) return false;
             const r = e.getBoundingClientRect();
             return r.width && (r.right > innerWidth + 1 || r.left < -1);
           }).map(e => e.outerHTML.slice(0, 200))"""
    )
    assert luber == []
    assert halaman.evaluate("getComputedStyle(document.querySelector('.pohon')).display") == (
        "none" if lebar < 500 else "block"
    )


@pytest.mark.parametrize("lebar", LEBAR)
def test_teks_tidak_bertumpuk_dengan_kotaknya(buka: Callable[..., Page], alamat: str, lebar: int) -> None:
    keluar = buka(alamat, lebar).evaluate(
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
def test_saringan_dengan_papan_ketik(buka: Callable[..., Page], alamat: str, lebar: int) -> None:
    halaman = buka(alamat, lebar)
    js, tombol = halaman.evaluate, halaman.keyboard
    semua = halaman.locator(TAMPAK).count()
    assert halaman.text_content("#status") == f"{semua} dari {semua} temuan ditampilkan"
    tab_ke(halaman, "input[name=k][value=kesalahan]")
    tombol.press("Space")
    tanpa = halaman.locator("article.temuan:not(.kesalahan)").count()
    assert 0 < halaman.locator(TAMPAK).count() == tanpa < semua
    assert halaman.text_content("#status") == f"{tanpa} dari {semua} temuan ditampilkan"
    assert js("document.getElementById('grup-kesalahan').closest('section').hidden")
    tombol.press("Space")
    tab_ke(halaman, "select[name=r]")
    tombol.press("K")  # the first family that begins with it
    keluarga = js("document.getElementById('saring-r').value")
    assert keluarga.startswith("K")
    assert 0 < halaman.locator(TAMPAK).count() == halaman.locator(f"[data-r={keluarga}]").count()
    assert halaman.locator(f"article.temuan:not([data-r={keluarga}]):not([hidden])").count() == 0
    tab_ke(halaman, "input[name=q]")
    tombol.insert_text("atasan langsung")
    expect(halaman).to_have_url(re.compile("q=atasan"))
    sisa = halaman.locator(TAMPAK).count()
    assert 0 < sisa < semua
    simpanan = js("location.hash")
    assert f"r={keluarga}" in simpanan
    halaman.reload()
    assert js("location.hash") == simpanan
    assert halaman.locator(TAMPAK).count() == sisa
    tab_ke(halaman, "button[type=reset]")
    tombol.press("Enter")
    expect(halaman.locator(TAMPAK)).to_have_count(semua)
    assert js("location.hash") == ""
    halaman.focus("#saring-q")
    tombol.insert_text("tidak ada yang begini")
    expect(halaman.locator(TAMPAK)).to_have_count(0)
    assert not js("document.getElementById('nihil').hidden")


def test_tautan_ke_temuan_yang_tersaring(buka: Callable[..., Page], alamat: str) -> None:
    halaman = buka(f"{alamat}#k=catatan")
    js = halaman.evaluate
    assert js("Array.from(document.querySelectorAll('article.temuan')).every(e => e.hidden !== e.matches('.catatan'))")
    halaman.locator(".matriks a.ke.kesalahan").first.focus()
    halaman.keyboard.press("Enter")
    expect(halaman.locator("[id^=t-]:focus")).to_have_count(1)
    assert js("document.activeElement.getBoundingClientRect().top") < 900
    assert js("document.activeElement.querySelector('details').open")
    assert js("location.hash === '#' + document.activeElement.id")


def test_hanya_baris_yang_berbeda(buka: Callable[..., Page], alamat: str) -> None:
    tampak = "#rek-pagu-tabel tbody tr:not([hidden])"
    assert buka(alamat, 360).locator(tampak).count() == 7  # a phone begins with them
    halaman = buka(alamat, 1440)
    assert halaman.locator(tampak).count() == 63
    tab_ke(halaman, "#rek-pagu-beda")
    halaman.keyboard.press("Space")
    assert halaman.locator(tampak).count() == 7


def test_pembaca_layar(buka: Callable[..., Page], alamat: str) -> None:
    halaman = buka(alamat, 360)
    pohon = halaman.context.new_cdp_session(halaman).send("Accessibility.getFullAXTree")["nodes"]
    peran: dict[str, list[str]] = {}
    for n in pohon:
        if not n["ignored"]:
            peran.setdefault(n["role"]["value"], []).append(n.get("name", {}).get("value", ""))
    for landmark in ("banner", "navigation", "main", "contentinfo", "search", "status"):
        assert landmark in peran, landmark
    for bidang in ("checkbox", "combobox", "searchbox", "button", "link", "heading"):
        assert peran[bidang], bidang
        assert all(peran[bidang]), bidang
    gambar = peran.get("image", []) + peran.get("img", [])
    assert len(gambar) >= 25
    assert all(gambar)
    assert len(peran["article"]) == halaman.locator(TAMPAK).count()
    assert len(peran["rowheader"]) >= 60  # tables stay tables when a phone shows their rows as blocks
    assert all(peran["article"])


def test_tanpa_skrip(buka: Callable[..., Page], alamat: str) -> None:
    halaman = buka(alamat, skrip=False)
    assert halaman.locator("article.temuan").count() > 40
    assert halaman.locator("article.temuan[hidden], details:not([open])").count() == 0
    assert halaman.locator("form[hidden]").count() > 0


def test_cetak(buka: Callable[..., Page], alamat: str, tmp_path: Path) -> None:
    halaman = buka(alamat)
    tertutup = halaman.locator("details:not([open])").count()
    assert tertutup > 0
    isi = halaman.pdf(prefer_css_page_size=True)
    assert isi.startswith(b"%PDF-")
    lembar = len(re.findall(rb"/Type\s*/Page\b", isi))
    assert 10 < lembar < 60
    assert re.search(rb"/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12]", isi)
    assert halaman.locator("details:not([open])").count() == tertutup
    pdftotext = shutil.which("pdftotext")
    if pdftotext is not None:
        (tmp_path / "a.pdf").write_bytes(isi)
        hasil = subprocess.run([pdftotext, "-layout", tmp_path / "a.pdf", "-"], check=True, capture_output=True)
        teks = hasil.stdout.decode()
        for pengenal in halaman.locator("article.temuan code").all_text_contents():
            assert pengenal in teks
        assert "Hapus saringan" not in teks


def test_teks_jahat(buka: Callable[..., Page], tmp_path: Path) -> None:
    jahat = (
        '</script><script>alert(1)</script><img src=https://example.invalid/x onerror=alert(1)>{0}" onload="alert(1)'
    )
    kolom = ["nama", "pagu", "realisasi_anggaran", "sisa"]
    tabel = Tabel.susun(kolom, [[jahat, "100", "60", "50"], ["B", "10", "5", "5"]], nomor=jahat, judul=jahat)
    laporan = Laporan(instansi=jahat, tahun=2025, judul=jahat, tabel=(tabel,), sumber=jahat)
    halaman = buka(_simpan(laporan, tmp_path / "jahat.html") + "#q=%3Cimg%20src=x%20onerror=alert(1)%3E&u=x")
    assert halaman.locator("script").count() == 1
    assert halaman.locator("img").count() == 0
    assert halaman.locator("article.temuan").count() == 1


def test_keluhan_terdengar(peramban: Browser, tmp_path: Path) -> None:
    """What the tests above must not meet is heard where it happens, or their silence would say nothing."""
    berkas = tmp_path / "a.html"
    isi = """<meta http-equiv="Content-Security-Policy" content="default-src 'unsafe-inline'; img-src https:">
        <img src="https://example.invalid/x"><script src="https://example.invalid/y"></script>
        <script>alert(1); throw Error('z')</script>"""
    berkas.write_text(isi, encoding="utf-8")
    keluhan: list[str] = []
    with peramban.new_context() as konteks:
        halaman = konteks.new_page()
        _dengarkan(halaman, keluhan)
        halaman.goto(berkas.as_uri())
    assert {k.split()[0] for k in keluhan} == {"console", "error", "dialog", "request"}
