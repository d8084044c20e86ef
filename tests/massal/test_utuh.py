"""What is kept from an earlier run counts only as it was written: whatever happens to it is found, and said."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.kedalaman import sedalam

from sakip.massal import HasilMassal, MassalError, jalankan
from sakip.massal.run import TERBANYAK
from sakip.massal.single import tinjau_satu
from sakip.pengujian import laporan_acak
from sakip.tulis.folder import tulis_folder

pytest.importorskip("pyarrow")

BANYAK = 3
"""Reports that can be read; beside them one that cannot."""


@pytest.fixture(scope="module")
def dasar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sources, and the results of a fresh run."""
    akar = tmp_path_factory.mktemp("utuh")
    (akar / "sumber").mkdir()
    for i in range(BANYAK):
        tulis_folder(laporan_acak(i), akar / "sumber" / f"r{i}")
    (akar / "sumber" / "rusak.docx").write_bytes(b"bukan dokumen")
    jalankan([str(akar / "sumber")], str(akar / "hasil"))
    return akar


@pytest.fixture
def hasil(dasar: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(dasar / "hasil", tmp_path / "hasil"))


def isi_folder(folder: Path) -> dict[str, bytes]:
    return {b.relative_to(folder).as_posix(): b.read_bytes() for b in sorted(folder.rglob("*")) if b.is_file()}


def tersimpan(dasar: Path) -> list[str]:
    """The files that a later run goes on from."""
    return [n for n in isi_folder(dasar / "hasil") if n.startswith(("laporan/", ".sakip/"))]


def lagi(dasar: Path, hasil: Path) -> HasilMassal:
    """Run again; what comes of it is what came of the fresh run, to the byte."""
    r = jalankan([str(dasar / "sumber")], str(hasil))
    assert isi_folder(hasil) == isi_folder(dasar / "hasil")
    return r


@given(data=st.data())
@settings(max_examples=sedalam(40))
def test_satu_bit(dasar: Path, data: st.DataObject) -> None:
    """Any bit of any kept file."""
    nama = data.draw(st.sampled_from(tersimpan(dasar)))
    asli = (dasar / "hasil" / nama).read_bytes()
    n = data.draw(st.integers(0, len(asli) * 8 - 1))
    rusak(dasar, nama, asli[: n // 8] + bytes([asli[n // 8] ^ 1 << n % 8]) + asli[n // 8 + 1 :])


@given(data=st.data())
@settings(max_examples=sedalam(20))
def test_isi_lain(dasar: Path, data: st.DataObject) -> None:
    """A file that was cut short, emptied, lengthened, replaced by another kept one or by anything."""
    nama = data.draw(st.sampled_from(tersimpan(dasar)))
    asli = (dasar / "hasil" / nama).read_bytes()
    lain = (dasar / "hasil" / data.draw(st.sampled_from(tersimpan(dasar)))).read_bytes()
    isi = data.draw(
        st.one_of(
            st.integers(0, len(asli) - 1).map(lambda n: asli[:n]),
            st.binary(min_size=1, max_size=20).map(lambda x: asli + x),
            st.integers(0, len(asli) - 1).map(lambda n: asli[:n] + bytes(len(asli) - n)),
            st.just(lain),
            st.binary(max_size=100),
        ).filter(lambda x: x != asli)
    )
    rusak(dasar, nama, isi)


def rusak(dasar: Path, nama: str, isi: bytes) -> None:
    """With that in place of a kept file its report is reviewed again, no other is, and it is said."""
    hasil = dasar / "lagi"
    shutil.rmtree(hasil, ignore_errors=True)
    shutil.copytree(dasar / "hasil", hasil)
    (hasil / nama).write_bytes(isi)
    r = lagi(dasar, hasil)
    assert (r.baru, r.tetap, r.rusak) == (1, BANYAK, 1)
    (catatan,) = r.catatan
    sumber = next(n for n in ("r0", "r1", "r2", "rusak.docx") if n.replace(".", "-") + "-" in nama)
    assert catatan.startswith(f"{dasar / 'sumber' / sumber}: hasil sebelumnya ")
    assert catatan.endswith("tidak cocok dengan sidiknya; direviu lagi")


@pytest.mark.parametrize("akhir", [".json", ".jsonl", ".sha256"])
def test_yang_hilang(akhir: str, dasar: Path, hasil: Path) -> None:
    (hasil / next(n for n in tersimpan(dasar) if n.endswith(akhir))).unlink()
    r = lagi(dasar, hasil)
    if akhir == ".sha256":
        assert (r.baru, r.rusak, r.tanpa_sidik, r.catatan) == (1, 0, 1, ())
    else:
        assert (r.baru, r.rusak, r.tanpa_sidik) == (1, 1, 0)
        assert f"{akhir} tidak cocok" in r.catatan[0]


def test_yang_tidak_seharusnya_ada(dasar: Path, hasil: Path) -> None:
    """A review of a report that could not be read."""
    (nama,) = [n for n in tersimpan(dasar) if n.endswith(".jsonl") and "rusak-docx" in n]
    (hasil / "laporan" / Path(nama).with_suffix(".json").name).write_text("{}")
    assert lagi(dasar, hasil).rusak == 1


def test_suntingan_yang_membawa_sidiknya_sendiri(dasar: Path, hasil: Path) -> None:
    """Whatever a file says of itself: what it must be stands elsewhere."""
    (korban, *_) = sorted((hasil / ".sakip").glob("*.jsonl"))
    kepala, *baris = korban.read_bytes().splitlines(keepends=True)
    baris[0] = baris[0].replace(b'"kesalahan": ', b'"kesalahan": 1')
    isi = {**json.loads(kepala), "baris": sha256(b"".join(baris)).hexdigest()}
    korban.write_bytes(json.dumps(isi).encode() + b"\n" + b"".join(baris))
    assert lagi(dasar, hasil).rusak == 1


def test_pasangan_dari_laporan_lain(dasar: Path, hasil: Path) -> None:
    """The whole result of another report, seal included, under the name of this one."""
    satu, dua, *_ = sorted(b.stem for b in (hasil / "laporan").iterdir())
    for nama in tersimpan(dasar):
        if dua in nama:
            (hasil / nama).write_bytes((hasil / nama.replace(dua, satu)).read_bytes())
    assert lagi(dasar, hasil).rusak == 1


def test_folder_dari_versi_tanpa_sidik(dasar: Path, hasil: Path) -> None:
    """Results that nothing vouches for are made again, and counted: an interruption is no damage."""
    for b in (hasil / ".sakip").glob("*.sha256"):
        b.unlink()
    r = lagi(dasar, hasil)
    assert (r.baru, r.tetap, r.rusak, r.tanpa_sidik, r.catatan) == (BANYAK + 1, 0, 0, BANYAK + 1, ())
    assert lagi(dasar, hasil).tetap == BANYAK + 1


def test_yang_usang_bukan_yang_rusak(dasar: Path, hasil: Path) -> None:
    """A result that does not hold any more, since something else was asked for, is no damage."""
    r = jalankan([str(dasar / "sumber")], str(hasil), bahasa="en")
    assert (r.baru, r.rusak, r.tanpa_sidik) == (BANYAK + 1, 0, 0)


def test_banyak_yang_rusak(tmp_path: Path) -> None:
    """All are counted, so many are named."""
    (tmp_path / "s").mkdir()
    for i in range(TERBANYAK + 2):
        (tmp_path / "s" / f"r{i}.docx").write_bytes(b"bukan dokumen")
    jalankan([str(tmp_path / "s")], str(tmp_path / "h"))
    for b in (tmp_path / "h" / ".sakip").glob("*.jsonl"):
        b.write_bytes(b"")
    r = jalankan([str(tmp_path / "s")], str(tmp_path / "h"))
    assert (r.rusak, len(r.catatan)) == (TERBANYAK + 2, TERBANYAK)


def test_segel_dikenal_sha256sum(dasar: Path) -> None:
    """Whoever keeps the folder can ask without `sakip` whether it is as it was written."""
    if shutil.which("sha256sum") is None:
        pytest.skip("sha256sum is not installed")
    segel = [str(b) for b in (dasar / "hasil" / ".sakip").glob("*.sha256")]
    p = subprocess.run(["sha256sum", "--check", "--strict", *segel], cwd=dasar / "hasil", capture_output=True)  # noqa: S607 - wherever the system has it
    assert (p.returncode, p.stdout.count(b": OK")) == (0, 2 * BANYAK + 1)


def test_berubah_selama_dikerjakan(dasar: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between its review and the tables a result is changed: no tables, and the next run finds it."""
    hasil = tmp_path / "hasil"

    def usil(tugas: dict[str, str]) -> dict[str, str]:
        jawab = tinjau_satu(tugas)
        if tugas["nama"].endswith("r1"):
            berkas = hasil / ".sakip" / f"{tugas['kunci']}.jsonl"
            berkas.write_bytes(berkas.read_bytes().replace(b"Dinas", b"Dinos"))
        return jawab

    with monkeypatch.context() as m:
        m.setattr("sakip.massal.run.tinjau_satu", usil)
        with pytest.raises(MassalError, match=r"r1-\w+\.jsonl berubah selama dikerjakan; jalankan lagi"):
            jalankan([str(dasar / "sumber")], str(hasil))
    assert not (hasil / "laporan.csv").exists()
    assert lagi(dasar, hasil).rusak == 1


def test_di_tempat_lain(dasar: Path) -> None:
    """The same in a store that is no disk."""
    fsspec = pytest.importorskip("fsspec")
    memori = fsspec.filesystem("memory")
    sumber = [str(dasar / "sumber")]
    jalankan(sumber, "memory://utuh")
    utuh = {n: memori.cat_file(n) for n in memori.find("/utuh")}
    for nama in utuh:
        if "/laporan/" in nama or "/.sakip/" in nama:
            memori.pipe_file(nama, utuh[nama][:-2])
            r = jalankan(sumber, "memory://utuh")
            assert (r.baru, r.rusak) == (1, 1)
            assert {n: memori.cat_file(n) for n in memori.find("/utuh")} == utuh


def test_dikatakan_kepada_pemakai(dasar: Path, hasil: Path) -> None:
    korban = next((hasil / "laporan").iterdir())
    korban.write_bytes(korban.read_bytes()[:-1])
    for bahasa, ringkas in (("id", "1 hasil sebelumnya berubah"), ("en", "1 earlier result(s) changed")):
        argumen = ["massal", str(dasar / "sumber"), "-o", str(hasil), "--bahasa", bahasa, "--tanpa-konfigurasi"]
        perintah = [sys.executable, "-m", "sakip", *argumen]
        p = subprocess.run(perintah, capture_output=True, encoding="utf-8", check=False)
        assert ringkas in p.stdout
        assert f"hasil sebelumnya laporan/{korban.name} tidak cocok dengan sidiknya; direviu lagi" in p.stderr
        korban.write_bytes(korban.read_bytes()[:-1])
