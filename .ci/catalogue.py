"""Compile the catalogues of messages: `python .ci/catalogue.py`, after `id.po` or `en.po` was edited."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

WORDS = Path(__file__).parents[1] / "src" / "sakip" / "tulis" / "words"

for po in sorted(WORDS.glob("*.po")):
    with po.open("rb") as berkas:
        katalog = read_po(berkas, abort_invalid=True)
    with po.with_suffix(".mo").open("wb") as berkas:
        write_mo(berkas, katalog)
