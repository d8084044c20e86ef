"""The arguments of the command line, their help and their errors in Indonesian."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

__all__ = ["pengurai"]

URAIAN = """\
Memeriksa silang angka-angka laporan kinerja (LKjIP): menghitung ulang, menunjuk
angka yang keliru, dan mengatakan apa yang belum diperiksa."""

URAIAN_REVIU = """\
Mereviu satu atau beberapa laporan: temuan, apa yang diperiksa, apa yang tidak."""

URAIAN_TABEL = """\
Menulis tabel capaian, anggaran dan efisiensi dengan angka yang dihitung ulang, siap
disalin. Setiap angka yang berbeda dari cetakan ditandai."""

URAIAN_BACA = """\
Membaca laporan tanpa mereviunya: apa yang dikenali, apa yang tidak. Dengan
--tinjau: bagaimana setiap tabel dipahami. Dengan -o: menulis folder data, agar
yang salah baca dapat dikoreksi dengan tangan."""

PENUTUP_BACA = """\
Kepala kolom yang tidak dikenali dapat diajarkan di sakip.toml:
  [kosakata.kolom]
  "Plafon Belanja (Rp)" = "pagu"

status keluar:
  0  terbaca
  2  sakip tidak dapat bekerja
"""

URAIAN_TEMPLAT = """\
Menulis buku kerja untuk diisi: satu lembar untuk setiap jenis tabel, dengan
penjelasan, pilihan isian, dan rumus pemeriksa di samping angka yang diketik."""

URAIAN_TANGGAPAN = """\
Menyiapkan berkas tanggapan: setiap temuan yang belum ada di dalamnya ditambahkan
di akhir, terbuka, siap dijawab. Yang sudah ditulis di berkas itu tidak diubah."""

PENUTUP_TANGGAPAN = """\
Jawaban: diterima, ditolak (harus beralasan), atau diperbaiki, dengan tanggalnya.
Pakailah dengan: sakip reviu SUMBER --tanggapan BERKAS

status keluar:
  0  berkas lengkap
  2  sakip tidak dapat bekerja, atau ada aturan yang gagal
"""

URAIAN_BANDING = """\
Membandingkan dua naskah satu laporan: temuan yang selesai, tersisa, dan baru.
LAMA dan BARU masing-masing sumber, atau keluaran sakip reviu --format json."""

PENUTUP_BANDING = """\
status keluar:
  0  tidak ada temuan baru pada atau di atas --ambang
  1  ada temuan baru
  2  sakip tidak dapat bekerja, atau ada aturan yang gagal
"""

URAIAN_MASSAL = """\
Mereviu banyak laporan: satu hasil per laporan, lalu tabel semua temuan, ringkasan,
dan pemeriksaan antarlaporan. Yang terhenti dilanjutkan dengan perintah yang sama."""

PENUTUP_MASSAL = """\
Isi FOLDER:
  laporan/*.json    reviu setiap laporan, seperti sakip reviu --format json
  temuan.*          satu baris per temuan: .csv untuk Excel, .parquet untuk DuckDB
  laporan.*         satu baris per laporan, juga yang tidak terbaca, dengan sebabnya
  ringkasan.*       banyaknya temuan menurut instansi, keluarga aturan dan keparahan
  lintas.json       temuan antarlaporan dengan semua tempatnya

status keluar:
  0  tidak ada temuan pada atau di atas --ambang
  1  ada temuan
  2  sakip tidak dapat bekerja, ada laporan yang tidak terbaca, atau aturan yang gagal
"""

URAIAN_ATURAN = """\
Tanpa KODE: daftar aturan. Dengan awalan kode (KAS): aturan keluarga itu. Dengan
kode lengkap (KAS03): apa yang diperiksa, mengapa, dasar hukumnya, dan contohnya."""

PENUTUP_REVIU = """\
Satu SUMBER dengan --format json menghasilkan satu objek; beberapa SUMBER satu
larik berisi objek yang sama, menurut urutan SUMBER. Bila satu SUMBER tidak
terbaca, tidak ada yang direviu dan semua masalahnya ditulis.

status keluar:
  0  tidak ada temuan pada atau di atas --ambang
  1  ada temuan
  2  sakip tidak dapat bekerja: sumber tidak terbaca, salah pemakaian, galat,
     atau ada aturan yang gagal sehingga tidak adanya temuan tidak berarti apa-apa
"""

KEPARAHAN = ("kesalahan", "peringatan", "catatan")
"""As in `sakip.aturan.definisi`, which a command loads when it reviews, not to print its help."""

PERINTAH = ("reviu", "tabel", "baca", "templat", "tanggapan", "banding", "massal", "aturan")

BENTUK_BANDING = ("terminal", "json")

WARNA = ("auto", "selalu", "tidak")

_TERJEMAHAN = (
    (r"argument ([^:]+): expected one argument", r"\1: butuh satu isian"),
    (r"argument ([^:]+): ignored explicit argument (.*)", r"\1: tidak menerima isian \2"),
    (
        r"argument PERINTAH: invalid choice: '?([^' ]*)'? \(.*\)",
        rf"perintah tidak dikenal: \1; yang ada: {', '.join(PERINTAH)}",
    ),
    (r"argument ([^:]+): not allowed with argument (.*)", r"\1: tidak dapat bersama \2"),
    (r"argument ([^:]+): (.*)", r"\1: \2"),
    (r"the following arguments are required: (.*)", r"belum disebut: \1"),
    (r"unrecognized arguments: (.*)", r"tidak dikenal: \1"),
)
"""What argparse says, and how we say it."""


class _Bentuk(argparse.RawDescriptionHelpFormatter):
    """Help that says `pemakaian` for `usage`."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "pemakaian: " if prefix is None else prefix)


class _Pengurai(argparse.ArgumentParser):
    """A parser that speaks Indonesian. Options in full only: an abbreviation changes its meaning later."""

    def __init__(self, **isi: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_Bentuk, **isi)

    def error(self, message: str) -> NoReturn:
        """End with status 2 and what is wrong."""
        for pola, ganti in _TERJEMAHAN:
            if re.fullmatch(pola, message, re.DOTALL):
                message = re.sub(pola, ganti, message, count=1, flags=re.DOTALL)
                break
        aman = "".join(c if c.isprintable() else "?" for c in message)
        self.exit(2, f"{self.format_usage()}{self.prog}: {aman}\n")


def pengurai() -> argparse.ArgumentParser:
    """The parser of the whole command line; `perintah` in its result names the command, None for none."""
    utama = _Pengurai(prog="sakip", description=URAIAN)
    utama.set_defaults(perintah=None)
    umum = utama.add_argument_group("pilihan")
    _bantuan(umum)
    umum.add_argument("--version", dest="versi", action="store_true", help="tampilkan versi sakip dan aturannya")
    perintah = utama.add_subparsers(title="perintah", metavar="PERINTAH")
    _reviu(perintah.add_parser("reviu", help="reviu laporan", description=URAIAN_REVIU, epilog=PENUTUP_REVIU))
    _tabel(perintah.add_parser("tabel", help="tulis tabel Bab III yang seharusnya", description=URAIAN_TABEL))
    _baca(perintah.add_parser("baca", help="baca laporan", description=URAIAN_BACA, epilog=PENUTUP_BACA))
    _templat(perintah.add_parser("templat", help="tulis buku kerja untuk diisi", description=URAIAN_TEMPLAT))
    _tanggapan(
        perintah.add_parser(
            "tanggapan", help="siapkan berkas tanggapan", description=URAIAN_TANGGAPAN, epilog=PENUTUP_TANGGAPAN
        )
    )
    _banding(
        perintah.add_parser("banding", help="bandingkan dua naskah", description=URAIAN_BANDING, epilog=PENUTUP_BANDING)
    )
    _massal(
        perintah.add_parser("massal", help="reviu banyak laporan", description=URAIAN_MASSAL, epilog=PENUTUP_MASSAL)
    )
    _aturan(perintah.add_parser("aturan", help="daftar dan penjelasan aturan", description=URAIAN_ATURAN))
    return utama


def _reviu(p: argparse.ArgumentParser) -> None:
    from sakip.tulis import FORMAT

    p.set_defaults(perintah="reviu")
    argumen = p.add_argument_group("argumen")
    argumen.add_argument("sumber", nargs="+", metavar="SUMBER", help=_sumber())
    apa = _apa(p)
    _ambang(apa, "keparahan yang membuat status keluar 1")
    apa.add_argument(
        "--tanggapan",
        metavar="BERKAS",
        help="tanggapan.yaml: temuan yang sudah terjawab tidak memengaruhi status keluar (satu SUMBER)",
    )
    bagaimana = p.add_argument_group("bagaimana ditulis")
    _bentuk(bagaimana, FORMAT)
    bagaimana.add_argument(
        "--anotasi",
        metavar="BERKAS",
        help="tulis juga salinan naskah dengan catatan di setiap angka yang keliru (satu SUMBER, bukan folder)",
    )
    bagaimana.add_argument(
        "--rinci", action="store_true", help="semua bukti dan semua hubungan yang diperiksa, tanpa dipendekkan"
    )
    _keluaran(bagaimana)
    _bahasa_dan_warna(bagaimana)
    _bantuan(bagaimana)


def _baca(p: argparse.ArgumentParser) -> None:
    p.set_defaults(perintah="baca")
    p.add_argument_group("argumen").add_argument("sumber", metavar="SUMBER", help="laporan atau folder data")
    pilihan = p.add_argument_group("pilihan")
    pilihan.add_argument("-o", "--keluaran", metavar="FOLDER", help="tulis folder data di sini; harus baru atau kosong")
    pilihan.add_argument("--tinjau", action="store_true", help="tampilkan bagaimana setiap tabel dipahami")
    _dengan_konfigurasi(pilihan)
    _bahasa_dan_warna(pilihan)
    _bantuan(pilihan)


def _templat(p: argparse.ArgumentParser) -> None:
    p.set_defaults(perintah="templat")
    p.add_argument_group("argumen").add_argument("berkas", metavar="BERKAS", help="buku kerja .xlsx yang ditulis")
    pilihan = p.add_argument_group("pilihan")
    pilihan.add_argument("--timpa", action="store_true", help="timpa bila berkasnya sudah ada")
    _bahasa_dan_warna(pilihan)
    _bantuan(pilihan)


def _tanggapan(p: argparse.ArgumentParser) -> None:
    p.set_defaults(perintah="tanggapan")
    argumen = p.add_argument_group("argumen")
    argumen.add_argument("sumber", metavar="SUMBER", help=_sumber())
    argumen.add_argument("berkas", metavar="BERKAS", help="tanggapan.yaml; dibuat bila belum ada")
    _apa(p)
    pilihan = p.add_argument_group("pilihan")
    _bahasa_dan_warna(pilihan)
    _bantuan(pilihan)


def _banding(p: argparse.ArgumentParser) -> None:
    p.set_defaults(perintah="banding")
    argumen = p.add_argument_group("argumen")
    argumen.add_argument("lama", metavar="LAMA", help="naskah yang lebih dulu")
    argumen.add_argument("baru", metavar="BARU", help="naskah yang kemudian")
    _ambang(_apa(p), "keparahan temuan baru yang membuat status keluar 1")
    bagaimana = p.add_argument_group("bagaimana ditulis")
    _bentuk(bagaimana, BENTUK_BANDING)
    bagaimana.add_argument("--rinci", action="store_true", help="dengan pesan dan id setiap temuan, tanpa dipendekkan")
    _keluaran(bagaimana)
    _bahasa_dan_warna(bagaimana)
    _bantuan(bagaimana)


def _massal(p: argparse.ArgumentParser) -> None:
    p.set_defaults(perintah="massal")
    argumen = p.add_argument_group("argumen")
    argumen.add_argument("sumber", nargs="+", metavar="SUMBER", help="folder, laporan, pola (*.xlsx), atau URL fsspec")
    argumen.add_argument("-o", "--keluaran", metavar="FOLDER", required=True, help="folder hasil, atau URL fsspec")
    _ambang(_apa(p), "keparahan yang membuat status keluar 1")
    siapa = p.add_argument_group("siapa yang bekerja").add_mutually_exclusive_group()
    siapa.add_argument("-j", "--proses", type=_banyak, default=1, metavar="N", help="banyaknya proses (bawaan: 1)")
    siapa.add_argument("--dask", metavar="ALAMAT", help="penjadwal Dask yang sudah berjalan, misalnya tcp://host:8786")
    pilihan = p.add_argument_group("pilihan")
    _bahasa_dan_warna(pilihan)
    _bantuan(pilihan)


def _banyak(teks: str) -> int:
    if not (teks.isascii() and teks.isdigit() and 1 <= int(teks) <= 1024):
        raise argparse.ArgumentTypeError(f"{teks!r} bukan banyaknya proses; tulis bilangan dari 1 sampai 1024")
    return int(teks)


def _apa(p: argparse.ArgumentParser) -> argparse._ArgumentGroup:
    """What is checked: the rules and the configuration."""
    apa = p.add_argument_group("apa yang diperiksa")
    apa.add_argument(
        "--pilih",
        type=_kode,
        action="extend",
        default=[],
        metavar="KODE[,KODE]",
        help="hanya aturan yang kodenya berawalan ini",
    )
    apa.add_argument(
        "--abaikan",
        type=_kode,
        action="extend",
        default=[],
        metavar="KODE[,KODE]",
        help="jangan aturan yang kodenya berawalan ini; awalan terpanjang yang menentukan",
    )
    _dengan_konfigurasi(apa)
    return apa


def _dengan_konfigurasi(p: argparse._ArgumentGroup) -> None:
    p.add_argument(
        "--konfigurasi",
        metavar="BERKAS",
        help="sakip.toml, atau pyproject.toml dengan [tool.sakip] (bawaan: yang ada di folder kerja)",
    )
    p.add_argument(
        "--tanpa-konfigurasi", action="store_true", help="jangan memakai konfigurasi yang ada di folder kerja"
    )


def _ambang(p: argparse._ArgumentGroup, apa: str) -> None:
    p.add_argument(
        "--ambang",
        type=_satu_dari(KEPARAHAN),
        metavar="|".join(KEPARAHAN),
        help=f"{apa} (bawaan: kesalahan)",
    )


def _bentuk(p: argparse._ArgumentGroup, bentuk: Collection[str]) -> None:
    """Which format; the first is the default."""
    p.add_argument(
        "--format",
        type=_satu_dari(bentuk),
        default=next(iter(bentuk)),
        metavar="|".join(bentuk),
        help=f"bentuk keluaran (bawaan: {next(iter(bentuk))})",
    )


def _keluaran(p: argparse._ArgumentGroup) -> None:
    p.add_argument("-o", "--keluaran", metavar="BERKAS", help="tulis ke berkas; utuh atau tidak sama sekali (-: layar)")


def _tabel(p: argparse.ArgumentParser) -> None:
    p.set_defaults(perintah="tabel")
    p.add_argument_group("argumen").add_argument("sumber", metavar="SUMBER", help="laporan")
    pilihan = p.add_argument_group("pilihan")
    pilihan.add_argument(
        "-o", "--keluaran", metavar="BERKAS", help="tulis ke berkas .md, .docx atau .xlsx (bawaan: Markdown ke layar)"
    )
    pilihan.add_argument("--konfigurasi", metavar="BERKAS", help="sakip.toml (bawaan: yang ada di folder kerja)")
    pilihan.add_argument("--tanpa-konfigurasi", action="store_true", help="jangan memakai konfigurasi di folder kerja")
    _bahasa(pilihan)
    _bantuan(pilihan)


def _aturan(p: argparse.ArgumentParser) -> None:
    p.set_defaults(perintah="aturan")
    p.add_argument_group("argumen").add_argument("kode", nargs="?", metavar="KODE", help="kode aturan atau awalannya")
    pilihan = p.add_argument_group("pilihan")
    _bahasa_dan_warna(pilihan)
    _bantuan(pilihan)


def _sumber() -> str:
    from sakip.pembaca import PEMBACA

    return f"folder data, atau laporan {', '.join(PEMBACA)}"


def _bahasa(p: argparse._ArgumentGroup) -> None:
    from sakip.tulis.words.catalogue import BAHASA

    p.add_argument(
        "--bahasa",
        type=_satu_dari(BAHASA),
        default=BAHASA[0],
        metavar="|".join(BAHASA),
        help="bahasa keluaran (bawaan: id)",
    )


def _bahasa_dan_warna(p: argparse._ArgumentGroup) -> None:
    _bahasa(p)
    p.add_argument(
        "--warna",
        type=_satu_dari(WARNA),
        default=WARNA[0],
        metavar="|".join(WARNA),
        help="warna (bawaan: auto, yaitu di terminal bila NO_COLOR tidak disetel)",
    )


def _bantuan(p: argparse._ArgumentGroup) -> None:
    p.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")


def _satu_dari(pilihan: Iterable[str]) -> Callable[[str], str]:
    """A value out of a few; our own check, because that of argparse speaks English."""

    def periksa(teks: str) -> str:
        if teks not in pilihan:
            raise argparse.ArgumentTypeError(f"{teks!r} tidak dikenal; pilih salah satu: {', '.join(pilihan)}")
        return teks

    return periksa


def _kode(teks: str) -> list[str]:
    """Code prefixes, `KAS,NAR01`."""
    semua = [k.strip().upper() for k in teks.split(",")]
    if not all(semua):
        raise argparse.ArgumentTypeError(f"{teks!r} memuat kode kosong")
    return semua
