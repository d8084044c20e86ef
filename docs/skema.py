"""Writes the JSON Schemas for editors into docs/skema: python docs/skema.py."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from sakip.konfigurasi.bentuk import IsiKonfigurasi
from sakip.konfigurasi.bentuk import konverter as konverter_konfigurasi
from sakip.konversi.skema import skema, skema_yaml
from sakip.model.laporan import Laporan
from sakip.model.narasi import Klaim
from sakip.model.perjanjian import PerjanjianKinerja
from sakip.pembaca.folder.bentuk import konverter as konverter_folder
from sakip.tinjauan.tanggapan import Tanggapan
from sakip.tinjauan.tanggapan import konverter as konverter_tanggapan

FOLDER = Path(__file__).with_name("skema")


def semua() -> dict[str, str]:
    """The schemas, by the name of their file."""
    folder, jawaban = konverter_folder(), konverter_tanggapan(date.max)
    isi = {
        "laporan": skema_yaml(skema(folder, Laporan, "laporan.yaml of a data folder of sakip")),
        "narasi": skema_yaml(skema(folder, tuple[Klaim, ...], "narasi.yaml of a data folder of sakip")),
        "pk": skema_yaml(skema(folder, PerjanjianKinerja, "pk/*.yaml of a data folder of sakip")),
        "tanggapan": skema_yaml(skema(jawaban, tuple[Tanggapan, ...], "Answers to findings of sakip")),
        "sakip": skema(konverter_konfigurasi(), IsiKonfigurasi, "sakip.toml, the configuration of sakip"),
    }
    return {f"{n}.schema.json": json.dumps(s, ensure_ascii=False, indent=1) + "\n" for n, s in isi.items()}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for nama, teks in semua().items():
        (FOLDER / nama).write_text(teks, encoding="utf-8")
