"""Write docs/peran.md from the entries of the roles.

    python docs/halaman_peran.py

`tests/test_dokumentasi.py` fails while the page is not what this script would write.
"""

from __future__ import annotations

from pathlib import Path

from sakip.angka.angka import Jenis
from sakip.model.peran import PERAN, Peran, data_peran, pola_judul

BERKAS = Path(__file__).parent / "peran.md"

PEMBUKA = """\
# Roles

A role says what a printed figure or word is. It decides how a cell is read, whether the print is the value itself or
was rounded, and which rules ask about it. In the header of a data file a column is named by its role
([format.md](format.md)); in a document its heading is read as one.

All that is known of a role is its entry in `src/sakip/model/peran.toml`, from which this page is written. Whoever adds
a role adds an entry, runs `python docs/halaman_peran.py`, and is done: columns with its headings are read, added up,
checked and written. Only a relation between roles needs a rule. Words of headings that one report alone prints belong
into the configuration (`[kosakata]`, [konfigurasi.md](konfigurasi.md)).
"""

SATUAN = {Jenis.RUPIAH: "rupiah", Jenis.PERSEN: "%", Jenis.CACAH: "count", Jenis.NILAI: "number"}


def halaman() -> str:
    """The page."""
    kata = [p for p in PERAN.values() if p.jenis is None]
    angka = [p for p in PERAN.values() if p.jenis is not None]
    bagian = [
        PEMBUKA.strip(),
        "## Words",
        _tabel(["role", "Indonesian", "English", "what it is"], [[*_nama(p), p.arti] for p in kata]),
        "## Figures",
        _tabel(
            ["role", "Indonesian", "English", "what it is", "unit", "print"],
            [[*_nama(p), p.arti, _satuan(p), "exact" if p.pasti else "rounded"] for p in angka],
        ),
        "## Properties",
        _tabel(["property", "meaning", "roles"], _ciri()),
        "Each is a property of `sakip.model.peran.Peran`.",
        "## Headings",
        "The words of a heading that speak for a role, with how strongly: all words of a pattern must occur. Then "
        "those that rule it out, and what the cells may hold. Years, capitals and punctuation do not matter.",
        _tabel(["role", "words", "not with", "cells"], _judul()),
    ]
    return "\n\n".join(bagian) + "\n"


def _nama(p: Peran) -> list[str]:
    return [f"`{p.nama}`", p.sebutan, p.term]


def _satuan(p: Peran) -> str:
    if p.jenis is None or p.penanda:
        return ""
    return "the indicator's" if p.ukuran else SATUAN[p.jenis]


def _ciri() -> list[list[str]]:
    """What holds of some roles, and of which."""
    data = data_peran()
    hasil = [
        [f"`{k}`", data["isian"][k], ", ".join(f"`{p.nama}` ({v})" for p in PERAN.values() if (v := getattr(p, k)))]
        for k in ("menamai", "urutan_nama", "rencana", "wajar_sampai")
    ]
    return hasil + [
        [f"`{c}`", arti, ", ".join(f"`{p.nama}`" for p in PERAN.values() if getattr(p, c))]
        for c, arti in data["ciri"].items()
    ]


def _judul() -> list[list[str]]:
    return [
        [
            f"`{nama}`",
            ", ".join(f"{kata} {bobot}" for kata, bobot in isi["kata"].items()),
            ", ".join(isi.get("bukan", ())),
            ", ".join(isi.get("isi", ())),
        ]
        for nama, isi in pola_judul().items()
    ]


def _tabel(kepala: list[str], baris: list[list[str]]) -> str:
    semua = [kepala, ["---"] * len(kepala), *baris]
    return "\n".join(f"| {' | '.join(b)} |" for b in semua)


def main() -> None:
    """Write the page."""
    BERKAS.write_text(halaman(), encoding="utf-8")


if __name__ == "__main__":
    main()
