"""Tanggapan: what the office reviewed answers to the findings, and what that leaves open.

Answers are kept in a file, `tanggapan.yaml`, by the id of the finding, so that they outlive the draft they
were given for. An answer closes a finding only while it can be believed: a refusal has a reason, an answer
may have an end, and a finding that is said to be mended and is still there is open.
"""

from __future__ import annotations

import enum
import os
import re
import stat
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from sakip.errors import Masalah, SumberError, sebab
from sakip.tinjauan.engine import Reviu

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sakip.konversi.pencatat import Pencatat
    from sakip.konversi.yaml_ketat import Node, Peta
    from sakip.temuan.temuan import Temuan

__all__ = [
    "STATUS",
    "Keadaan",
    "ReviuBertanggapan",
    "Tanggapan",
    "baca_tanggapan",
    "isi_berkas",
    "tanggapan_untuk",
    "terapkan",
    "urai_tanggapan",
]

STATUS = ("terbuka", "diterima", "ditolak", "diperbaiki")
"""What an answer can say; the first is that there is none yet."""

TERBESAR = 5_000_000
"""Bytes beyond which a file of answers is refused before it is read."""

CARA_TANGGAL = "tulis tahun-bulan-tanggal, misalnya 2026-03-31"

_KUNCI = ("id", "status", "alasan", "tanggal", "sampai", "oleh")
_ID = re.compile(r"[0-9a-f]{12}(?:-[1-9][0-9]{0,3})?")
_TANGGAL = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


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
    status: str = STATUS[0]
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
    return urai_tanggapan(isi_berkas(sebutan), sebutan, hari_ini=hari_ini)


def isi_berkas(sebutan: str, terbesar: int = TERBESAR) -> bytes:
    """The bytes of a file that a person wrote.

    Raises:
        SumberError: there is none, or it is no ordinary file of reasonable size.
    """
    try:
        jalur = Path(sebutan)
        keadaan = jalur.stat()
        if stat.S_ISDIR(keadaan.st_mode):
            raise SumberError([Masalah(sebutan, "ini folder, bukan berkas")])
        if not stat.S_ISREG(keadaan.st_mode):
            raise SumberError([Masalah(sebutan, "bukan berkas biasa")])
        if keadaan.st_size > terbesar:
            raise SumberError([Masalah(sebutan, f"terlalu besar: batasnya {terbesar // 1_000_000} MB")])
        return jalur.read_bytes()
    except FileNotFoundError:
        raise SumberError([Masalah(sebutan, "berkas tidak ada")]) from None
    except (OSError, ValueError) as e:
        raise SumberError([Masalah(sebutan, f"tidak dapat dibaca: {sebab(e)}")]) from None


def urai_tanggapan(isi: bytes, sebutan: str, *, hari_ini: date | None = None) -> tuple[Tanggapan, ...]:
    """Read the contents of a file of answers; see `baca_tanggapan`."""
    # YAML is loaded by whoever reads answers, not by every writer that shows them.
    from sakip.konversi.pencatat import Pencatat
    from sakip.konversi.yaml_ketat import Daftar, Dokumen, muat

    try:
        teks = isi.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        baris = isi.count(b"\n", 0, e.start) + 1
        raise SumberError([Masalah(sebutan, "bukan UTF-8; simpan ulang sebagai UTF-8", baris)]) from None
    if all(b.lstrip()[:1] in {"", "#"} for b in teks.splitlines()):
        return ()
    masalah: list[Masalah] = []
    pohon = muat(teks, sebutan, Dokumen(sebutan), masalah)
    catat = Pencatat(sebutan, masalah)
    hasil: list[Tanggapan] = []
    if isinstance(pohon, Daftar):
        hasil = _baca_semua(pohon, catat, _hari_ini() if hari_ini is None else hari_ini)
    elif pohon is not None:
        catat.lapor("harus daftar tanggapan: - id: …", getattr(pohon, "baris", None))
    if masalah:
        raise SumberError(sorted(masalah, key=lambda m: m.baris or 0))
    return tuple(hasil)


def _baca_semua(pohon: Iterable[Node], catat: Pencatat, hari_ini: date) -> list[Tanggapan]:
    hasil: list[Tanggapan] = []
    sudah: dict[str, int] = {}
    for simpul in pohon:
        if not isinstance(simpul, dict):
            catat.lapor("harus tanggapan dengan kunci id dan status", simpul.baris)
            continue
        t = _Pembaca(simpul, catat, hari_ini).baca()
        if t.id in sudah:
            catat.lapor(f"tanggapan ganda untuk {t.id}; sudah ada di baris {sudah[t.id]}", t.baris, "id")
        elif _ID.fullmatch(t.id):
            sudah[t.id] = t.baris or 0
        hasil.append(t)
    return hasil


class _Pembaca:
    """Reads one answer and notes everything that is wrong with it."""

    def __init__(self, peta: Peta, catat: Pencatat, hari_ini: date) -> None:
        self.peta = peta
        self.catat = catat
        self.hari_ini = hari_ini

    def baca(self) -> Tanggapan:
        from sakip.teks.jarak import maksud

        for kunci in self.peta:
            if kunci not in _KUNCI:
                saran = maksud(kunci, _KUNCI) or f"; yang ada: {', '.join(_KUNCI)}"
                self._salah(kunci, f"kunci tidak dikenal{saran}")
        isi = {kunci: self._teks(kunci) for kunci in _KUNCI}
        tanggal, sampai = self._tanggal("tanggal", isi), self._tanggal("sampai", isi)
        self._periksa(isi, tanggal, sampai)
        return Tanggapan(
            id=isi["id"],
            status=isi["status"] or STATUS[0],
            alasan=isi["alasan"],
            tanggal=tanggal,
            sampai=sampai,
            oleh=isi["oleh"],
            baris=self._baris("id"),
        )

    def _periksa(self, isi: Mapping[str, str], tanggal: date | None, sampai: date | None) -> None:
        """What an answer must say to be one."""
        id_, status = isi["id"], isi["status"]
        if "id" not in self.peta:
            self._salah("", "tanggapan tanpa id temuan")
        elif not _ID.fullmatch(id_):
            self._salah("id", f"{id_!r} bukan id temuan; salin dari sakip reviu --rinci atau dari sakip tanggapan")
        if status and status not in STATUS:
            self._salah("status", f"{status!r} tidak dikenal; pilih salah satu: {', '.join(STATUS)}")
        if status in STATUS[1:] and not isi["tanggal"]:
            self._salah("tanggal", f"belum diisi, padahal status {status}; {CARA_TANGGAL}")
        if status == "ditolak" and not isi["alasan"]:
            self._salah("alasan", "ditolak tanpa alasan; tulis mengapa temuan ini tidak diterima")
        if tanggal is not None and tanggal > self.hari_ini:
            self._salah("tanggal", f"{tanggal} belum tiba (hari ini {self.hari_ini})")
        if tanggal is not None and sampai is not None and sampai < tanggal:
            self._salah("sampai", f"{sampai} lebih awal daripada tanggal tanggapan, {tanggal}")

    def _tanggal(self, kunci: str, isi: Mapping[str, str]) -> date | None:
        teks = isi[kunci]
        if not teks:
            return None
        try:
            if _TANGGAL.fullmatch(teks):
                return date.fromisoformat(teks)
        except ValueError:
            pass
        self._salah(kunci, f"{teks!r} bukan tanggal; {CARA_TANGGAL}")
        return None

    def _teks(self, kunci: str) -> str:
        nilai = self.peta.get(kunci, "")
        if not isinstance(nilai, str):
            self._salah(kunci, "harus teks")
            return ""
        return nilai.strip()

    def _baris(self, kunci: str) -> int:
        letak = self.peta.letak(kunci)
        return self.peta.baris if letak is None else letak.baris

    def _salah(self, kunci: str, pesan: str) -> None:
        self.catat.lapor(pesan, self._baris(kunci), kunci)


def _hari_ini() -> date:
    return datetime.now(tz=UTC).astimezone().date()
