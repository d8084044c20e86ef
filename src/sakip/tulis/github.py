"""Workflow commands of GitHub Actions: each open finding an annotation at its file and line.

Text from a report cannot start a command of its own: it stands behind one of ours, on the same line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.tinjauan.tanggapan import ReviuBertanggapan, tanggapan_untuk
from sakip.tulis.path import path
from sakip.tulis.teks import bersih, besar
from sakip.tulis.words.kamus import Kamus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.engine import Reviu
    from sakip.tulis import Opsi

__all__ = ["tulis"]

PERINTAH = {"kesalahan": "error", "peringatan": "warning", "catatan": "notice"}


def tulis(reviu: Iterable[Reviu], opsi: Opsi) -> Iterator[str]:
    """A command for each finding that is open and each rule that failed, then a line that sums up."""
    for r in reviu:
        kamus = Kamus(opsi.bahasa, r.lain)
        for t in r.temuan:
            if tanggapan_untuk(r, t)[0].terbuka:
                yield _temuan(t, r, kamus)
        for c in r.laporan.catatan:
            yield _perintah("notice", kamus.catatan(c), title=f"sakip: {kamus('pembaca')}")
        for g in r.galat:
            yield _perintah(
                "error", f"{kamus('aturan_gagal')}: {g.kode}: {kamus.ucap(g.pesan)}", title=f"sakip {g.kode}"
            )
        yield f"sakip: {bersih(path(r.laporan.sumber))}: {_ringkas(r, kamus)}\n"


def _temuan(t: Temuan, r: Reviu, kamus: Kamus) -> str:
    sifat: dict[str, str] = {}
    lok = t.lokasi[0] if t.lokasi else None
    if lok is not None and lok.berkas:
        sifat["file"] = path(r.laporan.sumber, lok.berkas)
        if lok.baris is not None and lok.halaman is None and not lok.sel:
            sifat["line"] = str(lok.baris)
    dugaan = [kamus.penjelasan(d) for d in t.dugaan]
    isi = [besar(kamus.pesan(t)), *(f"{kamus('dugaan')}: {d}" for d in dugaan), f"{kamus('sidik_temuan')}: {t.id}"]
    return _perintah(PERINTAH[t.keparahan], *isi, **sifat, title=f"{t.kode} {kamus.judul(t.kode)}".strip())


def _perintah(nama: str, *baris: str, **sifat: str) -> str:
    """A command; its lines are encoded as one."""
    depan = ",".join(f"{k}={_sifat(v)}" for k, v in sifat.items())
    return f"::{nama} {depan}::{'%0A'.join(map(_data, baris))}\n"


def _data(teks: str) -> str:
    return bersih(teks).replace("%", "%25")


def _sifat(teks: str) -> str:
    return _data(teks).replace(":", "%3A").replace(",", "%2C")


def _ringkas(r: Reviu, kamus: Kamus) -> str:
    bagian = [kamus("temuan.banyak", **r.hitung_keparahan()), kamus.cakupan(r.cakupan)]
    if isinstance(r, ReviuBertanggapan):
        bagian.insert(1, kamus.ringkas_tanggapan(r))
    return bersih("; ".join(bagian))
