"""A whole table into a `Tabel`: heading, roles, kinds of row, cells read as their roles demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.angka.lokasi import Lokasi
from sakip.angka.notasi import kosong
from sakip.errors import AngkaError
from sakip.model.laporan import Catatan
from sakip.model.peran import PERAN, Kolom
from sakip.model.sel import Sel, baca_sel_peran, simpan
from sakip.model.tabel import BARIS_KATA, Baris, Tabel, sebutan_tabel
from sakip.pembaca.hasil import TakDikenali
from sakip.pembaca.tafsir.kosakata import kata_judul
from sakip.pembaca.tafsir.tabel.baris import bukan_jumlah, jumlah_tersirat
from sakip.pembaca.tafsir.tabel.kepala import Kepala, baca_kepala
from sakip.pembaca.tafsir.tabel.kolom import KolomTafsir, jenis_sel, tafsirkan_kolom
from sakip.teks.istilah import bentuk
from sakip.teks.kalimat import Kalimat, kalimat
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip.pembaca.blok import SelGrid
    from sakip.pembaca.tafsir.kosakata import Kosakata
    from sakip.pembaca.tafsir.tabel.rangkai import BarisMentah, TabelMentah

__all__ = ["TabelTafsir", "tafsirkan_tabel"]

KATA = frozenset({"teks", "label"})
ANGKA = frozenset({"angka", "persen", "uang"})
NAMA_TERPANJANG = 10
"""Words of the name of a total or a mean, at most."""
JUMLAH = frozenset({"total", "subtotal", "rerata", "rerata_total"})


@attrs.frozen(slots=True)
class TabelTafsir:
    """A table understood as far as it goes."""

    tabel: Tabel
    tak_dikenali: TakDikenali | None = None
    catatan: tuple[Catatan, ...] = ()


@attrs.define(slots=True, eq=False)
class _Baris:
    """A row on its way: kind, cells."""

    jenis: str
    sel: list[SelGrid]


class _Penafsir:
    def __init__(self, mentah: TabelMentah, kosakata: Kosakata, tahun: int, daftar: dict[str, str]) -> None:
        self.mentah = mentah
        self.kosakata = kosakata
        self.tahun = tahun
        self.sebutan = sebutan_tabel(mentah.nomor, mentah.judul)
        tercetak = daftar.get(mentah.nomor, "")
        self.judul_daftar = tercetak if tercetak and baku(tercetak) != baku(mentah.judul) else ""
        self.catatan: list[Catatan] = []
        self.lepas = 0

    def tafsirkan(self) -> TabelTafsir:
        kepala = baca_kepala(self.mentah.baris, self.kosakata)
        if kepala is None:
            return self._tanpa_kepala()
        mentah, kepala = _buang_kosong(self.mentah.baris, kepala)
        mentah = _tanpa_nama_orang(mentah, kepala)
        data = _gabung_lanjutan(mentah[kepala.tinggi :])
        baris = [_Baris(self._jenis(b.isi), list(b.sel)) for b in data]
        nomor = mentah[kepala.banyak].isi if kepala.nomor else ()
        rincian = [b for b in baris if b.jenis == "rincian"]
        isi = [b for b in baris if b.jenis != "kelompok"]
        # Where hardly a row is left, the first word of the names made totals of lines.
        kolom = self._tafsirkan_kolom(rincian if 2 * len(rincian) >= len(isi) else isi, kepala, nomor)
        self._rapikan(baris, kolom)
        self._tinjau_jumlah(baris, kolom)
        if any(b.jenis == "rincian" and b not in rincian for b in isi):
            kolom = self._tafsirkan_kolom([b for b in baris if b.jenis == "rincian"], kepala, nomor)
        kolom = self._kolom_capaian(baris, kolom, kepala)
        tabel = self._susun(mentah, kepala, kolom, baris)
        return TabelTafsir(tabel, self._periksa(kolom, baris), tuple(self.catatan))

    def _tafsirkan_kolom(self, rincian: list[_Baris], kepala: Kepala, nomor: Sequence[str]) -> list[KolomTafsir]:
        sel = [[b.sel[i].teks for b in rincian] for i in range(len(kepala.kolom))]
        return tafsirkan_kolom(kepala.kolom, sel, self.kosakata, self.tahun, self.mentah.judul, nomor)

    def _tanpa_kepala(self) -> TabelTafsir:
        """A grid whose first row is no heading: words in columns without roles."""
        asing = [Kolom(PERAN["keterangan"], f"kolom {i + 1}") for i in range(self.mentah.lebar)]
        kolom = [KolomTafsir(k, angka=True, kenal=False) for k in asing]
        baris = [_Baris("rincian", list(b.sel)) for b in self.mentah.baris]
        isi = tuple(self._baris(b.jenis, b.sel, kolom) for b in baris)
        return TabelTafsir(self._tabel(kolom, isi), self._periksa(kolom, baris), tuple(self.catatan))

    # -- rows -----------------------------------------------------------------------

    def _jenis(self, sel: list[str]) -> str:
        """The kind of a row by its words alone; `kelompok` is settled when the roles are known."""
        isi = [t for t in sel if t]
        macam = [jenis_sel(t, self.kosakata) for t in isi]
        kata = [baku(t) for t, m in zip(isi, macam, strict=True) if m in KATA]
        if ANGKA & set(macam):
            # A formula or a definition may begin with `Jumlah` too; it is no name.
            kata = [k for k in kata if len(k.split()) <= NAMA_TERPANJANG and not bentuk("tabel.hitungan").search(k)]
            return next((j for k in kata if (j := self.kosakata.jenis_baris(k))), "rincian")
        return "kelompok" if len(isi) == len(kata) == 1 else "rincian"

    def _rapikan(self, baris: list[_Baris], kolom: list[KolomTafsir]) -> None:
        """Words that stand in the column of numbers go to the column of names; rows get their final kinds."""
        peran = [k.kolom.peran.nama for k in kolom]
        nomor = [i for i, p in enumerate(peran) if p in {"no", "kode"}]
        nama = next((i for i, k in enumerate(kolom) if k.kolom.peran.menamai), None)
        kode = peran.index("kode") if "kode" in peran else None
        berangka = any(k.angka for k in kolom)
        berkode = False
        for b in baris:
            if b.jenis == "kelompok" and not self._kelompok(b, peran, berangka=berangka):
                b.jenis = "rincian"
            salah = next((i for i in nomor if jenis_sel(b.sel[i].teks, self.kosakata) in KATA), None)
            if salah is not None and nama is not None and not b.sel[nama].teks:
                b.sel[nama], b.sel[salah] = b.sel[salah], b.sel[nama]
            if kode is not None and b.jenis == "rincian":
                if not kosong(b.sel[kode].teks):
                    berkode = True
                elif not berkode and any(jenis_sel(s.teks, self.kosakata) in ANGKA for s in b.sel):
                    b.jenis = "total"

    def _tinjau_jumlah(self, baris: list[_Baris], kolom: list[KolomTafsir]) -> None:
        """Rows called totals or means that nothing but their first word shows to be such are lines."""
        peran = [k.kolom.peran.nama for k in kolom]
        nama = next((i for i, k in enumerate(kolom) if k.kolom.peran.menamai), None)
        letak_indikator = [i for i, k in enumerate(kolom) if k.kolom.peran.menamai == "indikator"]
        nomor, satuan = (peran.index(p) if p in peran else None for p in ("no", "satuan"))
        angka = [i for i, k in enumerate(kolom) if k.angka and i != nomor]
        kode = peran.index("kode") if "kode" in peran else None
        berubah = True
        while berubah:  # what is a line tells more of the others
            berubah = False
            for n, b in enumerate(baris):
                if b.jenis not in JUMLAH or (kode is not None and kosong(b.sel[kode].teks)):
                    continue
                semua = [(x.jenis, [s.teks for s in x.sel]) for x in baris]
                indikator = {"target", "realisasi"} <= set(peran) and any(b.sel[i].teks for i in letak_indikator)
                milik = next((i for i in letak_indikator if b.sel[i].teks), nama)
                if bukan_jumlah(n, semua, milik, nomor, satuan, angka, indikator=indikator):
                    b.jenis = "rincian"
                    berubah = True
        if not any(b.jenis in JUMLAH for b in baris):
            semua = [(x.jenis, [s.teks for s in x.sel]) for x in baris]
            tersirat = jumlah_tersirat(semua, nomor, angka)
            if tersirat is not None:
                baris[tersirat].jenis = "total"

    def _kelompok(self, b: _Baris, peran: list[str], *, berangka: bool) -> bool:
        """Whether the one cell of a row is a heading: where names or numbers stand, in a table of figures.

        In a table of words it must be a heading by what it says (`TUJUAN :`).
        """
        (i,) = [i for i, s in enumerate(b.sel) if s.teks]
        if not PERAN[peran[i]].menamai and peran[i] not in {"no", "kode"}:
            return False
        teks = b.sel[i].teks
        return berangka or teks.endswith(":") or baku(teks) in self.kosakata.bagian

    def _kolom_capaian(self, baris: list[_Baris], kolom: list[KolomTafsir], kepala: Kepala) -> list[KolomTafsir]:
        """A mean of achievements printed in a cell over several columns gets a column of its own."""
        if any(k.kolom.kunci == "capaian" for k in kolom):
            return kolom
        letak: set[int] = set()
        for b in baris:
            if b.jenis not in {"rerata", "rerata_total"}:
                continue
            isi = [i for i, s in enumerate(b.sel) if jenis_sel(s.teks, self.kosakata) in ANGKA]
            nama = baku(" ".join(s.teks for s in b.sel))
            if len(isi) != 1 or "capaian" not in nama:
                return kolom
            letak.add(isi[0])
        if len(letak) != 1:
            return kolom
        i = letak.pop()
        atas = next((t for t in kepala.kolom[i].bagian[:-1] if "capaian" in baku(t)), "")
        if not atas or kolom[i].kolom.peran.nama not in {"target", "realisasi"}:
            return kolom
        for b in baris:
            kosong = attrs.evolve(b.sel[i], teks="")
            dipindah = b.jenis in {"rerata", "rerata_total"}
            b.sel.insert(i + 1, b.sel[i] if dipindah else kosong)
            if dipindah:
                b.sel[i] = kosong
        return [*kolom[: i + 1], KolomTafsir(Kolom(PERAN["capaian"], "", None, atas), True), *kolom[i + 1 :]]

    # -- the table --------------------------------------------------------------------

    def _susun(
        self, mentah: Sequence[BarisMentah], kepala: Kepala, kolom: list[KolomTafsir], baris: list[_Baris]
    ) -> Tabel:
        asal = mentah[0].lokasi
        judul = tuple(Sel(k.kolom.judul, None, self._lokasi(asal, k)) for k in kolom)
        isi = [Baris("judul", judul)]
        if kepala.nomor:
            nomor = list(mentah[kepala.banyak].sel)
            while len(nomor) < len(kolom):
                nomor.append(attrs.evolve(nomor[-1], teks=""))
            isi.append(self._baris("nomor", nomor, kolom))
        isi += [self._baris(b.jenis, b.sel, kolom) for b in baris]
        return self._tabel(kolom, tuple(isi))

    def _tabel(self, kolom: list[KolomTafsir], isi: tuple[Baris, ...]) -> Tabel:
        m = self.mentah
        lokasi = Lokasi(m.lokasi.berkas, m.lokasi.baris, m.lokasi.halaman, m.lokasi.sel, self.sebutan)
        return Tabel(
            tuple(k.kolom for k in kolom),
            isi,
            nomor=m.nomor,
            judul=m.judul,
            judul_daftar=self.judul_daftar,
            lokasi=lokasi,
        )

    def _lokasi(self, asal: Lokasi, k: KolomTafsir) -> Lokasi:
        return Lokasi(asal.berkas, asal.baris, asal.halaman, asal.sel, self.sebutan, k.kolom.judul or k.kolom.kunci)

    def _baris(self, jenis: str, sel: Sequence[SelGrid], kolom: list[KolomTafsir]) -> Baris:
        satuan = next((s.teks for s, k in zip(sel, kolom, strict=True) if k.kolom.peran.nama == "satuan"), "")
        hasil: list[Sel] = []
        for s, k in zip(sel, kolom, strict=True):
            lokasi = self._lokasi(s.lokasi, k)
            if jenis in BARIS_KATA or (k.kolom.peran.jenis is None and not (k.angka and not k.kenal)):
                hasil.append(Sel(s.teks, None, lokasi))
                continue
            if not k.kenal:
                hasil.append(Sel(s.teks, None, lokasi))
                self.lepas += jenis_sel(s.teks, self.kosakata) in ANGKA
                continue
            try:
                hasil.append(simpan(baca_sel_peran(s.teks, k.kolom.peran, lokasi, satuan=satuan), s.tersimpan))
            except AngkaError as e:
                hasil.append(Sel(s.teks, None, lokasi))
                sebab = Kalimat(e.kunci, e.isi)
                pesan = kalimat("kolom_bukan_angka", tabel=self.sebutan, kolom=k.kolom.judul, sebab=sebab)
                self.catatan.append(Catatan(pesan, lokasi))
        return Baris(jenis, tuple(hasil))

    def _periksa(self, kolom: list[KolomTafsir], baris: list[_Baris]) -> TakDikenali | None:
        """What was not understood: the subject of the lines, or columns of figures."""
        asing = [k.kolom.judul or k.kolom.label for k in kolom if k.angka and not k.kenal]
        bernama = any(k.kolom.peran.menamai or k.kolom.peran.nama == "kode" for k in kolom)
        if not asing and (bernama or not baris):
            return None
        asal = self.mentah.lokasi
        judul = self.mentah.judul or " | ".join(k.kolom.judul for k in kolom if k.kolom.judul) or self.sebutan
        alasan = kalimat("kolom_tidak_dikenali", kolom=tuple(asing)) if asing else kalimat("tanpa_kolom_nama")
        lokasi = Lokasi(asal.berkas, asal.baris, asal.halaman, asal.sel, self.sebutan)
        return TakDikenali(judul, lokasi, alasan, self.lepas, tuple(asing))


def _buang_kosong(baris: Sequence[BarisMentah], kepala: Kepala) -> tuple[list[BarisMentah], Kepala]:
    """Without the columns in which nothing is printed."""
    isi = [i for i in range(len(kepala.kolom)) if any(b.sel[i].teks for b in baris)]
    if len(isi) == len(kepala.kolom):
        return list(baris), kepala
    kolom = tuple(kepala.kolom[i] for i in isi)
    return [attrs.evolve(b, sel=tuple(b.sel[i] for i in isi)) for b in baris], attrs.evolve(kepala, kolom=kolom)


def _tanpa_nama_orang(baris: list[BarisMentah], kepala: Kepala) -> list[BarisMentah]:
    """A table of people, known by its column of NIP, without their names and numbers."""
    kata = [kata_judul(k.teks) for k in kepala.kolom]
    if not any("nip" in k for k in kata):
        return baris
    orang = {i for i, k in enumerate(kata) if k & {"nip", "nama"}}
    atas, bawah = baris[: kepala.tinggi], baris[kepala.tinggi :]
    kosong = [tuple(attrs.evolve(s, teks="") if i in orang else s for i, s in enumerate(b.sel)) for b in bawah]
    return [*atas, *(attrs.evolve(b, sel=s) for b, s in zip(bawah, kosong, strict=True))]


def _gabung_lanjutan(baris: Sequence[BarisMentah]) -> list[BarisMentah]:
    """Rows that are the rest of the row above, broken by a page or by the converter, are put back into it."""
    hasil: list[BarisMentah] = []
    for b in baris:
        if hasil and _sisa(hasil[-1], b):
            atas = hasil[-1]
            pasang = zip(atas.sel, b.sel, strict=True)
            sel = tuple(attrs.evolve(x, teks=f"{x.teks} {y.teks}") if y.teks else x for x, y in pasang)
            hasil[-1] = attrs.evolve(atas, sel=sel)
        else:
            hasil.append(b)
    return hasil


def _sisa(atas: BarisMentah, bawah: BarisMentah) -> bool:
    isi = [(x.teks, y.teks) for x, y in zip(atas.sel, bawah.sel, strict=True) if y.teks]
    if not isi or bawah.sel[0].teks or len(isi) == len(bawah.sel):
        return False
    return all(x and y[0].islower() and x[-1] not in ".;:" for x, y in isi)


def tafsirkan_tabel(mentah: TabelMentah, kosakata: Kosakata, tahun: int, daftar: dict[str, str]) -> TabelTafsir:
    """Understand a table.

    Args:
        mentah: the table.
        kosakata: the vocabulary.
        tahun: the year of the report.
        daftar: number to title in the list of tables.
    """
    return _Penafsir(mentah, kosakata, tahun, daftar).tafsirkan()
