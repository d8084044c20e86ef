"""Money in sentences, tied where the sentence names the whole agency or programs, and what the money is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.model.kode import ANGGARAN
from sakip.model.narasi import Rujukan
from sakip.model.peran import PERAN
from sakip.pembaca.tafsir.prosa.buku_klaim import pola_nama
from sakip.teks.istilah import bentuk, himpunan
from sakip.teks.kalimat import kalimat
from sakip.teks.nama import baku

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from sakip.fakta.register import Register
    from sakip.pembaca.tafsir.prosa.alinea import Alinea
    from sakip.pembaca.tafsir.prosa.buku_klaim import BukuKlaim

__all__ = ["klaim_anggaran"]

_PERAN = {
    "sisa": "uang.sisa",
    "realisasi_anggaran": "uang.realisasi",
    "selisih": "uang.selisih",
    "pagu_murni": "uang.murni",
    "dana": "uang.dana",
    "pagu": "uang.pagu",
}
"""What a figure of money may be, and the shape of the words that say so."""
SELA = 25
"""Characters between the word and its figure where nothing joins them, at most."""
PERSEN = {"realisasi_anggaran": "serapan", "sisa": "sisa_persen"}


def klaim_anggaran(alinea: Sequence[Alinea], buku: BukuKlaim, reg: Register) -> None:
    """Tie the money of the prose; none of what a table prints in thousands or millions."""
    kasar = {b.subjek for b in reg.butir if b.letak.dibulatkan}
    pola = pola_nama([n for semua in buku.program.values() for n in semua])
    kode = {baku(n): k for k, semua in buku.program.items() for n in semua}
    instansi = " ".join(baku(buku.laporan.instansi).split()[:3])
    for a in alinea if buku.kode else ():
        if "Rp" not in a.teks:
            continue
        uang = list(bentuk("uang.uang").finditer(a.teks))
        sebut = list(pola.finditer(a.teks)) if pola is not None else []
        if not uang or any(s.start() > uang[0].start() for s in sebut):
            continue
        if sebut:
            subjek = list(dict.fromkeys(kode[baku(s[0])] for s in sebut if baku(s[0]) in kode))
        elif instansi and instansi in baku(a.teks[: uang[0].start()]):
            subjek = [ANGGARAN]
        else:
            continue
        lain = {int(t["tahun"]) for t in bentuk("tahun.disebut").finditer(a.teks)} - {buku.laporan.tahun}
        if subjek and not lain and not kasar.intersection(subjek):
            _alinea(a, uang, subjek, buku)


def _alinea(a: Alinea, uang: list[re.Match[str]], subjek: list[str], buku: BukuKlaim) -> None:
    tercatat: dict[str, str] = {}
    batas = 0
    dana: list[str] = []
    induk_dana = -1
    rencana: list[tuple[re.Match[str], str, str]] = []
    for m in uang:
        peran = _peran(a.teks[batas : m.start()])
        batas = m.end()
        if peran == "dana":
            dana.append(buku.baru())
            rencana.append((m, peran, dana[-1]))
            continue
        if not peran or peran in tercatat:
            continue
        tercatat[peran] = buku.baru()
        rencana.append((m, peran, tercatat[peran]))
        if bentuk("uang.sumber").match(a.teks, m.end()):
            induk_dana = len(rencana) - 1
    if "pagu" not in tercatat:
        return
    for n, (m, peran, nama) in enumerate(rencana):
        if peran == "dana":
            if induk_dana >= 0:
                alasan = kalimat("bagian_sumber_dana")
                buku.tambah(a, m.span(), "pagu", id=nama, rumus="tanpa", alasan=alasan)
            continue
        _satu(a, m, peran, nama, tercatat, subjek, buku, dana if n == induk_dana and len(dana) > 1 else [])
    _gerak(a, tercatat, buku)


def _satu(
    a: Alinea,
    m: re.Match[str],
    peran: str,
    nama: str,
    tercatat: dict[str, str],
    subjek: list[str],
    buku: BukuKlaim,
    dana: list[str],
) -> None:
    persen = bentuk("uang.persen").match(a.teks, m.end())
    if len(subjek) == 1:
        isi: dict[str, object] = {"fakta": Rujukan(peran=peran, subjek=subjek[0])}
        if dana:
            isi |= {"rumus": "jumlah", "dari": tuple(Rujukan(klaim=d) for d in dana)}
        elif peran == "selisih" and {"pagu_murni", "pagu"} <= tercatat.keys():
            dari = (Rujukan(klaim=tercatat["pagu_murni"]), Rujukan(klaim=tercatat["pagu"]))
            isi |= {"rumus": "selisih", "dari": dari}
        buku.tambah(a, m.span(), peran, id=nama, **isi)
        if persen and peran in PERSEN:
            buku.tambah(a, persen.span("persen"), PERSEN[peran], fakta=Rujukan(peran=PERSEN[peran], subjek=subjek[0]))
        return
    if PERAN[peran].anggaran:
        bagian = tuple(Rujukan(peran=peran, subjek=s) for s in subjek)
        buku.tambah(a, m.span(), "pagu", id=nama, rumus="jumlah", dari=bagian)
    elif peran == "sisa" and {"pagu", "realisasi_anggaran"} <= tercatat.keys():
        dari = (Rujukan(klaim=tercatat["pagu"]), Rujukan(klaim=tercatat["realisasi_anggaran"]))
        buku.tambah(a, m.span(), "pagu", id=nama, rumus="selisih", dari=dari)
    else:
        return
    if persen and peran in PERSEN:
        dari = (Rujukan(klaim=nama), Rujukan(klaim=tercatat["pagu"]))
        buku.tambah(a, persen.span("persen"), "persen", rumus="persen", dari=dari)


def _gerak(a: Alinea, tercatat: dict[str, str], buku: BukuKlaim) -> None:
    """`berkurang`: the budget moved from the original to the revised."""
    m = bentuk("uang.gerak").search(a.teks)
    if m and {"pagu_murni", "pagu"} <= tercatat.keys():
        dari = (Rujukan(klaim=tercatat["pagu_murni"]), Rujukan(klaim=tercatat["pagu"]))
        arah = "turun" if m["gerak"].casefold() in himpunan("turun") else "naik"
        buku.tambah(a, m.span("gerak"), arah=arah, dari=dari)


def _peran(kiri: str) -> str:
    """What a figure of money is, by the words between it and the figure before; empty when they do not say."""
    if bentuk("uang.bukan").search(kiri[-60:]):
        return ""
    calon = [(m.start(), m.end(), nama) for nama, pola in _PERAN.items() for m in bentuk(pola).finditer(kiri)]
    if not calon:
        return ""
    akhir = max(a for a, _, _ in calon)
    _, ujung, nama = max((c for c in calon if c[0] == akhir), key=lambda c: c[1])
    if nama == "pagu" and any(n == "sisa" and b >= ujung for _, b, n in calon):
        nama = "sisa"
    sela = kiri[ujung:]
    tersambung = bentuk("uang.sebesar").search(kiri.rstrip()) or len(sela) < SELA
    return "" if bentuk("uang.putus").search(sela) or not tersambung else nama
