"""Figures of indicators in sentences, tied where the indicator is named in full and the words say what they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sakip.model.narasi import Rujukan
from sakip.pembaca.tafsir.ejaan import RINGAN
from sakip.pembaca.tafsir.prosa.buku_klaim import NUM, pola_nama
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip.model.indikator import Indikator
    from sakip.pembaca.tafsir.kosakata import Kosakata
    from sakip.pembaca.tafsir.prosa.alinea import Alinea
    from sakip.pembaca.tafsir.prosa.buku_klaim import BukuKlaim

__all__ = ["klaim_kinerja"]

_TAHUN = r"(?:\s*(?:pada\s+)?tahun\s+(\d{4}))?"
_CAPAIAN = re.compile(
    rf"[^.\d]{{0,40}}?\b(?:yang\s+)?(?:ditargetkan|target){_TAHUN}\s*(?:yaitu|sebesar|adalah)?\s*({NUM})"
    rf"[\s,]*(?:dan\s+|dapat\s+|telah\s+)*(?:tercapai|terealisasi|realisasi(?:nya)?|mencapai)\s*(?:dengan\s+nilai|sebesar)?\s*({NUM})"
    rf"(?:[\s,]*(?:atau|dengan)\s+(?:berhasil\s+)?(?:mencapai|capaian)\s*(?:target|sebesar|kinerja)*\s*({NUM}))?",
    re.IGNORECASE,
)
_DUA_TAHUN = re.compile(
    rf"[^.\d%]{{0,25}}?\btahun\s+(\d{{4}})\s+sebesar\s+({NUM})[\s,]*(?:dan\s+)?pada\s+tahun\s+(\d{{4}})\s+(?:juga\s+)?"
    rf"(meningkat|naik|menurun|turun)\s+(?:menjadi|sebesar|dengan\s+(?:mendapat\s+)?nilai)\s+({NUM})",
    re.IGNORECASE,
)
_MENJADI = re.compile(rf"\s+(?:telah\s+)?(?:meningkat|naik|menurun|turun)\s+menjadi\s+({NUM})", re.IGNORECASE)
_AKHIR = re.compile(r"\btarget\s+(?:akhir\s+(?:renstra|rencana|rpjmd)|jangka\s+menengah)", re.IGNORECASE)
_TERHADAP_AKHIR = re.compile(
    r"(?:[^\d%]|(?<=tahun )\d{4}){0,90}?\b(?:mencapai|sebesar)\s+(\d+(?:[.,]\d+)?\s?%)", re.IGNORECASE
)
_RERATA = re.compile(
    rf"\brata-?\s?rata\s+(?:tingkat\s+)?capaian\s+(?:indikator\s+)?(?:kinerja\s+)?(tujuan|sasaran|program)\b[^.\d%]{{0,25}}?"
    rf"\bsebesar\s+({NUM})(?:\s+(?:dengan|masuk)\s+kategori\s+(\w+))?",
    re.IGNORECASE,
)
_TAHUN_KALIMAT = re.compile(r"\b(?:19|20)\d{2}\b(?!\s*[-–]\s*(?:19|20)\d{2})(?<![-–]\d{4})")
_TURUN = frozenset({"menurun", "turun"})


def klaim_kinerja(alinea: Sequence[Alinea], buku: BukuKlaim, kosakata: Kosakata) -> None:
    """Tie the figures of indicators in the prose."""
    nama = list(buku.nama)
    pola = pola_nama([*nama, *(n.replace("persentase", "presentase", 1) for n in nama if n.startswith("persentase"))])
    for a in alinea:
        if not any(c.isdigit() for c in a.teks):
            continue
        for m in _RERATA.finditer(a.teks):
            _rerata(a, m, buku, kosakata)
        if pola is not None and (sebut := list(pola.finditer(a.teks))):
            _sebutan(a, sebut, buku)


def _sebutan(a: Alinea, sebut: list[re.Match[str]], buku: BukuKlaim) -> None:
    """What is said of the indicators that a paragraph names; each word holds up to the next name."""
    akhir = _AKHIR.search(a.teks, 0, sebut[0].start())
    calon: list[tuple[Indikator, tuple[int, int]]] = []
    for n, s in enumerate(sebut):
        ind = buku.nama.get(baku(s[0]).replace("presentase", "persentase", 1))
        if ind is None:
            continue
        ujung = sebut[n + 1].start() if n + 1 < len(sebut) else len(a.teks)
        if akhir is None:
            _segmen(a, ind, s.end(), ujung, buku)
        elif t := _TERHADAP_AKHIR.match(a.teks, s.end(), ujung):
            calon.append((ind, t.span(1)))
    if any(buku.sama(i.kunci, "capaian_akhir", buku.laporan.tahun, a.teks[slice(*r)]) for i, r in calon):
        for ind, rentang in calon:
            buku.tambah(a, rentang, "capaian_akhir", fakta=Rujukan(peran="capaian_akhir", subjek=ind.kunci))


def _segmen(a: Alinea, ind: Indikator, mulai: int, ujung: int, buku: BukuKlaim) -> None:
    """What is said of one indicator, up to the next that is named."""
    tahun = buku.laporan.tahun
    setahun = _setahun(a.teks, mulai, tahun)
    if setahun and (m := _CAPAIAN.match(a.teks, mulai, ujung)) and (m[1] is None or int(m[1]) == tahun):
        for kelompok, peran in ((2, "target"), (3, "realisasi"), (4, "capaian")):
            if m[kelompok]:
                buku.tambah(a, m.span(kelompok), peran, fakta=Rujukan(peran=peran, subjek=ind.kunci))
    elif m := _DUA_TAHUN.match(a.teks, mulai, ujung):
        _dua_tahun(a, ind, m, buku)
    elif setahun and (m := _MENJADI.match(a.teks, mulai, ujung)) and ("%" in m[1] or ind.satuan != "%"):
        nama = buku.baru()
        bagian = _komponen(a, ind, m.end(), ujung, buku)
        isi = {"rumus": "persen", "dari": tuple(Rujukan(klaim=k) for k in bagian)} if bagian else {}
        buku.tambah(a, m.span(1), "realisasi", id=nama, fakta=Rujukan(peran="realisasi", subjek=ind.kunci), **isi)


def _setahun(teks: str, posisi: int, tahun: int) -> bool:
    """Whether the sentence at a place names no year but the report's."""
    awal = max(teks.rfind(t, 0, posisi) for t in (". ", "; "))
    akhir = min((i for t in (". ", "; ") if (i := teks.find(t, posisi)) >= 0), default=len(teks))
    return all(int(t) == tahun for t in _TAHUN_KALIMAT.findall(teks[max(awal, 0) : akhir]))


def _komponen(a: Alinea, ind: Indikator, mulai: int, ujung: int, buku: BukuKlaim) -> tuple[str, str] | None:
    """`dari seluruh jumlah X sebanyak 736 unit, X yang Y sebanyak 571`: the parts of `Persentase X Y`.

    Only for a name of two words beside the first, whose calculation the report prints with one part above and
    one below.
    """
    kata = [k for k in baku(ind.nama).split()[1:] if k not in RINGAN]
    cetak = [k for k in buku.laporan.komponen if k.indikator == ind.kunci]
    if len(kata) != 2 or len(cetak) != 1 or len(cetak[0].pembilang) != 1 or len(cetak[0].penyebut) != 1:
        return None
    x, y = map(re.escape, kata)
    pola = (
        rf"[\s.,]*dari\s+(?:seluruh\s+|total\s+)?(?:jumlah\s+)?{x}\b[^.\d]{{0,40}}?\bsebanyak\s+({NUM})[^.\d]{{0,30}}?"
        rf"\b{x}\s+(?:yang\s+)?{y}\b[^.\d]{{0,15}}?\bsebanyak\s+({NUM})"
    )
    m = re.compile(pola, re.IGNORECASE).match(a.teks, mulai, ujung)
    if m is None:
        return None
    atas, bawah = buku.baru(), buku.baru()
    buku.tambah(a, m.span(1), "penyebut", id=bawah, fakta=Rujukan(peran="penyebut", subjek=ind.kunci))
    buku.tambah(a, m.span(2), "pembilang", id=atas, fakta=Rujukan(peran="pembilang", subjek=ind.kunci))
    return atas, bawah


def _dua_tahun(a: Alinea, ind: Indikator, m: re.Match[str], buku: BukuKlaim) -> None:
    """Two years compared: realisations when a table prints one of the two figures as that, and none as capaian."""
    awal, akhir = int(m[1]), int(m[3])
    cetak = ((awal, m[2]), (akhir, m[5]))
    if not any(buku.sama(ind.kunci, "realisasi", t, x) for t, x in cetak):
        return
    if any(buku.sama(ind.kunci, "capaian", t, x) for t, x in cetak):
        return
    nama = (buku.baru(), buku.baru())
    tahun = buku.laporan.tahun
    for k, (t, _), n in ((2, cetak[0], nama[0]), (5, cetak[1], nama[1])):
        fakta = Rujukan(peran="realisasi", subjek=ind.kunci, periode=None if t == tahun else t)
        if not buku.tambah(a, m.span(k), "realisasi", id=n, fakta=fakta):
            return
    arah = "turun" if m[4].casefold() in _TURUN else "naik"
    buku.tambah(a, m.span(4), arah=arah, dari=(Rujukan(klaim=nama[0]), Rujukan(klaim=nama[1])))


def _rerata(a: Alinea, m: re.Match[str], buku: BukuKlaim, kosakata: Kosakata) -> None:
    if not _setahun(a.teks, m.start(), buku.laporan.tahun):
        return
    subjek = f"rerata_{m[1].casefold()}"
    nama = buku.baru()
    if not buku.tambah(a, m.span(2), "capaian", id=nama, fakta=Rujukan(peran="capaian", subjek=subjek)):
        return
    if m[3] and (label := kosakata.label_pada(a.teks, m.start(3))):
        buku.tambah(
            a,
            (m.start(3), m.start(3) + len(label)),
            fakta=Rujukan(peran="kategori", subjek=subjek),
            rumus="kategori",
            dari=(Rujukan(klaim=nama),),
        )
