"""Answers to findings: read strictly, put to the findings, and a file that is only ever added to."""

from __future__ import annotations

import json
import runpy
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tempat import TESTS

from sakip.errors import SumberError
from sakip.tinjauan.engine import Reviu
from sakip.tinjauan.tanggapan import (
    Keadaan,
    ReviuBertanggapan,
    Tanggapan,
    baca_tanggapan,
    tanggapan_untuk,
    terapkan,
    urai_tanggapan,
)
from sakip.tulis import Opsi, tulis
from sakip.tulis.keluaran import KeluaranError
from sakip.tulis.tanggapan_yaml import baru, lengkapi
from sakip.tulis.words.kamus import Kamus

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BERSAMA = runpy.run_path(str(TESTS / "tulis" / "test_tulis.py"))
contoh: Callable[[], Reviu] = BERSAMA["contoh"]

HARI_INI = date(2026, 4, 1)
A, B, C = "0123456789ab", "ba9876543210", "aaaaaaaaaaaa"
"""The ids of the findings of the example review."""

LENGKAP = f"""\
# catatan Inspektorat
- id: {A}
  status: ditolak
  alasan: >-
    Pagu mengikuti
    DPPA.
  tanggal: 2026-03-01
  sampai: 2026-12-31
  oleh: Sekretaris

- {{id: '{B}', status: diterima, tanggal: 2026-03-02}}  # sudah dibahas
- id: "{C}"
"""


def urai(teks: str, hari_ini: date = HARI_INI) -> tuple[Tanggapan, ...]:
    return urai_tanggapan(teks.encode(), "tanggapan.yaml", hari_ini=hari_ini)


def masalah(teks: str) -> list[str]:
    """What is wrong with a file of answers."""
    with pytest.raises(SumberError) as e:
        urai(teks)
    return [str(m).removeprefix("tanggapan.yaml") for m in e.value.masalah]


# -- reading -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "ubah", [str, lambda t: t.replace("\n", "\r\n"), lambda t: "\ufeff" + t, lambda t: t.rstrip("\n")]
)
def test_baca(ubah: Callable[[str], str]) -> None:
    satu, dua, tiga = urai(ubah(LENGKAP))
    assert satu == Tanggapan(
        id=A,
        status="ditolak",
        alasan="Pagu mengikuti DPPA.",
        tanggal=date(2026, 3, 1),
        sampai=date(2026, 12, 31),
        oleh="Sekretaris",
        baris=2,
    )
    assert dua == Tanggapan(id=B, status="diterima", tanggal=date(2026, 3, 2), baris=11)
    assert tiga == Tanggapan(id=C, baris=12)


@pytest.mark.parametrize("teks", ["", "\n\n", "# hanya catatan\n", "  # satu\r\n\r\n# dua", "[]", "\ufeff# x"])
def test_kosong(teks: str) -> None:
    assert urai(teks) == ()


def entri(**isi: str) -> str:
    """One answer, `id` and status filled in."""
    semua = {"id": A, "status": "diterima", "tanggal": "2026-03-01", **isi}
    return "- " + "\n  ".join(f"{k}: {v}" for k, v in semua.items()) + "\n"


@pytest.mark.parametrize(
    ("teks", "pesan"),
    [
        (entri(status="ditolak"), [":1: alasan: ditolak tanpa alasan"]),
        (entri(status="ditolak", alasan="'  '"), [":4: alasan: ditolak tanpa alasan"]),
        (entri(status="setuju"), [":2: status: 'setuju' tidak dikenal; pilih salah satu: terbuka, diterima, ditolak"]),
        (entri(status="[diterima]"), [":2: status: harus teks"]),
        (entri(tanggal="2026-04-02"), [":3: tanggal: 2026-04-02 belum tiba (hari ini 2026-04-01)"]),
        (entri(tanggal="2026-02-30"), [":3: tanggal: '2026-02-30' bukan tanggal"]),
        (entri(tanggal="20260301"), [":3: tanggal: '20260301' bukan tanggal"]),
        (entri(tanggal="1-3-2026"), [":3: tanggal: '1-3-2026' bukan tanggal"]),
        (entri(tanggal="٢٠٢٦-٠٣-٠١"), [":3: tanggal: '٢٠٢٦-٠٣-٠١' bukan tanggal"]),
        (entri(tanggal="''"), [":3: tanggal: belum diisi, padahal status diterima"]),
        (entri(tanggal=""), [":3: tanggal: tanpa isi"]),
        (entri(sampai="besok"), [":4: sampai: 'besok' bukan tanggal"]),
        (entri(sampai="2026-02-28"), [":4: sampai: 2026-02-28 lebih awal daripada tanggal tanggapan, 2026-03-01"]),
        (entri(id="'0123'"), [":1: id: '0123' bukan id temuan"]),
        (entri(id=A.upper()), [f":1: id: '{A.upper()}' bukan id temuan"]),
        (entri(alasa="x"), [":4: alasa: kunci tidak dikenal; maksud Anda 'alasan'?"]),
        (entri(zzz="x"), [":4: zzz: kunci tidak dikenal; yang ada: id, status, alasan, tanggal, sampai, oleh"]),
        (entri(oleh="{a: b}"), [":4: oleh: harus teks"]),
        ("- status: terbuka\n", [":1: id: kunci wajib tidak ada"]),
        ("- satu\n- dua\n", [":1: harus tanggapan", ":2: harus tanggapan"]),
        (f"id: {A}\n", [":1: harus daftar tanggapan: - id: …"]),
        ("teks saja\n", [":1: harus daftar tanggapan"]),
        (entri() + entri(), [f":4: id: id ganda; '{A}' sudah dipakai di baris 1"]),
        (f"- id: {A}\n  id: {B}\n", [":2: id: kunci ganda; sudah ada di baris 1"]),
        (f"- &x {{id: {A}}}\n- *x\n", [":1: jangkar", ":2: alias"]),
        ("- id: 'x\n", [":1: YAML tidak sah: tanda kutip tidak ditutup"]),
        ("# \x1b\n- x\n", [":1: karakter yang tidak dapat dicetak: U+001B"]),
    ],
)  # fmt: skip
def test_yang_salah(teks: str, pesan: list[str]) -> None:
    ada = masalah(teks)
    assert len(ada) == len(pesan), ada
    for a, p in zip(ada, pesan, strict=True):
        assert a.startswith(p)


def test_semua_masalah_sekaligus_menurut_baris() -> None:
    teks = entri(status="ditolak", tanggal="2027-01-01") + entri(id=B, warna="biru") + entri(sampai="x")
    baris = [int(m.split(":")[1]) for m in masalah(teks)]
    assert len(baris) == 5
    assert baris == sorted(baris)


def test_tanggal_dan_id() -> None:
    assert urai(entri(tanggal="2026-04-01"))[0].tanggal == HARI_INI, "today is no future"
    assert urai(entri(id=f"{A}-2"))[0].id == f"{A}-2", "one of several findings that are alike"
    besok = (date.today() + timedelta(days=2)).isoformat()  # noqa: DTZ011 - two days off is the future anywhere
    with pytest.raises(SumberError, match="belum tiba"):
        urai_tanggapan(entri(tanggal=besok).encode(), "x")


def test_berkas_yang_tidak_terbaca(tmp_path: Path) -> None:
    (tmp_path / "latin.yaml").write_bytes(b"# a\n# \xe9\n")
    for nama, pesan in (("tidak_ada.yaml", "berkas tidak ada"), ("", "ini folder"), ("latin.yaml", "bukan UTF-8")):
        with pytest.raises(SumberError, match=pesan):
            baca_tanggapan(tmp_path / nama)
    besar = tmp_path / "besar.yaml"
    besar.write_bytes(b"# \n" * 2_000_000)
    with pytest.raises(SumberError, match="terlalu besar"):
        baca_tanggapan(besar)
    with pytest.raises(SumberError, match="tidak dapat dibaca"):
        baca_tanggapan("a\0b")


@given(st.text(max_size=200))
def test_teks_apa_pun_dibaca_atau_ditolak_dengan_kalimat(teks: str) -> None:
    with suppress(SumberError):
        urai_tanggapan(teks.encode("utf-8", "replace"), "x", hari_ini=HARI_INI)


# -- put to the findings -----------------------------------------------------------


def jawab(*jawaban: Tanggapan) -> ReviuBertanggapan:
    return terapkan(contoh(), jawaban, berkas="tanggapan.yaml", hari_ini=HARI_INI)


def tanggapan(id_: str, status: str, **isi: Any) -> Tanggapan:
    return Tanggapan(id=id_, status=status, tanggal=date(2026, 3, 1), **isi)


@pytest.mark.parametrize(
    ("jawaban", "keadaan", "terbuka"),
    [
        (None, Keadaan.TERBUKA, True),
        (tanggapan(A, "terbuka"), Keadaan.TERBUKA, True),
        (tanggapan(A, "diterima"), Keadaan.DITERIMA, False),
        (tanggapan(A, "ditolak", alasan="x"), Keadaan.DITOLAK, False),
        (tanggapan(A, "ditolak", alasan="x", sampai=HARI_INI), Keadaan.DITOLAK, False),
        (tanggapan(A, "ditolak", alasan="x", sampai=date(2026, 3, 31)), Keadaan.KEDALUWARSA, True),
        (tanggapan(A, "diperbaiki"), Keadaan.BELUM_DIPERBAIKI, True),
        (tanggapan(A, "diperbaiki", sampai=date(2026, 3, 31)), Keadaan.BELUM_DIPERBAIKI, True),
    ],
)
def test_keadaan(jawaban: Tanggapan | None, keadaan: Keadaan, terbuka: bool) -> None:
    r = jawab(*([] if jawaban is None else [jawaban]))
    t = r.temuan[0]
    assert (r.keadaan(t), r.keadaan(t).terbuka) == (keadaan, terbuka)
    assert tanggapan_untuk(r, t) == (keadaan, jawaban)
    assert (t in r.terbuka) == terbuka
    assert (t in r.terjawab) != terbuka
    assert r.hitung_terbuka() == {"kesalahan": int(terbuka), "peringatan": 1, "catatan": 1}
    assert r.hitung_keparahan() == {"kesalahan": 1, "peringatan": 1, "catatan": 1}, "what was found stays found"
    assert r.kedaluwarsa == ((jawaban,) if keadaan is Keadaan.KEDALUWARSA else ())


def test_tak_berpasangan() -> None:
    lain = tanggapan("f" * 12, "diperbaiki")
    r = jawab(tanggapan(B, "diterima"), lain)
    assert r.tak_berpasangan == (lain,)
    assert r.jawaban.keys() == {B}
    assert tanggapan_untuk(contoh(), contoh().temuan[0]) == (Keadaan.TERBUKA, None), "nobody was asked"


def test_hasilnya_tetap_reviu() -> None:
    r = contoh()
    hasil = terapkan(r, [], hari_ini=HARI_INI)
    assert isinstance(hasil, Reviu)
    assert all(getattr(hasil, f.name) == getattr(r, f.name) for f in attrs.fields(Reviu))
    assert attrs.evolve(hasil, temuan=()).terbuka == ()


def test_json() -> None:
    r = jawab(
        tanggapan(A, "ditolak", alasan="sesuai DPA", oleh="Sekretaris", baris=2),
        tanggapan(B, "diterima", sampai=date(2026, 3, 2)),
        tanggapan("f" * 12, "diperbaiki"),
    )
    isi = json.loads(b"".join(x for x in tulis([r], "json", Opsi()) if isinstance(x, bytes)))
    satu, dua, tiga = (t["tanggapan"] for t in isi["temuan"])
    assert satu == {
        "keadaan": "ditolak",
        "terbuka": False,
        "status": "ditolak",
        "alasan": "sesuai DPA",
        "tanggal": "2026-03-01",
        "sampai": None,
        "oleh": "Sekretaris",
        "baris": 2,
    }
    assert (dua["status"], dua["keadaan"], dua["terbuka"]) == ("diterima", "kedaluwarsa", True)
    assert tiga is None
    semua = isi["tanggapan"]
    assert semua["terbuka"] == {"kesalahan": 0, "peringatan": 1, "catatan": 1}
    assert (semua["berkas"], semua["hari_ini"], semua["terjawab"]) == ("tanggapan.yaml", "2026-04-01", 1)
    assert [x["id"] for x in semua["kedaluwarsa"]] == [B]
    assert [(x["id"], x["status"]) for x in semua["tak_berpasangan"]] == [("f" * 12, "diperbaiki")]
    polos = BERSAMA["tulisan"](contoh(), "json")
    assert '"tanggapan"' not in polos, "no answers, no keys"


@pytest.mark.parametrize("bahasa", ["id", "en"])
@pytest.mark.parametrize("lebar", [60, 160])
def test_terminal(bahasa: str, lebar: int) -> None:
    r = jawab(
        tanggapan(A, "ditolak", alasan="sesuai\x1b[31m DPA", oleh="Sekretaris"),
        tanggapan(B, "diterima", sampai=date(2026, 3, 2)),
        tanggapan("f" * 12, "diperbaiki", baris=7),
    )
    teks = BERSAMA["tulisan"](r, bahasa=bahasa, lebar=lebar)
    assert max(map(len, teks.splitlines())) <= lebar
    assert "\x1b" not in teks
    rata = " ".join(teks.split())
    for kata in {
        "id": (
            "1 terjawab; terbuka 0 kesalahan, 1 peringatan, 1 catatan; 1 tanggapan kedaluwarsa; 1 tanggapan tak",
            "Tanggapan ditolak (2026-03-01; Sekretaris): sesuai[31m DPA",
            "Tanggapan tanggapan kedaluwarsa (2026-03-01); berlaku sampai 2026-03-02",
            "ffffffffffff diperbaiki (2026-03-01) [tanggapan.yaml:7]",
        ),
        "en": ("1 answered; open errors 0", "Answer refused (2026-03-01; Sekretaris)", "ffffffffffff mended"),
    }[bahasa]:
        assert kata in rata


# -- the file, completed -----------------------------------------------------------

KAMUS = Kamus("id")


def tambah(lama: bytes | None, r: Reviu | None = None) -> bytes:
    r = contoh() if r is None else r
    return lengkapi(baru(r, () if lama is None else urai_tanggapan(lama, "x")), lama, "x", KAMUS)


def test_berkas_baru() -> None:
    isi = tambah(None).decode()
    assert isi.startswith("# Tanggapan atas temuan reviu.")
    assert (
        "# ANG01 kesalahan | Tabel 2.1, 01 Program Penunjang Urusan, kolom pagu [tabel/2.1.csv:3 (naskah baris 32)]"
        f" | tercetak: 105.000.000 | seharusnya: 150.000.000\n- id: '{A}'\n  status: terbuka\n"
    ) in isi
    assert [(j.id, j.status) for j in urai(isi)] == [(i, "terbuka") for i in (A, B, C)]
    assert all(c.isprintable() for c in isi.replace("\n", ""))
    assert baru(contoh(), urai(isi)) == []


LAMA = [
    f"- id: {A}\n",
    f"- id: {A}",
    f"- id: {A}\r\n  status: terbuka\r\n",
    f"\ufeff- id: {A}\n",
    f"---\n# kepala\n\n  - id: {A}\n    status: diterima\n    tanggal: 2026-01-02\n",
    f"- {{id: {A}, status: diterima, tanggal: 2026-01-02}}   # x\n\n\n# kaki\n",
    f"-\n  id: {A}\n  status: ditolak\n  tanggal: 2026-01-02\n  alasan: |\n    baris satu\n\n    baris dua\n",
    f"- id: {A}\n  status: ditolak\n  tanggal: 2026-01-02\n  alasan: |+\n    baris\n\n",
    f"- id: {A}\n  status: ditolak\n  tanggal: 2026-01-02\n  alasan: tanpa kutip\n    dua baris",
    f"- 'id': '{A}' # komentar tanpa akhir baris",
    "# baru catatan",
    "",
]


@pytest.mark.parametrize("teks", LAMA)
def test_yang_ada_tidak_berubah(teks: str) -> None:
    lama = teks.encode()
    hasil = tambah(lama)
    assert hasil.startswith(lama), "byte for byte"
    dulu, kini = urai_tanggapan(lama, "x"), urai_tanggapan(hasil, "x")
    assert kini[: len(dulu)] == dulu
    assert {j.id for j in kini} == {A, B, C}
    assert tambah(hasil) == hasil
    if "\r\n" in teks:
        assert hasil.count(b"\n") == hasil.count(b"\r\n")


@pytest.mark.parametrize("teks", [f"[{{id: {A}}}]", "[]\n", f"- id: {A}\n...\n"])
def test_bentuk_yang_tidak_dapat_ditambahi_ditolak(teks: str) -> None:
    with pytest.raises(KeluaranError, match="tidak dapat ditambahi"):
        tambah(teks.encode())


@given(st.text(max_size=60))
def test_teks_laporan_tidak_merusak_berkas(teks: str) -> None:
    r = contoh()
    t = attrs.evolve(r.temuan[0], tempat=teks, tertulis=teks, seharusnya=teks)
    hasil = tambah(b"- id: ffffffffffff\n", attrs.evolve(r, temuan=(t,)))
    assert [j.id for j in urai_tanggapan(hasil, "x")] == ["f" * 12, A]
    assert len(hasil.splitlines()) == 6
