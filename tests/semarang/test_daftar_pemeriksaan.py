"""The reviewer's own list against the review: what can be found is found, what holds is not accused."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from tests.contoh import reviu_contoh

from sakip import pesan

if TYPE_CHECKING:
    from sakip.temuan.temuan import Temuan

DAFTAR = Path(__file__).with_name("daftar_pemeriksaan.yaml")


def _muat() -> list[dict[str, Any]]:
    pemuat: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    hasil: list[dict[str, Any]] = yaml.load(DAFTAR.read_text(encoding="utf-8"), Loader=pemuat)  # noqa: S506 - text only
    return hasil


BUTIR = _muat()
DITEMUKAN = [b for b in BUTIR if b["status"] == "salah" and b["terhitung"] == "ya"]


def letak(t: Temuan) -> set[int | None]:
    """The lines of the source that a finding names: blamed, evidence, consequences."""
    return {x.asal for x in (*t.lokasi, *(o.lokasi for o in t.operan), *(a.lokasi for a in t.akibat))}


def potongan(teks: str) -> set[str]:
    """The figures of a printed fragment, as printed."""
    return {p.strip() for bagian in teks.split(" | ") for p in bagian.split(" / ")}


def test_daftar_utuh() -> None:
    """The list is what its heading says: unique, complete, with reasons."""
    assert len({b["id"] for b in BUTIR}) == len(BUTIR)
    assert sum(b["status"] == "salah" for b in BUTIR) > 200
    assert sum(b["status"] == "benar" for b in BUTIR) > 140
    assert [b["id"] for b in BUTIR if b["terhitung"] == "tidak" and not b.get("mengapa_tidak")] == []
    assert [b["id"] for b in DITEMUKAN if not b.get("aturan")] == []


@pytest.mark.parametrize("b", DITEMUKAN, ids=lambda b: b["id"])
def test_ditemukan(b: dict[str, Any]) -> None:
    """The rule that the list names finds it, at one of its lines or at the head of its table."""
    baris = {int(n) for n in b["baris"]}
    milik = [t for t in reviu_contoh().temuan if t.kode == b["aturan"]]
    assert [t for t in milik if letak(t) & baris or b.get("letak") == "kepala"]
    if b["keparahan"] == "kesalahan":
        assert {t.keparahan for t in milik} & {"kesalahan", "peringatan"}


@pytest.mark.parametrize("b", [b for b in BUTIR if b["status"] == "benar"], ids=lambda b: b["id"])
def test_tidak_dituduh(b: dict[str, Any]) -> None:
    """No finding blames a figure that holds."""
    baris = {int(n) for n in b["baris"]}
    tuduhan = [
        (t.kode, t.tertulis)
        for t in reviu_contoh().temuan
        if t.keparahan != "catatan" and t.lokasi[0].asal in baris and t.tertulis in potongan(b["tercetak"])
    ]
    assert tuduhan == []


def test_setiap_kesalahan_ada_di_daftar() -> None:
    """The review accuses nothing that the reviewer's list does not know."""
    salah = {int(n) for b in BUTIR if b["status"] == "salah" for n in b["baris"]}
    asing = [(t.kode, t.tempat) for t in reviu_contoh().temuan if t.keparahan != "catatan" and not letak(t) & salah]
    assert asing == []


def test_cakupan() -> None:
    """Most figures of tables and forms, and of the prose, are tested; the rest, printed once, says why."""
    r = reviu_contoh()
    narasi = [b for b in r.cakupan.belum if pesan(b.tempat).startswith("Narasi")]
    lain = [b for b in r.cakupan.belum if not pesan(b.tempat).startswith("Narasi")]
    angka_narasi = sum(k.tertulis.angka is not None for k in r.laporan.narasi)
    angka_lain = r.cakupan.angka - angka_narasi
    assert len(lain) <= angka_lain * 9 // 100
    assert len(narasi) <= angka_narasi // 10
    assert all(b.alasan for b in r.cakupan.belum)
