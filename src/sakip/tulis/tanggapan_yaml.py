"""The file of answers, completed: an entry for each finding that has none, below all that is there.

What a person wrote stays as it is, byte for byte. The result is read before it is handed out, so that a file
in a form that cannot be added to is refused instead of broken.
"""

from __future__ import annotations

import os
import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from sakip.errors import SumberError
from sakip.tinjauan.tanggapan import Tanggapan, urai_tanggapan
from sakip.tulis.keluaran import KeluaranError
from sakip.tulis.teks import bersih, pendek
from sakip.tulis.words.kamus import sebut_lokasi

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.engine import Reviu
    from sakip.tulis.words.kamus import Kamus

__all__ = ["baru", "di_folder", "lengkapi"]

NAMA = "tanggapan.yaml"
"""The usual name of the file."""

PANJANG = 100
"""Characters of a printed or due value in the comment of an entry."""

_BUTIR = re.compile(r"^( *)-(?:\s|$)", re.MULTILINE)


def di_folder(berkas: str, sumber: str) -> bool:
    """Whether the file is `tanggapan.yaml` at the top of a data folder, which no reader takes for data."""
    if "\0" in berkas + sumber:
        return False
    path = PurePath(os.path.realpath(berkas))
    return path.name == NAMA and path.parent == PurePath(os.path.realpath(sumber))


def baru(reviu: Reviu, jawaban: Iterable[Tanggapan]) -> list[Temuan]:
    """The findings without an entry, in the order of the review."""
    ada = {j.id for j in jawaban}
    return [t for t in reviu.temuan if t.id not in ada]


def lengkapi(temuan: Sequence[Temuan], lama: bytes | None, sebutan: str, kamus: Kamus) -> bytes:
    """The whole file with an entry for each of `temuan` at its end.

    Args:
        temuan: findings without an entry.
        lama: what the file holds now; None when there is none.
        sebutan: how problems call the file.
        kamus: the language of the comments.

    Raises:
        SumberError: what the file holds now is wrong.
        KeluaranError: it is written in a form to which nothing can be added, such as `[…]`.
    """
    isi = lama or b""
    ada = urai_tanggapan(isi, sebutan)
    akhir = "\r\n" if b"\r\n" in isi else "\n"
    depan = f"{kamus('tanggapan.petunjuk')}\n" if lama is None else ""
    if isi and not isi.endswith((b"\n", b"\r")):
        depan = "\n"
    cocok = _BUTIR.search(isi.decode("utf-8-sig")) if ada else None
    masuk = cocok[1] if cocok else ""
    teks = depan + "".join(_entri(t, masuk, kamus) for t in temuan)
    hasil = isi + teks.replace("\n", akhir).encode()
    if temuan and not _sama(hasil, ada, temuan, sebutan):
        raise KeluaranError("tidak_dapat_ditambahi", tujuan=sebutan)
    return hasil


def _entri(t: Temuan, masuk: str, kamus: Kamus) -> str:
    """An entry that waits for its answer, under a line that says what it is about."""
    letak = sebut_lokasi(t.lokasi[0], kamus.bahasa) if t.lokasi else ""
    tempat = kamus.ucap(t.tempat)
    bagian = [f"{t.kode} {kamus(f'satu.{t.keparahan}')}", f"{tempat} [{letak}]" if letak else tempat]
    for kunci, nilai in (("tercetak", t.tertulis), ("seharusnya", t.seharusnya)):
        if nilai:
            bagian.append(f"{kamus(kunci).lower()}: {pendek(bersih(kamus.ucap(nilai)), PANJANG)}")
    keterangan = " | ".join(bersih(b) for b in bagian if b)
    baris = [f"# {keterangan}", f"- id: '{t.id}'", "  status: terbuka", "  alasan: ''", "  tanggal: ''"]
    return "".join(f"{masuk}{b}\n" for b in baris)


def _sama(hasil: bytes, ada: Sequence[Tanggapan], temuan: Sequence[Temuan], sebutan: str) -> bool:
    """Whether the file reads as what it held before and the new entries, and nothing else."""
    try:
        semua = urai_tanggapan(hasil, sebutan)
    except SumberError:
        return False
    return semua[: len(ada)] == tuple(ada) and [(j.id, j.status) for j in semua[len(ada) :]] == [
        (t.id, "terbuka") for t in temuan
    ]
