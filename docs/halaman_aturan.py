"""Write one page a rule into docs/aturan, from the rule itself, with its examples run.

    python docs/halaman_aturan.py

`tests/test_dokumentasi.py` fails while a page is not what this script would write.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sakip.aturan import VERSI, katalog, keluarga
from sakip.hukum.regulasi import kutipan
from sakip.tinjauan.engine import reviu
from sakip.tulis.contoh import tulis_laporan
from sakip.tulis.words.kamus import Kamus, pesan

if TYPE_CHECKING:
    from collections.abc import Callable

    from sakip.aturan.definisi import Aturan
    from sakip.model.laporan import Laporan

FOLDER = Path(__file__).parent / "aturan"


def _tanpa_judul(kutipan: str) -> str:
    """A citation by number; the long titles of regulations are in `regulasi/peraturan.toml`."""
    return re.sub(r" tentang [^\[;]*?(?= ?[\[;])", "", kutipan)


def halaman(a: Aturan) -> str:
    """The page of a rule."""
    bagian = [
        f"# {a.kode} {a.judul}",
        f"*{a.title}*. Keparahan: **{a.keparahan}**. Sejak aturan {a.sejak}.",
        f"## Yang diperiksa\n\n{a.memeriksa}\n\n{a.checks}",
        f"## Mengapa penting\n\n{a.penting}\n\n{a.matters}",
    ]
    if a.celah:
        bagian.append(f"## Bacaan yang wajar\n\n{_kalimat(a.celah)}\n\n{_kalimat(a.reading)}")
    dasar = [_tanpa_judul(kutipan(d)) for d in a.dasar]
    if a.praktik:
        dasar.append(f"{Kamus('id')('dasar.praktik')} / {Kamus('en')('dasar.praktik')}")
    bagian.append("## Dasar\n\n" + "\n".join(f"- {d}" for d in dasar))
    for judul, buat in (("Contoh yang salah", a.contoh_salah), ("Contoh yang benar", a.contoh_benar)):
        if buat is not None:
            bagian.append(f"## {judul}\n\n{_contoh(a.kode, buat)}")
    return "\n\n".join(bagian) + "\n"


def _kalimat(teks: str) -> str:
    return teks[:1].upper() + teks[1:] + "."


def _contoh(kode: str, buat: Callable[[], Laporan]) -> str:
    laporan = buat()
    isi = "\n".join(baris.rstrip() for baris in tulis_laporan(laporan, Kamus("id"), 100)).strip("\n")
    temuan = [t for t in reviu(laporan).temuan if t.kode == kode]
    hasil = "\n".join(f"- {Kamus('id').ucap(t.tempat)}: {pesan(t)}" for t in temuan) or "Tidak ada temuan."
    return f"```text\n{isi}\n```\n\n{hasil}"


def daftar() -> str:
    """The overview, by family, with the legal basis."""
    bagian = [
        f"# Aturan\n\nAturan `sakip` {VERSI}: {len(katalog())} aturan. `sakip aturan KODE` menampilkan hal yang sama."
    ]
    for k in keluarga():
        milik = [a for a in katalog() if a.keluarga == k.huruf]
        baris = ["| kode | aturan | keparahan | dasar |", "|---|---|---|---|"]
        for a in milik:
            dasar = "; ".join(
                dict.fromkeys(kutipan(d.partition("#")[0]).partition(" tentang ")[0].partition(";")[0] for d in a.dasar)
            )
            baris.append(f"| [{a.kode}]({a.kode}.md) | {a.judul} | {a.keparahan} | {dasar} |")
        bagian.append(f"## {k.nama}\n\n" + "\n".join(baris))
    return "\n\n".join(bagian) + "\n"


def semua() -> dict[str, str]:
    """Every page, by file name."""
    return {"README.md": daftar(), **{f"{a.kode}.md": halaman(a) for a in katalog()}}


def main() -> None:
    """Write the pages; remove those of rules that are no more."""
    FOLDER.mkdir(exist_ok=True)
    isi = semua()
    for lama in FOLDER.glob("*.md"):
        if lama.name not in isi:
            lama.unlink()
    for nama, teks in isi.items():
        (FOLDER / nama).write_text(teks, encoding="utf-8")


if __name__ == "__main__":
    main()
