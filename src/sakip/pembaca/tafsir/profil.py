"""Who reports on what year, of which plan, signed when: from the cover, the prose, the places of signature."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import attrs

from sakip.model.laporan import Organisasi, Renstra, Tanggal
from sakip.model.sel import Sel
from sakip.pembaca.blok import Paragraf
from sakip.teks.istilah import bentuk, himpunan
from sakip.teks.jarak import mirip
from sakip.teks.nama import baku, urai_singkatan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip.model.perjanjian import PerjanjianKinerja
    from sakip.pembaca.tafsir.prosa.alinea import Alinea
    from sakip.pembaca.tafsir.tabel.rangkai import TabelMentah

__all__ = ["cari_instansi", "cari_judul", "cari_organisasi", "cari_renstra", "cari_tahun", "cari_tanggal"]

_TAHUN = re.compile(r"\b((?:19|20)\d{2})\b")
_SEJAK_TAHUN = re.compile(r"\s*(?:\btahun\b(?: anggaran\b)?\s*)?\b(?:19|20)\d{2}\b.*\Z", re.IGNORECASE)
SAMPUL = 40
"""Lines from the beginning in which the cover is sought."""
BERULANG = 2
"""Times that a text names an agency whose report it may be, at least."""
BARIS_NAMA = 8
"""Rows of a table, with its heading, among which the name of an agency stands."""
MASA_TERPANJANG = 6
"""Years of a plan, at most."""
MIRIP_UNIT = 0.85


def cari_tahun(bagian: Sequence[Paragraf | TabelMentah]) -> int:
    """The year reported on; 0 when the document does not say.

    The cover says it when a line is nothing but a year; otherwise the year most often named with the report.
    """
    suara: Counter[int] = Counter()
    for i, p in enumerate(bagian):
        if not isinstance(p, Paragraf):
            continue
        if i < SAMPUL and bentuk("profil.tahun_sendiri").match(p.teks):
            return int(p.teks[-4:])
        suara.update(int(m["tahun"]) for m in bentuk("profil.tahun_laporan").finditer(p.teks))
    if suara:
        return suara.most_common(1)[0][0]
    for p in bagian:
        if isinstance(p, Paragraf):
            suara.update(int(t) for t in _TAHUN.findall(p.teks))
    if suara:
        return suara.most_common(1)[0][0]
    tabel = [p for p in bagian if not isinstance(p, Paragraf)]
    kepala = {int(n) for t in tabel for s in t.baris[0].sel for n in _TAHUN.findall(s.teks)}
    return kepala.pop() if len(kepala) == 1 else 0


def cari_judul(alinea: Sequence[Alinea]) -> str:
    """The kind of report, as the prose spells it."""
    for a in alinea:
        cocok = bentuk("profil.judul").search(a.teks)
        if cocok and not cocok[0][:7].isupper():
            return " ".join(cocok[0].split())
    return next((" ".join(c[0].split()) for a in alinea if (c := bentuk("profil.judul").search(a.teks))), "")


def cari_instansi(bagian: Sequence[Paragraf | TabelMentah], alinea: Sequence[Alinea], formulir: str) -> str:
    """The agency: as the forms name it, else a line that says so, the cover, the text, the first lines of a table.

    A name of the cover is given in the spelling of the prose.
    """
    if formulir:
        return formulir
    for p in bagian[:SAMPUL]:
        if isinstance(p, Paragraf) and (isian := bentuk("profil.isian").match(p.teks)):
            return _ejaan(isian["nama"])
    nama = bentuk("profil.predikat").sub("", _sampul(bagian))
    if nama and not _sebutan_lain(nama):
        pola = re.compile(r"\s+".join(map(re.escape, nama.split())), re.IGNORECASE)
        for a in alinea:
            cocok = pola.search(a.teks)
            if cocok and not cocok[0].isupper():
                return " ".join(cocok[0].split())
        return _ejaan(nama)
    teks = [a.teks for a in alinea] + [t.judul for t in bagian if not isinstance(t, Paragraf)]
    return _ejaan(_tersering(teks) or _nama_di_tabel(bagian) or _awal_kalimat(nama))


def _sampul(bagian: Sequence[Paragraf | TabelMentah]) -> str:
    """The lines near the beginning that begin with a name of an agency, and go on with it."""
    sampul: list[str] = []
    for p in bagian[:SAMPUL]:
        lanjut = isinstance(p, Paragraf) and sampul and p.sambung and not _TAHUN.search(p.teks)
        if isinstance(p, Paragraf) and (lanjut or (bentuk("profil.instansi").match(p.teks) and len(p.teks) < 120)):
            sampul.append(p.teks)
        elif sampul:
            break
    return " ".join(sampul)


def _sebutan_lain(nama: str) -> bool:
    """Whether a line that begins with a name goes on with more than one."""
    return bool(_TAHUN.search(nama)) or nama.endswith(".")


def _awal_kalimat(nama: str) -> str:
    """What a line that goes on with more than a name begins with: the name up to a year, or up to small letters."""
    polos = _SEJAK_TAHUN.sub("", nama)
    if not polos.endswith("."):
        return polos
    cocok = bentuk("profil.nama_instansi").match(polos)
    return cocok[0] if cocok is not None else ""


def _tersering(teks: Sequence[str]) -> str:
    """The name of an agency that texts print more than once and no other half as often, as fully as they do.

    Reports name others too: who made a survey, who gave the figures.
    """
    suara = Counter(" ".join(c[0].split()) for t in teks for c in bentuk("profil.nama_instansi").finditer(t))
    if not suara or suara.most_common(1)[0][1] < BERULANG:
        return ""
    nama, banyak = suara.most_common(1)[0]
    sama = {n for n in suara if baku(n).startswith(baku(nama)) or baku(nama).startswith(baku(n))}
    if any(2 * k > banyak for n, k in suara.items() if n not in sama):
        return ""
    return max((n for n in sama if suara[n] >= BERULANG), key=len)


def _nama_di_tabel(bagian: Sequence[Paragraf | TabelMentah]) -> str:
    """The one agency that stands, in capitals, above the lines of a table."""
    nama = {
        s.teks
        for t in bagian
        if not isinstance(t, Paragraf)
        for b in t.baris[:BARIS_NAMA]
        for s in b.sel[:3]
        if s.teks.isupper() and bentuk("profil.nama_instansi").fullmatch(" ".join(s.teks.split()))
    }
    return nama.pop() if len(nama) == 1 else ""


def _ejaan(nama: str) -> str:
    """A name in capitals in the usual spelling; abbreviations keep theirs."""
    if not nama.isupper():
        return nama
    kata = [k if k.casefold() in himpunan("singkatan_nama") else k.title() for k in nama.split()]
    return " ".join(kata).replace(" Dan ", " dan ")


def cari_renstra(alinea: Sequence[Alinea], judul_tabel: Sequence[str]) -> Renstra | None:
    """The years of the plan: the range of years most often named with it."""
    suara: Counter[tuple[int, int]] = Counter()
    for teks in (*(a.teks for a in alinea), *judul_tabel):
        if bentuk("profil.rencana").search(teks):
            masa = [(int(m["awal"]), int(m["akhir"])) for m in bentuk("profil.masa").finditer(teks)]
            suara.update((a, b) for a, b in masa if 0 < b - a <= MASA_TERPANJANG)
    if not suara:
        return None
    awal, akhir = suara.most_common(1)[0][0]
    return Renstra(awal=awal, akhir=akhir)


def cari_tanggal(alinea: Sequence[Alinea]) -> tuple[Tanggal, ...]:
    """The dates of signature outside the agreements."""
    hasil: list[Tanggal] = []
    for a in alinea:
        for teks, lokasi in a.baris():
            if cocok := bentuk("formulir.tanggal").match(teks):
                tempat = attrs.evolve(lokasi, tabel="Tanggal", kolom="tanggal")
                hasil.append(Tanggal(nilai=Sel(cocok["tanggal"], None, tempat), bagian=a.bagian.partition(".")[0]))
    return tuple(hasil)


def cari_organisasi(alinea: Sequence[Alinea], perjanjian: Sequence[PerjanjianKinerja]) -> tuple[Organisasi, ...]:
    """Who is under whom, where the report says so and the offices are those of its agreements."""
    hasil: list[Organisasi] = []
    atasan = ""
    for a in alinea:
        for cocok in bentuk("profil.atasan").finditer(a.teks):
            bawah, atas = _jabatan(cocok["bawah"], perjanjian), _jabatan(cocok["atas"], perjanjian)
            if bawah and atas:
                hasil.append(_organisasi(bawah, atas, a))
        if unit := bentuk("profil.terdiri").search(a.teks):
            atasan = _kepala(unit["unit"], perjanjian)
        elif atasan and (butir := bentuk("profil.unit_bawah").match(a.teks)):
            depan = "" if baku(butir["jabatan"]).startswith("sub koordinator") else "Kepala "
            hasil.append(_organisasi(f"{depan}{butir['jabatan']}", atasan, a))
        elif not a.butir:
            atasan = ""
    return tuple(hasil)


def _organisasi(jabatan: str, atasan: str, a: Alinea) -> Organisasi:
    return Organisasi(jabatan=jabatan, atasan=atasan, lokasi=attrs.evolve(a.lokasi[0], tabel="Organisasi"))


def _jabatan(sebutan: str, perjanjian: Sequence[PerjanjianKinerja]) -> str:
    """The office of the one agreement whose name holds all words of `sebutan`; the shortest, if it alone begins so."""
    penuh = urai_singkatan(sebutan, (pk.jabatan for pk in perjanjian))
    kata = frozenset(penuh.split()) - himpunan("kata_unit")
    calon = {baku(pk.jabatan): pk.jabatan for pk in perjanjian if kata <= frozenset(baku(pk.jabatan).split())}
    awal = [j for b, j in calon.items() if b.startswith(penuh)]
    if len(awal) == 1:
        return awal[0]
    return next(iter(calon.values())) if len(calon) == 1 else ""


def _kepala(unit: str, perjanjian: Sequence[PerjanjianKinerja]) -> str:
    """The head of a unit, when an agreement of eselon III is that officer's beyond doubt."""
    skor = sorted(
        ((mirip(unit, pk.unit, salah_ketik=True), pk.jabatan) for pk in perjanjian if pk.eselon == "III"), reverse=True
    )
    if not skor or skor[0][0] < MIRIP_UNIT or (len(skor) > 1 and skor[1][0] > skor[0][0] - 0.1):
        return ""
    return skor[0][1]
