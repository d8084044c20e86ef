"""The data folder of the Semarang report against the text it was transcribed from.

What is compared is raw print, never a parsed value: a wrong figure must stand in
the folder exactly as wrong as it stands in the report.
The text lies beside the repository, in `shared/sumber`; without it all is skipped.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
import yaml
from tests.tempat import CONTOH, NASKAH

if TYPE_CHECKING:
    from collections.abc import Iterator


PRINTED = ("target", "anggaran", "nilai", "tertulis")
"""The keys of a YAML mapping that hold print."""

HEADING = re.compile(r"\**Tabel (\d+)\. (\d+)\**\s*$")
SHEET = "LEMBAR PENGUKURAN KINERJA ORGANISASI PERANGKAT DAERAH"
SHEET_FILE = "lembar_pengukuran.csv"
LABELLED = {"kelompok", "total", "rerata"}
FORM = re.compile(r"\**FORMULIR PERJANJIAN KINERJA")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
RUPIAH = re.compile(r"Rp\.?\s*(\d+(?:[.,]\d+)*)")
PART = re.compile(r"\((\d+ \w+)\)")
COLUMN_NUMBER = re.compile(r"\(\d+\)")

pytestmark = pytest.mark.skipif(not NASKAH.is_file(), reason="the text of the report is not beside the repository")


class Row(NamedTuple):
    """A row of a table in the folder."""

    file: str
    roles: list[str]
    asal: int
    kind: str
    cells: list[str]


class Printed(NamedTuple):
    """A figure or word of a YAML file, and the line it says it is printed on."""

    file: str
    within: str  # the key of the list or mapping it stands in: kinerja, rincian, jumlah …
    key: str
    text: str
    asal: int


# -- the text ------------------------------------------------------------------


@cache
def text() -> list[str]:
    """Return the lines of the report."""
    return NASKAH.read_text(encoding="utf-8").split("\n")


def line(number: int) -> list[str]:
    """Return the cells of a line, counted from 1."""
    return text()[number - 1].split("\t")


@cache
def forms_start() -> int:
    """Return the line of the first agreement form."""
    return next(i for i, t in enumerate(text(), 1) if FORM.match(t))


@cache
def table_lines() -> dict[int, str]:
    """Map each tab-separated line of the tables to the file it belongs in.

    The tables begin below the heading of table 1.1 in chapter I (the list of tables
    prints its titles on the same line, so it does not match) and end before the
    first agreement form.
    """
    found: dict[int, str] = {}
    file = ""
    for number, content in enumerate(text()[: forms_start() - 1], 1):
        if match := HEADING.match(content):
            file = f"{match[1]}.{match[2]}.csv"
        elif file and content.strip() == SHEET:
            file = SHEET_FILE
        elif file and "\t" in content:
            found[number] = file
    return found


def tokens(cells: list[str]) -> Counter[str]:
    """Count the words with a digit, without the mark of an excerpt."""
    return Counter(word.removesuffix("…") for cell in cells for word in cell.split() if any(map(str.isdigit, word)))


# -- the folder ----------------------------------------------------------------


@cache
def rows() -> list[Row]:
    """Return all rows of all tables of the folder, in order."""
    found: list[Row] = []
    for path in sorted((CONTOH / "tabel").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            header, *records = csv.reader(stream)
        found += (Row(path.name, header[2:], int(r[0]), r[1], r[2:]) for r in records)
    return found


@cache
def row_at() -> dict[int, Row]:
    """Map a line of the text to the row that names it as `asal`."""
    return {row.asal: row for row in rows()}


@cache
def headings() -> dict[str, list[int]]:
    """Map each file to the lines its headings are printed on, without repeats."""
    found: dict[str, list[int]] = {}
    for file in {row.file for row in rows()}:
        title = next(r.asal for r in rows() if r.file == file and r.kind == "judul")
        end = next(n for n in range(title + 1, len(text())) if n in row_at())
        found[file] = list(range(title, end))
    return found


def is_heading(number: int) -> bool:
    """Tell whether a line is a printed heading, or repeats one on a later page."""
    return any(line(number) == line(h) for h in headings()[table_lines()[number]])


@cache
def home(number: int) -> Row | None:
    """Return the row that must hold what is printed on a line of a table.

    A heading belongs to the `judul` row, also when a later page repeats it; the rest
    of a row split by a page break (below such a heading, first cell empty) belongs to
    the row above. Any other line must have a row of its own.
    """
    if number in row_at():
        return row_at()[number]
    file = table_lines()[number]
    own = [row for row in rows() if row.file == file]
    if not own:
        return None
    if is_heading(number):
        return next(row for row in own if row.kind == "judul")
    before = number - 1
    if before in table_lines() and is_heading(before) and not line(number)[0]:
        return [row for row in own if row.asal < number][-1]
    return None


def lines_of(row: Row) -> list[int]:
    """Return the lines of the text that a row was transcribed from."""
    if row.kind == "judul":
        return headings()[row.file]
    split = [n for n in table_lines() if n > row.asal and home(n) == row]
    return [row.asal, *split]


def is_prose(file: str, role: str) -> bool:
    """Tell whether a column holds prose; of table 1.5 (problems and causes) all do."""
    return role in {"definisi", "analisis", "solusi"} or file == "1.5.csv"


def is_excerpt(ours: str, cell: str) -> bool:
    """Tell whether a text is the beginning of a cell, marked by `…`."""
    return len(ours) > 1 and ours.endswith("…") and cell.startswith(ours[:-1])


def paper_cells(row: Row) -> list[str]:
    """Return what the text prints, in the columns of the folder.

    - Headings of two rows are joined by ` / `, the upper one repeated over its columns.
    - A heading, total or mean whose label is printed in the first column (number or
      code) has it in the column beside.
    - The sheet has no column for `capaian`: it prints the means below `realisasi`.
    """
    paper = [line(n) for n in (headings()[row.file] if row.kind == "judul" else [row.asal])]
    if row.file == SHEET_FILE:
        at = row.roles.index("capaian")
        mean = row.kind in {"rerata", "rerata_total"}
        paper = [[*p[: at - 1], "", p[at - 1], *p[at:]] if mean else [*p[:at], "", *p[at:]] for p in paper]
    first = paper[0]
    if row.kind == "judul" and len(paper) > 1:
        upper, joined = "", []
        for top, below in zip(*paper, strict=True):
            upper = top or upper
            joined.append(f"{upper} / {below}" if below else top)
        if row.file == SHEET_FILE:
            at = row.roles.index("capaian")
            joined[at] = first[at - 2]
        return joined
    if row.kind in LABELLED and row.roles[0] in {"no", "kode"} and first[0] and not first[1]:
        return ["", first[0], *first[2:]]
    return first


def printed() -> Iterator[Printed]:
    """Yield what the YAML files of the folder say is printed, with its place."""
    paths = [CONTOH / "laporan.yaml", CONTOH / "narasi.yaml"]
    paths += sorted((CONTOH / "pk").glob("*.yaml"))
    for path in filter(Path.is_file, paths):
        # BaseLoader leaves every scalar as it is written and makes no objects.
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
        yield from walk(path.relative_to(CONTOH).as_posix(), "", data, None)


def walk(file: str, within: str, node: Any, asal: int | None) -> Iterator[Printed]:
    """Yield the print below a node; without `asal` of its own it has its parent's.

    Of a claim (`tertulis`) the rest says what it is tied to, not what is printed.
    """
    if isinstance(node, list):
        for child in node:
            yield from walk(file, within, child, asal)
    elif isinstance(node, dict):
        own = node.get("asal")
        asal = int(own) if isinstance(own, str) else asal
        claim = "tertulis" in node
        for key, child in node.items():
            if claim and key != "tertulis":
                continue
            if not isinstance(child, str):
                yield from walk(file, key, child, asal)
            elif key in PRINTED and asal is not None:
                yield Printed(file, within, key, child, asal)


def agreements() -> list[Printed]:
    """Return the print of the agreement forms; skip where none is transcribed."""
    found = [p for p in printed() if p.file.startswith("pk/")]
    if not found:
        pytest.skip("the folder holds no agreement forms")
    return found


def numbers(content: str) -> list[str]:
    """Return the numbers of a text as they are printed."""
    return NUMBER.findall(content)


def flat(content: str) -> str:
    """Return a text without case, emphasis, the backslashes of a formula and runs of space."""
    return " ".join(re.sub(r"[*\\]", "", content).casefold().split())


def untranscribed(paper: list[tuple[int, str]], ours: list[Printed]) -> list[str]:
    """Return the prints of the text, with their lines, that no entry stands for.

    An entry stands for one print only.
    """
    entries = Counter((p.asal, *numbers(p.text)) for p in ours)
    missing = Counter((number, *numbers(content)) for number, content in paper) - entries
    return [f"line {number}: {' '.join(map(str, figures))}" for number, *figures in missing]


# -- the tables ----------------------------------------------------------------


def test_the_tables_are_found_in_the_text() -> None:
    """The text has its 23 numbered tables and the sheet, the folder one file each."""
    files = set(table_lines().values())
    assert len(files) == 24
    assert files == {row.file for row in rows()}


def test_each_row_stands_on_a_line_of_its_own_table() -> None:
    """No two rows name the same line, and none a line of another table."""
    assert [n for n, count in Counter(r.asal for r in rows()).items() if count > 1] == []
    assert [r for r in rows() if table_lines().get(r.asal) != r.file] == []


def test_each_line_of_the_tables_is_in_the_folder() -> None:
    """No row is left out, whether it holds figures or not."""
    assert [f"{file}, line {n}" for n, file in table_lines().items() if home(n) is None] == []


def test_each_figure_of_the_text_is_in_its_row() -> None:
    """No figure printed in a table is missing from the folder."""
    missing = []
    for number, file in table_lines().items():
        row = home(number)
        lost = tokens(line(number)) - (tokens(row.cells) if row else Counter())
        missing += [f"{file}, line {number}: {word}" for word in lost]
    assert missing == []


def test_each_figure_of_the_folder_is_printed() -> None:
    """No figure in the folder is anything but what its line prints."""
    invented = []
    for row in rows():
        on_paper = tokens([c for n in lines_of(row) for c in line(n)])
        extra = tokens(row.cells) - on_paper
        if row.kind == "judul":  # a heading over several columns is repeated in each
            extra = Counter(word for word in extra if word not in on_paper)
        invented += [f"{row.file}, line {row.asal}: {word}" for word in extra]
    assert invented == []


def test_each_cell_is_as_printed() -> None:
    """Words and figures stand as printed, each in the column it is printed in.

    The cell of a prose column may be an excerpt from its beginning, marked by `…`.
    """
    changed = []
    for row in rows():
        paper = paper_cells(row)
        same = len(paper) == len(row.cells) and all(
            ours == cell or (is_prose(row.file, role) and is_excerpt(ours, cell))
            for role, cell, ours in zip(row.roles, paper, row.cells, strict=True)
        )
        if not same:
            changed.append((row.file, row.asal, paper, row.cells))
    assert changed == []


def test_prose_is_not_copied() -> None:
    """The cells of prose columns are short excerpts, not the report's sentences."""
    for row in rows():
        for role, cell in zip(row.roles, row.cells, strict=True):
            assert not is_prose(row.file, role) or len(cell.split()) <= 10, (row.file, row.asal)


# -- agreement forms, report and prose -----------------------------------------


def test_each_printed_figure_of_the_yaml_is_on_its_line() -> None:
    """Each target, budget, value and claim is printed where it says it is."""
    found = list(printed())
    if not found:
        pytest.skip("the folder holds no YAML files with printed figures")
    invented = []
    for p in found:
        paper = text()[p.asal - 1]
        figures = Counter(numbers(p.text)) <= Counter(numbers(paper))
        if not figures or flat(p.text) not in flat(paper):
            invented.append(f"{p.file}, {p.key}, line {p.asal}: {p.text}")
    assert invented == []


def test_each_amount_of_the_forms_is_transcribed() -> None:
    """Each rupiah amount printed in an agreement form is in a form of the folder."""
    ours = [p for p in agreements() if p.key in {"anggaran", "nilai"}]
    paper = [
        (number, amount)
        for number in range(forms_start(), len(text()) + 1)
        for amount in RUPIAH.findall(text()[number - 1])
    ]
    assert paper
    assert untranscribed(paper, ours) == []


def test_each_target_of_the_forms_is_transcribed() -> None:
    """Each target printed in an agreement form, and each part of one, is in a form of the folder."""
    ours = [p for p in agreements() if p.key == "target"]
    paper, parts = [], []
    in_targets = False
    for number in range(forms_start(), len(text()) + 1):
        cells = line(number)
        if len(cells) == 1:
            continue
        if cells[-1] == "TARGET" or "ANGGARAN" in cells:
            in_targets = cells[-1] == "TARGET"
        target = cells[-1].strip()
        if in_targets and numbers(target) and not COLUMN_NUMBER.fullmatch(target):
            paper.append((number, target))
        if in_targets:
            parts += [(number, part) for part in PART.findall(" ".join(cells[2:3]))]
    assert paper
    assert untranscribed(paper, [p for p in ours if p.within == "kinerja"]) == []
    assert untranscribed(parts, [p for p in ours if p.within == "rincian"]) == []
