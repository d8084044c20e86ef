"""Two drafts compared: resolved, remaining, new; by sources and by outputs."""

from __future__ import annotations

import json
import runpy
from operator import getitem
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from tests.tempat import TESTS

from sakip import cli
from sakip.errors import SumberError
from sakip.tinjauan.banding import Banding, baca_hasil, bandingkan
from sakip.tulis import Opsi, tulis
from sakip.tulis.banding import tulis as tulis_banding

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sakip.tinjauan.engine import Reviu

contoh: Callable[[], Reviu] = runpy.run_path(str(TESTS / "tulis" / "test_tulis.py"))["contoh"]
folder: Callable[..., str] = runpy.run_path(str(TESTS / "cli" / "conftest.py"))["_folder"]


# -- comparing ---------------------------------------------------------------------


def test_bandingkan() -> None:
    satu, dua, tiga = contoh().temuan
    lagi = attrs.evolve(satu, id="f" * 12, tertulis="106.000.000")
    hasil = bandingkan([satu, dua], [lagi, dua, tiga])
    assert hasil == Banding((satu,), ((dua, dua),), (lagi, tiga), {"f" * 12: satu.id})
    assert bandingkan([], []) == Banding((), (), ())


def objek(r: Reviu) -> dict[str, Any]:
    """A review as the JSON contract has it."""
    hasil: dict[str, Any] = json.loads(b"".join(p for p in tulis([r], "json") if isinstance(p, bytes)))
    return hasil


def jahat() -> dict[str, Any]:
    """An output that somebody else wrote."""
    isi = objek(contoh())
    for t in isi["temuan"]:
        for k in ("kode", "tempat", "tertulis", "seharusnya", "pesan", "id"):
            t[k] += "\x1b[31m\u202e\n"
        t["lokasi"] = [{"berkas": "\x1b[2J", "baris": "x", "halaman": None}]
    isi["laporan"] = {"sumber": "\x1b", "instansi": ["x"]}
    return isi


@pytest.mark.parametrize("lebar", [60, 170])
@pytest.mark.parametrize("rinci", [False, True])
@pytest.mark.parametrize("bahasa", ["id", "en"])
def test_terminal_selalu_muat_dan_aman(lebar: int, rinci: bool, bahasa: str) -> None:
    lama, baru = objek(contoh()), jahat()
    hasil = bandingkan(lama["temuan"], baru["temuan"], ambil=getitem)
    opsi = Opsi(lebar=lebar, rinci=rinci, bahasa=bahasa)
    (teks,) = tulis_banding(lama, baru, hasil, "terminal", opsi)
    assert isinstance(teks, str)
    assert all(c.isprintable() for c in teks.replace("\n", ""))
    assert max(map(len, teks.splitlines())) <= lebar
    (isi,) = tulis_banding(lama, baru, hasil, "json", opsi)
    assert isinstance(isi, bytes)
    assert all(c.isprintable() for c in isi.decode().replace("\n", ""))


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ("", "JSON tidak sah"),
        ("{", "JSON tidak sah"),
        ('{"a": NaN}', "NaN bukan bilangan JSON"),
        ('{"a": 1, "a": 2}', "kunci ganda"),
        ("[" * 100_000, "JSON bersarang terlalu dalam|JSON tidak sah"),
        ("[{}, {}]", "memuat 2 reviu; banding membutuhkan satu"),
        ("{}", "bukan keluaran sakip reviu"),
        ('{"sakip": "1", "temuan": {}}', "x.json:1: temuan: harus daftar, bukan pemetaan"),
        ('{"sakip": "1", "temuan": []}', "x.json:1: laporan: kunci wajib tidak ada"),
        ('{"sakip": "1", "laporan": {}, "temuan": [1]}', r"x.json:1: temuan\[0\]: harus pemetaan"),
        ('{"sakip": "1", "laporan": {}, "temuan": [{"id": 1}]}', r"temuan\[0\].id: harus teks"),
        ('{"sakip": "1", "laporan": {}, "temuan": [{}]}', r"temuan\[0\].lokasi: kunci wajib tidak ada"),
    ],
)
def test_hasil_yang_salah(isi: str, pesan: str, tmp_path: Path) -> None:
    berkas = tmp_path / "x.json"
    berkas.write_text(isi, encoding="utf-8")
    with pytest.raises(SumberError, match=pesan):
        baca_hasil(berkas)


def test_hasil_dengan_temuan_yang_salah(tmp_path: Path) -> None:
    isi = objek(contoh())
    isi["temuan"][1]["id"] = isi["temuan"][0]["id"]
    isi["temuan"][2] |= {"keparahan": "gawat", "lokasi": [1]}
    berkas = tmp_path / "x.json"
    berkas.write_text(json.dumps(isi), encoding="utf-8")
    with pytest.raises(SumberError) as e:
        baca_hasil(berkas)
    ganda = isi["temuan"][0]["id"]
    assert [(m.kunci, m.pesan) for m in e.value.masalah] == [
        ("temuan[1].id", f"id ganda; {ganda!r} sudah dipakai di baris 1"),
        ("temuan[2].keparahan", "'gawat' tidak dikenal; pilih salah satu: kesalahan, peringatan, catatan"),
        ("temuan[2].lokasi[0]", "harus pemetaan 'kunci: nilai', bukan 1"),
    ]
    berkas.write_bytes(b'{"\xff"')
    with pytest.raises(SumberError, match="bukan UTF-8"):
        baca_hasil(berkas)


# -- by the command line -----------------------------------------------------------


def test_dua_putaran(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Mended, changed and still wrong, left as it was: by sources and by outputs, in any mixture."""
    lama = folder(tmp_path / "lama", pagu="105.000.000", tanggal="23 Februari 2025")
    baru = folder(tmp_path / "baru", pagu="106.000.000", tanggal="23 Februari 2025")
    benar = folder(tmp_path / "benar")
    hasil_lama = str(tmp_path / "lama.json")
    cli.main(["reviu", lama, "--format", "json", "-o", hasil_lama])
    for sisi in (lama, hasil_lama):
        assert cli.main(["banding", sisi, benar]) == 0
        keluar = capsys.readouterr().out
        assert "2 selesai, 0 tersisa, 0 baru" in keluar
        assert cli.main(["banding", sisi, lama]) == 0
        assert "0 selesai, 2 tersisa, 0 baru" in capsys.readouterr().out
        assert cli.main(["banding", sisi, baru]) == 1
        keluar = " ".join(capsys.readouterr().out.split())
        assert "1 selesai, 1 tersisa, 1 baru" in keluar
        assert "106.000.000 → 150.000.000 (sebelumnya 105.000.000)" in keluar
        assert cli.main(["banding", benar, sisi]) == 1
        capsys.readouterr()


@pytest.mark.parametrize(("ambang", "status"), [(None, 0), ("kesalahan", 0), ("peringatan", 1), ("catatan", 1)])
def test_ambang(ambang: str | None, status: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    benar, ragu = folder(tmp_path / "benar"), folder(tmp_path / "ragu", tanggal="23 Februari 2025")
    assert cli.main(["banding", benar, ragu, *(["--ambang", ambang] if ambang else [])]) == status
    assert "TEMUAN BARU (1)" in capsys.readouterr().out


def test_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lama = folder(tmp_path / "lama", pagu="105.000.000", tanggal="23 Februari 2025")
    baru = folder(tmp_path / "baru", pagu="106.000.000", tanggal="23 Februari 2025")
    tujuan = tmp_path / "banding.json"
    assert cli.main(["banding", lama, baru, "--format", "json", "-o", str(tujuan)]) == 1
    isi = json.loads(tujuan.read_text(encoding="utf-8"))
    assert list(isi) == ["sakip", "lama", "baru", "ringkasan", "temuan"]
    assert isi["ringkasan"]["baru"] == {"kesalahan": 1, "peringatan": 0, "catatan": 0}
    assert isi["ringkasan"]["tersisa"] == {"kesalahan": 0, "peringatan": 1, "catatan": 0}
    (muncul,), (tersisa,), (selesai,) = (isi["temuan"][k] for k in ("baru", "tersisa", "selesai"))
    assert muncul["sebelumnya"] == selesai["id"]
    assert tersisa["lokasi_lama"] == tersisa["lokasi"]
    assert isi["lama"]["laporan"]["sumber"] == lama
    assert cli.main(["banding", lama, baru, "--format", "json"]) == 1
    assert capsys.readouterr().out == tujuan.read_text(encoding="utf-8")


def test_pilih_berlaku_pada_keduanya(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lama = folder(tmp_path / "lama", pagu="105.000.000", tanggal="23 Februari 2025")
    hasil = str(tmp_path / "lama.json")
    cli.main(["reviu", lama, "--format", "json", "-o", hasil])
    assert cli.main(["banding", hasil, folder(tmp_path / "benar"), "--pilih", "IDN"]) == 0
    assert "1 selesai, 0 tersisa, 0 baru" in capsys.readouterr().out


def test_peringatan_bila_tak_sebanding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    benar = folder(tmp_path / "benar")
    hasil = tmp_path / "lain.json"
    cli.main(["reviu", benar, "--format", "json", "-o", str(hasil)])
    isi = json.loads(hasil.read_text(encoding="utf-8"))
    isi["aturan"], isi["laporan"]["tahun"] = "2024.1", 2024
    hasil.write_text(json.dumps(isi), encoding="utf-8")
    assert cli.main(["banding", str(hasil), benar]) == 0
    keluar = capsys.readouterr().out
    assert "instansi atau tahunnya berbeda" in keluar
    assert "versi aturannya berbeda" in keluar
    assert cli.main(["banding", benar, benar]) == 0
    assert "Perhatian" not in capsys.readouterr().out


def test_aturan_yang_gagal_bukan_bersih(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A draft whose rules failed has not been shown to have nothing new."""
    benar = folder(tmp_path / "benar")
    hasil = tmp_path / "gagal.json"
    cli.main(["reviu", benar, "--format", "json", "-o", str(hasil)])
    isi = json.loads(hasil.read_text(encoding="utf-8"))
    isi["galat"] = [{"kode": "ANG03", "pesan": "x"}]
    hasil.write_text(json.dumps(isi), encoding="utf-8")
    assert cli.main(["banding", benar, str(hasil)]) == 2
    capsys.readouterr()


@pytest.mark.parametrize(
    ("perintah", "pesan"),
    [
        (["banding", "BENAR"], "belum disebut: BARU"),
        (["banding", "tidak_ada", "juga_tidak.json"], "juga_tidak.json: berkas tidak ada"),
        (["banding", "BENAR", "BENAR", "--format", "csv"], "pilih salah satu: terminal, json"),
        (["banding", "BENAR", "BENAR", "-o", "BENAR/laporan.yaml"], "keluaran tidak boleh menimpanya"),
        (["banding", "BENAR", "BENAR", "--pilih", "ZZZ"], "tidak ada aturan yang kodenya berawalan ZZZ"),
    ],
)
def test_salah_pemakaian(
    perintah: list[str],
    pesan: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    benar = folder(tmp_path / "benar")
    assert cli.main([a.replace("BENAR", benar) for a in perintah]) == 2
    tampil = capsys.readouterr()
    assert tampil.out == ""
    assert pesan in tampil.err
    if "tidak_ada" in perintah:
        assert len(tampil.err.splitlines()) == 2, "the problems of both"
