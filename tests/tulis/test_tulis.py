"""The writers: the JSON contract, the text for a person, and what must never reach a terminal."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from sakip import __version__
from sakip.angka.lokasi import Lokasi
from sakip.aturan import VERSI, katalog
from sakip.aturan.definisi import KEPARAHAN
from sakip.model.laporan import Laporan
from sakip.model.tabel import Tabel
from sakip.relasi import Evaluasi, Putusan
from sakip.teks.kalimat import Daftar, Kalimat
from sakip.temuan.temuan import Akibat, Dugaan, Operan, Perbaikan, Temuan
from sakip.tinjauan.engine import Belum, Cakupan, Galat, Reviu, reviu
from sakip.tinjauan.selection import Pilihan
from sakip.tulis import FORMAT, Opsi, tulis
from sakip.tulis.words.catalogue import BAHASA
from sakip.tulis.words.kamus import Kamus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from syrupy.assertion import SnapshotAssertion

PILIH = ("ANG01", "ANG02")
JAHAT = "\x1b[31mmerah\x1b]0;judul\x07\x9b2J\u202ebalik\u200b\ud800 \t\n akhir\x00"


def laporan(nama: str = "Kegiatan Administrasi Umum") -> Laporan:
    """A small report made in Python: a budget with one wrong figure."""
    isi = [
        ["", "JUMLAH", "200.000.000", "150.000.000", "50.000.000"],
        ["01", "Program Penunjang Urusan", "200.000.000", "105.000.000", "50.000.000"],
        ["2.01", nama, "150.000.000", "110.000.000", "40.000.000"],
        ["2.02", "Kegiatan Pemeliharaan Barang", "50.000.000", "40.000.000", "10.000.000"],
    ]
    t = Tabel.susun(
        ["kode", "nama", "pagu_murni", "pagu", "selisih"],
        isi,
        nomor="2.1",
        judul="Anggaran menurut Program",
        jenis=["total", "rincian", "rincian", "rincian"],
    )
    return Laporan(instansi="Dinas Contoh Kota Contoh", tahun=2025, tabel=(t,), sumber="contoh", sha256="0" * 64)


EMPAT = Daftar(tuple(f"02.2.0{n}.0001 Sub Kegiatan yang Bernama Cukup Panjang Ke-{n}" for n in range(1, 5)), None)
TEMUAN = (
    Temuan(
        id="0123456789ab",
        kode="ANG01",
        keparahan="kesalahan",
        kunci="hasil",
        isi={
            "nama": "anggaran 01 Program Penunjang Urusan",
            "tertulis": "105.000.000",
            "seharusnya": "150.000.000",
            "uraian": "01 Program Penunjang Urusan = jumlah 2 baris di bawahnya",
        },
        tempat="Tabel 2.1, 01 Program Penunjang Urusan, kolom pagu",
        lokasi=(Lokasi("tabel/2.1.csv", 3, tabel="Tabel 2.1", kolom="pagu", asal=32),),
        tertulis="105.000.000",
        seharusnya="150.000.000",
        selisih="-45.000.000",
        uang=Fraction(45_000_000),
        operan=(
            Operan("anggaran 2.01", "110.000.000", Lokasi("tabel/2.1.csv", 4)),
            Operan("anggaran 2.02", "40.000.000"),
        ),
        bukti=tuple(f"bukti ke-{n}" for n in range(1, 5)),
        akibat=tuple(
            Akibat("hitung", {"nama": f"selisih {n}", "tertulis": "5", "seharusnya": "0"}, Lokasi("tabel/2.1.csv", n))
            for n in range(1, 6)
        ),
        dugaan=(Dugaan("tertukar"),),
        dasar=("permenpanrb_53_2014", "peraturan_yang_tidak_ada"),
    ),
    Temuan(
        id="ba9876543210",
        kode="KAS03",
        keparahan="peringatan",
        kunci="syarat",
        isi={
            "judul": Kalimat("KAS03.judul"),
            "tertulis": EMPAT,
            "seharusnya": "tercantum pada satu PK eselon IV",
        },
        tempat="Tabel 3.11, 0001 Sub Kegiatan",
        lokasi=tuple(Lokasi("tabel/3.11.csv", n, asal=1000 + n) for n in range(39, 46)),
        tertulis=EMPAT,
        seharusnya="tercantum pada satu PK eselon IV",
        uang=Fraction(0),
        dugaan=(Dugaan("celah", {"celah": Kalimat("KAS03.celah")}),),
    ),
    Temuan(
        id="aaaaaaaaaaaa",
        kode="XYZ01",
        keparahan="catatan",
        kunci="arah",
        isi={"kata": "meningkat", "deret": "5, 4"},
        tempat="Narasi III.A",
        lokasi=(),
        tertulis="meningkat",
        seharusnya="5, 4",
        uang=Fraction(0),
    ),
)


def contoh() -> Reviu:
    """A review with everything in it: findings of every severity, reasons, a failed rule, unchecked figures."""
    r = reviu(laporan(), pilih=PILIH)
    tak_dapat = tuple(
        attrs.evolve(h, evaluasi=Evaluasi(Putusan.TAK_DAPAT_DIPERIKSA, alasan="pembaginya nol")) for h in r.relasi[-2:]
    )
    alasan = "tidak ada hubungan yang memuatnya"
    belum = tuple(
        Belum(str(n), f"jumlah Barang {n}", f"Tabel 1.4, Barang {n}", alasan, Lokasi("1.4.csv", n, tabel="Tabel 1.4"))
        for n in range(1, 6)
    )
    return attrs.evolve(
        r,
        temuan=TEMUAN,
        relasi=(*r.relasi[:-2], *tak_dapat),
        galat=(Galat("ANG03", "ZeroDivisionError: division by zero"),),
        cakupan=Cakupan(17, 12, belum),
    )


def tulisan(r: Reviu, bentuk: str = "terminal", **opsi: Any) -> str:
    """What a writer makes of a review, with the versions left out."""
    opsi.setdefault("pilihan", Pilihan(PILIH))
    semua = b"".join(p.encode() if isinstance(p, str) else p for p in tulis([r], bentuk, Opsi(**opsi)))
    return semua.decode().replace(__version__, "VERSI").replace(VERSI, "VERSI")


# -- JSON --------------------------------------------------------------------------

LOKASI = {
    "berkas": str, "baris": (int, type(None)), "halaman": (int, type(None)), "sel": (str, type(None)),
    "tabel": (str, type(None)), "kolom": (str, type(None)), "asal": (int, type(None)),
}  # fmt: skip
OPERAN = {"nama": str, "nilai": str, "lokasi": LOKASI}
KONTRAK: dict[str, Any] = {
    "sakip": str,
    "aturan": str,
    "laporan": {"instansi": str, "tahun": int, "sumber": str, "sha256": str},
    "ringkasan": {
        "temuan": dict.fromkeys(KEPARAHAN, int),
        "relasi": dict.fromkeys(("sesuai", "pembulatan", "tidak_sesuai", "tak_dapat_diperiksa", "galat_aturan"), int),
        "cakupan": {"angka": int, "terperiksa": int, "persen": str, "hilang": int, "penomoran": int, "tahun": int},
    },
    "temuan": [
        {
            **dict.fromkeys(("id", "kode", "judul", "keparahan", "pesan", "tempat"), str),
            "lokasi": [LOKASI],
            **dict.fromkeys(("tertulis", "seharusnya", "selisih"), str),
            "operan": [OPERAN],
            "akibat": [{"pesan": str, "lokasi": LOKASI}],
            "dugaan": [{"jenis": str, "penjelasan": str}],
            "dasar": [str],
            "bukti": [str],
            "solusi": (int, type(None)),
            "tuntas": bool,
            "alternatif": [
                [{**dict.fromkeys(("nama", "tertulis", "seharusnya", "tempat"), str), "lokasi": LOKASI, "ikut": bool}]
            ],
        }
    ],
    "belum_terperiksa": [{"nilai": str, "lokasi": LOKASI, "nama": str, "tempat": str, "alasan": str}],
    "pembulatan": [
        {**dict.fromkeys(("kode", "nama", "nilai", "dihitung", "alasan", "tempat"), str), "lokasi": LOKASI},
    ],
    "galat": [{"kode": str, "pesan": str}],
    "catatan_pembaca": [{"pesan": str, "jenis": str, "lokasi": LOKASI}],
}
RELASI = {**dict.fromkeys(("kode", "jenis", "uraian", "putusan", "jalur", "alasan"), str), "operan": [OPERAN]}
"""DESIGN section 6 and what was added to it: keys may be added here, never changed."""


def cocok(isi: Any, bentuk: Any, jalan: str = "$") -> None:
    """Every key and type is as the contract says, and there is no other key."""
    if isinstance(bentuk, dict):
        assert list(isi) == list(bentuk), jalan
        for k, b in bentuk.items():
            cocok(isi[k], b, f"{jalan}.{k}")
    elif isinstance(bentuk, list):
        assert isinstance(isi, list), jalan
        for n, x in enumerate(isi):
            cocok(x, bentuk[0], f"{jalan}[{n}]")
    else:
        assert isinstance(isi, bentuk), jalan
        assert isinstance(isi, bool) == (bentuk is bool), jalan


def test_kontrak_json() -> None:
    isi = json.loads(tulisan(contoh(), "json"))
    cocok(isi, KONTRAK)
    assert isi["ringkasan"]["relasi"]["galat_aturan"] == 1
    assert isi["ringkasan"]["relasi"]["tak_dapat_diperiksa"] == 2
    assert isi["ringkasan"]["temuan"] == {"kesalahan": 1, "peringatan": 1, "catatan": 1}
    assert isi["ringkasan"]["cakupan"] == {
        "angka": 17,
        "terperiksa": 12,
        "persen": "70,58",
        "hilang": 0,
        "penomoran": 0,
        "tahun": 0,
    }
    t = isi["temuan"][0]
    assert t["lokasi"][0]["asal"] == 32
    assert t["dasar"][0].startswith("PermenPANRB 53/2014 tentang")
    assert t["dasar"][1] == "peraturan_yang_tidak_ada"
    assert t["dugaan"] == [{"jenis": "tertukar", "penjelasan": "kemungkinan dua angka bertukar tempat"}]


def test_json_rinci_menambah_relasi_saja() -> None:
    ringkas, rinci = (json.loads(tulisan(contoh(), "json", rinci=r)) for r in (False, True))
    cocok(rinci, {**KONTRAK, "relasi": [RELASI]})
    relasi = rinci.pop("relasi")
    assert rinci == ringkas
    assert {r["putusan"] for r in relasi} <= {p.value for p in Putusan}
    assert len(relasi) == sum(rinci["ringkasan"]["relasi"].values()) - 1


def test_json_kosong() -> None:
    isi = json.loads(tulisan(reviu(Laporan(instansi="Dinas", tahun=2025)), "json"))
    cocok(isi, KONTRAK)
    assert isi["ringkasan"]["cakupan"] == {
        "angka": 0,
        "terperiksa": 0,
        "persen": "0,00",
        "hilang": 0,
        "penomoran": 0,
        "tahun": 0,
    }


def test_json_terbaca_orang_dan_berakhir_baris() -> None:
    teks = tulisan(contoh(), "json", rinci=True)
    assert "−" in teks, "not escaped"
    assert teks.endswith("}\n")
    assert teks == tulisan(contoh(), "json", rinci=True)


def test_json_bahasa() -> None:
    isi = json.loads(tulisan(contoh(), "json", bahasa="en"))
    cocok(isi, KONTRAK)
    a = {a.kode: a for a in katalog()}["KAS03"]
    assert isi["temuan"][1]["judul"] == a.title
    assert isi["temuan"][1]["pesan"].startswith(f"{a.title}: ")
    assert isi["temuan"][1]["dugaan"][0]["penjelasan"] == f"may be innocent: {a.reading}"
    assert isi["temuan"][1]["keparahan"] == "peringatan", "a name, not a word"
    assert isi["temuan"][2]["judul"] == "", "a rule of somebody else"


def test_beberapa_reviu_satu_larik() -> None:
    (potongan,) = tulis([contoh(), contoh()], "json")
    assert isinstance(potongan, bytes)
    assert len(json.loads(potongan)) == 2
    (kosong,) = tulis([], "json")
    assert json.loads(kosong) == []


# -- nothing that a terminal obeys -------------------------------------------------


def jahat() -> Reviu:
    """A review whose every text is hostile."""
    lok = Lokasi(JAHAT, 1, sel=JAHAT, tabel=JAHAT, kolom=JAHAT)
    t = attrs.evolve(
        TEMUAN[0],
        isi=dict.fromkeys(TEMUAN[0].isi, JAHAT),
        tempat=JAHAT,
        lokasi=(lok,),
        tertulis=JAHAT,
        seharusnya=JAHAT,
        selisih=JAHAT,
        operan=(Operan(JAHAT, JAHAT, lok),),
        bukti=(JAHAT,),
        solusi=2,
        alternatif=((Perbaikan(nama=JAHAT, tertulis=JAHAT, seharusnya=JAHAT, tempat=JAHAT, lokasi=lok),),) * 2,
        akibat=(Akibat("hitung", dict.fromkeys(("nama", "tertulis", "seharusnya"), JAHAT), lok),),
        dugaan=(Dugaan("salin", {"dari": JAHAT}),),
        dasar=(),
    )
    r = contoh()
    return attrs.evolve(
        r,
        laporan=attrs.evolve(laporan(JAHAT), instansi=JAHAT, judul=JAHAT, sumber=JAHAT),
        temuan=(t,),
        relasi=(*reviu(laporan(JAHAT), pilih=PILIH).relasi, *r.relasi[-2:]),
        galat=(Galat("ANG03", JAHAT),),
        cakupan=Cakupan(1, 0, (Belum(JAHAT, JAHAT, JAHAT, JAHAT, lok),)),
    )


@pytest.mark.parametrize("rinci", [False, True])
@pytest.mark.parametrize("bahasa", BAHASA)
@pytest.mark.parametrize("lebar", [60, 120, 170])
def test_karakter_kendali_tidak_sampai_ke_terminal(rinci: bool, bahasa: str, lebar: int) -> None:
    teks = tulisan(jahat(), rinci=rinci, bahasa=bahasa, lebar=lebar)
    assert all(c.isprintable() for c in teks.replace("\n", ""))
    assert max(map(len, teks.splitlines())) <= lebar


def test_karakter_kendali_di_json_hanya_sebagai_kode() -> None:
    teks = tulisan(jahat(), "json", rinci=True)
    assert all(c.isprintable() for c in teks.replace("\n", ""))
    assert json.loads(teks)["laporan"]["instansi"] == JAHAT, "and nothing is lost"


# -- a review for a person ---------------------------------------------------------


@pytest.mark.parametrize("lebar", [80, 120, 160])
def test_terminal(lebar: int, snapshot: SnapshotAssertion) -> None:
    teks = tulisan(contoh(), lebar=lebar)
    assert max(map(len, teks.splitlines())) <= lebar
    assert teks == snapshot


def test_terminal_rinci(snapshot: SnapshotAssertion) -> None:
    assert tulisan(contoh(), rinci=True) == snapshot


def test_terminal_inggris(snapshot: SnapshotAssertion) -> None:
    assert tulisan(contoh(), bahasa="en") == snapshot


def test_json(snapshot: SnapshotAssertion) -> None:
    assert tulisan(contoh(), "json") == snapshot


def test_warna_hanya_menambah_warna() -> None:
    for lebar in (80, 160):
        polos, berwarna = (tulisan(contoh(), lebar=lebar, warna=w) for w in (False, True))
        assert "\x1b[1;31mANG01\x1b[0m" in berwarna
        assert re.sub("\x1b\\[[0-9;]*m", "", berwarna) == polos


def test_tak_ada_yang_dipotong_diam_diam() -> None:
    ringkas, rinci = tulisan(contoh()), tulisan(contoh(), rinci=True)
    for n in range(1, 5):
        assert f"bukti ke-{n}" in rinci
        assert f"Ke-{n}" in ringkas, "the cell is shortened, the message is not"
    assert "bukti ke-3" not in ringkas
    for teks in ("dan 2 lainnya (--rinci)", "dan 4 tempat lainnya (--rinci)"):
        assert teks in " ".join(ringkas.split())
    assert "(--rinci)" not in rinci


def test_tidak_ada_apa_apa() -> None:
    teks = tulisan(reviu(Laporan(instansi="Dinas", tahun=2025)))
    for kalimat in ("Tidak ada temuan.", "Semua hubungan yang dinyatakan dapat diperiksa.", "0 dari 0 angka"):
        assert kalimat in teks
    assert "Setiap angka terperiksa." not in teks, "nothing was"


def test_format_yang_tidak_ada() -> None:
    assert next(iter(FORMAT)) == "terminal"
    with pytest.raises(KeyError):
        tulis([], "xml")


def test_reviu_dibuat_satu_demi_satu() -> None:
    """The first review is written before the second is made."""
    dibuat: list[int] = []

    def malas() -> Iterator[Reviu]:
        for n in range(2):
            dibuat.append(n)
            yield contoh()

    potongan = tulis(malas(), "terminal", Opsi())
    next(potongan)
    assert dibuat == [0]


def test_kamus_aturan_yang_tidak_dikenal() -> None:
    kamus = Kamus("en")
    assert kamus.judul("XYZ01") == ""
    assert kamus.pesan(TEMUAN[2]) == "The text says meningkat, but the figures are 5, 4."
