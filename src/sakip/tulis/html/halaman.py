"""The page: templates filled in, style and script put inside, and a policy that allows nothing else.

The policy names the one style sheet and the one script by their digests. So even a text that got past the
escaping could neither run nor restyle anything, and the page can reach no other host.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import TYPE_CHECKING

import attrs
from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from sakip._version import __version__
from sakip.aturan import VERSI
from sakip.tulis.html import diperiksa, grafik, kaskade, kepala, rekonsiliasi, temuan
from sakip.tulis.html.bahan import Bahan
from sakip.tulis.teks import bersih
from sakip.tulis.words.kamus import Kamus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sakip.tinjauan.engine import Reviu
    from sakip.tulis import Opsi

__all__ = ["halaman", "kebijakan"]

AKAR = "sakip.tulis.html"


@attrs.frozen(slots=True, kw_only=True)
class Bagian:
    """One review, ready for the templates."""

    id: str
    kata: Kamus
    kepala: kepala.Kepala
    kelompok: tuple[temuan.Kelompok, ...]
    capaian: grafik.Grafik | None
    serapan: grafik.Grafik | None
    kaskade: kaskade.Kaskade | None
    matriks: tuple[rekonsiliasi.Matriks, ...]
    diperiksa: diperiksa.Diperiksa

    @property
    def banyak(self) -> int:
        """How many findings there are."""
        return sum(len(k.kartu) for k in self.kelompok)


@attrs.frozen(slots=True)
class Saringan:
    """What the findings of all reviews can be filtered by."""

    keparahan: tuple[temuan.Pilihan, ...]
    rumpun: tuple[temuan.Pilihan, ...]
    unit: tuple[temuan.Pilihan, ...]


def halaman(reviu: Iterable[Reviu], opsi: Opsi) -> Iterator[bytes]:
    """The page as UTF-8."""
    semua = list(reviu)
    bagian = [_bagian(r, opsi, f"l{no}-" if len(semua) > 1 else "") for no, r in enumerate(semua, 1)]
    kata = Kamus(opsi.bahasa)
    lingkungan = _lingkungan()
    gaya, skrip = _berkas("gaya.css"), _berkas("saring.js")
    satu = bagian[0].kepala if len(bagian) == 1 else None
    judul = kata("html.judul_banyak", n=len(bagian))
    if satu is not None:
        judul = kata("html.judul", instansi=satu.instansi, tahun=str(semua[0].laporan.tahun))
    teks = lingkungan.get_template("halaman.html.j2").render(
        bahasa=opsi.bahasa,
        kata=kata,
        judul=judul,
        bagian=bagian,
        saringan=_saringan(bagian, opsi),
        gaya=Markup(gaya),  # noqa: S704 - our own files
        skrip=Markup(skrip),  # noqa: S704 - as above
        kebijakan=kebijakan(gaya, skrip),
        sakip=__version__,
        aturan=VERSI,
    )
    yield teks.encode()


def kebijakan(gaya: str, skrip: str) -> str:
    """The Content-Security-Policy of a page with this style sheet and this script and nothing else."""
    izin = {
        "default-src": "'none'",
        "style-src": f"'sha256-{_sidik(gaya)}'",
        "script-src": f"'sha256-{_sidik(skrip)}'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
    }
    return "; ".join(f"{k} {v}" for k, v in izin.items())


def _sidik(teks: str) -> str:
    return b64encode(sha256(teks.encode()).digest()).decode()


def _bagian(r: Reviu, opsi: Opsi, awalan: str) -> Bagian:
    b = Bahan(r, opsi, awalan)
    return Bagian(
        id=awalan,
        kata=b.kata,
        kepala=kepala.kepala(b),
        kelompok=temuan.kelompok(b),
        capaian=grafik.capaian(b),
        serapan=grafik.serapan(b),
        kaskade=kaskade.kaskade(b),
        matriks=rekonsiliasi.matriks(b),
        diperiksa=diperiksa.diperiksa(b),
    )


def _saringan(bagian: list[Bagian], opsi: Opsi) -> Saringan:
    kata = Kamus(opsi.bahasa)
    kartu = [k for b in bagian for g in b.kelompok for k in g.kartu]
    return Saringan(
        temuan.pilihan_keparahan(kata, kartu), temuan.pilihan_rumpun(kata, kartu), temuan.pilihan_unit(kartu)
    )


@cache
def _berkas(nama: str) -> str:
    """A file of the page with line ends as a browser counts them."""
    teks = resources.files(AKAR).joinpath("templat", nama).read_text(encoding="utf-8")
    return teks.replace("\r\n", "\n").replace("\r", "\n")


@cache
def _lingkungan() -> Environment:
    return Environment(
        loader=FunctionLoader(_berkas),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_bersihkan,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _bersihkan(nilai: object) -> object:
    """The last gate: no text leaves a template with a control or direction character in it."""
    return nilai if not isinstance(nilai, str) or isinstance(nilai, Markup) else bersih(nilai)
