"""The catalogue of rules: each finds the fault of its own example there, and nothing in the mended one."""

from __future__ import annotations

import os
import pickle
import re
import subprocess
import sys
from functools import cache
from string import Formatter
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs
import pytest
from tests.kedalaman import sedalam

from sakip.angka.cetakan import baca_sel
from sakip.angka.lokasi import Lokasi
from sakip.aturan import bersifat, katalog
from sakip.aturan.definisi import KEPARAHAN, SIFAT, Aturan
from sakip.hukum.regulasi import kutipan
from sakip.model.narasi import PeringkatKlaim, Rujukan
from sakip.model.sel import Sel
from sakip.model.tabel import Tabel
from sakip.relasi import Evaluasi, Putusan, Sama, Syarat
from sakip.teks.nama import baku
from sakip.tinjauan.engine import reviu
from sakip.tulis.kkr.butir_uji import muat
from sakip.tulis.words.catalogue import BAHASA
from sakip.tulis.words.kamus import Kamus, pesan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sakip.fakta import Register
    from sakip.model.laporan import Laporan
    from sakip.relasi import Relasi
    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.engine import Reviu

KATALOG = katalog()
MENURUT_KODE = {a.kode: a for a in KATALOG}
ucap = Kamus("id").ucap
SEMUA = pytest.mark.parametrize("a", KATALOG, ids=[a.kode for a in KATALOG])


class Harapan(NamedTuple):
    """What a finding says where it is not simply one printed cell for another."""

    tabel: str | None
    kolom: str | None
    tertulis: str
    seharusnya: str


PELATIHAN = "PK eselon IV Kepala Seksi Pelatihan Dasar"
UMUM = "PK eselon IV Kepala Sub Bagian Umum"

HARAPAN = {
    "KIN10": Harapan("Tabel 3.1", "capaian", "110,00%", "polaritas"),
    "KIN12": Harapan("Tabel 3.1", "capaian", "110,00%", "rumus negatif"),
    "KIN13": Harapan("Tabel 3.1", "capaian", "110,00%", "satu rumus"),
    "KIN11": Harapan("Tabel 3.1", "capaian", "WDP", "urutan predikatnya"),
    "ANG07": Harapan("Tabel 2.1", "pagu", "2.01 Kegiatan Promosi Produk tanpa baris program", "baris program"),
    "IDN02": Harapan("Tabel 1.3", None, "1 judul berbeda", "sama dengan daftar tabel"),
    "IDN03": Harapan("Tabel 3.1", None, "judul 2024, kolom 2025", "tahun yang sama"),
    "KAS03": Harapan("Tabel 2.1", "pagu", "02.2.01.0002", "tercantum pada satu PK eselon IV"),
    "KAS04": Harapan(
        "PK eselon IV Kepala Seksi Penyusunan Modul", "1.2 anggaran", "02.2.01.0001", "Kepala Seksi Pelatihan Dasar"
    ),
    "KAS05": Harapan(PELATIHAN, "atasan", "Kepala Dinas Contoh", "Kepala Bidang Pelatihan"),
    "KAS06": Harapan(PELATIHAN, "jabatan_formulir", "Kepala Seksi Magang", "Kepala Seksi Pelatihan Dasar"),
    "KAS07": Harapan(PELATIHAN, "pihak_supervisi", "PIHAK PERTAMA", "PIHAK KEDUA"),
    "KAS08": Harapan("PK eselon II Kepala Dinas Contoh", "1. anggaran", "APBD", "memuat juga DBHCHT"),
    "KAS09": Harapan("PK eselon IV Kepala Seksi Bidang Pelatihan", "1.1 target", "500 Orang", "dibagi"),
    "KIN08": Harapan("Tabel 3.1", "capaian", "85,00%", "kategori"),
    "KON02": Harapan("Formulir IKU Kepala Dinas Contoh", None, "1 dari 2", "semua indikator"),
    "KON03": Harapan("Tabel 3.4", "realisasi", "1 indikator", "lengkap"),
    "KON06": Harapan("Tabel 2.4", "target", "1 indikator", "sama di setiap daftar"),
    "KON07": Harapan("Tabel 3.1", "realisasi", "1 indikator", "diperjanjikan dan diukur"),
    "KON08": Harapan("Tabel 2.1", "sasaran", "Meningkatnya usaha", "berindikator"),
    "KON04": Harapan("Tabel 3.5", None, "tidak ada kolom atau baris", "standar nasional"),
    "MET01": Harapan(None, None, "PMK 214/PMK.02/2017", "PMK 22/PMK.02/2021"),
    "MET02": Harapan(None, None, "90 < x < 91", "tanpa celah"),
    "NAM01": Harapan("Tabel 2.1", "nama", "1 nama anggaran", "satu ejaan"),
    "NOM02": Harapan("PK eselon III Kepala Bidang Pelatihan", "1.3", "1 formulir", "berurutan dari 1"),
    "NOT05": Harapan("Tabel 1.1", "nama", "P = pria (Tabel 1.2)", "satu kode"),
    "NOT06": Harapan("Tabel 3.3", "realisasi", "Capaian 2025 (Tabel 3.3)", "berjudul realisasi"),
    "PKJ06": Harapan(UMUM, "1.2", "1 indikator", "bertarget"),
    "PKJ08": Harapan(UMUM, "1.1 target", "2 sub kegiatan bertarget, 1 beranggaran", "sama banyak"),
    "PRN01": Harapan("Pernyataan Telah Direviu", None, "1 kesalahan", "paragraf penjelas"),
    "SER01": Harapan("Tabel 2.2", "target_iku@2023", "tahun 2023–2026", "tahun 2024–2027"),
    "TAB04": Harapan("Tabel 1.2", "rincian:SMA L", "Sekretariat 18 laki-laki dan 11 perempuan", "12 dan 17"),
    "TAB05": Harapan("Tabel 1.1", "rincian:Pria", "Tabel 1.1 jumlah tanpa jumlah", "terisi"),
    "TAB09": Harapan("Tabel 3.8", "realisasi_anggaran", "JUMLAH 1.200.000", "kolom realisasi_anggaran berangka"),
}
"""Findings on a structure, where the two examples differ by more, or by less, than a cell."""

BERSAMA = {"PRN01": "ANG03"}
"""Rules on the findings of others: their example has one of those too."""

DILAPORKAN = {"SER02": "FAK01"}
"""Rules whose finding bears another code."""


TANPA_TEMPAT = {"MET02"}
"""Rules whose example prints nothing at a place."""


def beda(salah: Any, benar: Any) -> Iterator[tuple[object, object]]:
    """The smallest parts in which two reports differ, places aside."""
    if salah == benar or isinstance(salah, Lokasi):
        return
    if isinstance(salah, Sel) and isinstance(benar, Sel) and salah.teks == benar.teks:
        return
    if isinstance(salah, tuple) and isinstance(benar, tuple) and len(salah) == len(benar):
        for x, y in zip(salah, benar, strict=True):
            yield from beda(x, y)
    elif type(salah) is type(benar) and not isinstance(salah, Sel) and attrs.has(type(salah)):
        for atribut in (f for f in attrs.fields(type(salah)) if f.init):
            yield from beda(getattr(salah, atribut.name), getattr(benar, atribut.name))
    else:
        yield salah, benar


def contoh(a: Aturan) -> tuple[Laporan, Laporan]:
    assert a.contoh_salah is not None, f"{a.kode} tidak mempunyai contoh"
    assert a.contoh_benar is not None
    return a.contoh_salah(), a.contoh_benar()


@cache
def reviu_salah(kode: str) -> Reviu:
    """The review of the bad example of a rule."""
    return reviu(contoh(MENURUT_KODE[kode])[0])


def satu_temuan(a: Aturan) -> Temuan:
    r = reviu_salah(a.kode)
    assert not r.galat
    milik = [t for t in r.temuan if t.kode != BERSAMA.get(a.kode)]
    assert [t.kode for t in milik] == [DILAPORKAN.get(a.kode, a.kode)], [(t.kode, pesan(t)) for t in r.temuan]
    assert len(r.temuan) == 1 + (a.kode in BERSAMA)
    return milik[0]


def ringkas(r: Reviu) -> tuple[object, ...]:
    """What a review says, without the identity of its objects."""
    relasi = [(h.kode, h.relasi.uraian, h.evaluasi) for h in r.relasi]
    return r.temuan, relasi, r.galat, r.cakupan


# -- examples --------------------------------------------------------------------------------------------------


def test_setiap_aturan_bercontoh() -> None:
    assert [a for a in KATALOG if a.contoh_salah is None or a.contoh_benar is None] == []


@SEMUA
def test_contoh_benar_tanpa_temuan(a: Aturan) -> None:
    r = reviu(contoh(a)[1])
    assert [(t.kode, pesan(t)) for t in r.temuan] == []
    assert not r.galat
    assert all(h.putusan in {Putusan.SESUAI, Putusan.PEMBULATAN} for h in r.relasi)


@SEMUA
def test_contoh_salah_satu_temuan(a: Aturan) -> None:
    """One finding, under the rule's code and severity, at the figure that differs, with the value it should have."""
    t = satu_temuan(a)
    assert (t.keparahan, t.dasar) == (a.keparahan, a.dasar)
    sel = [(x, y) for x, y in beda(*contoh(a)) if isinstance(x, Sel) and isinstance(y, Sel)]
    if t.alternatif:  # where none is blamed, the figure that differs is among those named
        (p,) = [p for x in t.alternatif for p in x if p.lokasi == sel[0][0].lokasi]
        t = attrs.evolve(t, lokasi=(p.lokasi,), tertulis=p.tertulis, seharusnya=p.seharusnya, kunci="operan")
    harapan = HARAPAN.get(a.kode)
    if harapan is not None:
        assert (t.lokasi[0].tabel, t.lokasi[0].kolom) == harapan[:2]
        assert harapan.tertulis in ucap(t.tertulis)
        assert harapan.seharusnya in ucap(t.seharusnya)
        return
    salah, benar = sel[0]
    assert t.lokasi[0] == salah.lokasi
    assert any(salah.teks in ucap(x) for x in (t.tertulis, *t.bukti))
    if t.kunci in {"hasil", "sama", "operan", "label"}:
        assert t.tertulis == salah.teks
        if benar.angka is None:
            assert baku(t.seharusnya) == baku(benar.teks)
        else:
            seharusnya = baca_sel(t.seharusnya, benar.angka.jenis)
            assert getattr(seharusnya, "nilai", None) == benar.angka.nilai
    else:
        assert t.seharusnya or a.kode in {"BAC01", "KIN06"}


@SEMUA
def test_contoh_berbeda_satu_hal(a: Aturan) -> None:
    """The two examples are small, and differ in one figure, line or word (or in the cells that one slip makes)."""
    salah, benar = contoh(a)
    assert (
        1
        <= len(list(beda(salah, benar)))
        <= {"BAC01": 2, "KIN10": 2, "KIN12": 2, "TAB04": 2, "SER01": 4, "NAR04": 2, "NOM02": 2, "NOT05": 2}.get(
            a.kode, 1
        )
    )
    for lap in (salah, benar):
        assert all(len(t.baris) <= 4 for t in lap.tabel)
        assert lap.instansi == "Dinas Contoh Kota Contoh"


@SEMUA
def test_pesan_dalam_dua_bahasa(a: Aturan) -> None:
    t = satu_temuan(a)
    for bahasa in BAHASA:
        teks = [pesan(t, bahasa), *(pesan(d, bahasa) for d in t.dugaan), *(pesan(x, bahasa) for x in t.akibat)]
        assert not any(not x or "{" in x or "None" in x for x in teks)
    assert pesan(t, "id") != pesan(t, "en") or a.kode == "MET02"
    assert re.fullmatch(r"[0-9a-f]{12}", t.id)


# -- the catalogue itself --------------------------------------------------------------------------------------


def test_kode_unik_dan_urut() -> None:
    kode = [a.kode for a in KATALOG]
    assert kode == sorted(set(kode))
    assert len(kode) >= 40


@SEMUA
def test_keterangan_lengkap(a: Aturan) -> None:
    assert re.fullmatch(r"[A-Z]{3}\d{2}", a.kode)
    assert a.keluarga == a.kode[:3]
    pasangan = [(a.judul, a.title), (a.memeriksa, a.checks), (a.penting, a.matters)]
    for indonesia, inggris in pasangan:
        assert indonesia.strip()
        assert inggris.strip()
        assert indonesia != inggris
    assert a.memeriksa[-1] == a.checks[-1] == "."
    assert a.keparahan in KEPARAHAN
    assert a.sejak
    assert all(kutipan(d) for d in a.dasar)
    for indonesia, inggris in a.kalimat.values():
        assert indonesia
        isi = [{n for _, n, _, _ in Formatter().parse(pola) if n} for pola in (indonesia, inggris)]
        assert isi[0] == isi[1]
    assert bool(a.celah) == bool(a.reading)
    assert a.celah or a.keparahan == "kesalahan"


@SEMUA
def test_berdasar(a: Aturan) -> None:
    """A rule cites a clause, or says that it rests on practice."""
    assert a.praktik or any("#" in d for d in a.dasar)


def test_sifat() -> None:
    assert {s for a in KATALOG for s in a.sifat} == set(SIFAT)
    assert len({bersifat(s) for s in SIFAT}) == len(SIFAT)
    with pytest.raises(ValueError, match="unpack"):
        bersifat("tiada")


@SEMUA
def test_daftar_uji(a: Aturan) -> None:
    """The items of the checklist that it names are there, and it says of each only once what it is to it."""
    semua = {f"{k.nomor}.{i}": b for k in muat().kelompok for i, b in enumerate(k.butir, 1)}
    assert set(a.daftar_uji) | set(a.daftar_uji_bersama) <= set(semua)
    assert not set(a.daftar_uji) & set(a.daftar_uji_bersama)
    assert all(semua[b].peran for b in a.daftar_uji_bersama)
    assert not any(semua[b].semua for b in a.daftar_uji)


def test_aturan_tanpa_contoh() -> None:
    asing = uji("XYZ99", langsung)
    assert (asing.contoh_salah, asing.contoh_benar, asing.keluarga) == (None, None, "XYZ")


def test_katalog_tidak_berubah_oleh_reviu() -> None:
    sebelum = [attrs.asdict(a, recurse=False) for a in katalog()]
    for a in KATALOG:
        reviu(contoh(a)[0])
    assert [attrs.asdict(a, recurse=False) for a in katalog()] == sebelum
    assert katalog() == KATALOG
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        KATALOG[0].keparahan = "catatan"  # type: ignore[misc] # what it must refuse


# -- runs ------------------------------------------------------------------------------------------------------


@SEMUA
def test_dua_kali_sama(a: Aturan) -> None:
    assert ringkas(reviu_salah(a.kode)) == ringkas(reviu(contoh(a)[0]))


@SEMUA
def test_reviu_dapat_dipickle(a: Aturan) -> None:
    r = reviu_salah(a.kode)
    lain = pickle.loads(pickle.dumps(r))  # noqa: S301 - our own bytes
    assert [t.id for t in lain.temuan] == [t.id for t in r.temuan]
    assert ringkas(lain) == ringkas(r)
    assert lain.laporan == r.laporan
    assert lain.hitung_putusan() == r.hitung_putusan()


def test_sama_dengan_hash_acak() -> None:
    """Nothing depends on the order of a set: another seed of the hash gives the same output."""
    perintah = (
        "from sakip import pesan; from sakip.tinjauan.engine import reviu; from sakip.aturan import katalog\n"
        "for a in katalog():\n"
        "    r = reviu(a.contoh_salah())\n"
        "    print(a.kode, [(t.id, pesan(t), t.bukti) for t in r.temuan], [str(h.relasi.uraian) for h in r.relasi])\n"
    )
    hasil = {
        subprocess.run(
            [sys.executable, "-c", perintah],
            capture_output=True,
            check=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONHASHSEED": benih, "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for benih in ("1", "2", "3")[: max(2, sedalam(3))]
    }
    assert len(hasil) == 1
    assert "ANG01" in hasil.pop()


def test_pilihan_dan_abaikan() -> None:
    salah = contoh(next(a for a in KATALOG if a.kode == "ANG01"))[0]
    assert not reviu(salah, abaikan=["ANG"]).temuan
    assert not reviu(salah, pilih=["TAB"]).temuan
    r = reviu(salah, pilih=["ANG01"], abaikan=["ANG"])
    assert [t.kode for t in r.temuan] == ["ANG01"]
    assert {h.kode for h in r.relasi} == {"ANG01"}


def pindahkan(benda: Any) -> Any:
    """The same report, its lines further down, its tables renumbered."""
    if isinstance(benda, Lokasi):
        return attrs.evolve(benda, baris=(benda.baris or 0) + 7, asal=99)
    if isinstance(benda, tuple):
        return tuple(pindahkan(x) for x in benda)
    if isinstance(benda, PeringkatKlaim | Rujukan):
        return attrs.evolve(benda, tabel=f"9{benda.tabel}" if benda.tabel else "")
    if type(benda).__module__.startswith("sakip.model") and attrs.has(type(benda)):
        isi = {f.name: pindahkan(getattr(benda, f.name)) for f in attrs.fields(type(benda)) if f.init}
        return attrs.evolve(benda, **isi | ({"nomor": f"9{benda.nomor}"} if isinstance(benda, Tabel) else {}))
    return benda


@pytest.mark.parametrize("a", [pytest.param(a, id=a.kode) for a in KATALOG])
def test_id_bertahan(a: Aturan) -> None:
    """The fingerprint of a finding survives moved lines and renumbered tables, and tells findings apart."""
    salah = contoh(a)[0]
    pindah = pindahkan(salah)
    assert a.kode in TANPA_TEMPAT or pindah != salah
    assert satu_temuan(a).id in {t.id for t in reviu(pindah).temuan if t.kode != BERSAMA.get(a.kode)}


@SEMUA
def test_tempat_tanpa_judul(a: Aturan) -> None:
    """A table without a number and a title is left out of the place, with what parts it from the line."""
    for lap in contoh(a):
        tanpa = attrs.evolve(lap, tabel=tuple(attrs.evolve(t, nomor="", judul="") for t in lap.tabel))
        tempat = [pesan(x) for t in reviu(tanpa).temuan for x in (t.tempat, *t.bukti, *(o.nama for o in t.operan))]
        assert [x for x in tempat if re.search(r"(?:^|[(;])\s*,|,\s*(?:$|[);,])|\(\)", x)] == []


def test_id_unik() -> None:
    id_temuan = [satu_temuan(a).id for a in KATALOG]
    assert len(set(id_temuan)) == len(id_temuan)


# -- rules that fail themselves --------------------------------------------------------------------------------


def uji(kode: str, jalankan: Callable[[Register], Iterable[Relasi]]) -> Aturan:
    return Aturan(
        kode=kode, judul="Uji", title="Test", memeriksa="x", checks="y", penting="x", matters="y", jalankan=jalankan
    )


def langsung(_: Register) -> Iterable[Relasi]:
    raise ZeroDivisionError("sengaja")


def di_tengah(reg: Register) -> Iterator[Relasi]:
    yield Syarat(kode="UJI01", uraian="sempat", terpenuhi=True, bukti=(reg.butir[0],))
    raise ZeroDivisionError("sengaja")


@attrs.frozen(slots=True, eq=False, kw_only=True)
class SamaRusak(Sama):
    """A relation that breaks when it is evaluated."""

    def evaluasi(self) -> Evaluasi:
        raise ZeroDivisionError("sengaja")


def saat_dievaluasi(reg: Register) -> Iterator[Relasi]:
    yield SamaRusak(kode="UJI01", uraian="rusak", cetakan=tuple(reg.butir[:2]))


@attrs.frozen(slots=True, eq=False, kw_only=True)
class SamaTakTerusulkan(Sama):
    """A relation that fails, and breaks when it is asked what would mend it."""

    def evaluasi(self) -> Evaluasi:
        return Evaluasi(Putusan.TIDAK_SESUAI)

    def dipenuhi(self, ubah: object) -> bool:
        raise ZeroDivisionError(f"sengaja {ubah is None}")


def saat_dilokalkan(reg: Register) -> Iterator[Relasi]:
    yield SamaTakTerusulkan(kode="UJI01", uraian="rusak", cetakan=tuple(reg.butir[:2]))


def kode_asing(reg: Register) -> Iterator[Relasi]:
    yield Syarat(kode="ASING1", uraian="kode lain", terpenuhi=False, bukti=tuple(reg.butir[:1]))


@pytest.mark.parametrize(
    "jalankan",
    [langsung, di_tengah, saat_dievaluasi, saat_dilokalkan, kode_asing],
)
def test_aturan_yang_gagal_tidak_mengganggu(jalankan: Callable[[Register], Iterable[Relasi]]) -> None:
    """The others report what they always do, and the failure is told."""
    salah = contoh(next(a for a in KATALOG if a.kode == "ANG01"))[0]
    r = reviu(salah, aturan=(uji("UJI01", jalankan), *KATALOG))
    utuh = reviu(salah)
    assert ringkas(r)[:2] == ringkas(utuh)[:2]
    assert r.cakupan == utuh.cakupan
    assert [g.kode for g in r.galat] == ["UJI01"]
    assert r.galat[0].pesan
    assert jalankan is kode_asing or "ZeroDivisionError: sengaja" in Kamus("id").ucap(r.galat[0].pesan)
    assert r.hitung_putusan()[Putusan.GALAT_ATURAN] == 1
    assert r.hitung_keparahan() == {"kesalahan": 1, "peringatan": 0, "catatan": 0}


def test_aturan_sendiri() -> None:
    """A rule made with the same classes reports under its own code, at the place it shows."""

    def aturan(reg: Register) -> Iterator[Relasi]:
        lokasi = Lokasi(tabel="Sampul")
        bukti = (reg.petunjuk(reg.laporan.instansi, lokasi, "Sampul"),)
        yield Syarat(
            kode="UJI02", uraian="nama instansi", terpenuhi=False, bukti=bukti, tertulis="Dinas", seharusnya="Badan"
        )

    benar = contoh(KATALOG[0])[1]
    r = reviu(benar, aturan=(uji("UJI02", aturan), *KATALOG))
    assert [(t.kode, t.lokasi, t.seharusnya) for t in r.temuan] == [("UJI02", (Lokasi(tabel="Sampul"),), "Badan")]
