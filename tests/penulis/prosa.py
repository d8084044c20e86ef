"""Sentences about a report in the shapes that reports use, all of them true, among figures of other things."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.model.laporan import Laporan
    from sakip.model.tabel import Baris, Tabel
    from sakip.pengujian.bangun.sumber import Sumber

__all__ = ["prosa"]

KINERJA = (
    "{nama} pada tahun {tahun} ditargetkan sebesar {target} dan terealisasi sebesar {realisasi} atau dengan capaian "
    "{capaian}.",
    "Target {nama} adalah {target}, realisasinya {realisasi}, sehingga capaian kinerjanya {capaian}.",
    "{nama} dari yang ditargetkan {target} tercapai {realisasi} atau mencapai target {capaian}.",
    "Capaian {nama} sebesar {capaian} diperoleh dari realisasi {realisasi} dibagi target {target}.",
    "Pada tahun {tahun} {nama} mencapai {realisasi}, sedangkan target yang ditetapkan {target}.",
    "Indikator {nama} dengan target {target} dapat direalisasikan {realisasi} ({capaian}).",
    "Berdasarkan tabel di atas, {nama} terealisasi {realisasi} dari target {target} dan menunjukkan capaian sebesar "
    "{capaian}.",
    "Realisasi {nama} sebesar {realisasi}. Target tahun {depan} direncanakan {lain}.",
)
DUA_TAHUN = (
    "{nama} tahun {lalu} sebesar {sebelum} dan pada tahun {tahun} {arah} menjadi {realisasi}.",
    "Dibandingkan dengan tahun {lalu} yang mencapai {sebelum}, {nama} pada tahun {tahun} {arah} menjadi {realisasi}.",
    "{nama} {arah} menjadi {realisasi} dari {sebelum} pada tahun {lalu}.",
    "Pada tahun {lalu} realisasi {nama} adalah {sebelum} dan tahun {tahun} adalah {realisasi}.",
)
AKHIR = (
    "Apabila dibandingkan dengan target akhir Renstra sebesar {target_akhir}, {nama} telah mencapai {capaian_akhir}.",
    "Terhadap target akhir Renstra, {nama} pada tahun {tahun} sudah mencapai {capaian_akhir}.",
)
RERATA = (
    "Rata-rata capaian kinerja {jenis} sebesar {capaian} dengan kategori {kategori}.",
    "Rata-rata tingkat capaian indikator kinerja {jenis} tahun {tahun} adalah sebesar {capaian}.",
)
ANGGARAN = (
    "{nama} dengan anggaran sebesar {pagu} terealisasi sebesar {realisasi_anggaran} atau {serapan}.",
    "Pagu anggaran {nama} tahun {tahun} sebesar {pagu} dengan realisasi {realisasi_anggaran} ({serapan}) sehingga "
    "terdapat sisa anggaran sebesar {sisa}.",
    "Anggaran {nama} sebelum perubahan sebesar {pagu_murni} dan setelah perubahan menjadi sebesar {pagu}.",
    "Realisasi keuangan {nama} sampai dengan akhir tahun {tahun} adalah {realisasi_anggaran} dari anggaran {pagu}.",
    "Sisa anggaran {nama} sebesar {sisa}.",
)
LAIN = (
    "Peserta pelatihan sebanyak {bulat} orang dari {kecil} kelurahan menerima bantuan modal sebesar Rp{ribu}.000,-.",
    "Biaya pendaftaran sebesar Rp {ribu}.000,- ditanggung oleh {kecil} lembaga.",
    "Pada tahun {lalu} anggaran {instansi} terserap {kecil},75%.",
    "Nilai kepuasan masyarakat semester I sebesar {kecil},25 dan semester II sebesar {kecil},80.",
    "Kegiatan dilaksanakan pada tanggal {kecil} Maret {tahun} sesuai Peraturan Daerah Nomor {kecil} Tahun {lalu}.",
    "Sebanyak {kecil}% responden menyatakan puas, {bulat} orang di antaranya pelaku usaha.",
)


def prosa(laporan: Laporan, s: Sumber) -> list[str]:
    """Some of the sentences that can be said of a report, in any order."""
    semua = list(_kinerja(laporan, s)) + list(_anggaran(laporan, s))
    pilihan = [k for k in semua if s.benar()]
    for _ in range(s.bulat(1, 4)):
        pilihan.insert(s.bulat(0, len(pilihan)), _lain(laporan, s))
    return pilihan


def _lain(laporan: Laporan, s: Sumber) -> str:
    return s.pilih(LAIN).format(bulat=s.bulat(20, 900), kecil=s.bulat(10, 28), ribu=s.bulat(100, 900), **_umum(laporan))


def _umum(laporan: Laporan) -> dict[str, object]:
    return {"tahun": laporan.tahun, "lalu": laporan.tahun - 1, "depan": laporan.tahun + 1, "instansi": laporan.instansi}


def _isi(t: Tabel, b: Baris) -> dict[str, str]:
    """What a line prints of each role, where that is a figure not below zero."""
    return {
        k.kunci: _cetak(x.teks, persen=k.peran.nama in {"capaian", "capaian_akhir", "serapan"})
        for k, x in zip(t.kolom, b.sel, strict=True)
        if x.angka is not None and x.angka.nilai >= 0
    }


def _cetak(teks: str, *, persen: bool) -> str:
    depan, _, unit = teks.partition(" ")
    angka = teks if depan.casefold() in {"rp", "rp."} else depan if unit[:1].isalpha() else teks
    return f"{angka}%" if persen and "%" not in angka else angka


def _pilih(s: Sumber, bentuk: tuple[str, ...], isi: dict[str, object]) -> Iterator[str]:
    try:
        yield s.pilih(bentuk).format(**isi)
    except KeyError:
        return  # the report does not print all that the sentence says


def _kinerja(laporan: Laporan, s: Sumber) -> Iterator[str]:
    lalu = laporan.tahun - 1
    for t in laporan.tabel:
        i = t.indeks("indikator")
        if i is None or not {"realisasi", "capaian", "capaian_akhir"} & {k.kunci for k in t.kolom}:
            continue
        jenis = ""
        for b in t.baris:
            teks = " ".join(x.teks for x in b.sel if x.teks)
            if b.jenis == "kelompok" and teks.casefold() in {"tujuan", "sasaran", "program"}:
                jenis = teks.casefold()
            isi: dict[str, object] = {**_umum(laporan), **_isi(t, b), "nama": b.sel[i].teks, "lain": s.bulat(10, 99)}
            if b.jenis == "rerata" and jenis:
                j = t.indeks("kategori")
                label = {} if j is None or len(b.sel[j].teks) < 3 else {"kategori": b.sel[j].teks}
                yield from _pilih(s, RERATA, {**isi, **label, "jenis": jenis})
            if b.jenis != "rincian":
                continue
            yield from _pilih(s, KINERJA, isi)
            yield from _pilih(s, AKHIR, isi)
            yield from _dua_tahun(t, b, s, isi, lalu)


def _dua_tahun(t: Tabel, b: Baris, s: Sumber, isi: dict[str, object], lalu: int) -> Iterator[str]:
    j, k = t.indeks(f"realisasi@{lalu}"), t.indeks("realisasi")
    x, y = (b.sel[n].angka if n is not None else None for n in (j, k))
    if x is not None and y is not None and x.nilai >= 0 <= y.nilai and x.nilai != y.nilai:
        arah = ("meningkat", "naik") if y.nilai > x.nilai else ("menurun", "turun")
        yield from _pilih(s, DUA_TAHUN, {**isi, "sebelum": isi.get(f"realisasi@{lalu}"), "arah": s.pilih(arah)})


def _anggaran(laporan: Laporan, s: Sumber) -> Iterator[str]:
    for t in laporan.tabel:
        i = t.indeks("nama")
        if i is None or t.indeks("kode") is None:
            continue
        for b in t.baris:
            nama = laporan.instansi if b.jenis == "total" else b.sel[i].teks
            if b.jenis in {"total", "rincian"} and s.benar(3):
                yield from _pilih(s, ANGGARAN, {**_umum(laporan), **_isi(t, b), "nama": nama})
