"""PDFium: a file, and its pages as `Lembar`. The only module that knows the engine.

Its functions are called by their C names (`fpdfview.h`, `fpdf_text.h`, `fpdf_edit.h`): a page has thousands of
letters, and objects for each would cost more than reading them.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from itertools import groupby, pairwise
from math import hypot
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeAlias

import pypdfium2.raw as c

from sakip.pembaca.pdf.lembar import TURUN, Bidang, Huruf, Isian, Lembar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from sakip.pembaca.pdf.lembar import Persegi

__all__ = ["Berkas", "MesinError"]

HURUF_TERBANYAK = 60_000
"""Letters on a page, at most."""
OBJEK_TERBANYAK = 200_000
"""Objects on a page and points of its paths, at most."""
LAPIS_TERDALAM = 12
"""Forms in forms, at most."""
TIPIS = 3.0
"""Points: a fill at most so thick is a rule, and a rule thicker than twice that is a fill."""
PANJANG = 3.0
"""A thin fill is a rule when it is this many times as long as thick, else it is a dot."""
LURUS = 1.0
"""Points by which the ends of a rule may differ across it."""
MENJOROK = 0.1
"""Points: a letter that begins so near the end of the one before begins there."""
TAK_BERLEBAR = 0.01
"""Points: text narrower than that is left out by the engine (`kSizeEpsilon` of `cpdf_textpage.cpp`)."""
MIRING = 0.27
"""The tangent of the angle by which a line may be turned from a quarter turn: 15 degrees."""
SEARAH = 0.8
"""A page is turned so that this share of its letters stands upright."""

_Matriks: TypeAlias = tuple[float, float, float, float, float, float]
_ASAL: _Matriks = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_SANDI = {4, 5}
"""`FPDF_ERR_PASSWORD`, `FPDF_ERR_SECURITY`."""


class MesinError(Exception):
    """A file, or a page, that cannot be read.

    Attributes:
        macam: `terenkripsi`, `rusak` or `berat`.
    """

    def __init__(self, macam: str) -> None:
        super().__init__(macam)
        self.macam = macam


class Berkas:
    """An open PDF.

    Raises:
        MesinError: it needs a password, or is damaged.
    """

    def __init__(self, path: Path) -> None:
        self._dok = c.FPDF_LoadDocument(str(path).encode(), None)
        if not self._dok:
            raise MesinError("terenkripsi" if c.FPDF_GetLastError() in _SANDI else "rusak")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, jenis: type[BaseException] | None, e: BaseException | None, jejak: TracebackType | None) -> None:
        c.FPDF_CloseDocument(self._dok)

    def __len__(self) -> int:
        return int(c.FPDF_GetPageCount(self._dok))

    def lembar(self, n: int) -> Lembar:
        """The `n`-th page, from 0.

        Raises:
            MesinError: it is damaged, or holds more than any page.
        """
        hal = c.FPDF_LoadPage(self._dok, n)
        if not hal:
            raise MesinError("rusak")
        try:
            return _lembar(hal)
        finally:
            c.FPDF_ClosePage(hal)


def _lembar(hal: Any) -> Lembar:
    kotak = c.FS_RECTF()
    if not c.FPDF_GetPageBoundingBox(hal, kotak):
        raise MesinError("rusak")
    teks = c.FPDFText_LoadPage(hal)
    if not teks:
        raise MesinError("rusak")
    try:
        huruf = _Tulisan(teks).baca()
    finally:
        c.FPDFText_ClosePage(teks)
    putaran = _putaran(huruf, int(c.FPDFPage_GetRotation(hal)) % 4)
    bidang = Bidang((kotak.left, kotak.bottom, kotak.right, kotak.top), putaran)
    hasil = Lembar(bidang, [], [], [], [])
    objek = _Objek(hasil)
    objek.halaman(hal)
    hasil.isian += _luas(objek.isian)
    hasil.huruf += _letakkan([*huruf, *objek.spasi], bidang)
    return hasil


# -- letters -----------------------------------------------------------------------------


class _Gaya(NamedTuple):
    """What the letters of one text object have in common.

    Attributes:
        arah: the quarter turn that its line nearly is, as the file has the page (`_seperempat`).
        dx: with `dy`, a step of one point along the line, in the coordinates of the file.
        dasar: the height of the base line where it is level, as of nearly all text it is; else None.
        lebar_fon: the size of the font along the line.
        tanpa_peta: the font does not tell which letters they are.
    """

    arah: int
    dx: float
    dy: float
    dasar: float | None
    ukuran: float
    lebar_fon: float
    fon: Any
    tebal: bool
    tanpa_peta: bool

    @classmethod
    def dari(cls, m: _Matriks, ukuran: float, fon: Any, tebal: bool = False, tanpa_peta: bool = False) -> Self:
        """Of text set by a matrix in a font of a size."""
        panjang = hypot(m[0], m[1])
        dx, dy = (m[0] / panjang, m[1] / panjang) if panjang else (1.0, 0.0)
        dasar = m[5] if m[1] == 0 and m[0] > 0 else None
        return cls(
            _seperempat(dx, dy), dx, dy, dasar, ukuran * hypot(m[2], m[3]), ukuran * panjang, fon, tebal, tanpa_peta
        )


_Mentah: TypeAlias = tuple[str, float, float, float, _Gaya]
"""A letter, where it begins and how wide it is, in the coordinates of the file."""


def _alamat(penunjuk: Any) -> int:
    return ctypes.cast(penunjuk, ctypes.c_void_p).value or 0


def _langsung(fungsi: Any, hasil: Any, *argumen: Any) -> Any:
    """A function of the engine that takes plain addresses, which are checked faster than typed pointers."""
    return ctypes.PYFUNCTYPE(hasil, *argumen)(_alamat(fungsi))


_ALAMAT, _INT = ctypes.c_void_p, ctypes.c_int
_UNICODE = _langsung(c.FPDFText_GetUnicode, ctypes.c_uint, _ALAMAT, _INT)
_OBJEK = _langsung(c.FPDFText_GetTextObject, _ALAMAT, _ALAMAT, _INT)
_PAGAR = _langsung(c.FPDFText_GetLooseCharBox, _INT, _ALAMAT, _INT, _ALAMAT)


class _Tulisan:
    """The letters of a page in the order of the file. What the engine puts between them itself is left out."""

    def __init__(self, teks: Any) -> None:
        self.teks = teks
        self._titik = ctypes.c_double(), ctypes.c_double()
        self._fon: dict[int, bool] = {}
        self._lebar: dict[tuple[int, str, float], float] = {}

    def baca(self) -> list[_Mentah]:
        """All of them."""
        hasil: list[_Mentah] = []
        teks, kotak = ctypes.cast(self.teks, _ALAMAT), c.FS_RECTF()
        alamat_kotak = _ALAMAT(ctypes.addressof(kotak))
        kini, gaya, sampai = None, _KOSONG, 0.0
        pangkal, sebelum = -1e9, (-1e9, -1e9)
        for i, tulisan in enumerate(self._tulisan(teks)):
            objek = _OBJEK(teks, i)
            if not objek or not tulisan:  # without an object: put in by the engine, between words and lines
                continue
            if objek != kini:
                kini, gaya = objek, self._gaya(i)
            _PAGAR(teks, i, alamat_kotak)
            x, y = kotak.left, gaya.dasar
            if y is None:
                x, y, lebar = self._miring(i, tulisan, gaya)
            elif x == pangkal and kotak.right == sampai:
                x, lebar = sebelum
            else:
                pangkal = x
                if abs(x - sampai) > MENJOROK:  # the box begins at the ink, which may hang over
                    x = self._pangkal(i)[0]
                sampai = kotak.right
                lebar = sampai - x
            if (x, lebar) == sebelum and hasil[-1][2] == y and hasil[-1][4] is gaya:
                tulisan = hasil.pop()[0] + tulisan  # a ligature
            sebelum = x, lebar
            hasil.append((tulisan, x, y, lebar, gaya))
        return hasil

    def _tulisan(self, teks: Any) -> Iterator[str]:
        """The text of each letter; of one in two halves the first half has none."""
        banyak = c.FPDFText_CountChars(self.teks)
        if banyak > HURUF_TERBANYAK:
            raise MesinError("berat")
        tinggi = 0
        for kode in [_UNICODE(teks, i) for i in range(banyak)]:
            if kode == _PENGGAL:
                yield "-"
            elif 0xD800 <= kode < 0xDC00:
                tinggi = kode - 0xD800
                yield ""
            elif 0xDC00 <= kode < 0xE000:
                yield chr(0x10000 + (tinggi << 10) + kode - 0xDC00)
            else:
                yield chr(kode)

    def _gaya(self, i: int) -> _Gaya:
        m = c.FS_MATRIX()
        c.FPDFText_GetMatrix(self.teks, i, m)
        ukuran = c.FPDFText_GetFontSize(self.teks, i)
        fon = c.FPDFTextObj_GetFont(c.FPDFText_GetTextObject(self.teks, i))
        tebal = bool(fon) and self._tebal(fon)
        return _Gaya.dari(
            (m.a, m.b, m.c, m.d, m.e, m.f), ukuran, fon, tebal, c.FPDFText_HasUnicodeMapError(self.teks, i) == 1
        )

    def _tebal(self, fon: Any) -> bool:
        alamat = _alamat(fon)
        if alamat not in self._fon:
            nama = ctypes.create_string_buffer(256)
            c.FPDFFont_GetBaseFontName(fon, nama, 256)
            self._fon[alamat] = b"bold" in nama.value.lower()
        return self._fon[alamat]

    def _miring(self, i: int, tulisan: str, gaya: _Gaya) -> tuple[float, float, float]:
        """Where a letter begins that does not stand upright, and how far the next one is."""
        lebar = ctypes.c_float()
        kunci = (_alamat(gaya.fon), tulisan, gaya.lebar_fon)
        if kunci not in self._lebar:
            ada = gaya.fon and c.FPDFFont_GetGlyphWidth(gaya.fon, ord(tulisan), gaya.lebar_fon, lebar)
            self._lebar[kunci] = lebar.value if ada and lebar.value > 0 else gaya.lebar_fon / 2
        return *self._pangkal(i), self._lebar[kunci]

    def _pangkal(self, i: int) -> tuple[float, float]:
        x, y = self._titik
        c.FPDFText_GetCharOrigin(self.teks, i, x, y)
        return x.value, y.value


_KOSONG = _Gaya(0, 1.0, 0.0, 0.0, 1.0, 1.0, None, tebal=False, tanpa_peta=False)
_PENGGAL = 2
"""How the engine writes a hyphen at the end of a line."""


def _seperempat(x: float, y: float) -> int:
    """The quarter turn that a direction nearly is: 0 to the right, 1 up, 2 to the left, 3 down; -1 when it is none."""
    if abs(y) <= MIRING * abs(x):
        return 0 if x > 0 else 2
    if abs(x) <= MIRING * abs(y):
        return 1 if y > 0 else 3
    return -1


def _putaran(huruf: Sequence[_Mentah], tersurat: int) -> int:
    """By how many quarters a page is turned to be read: as nearly all of its letters are, else as the file says."""
    arah = Counter(gaya.arah for teks, *_, gaya in huruf if not teks.isspace())
    utama, banyak = max(arah.items(), key=lambda a: a[1], default=(-1, 0))
    return utama if utama >= 0 and banyak >= SEARAH * arah.total() else tersurat


def _letakkan(huruf: Iterable[_Mentah], bidang: Bidang) -> Iterator[Huruf]:
    """The letters on the page as it is held; those printed twice for boldness once, those beside it not at all."""
    sudah: set[tuple[str, int, int]] = set()
    lebar, tinggi = bidang.ukuran
    kini, arah, turun, naik, lurus = _KOSONG, 0, 0.0, 0.0, False
    kiri, y0, y1 = bidang.kotak[0], 0.0, 0.0
    for teks, x, y, maju, gaya in huruf:
        if gaya is not kini:
            kini, arah = gaya, (gaya.arah - bidang.putaran) % 4 if gaya.arah >= 0 else -1
            turun = TURUN * gaya.ukuran
            naik = gaya.ukuran - turun
            lurus = arah == 0 and gaya.dasar is not None
            if lurus:  # then the page is held as the file has it
                y1 = bidang.tampak(x, y - turun)[1]
                y0 = y1 - gaya.ukuran
        if lurus:
            x0 = x - kiri
            x1 = x0 + maju
        else:
            dx, dy = gaya.dx, gaya.dy
            x0, y0 = bidang.tampak(x + dy * turun, y - dx * turun)
            x1, y1 = bidang.tampak(x + dx * maju - dy * naik, y + dy * maju + dx * naik)
            x0, x1, y0, y1 = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
        if x1 < 0 or y1 < 0 or x0 > lebar or y0 > tinggi:
            continue
        kunci = (teks, round(x0), round(y0))
        if kunci not in sudah:
            sudah.add(kunci)
            yield Huruf(teks, x0, y0, x1, y1, gaya.ukuran, gaya.tebal, arah, gaya.tanpa_peta)


# -- rules, fills, pictures ----------------------------------------------------------------


class _Objek:
    """Puts what is drawn on a page into its `Lembar`.

    Attributes:
        isian: the filled areas with their colours, each as it is painted.
        spasi: spaces that are set alone, which the engine holds to be no text; at a space at its end a line is
            known that goes on.
    """

    def __init__(self, lembar: Lembar) -> None:
        self.lembar = lembar
        self.sisa = OBJEK_TERBANYAK
        self.isian: list[Isian] = []
        self.spasi: list[_Mentah] = []
        self._warna = [ctypes.c_uint() for _ in range(4)]
        self._tepi = [ctypes.c_float() for _ in range(4)]

    def halaman(self, hal: Any) -> None:
        """All objects of a page."""
        for n in range(c.FPDFPage_CountObjects(hal)):
            self._objek(c.FPDFPage_GetObject(hal, n), _ASAL, 0)

    def _objek(self, o: Any, m: _Matriks, lapis: int) -> None:
        self._hitung(1)
        jenis = c.FPDFPageObj_GetType(o)
        if jenis == c.FPDF_PAGEOBJ_PATH:
            self._jejak(o, m)
        elif jenis == c.FPDF_PAGEOBJ_TEXT:
            self._teks(o, m)
        elif jenis == c.FPDF_PAGEOBJ_IMAGE:
            self.lembar.gambar.append(self._batas(o, m))
        elif jenis == c.FPDF_PAGEOBJ_FORM and lapis < LAPIS_TERDALAM:
            dalam = _kali(_matriks(o), m)
            for n in range(c.FPDFFormObj_CountObjects(o)):
                self._objek(c.FPDFFormObj_GetObject(o, n), dalam, lapis + 1)

    def _teks(self, o: Any, m: _Matriks) -> None:
        c.FPDFPageObj_GetBounds(o, *self._tepi)
        x0, _, x1, _ = self._tepi
        if x1.value - x0.value < TAK_BERLEBAR:
            c.FPDFTextObj_GetFontSize(o, self._tepi[0])
            m = _kali(_matriks(o), m)
            gaya = _Gaya.dari(m, self._tepi[0].value, None)
            self.spasi.append((" ", m[4], m[5], gaya.lebar_fon / 4, gaya))

    def _hitung(self, banyak: int) -> None:
        self.sisa -= banyak
        if self.sisa < 0:
            raise MesinError("berat")

    def _jejak(self, o: Any, m: _Matriks) -> None:
        isi, garis = ctypes.c_int(), ctypes.c_int()
        c.FPDFPath_GetDrawMode(o, isi, garis)
        titik = c.FPDFPath_CountSegments(o)
        if not garis.value and titik <= _PERSEGI:
            if isi.value:
                self._isian(o, self._batas(o, m))
            return
        self._hitung(titik)
        m = _kali(_matriks(o), m)
        bagian = [[self._tampak(x, y, m) for x, y in b] for b in _bagian(o, titik)]
        if isi.value:
            for b in bagian:
                self._isian(o, _bingkai(b))
        if not garis.value:
            return
        tebal = ctypes.c_float()
        c.FPDFPageObj_GetStrokeWidth(o, tebal)
        if tebal.value * hypot(m[0], m[1]) > 2 * TIPIS:
            return
        for b in bagian:
            for p, q in pairwise(b):
                self._garis(_bingkai((p, q)))

    def _isian(self, o: Any, p: Persegi) -> None:
        """A filled area: a rule when it is thin."""
        x0, y0, x1, y1 = p
        lebar, tinggi = x1 - x0, y1 - y0
        if min(lebar, tinggi) > TIPIS:
            c.FPDFPageObj_GetFillColor(o, *self._warna)
            r, g, b, _ = (w.value for w in self._warna)
            self.isian.append(Isian(p, r << 16 | g << 8 | b))
        elif lebar >= PANJANG * max(tinggi, 1.0):
            self.lembar.garis.append((x0, (y0 + y1) / 2, x1, (y0 + y1) / 2))
        elif tinggi >= PANJANG * max(lebar, 1.0):
            self.lembar.garis.append(((x0 + x1) / 2, y0, (x0 + x1) / 2, y1))

    def _garis(self, p: Persegi) -> None:
        """A stroke from one corner of a box to the other: a rule when it is straight."""
        x0, y0, x1, y1 = p
        if y1 - y0 <= LURUS < x1 - x0:
            self.lembar.garis.append((x0, (y0 + y1) / 2, x1, (y0 + y1) / 2))
        elif x1 - x0 <= LURUS < y1 - y0:
            self.lembar.garis.append(((x0 + x1) / 2, y0, (x0 + x1) / 2, y1))

    def _tampak(self, x: float, y: float, m: _Matriks) -> tuple[float, float]:
        return self.lembar.bidang.tampak(m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5])

    def _batas(self, o: Any, m: _Matriks) -> Persegi:
        c.FPDFPageObj_GetBounds(o, *self._tepi)
        x0, y0, x1, y1 = (t.value for t in self._tepi)
        if m is not _ASAL:
            sudut = [(x0, y0), (x0, y1), (x1, y0), (x1, y1)]
            return _bingkai([self._tampak(x, y, m) for x, y in sudut])
        tampak = self.lembar.bidang.tampak
        (x0, y0), (x1, y1) = tampak(x0, y0), tampak(x1, y1)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _luas(isian: Iterable[Isian]) -> Iterator[Isian]:
    """Filled areas, those of one colour that touch and are as wide put together."""
    for (warna, x0, x1), sama in groupby(sorted(isian, key=_lajur), key=lambda i: _lajur(i)[:3]):
        kini: Persegi | None = None
        for p, _ in sama:
            if kini is not None and p[1] > kini[3] + LURUS:
                yield Isian(kini, warna)
                kini = None
            kini = p if kini is None else (x0, kini[1], x1, max(kini[3], p[3]))
        if kini is not None:
            yield Isian(kini, warna)


def _lajur(i: Isian) -> tuple[int, float, float, float]:
    return i.warna, i.kotak[0], i.kotak[2], i.kotak[1]


_PERSEGI = 5
"""Points of a path that is one rectangle."""


def _bagian(o: Any, titik: int) -> list[list[tuple[float, float]]]:
    """The points of each part of a path, the first again where it is closed; curves are left out."""
    hasil: list[list[tuple[float, float]]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for n in range(titik):
        s = c.FPDFPath_GetPathSegment(o, n)
        c.FPDFPathSegment_GetPoint(s, x, y)
        jenis = c.FPDFPathSegment_GetType(s)
        if jenis != c.FPDF_SEGMENT_LINETO or not hasil:
            hasil.append([])
        hasil[-1].append((x.value, y.value))
        if c.FPDFPathSegment_GetClose(s):
            hasil[-1].append(hasil[-1][0])
    return hasil


def _bingkai(titik: Sequence[tuple[float, float]]) -> Persegi:
    x, y = [t[0] for t in titik], [t[1] for t in titik]
    return min(x), min(y), max(x), max(y)


def _matriks(o: Any) -> _Matriks:
    m = c.FS_MATRIX()
    return (m.a, m.b, m.c, m.d, m.e, m.f) if c.FPDFPageObj_GetMatrix(o, m) else _ASAL


def _kali(p: _Matriks, q: _Matriks) -> _Matriks:
    """First `p`, then `q`."""
    return (
        p[0] * q[0] + p[1] * q[2],
        p[0] * q[1] + p[1] * q[3],
        p[2] * q[0] + p[3] * q[2],
        p[2] * q[1] + p[3] * q[3],
        p[4] * q[0] + p[5] * q[2] + q[4],
        p[4] * q[1] + p[5] * q[3] + q[5],
    )
