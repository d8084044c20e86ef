"""SARIF 2.1.0: one run a review, for editors and code hosts.

The figure blamed is the location of a result; the other places, the figures that show it and what follows
from it are related locations. Paths are relative to the current folder. The fingerprint is the id of the
finding, so that a code host knows it again after lines moved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sakip._version import __version__
from sakip.angka.lokasi import Lokasi
from sakip.tinjauan.tanggapan import ReviuBertanggapan, tanggapan_untuk
from sakip.tulis.json_ import sebagai_json
from sakip.tulis.path import uri
from sakip.tulis.teks import bersih, besar
from sakip.tulis.words.kamus import Kamus, sebut_lokasi

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sakip.aturan.definisi import Aturan
    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.engine import Reviu
    from sakip.tulis import Opsi

__all__ = ["tulis"]

SKEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

AKAR = "%SRCROOT%"
"""The base of relative paths, by the name that code hosts know."""

TINGKAT = {"kesalahan": "error", "peringatan": "warning", "catatan": "note"}
MASALAH = {"kesalahan": "error", "peringatan": "warning", "catatan": "recommendation"}

TERKAIT = 100
"""Related locations of a result beyond which the rest is counted, not listed; no host shows more."""


def tulis(reviu: Iterable[Reviu], opsi: Opsi) -> Iterator[bytes]:
    """One log with a run for each review."""
    runs = [_Run(r, opsi).objek() for r in reviu]
    yield sebagai_json({"$schema": SKEMA, "version": "2.1.0", "runs": runs})


class _Run:
    """Makes the run of one review."""

    def __init__(self, reviu: Reviu, opsi: Opsi) -> None:
        self.reviu = reviu
        self.opsi = opsi
        self.kamus = Kamus(opsi.bahasa, reviu.lain)
        ada = {t.kode for t in reviu.temuan} | {g.kode for g in reviu.galat}
        self.kode = sorted(ada | {k for k in self.kamus.aturan if opsi.pilihan.berlaku(k)})
        self.ke = {k: n for n, k in enumerate(self.kode)}

    def objek(self) -> dict[str, Any]:
        """The run."""
        lap, c = self.reviu.laporan, self.reviu.cakupan
        putusan = {p.value: n for p, n in self.reviu.hitung_putusan().items()}
        driver = {
            "name": "sakip",
            "version": __version__,
            "semanticVersion": __version__,
            "language": self.opsi.bahasa,
            "rules": [self._aturan(k) for k in self.kode],
            "properties": {"aturan": self.reviu.aturan},
        }
        return {
            "tool": {"driver": driver},
            "automationDetails": {"id": f"sakip/{uri(lap.sumber)}/"},
            "originalUriBaseIds": {AKAR: {"description": _pesan(self.kamus("alat.akar"))}},
            "language": self.opsi.bahasa,
            "columnKind": "utf16CodeUnits",
            "invocations": [self._jalannya()],
            "results": [self._hasil(t) for t in self.reviu.temuan],
            "properties": {
                "instansi": bersih(lap.instansi),
                "tahun": lap.tahun,
                "sha256": lap.sha256,
                "temuan": self.reviu.hitung_keparahan(),
                "relasi": putusan,
                "cakupan": {"angka": c.angka, "terperiksa": c.terperiksa, "persen": c.persen},
            },
        }

    def _jalannya(self) -> dict[str, Any]:
        """Whether every rule ran; one that did not vouches for nothing."""
        gagal = [
            {
                "level": "error",
                "message": _pesan(f"{self.kamus('aturan_gagal')}: {g.kode}: {self.kamus.ucap(g.pesan)}"),
                "associatedRule": {"id": g.kode, "index": self.ke[g.kode]},
            }
            for g in self.reviu.galat
        ]
        hasil: dict[str, Any] = {"executionSuccessful": not gagal}
        catatan = [
            {"level": "note", "message": _pesan(self.kamus.ucap(c.pesan)), "locations": [self._lokasi(c.lokasi)]}
            for c in self.reviu.laporan.catatan
        ]
        if gagal or catatan:
            hasil["toolExecutionNotifications"] = [*gagal, *catatan]
        return hasil

    def _aturan(self, kode: str) -> dict[str, Any]:
        """A rule with its help; of a rule from elsewhere the name is all there is."""
        a = self.kamus.aturan.get(kode)
        judul = _pesan(self.kamus.judul(kode) or kode)
        if a is None:
            return {"id": kode, "shortDescription": judul, "properties": {"tags": [kode.rstrip("0123456789")]}}
        id_ = self.opsi.bahasa == "id"
        return {
            "id": kode,
            "shortDescription": judul,
            "fullDescription": _pesan(a.memeriksa if id_ else a.checks),
            "help": {"text": _lolos("\n".join(self._bantuan(a, ""))), "markdown": "\n\n".join(self._bantuan(a, "**"))},
            "defaultConfiguration": {"level": TINGKAT[a.keparahan]},
            "properties": {
                "tags": [a.keluarga, a.keparahan],
                "precision": "medium" if a.celah else "very-high",
                "problem.severity": MASALAH[a.keparahan],
                "sejak": a.sejak,
            },
        }

    def _bantuan(self, a: Aturan, tebal: str) -> Iterator[str]:
        id_ = self.opsi.bahasa == "id"
        celah = a.celah if id_ else a.reading or a.celah
        isi = [
            ("memeriksa", a.memeriksa if id_ else a.checks),
            ("penting", a.penting if id_ else a.matters),
            ("wajar", celah or self.kamus("wajar.tidak_ada")),
            *(("dasar", d) for d in self.kamus.dasar(a.dasar)),
            *[("dasar", self.kamus("dasar.praktik"))] * a.praktik,
        ]
        for kunci, teks in isi:
            yield f"{tebal}{self.kamus(kunci)}:{tebal} {bersih(teks)}"

    def _hasil(self, t: Temuan) -> dict[str, Any]:
        dugaan = [bersih(self.kamus.penjelasan(d)) for d in t.dugaan]
        teks = " ".join([besar(self.kamus.pesan(t)), *(f"{besar(d)}." for d in dugaan)])
        hasil: dict[str, Any] = {
            "ruleId": t.kode,
            "ruleIndex": self.ke[t.kode],
            "kind": "fail",
            "level": TINGKAT[t.keparahan],
            "message": _pesan(teks),
            "locations": [self._lokasi(t.lokasi[0])] if t.lokasi else [{"physicalLocation": self._berkas("")}],
            "partialFingerprints": {"sakip/v1": t.id, "primaryLocationLineHash": f"{t.id}:1"},
            "properties": {
                "tempat": bersih(self.kamus.ucap(t.tempat)),
                "tertulis": bersih(self.kamus.ucap(t.tertulis)),
                "seharusnya": bersih(self.kamus.ucap(t.seharusnya)),
                "selisih": bersih(t.selisih),
                "dugaan": dugaan,
                "bukti": [bersih(self.kamus.ucap(b)) for b in t.bukti],
                "dasar": list(map(bersih, self.kamus.dasar(t.dasar))),
                "solusi": t.solusi,
                "tuntas": t.tuntas,
            },
        }
        if terkait := self._terkait(t):
            hasil["relatedLocations"] = terkait
        if isinstance(self.reviu, ReviuBertanggapan):
            hasil["suppressions"] = self._tanggapan(t)
        return hasil

    def _terkait(self, t: Temuan) -> list[dict[str, Any]]:
        """The other places of a finding, its operands and its consequences, each once."""
        semua = [
            *((x, f"{self.kamus('tempat')}: {sebut_lokasi(x, self.opsi.bahasa)}") for x in t.lokasi[1:]),
            *((o.lokasi, f"{self.kamus.ucap(o.nama)}: {o.nilai}") for o in t.operan),
            *((a.lokasi, self.kamus.akibat(a)) for a in t.akibat),
        ]
        ada = dict.fromkeys((lok, teks) for lok, teks in semua if lok.berkas)
        return [{"id": n, **self._lokasi(x, teks)} for n, (x, teks) in enumerate(list(ada)[:TERKAIT], 1)]

    def _tanggapan(self, t: Temuan) -> list[dict[str, Any]]:
        """The answer that closes a finding; an empty list says that nothing does."""
        keadaan, jawaban = tanggapan_untuk(self.reviu, t)
        if keadaan.terbuka or jawaban is None:
            return []
        alasan = " ".join(filter(None, [jawaban.status, jawaban.alasan]))
        return [{"kind": "external", "status": "accepted", "justification": bersih(alasan)}]

    def _lokasi(self, lok: Lokasi, teks: str = "") -> dict[str, Any]:
        fisik = self._berkas(lok.berkas)
        if lok.berkas and lok.baris is not None and lok.halaman is None and not lok.sel:
            fisik["region"] = {"startLine": lok.baris}
        hasil: dict[str, Any] = {"physicalLocation": fisik}
        letak = sebut_lokasi(Lokasi(halaman=lok.halaman, sel=lok.sel), self.opsi.bahasa)
        nama = [bersih(x) for x in (lok.tabel, lok.kolom, letak) if x]
        if nama:
            hasil["logicalLocations"] = [{"fullyQualifiedName": " / ".join(nama)}]
        if teks:
            hasil["message"] = _pesan(teks)
        return hasil

    def _berkas(self, berkas: str) -> dict[str, Any]:
        alamat = uri(self.reviu.laporan.sumber, berkas)
        artefak = {"uri": alamat}
        if not alamat.startswith("file:"):
            artefak["uriBaseId"] = AKAR
        return {"artifactLocation": artefak}


def _pesan(teks: str) -> dict[str, str]:
    return {"text": _lolos(bersih(teks))}


def _lolos(teks: str) -> str:
    """A text that names no placeholder and makes no link, whatever was printed."""
    return teks.replace("{", "{{").replace("}", "}}").replace("](", "] (")
