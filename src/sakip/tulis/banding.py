"""Two drafts compared: what is new, what remains, what is resolved. Findings are objects of the JSON contract."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sakip._version import __version__
from sakip.angka.lokasi import Lokasi
from sakip.aturan.definisi import KEPARAHAN
from sakip.tulis.json_ import sebagai_json
from sakip.tulis.teks import Warna, banyak, bersih, bungkus, gantung, pendek
from sakip.tulis.words.kamus import Kamus, sebut_semua

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sakip.tinjauan.banding import Banding
    from sakip.tulis import Opsi, Potongan

__all__ = ["tulis"]

PANJANG_SEL = 60
"""Characters of a printed or due value when not everything is asked for."""

LEBAR_TERKECIL, LEBAR_TERBESAR = 60, 170

Objek = dict[str, Any]


def tulis(
    lama: Objek, baru: Objek, banding: Banding[Objek], bentuk: str = "terminal", opsi: Opsi | None = None
) -> Iterator[Potongan]:
    """Write a comparison.

    Args:
        lama, baru: the outputs that were compared.
        banding: what became of their findings.
        bentuk: terminal or json.
        opsi: how to write.
    """
    from sakip.tulis import Opsi

    opsi = Opsi() if opsi is None else opsi
    if bentuk == "json":
        yield sebagai_json(_objek(lama, baru, banding))
    else:
        yield "\n".join(_Penulis(lama, baru, banding, opsi).baris()) + "\n"


def _objek(lama: Objek, baru: Objek, b: Banding[Objek]) -> Objek:
    return {
        "sakip": __version__,
        "lama": {"aturan": lama.get("aturan"), "laporan": lama["laporan"]},
        "baru": {"aturan": baru.get("aturan"), "laporan": baru["laporan"]},
        "ringkasan": {
            "baru": _hitung(b.baru),
            "tersisa": _hitung(t for _, t in b.tersisa),
            "selesai": _hitung(b.selesai),
        },
        "temuan": {
            "baru": [{**t, "sebelumnya": b.berubah.get(t["id"])} for t in b.baru],
            "tersisa": [{**t, "lokasi_lama": dulu["lokasi"]} for dulu, t in b.tersisa],
            "selesai": list(b.selesai),
        },
    }


def _hitung(temuan: Iterable[Objek]) -> dict[str, int]:
    semua = [t["keparahan"] for t in temuan]
    return {k: semua.count(k) for k in KEPARAHAN}


class _Penulis:
    """Writes a comparison for a person."""

    def __init__(self, lama: Objek, baru: Objek, banding: Banding[Objek], opsi: Opsi) -> None:
        self.lama = lama
        self.baru = baru
        self.banding = banding
        self.rinci = opsi.rinci
        self.kamus = Kamus(opsi.bahasa)
        self.warna = Warna(opsi.warna)
        self.lebar = min(max(opsi.lebar, LEBAR_TERKECIL), LEBAR_TERBESAR)

    def baris(self) -> Iterator[str]:
        """The lines."""
        k, b = self.kamus, self.banding
        n = {"selesai": len(b.selesai), "tersisa": len(b.tersisa), "baru": len(b.baru)}
        yield self.warna(k("banding"), "judul")
        yield ""
        isi = [
            ("banding.lama", self._sisi(self.lama)),
            ("banding.baru", self._sisi(self.baru)),
            ("temuan", k("banding.banyak", **{x: banyak(y, k.bahasa) for x, y in n.items()})),
        ]
        kolom = max(len(k(kunci)) for kunci, _ in isi) + 2
        for kunci, teks in isi:
            yield from gantung(k(kunci), teks, self.lebar, 0, kolom)
        yield from self._peringatan()
        dulu = {t["id"]: t for t in b.selesai}
        yield from self._bagian("banding.muncul", b.baru, {i: dulu[j] for i, j in b.berubah.items()})
        yield from self._bagian("banding.tersisa", [t for _, t in b.tersisa], {})
        yield from self._bagian("banding.selesai", b.selesai, {})

    def _sisi(self, isi: Objek) -> str:
        lap = isi["laporan"]
        return self.kamus(
            "banding.sisi",
            sumber=bersih(str(lap.get("sumber", ""))),
            aturan=bersih(str(isi.get("aturan", ""))),
            n=banyak(len(isi["temuan"]), self.kamus.bahasa),
        )

    def _peringatan(self) -> Iterator[str]:
        """What makes the comparison doubtful: another report, another set of rules."""
        dua = (self.lama["laporan"], self.baru["laporan"])
        beda = [
            ("banding.laporan_lain", any(len({str(x.get(y)) for x in dua}) > 1 for y in ("instansi", "tahun"))),
            ("banding.aturan_lain", self.lama.get("aturan") != self.baru.get("aturan")),
        ]
        for kunci, ada in beda:
            if ada:
                yield from (self.warna(g, "peringatan") for g in bungkus(self.kamus(kunci), self.lebar))

    def _bagian(self, kunci: str, temuan: Iterable[Objek], dulu: Mapping[str, Objek]) -> Iterator[str]:
        k = self.kamus
        semua = sorted(temuan, key=lambda t: KEPARAHAN.index(t["keparahan"]))
        judul = f"{k(kunci)} ({banyak(len(semua), k.bahasa)})"
        yield ""
        yield self.warna(judul.upper(), "judul")
        yield "-" * len(judul)
        if not semua:
            yield k("banding.tidak_ada")
            return
        nomor = len(str(len(semua)))
        kode = max(len(bersih(t["kode"])) for t in semua)
        parah = max(len(k(f"satu.{t['keparahan']}")) for t in semua)
        for no, t in enumerate(semua, 1):
            label = f"{no:>{nomor}}  {bersih(t['kode']):{kode}}  {k('satu.' + t['keparahan']):{parah}}"
            yield from gantung(label, self._ringkas(t, dulu.get(t["id"])), self.lebar)
            for teks in self._bawah(t):
                yield from gantung("", teks, self.lebar, nomor) if teks else ()

    def _ringkas(self, t: Objek, dulu: Objek | None) -> str:
        """What is printed and what is due, and what stood there before."""
        teks = " → ".join(x for x in (self._nilai(t["tertulis"]), self._nilai(t["seharusnya"])) if x)
        if dulu is not None:
            teks += " " + self.kamus("banding.sebelumnya", nilai=self._nilai(dulu["tertulis"]))
        return teks

    def _bawah(self, t: Objek) -> Iterator[str]:
        yield bersih(t["tempat"])
        letak = sebut_semua(map(_lokasi, t["lokasi"] if self.rinci else t["lokasi"][:1]), self.kamus.bahasa)
        yield bersih("; ".join(letak))
        if self.rinci:
            yield bersih(t["pesan"])
            yield f"{self.kamus('sidik_temuan')} {bersih(t['id'])}"

    def _nilai(self, teks: str) -> str:
        return bersih(teks) if self.rinci else pendek(bersih(teks), PANJANG_SEL)


def _lokasi(isi: Mapping[str, Any]) -> Lokasi:
    """A place of an output, as far as it is one: the file may have been written by anybody."""
    teks: Objek = {k: v for k in ("berkas", "sel", "tabel", "kolom") if isinstance(v := isi.get(k), str)}
    angka: Objek = {k: v for k in ("baris", "halaman", "asal") if isinstance(v := isi.get(k), int)}
    return Lokasi(**teks, **angka)
