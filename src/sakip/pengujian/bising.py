"""Files damaged on purpose: what a reader must read or refuse, and never fall over.

The damage takes its choices from a `Sumber`, so that Hypothesis can shrink it and a long run can repeat it.
"""

from __future__ import annotations

import io
import re
import shutil
import zipfile
import zlib
from typing import TYPE_CHECKING, TypeAlias
from xml.etree import ElementTree as ET

from sakip.errors import SakipError
from sakip.konfigurasi import baca_konfigurasi
from sakip.pembaca import baca
from sakip.tinjauan.engine import reviu
from sakip.tinjauan.tanggapan import baca_tanggapan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from sakip.pengujian.bangun.sumber import Sumber

__all__ = [
    "KAMUS",
    "Isi",
    "baca_apa_pun",
    "isi_path",
    "kacau",
    "kacau_berkas",
    "kacau_folder",
    "kacau_paket",
    "tulis_path",
]

Isi: TypeAlias = "bytes | dict[str, bytes]"
"""A file, or the files of a folder by their names."""

KAMUS: tuple[bytes, ...] = (
    *(b"\0", b"\xff", b"\xef\xbb\xbf", b"\r", b"\f", b"\t", b"\n\n", b" ", b"\\", b'"', b"'", b","),
    *(b"1e999999999", b"9" * 500, b"NaN", b"Infinity", b"-0", b"1/0", b"0", b"-1", b"4294967296", b"2025"),
    *(s.encode() for s in ("٣٤", "−", "\u200b", "\u202e", "½", "Rp", "Rp. 1.000,00,-", "%", "(5)", "1.2.3", "NA")),
    *(b"Tabel 2.7", b"JUMLAH", b"BAB III", b"| a | b |", b"|---|", b"**", b"# ", b"- ", b"1. ", b"PERJANJIAN KINERJA"),
    *(b"&a ", b"*a", b"!!python/name:os.system", b"? ", b"[", b"{", b"]", b"}", b": ", b"|", b">", b"---\n", b"<<: "),
    *(b"<", b">", b"&#0;", b"&x;", b"<!DOCTYPE a [", b"]]>", b"<w:tbl>", b"</w:tc>", b'w:val="', b"</row>", b"<c "),
    *(b"endobj", b"stream\n", b"0 R", b"/Kids", b"/Length 99999999", b"/Filter /FlateDecode", b"BT", b"Td", b"<</"),
)
"""What parsers stumble over, put into files."""

_ANGKA = re.compile(rb"[0-9]+")
_ALIRAN = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_GANTI_ANGKA = (b"0", b"-1", b"1", b"2147483648", b"999999999999999999999", b"1e9", b"", b"NaN", b"0.5", b"9" * 400)


def _rentang(s: Sumber, isi: bytes, terpanjang: int = 200) -> tuple[int, int]:
    mulai = s.bulat(0, len(isi))
    return mulai, min(len(isi), mulai + s.bulat(0, terpanjang))


def _bit(s: Sumber, isi: bytes, _lain: Sequence[bytes]) -> bytes:
    i = s.bulat(0, len(isi) - 1)
    return isi[:i] + bytes([isi[i] ^ (1 << s.bulat(0, 7))]) + isi[i + 1 :]


def _potong(s: Sumber, isi: bytes, _lain: Sequence[bytes]) -> bytes:
    return isi[: s.bulat(0, len(isi))]


def _buang(s: Sumber, isi: bytes, _lain: Sequence[bytes]) -> bytes:
    a, b = _rentang(s, isi)
    return isi[:a] + isi[b:]


def _ulang(s: Sumber, isi: bytes, _lain: Sequence[bytes]) -> bytes:
    a, b = _rentang(s, isi)
    return isi[:b] + isi[a:b] * s.bulat(1, 300) + isi[b:]


def _sisip(s: Sumber, isi: bytes, _lain: Sequence[bytes]) -> bytes:
    a, b = _rentang(s, isi, 12)
    return isi[:a] + s.pilih(KAMUS) * s.pilih((1, 1, 2, 60, 2000)) + isi[b:]


def _angka(s: Sumber, isi: bytes, _lain: Sequence[bytes]) -> bytes:
    semua = list(_ANGKA.finditer(isi))
    if not semua:
        return isi + s.pilih(_GANTI_ANGKA)
    cocok = s.pilih(semua)
    return isi[: cocok.start()] + s.pilih(_GANTI_ANGKA) + isi[cocok.end() :]


def _sambung(s: Sumber, isi: bytes, lain: Sequence[bytes]) -> bytes:
    dari = s.pilih((isi, *lain))
    a, b = _rentang(s, dari, 2000)
    i, j = _rentang(s, isi)
    return isi[:i] + dari[a:b] + isi[j:]


def _baris(s: Sumber, isi: bytes, _lain: Sequence[bytes]) -> bytes:
    """Two lines change places, or one is moved into the other."""
    baris = isi.split(b"\n")
    i, j = s.bulat(0, len(baris) - 1), s.bulat(0, len(baris) - 1)
    if s.benar():
        baris[i], baris[j] = baris[j], baris[i]
    else:
        baris[i] += b" " * s.bulat(0, 3) + baris[j].strip()
    return b"\n".join(baris)


def _sempit(s: Sumber, isi: bytes, lain: Sequence[bytes]) -> bytes:
    """Damage within a compressed stream of a PDF, which is compressed again."""
    semua = list(_ALIRAN.finditer(isi))
    if not semua:
        return _bit(s, isi, lain)
    cocok = s.pilih(semua)
    try:
        dalam = zlib.decompress(cocok[1])
    except zlib.error:
        return isi[: cocok.start(1)] + kacau(s, cocok[1]) + isi[cocok.end(1) :]
    return isi[: cocok.start(1)] + zlib.compress(kacau(s, dalam)) + isi[cocok.end(1) :]


_CARA: tuple[Callable[[Sumber, bytes, Sequence[bytes]], bytes], ...] = (
    *(_sisip, _bit, _angka, _buang, _baris, _sambung, _ulang, _potong, _sempit),
)


def kacau(s: Sumber, isi: bytes, lain: Sequence[bytes] = ()) -> bytes:
    """Damage a file in one to four places.

    Args:
        s: where the choices come from.
        isi: the file.
        lain: other files of its kind, of which pieces may be put into it.
    """
    for _ in range(s.pilih((1, 1, 2, 4))):
        isi = s.pilih(_CARA)(s, isi, lain) if isi else s.pilih(KAMUS)
    return isi


def _kacau_xml(s: Sumber, isi: bytes) -> bytes:
    """Damage the tree of an XML part, so that what comes of it is XML still."""
    try:
        akar = ET.fromstring(isi)  # noqa: S314 - a part of our own files, which defines no entities
    except ET.ParseError:
        return kacau(s, isi)
    for _ in range(s.bulat(1, 4)):
        induk = [e for e in akar.iter() if len(e)]
        if not induk:
            break
        _kacau_pohon(s, akar, s.pilih(induk))
    return ET.tostring(akar)


def _kacau_pohon(s: Sumber, akar: ET.Element, di: ET.Element) -> None:
    i = s.bulat(0, len(di) - 1)
    anak = di[i]
    lain = s.pilih(list(akar.iter()))
    cara = s.bulat(0, 5)
    if cara == 0:
        teks = s.pilih(KAMUS).decode("utf-8", "replace").replace("\0", "\ufffd")
        anak.text = teks.replace("\f", " ")
    elif cara == 1 and anak.attrib:
        anak.set(s.pilih(sorted(anak.attrib)), s.pilih(_GANTI_ANGKA).decode())
    elif cara == 2:
        for n in range(s.pilih((1, 2, 300))):
            di.insert(i + n, anak)
    elif cara == 3 and lain is not akar and all(e is not di for e in lain.iter()):
        di.insert(i, lain)
    elif cara == 4:
        anak.tag, di.tag = di.tag, anak.tag
    else:
        di.remove(anak)


def kacau_paket(s: Sumber, isi: bytes, lain: Sequence[bytes] = ()) -> bytes:
    """Damage a member of a zip (its bytes, or its tree when it is XML), the list of its members, or the zip itself."""
    cara = s.bulat(0, 9)
    if cara == 9:
        return kacau(s, isi, lain)
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        bagian = [(n.filename, arsip.read(n)) for n in arsip.infolist()]
    ke = s.bulat(0, len(bagian) - 1)
    nama, dalam = bagian[ke]
    if cara < 6:
        bagian[ke] = (nama, _kacau_xml(s, dalam))
    elif cara < 8:
        bagian[ke] = (nama, kacau(s, dalam, [d for _, d in bagian]))
    elif s.benar():
        bagian.pop(ke)
    else:
        bagian[ke] = (nama, s.pilih(bagian)[1])
    return _zip(bagian)


def _zip(bagian: Sequence[tuple[str, bytes]]) -> bytes:
    aliran = io.BytesIO()
    with zipfile.ZipFile(aliran, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, dalam in bagian:
            arsip.writestr(zipfile.ZipInfo(nama), dalam)
    return aliran.getvalue()


def kacau_berkas(s: Sumber, isi: bytes, lain: Sequence[bytes] = ()) -> bytes:
    """Damage a file of any kind: what is a zip as a zip."""
    return kacau_paket(s, isi, lain) if zipfile.is_zipfile(io.BytesIO(isi)) else kacau(s, isi, lain)


def kacau_folder(s: Sumber, isi: Mapping[str, bytes]) -> dict[str, bytes]:
    """Damage one file of a data folder; seldom take it away or put another in its place."""
    nama = s.pilih(sorted(isi))
    cara = s.bulat(0, 19)
    if cara == 19:
        return {k: v for k, v in isi.items() if k != nama}
    if cara == 18:
        return {**isi, nama: isi[s.pilih(sorted(isi))]}
    return {**isi, nama: kacau(s, isi[nama], list(isi.values()))}


def isi_path(path: Path) -> Isi:
    """A file, or all files of a folder by name."""
    if path.is_file():
        return path.read_bytes()
    return {b.relative_to(path).as_posix(): b.read_bytes() for b in sorted(path.rglob("*")) if b.is_file()}


def tulis_path(di: Path, nama: str, isi: Isi) -> Path:
    """Put a file or a folder of that name in `di`, in place of what was there."""
    path = di / nama
    if path.is_dir():
        shutil.rmtree(path)
    di.mkdir(parents=True, exist_ok=True)
    if isinstance(isi, bytes):
        path.write_bytes(isi)
        return path
    path.mkdir()
    for b, dalam in isi.items():
        (path / b).parent.mkdir(parents=True, exist_ok=True)
        (path / b).write_bytes(dalam)
    return path


def baca_apa_pun(path: Path, *, lalu_reviu: bool = True) -> str:
    """Read a source of any kind as its name says, and review it (`lalu_reviu`) when it is a report.

    Returns:
        `terbaca`, or `ditolak` when it was refused with a `SakipError`.

    Raises:
        Exception: whatever else came of it, and `RuntimeError` for a rule that failed.
    """
    try:
        if path.suffix == ".toml":
            baca_konfigurasi(path)
        elif path.name.startswith("tanggapan"):
            baca_tanggapan(path)
        else:
            laporan = baca(path)
            galat = reviu(laporan).galat if lalu_reviu else ()
            if galat:
                raise RuntimeError(f"{galat[0].kode}: {galat[0].pesan}")
    except SakipError:
        return "ditolak"
    return "terbaca"
