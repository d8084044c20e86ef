"""The data files of the package, each read by the converter: it holds what it should, and nothing else.

At run time most of them are taken as they are, since the converter costs more than the reading, and every wheel has
passed these tests. What the law says is compared with what the package made of it.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest

import sakip
from sakip.errors import SumberError
from sakip.hukum import akip, ordinal, regulasi, skala
from sakip.hukum.akip import EvaluasiAkip
from sakip.hukum.ordinal import SkalaOrdinal
from sakip.hukum.regulasi import (
    Batas,
    Keyakinan,
    Klausul,
    MetodeEfisiensi,
    Peraturan,
    Polaritas,
    RumusBaku,
    TargetNol,
)
from sakip.hukum.rumus import Rumus, Suku
from sakip.hukum.skala import Kelas, Skala
from sakip.konversi.data import urai_toml
from sakip.konversi.konverter import Bentuk, Konverter, daftar, peta
from sakip.konversi.nilai import BentukError, Hook, Pilihan, harus, logis, pecahan, tanggal, teks, teks_isi
from sakip.konversi.pohon import jenis
from sakip.model.peran import konverter_peran
from sakip.model.tabel import BARIS_KATA, JENIS_BARIS
from sakip.tulis.kkr.butir_uji import DaftarUji
from sakip.tulis.kkr.pernyataan import Bunyi

PAKET = Path(sakip.__file__).parent
for _kelas in (Suku, Rumus, MetodeEfisiensi, Peraturan, EvaluasiAkip):
    # What the law itself imports for type checkers only.
    attrs.resolve_types(_kelas, localns={"Hashable": Hashable, "Mapping": Mapping, "date": date})


# -- the law --------------------------------------------------------------------------------------------------------


@attrs.frozen(slots=True, kw_only=True)
class IsiPita:
    """What `rumus.toml` says of band targets."""

    di_dalam: Fraction


@attrs.frozen(slots=True, kw_only=True)
class IsiRumus:
    """The content of `rumus.toml`."""

    terakhir_diperiksa: date
    rumus: dict[str, RumusBaku]
    efisiensi: dict[str, MetodeEfisiensi]
    polaritas: dict[str, Polaritas]
    pita: IsiPita
    batas: dict[str, Batas]
    target_nol: dict[str, TargetNol]


@attrs.frozen(slots=True, kw_only=True)
class IsiPeraturan:
    """The content of `peraturan.toml`."""

    terakhir_diperiksa: date
    peraturan: dict[str, Peraturan]


@attrs.frozen(slots=True, kw_only=True)
class IsiSkala:
    """The content of `skala.toml`."""

    terakhir_diperiksa: date
    skala: dict[str, Skala]
    ordinal: dict[str, SkalaOrdinal]


@attrs.frozen(slots=True, kw_only=True)
class IsiAkip:
    """The content of `akip.toml`."""

    terakhir_diperiksa: date
    evaluasi: dict[str, EvaluasiAkip]


def _keyakinan(nilai: Any, _: Any) -> Keyakinan:
    """Written for every record: what was not verified says so."""
    if jenis(nilai) == "logis":
        return Keyakinan(logis(nilai))
    if nilai == Keyakinan.PRAKTIK.value:
        return Keyakinan.PRAKTIK
    raise harus(f'true, false atau "{Keyakinan.PRAKTIK.value}"', nilai)


RUMUS = tuple(a.name for a in attrs.fields(Rumus))
"""The keys of a formula itself, which stand beside what is said of it."""


def _pisah(isi: Mapping[str, Any]) -> dict[str, Any]:
    return {k: x for k, x in isi.items() if k not in RUMUS} | {"rumus": {k: isi[k] for k in RUMUS if k in isi}}


def _periksa_keyakinan(isi: Mapping[str, Any]) -> list[BentukError]:
    return [] if "terverifikasi" in isi else [BentukError("kunci wajib tidak ada", "terverifikasi")]


def _kunci(atribut: str) -> str:
    return "terverifikasi" if atribut == "keyakinan" else atribut


def _hukum() -> Konverter:
    conv = Konverter()
    conv.register_structure_hook(Fraction, pecahan)
    conv.register_structure_hook(date, tanggal)
    conv.register_structure_hook(Keyakinan, _keyakinan)

    def bernama(nama: str = "nama", **lain: Any) -> Bentuk:
        return Bentuk(kunci=_kunci, nama=nama, periksa=_periksa_keyakinan, **lain)

    suku = daftar(conv.hook(Suku))
    isi_rumus = {k: suku if k in {"pembilang", "penyebut"} else pecahan for k in RUMUS}
    klausul = peta(conv.hook(Klausul), sebagai="nama")
    conv.bentuk |= {
        Suku: Bentuk(hook={"dari": daftar(teks_isi)}),
        Rumus: Bentuk(hook=isi_rumus),
        RumusBaku: bernama(siapkan=_pisah, tambahan=isi_rumus, hook={"judul": teks_isi}),
        **dict.fromkeys((Polaritas, Batas, TargetNol, Skala, SkalaOrdinal), bernama()),
        MetodeEfisiensi: bernama(hook={"langkah": peta(daftar(teks_isi))}),
        Kelas: Bentuk(hook={"label": teks_isi}),
        Klausul: bernama(hook={"isi": teks_isi}),
        Peraturan: bernama("kode", hook={"judul": teks_isi, "klausul": Hook(lambda isi: tuple(klausul(isi).values()))}),
        EvaluasiAkip: bernama(hook={"bagian": peta(pecahan), "jawaban": peta(pecahan)}),
    }
    # The day stands once, at the head of the file.
    conv.bentuk[Peraturan] = attrs.evolve(
        conv.bentuk[Peraturan],
        siapkan=lambda isi: {**isi, "terakhir_diperiksa": date.min.isoformat()},
    )
    return conv


# -- words ----------------------------------------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class IsiBentuk:
    """An entry of `bentuk.toml`."""

    arti: str
    bentuk: str
    contoh: tuple[tuple[str, dict[str, str]], ...]
    bukan: tuple[str, ...] = ()
    kapital: bool = False
    polaritas: str = attrs.field(default="", validator=Pilihan("positif", "negatif"))
    varian: str = ""


@attrs.frozen(kw_only=True)
class IsiIstilah:
    """An entry of `istilah.toml`."""

    arti: str
    kata: tuple[str, ...] = ()
    arti_kata: dict[str, str] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class IsiPolaritas:
    """What `kosakata.toml` says of polarities."""

    kata: dict[str, tuple[str, ...]]
    negatif: tuple[str, ...]
    penanganan: tuple[str, ...]


@attrs.frozen(kw_only=True)
class IsiKosakata:
    """The content of `kosakata.toml`."""

    judul: dict[str, tuple[str, ...]]
    baris: dict[str, tuple[str, ...]]
    bagian: dict[str, tuple[str, ...]]
    label: dict[str, tuple[str, ...]]
    polaritas: IsiPolaritas
    nama_tabel: dict[str, str]


def _contoh(nilai: Any) -> tuple[str, dict[str, str]]:
    if not isinstance(nilai, list) or len(nilai) != 2:
        raise harus("kalimat dan yang terbaca darinya", nilai)
    return teks_isi(nilai[0]), peta(teks)(nilai[1])


def _periksa_istilah(isi: Mapping[str, Any]) -> list[BentukError]:
    return [] if ("kata" in isi) != ("arti_kata" in isi) else [BentukError("perlu satu: kata atau arti_kata", "kata")]


def _kata() -> Konverter:
    conv = Konverter()
    frasa = daftar(teks_isi)
    conv.bentuk |= {
        IsiBentuk: Bentuk(hook={"arti": teks_isi, "bentuk": teks_isi, "contoh": daftar(Hook(_contoh)), "bukan": frasa}),
        IsiIstilah: Bentuk(hook={"arti": teks_isi}, periksa=_periksa_istilah),
        IsiPolaritas: Bentuk(hook={"kata": peta(frasa, boleh=("positif", "negatif", "stabil"))}),
        IsiKosakata: Bentuk(
            hook={
                "judul": peta(frasa, boleh=("umum",)),
                "baris": peta(frasa, boleh=sorted(JENIS_BARIS - BARIS_KATA - {"rincian"})),
                "label": peta(frasa, boleh=("skala",)),
            }
        ),
    }
    return conv


# -- all of them ----------------------------------------------------------------------------------------------------

PERAN, BERKAS_PERAN = konverter_peran()
BERKAS: dict[str, tuple[Any, Konverter]] = {
    "hukum/rumus.toml": (IsiRumus, _hukum()),
    "hukum/peraturan.toml": (IsiPeraturan, _hukum()),
    "hukum/skala.toml": (IsiSkala, _hukum()),
    "hukum/akip.toml": (IsiAkip, _hukum()),
    "model/peran.toml": (BERKAS_PERAN, PERAN),
    "teks/bentuk.toml": (dict[str, dict[str, IsiBentuk]], _kata()),
    "teks/istilah.toml": (dict[str, IsiIstilah], _kata()),
    "pembaca/tafsir/kosakata.toml": (IsiKosakata, _kata()),
    "tulis/kkr/daftar_uji.toml": (DaftarUji, Konverter()),
    "tulis/kkr/pernyataan.toml": (Bunyi, Konverter()),
}


def baca(nama: str, *ganti: str) -> Any:
    """The content of a file, once texts in it were replaced."""
    isi = (PAKET / nama).read_text("utf-8")
    for lama, baru in zip(ganti[::2], ganti[1::2], strict=True):
        assert lama in isi
        isi = isi.replace(lama, baru, 1)
    return urai_toml(isi, nama.rpartition("/")[2], *BERKAS[nama])


def salah(nama: str, *ganti: str) -> list[str]:
    """What is wrong with it then."""
    with pytest.raises(SumberError) as e:
        baca(nama, *ganti)
    return list(map(str, e.value.masalah))


def test_tiap_berkas_data_dibaca_konverter() -> None:
    assert {b.relative_to(PAKET).as_posix() for b in PAKET.rglob("*.toml")} == BERKAS.keys()


@pytest.mark.parametrize("nama", BERKAS)
def test_berkas_tidak_salah(nama: str) -> None:
    assert baca(nama)


def test_hukum_seperti_dipakai() -> None:
    """What the package makes of the files of the law is what the converter makes of them."""
    r, p, s, a = (baca(f"hukum/{n}.toml") for n in ("rumus", "peraturan", "skala", "akip"))
    assert r.rumus == regulasi.daftar_rumus()
    assert r.batas == regulasi.daftar_batas()
    assert r.pita.di_dalam == regulasi.di_dalam_pita()
    assert list(r.polaritas.values()) == list(map(regulasi.ambil_polaritas, r.polaritas))
    assert list(r.target_nol.values()) == list(map(regulasi.ambil_target_nol, r.target_nol))
    assert list(r.efisiensi.values()) == list(map(regulasi.ambil_efisiensi, r.efisiensi))
    hari = p.terakhir_diperiksa
    assert {k: attrs.evolve(x, terakhir_diperiksa=hari) for k, x in p.peraturan.items()} == regulasi.daftar_peraturan()
    assert s.skala == skala.daftar_skala()
    assert s.ordinal == {k: x for k, x in ordinal.daftar_ordinal().items() if k not in s.skala}
    assert list(a.evaluasi.values()) == list(map(akip.ambil_evaluasi, a.evaluasi))


def test_semua_yang_salah_disebut_dengan_baris_dan_kunci() -> None:
    assert salah(
        "hukum/skala.toml",
        'terverifikasi = "praktik"',
        'terverifikasi = "mungkin"',
        'label = "Tinggi", bawah = 75',
        'label = "Tinggi", bawa = 75',
        "[skala.efisiensi_pmk214]",
        '[skala.efisiensi_pmk214]\nnama = "lain"',
        'judul = "Mutu, seperti disebut laporan"',
        "judul = 5",
        'label = "Cukup Berhasil"',
        'label = " "',
    ) == [
        "skala.toml:9: skala.permendagri86_laporan.terverifikasi: harus true, false atau \"praktik\", bukan 'mungkin'",
        "skala.toml:13: skala.permendagri86_laporan.kelas.bawa: kunci tidak dikenal; maksud Anda 'bawah'?",
        "skala.toml:46: skala.efisiensi_pmk214.nama: kunci tidak dikenal",
        "skala.toml:103: ordinal.mutu.judul: harus teks, bukan 5",
        "skala.toml:130: ordinal.keberhasilan.kelas.label: tidak boleh kosong",
    ]


@pytest.mark.parametrize(
    ("nama", "ganti", "pesan"),
    [
        ("hukum/rumus", ("[rumus.positif]\njenis", "[rumus.positif]\njens"), "rumus.positif.jenis: kunci wajib"),
        ("hukum/rumus", ("penyebut_nol = 100", "penyebut_nol = true"), "rumus.negatif_d.penyebut_nol: true: tulis"),
        ("hukum/rumus", ("di_dalam = 100", "di_dalam = 1e2"), "pita.di_dalam: 1e2: tulis bilangan bulat"),
        ("hukum/rumus", ("pita = true", 'pita = "ya"'), "polaritas.stabil.pita: harus true atau false, bukan 'ya'"),
        (
            "hukum/rumus",
            ('{ koef = 100, dari = ["realisasi"] }', '{ koef = 100, dari = ["a", "a"] }'),
            "rumus.positif.pembilang: sebuah suku tidak boleh memuat angka yang sama dua kali",
        ),
        ("hukum/rumus", ('e_per_20 = ["e_per_20"]', 'e_per_20 = "e"'), "efisiensi.pmk214.langkah.e_per_20: harus daf"),
        ("hukum/rumus", ("batas_bawah = 0", "batas_bwah = 0"), "rumus.ne_terbatas.batas_bwah: kunci tidak dikenal"),
        ("hukum/rumus", ("terverifikasi = true\n", ""), "rumus.positif.terverifikasi: kunci wajib tidak ada"),
        (
            "hukum/peraturan",
            ("sejak = 2014", 'sejak = "2014"'),
            "peraturan.perpres_29_2014.sejak: harus bilangan bulat",
        ),
        ("hukum/peraturan", ("isi = ", "bunyi = "), "peraturan.permenpanrb_53_2014.klausul.bab_iii_a.isi: kunci wajib"),
        ("hukum/akip", ("keberadaan =", "keberadaan.x ="), "evaluasi.permenpanrb_88_2021.bagian.keberadaan: "),
        ("hukum/akip", ("2026-11-24", "2026-11-24T00:00:00"), "terakhir_diperiksa: 2026-11-24T00:00:00 bukan tanggal"),
        ("hukum/akip", ("bobot = 15", "bobot = 1.5"), "evaluasi.permenpanrb_88_2021.komponen.bobot: 1.5: tulis"),
        (
            "teks/istilah",
            ('arti = "Parts', 'arty = "Parts'),
            "bagian_tahun.arty: kunci tidak dikenal; maksud Anda 'arti'",
        ),
        ("teks/istilah", ('kata = ["triwulan"', 'kata = [5, "triwulan"'), "bagian_tahun.kata: harus teks, bukan 5"),
        ("teks/istilah", ('\nkata = ["triwulan"', '\n# ["'), "bagian_tahun.kata: perlu satu: kata atau arti_kata"),
        (
            "teks/bentuk",
            ('["sejak 17 Okt. ada", {}]', '["sejak"]'),
            "bukan_angka.tanggal.contoh: harus kalimat dan yang",
        ),
        ("pembaca/tafsir/kosakata", ("subtotal =", "sub_total ="), "baris.sub_total: kunci tidak dikenal; maksud Anda"),
        ("tulis/kkr/daftar_uji", ("dasar = ", "dasr = "), "dasr: kunci tidak dikenal; maksud Anda 'dasar'?"),
    ],
)
def test_yang_salah(nama: str, ganti: tuple[str, str], pesan: str) -> None:
    semua = salah(f"{nama}.toml", *ganti)
    assert any(f": {pesan}" in s for s in semua), semua
