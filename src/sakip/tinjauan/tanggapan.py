"""Tanggapan: what the office reviewed answers to the findings, and what that leaves open.

Answers are kept in a file, `tanggapan.yaml`, by the id of the finding, so that they outlive the draft they
were given for. An answer closes a finding only while it can be believed: a refusal has a reason, an answer
may have an end, and a finding that is said to be mended and is still there is open.
"""

from __future__ import annotations

import enum
import os
import re
from datetime import UTC, date, datetime
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

import attrs

from sakip.errors import Masalah, SumberError
from sakip.konversi.nilai import CARA_TANGGAL, BentukError, Hook, Pilihan, pilihan, tanggal, teks
from sakip.pembaca.bita import isi_berkas, teks_berkas
from sakip.tinjauan.engine import Reviu

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sakip.konversi.konverter import Konverter
    from sakip.temuan.temuan import Temuan

__all__ = [
    "STATUS",
    "Keadaan",
    "ReviuBertanggapan",
    "Tanggapan",
    "baca_tanggapan",
    "konverter",
    "tanggapan_untuk",
    "terapkan",
    "urai_tanggapan",
]

STATUS = ("terbuka", "diterima", "ditolak", "diperbaiki")
"""What an answer can say; the first is that there is none yet."""

TERBESAR = 5_000_000
"""Bytes beyond which a file of answers is refused before it is read."""


_ID = re.compile(r"[0-9a-f]{12}(?:-[1-9][0-9]{0,3})?")


class Keadaan(enum.Enum):
    """How a finding stands in view of its answer."""

    TERBUKA = "terbuka"
    DITERIMA = "diterima"
    DITOLAK = "ditolak"
    KEDALUWARSA = "kedaluwarsa"
    BELUM_DIPERBAIKI = "belum_diperbaiki"

    @property
    def terbuka(self) -> bool:
        """Whether the finding still counts."""
        return self not in {Keadaan.DITERIMA, Keadaan.DITOLAK}


@attrs.frozen(slots=True, kw_only=True)
class Tanggapan:
    """An answer to a finding.

    Attributes:
        id: the finding.
        status: terbuka, diterima, ditolak or diperbaiki.
        alasan: why; never empty when the finding is refused.
        tanggal: when it was given; None only while the status is terbuka.
        sampai: the last day on which it holds; None for no end.
        oleh: the office that answers.
        baris: its line in the file.
    """

    id: str
    status: str = attrs.field(default=STATUS[0], validator=Pilihan(*STATUS))
    alasan: str = ""
    tanggal: date | None = None
    sampai: date | None = None
    oleh: str = ""
    baris: int | None = None

    def keadaan(self, hari_ini: date) -> Keadaan:
        """How a finding that is there stands, on a day, with this answer."""
        if self.status == "diperbaiki":
            return Keadaan.BELUM_DIPERBAIKI
        if self.sampai is not None and self.sampai < hari_ini and self.status != STATUS[0]:
            return Keadaan.KEDALUWARSA
        return Keadaan(self.status)


@attrs.frozen(slots=True, kw_only=True)
class ReviuBertanggapan(Reviu):
    """A review and the answers to it.

    Attributes:
        berkas: the file of the answers, as the user named it.
        hari_ini: the day on which they were looked at.
        jawaban: the answers that belong to a finding, by its id.
        kedaluwarsa: those of them that are past their end: their findings are open again.
        tak_berpasangan: the answers that belong to no finding.
    """

    berkas: str
    hari_ini: date
    jawaban: Mapping[str, Tanggapan] = attrs.field(hash=False)
    kedaluwarsa: tuple[Tanggapan, ...] = ()
    tak_berpasangan: tuple[Tanggapan, ...] = ()

    def keadaan(self, t: Temuan) -> Keadaan:
        """How a finding stands."""
        jawaban = self.jawaban.get(t.id)
        return Keadaan.TERBUKA if jawaban is None else jawaban.keadaan(self.hari_ini)

    @property
    def terbuka(self) -> tuple[Temuan, ...]:
        """The findings that still count."""
        return tuple(t for t in self.temuan if self.keadaan(t).terbuka)

    @property
    def terjawab(self) -> tuple[Temuan, ...]:
        """The findings that an answer closes."""
        return tuple(t for t in self.temuan if not self.keadaan(t).terbuka)

    def hitung_terbuka(self) -> dict[str, int]:
        """How many open findings there are of each severity."""
        return attrs.evolve(self, temuan=self.terbuka).hitung_keparahan()


def tanggapan_untuk(r: Reviu, t: Temuan) -> tuple[Keadaan, Tanggapan | None]:
    """How a finding of any review stands, and the answer to it; open and None where nobody answered."""
    if not isinstance(r, ReviuBertanggapan):
        return Keadaan.TERBUKA, None
    return r.keadaan(t), r.jawaban.get(t.id)


def terapkan(
    reviu: Reviu, tanggapan: Iterable[Tanggapan], *, berkas: str = "", hari_ini: date | None = None
) -> ReviuBertanggapan:
    """Put answers to the findings they are about.

    Args:
        reviu: the review.
        tanggapan: the answers.
        berkas: the file they come from, for messages.
        hari_ini: the day that decides which have expired; today when left out.
    """
    hari = _hari_ini() if hari_ini is None else hari_ini
    ada = {t.id for t in reviu.temuan}
    semua = tuple(tanggapan)
    jawaban = {j.id: j for j in semua if j.id in ada}
    tutup = {i for i, j in jawaban.items() if not j.keadaan(hari).terbuka}
    # What rests on other findings alone falls with the last of them.
    temuan = tuple(t for t in reviu.temuan if not t.selama or not tutup.issuperset(t.selama))
    isi: dict[str, Any] = {a.name: getattr(reviu, a.name) for a in attrs.fields(Reviu)}
    isi["temuan"] = temuan
    return ReviuBertanggapan(
        **isi,
        berkas=berkas,
        hari_ini=hari,
        jawaban=jawaban,
        kedaluwarsa=tuple(j for j in jawaban.values() if j.keadaan(hari) is Keadaan.KEDALUWARSA),
        tak_berpasangan=tuple(j for j in semua if j.id not in ada),
    )


def baca_tanggapan(berkas: str | os.PathLike[str], *, hari_ini: date | None = None) -> tuple[Tanggapan, ...]:
    """Read a file of answers.

    Args:
        berkas: the file.
        hari_ini: the day after which no answer can have been given; today when left out.

    Raises:
        SumberError: it cannot be read, or says something that is not understood; every problem is listed.
    """
    sebutan = os.fsdecode(berkas)
    return urai_tanggapan(isi_berkas(sebutan, TERBESAR), sebutan, hari_ini=hari_ini)


def urai_tanggapan(isi: bytes, sebutan: str, *, hari_ini: date | None = None) -> tuple[Tanggapan, ...]:
    """Read the contents of a file of answers; see `baca_tanggapan`."""
    # YAML and the converter are loaded by whoever reads answers, not by every writer that shows them.
    from sakip.konversi.pohon import Dokumen
    from sakip.konversi.yaml_ketat import muat

    masalah: list[Masalah] = []
    tertulis = teks_berkas(isi, sebutan, masalah)
    if tertulis is not None and all(b.lstrip()[:1] in {"", "#"} for b in tertulis.splitlines()):
        return ()
    pohon = None if tertulis is None else muat(tertulis, sebutan, Dokumen(sebutan), masalah)
    hasil = None
    if pohon is not None:
        conv = konverter(_hari_ini() if hari_ini is None else hari_ini)
        hasil = conv.baca(pohon, tuple[Tanggapan, ...], sebutan, masalah)
    if masalah:
        raise SumberError(sorted(masalah, key=lambda m: m.baris or 0))
    return hasil or ()


@lru_cache(maxsize=1)
def konverter(hari_ini: date) -> Konverter:
    """A converter that knows how answers stand in the file, and what they must say on a day."""
    from sakip.konversi.konverter import Bentuk, Konverter, daftar

    conv = Konverter()
    conv.bentuk[Tanggapan] = Bentuk(
        hook={
            "id": Hook(_id, {"type": "string", "pattern": f"^{_ID.pattern}$"}),
            "status": _bila_diisi(pilihan(*STATUS), STATUS[0]),
            "alasan": Hook(_rapi, teks.skema),
            "tanggal": _bila_diisi(tanggal, None),
            "sampai": _bila_diisi(tanggal, None),
            "oleh": Hook(_rapi, teks.skema),
        },
        tanpa=frozenset({"baris"}),
        periksa=partial(_periksa, hari_ini),
        akhir=lambda t, isi: attrs.evolve(t, baris=isi.letak("id").baris),
        sebutan="tanggapan dengan kunci id dan status",
    )
    semua = daftar(conv.hook(Tanggapan), unik="id", sebutan="daftar tanggapan: - id: …")
    conv.register_structure_hook_func(lambda t: t == tuple[Tanggapan, ...], semua)
    return conv


def _rapi(nilai: Any) -> str:
    hasil: str = teks(nilai)
    return hasil.strip()


def _id(nilai: Any) -> str:
    hasil = _rapi(nilai)
    if not _ID.fullmatch(hasil):
        raise BentukError(f"{hasil[:60]!r} bukan id temuan; salin dari sakip reviu --rinci atau dari sakip tanggapan")
    return hasil


def _bila_diisi(hook: Hook, kosong: Any) -> Hook:
    """What `sakip tanggapan` writes empty is not answered yet."""
    skema = {"anyOf": [{"const": ""}, hook.skema]}
    return Hook(lambda nilai: hook(nilai.strip()) if _rapi(nilai) else kosong, skema)


def _periksa(hari_ini: date, isi: Any) -> list[BentukError]:
    """What an answer must say to be one. What is no text is reported as such, and not as missing too."""
    ada = {k: isi.get(k, "") for k in ("status", "alasan", "tanggal", "sampai")}
    ada = {k: v.strip() if isinstance(v, str) else None for k, v in ada.items()}
    status, (pada, akhir) = ada["status"], (_hari(ada[k]) for k in ("tanggal", "sampai"))
    salah = []
    if status in STATUS[1:] and ada["tanggal"] == "":
        salah.append(("tanggal", f"belum diisi, padahal status {status}; {CARA_TANGGAL}"))
    if status == "ditolak" and ada["alasan"] == "":
        salah.append(("alasan", "ditolak tanpa alasan; tulis mengapa temuan ini tidak diterima"))
    if pada is not None and pada > hari_ini:
        salah.append(("tanggal", f"{pada} belum tiba (hari ini {hari_ini})"))
    if pada is not None and akhir is not None and akhir < pada:
        salah.append(("sampai", f"{akhir} lebih awal daripada tanggal tanggapan, {pada}"))
    return [BentukError(pesan, k, isi.get(k)) for k, pesan in salah]


def _hari(tertulis: str | None) -> date | None:
    try:
        hasil: date = tanggal(tertulis or "")
    except BentukError:
        return None
    return hasil


def _hari_ini() -> date:
    return datetime.now(tz=UTC).astimezone().date()
