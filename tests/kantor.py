"""An office suite, where one is installed: what it makes of the files that are written."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.tunggu import MACET

SOFFICE = shutil.which("soffice")
perlu_soffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice tidak terpasang (apt install libreoffice)")


@cache
def _profil() -> TemporaryDirectory[str]:
    """One for all that this process asks; two processes may not share one."""
    return TemporaryDirectory()


def ubah(jenis: str, tujuan: Path, *berkas: Path, masuk: str | None = None) -> list[Path]:
    """The files, opened and saved as another kind in a folder; `masuk` says how to take them."""
    perintah = [str(SOFFICE), f"-env:UserInstallation={Path(_profil().name).as_uri()}", "--headless"]
    perintah += [f"--infilter={masuk}"] if masuk else []
    perintah += ["--convert-to", jenis, "--outdir", str(tujuan), *map(str, berkas)]
    subprocess.run(perintah, check=True, capture_output=True, timeout=MACET)
    return [tujuan / b.with_suffix(f".{jenis}").name for b in berkas]
