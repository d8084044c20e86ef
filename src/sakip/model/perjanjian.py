"""PerjanjianKinerja: an officer's agreement form."""

from __future__ import annotations

import attrs

from sakip.angka.lokasi import Lokasi
from sakip.konversi.nilai import Pilihan
from sakip.model.sel import Sel, tercetak
from sakip.teks.kalimat import Kalimat, kalimat
from sakip.teks.short_repr import short_repr

__all__ = ["BarisAnggaran", "BarisKinerja", "Diampu", "PerjanjianKinerja", "RincianKinerja"]


@attrs.frozen(slots=True, kw_only=True)
class RincianKinerja:
    """A part of a target, printed under its indicator: `Dokumen Renja (2 Dokumen)`."""

    nama: str
    target: Sel


@attrs.frozen(slots=True, kw_only=True)
class BarisKinerja:
    """A line of the performance part: number, sasaran, indicator, target; all as printed, each optional."""

    no: str = ""
    sasaran: str = ""
    indikator: str = ""
    target: Sel | None = None
    rincian: tuple[RincianKinerja, ...] = ()
    lokasi: Lokasi = Lokasi()

    @property
    def sel(self) -> tuple[Sel, ...]:
        """Its printed figures."""
        return tercetak(self.target, *(r.target for r in self.rincian))


@attrs.frozen(slots=True, kw_only=True)
class Diampu:
    """The share of a budget line that another unit bears, as the keterangan prints it."""

    unit: str
    nilai: Sel


@attrs.frozen(slots=True, kw_only=True)
class BarisAnggaran:
    """A line of the budget part.

    Attributes:
        no: the printed number, `1.1`.
        uraian: the program, kegiatan or sub kegiatan as printed.
        anggaran: the money on the line.
        keterangan: the source of funds as printed.
        total: the whole budget of the item, when the line is a share of it.
        diampu: the shares that other units bear.
        kode: the code of the item, when its name alone does not say which it is.
    """

    no: str = ""
    uraian: str
    anggaran: Sel | None = None
    keterangan: str = ""
    total: Sel | None = None
    diampu: tuple[Diampu, ...] = ()
    kode: str = ""
    lokasi: Lokasi = Lokasi()

    @property
    def sel(self) -> tuple[Sel, ...]:
        """Its printed figures."""
        return tercetak(self.anggaran, self.total, *(d.nilai for d in self.diampu))


@attrs.frozen(slots=True, kw_only=True, field_transformer=short_repr)
class PerjanjianKinerja:
    """An officer's form. Offices only; the names of people are never part of a report's data.

    Attributes:
        eselon: II, III or IV: the heading under which the form stands.
        jenis: murni, perubahan, or iku for the form that sets the main indicators.
        jabatan: the office of the first party, as the agreement prints it.
        jabatan_formulir: the office as the annexed form prints it.
        unit: the unit whose budget it is, as the keterangan of other forms names it.
        atasan: the office of the second party.
        pihak_supervisi: who supervises, as the clause says; rightly PIHAK KEDUA.
        lokasi, lokasi_perjanjian: where the annexed form and the agreement itself begin.
    """

    eselon: str = attrs.field(validator=Pilihan("II", "III", "IV"))
    jabatan: str
    tahun: int
    jenis: str = attrs.field(default="perubahan", validator=Pilihan("murni", "perubahan", "iku"))
    jabatan_formulir: str = ""
    unit: str = ""
    atasan: str = ""
    pihak_supervisi: str = ""
    tanggal: str = ""
    kinerja: tuple[BarisKinerja, ...] = ()
    anggaran: tuple[BarisAnggaran, ...] = ()
    jumlah: Sel | None = None
    lokasi: Lokasi = Lokasi()
    lokasi_perjanjian: Lokasi = Lokasi()
    lokasi_jabatan_formulir: Lokasi = Lokasi()
    lokasi_atasan: Lokasi = Lokasi()
    lokasi_supervisi: Lokasi = Lokasi()

    @property
    def sebutan(self) -> str:
        """How findings call it: `PK eselon III Sekretaris …`, `Formulir IKU …`."""
        depan = {"iku": "Formulir IKU", "murni": f"PK murni eselon {self.eselon}"}.get(
            self.jenis, f"PK eselon {self.eselon}"
        )
        return f"{depan} {self.jabatan}"

    @property
    def tempat(self) -> Kalimat:
        """Where its figures are, as a sentence."""
        kunci = {"iku": "tempat.iku", "murni": "tempat.pk_murni"}.get(self.jenis, "tempat.pk")
        return kalimat(kunci, eselon=self.eselon, jabatan=self.jabatan)

    @property
    def sel(self) -> tuple[Sel, ...]:
        """Its printed figures."""
        kinerja = (s for k in self.kinerja for s in k.sel)
        anggaran = (s for b in self.anggaran for s in b.sel)
        return tercetak(*kinerja, *anggaran, self.jumlah)
