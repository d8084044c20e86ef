"""The Pernyataan Telah Direviu: the form the papers offer, and the one that a report prints itself (PRN01)."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING

import attrs
import pytest

docx = pytest.importorskip("docx")

from tests.contoh import reviu_contoh  # noqa: E402
from tests.lengkap import laporan as lengkap  # noqa: E402

from sakip.model.laporan import Bagian, Catatan, Laporan  # noqa: E402
from sakip.model.tabel import Tabel  # noqa: E402
from sakip.pembaca import baca  # noqa: E402
from sakip.tinjauan.engine import Cakupan, Galat, Reviu, reviu  # noqa: E402
from sakip.tinjauan.selection import Pilihan  # noqa: E402
from sakip.tinjauan.tanggapan import Tanggapan, terapkan  # noqa: E402
from sakip.tulis import Opsi  # noqa: E402
from sakip.tulis.chr_docx import buat  # noqa: E402
from sakip.tulis.folder import tulis_folder  # noqa: E402
from sakip.tulis.kkr.daftar_uji import butir  # noqa: E402
from sakip.tulis.kkr.isi import Isi  # noqa: E402
from sakip.tulis.kkr.pernyataan import Halangan, bunyi, halangan  # noqa: E402
from sakip.tulis.words.kamus import Kamus  # noqa: E402

if TYPE_CHECKING:
    from pathlib import Path

HARI = date(2026, 3, 31)

PENJELAS = Kamus("id")("pernyataan.penjelas.isi")
"""What introduces the paragraf penjelas."""


def laporan(sisa: str = "60.000", *, pernyataan: str = "pernyataan") -> Laporan:
    """A small report that prints a statement; its remainder is right when it is 50.000."""
    isi = [["Program A", "200.000", "150.000", sisa], ["Program B", "100.000", "50.000", "50.000"]]
    t = Tabel.susun(["nama", "pagu", "realisasi_anggaran", "sisa"], isi, nomor="3.1")
    return Laporan(instansi="Dinas Contoh", tahun=2025, tabel=(t,), bagian=(Bagian(jenis=pernyataan),))


def teks(r: Reviu, opsi: Opsi | None = None) -> str:
    """The text of the Catatan Hasil Reviu."""
    d = docx.Document(io.BytesIO(buat(r, opsi or Opsi())))
    bagian = [p.text for p in d.paragraphs]
    return "\n".join([*bagian, *(c.text for t in d.tables for r in t.rows for c in r.cells)])


def alasan(r: Reviu, opsi: Opsi | None = None) -> dict[str, Halangan]:
    """What stands in the way of the plain form, by its first words."""
    isi = Isi(r, opsi or Opsi())
    return {h.judul: h for h in halangan(isi, butir(isi))}


# -- the form that the papers offer ----------------------------------------------------------------------------


def test_polos_bila_tidak_ada_yang_menghalangi() -> None:
    """The words of the regulation's form, blank lines to fill in, and what is still left to the reviewer."""
    r = reviu(lengkap())
    assert alasan(r) == {}
    isi = teks(r)
    assert bunyi().polos in isi
    assert bunyi().tujuan in isi
    assert "TAHUN ANGGARAN 2025" in isi
    assert "(II.1, II.3, II.4" in isi
    assert PENJELAS not in isi
    assert "Inspektur ……" in isi


@pytest.fixture(scope="module")
def nyata() -> Reviu:
    """The review of the real report."""
    return reviu_contoh()


def test_kesalahan_terbuka(nyata: Reviu) -> None:
    """Every open error stands in the paragraf penjelas; the plain conclusion nowhere."""
    semua = alasan(nyata)
    salah = [t for t in nyata.temuan if t.keparahan == "kesalahan"]
    assert [t.split()[:3] for t in semua["15 kesalahan yang masih terbuka"].rincian] == [
        ["No.", str(n), t.kode] for n, t in enumerate(salah, 1)
    ]
    assert any("20 peringatan" in t for h in semua.values() for t in h.rincian)
    isi = teks(nyata)
    assert bunyi().polos not in isi
    assert PENJELAS in isi
    assert "rancangan kertas kerja ini, bukan bunyi peraturan" in isi
    for janji in ("tidak terdapat", "meragukan"):
        assert janji not in isi.partition("PERNYATAAN TELAH DIREVIU")[2]


@pytest.mark.parametrize(
    ("ubah", "opsi", "harus"),
    [
        (lambda r: attrs.evolve(r, galat=(Galat("ANG03", "rusak"),)), Opsi(), "aturan gagal dijalankan: ANG03"),
        (lambda r: r, Opsi(pilihan=Pilihan(("ANG03",), ())), "reviu dibatasi: hanya ANG03"),
        (lambda r: attrs.evolve(r, dijalankan=r.dijalankan - {"LIN01"}), Opsi(), "reviu dibatasi: tanpa LIN01"),
        (lambda r: attrs.evolve(r, relasi=(), cakupan=Cakupan(0, 0, ())), Opsi(), "tidak ada angka yang dapat diuji"),
        (
            lambda r: attrs.evolve(r, laporan=attrs.evolve(r.laporan, catatan=(Catatan("pindaian, halaman 3"),))),
            Opsi(),
            "pindaian, halaman 3",
        ),
        (lambda r: attrs.evolve(r, cakupan=attrs.evolve(r.cakupan, hilang=2)), Opsi(), "2 bagian tidak terbaca"),
    ],
    ids=["galat", "pilih", "tidak dijalankan", "tanpa angka", "catatan", "hilang"],
)
def test_bukan_polos(ubah: object, opsi: Opsi, harus: str) -> None:
    """A rule that failed, a restricted review, no figures, a source not wholly read: the paper says which."""
    r = ubah(reviu(lengkap()))  # type: ignore[operator]
    assert any(harus in t for h in alasan(r, opsi).values() for t in h.rincian)
    isi = teks(r, opsi)
    assert bunyi().polos not in isi
    assert PENJELAS in isi
    assert harus in isi


def test_butir_daftar_uji_menghalangi() -> None:
    """Figures that all hold do not make up for an item that lacks its data."""
    semua = alasan(reviu(laporan("50.000")))
    assert [*semua] == ["Butir daftar uji yang belum terpenuhi"]
    assert any(t.startswith("III.1 ") and "TIDAK CUKUP DATA" in t for h in semua.values() for t in h.rincian)


def test_peringatan_menghalangi(nyata: Reviu) -> None:
    r = attrs.evolve(nyata, temuan=tuple(t for t in nyata.temuan if t.keparahan != "kesalahan"))
    rincian = alasan(r)["Peringatan dan catatan yang belum dijelaskan"].rincian
    assert rincian == ("20 peringatan: Catatan Hasil Reviu no. 1–20", "27 catatan: Catatan Hasil Reviu no. 21–47")


def test_tanggapan_tidak_membuat_perbedaan_hilang() -> None:
    """An answer closes a finding; the difference stays, and is told."""
    r = reviu(laporan(pernyataan="gambaran_umum"))
    assert [t.keparahan for t in r.temuan] == ["kesalahan"]
    buka = Tanggapan(id=r.temuan[0].id, status="diperbaiki", tanggal=HARI)
    tutup = Tanggapan(id=r.temuan[0].id, status="ditolak", alasan="pembulatan DPA", tanggal=HARI)
    assert "1 kesalahan yang masih terbuka" in alasan(terapkan(r, [buka], hari_ini=HARI))
    terjawab = terapkan(r, [tutup], hari_ini=HARI)
    assert "Perbedaan yang ditanggapi tetapi tidak diperbaiki" in alasan(terjawab)
    isi = teks(terjawab)
    assert bunyi().polos not in isi
    assert "pembulatan DPA" in isi


# -- the one that a report prints ------------------------------------------------------------------------------


def kode(r: Reviu) -> list[str]:
    return [t.kode for t in r.temuan]


def test_prn01_hanya_selama_ada_kesalahan() -> None:
    """The finding stands beside an error, and only there; the condition is a tick mark either way."""
    assert kode(reviu(laporan())) == ["ANG03", "PRN01"]
    assert kode(reviu(laporan("50.000"))) == []
    assert [h.kode for h in reviu(laporan("50.000")).relasi].count("PRN01") == 1
    assert kode(reviu(laporan(pernyataan="pernyataan_penjelas"))) == ["ANG03"]
    assert kode(reviu(attrs.evolve(laporan(), bagian=()))) == ["ANG03"]
    assert kode(reviu(laporan(), abaikan=["PRN"])) == ["ANG03"]
    assert kode(reviu(laporan(), pilih=["PRN"])) == []


def test_prn01_jatuh_bersama_kesalahannya() -> None:
    """An answer that closes the last error takes it along; one that leaves the error open does not."""
    r = reviu(laporan())
    tutup = Tanggapan(id=r.temuan[0].id, status="ditolak", alasan="pembulatan", tanggal=HARI)
    buka = Tanggapan(id=r.temuan[0].id, status="diperbaiki", tanggal=HARI)
    assert kode(terapkan(r, [tutup], hari_ini=HARI)) == ["ANG03"]
    assert kode(terapkan(r, [buka], hari_ini=HARI)) == ["ANG03", "PRN01"]
    assert kode(terapkan(r, [], hari_ini=HARI)) == ["ANG03", "PRN01"]


def test_contoh_nyata(nyata: Reviu) -> None:
    satu = [t for t in nyata.temuan if t.kode == "PRN01"]
    assert len(satu) == 1
    assert satu[0].lokasi[0].asal == 52
    assert len(satu[0].bukti) == 15


SIMPULAN = (
    "tidak terdapat kondisi atau hal-hal yang menimbulkan perbedaan dalam meyakini keandalan informasi yang disajikan "
    "di dalam laporan kinerja ini"
)
JUDUL = "PERNYATAAN TELAH DIREVIU\nDINAS CONTOH\nTAHUN ANGGARAN 2025"
PEMBUKA = "Kami telah mereviu Laporan Kinerja Dinas Contoh Tahun 2025 sesuai Pedoman Reviu atas Laporan Kinerja."


def resmi(simpulan: str = SIMPULAN, lanjutan: str = "") -> str:
    """The example form of the regulation, with another conclusion or something after it."""
    isi = [JUDUL, PEMBUKA, f"Berdasarkan reviu kami, {simpulan}.", lanjutan, "Contoh, 23 Februari 2026\nInspektur"]
    return "\n\n".join(i for i in isi if i) + "\n"


POLOS_LAIN = {
    "formulir": resmi(),
    "huruf besar": resmi().upper(),
    "baris patah": resmi(SIMPULAN.replace("atau hal-hal yang", "atau\nhal-hal\nyang")),
    "tanpa judul": resmi().partition("\n\n")[2],
    "kata lain": resmi("kami tidak menemukan hal yang membuat kami tidak yakin akan keandalan laporan ini"),
    "kalimat positif": resmi("Laporan Kinerja tersebut telah disajikan secara akurat, andal dan valid"),
    "mereview": resmi().replace("reviu", "review").replace("DIREVIU", "DIREVIEW"),
    "berbingkai": f"PERNYATAAN TELAH DIREVIU\n\n| Berdasarkan reviu kami, {SIMPULAN}. | |\n|---|---|\n| a | b |\n",
}

PENJELAS_LAIN = {
    "namun": resmi(f"{SIMPULAN}. Namun koreksi Tabel 3.1 belum dilakukan"),
    "kecuali": resmi(f"kecuali hal yang diuraikan di bawah, {SIMPULAN}"),
    "alinea": resmi(lanjutan="Masih terdapat angka yang perlu diperbaiki pada Bab III."),
}

BUKAN = {
    "daftar isi": "DAFTAR ISI\n\nPERNYATAAN TELAH DIREVIU ........ ii\n\nBAB I\n",
    "judul saja": "PERNYATAAN TELAH DIREVIU\n\nDINAS CONTOH\n",
    "cerita": "Laporan Kinerja disusun dan direviu oleh Inspektorat sesuai peraturan yang berlaku.\n",
    "keuangan": resmi(
        "tidak terdapat perbedaan yang menjadikan kami yakin bahwa laporan keuangan tidak disajikan menurut standar "
        "akuntansi"
    ),
    "berbeda": resmi(SIMPULAN.removeprefix("tidak ")),
    "kinerja biasa": "Pada tahun 2025 tidak terdapat hal yang mengganggu keandalan jaringan irigasi.\n",
}


TABEL = "No\tIndikator\tTarget\tRealisasi\tCapaian (%)\n1\tIndeks Kepuasan\t80\t80\t100,00\n"
"""A figure, without which nothing is a report."""


def jenis(naskah: str, tmp_path: Path) -> list[str]:
    """The kinds of statement that a reader finds."""
    depan = "LAPORAN KINERJA\n\nDINAS CONTOH\n\nTAHUN 2025\n\n"
    belakang = "\nKATA PENGANTAR\n\nPuji syukur.\n\nBAB III AKUNTABILITAS KINERJA\n\n"
    isi = depan + naskah + belakang + TABEL
    (tmp_path / "l.txt").write_text(isi, encoding="utf-8")
    (tmp_path / "l.md").write_text(isi, encoding="utf-8")
    berkas = tmp_path / ("l.md" if "|" in naskah else "l.txt")
    return [b.jenis for b in baca(berkas).bagian if b.jenis.startswith("pernyataan")]


@pytest.mark.parametrize("nama", POLOS_LAIN)
def test_pernyataan_dikenali(nama: str, tmp_path: Path) -> None:
    """By what it states, in any usual wording and setting."""
    assert jenis(POLOS_LAIN[nama], tmp_path) == ["pernyataan"]


@pytest.mark.parametrize("nama", PENJELAS_LAIN)
def test_pernyataan_berpenjelasan(nama: str, tmp_path: Path) -> None:
    """A reservation makes it another: it contradicts nothing."""
    assert jenis(PENJELAS_LAIN[nama], tmp_path) == ["pernyataan_penjelas"]


@pytest.mark.parametrize("nama", BUKAN)
def test_bukan_pernyataan(nama: str, tmp_path: Path) -> None:
    assert jenis(BUKAN[nama], tmp_path) == []


def test_bagian_bolak_balik(tmp_path: Path) -> None:
    """The data folder keeps which parts there are and on which line; never their words."""
    isi = f"LAPORAN KINERJA\n\nDINAS CONTOH\n\nTAHUN 2025\n\n{resmi()}\nB. Isu Strategis Dinas\n\nIsi.\n\n{TABEL}"
    (tmp_path / "l.txt").write_text(isi, encoding="utf-8")
    lap = baca(tmp_path / "l.txt")
    assert [b.jenis for b in lap.bagian] == ["isu_strategis", "pernyataan"]
    tulis_folder(lap, tmp_path / "data")
    kembali = baca(tmp_path / "data")
    assert [(b.jenis, b.lokasi.asal) for b in kembali.bagian] == [(b.jenis, b.lokasi.baris) for b in lap.bagian]
    assert "tidak terdapat" not in (tmp_path / "data" / "laporan.yaml").read_text(encoding="utf-8")


def test_jenis_bagian_asing_ditolak(tmp_path: Path) -> None:
    (tmp_path / "laporan.yaml").write_text("instansi: A\ntahun: 2025\nbagian: [{jenis: pernyatan}]\n", encoding="utf-8")
    with pytest.raises(Exception, match="maksud Anda 'pernyataan'"):
        baca(tmp_path)
