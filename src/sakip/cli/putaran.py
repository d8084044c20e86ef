"""The commands of a round of review: `sakip tanggapan`, `sakip banding`. Loaded by `cli` when they are asked for."""

from __future__ import annotations

from operator import getitem
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sakip.aturan.definisi import KEPARAHAN
from sakip.cli.common import (
    ADA_TEMUAN,
    BERSIH,
    GAGAL,
    baca_semua,
    berkas_keluaran,
    keluarkan,
    laporkan_galat,
    opsi_tulis,
    persiapan,
)
from sakip.errors import SumberError
from sakip.pembaca.bita import isi_berkas
from sakip.tinjauan.banding import baca_hasil, bandingkan
from sakip.tinjauan.engine import reviu as tinjau
from sakip.tinjauan.tanggapan import TERBESAR, terapkan, urai_tanggapan
from sakip.tulis.banding import tulis
from sakip.tulis.json_ import objek
from sakip.tulis.keluaran import ke_berkas, periksa_tujuan
from sakip.tulis.tanggapan_yaml import baru, di_folder, lengkapi
from sakip.tulis.teks import bersih
from sakip.tulis.words.kamus import Kamus

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from sakip.errors import Masalah
    from sakip.konfigurasi import Konfigurasi
    from sakip.model.laporan import Laporan
    from sakip.tinjauan.selection import Pilihan

__all__ = ["banding", "tanggapan"]


def tanggapan(p: argparse.Namespace) -> int:
    """`sakip tanggapan`: complete the file of answers; what is in it stays as it is."""
    konfigurasi, _, _ = persiapan(p)
    periksa_tujuan(p.berkas, () if di_folder(p.berkas, p.sumber) else (p.sumber,))
    (laporan,) = baca_semua((p.sumber,), konfigurasi=konfigurasi)
    r = tinjau(laporan, pilih=p.pilih, abaikan=p.abaikan, konfigurasi=konfigurasi)
    kamus = Kamus(p.bahasa, r.lain)
    lama = isi_berkas(p.berkas, TERBESAR) if Path(p.berkas).exists() else None
    jawaban = () if lama is None else urai_tanggapan(lama, p.berkas)
    temuan = baru(r, jawaban)
    if temuan or lama is None:
        ke_berkas([lengkapi(temuan, lama, p.berkas, kamus)], p.berkas)
    kunci = "tanggapan.ditambah" if temuan else "tanggapan.lengkap"
    baris = [kamus(kunci, berkas=p.berkas, n=len(temuan), ada=len(r.temuan) - len(temuan))]
    if jawaban:
        baris.append(kamus.ringkas_tanggapan(terapkan(r, jawaban)))
    keluarkan((f"{bersih(b)}\n" for b in baris), None)
    return GAGAL if laporkan_galat(r) else BERSIH


def banding(p: argparse.Namespace) -> int:
    """`sakip banding`: what became of the findings of a draft."""
    konfigurasi, pilihan, ambang = persiapan(p)
    berkas = berkas_keluaran(p)
    if berkas is not None:
        periksa_tujuan(berkas, (p.lama, p.baru))
    dulu, kini = _dua_naskah(p, pilihan, konfigurasi)
    hasil = bandingkan(dulu["temuan"], kini["temuan"], ambil=getitem)
    keluarkan(tulis(dulu, kini, hasil, p.format, opsi_tulis(p, pilihan, berkas, ambang)), berkas)
    berat = KEPARAHAN[: KEPARAHAN.index(ambang) + 1]
    if any(t["keparahan"] in berat for t in hasil.baru):
        return ADA_TEMUAN
    return GAGAL if kini.get("galat") else BERSIH


def _dua_naskah(p: argparse.Namespace, pilihan: Pilihan, konfigurasi: Konfigurasi | None) -> Iterator[dict[str, Any]]:
    """Two drafts as the JSON contract has them; an output is taken as it is, a source is reviewed."""
    dibaca: list[Laporan | dict[str, Any]] = []
    masalah: list[Masalah] = []
    for nama in (p.lama, p.baru):
        try:
            dibaca += (
                [baca_hasil(nama)] if nama.lower().endswith(".json") else baca_semua((nama,), konfigurasi=konfigurasi)
            )
        except SumberError as e:
            masalah += e.masalah
    if masalah:
        raise SumberError(masalah)
    for naskah in dibaca:
        if isinstance(naskah, dict):
            naskah["temuan"] = [t for t in naskah["temuan"] if pilihan.berlaku(t["kode"])]
            yield naskah
        else:
            r = tinjau(naskah, pilih=p.pilih, abaikan=p.abaikan, konfigurasi=konfigurasi)
            laporkan_galat(r)
            yield objek(r, Kamus(p.bahasa, r.lain))
