"""The arguments of the command line, their help and their errors in Indonesian."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["pengurai"]

URAIAN = """\
Memeriksa silang angka-angka laporan kinerja (LKjIP): menghitung ulang, menunjuk
angka yang keliru, dan mengatakan apa yang belum diperiksa."""

URAIAN_REVIU = """\
Mereviu satu atau beberapa laporan: temuan, apa yang diperiksa, apa yang tidak."""

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

WARNA = ("auto", "selalu", "tidak")

_TERJEMAHAN = (
    (r"argument ([^:]+): expected one argument", r"\1: butuh satu isian"),
    (r"argument ([^:]+): ignored explicit argument (.*)", r"\1: tidak menerima isian \2"),
    (r"argument PERINTAH: invalid choice: '?([^' ]*)'? \(.*\)", r"perintah tidak dikenal: \1; yang ada: reviu, aturan"),
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
    _aturan(perintah.add_parser("aturan", help="daftar dan penjelasan aturan", description=URAIAN_ATURAN))
    return utama


def _reviu(p: argparse.ArgumentParser) -> None:
    from sakip.aturan.definisi import KEPARAHAN
    from sakip.tulis import FORMAT

    p.set_defaults(perintah="reviu")
    argumen = p.add_argument_group("argumen")
    argumen.add_argument("sumber", nargs="+", metavar="SUMBER", help="folder data laporan")
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
    apa.add_argument(
        "--ambang",
        type=_satu_dari(KEPARAHAN),
        metavar="|".join(KEPARAHAN),
        help="keparahan yang membuat status keluar 1 (bawaan: kesalahan)",
    )
    apa.add_argument(
        "--konfigurasi",
        metavar="BERKAS",
        help="sakip.toml, atau pyproject.toml dengan [tool.sakip] (bawaan: yang ada di folder kerja)",
    )
    apa.add_argument(
        "--tanpa-konfigurasi", action="store_true", help="jangan memakai konfigurasi yang ada di folder kerja"
    )
    bagaimana = p.add_argument_group("bagaimana ditulis")
    bagaimana.add_argument(
        "--format",
        type=_satu_dari(FORMAT),
        default=next(iter(FORMAT)),
        metavar="|".join(FORMAT),
        help="bentuk keluaran (bawaan: terminal)",
    )
    bagaimana.add_argument(
        "--rinci", action="store_true", help="semua bukti dan semua hubungan yang diperiksa, tanpa dipendekkan"
    )
    bagaimana.add_argument(
        "-o", "--keluaran", metavar="BERKAS", help="tulis ke berkas; utuh atau tidak sama sekali (-: layar)"
    )
    _bahasa_dan_warna(bagaimana)
    _bantuan(bagaimana)


def _aturan(p: argparse.ArgumentParser) -> None:
    p.set_defaults(perintah="aturan")
    p.add_argument_group("argumen").add_argument("kode", nargs="?", metavar="KODE", help="kode aturan atau awalannya")
    pilihan = p.add_argument_group("pilihan")
    _bahasa_dan_warna(pilihan)
    _bantuan(pilihan)


def _bahasa_dan_warna(p: argparse._ArgumentGroup) -> None:
    from sakip.pesan import BAHASA

    p.add_argument(
        "--bahasa",
        type=_satu_dari(BAHASA),
        default=BAHASA[0],
        metavar="|".join(BAHASA),
        help="bahasa keluaran (bawaan: id)",
    )
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
