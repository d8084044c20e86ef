"""`sakip tanggapan` and `sakip reviu --tanggapan`: a round of review as a person goes through it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.tempat import CONTOH

from sakip import baca, cli
from sakip.tinjauan.engine import reviu
from sakip.tinjauan.tanggapan import baca_tanggapan

if TYPE_CHECKING:
    from collections.abc import Callable


def isi_status(berkas: Path, status: str, lain: str = "") -> None:
    """Answer the first entry of the file as a person would."""
    teks = berkas.read_text(encoding="utf-8")
    jawaban = f"status: {status}\n  tanggal: 2026-01-02{lain}"
    berkas.write_text(teks.replace("status: terbuka\n  alasan: ''\n  tanggal: ''", jawaban, 1), encoding="utf-8")


def test_satu_putaran(salah: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    berkas = tmp_path / "tanggapan.yaml"
    assert cli.main(["tanggapan", salah, str(berkas)]) == 0
    assert capsys.readouterr().out == f"{berkas}: 1 temuan ditambahkan, 0 sudah ada\n"
    assert cli.main(["reviu", salah, "--tanggapan", str(berkas)]) == 1, "nothing is answered yet"
    asli = berkas.read_bytes()
    assert cli.main(["tanggapan", salah, str(berkas)]) == 0
    assert berkas.read_bytes() == asli
    assert "tidak ada yang ditambahkan; 1 temuan sudah ada" in capsys.readouterr().out

    isi_status(berkas, "ditolak", "\n  alasan: sesuai DPPA")
    assert cli.main(["reviu", salah, "--tanggapan", str(berkas)]) == 0
    keluar = capsys.readouterr().out
    assert "ditolak (2026-01-02): sesuai DPPA" in keluar
    assert "KESALAHAN (1)" in keluar, "answered, not hidden"
    assert cli.main(["reviu", salah]) == 1

    berkas.write_text(berkas.read_text(encoding="utf-8") + "  sampai: 2026-01-03\n", encoding="utf-8")
    assert cli.main(["reviu", salah, "--tanggapan", str(berkas)]) == 1
    assert "kedaluwarsa; temuannya terbuka lagi" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(("status", "keluar"), [("diterima", 0), ("diperbaiki", 1)])
def test_status_keluar(
    salah: str, tmp_path: Path, status: str, keluar: int, folder: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    berkas = tmp_path / "t.yaml"
    cli.main(["tanggapan", salah, str(berkas)])
    isi_status(berkas, status)
    assert cli.main(["reviu", salah, "--tanggapan", str(berkas)]) == keluar
    benar = folder(tmp_path / "benar")
    assert cli.main(["reviu", benar, "--tanggapan", str(berkas)]) == 0
    assert "tidak cocok dengan temuan mana pun" in " ".join(capsys.readouterr().out.split())


def test_tanggapan_salah_tidak_ada_yang_ditulis(salah: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    berkas, keluar = tmp_path / "t.yaml", tmp_path / "hasil.txt"
    berkas.write_text("- id: x\n  status: ditolak\n", encoding="utf-8")
    for perintah in (
        ["tanggapan", salah, str(berkas)],
        ["reviu", salah, "--tanggapan", str(berkas), "-o", str(keluar)],
    ):
        assert cli.main(perintah) == 2
        tampil = capsys.readouterr()
        assert tampil.out == ""
        baris = tampil.err.splitlines()
        assert len(baris) == 3
        assert all(b.startswith((f"{berkas}:1: ", f"{berkas}:2: ")) for b in baris)
    assert berkas.read_text(encoding="utf-8") == "- id: x\n  status: ditolak\n"
    assert not keluar.exists()
    assert cli.main(["reviu", str(tmp_path / "tidak_ada"), "--tanggapan", str(berkas)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 4, "the problems of the source too"


@pytest.mark.parametrize(
    ("perintah", "pesan"),
    [
        (["tanggapan", "SALAH", "SALAH/laporan.yaml"], "keluaran tidak boleh menimpanya"),
        (["tanggapan", "SALAH", "SALAH/narasi.yaml"], "keluaran tidak boleh menimpanya"),
        (["tanggapan", "SALAH", "SALAH/tabel/tanggapan.yaml"], "keluaran tidak boleh menimpanya"),
        (["tanggapan", "SALAH", "tidak_ada/t.yaml"], "folder tujuan tidak ada"),
        (["tanggapan", "SALAH", ""], "bukan nama berkas"),
        (["tanggapan", "SALAH", "a\0b"], "bukan nama berkas"),
        (["tanggapan", "SALAH"], "belum disebut: BERKAS"),
        (["reviu", "SALAH", "SALAH", "--tanggapan", "x"], "--tanggapan menjawab satu laporan"),
        (["reviu", "SALAH", "--tanggapan", "x.yaml", "-o", "x.yaml"], "keluaran tidak boleh menimpanya"),
        (["reviu", "SALAH", "--tanggapan", "tidak_ada.yaml"], "tidak_ada.yaml: berkas tidak ada"),
    ],
)
def test_salah_pemakaian(
    salah: str,
    perintah: list[str],
    pesan: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    sebelum = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    assert cli.main([a.replace("SALAH", salah) for a in perintah]) == 2
    tampil = capsys.readouterr()
    assert tampil.out == ""
    assert pesan in tampil.err
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == sebelum


def test_di_dalam_folder_data(salah: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`tanggapan.yaml` may lie at the top of the data folder: no reader takes it for data."""
    berkas = Path(salah) / "tanggapan.yaml"
    assert cli.main(["tanggapan", salah, str(berkas)]) == 0
    assert cli.main(["reviu", salah, "--tanggapan", str(berkas)]) == 1
    isi_status(berkas, "diterima")
    assert cli.main(["reviu", salah, "--tanggapan", str(berkas)]) == 0
    assert capsys.readouterr().err == ""


def test_gagal_menulis_yang_lama_tetap(
    salah: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    berkas = tmp_path / "t.yaml"
    berkas.write_text("# punya saya\n", encoding="utf-8")

    def penuh(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", penuh)
    assert cli.main(["tanggapan", salah, str(berkas)]) == 2
    assert "t.yaml: tidak dapat ditulis: cakram penuh" in capsys.readouterr().err
    assert berkas.read_text(encoding="utf-8") == "# punya saya\n"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["t.yaml"]


def test_tanpa_temuan_dan_bahasa(
    folder: Callable[..., str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    berkas = tmp_path / "t.yaml"
    assert cli.main(["tanggapan", folder(tmp_path / "benar"), str(berkas), "--bahasa", "en"]) == 0
    assert capsys.readouterr().out == f"{berkas}: nothing to add; findings there already 0\n"
    assert berkas.read_text(encoding="utf-8").startswith("# Answers to the findings")
    assert baca_tanggapan(berkas) == ()


def test_contoh_nyata(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every finding of the real report gets its entry, and answering all of them leaves nothing open."""
    sumber = str(CONTOH)
    berkas = tmp_path / "tanggapan.yaml"
    assert cli.main(["tanggapan", sumber, str(berkas)]) == 0
    teks = berkas.read_text(encoding="utf-8")
    assert [j.id for j in baca_tanggapan(berkas)] == [t.id for t in reviu(baca(sumber)).temuan]
    berkas.write_text(
        teks.replace("status: terbuka\n  alasan: ''\n  tanggal: ''", "status: diterima\n  tanggal: 2026-01-02"),
        encoding="utf-8",
    )
    assert cli.main(["reviu", sumber, "--tanggapan", str(berkas), "--ambang", "catatan"]) == 0
    capsys.readouterr()
