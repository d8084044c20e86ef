"""What the reader says of wrong content: every problem at once, each with its file, line and key.

A case gives the files and, for every problem expected, `file:line: key: part of the message`.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sakip.errors import Masalah, SumberError
from sakip.konversi import yaml_ketat
from sakip.konversi.pencatat import MASALAH_TERBANYAK
from sakip.konversi.pohon import Dokumen, Peta, Teks
from sakip.konversi.yaml_ketat import muat
from sakip.pembaca import baca
from sakip.pembaca.folder.csv_ketat import Kepala, baca_tabel

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

INDUK = "instansi: Dinas\ntahun: 2025\n"
TABEL = INDUK + "tabel:\n- {berkas: tabel/a.csv, nomor: '2.7', asal: 5}\n"
KOPERASI = INDUK + "indikator:\n- {kunci: koperasi, nama: Koperasi aktif}\n"
PK = "eselon: III\ntahun: 2025\njabatan: Kabid\n"

L, N, P, T = "laporan.yaml", "narasi.yaml", "pk/a.yaml", "tabel/a.csv"


def folder(akar: Path, isi: Mapping[str, str | bytes]) -> Path:
    for nama, teks in {"laporan.yaml": INDUK, **isi}.items():
        jalur = akar / nama
        jalur.parent.mkdir(parents=True, exist_ok=True)
        jalur.write_bytes(teks if isinstance(teks, bytes) else teks.encode())
    return akar


def periksa(akar: Path, isi: Mapping[str, str | bytes], harap: list[str]) -> None:
    """The problems are exactly those expected, in that order."""
    with pytest.raises(SumberError) as info:
        baca(folder(akar, isi))
    pesan = [str(m).removeprefix(akar.as_posix() + "/") for m in info.value.masalah]
    assert len(pesan) == len(harap), pesan
    for p, h in zip(pesan, harap, strict=True):
        tempat, _, bunyi = h.rpartition(" | ")
        assert p.startswith(tempat), (p, h)
        assert bunyi in p, (p, h)


YAML: dict[str, tuple[str | bytes, list[str]]] = {
    "sintaks": ("a: b: c", ["laporan.yaml:1: | tanda kutip"]),
    "tab": ("instansi: x\nmetode:\n\tskala: y", ["laporan.yaml:3: | spasi"]),
    "kutip": ("instansi: 'x\ntahun: 2025\n", ["laporan.yaml:1: | tidak ditutup"]),
    "kurung": ("instansi: x\ntanggal: [1, 2\ntahun: 2025\n", ["laporan.yaml: | YAML tidak sah"]),
    "kosong": ("# belum ada\n", ["laporan.yaml:1: | berkas kosong"]),
    "bukan pemetaan": ("- a\n", ["laporan.yaml:1: | harus pemetaan"]),
    "dua dokumen": (INDUK + "---\na: 1\n", ["laporan.yaml:3: | lebih dari satu dokumen"]),
    "kunci ganda": (INDUK + "tahun: 2024\n", ["laporan.yaml:3: tahun: | sudah ada di baris 2"]),
    "jangkar dan alias": (
        "instansi: &a x\ntahun: 2025\njudul: *a\norganisasi: [*a]\n",
        [
            "laporan.yaml:1: instansi: | &a",
            "laporan.yaml:3: judul: | *a",
            "laporan.yaml:4: organisasi: | *a",
        ],
    ),
    "tanda tipe": ("instansi: !!str x\ntahun: !!int 2025\n", [
        "laporan.yaml:1: instansi: | tanda tipe", "laporan.yaml:2: tahun: | tanda tipe"]),
    "kunci bukan teks": (INDUK + "? [a]\n: 1\n? {b: c}\n: 2\n", [
        "laporan.yaml:3: | harus teks", "laporan.yaml:5: | harus teks"]),
    "tanpa isi": ("instansi:\ntahun: ~\njudul: null\n", [
        "laporan.yaml:1: instansi: | tanpa isi",
        "laporan.yaml:2: tahun: | tanpa isi",
        "laporan.yaml:3: judul: | tanpa isi"]),
    "dalam": (INDUK + "judul: " + "[" * 60 + "]" * 60, ["laporan.yaml:3: judul: | bersarang"]),
    "kendali": (INDUK + "judul: a\x07b\n", ["laporan.yaml:3: | U+0007"]),
    "bukan utf-8": (INDUK.encode() + b"judul: \xe9\n", ["laporan.yaml:3: | Windows-1252"]),
    "utf-16": (INDUK.encode("utf-16"), ["laporan.yaml:1: | UTF-16"]),
}  # fmt: skip


@pytest.mark.parametrize("kasus", YAML)
def test_yaml(tmp_path: Path, kasus: str) -> None:
    isi, harap = YAML[kasus]
    periksa(tmp_path, {L: isi}, harap)


BENTUK: dict[str, tuple[str, str, list[str]]] = {
    "kunci wajib": (L, "judul: x\n", ["laporan.yaml:1: instansi: | wajib", "laporan.yaml:1: tahun: | wajib"]),
    "kunci tak dikenal": (L, INDUK + "judull: x\n", ["laporan.yaml:3: judull: | maksud Anda 'judul'?"]),
    "kunci python": (P, PK + "lokasi: x\n", ["pk/a.yaml:4: lokasi: | tidak dikenal"]),
    "kalimat": (
        L,
        INDUK + "catatan:\n- {pesan: ''}\n- pesan: {kunci: halaman_pindaan, halaman: 3}\n- pesan: {halaman: 3}\n"
        "- pesan:\n    kunci: pemisah_kolom_hilang\n    n: banyak\n    halaman: 3\n"
        "- pesan: {kunci: tabel_tidak_dikenali, judul: x, sebab: {kunci: kolom_tidak_dikenali, kolom: x}}\n",
        [
            "laporan.yaml:4: pesan: | kosong",
            "laporan.yaml:5: kunci: | maksud Anda 'halaman_pindaian'?",
            "laporan.yaml:6: kunci: | wajib tidak ada",
            "laporan.yaml:8: angka: | wajib tidak ada",
            "laporan.yaml:9: n: | bilangan bulat, 0 atau lebih, bukan 'banyak'",
            "laporan.yaml:10: halaman: | kunci tidak dikenal",
            "laporan.yaml:11: kolom: | harus daftar",
        ],
    ),
    "tahun": (L, "instansi: x\ntahun: '25'\n", ["laporan.yaml:2: tahun: | empat angka, bukan '25'"]),
    "bulat": (N, "- {tertulis: '1', hitung: {apa: butir, butir: [1_0]}}\n", [
        "narasi.yaml:1: butir: | '1_0'"]),
    "logis": (N, "- {tertulis: '1', tahun_laporan: yes}\n", [
        "narasi.yaml:1: tahun_laporan: | true atau false"]),
    "teks": (L, INDUK + "judul: [x]\n", ["laporan.yaml:3: judul: | harus teks"]),
    "daftar": (L, INDUK + "tanggal: x\n", ["laporan.yaml:3: tanggal: | harus daftar"]),
    "isi daftar": (L, INDUK + "tanggal:\n- x\n", ["laporan.yaml:4: tanggal: | harus pemetaan"]),
    "kosong": (L, "instansi: ''\ntahun: 2025\n", ["laporan.yaml:1: instansi: | kosong"]),
    "asal": (L, INDUK + "organisasi:\n- jabatan: a\n  atasan: b\n  asal: nol\n", [
        "laporan.yaml:6: asal: | 'nol'"]),
    "jenis indikator": (L, KOPERASI.replace("}", ", jenis: sasarn}"), [
        "laporan.yaml:4: jenis: | maksud Anda 'sasaran'?"]),
    "polaritas": (L, KOPERASI.replace("}", ", polaritas: naik}"), [
        "laporan.yaml:4: polaritas: | positif, negatif"]),
    "rumus indikator": (L, KOPERASI.replace("}", ", rumus: negatif_x}"), [
        "laporan.yaml:4: rumus: | negatif_a"]),
    "metode": (
        L,
        INDUK + "metode:\n  rumus: {positif: positf, netral: x}\n  skala: permen\n  efisiensi: pmk\n"
        "  batas: '99'\n  asal: {skla: 1, skala: x}\n",
        [
            "laporan.yaml:4: positif: | maksud Anda 'positif'?",
            "laporan.yaml:4: netral: | kunci tidak dikenal; yang ada: positif, negatif, stabil",
            "laporan.yaml:5: skala: | permendagri86_laporan",
            "laporan.yaml:6: efisiensi: | pmk214",
            "laporan.yaml:7: batas: | 110_120",
            "laporan.yaml:8: skla: | maksud Anda 'skala'?",
            "laporan.yaml:8: skala: | nomor baris",
        ],
    ),
    "metode bukan pemetaan": (L, INDUK + "metode:\n  rumus: x\n  skala: {a: b}\n", [
        "laporan.yaml:4: rumus: | harus pemetaan", "laporan.yaml:5: skala: | harus nama"]),
    "skala panjang": (L, INDUK + f"metode: {{skala: [{', '.join(['{label: A}'] * 101)}]}}\n", [
        "laporan.yaml:3: skala: | lebih dari 100 kelas"]),
    "skala sendiri": (
        L,
        INDUK + "metode:\n  skala:\n  - {batas: '> 90', label: A}\n  - {batas: banyak, label: B}\n",
        ["laporan.yaml:6: batas: | 'banyak'"],
    ),
    "kelas sendiri": (
        L,
        INDUK + "metode:\n  skala:\n  - {label: A, bawah: x}\n  - {lbel: B}\n",
        ["laporan.yaml:5: bawah: | 'x'", "laporan.yaml:6: label: | wajib", "laporan.yaml:6: lbel: | 'label'"],
    ),
    "bentuk angka": (P, PK + "jumlah: [Rp 1]\n", ["pk/a.yaml:4: jumlah: | harus teks"]),
    "langkah": (
        L,
        INDUK + "efisiensi:\n  hasil: [{nilai: x}, {nilai: 9%, asl: 1}]\n"
        "  langkah: [{tertulis: 1%, arti: e}]\n",
        ["laporan.yaml:4: hasil: | 'x'", "laporan.yaml:4: asl: | 'asal'", "laporan.yaml:5: arti: | e_per_20"],
    ),
    "angka komponen": (
        L,
        KOPERASI + "komponen:\n- indikator: koperasi\n  pembilang: [{nilai: dua}]\n"
        "  penyebut: [{nilai: '1', minus: tidak}]\n",
        ["laporan.yaml:7: nilai: | 'dua'", "laporan.yaml:8: minus: | true atau false"],
    ),
    "eselon dan jenis": (P, "eselon: V\njenis: Murni\ntahun: 2025\njabatan: x\n", [
        "pk/a.yaml:1: eselon: | II, III, IV", "pk/a.yaml:2: jenis: | maksud Anda 'murni'?"]),
    "angka pk": (
        P,
        PK + "kinerja:\n- {target: banyak, asal: x}\nanggaran:\n- uraian: a\n  anggaran: Rp 1.2.3\n"
        "  diampu: [{unit: b, nilai: c}]\njumlah: {nilai: d}\nasal_atasan: -1\n",
        [
            "pk/a.yaml:5: target: | 'banyak'",
            "pk/a.yaml:5: asal: | nomor baris",
            "pk/a.yaml:8: anggaran: | 'Rp 1.2.3'",
            "pk/a.yaml:9: nilai: | 'c'",
            "pk/a.yaml:10: jumlah: | 'd'",
            "pk/a.yaml:11: asal_atasan: | '-1'",
        ],
    ),
    "klaim lepas": (N, "- {tertulis: '1'}\n- tertulis: x\n  arah: niak\n", [
        "narasi.yaml:1: tertulis: | tidak diikat", "narasi.yaml:2: dari: | wajib",
        "narasi.yaml:3: arah: | 'naik'"]),
    "rumus klaim": (
        N,
        "- {tertulis: '1', rumus: tambah}\n- {tertulis: '1', rumus: persen, dari: [{klaim: a}]}\n"
        "- {id: a, tertulis: '1', rumus: tanpa, dari: []}\n"
        "- {tertulis: '1', tahun_laporan: true, dari: []}\n",
        [
            "narasi.yaml:1: rumus: | jumlah, selisih",
            "narasi.yaml:1: dari: | wajib",
            "narasi.yaml:2: dari: | paling sedikit 2",
            "narasi.yaml:3: dari: | tanpa",
            "narasi.yaml:4: dari: | tanpa rumus",
        ],
    ),
    "rujukan": (
        N,
        "- tertulis: '1'\n  rumus: sama\n  dari:\n  - {}\n  - {peran: pgu}\n"
        "  - {peran: pagu@2024, subjek: '01'}\n"
        "  - {peran: pagu, subjek: '01', kolom: [tagret, x], periode: lalu}\n",
        [
            "narasi.yaml:4: dari: | salah satu",
            "narasi.yaml:5: peran: | maksud Anda 'pagu'?",
            "narasi.yaml:5: subjek: | wajib",
            "narasi.yaml:6: peran: | kunci periode",
            "narasi.yaml:7: periode: | empat angka",
            "narasi.yaml:7: kolom: | maksud Anda 'target'?",
            "narasi.yaml:7: kolom: | 'x'",
            "narasi.yaml:7: kolom: | tidak dipakai bersama",
        ],
    ),
    "hitungan": (N, "- {tertulis: x1, hitung: {apa: barang}}\n"
        "- {tertulis: '1', hitung: {apa: baris, capai: lebih}}\n", [
        "narasi.yaml:1: tertulis: | 'x1'", "narasi.yaml:1: apa: | indikator",
        "narasi.yaml:2: capai: | melampaui", "narasi.yaml:2: tabel: | wajib"]),
    "nilai tersimpan": (L, INDUK + "efisiensi:\n  pembilang: {nilai: '1.000,00', tersimpan: '1.000,5'}\n"
        "  penyebut: {nilai: '1.000,00', tersimpan: 2000}\n", [
        "laporan.yaml:4: tersimpan: | titik desimal", "laporan.yaml:5: tersimpan: | 2000 tidak dibulatkan"]),
    "angka klaim": (N, "- {tertulis: 1.2.3, rumus: jumlah, dari: [{peran: pagu, subjek: '01'}]}\n", [
        "narasi.yaml:1: tertulis: | '1.2.3'"]),
}  # fmt: skip


@pytest.mark.parametrize("kasus", BENTUK)
def test_bentuk(tmp_path: Path, kasus: str) -> None:
    berkas, isi, harap = BENTUK[kasus]
    periksa(tmp_path, {berkas: isi}, harap)


CSV: dict[str, tuple[str | bytes, list[str]]] = {
    "kosong": ("", [f"{T}:1: | berkas kosong"]),
    "hanya asal": ("asal,baris\n", [f"{T}:1: | tidak ada kolom"]),
    "peran": ("nama,tagret,realisasi@24,,nama\n", [
        f"{T}:1: tagret: | maksud Anda 'target'?", f"{T}:1: realisasi@24: | bukan tahun",
        f"{T}:1: kolom ke-4: | peran", f"{T}:1: nama: | ganda"]),
    "panjang baris": ("nama,pagu\na,1\nb\nc,1,2\n", [f"{T}:3: | 1 sel untuk 2", f"{T}:4: | 3 sel untuk 2"]),
    "jenis baris": ("baris,nama\nttal,a\n", [f"{T}:2: baris: | maksud Anda 'total'?"]),
    "asal": ("asal,nama\n-1,a\n0,b\n,c\n", [f"{T}:2: asal: | '-1'", f"{T}:3: asal: | '0'"]),
    "angka": ("nama,pagu,realisasi@2024\n\"a\nb\",Rp 1.2.3,dua\nc,1,x\n", [
        f"{T}:2: pagu: | 'Rp 1.2.3'", f"{T}:2: realisasi@2024: | 'dua'", f"{T}:4: realisasi@2024: | 'x'"]),
    "kutip terbuka": ('nama,pagu\n"a,1\nb,2\n', [f"{T}:2: | tidak ditutup"]),
    "kutip buruk": ('nama,pagu\n"a"b,1\nb,2\n', [f"{T}:2: | koma"]),
    "nul": ("nama\na\0b\n", [f"{T}:2: | NUL"]),
    "bukan utf-8": (b"nama\n\xff\n", [f"{T}:2: | bukan UTF-8"]),
}  # fmt: skip


@pytest.mark.parametrize("kasus", CSV)
def test_csv(tmp_path: Path, kasus: str) -> None:
    isi, harap = CSV[kasus]
    periksa(tmp_path, {L: TABEL, T: isi}, harap)


def test_masalah_csv_yang_terlalu_banyak_dikatakan(tmp_path: Path) -> None:
    folder(tmp_path, {L: TABEL, T: "pagu\n" + "x\n" * 1000})
    with pytest.raises(SumberError) as info:
        baca(tmp_path)
    assert len(info.value.masalah) == MASALAH_TERBANYAK + 1
    assert "tidak dicantumkan" in info.value.masalah[-1].pesan


@pytest.mark.parametrize(
    "jalur", ["../a.csv", "/etc/a.csv", "tabel/../../a.csv", "C:/a.csv", "tabel\\a.csv", "~/a.csv"]
)
def test_jalur_ke_luar(tmp_path: Path, jalur: str) -> None:
    periksa(tmp_path, {L: INDUK + f"tabel:\n- berkas: '{jalur}'\n"}, [f"{L}:4: berkas: | di dalam folder data"])


def test_daftar_dan_isi_folder_tabel_harus_sama(tmp_path: Path) -> None:
    isi = {
        L: INDUK + "tabel:\n- berkas: tabel/2.7.csv\n- berkas: tabel/x.txt\n- berkas: tabel/b.csv\n"
        "- berkas: ./tabel/b.csv\n- brkas: tabel/c.csv\n",
        "tabel/2.07.csv": "nama\n",
        "tabel/b.csv": "nama\n",
        "tabel/c.yaml": "",
        "tabel/catatan.md": "",
        "tabel/.sembunyi.csv": "",
        "pk/a.yml": PK,
        "pk/b.csv": "",
    }
    periksa(
        tmp_path,
        isi,
        [
            f"{L}:4: berkas: | maksud Anda 'tabel/2.07.csv'?",
            f"{L}:5: berkas: | .csv",
            f"{L}:7: berkas: | sudah ada di baris 6",
            f"{L}:8: berkas: | wajib",
            f"{L}:8: brkas: | 'berkas'",
            "tabel/2.07.csv: | tidak terdaftar",
            "tabel/c.yaml: | tidak terdaftar",
            "pk/a.yml: | .yaml",
            "pk/b.csv: | .yaml",
        ],
    )


def test_acuan(tmp_path: Path) -> None:
    induk = (
        INDUK + "indikator:\n- {kunci: koperasi, nama: A}\n- {kunci: koperasi, nama: B}\n"
        "komponen:\n- {indikator: koprasi, pembilang: [], penyebut: []}\n"
        "tabel:\n- {berkas: tabel/a.csv, nomor: '2.7'}\n- {berkas: tabel/b.csv, judul: Lembar}\n"
    )
    narasi = (
        "- {id: a, tertulis: '1', rumus: sama, dari: [{klaim: b}]}\n"
        "- {id: b, tertulis: '1', rumus: sama, dari: [{klaim: a}]}\n"
        "- {id: a, tertulis: '1', fakta: {peran: pagu, subjek: koprasi}}\n"
        "- {tertulis: '1', rumus: sama, dari: [{klaim: c}, {tabel: '2.8', baris: x, kolom: pagu}]}\n"
        "- {tertulis: '1', hitung: {apa: baris, tabel: Lembar}}\n"
        "- {tertulis: '1', peringkat: {tabel: '9', kolom: pagu, baris: x}}\n"
        "- {tertulis: '1', fakta: {peran: pagu, subjek: 01.2.01.0001}}\n"
        "- {tertulis: '1', fakta: {peran: capaian, subjek: rerata_tujuan}}\n"
    )
    isi = {L: induk, N: narasi, "tabel/a.csv": "pagu\n", "tabel/b.csv": "pagu\n"}
    periksa(
        tmp_path,
        isi,
        [
            f"{L}:5: kunci: | sudah dipakai di baris 4",
            f"{L}:7: indikator: | maksud Anda 'koperasi'?",
            f"{N}:1: dari: | a → b → a",
            f"{N}:3: id: | 'a' sudah dipakai di baris 1",
            f"{N}:3: subjek: | maksud Anda 'koperasi'?",
            f"{N}:4: klaim: | 'c'",
            f"{N}:4: tabel: | '2.8'",
            f"{N}:6: tabel: | '9'",
        ],
    )


def test_semua_berkas_dilaporkan_sekaligus(tmp_path: Path) -> None:
    isi = {
        L: TABEL + "judl: x\n",
        N: "- {tertulis: x1, hitung: {apa: program}}\n",
        T: "pagu\nx\n",
        P: "eselon: V\n",
    }
    harap = [
        f"{L}:5: judl",
        f"{N}:1: tertulis",
        f"{T}:2: pagu",
        f"{P}:1: tahun",
        f"{P}:1: eselon",
        f"{P}:1: jabatan",
    ]
    with pytest.raises(SumberError) as info:
        baca(folder(tmp_path, isi))
    for h in harap:
        assert h in str(info.value)
    assert len(info.value.masalah) == len(harap)


# -- quoting ---------------------------------------------------------------------------

TERCETAK = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"]) | st.just("\n"))


@given(st.lists(TERCETAK, min_size=2, max_size=5))
def test_teks_csv_tetap(sel: list[str]) -> None:
    aliran = io.StringIO(newline="")
    csv.writer(aliran, lineterminator="\n").writerows([["nama", *(f"rincian:{i}" for i in range(len(sel)))]])
    csv.writer(aliran, lineterminator="\n").writerows([["nama", *sel]])
    salah: list[Masalah] = []
    isi = aliran.getvalue().replace("rincian:", "kategori:")
    tabel = baca_tabel(isi, Kepala("a.csv"), "a.csv", salah)
    assert not salah
    assert tabel is not None
    assert [s.teks for s in tabel.baris[0].sel] == ["nama", *sel]


@given(st.dictionaries(TERCETAK.filter(str.strip), TERCETAK, min_size=1, max_size=5), st.booleans())
def test_teks_yaml_tetap(isi: dict[str, str], unicode: bool) -> None:
    salah: list[Masalah] = []
    pohon = muat(yaml.safe_dump(isi, allow_unicode=unicode, sort_keys=False), "a", Dokumen("a"), salah)
    assert not salah
    assert pohon == isi
    assert isinstance(pohon, Peta)
    assert all(isinstance(v, Teks) and v.baris >= 1 for v in pohon.values())


@given(st.text(alphabet="ab:-[]{}&*!|>'\"#%@,? \n\t0~", max_size=40))
def test_yaml_apa_pun_tidak_menjatuhkan(isi: str) -> None:
    for pemuat in (yaml_ketat._PEMUAT, yaml.SafeLoader):
        with pytest.MonkeyPatch.context() as mp:
            mp.setattr(yaml_ketat, "_PEMUAT", pemuat)
            salah: list[Masalah] = []
            assert muat(isi, "a", Dokumen("a"), salah) is not None or salah
