"""What the workbook of `sakip templat` asks for: a sheet for each kind of table, as data.

The headings are those that the reader's vocabulary knows. A check names what is wrong when its condition holds;
in it `{x}` is the cell of the column `x` in the row, `{x:atas}` its cells above, `{x:semua}` all of them.
"""

from __future__ import annotations

import attrs

from sakip.angka.angka import Jenis
from sakip.hukum.skala import ambil_skala
from sakip.model.peran import PERAN

__all__ = ["LEMBAR", "PETUNJUK", "TAHUN", "KolomTemplat", "LembarTemplat", "Periksa"]

TAHUN = "Laporan!$A$3"
"""The cell in which the year of the report is typed."""

SKALA = ambil_skala("permendagri86_laporan")
ISI = {Jenis.RUPIAH: "uang", Jenis.PERSEN: "persen"}

DEKAT = "0.0051"
"""Half a unit of the second decimal, and a little for binary fractions."""


@attrs.frozen(slots=True)
class KolomTemplat:
    """A column.

    Attributes:
        peran: the role that its heading is read as.
        judul: the heading; it begins with `=` when it depends on the year.
        penjelasan: the message that says what to type there.
        pilihan: what may be chosen.
        induk: the heading over several columns.
        kunci: the name by which checks refer to it, where the role has several columns.
    """

    peran: str
    judul: str
    penjelasan: str
    pilihan: tuple[str, ...] = ()
    induk: str = ""
    kunci: str = attrs.field(kw_only=True, default=attrs.Factory(lambda self: self.peran, takes_self=True))

    @property
    def isi(self) -> str:
        """What is typed there: teks, kode, uang, persen or nilai."""
        if self.peran == "kode":
            return "kode"
        jenis = PERAN[self.peran].jenis
        return "teks" if jenis is None else ISI.get(jenis, "nilai")


@attrs.frozen(slots=True)
class Periksa:
    """A check: the columns that must be figures, when something is wrong, and the message that says what."""

    perlu: tuple[str, ...]
    salah: str
    pesan: str


@attrs.frozen(slots=True)
class LembarTemplat:
    """A sheet with one table."""

    nama: str
    nomor: str
    judul: str
    kolom: tuple[KolomTemplat, ...]
    periksa: tuple[Periksa, ...] = ()
    baris: int = 40


NO = KolomTemplat("no", "NO", "templat.no")
SASARAN = KolomTemplat("sasaran", "SASARAN STRATEGIS", "templat.sasaran")
INDIKATOR = KolomTemplat(
    "indikator",
    "INDIKATOR KINERJA",
    "templat.indikator",
)
SATUAN = KolomTemplat("satuan", "SATUAN", "templat.satuan")
ANGKA = "templat.angka"
RUPIAH = "templat.rupiah"
PERSEN = "templat.persen"
KODE = KolomTemplat(
    "kode",
    "KODE REK",
    "templat.kode",
)
PROGRAM = KolomTemplat("nama", "PROGRAM/ KEGIATAN / SUB KEGIATAN", "templat.nama")


def _tahun(peran: str, geser: int, induk: str = "", depan: str = "") -> KolomTemplat:
    """A column headed by a year, counted from that of the report."""
    angka = f"{TAHUN}{geser:+d}" if geser else TAHUN
    judul = f'"{depan} "&({angka})' if depan else angka
    judul = f'=IF(ISNUMBER({TAHUN}),{judul},"{depan or "tahun"}")'
    return KolomTemplat(peran, judul, ANGKA, (), induk, kunci=f"{peran}{geser}")


def _jumlah_kode(kolom: str, sebutan: str) -> Periksa:
    """The sum over the lines one level down; for codes that are complete."""
    pola = '{kode}&IF(LEN({kode})=2,".?.??",".????")'
    di_bawah = f'IF({{kode}}="","??",{pola})'
    return Periksa(
        (kolom,),
        f"AND(LEN({{kode}})<8,COUNTIFS({{kode:semua}},{di_bawah})>0,"
        f"ABS(SUMIFS({{{kolom}:semua}},{{kode:semua}},{di_bawah})-{{{kolom}}})>{DEKAT})",
        f"templat.salah.jumlah_{sebutan}",
    )


def _persen(kolom: str, hitung: str, pesan: str, perlu: tuple[str, ...]) -> Periksa:
    """A percentage with two decimals, typed as 91,67 or as a cell in percent."""
    sel = f"{{{kolom}}}"
    beda = f"ABS(ROUND({hitung},2)-{{x}})>{DEKAT}"
    salah = f"AND({beda.replace('{x}', sel)},{beda.replace('{x}', sel + '*100')})"
    return Periksa((kolom, *perlu), salah, pesan)


def _label(nilai: str) -> str:
    """The label of a value, as a formula over the classes of the scale."""
    hasil = '""'
    for k in reversed(SKALA.kelas):
        syarat = []
        if k.bawah is not None:
            syarat.append(f"{nilai}>{'=' if k.bawah_termasuk else ''}{float(k.bawah):g}")
        if k.atas is not None:
            syarat.append(f"{nilai}<{'=' if k.atas_termasuk else ''}{float(k.atas):g}")
        hasil = f'IF(AND({",".join(syarat)}),"{k.label}",{hasil})'
    return hasil


CAPAIAN = _persen(
    "capaian",
    'IF(LOWER({polaritas})="negatif",(2*{target}-{realisasi})/{target},{realisasi}/{target})*100',
    "templat.salah.capaian",
    ("target", "realisasi"),
)
KATEGORI = Periksa(
    ("capaian",),
    f'AND({{kategori}}<>"",LOWER({{kategori}})<>LOWER({_label("{capaian}")}))',
    "templat.salah.kategori",
)
GOLONGAN = ("GOL I", "GOL II", "GOL III", "GOL IV", "PPPK")
PEGAWAI = tuple(
    KolomTemplat("rincian", jk.upper(), "templat.pegawai", (), gol, kunci=f"g{i}{jk}")
    for i, gol in enumerate(GOLONGAN)
    for jk in "lp"
)
BEDA_KOLOM = ",".join(f"ABS(SUM({{{k}:atas}})-N({{{k}}}))>{DEKAT}" for k in (*(p.kunci for p in PEGAWAI), "jumlah"))
JUMLAH_KOLOM = f'AND(LOWER(LEFT({{nama}},6))="jumlah",OR({BEDA_KOLOM}))'

LEMBAR: tuple[LembarTemplat, ...] = (
    LembarTemplat(
        "Pegawai",
        "1.1",
        "Jumlah Pegawai menurut Golongan dan Jenis Kelamin",
        (
            KolomTemplat(
                "nama",
                "BIDANG",
                "templat.unit",
            ),
            *PEGAWAI,
            KolomTemplat("jumlah", "JUMLAH", "templat.jumlah"),
        ),
        (
            Periksa(
                ("jumlah",),
                f"ABS(SUM({{{PEGAWAI[0].kunci}}}:{{{PEGAWAI[-1].kunci}}})-{{jumlah}})>{DEKAT}",
                "templat.salah.jumlah_baris",
            ),
            Periksa(("jumlah",), JUMLAH_KOLOM, "templat.salah.jumlah_kolom"),
        ),
        30,
    ),
    LembarTemplat(
        "Target Renstra",
        "2.1",
        "Tujuan dan Sasaran beserta Target Renstra",
        (
            NO,
            SASARAN,
            INDIKATOR,
            SATUAN,
            KolomTemplat("kondisi_awal", "KONDISI AWAL", ANGKA),
            *(_tahun("target_renstra", geser, "TARGET RENSTRA") for geser in range(-4, 2)),
        ),
    ),
    LembarTemplat(
        "PK Kepala",
        "2.2",
        "Perjanjian Kinerja Kepala Perangkat Daerah",
        (
            NO,
            SASARAN,
            INDIKATOR,
            SATUAN,
            KolomTemplat("target_murni", "PK MURNI", ANGKA, (), "TARGET"),
            KolomTemplat("target", "PK PERUBAHAN", ANGKA, (), "TARGET"),
        ),
        (
            Periksa(
                ("target",),
                "INDEX('Capaian Kinerja'!$F$1:$F$200,MATCH({indikator},'Capaian Kinerja'!$C$1:$C$200,0))<>{target}",
                "templat.salah.beda",
            ),
        ),
    ),
    LembarTemplat(
        "Anggaran",
        "2.3",
        "Alokasi Anggaran Murni dan Perubahan",
        (
            KODE,
            PROGRAM,
            KolomTemplat("pagu_murni", "ANGGARAN MURNI (Rp)", RUPIAH),
            KolomTemplat("pagu", "ANGGARAN PERUBAHAN (Rp)", RUPIAH),
            KolomTemplat("selisih", "SELISIH (Rp)", RUPIAH),
        ),
        (
            _jumlah_kode("pagu_murni", "murni"),
            _jumlah_kode("pagu", "perubahan"),
            Periksa(
                ("pagu_murni", "pagu", "selisih"),
                f"ABS(ABS({{pagu_murni}}-{{pagu}})-ABS({{selisih}}))>{DEKAT}",
                "templat.salah.selisih",
            ),
        ),
        150,
    ),
    LembarTemplat(
        "Capaian Kinerja",
        "3.1",
        "Capaian Kinerja",
        (
            NO,
            SASARAN,
            INDIKATOR,
            SATUAN,
            KolomTemplat(
                "polaritas",
                "POLARITAS",
                "templat.polaritas",
                ("Positif", "Negatif"),
            ),
            KolomTemplat("target", "TARGET", ANGKA),
            KolomTemplat("realisasi", "REALISASI", ANGKA),
            KolomTemplat("capaian", "CAPAIAN (%)", PERSEN),
            KolomTemplat(
                "kategori",
                "KATEGORI",
                "templat.predikat",
                tuple(k.label for k in SKALA.kelas),
            ),
            _tahun("realisasi", -1, depan="REALISASI TAHUN"),
        ),
        (CAPAIAN, KATEGORI),
    ),
    LembarTemplat(
        "Realisasi Anggaran",
        "3.2",
        "Realisasi Anggaran",
        (
            KODE,
            PROGRAM,
            KolomTemplat("pagu", "ANGGARAN (Rp)", RUPIAH),
            KolomTemplat("realisasi_anggaran", "REALISASI ANGGARAN (Rp)", RUPIAH),
            KolomTemplat("sisa", "SISA ANGGARAN (Rp)", RUPIAH),
            KolomTemplat("serapan", "PENYERAPAN (%)", PERSEN),
        ),
        (
            _jumlah_kode("pagu", "anggaran"),
            _jumlah_kode("realisasi_anggaran", "realisasi"),
            Periksa(
                ("pagu", "realisasi_anggaran", "sisa"),
                f"ABS({{pagu}}-{{realisasi_anggaran}}-{{sisa}})>{DEKAT}",
                "templat.salah.sisa",
            ),
            _persen(
                "serapan", "{realisasi_anggaran}/{pagu}*100", "templat.salah.penyerapan", ("pagu", "realisasi_anggaran")
            ),
        ),
        150,
    ),
    LembarTemplat(
        "Efisiensi",
        "3.3",
        "Efisiensi Penggunaan Sumber Daya",
        (
            SASARAN,
            INDIKATOR,
            KolomTemplat("pagu", "PAGU ANGGARAN (Rp)", RUPIAH),
            KolomTemplat("realisasi_anggaran", "REALISASI ANGGARAN (Rp)", RUPIAH),
            KolomTemplat("target", "TARGET", ANGKA),
            KolomTemplat("realisasi", "REALISASI", ANGKA),
            KolomTemplat("capaian", "CAPAIAN (%)", PERSEN),
            KolomTemplat("pagu_capaian", "ANGGARAN x CAPAIAN", RUPIAH),
            KolomTemplat("selisih_efisiensi", "(PAGU ANGGARAN x CAPAIAN) - REALISASI ANGGARAN", RUPIAH),
        ),
        (
            Periksa(
                ("pagu", "capaian", "pagu_capaian"),
                "ABS({pagu}*IF({capaian}<5,{capaian},{capaian}/100)-{pagu_capaian})>0.00006*{pagu}",
                "templat.salah.anggaran_capaian",
            ),
            Periksa(
                ("pagu_capaian", "realisasi_anggaran", "selisih_efisiensi"),
                f"ABS({{pagu_capaian}}-{{realisasi_anggaran}}-{{selisih_efisiensi}})>{DEKAT}",
                "templat.salah.selisih",
            ),
        ),
    ),
)
"""The sheets with tables, in the order of a report."""

PETUNJUK = tuple(f"templat.petunjuk.{n}" for n in range(1, 6))
"""How to fill it in, line by line."""
