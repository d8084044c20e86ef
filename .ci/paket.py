"""Check what the wheel and the sdist carry."""

from __future__ import annotations

import sys
import tarfile
import zipfile
from pathlib import Path

SUMBER = Path(__file__).parent.parent / "src"
WAJIB_WHEEL = tuple(
    f.relative_to(SUMBER).as_posix()
    for f in sorted((SUMBER / "sakip").rglob("*"))
    if f.is_file() and f.suffix != ".pyc"
)
"""Every file of the package: modules, tables, words in both languages, templates, types."""
WAJIB_SDIST = (
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "tests/conftest.py",
    "examples/semarang_diskopum_2025/laporan.yaml",
)


def main(folder: str) -> int:
    """Print what is missing; 0 when nothing is."""
    (roda,) = Path(folder).glob("*.whl")
    (sdist,) = Path(folder).glob("*.tar.gz")
    isi_roda = zipfile.ZipFile(roda).namelist()
    with tarfile.open(sdist) as t:
        isi_sdist = [n.partition("/")[2] for n in t.getnames()]
    hilang = [n for n in WAJIB_WHEEL if n not in isi_roda] + [n for n in WAJIB_SDIST if n not in isi_sdist]
    asing = [n for n in isi_roda if not n.startswith(("sakip/", "sakip-"))]
    print(f"{roda.name}: {len(isi_roda)} files; {sdist.name}: {len(isi_sdist)} files; missing {hilang}; stray {asing}")
    return 1 if hilang or asing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
