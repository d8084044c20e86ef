"""The HTML page: its structure, its words, and that no text of a report becomes anything but text."""

from __future__ import annotations

import re
import sys
from base64 import b64encode
from datetime import date
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from tests.contoh import reviu_contoh
from tests.tempat import CONTOH

from sakip import __version__, baca
from sakip.angka.lokasi import Lokasi
from sakip.aturan import VERSI, katalog
from sakip.cli import main
from sakip.model.indikator import Indikator
from sakip.model.laporan import Laporan
from sakip.model.peran import PERAN
from sakip.model.perjanjian import BarisAnggaran, PerjanjianKinerja
from sakip.model.sel import baca_sel_peran
from sakip.model.tabel import Tabel
from sakip.tinjauan.engine import Belum, Cakupan, Galat, Reviu, reviu
from sakip.tinjauan.selection import Pilihan
from sakip.tinjauan.tanggapan import Tanggapan, terapkan
from sakip.tulis import Opsi, tulis
from sakip.tulis.keluaran import KeluaranError
from sakip.tulis.teks import bersih
from sakip.tulis.words.kamus import Kamus, pesan

pytest.importorskip("jinja2")
html5lib = pytest.importorskip("html5lib")

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from syrupy.assertion import SnapshotAssertion

JAHAT = (
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "\" onmouseover='alert(1)' x=\"",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "--><!-- ]]> &lt;b&gt; &#60;i",
    "\x1b[31mmerah\x07\x9b2J\u202ebalik\u200b\ud800\x00\x7f",
)


@pytest.fixture(scope="module")
def semarang() -> Reviu:
    return reviu_contoh()


@pytest.fixture(scope="module")
def halaman(semarang: Reviu) -> bytes:
    return tulisan(semarang)


@pytest.fixture(scope="module")
def akar(halaman: bytes) -> Element:
    return pohon(halaman)


def tulisan(*semua: Reviu, **opsi: Any) -> bytes:
    return b"".join(x if isinstance(x, bytes) else x.encode() for x in tulis(semua, "html", Opsi(**opsi)))


def pohon(isi: bytes) -> Element:
    """The page as a browser sees it; any mistake in its syntax is an error."""
    pengurai = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    hasil: Element = pengurai.parse(isi.decode())
    return hasil


def teks(e: Element) -> str:
    return " ".join("".join(e.itertext()).split())


def kecil(nama: str = "Kegiatan Administrasi Umum", sumber: str = "contoh") -> Laporan:
    """A budget in two tables, forms of three levels, an indicator; with a wrong sum and a wrong print."""
    kolom = ["kode", "nama", "pagu", "realisasi_anggaran"]
    jenis = ["total", "rincian", "rincian", "rincian", "rincian"]
    isi = [
        ["", "JUMLAH", "150.000.000", "120.000.000"],
        ["01", "Program Penunjang Urusan", "150.000.000", "120.000.000"],
        ["2.01", nama, "150.000.000", "120.000.000"],
        ["0001", f"Penyediaan {nama}", "110.000.000", "90.000.000"],
        ["0002", "Pemeliharaan Gedung", "40.000.000", "30.000.000"],
    ]
    lain = [[*b] for b in isi]
    lain[3][2] = "101.000.000"
    kinerja = Tabel.susun(
        ["indikator", "target", "realisasi", "capaian"],
        [[f"Persentase {nama}", "80%", "60%", "75,00"], ["Nilai AKIP", "20%", "50%", "250,00"]],
        nomor="3.1",
        judul="Capaian",
    )
    tabel = (
        Tabel.susun(kolom, isi, nomor="2.1", judul=f"Anggaran {nama}", jenis=jenis),
        Tabel.susun(kolom, lain, nomor="3.2", judul="Realisasi", jenis=jenis),
        kinerja,
    )
    return Laporan(
        instansi=f"Dinas {nama}",
        tahun=2025,
        judul=f"LKjIP {nama}",
        indikator=(Indikator(kunci="satu", nama=f"Persentase {nama}"),),
        tabel=tabel,
        perjanjian=_perjanjian(nama),
        sumber=sumber,
        sha256="0" * 64,
    )


def _perjanjian(nama: str) -> tuple[PerjanjianKinerja, ...]:
    def baris(uraian: str, uang: str, no: str = "1.") -> BarisAnggaran:
        return BarisAnggaran(no=no, uraian=uraian, anggaran=baca_sel_peran(uang, PERAN["pagu"]), keterangan=nama)

    kepala, sekretaris, subag = f"Kepala Dinas {nama}", f"Sekretaris {nama}", f"Kepala Sub Bagian {nama}"
    isi = {
        "II": (kepala, "Wali Kota", (baris("Program Penunjang Urusan", "150.000.000"),)),
        "III": (sekretaris, kepala, (baris("Program Penunjang Urusan", ""), baris(nama, "150.000.000", "1.1"))),
        "IV": (subag, kepala, (baris(nama, "110.000.000"), baris(f"Penyediaan {nama}", "110.000.000", "1.1"))),
    }
    return tuple(
        PerjanjianKinerja(eselon=e, jabatan=j, tahun=2025, unit=nama, atasan=a, anggaran=b, lokasi=Lokasi(e, 1))
        for e, (j, a, b) in isi.items()
    )


# -- structure --------------------------------------------------------------------------


def test_satu_berkas_tanpa_jaringan(akar: Element, halaman: bytes) -> None:
    periksa_unsur(akar)
    gaya = akar.findtext(".//style") or ""
    assert not re.search(r"url\(|@import|https?:|//", gaya)
    assert b"http://" not in halaman
    assert b"https://" not in halaman


def periksa_unsur(akar: Element) -> None:
    """One script, one style sheet, no address outside the page, no handler, no style of an element's own."""
    assert akar.find(".//link") is None
    assert len(akar.findall(".//script")) == len(akar.findall(".//style")) == 1
    for e in akar.iter():
        for sifat, nilai in e.attrib.items():
            assert sifat not in {"src", "srcset", "style", "action", "formaction", "data", "poster", "background"}
            assert not sifat.lower().startswith("on"), sifat
            assert not sifat.endswith("href") or nilai.startswith("#"), nilai


def test_kebijakan_menyebut_isinya_sendiri(akar: Element) -> None:
    csp = akar.find(".//meta[@http-equiv='Content-Security-Policy']")
    assert csp is not None
    izin = dict(x.split(" ", 1) for x in csp.attrib["content"].split("; "))
    assert izin["default-src"] == izin["base-uri"] == izin["form-action"] == "'none'"
    for bagian, unsur in (("script-src", "script"), ("style-src", "style")):
        sidik = b64encode(sha256((akar.findtext(f".//{unsur}") or "").encode()).digest()).decode()
        assert izin[bagian] == f"'sha256-{sidik}'"


def test_kerangka(akar: Element) -> None:
    assert akar.attrib["lang"] == "id"
    assert akar.findtext(".//title") == "Reviu Dinas Koperasi dan Usaha Mikro Kota Semarang 2025"
    for landmark in ("header", "nav", "main", "footer"):
        assert len(akar.findall(f"./body/{landmark}")) == 1, landmark
    tingkat = [int(e.tag[1]) for e in akar.iter() if re.fullmatch(r"h[1-6]", str(e.tag))]
    assert tingkat[0] == 1
    assert tingkat.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(tingkat))


def test_pengenal_dan_label(akar: Element) -> None:
    periksa_pengenal(akar)


def periksa_pengenal(akar: Element) -> None:
    """Ids are unique, references lead somewhere, fields have labels, pictures have names."""
    pengenal = [e.attrib["id"] for e in akar.iter() if "id" in e.attrib]
    assert len(pengenal) == len(set(pengenal))
    ada = set(pengenal)
    berlabel = {e.attrib["for"] for e in akar.iter("label") if "for" in e.attrib}
    dalam_label = {id(x) for e in akar.iter("label") for x in e.iter("input")}
    for e in akar.iter():
        for sifat in ("aria-labelledby", "aria-describedby"):
            assert set(e.attrib.get(sifat, "").split()) <= ada
        if e.attrib.get("href", "").startswith("#"):
            assert e.attrib["href"][1:] in ada
        if e.tag in {"input", "select"}:
            assert e.attrib.get("id") in berlabel or id(e) in dalam_label
        if str(e.tag).endswith("svg"):
            assert e.attrib.get("aria-hidden") == "true" or e.attrib.get("aria-labelledby") or "overflow" in e.attrib
    assert akar.find(".//*[@role='status'][@aria-live='polite']") is not None


def test_semua_temuan_ada(akar: Element, semarang: Reviu) -> None:
    kamus, kartu = Kamus("id"), akar.findall(".//article")
    assert len(kartu) == len(semarang.temuan)
    for e, t in zip(kartu, semarang.temuan, strict=True):
        isi = teks(e)
        milik = [t.id, t.kode, kamus.judul(t.kode), t.selisih]
        milik += [kamus.ucap(x) for x in (t.tempat, t.tertulis, t.seharusnya, *t.bukti)]
        milik += [kamus.penjelasan(d) for d in t.dugaan] + [pesan(a) for a in t.akibat]
        milik += [d.partition(" [")[0] for d in kamus.dasar(t.dasar)]
        for x in milik:
            assert bersih(x) in isi
        assert bersih(kamus.pesan(t))[1:60] in isi
        assert e.attrib["data-k"] == t.keparahan
        assert e.attrib["data-u"].split()


def test_tanpa_skrip_semua_terbuka(akar: Element) -> None:
    assert all("open" in e.attrib for e in akar.iter("details"))
    tersembunyi = [e for e in akar.iter() if "hidden" in e.attrib]
    assert {e.tag for e in tersembunyi} <= {"form", "p"}
    assert not any(t.tag == "article" for e in tersembunyi for t in e.iter())


def test_grafik_bertabel(akar: Element) -> None:
    for pengenal, banyak in (("capaian", 15), ("serapan", 9)):
        bagian = next(e for e in akar.iter("section") if e.attrib.get("id") == pengenal)
        judul = [teks(e) for e in bagian.iter() if str(e.tag).endswith("title")]
        assert len(judul) == len(bagian.findall(".//tbody/tr")) == banyak
        assert all(any(c.isdigit() for c in j) for j in judul)
    assert "tercetak 100,12 pada Tabel 3.9" in teks(akar)


def test_kaskade_menandai_yang_putus(akar: Element) -> None:
    bagian = next(e for e in akar.iter("section") if e.attrib.get("id") == "kaskade")
    gambar, daftar = bagian.find("./figure"), bagian.find("./details")
    assert gambar is not None
    assert daftar is not None
    for x in ("4 sub kegiatan berpengampu ganda", "5 baris bergeser", "2 sub kegiatan tanpa pengampu"):
        assert x in teks(daftar)
        assert x.split()[0] in teks(gambar)
    assert "pihak kedua bukan atasan langsung" in teks(daftar)
    assert "seharusnya Kepala UPTD Pusat Layanan Usaha Terpadu" in teks(daftar)
    assert "05.2.01.0001" in teks(gambar)


def test_rekonsiliasi(akar: Element, semarang: Reviu) -> None:
    tabel = next(e for e in akar.iter("table") if e.attrib.get("id") == "rek-pagu-tabel")
    baris = {teks(x): x for r in tabel.findall("./tbody/tr") if (x := r.find("./th")) is not None}
    assert len(baris) == 63
    beda = [r for r in tabel.findall("./tbody/tr") if "baris-beda" in r.attrib["class"]]
    assert len(beda) == 7
    satu = next(r for r in beda if "01.2.09.0006" in teks(r))
    salah = [d for d in satu.findall("./td") if "berbeda" in teks(d)]
    assert [d.attrib["data-label"] for d in salah] == ["Tabel 2.7"]
    assert "✗" in teks(salah[0])
    assert "90.000" in teks(salah[0])
    nomor = next(n for n, t in enumerate(semarang.temuan, 1) if t.kode == "FAK01" and t.tertulis == "90.000,00")
    assert f"#{nomor}" in teks(salah[0])


def test_yang_tidak_diperiksa_ada_alasannya(akar: Element, semarang: Reviu) -> None:
    isi = teks(akar)
    for b in semarang.cakupan.belum:
        assert bersih(Kamus("id").ucap(b.nama)) in isi
        assert bersih(Kamus("id").ucap(b.alasan)) in isi


# -- the conclusion -----------------------------------------------------------------------


def _kesimpulan(r: Reviu, **opsi: Any) -> str:
    return teks(next(e for e in pohon(tulisan(r, **opsi)).iter("div") if "kesimpulan" in e.attrib.get("class", "")))


def test_kesimpulan_mengikuti_temuan_yang_terbuka() -> None:
    r = reviu(kecil())
    salah = [t for t in r.temuan if t.keparahan == "kesalahan"]
    ringan = [t for t in r.temuan if t.keparahan == "peringatan"]
    assert salah
    assert ringan
    assert f"Masih terbuka {len(salah)} kesalahan" in _kesimpulan(r)
    assert "Tidak ada kesalahan yang terbuka" in _kesimpulan(attrs.evolve(r, temuan=tuple(ringan)))
    bersih_ = attrs.evolve(r, temuan=(), cakupan=Cakupan(9, 9, ()))
    assert "Tidak ditemukan perbedaan" in _kesimpulan(bersih_)
    gagal = _kesimpulan(attrs.evolve(bersih_, galat=(Galat("ANG01", "x"),)))
    assert "belum lengkap" in gagal
    assert "Hanya sebagian aturan yang dijalankan (ANG, −ANG02)" in _kesimpulan(
        bersih_, pilihan=Pilihan(("ANG",), ("ANG02",))
    )
    assert "tidak memuat angka" in _kesimpulan(reviu(Laporan(instansi="x", tahun=2025)))
    belum = Cakupan(9, 0, tuple(Belum("1", "n", "t", "a", Lokasi()) for _ in range(9)))
    assert "tidak berarti apa-apa" in _kesimpulan(attrs.evolve(bersih_, cakupan=belum))


def test_yang_dijawab_tidak_terbuka() -> None:
    r = reviu(kecil())
    salah = [t for t in r.temuan if t.keparahan == "kesalahan"]
    jawab = [Tanggapan(id=t.id, status="ditolak", alasan="sesuai DPA", tanggal=date(2026, 1, 2)) for t in salah]
    dijawab = terapkan(r, jawab, hari_ini=date(2026, 2, 1))
    simpul = _kesimpulan(dijawab)
    assert "Tidak ada kesalahan yang terbuka" in simpul
    assert f"{len(salah)} temuan sudah dijawab" in simpul
    assert teks(pohon(tulisan(dijawab))).count("sesuai DPA") == len(salah)


# -- text stays text ------------------------------------------------------------------------


@pytest.mark.parametrize("jahat", JAHAT)
def test_teks_jahat_tetap_teks(jahat: str) -> None:
    r = reviu(kecil(jahat, sumber=jahat))
    belum = (Belum(jahat, jahat, jahat, jahat, Lokasi(jahat, 1, tabel=jahat)),)
    asing = attrs.evolve(katalog()[0], kode="XYZ01", judul=jahat, title=jahat)
    r = attrs.evolve(r, cakupan=Cakupan(10, 9, belum), galat=(Galat(jahat, jahat),), lain=(asing,))
    palsu = attrs.evolve(
        r.temuan[0], id=jahat, kode="XYZ01", tempat=jahat, tertulis=jahat, bukti=(jahat,), dasar=(jahat,)
    )
    isi = tulisan(attrs.evolve(r, temuan=(*r.temuan, palsu, palsu)), rinci=True)
    aman, akar = reviu(kecil()), pohon(isi)
    periksa_unsur(akar)
    periksa_pengenal(akar)
    dikenal = {str(e.tag) for e in pohon(tulisan(aman, rinci=True)).iter()} | {"br"}
    assert {str(e.tag) for e in akar.iter()} <= dikenal
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e]", isi.decode())
    assert bersih(jahat) in teks(akar)


def test_sama_setiap_kali_dan_ringan(halaman: bytes) -> None:
    assert tulisan(reviu(baca(str(CONTOH)))) == halaman
    assert len(halaman) < 2_000_000


def test_beberapa_laporan() -> None:
    akar = pohon(tulisan(reviu(kecil()), reviu(kecil("Lain"))))
    assert len(akar.findall(".//main/article")) == 2
    assert len(akar.findall(".//form")) == 1
    periksa_pengenal(pohon(tulisan(reviu(kecil()), reviu(kecil()))))
    assert pohon(tulisan()).find(".//main") is not None


def test_bahasa_inggris() -> None:
    akar = pohon(tulisan(reviu(kecil()), bahasa="en"))
    assert akar.attrib["lang"] == "en"
    assert "Errors still open" in teks(akar)
    assert akar.find(".//p[@class='tempat'][@lang='id']") is not None


def test_pustaka_tidak_ada(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(KeluaranError, match=r"sakip\[html\]"):
        tulis([], "html")
    tujuan = tmp_path / "reviu.html"
    tujuan.write_text("lama")
    assert main(["reviu", str(CONTOH), "--format", "html", "-o", str(tujuan)]) == 2
    assert "pip install 'sakip[html]'" in capsys.readouterr().err
    assert tujuan.read_text() == "lama"


def test_kontras() -> None:
    gaya = pohon(tulisan(reviu(kecil()))).findtext(".//style") or ""
    warna = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", gaya))
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", gaya)) == set(warna.values())
    depan = ("tinta", "samar", "tautan", "kesalahan", "peringatan", "catatan", "baik", "kurang")
    tulisan_di: dict[str, tuple[str, ...]] = dict.fromkeys(depan, ("kertas", "bidang"))
    tulisan_di["tinta"] += ("kesalahan-bidang", "peringatan-bidang", "catatan-bidang", "baik-bidang")
    tulisan_di["kesalahan"] += ("kesalahan-bidang",)
    for huruf, di in tulisan_di.items():
        for belakang in di:
            assert _kontras(warna[huruf], warna[belakang]) >= 4.5, (huruf, belakang)
    gambar = (("isi", "alas"), ("kurang", "alas"), ("tinta", "alas"), ("fokus", "kertas"), ("isi", "kertas"))
    for bentuk, belakang in gambar:
        assert _kontras(warna[bentuk], warna[belakang]) >= 3, (bentuk, belakang)


def _kontras(a: str, b: str) -> float:
    """The contrast ratio of WCAG 2."""

    def terang(w: str) -> float:
        bagian = [int(w[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        r, g, b = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in bagian)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    atas, bawah = sorted((terang(a), terang(b)), reverse=True)
    return (atas + 0.05) / (bawah + 0.05)


def test_halaman_kecil(snapshot: SnapshotAssertion) -> None:
    pilih = ("ANG", "KAS", "KIN01", "FAK")
    isi = tulisan(reviu(kecil(), pilih=pilih), pilihan=Pilihan(pilih)).decode()
    isi = re.sub(r"(?s)(<style>).*?(</style>)|(<script>).*?(</script>)", r"\1\3…\2\4", isi)
    isi = re.sub(r"\b[0-9a-f]{12}\b", "sidik", isi)  # how a finding is told apart is not the page's business
    isi = re.sub(r"sha256-[^&']+", "sha256-…", isi).replace(__version__, "VERSI").replace(VERSI, "VERSI")
    assert re.sub(r"\n\s*\n+", "\n", isi) == snapshot
