"""Every file that a person gives, and every kind of mistake in it, through the command line.

One table: a source, a kind of mistake, and what is said of it. Whatever the file, the same mistake is named in the
same words, with file, line and key; all mistakes at once; exit status 2; nothing written; no traceback.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import pytest

from sakip import cli
from sakip.cli.common import GAGAL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LAPORAN = """\
instansi: Dinas Contoh
tahun: 2025
indikator:
- {kunci: koperasi, nama: Koperasi aktif}
"""
NARASI = "- {tertulis: '8', hitung: {apa: program}}\n"
PK = "eselon: III\ntahun: 2025\njabatan: Kabid\n"
TOML = 'pilih = ["ANG"]\n'
PYPROJECT = '[project]\nname = "lain"\n[tool.sakip]\n'
TANGGAPAN = "- {id: 0123456789ab, status: diterima, tanggal: 2025-03-01}\n"
TEMUAN = dict.fromkeys(("id", "kode", "judul", "pesan", "tempat", "tertulis", "seharusnya", "selisih"), "x")


def hasil(**ubah: object) -> str:
    """An output of a review with one finding, a key a line, as `sakip` writes it; None takes a key away."""
    temuan = {**TEMUAN, "keparahan": "catatan", "lokasi": [], **ubah}
    temuan = {k: v for k, v in temuan.items() if v is not None}
    return json.dumps({"sakip": "0", "laporan": {}, "temuan": [temuan]}, indent=1)


class Salah(NamedTuple):
    """What stands in the file, and of every problem its line, its key and what is said."""

    isi: str | bytes
    harap: tuple[tuple[int, str, str], ...]


TAK_DIKENAL, KURANG = "kunci tidak dikenal", "kunci wajib tidak ada"
KASUS: dict[str, dict[str, Salah]] = {
    "laporan.yaml": {
        "kunci asing": Salah(LAPORAN + "judull: x\n", ((5, "judull", f"{TAK_DIKENAL}; maksud Anda 'judul'?"),)),
        "jenis": Salah(LAPORAN + "judul: [x]\n", ((5, "judul", "harus teks, bukan daftar"),)),
        "bentuk": Salah("- x\n", ((1, "", "harus pemetaan 'kunci: nilai', bukan daftar"),)),
        "kunci kurang": Salah("tahun: 2025\n", ((1, "instansi", KURANG),)),
        "pilihan": Salah(
            LAPORAN.replace("aktif}", "aktif,\n   jenis: sasarn}"),
            ((5, "jenis", "'sasarn' tidak dikenal; pilih salah satu: tujuan, sasaran, program, kegiatan, sub_kegiatan; "
              "maksud Anda 'sasaran'?"),),
        ),
        "acuan": Salah(
            LAPORAN + "komponen:\n- {indikator: kprasi, pembilang: [], penyebut: []}\n",
            ((6, "indikator", "indikator tidak dikenal: 'kprasi'; maksud Anda 'koperasi'?"),),
        ),
        "nama baku": Salah(LAPORAN + "metode: {batas: '99'}\n", (
            (5, "batas", "'99' tidak dikenal; pilih salah satu: tanpa, 100, 120, 110_120"),)),
        "bilangan": Salah(LAPORAN.replace("2025", "lalu"), ((2, "tahun", "harus tahun empat angka, bukan 'lalu'"),)),
        "kunci ganda": Salah(LAPORAN + "tahun: 2024\n", ((5, "tahun", "kunci ganda; sudah ada di baris 2"),)),
        "nama ganda": Salah(
            LAPORAN + "- {kunci: koperasi, nama: Lagi}\n",
            ((5, "kunci", "kunci ganda; 'koperasi' sudah dipakai di baris 4"),),
        ),
        "sintaks": Salah(LAPORAN + "judul: 'x\n", ((5, "", "YAML tidak sah: tanda kutip tidak ditutup"),)),
        "penyandian": Salah(LAPORAN.encode() + b"judul: \xe9\n", ((5, "", "bukan UTF-8 (tampaknya Windows-1252"),)),
        "sekaligus": Salah(
            "instansi: [x]\nthun: 2025\nindikator:\n- {kunci: a, nama: b, polaritas: naik}\n- {nama: c}\n",
            (
                (1, "instansi", "harus teks, bukan daftar"),
                (1, "tahun", KURANG),
                (2, "thun", f"{TAK_DIKENAL}; maksud Anda 'tahun'?"),
                (4, "polaritas", "'naik' tidak dikenal; pilih salah satu: positif, negatif, stabil"),
                (5, "kunci", KURANG),
            ),
        ),
    },
    "narasi.yaml": {
        "kunci asing": Salah("- {tertulis: '8', tahun_laporan: true,\n   bagan: A}\n", (
            (2, "bagan", f"{TAK_DIKENAL}; maksud Anda 'bagian'?"),)),
        "jenis": Salah("- {tertulis: '8', tahun_laporan: true,\n   bagian: {a: b}}\n", (
            (2, "bagian", "harus teks, bukan pemetaan"),)),
        "bentuk": Salah("a: b\n", ((1, "", "harus daftar, bukan pemetaan"),)),
        "kunci kurang": Salah(NARASI + "- {hitung: {apa: program}}\n", ((2, "tertulis", KURANG),)),
        "pilihan": Salah(NARASI + "- {tertulis: '8', hitung: {apa: progrm}}\n", (
            (2, "apa", "'progrm' tidak dikenal; pilih salah satu: program, kegiatan"),)),
        "acuan": Salah(NARASI + "- {tertulis: '8', rumus: sama, dari: [{klaim: b}]}\n", (
            (2, "klaim", "klaim tidak dikenal: 'b'"),)),
        "nama baku": Salah(NARASI + "- {tertulis: '8', fakta: {peran: pgu, subjek: '01'}}\n", (
            (2, "peran", "peran tidak dikenal: 'pgu'; maksud Anda 'pagu'?"),)),
        "bilangan": Salah("- {tertulis: '8', fakta: {peran: pagu, subjek: '01',\n  periode: lalu}}\n", (
            (2, "periode", "harus tahun empat angka, bukan 'lalu'"),)),
        "kunci ganda": Salah("- tertulis: '8'\n  tertulis: '9'\n  tahun_laporan: true\n", (
            (2, "tertulis", "kunci ganda; sudah ada di baris 1"),)),
        "nama ganda": Salah("- {id: a, tertulis: '8', hitung: {apa: program}}\n" * 2, (
            (2, "id", "id ganda; 'a' sudah dipakai di baris 1"),)),
        "sintaks": Salah(NARASI + "- {tertulis: '8\n", ((2, "", "YAML tidak sah: tanda kutip tidak ditutup"),)),
        "penyandian": Salah(NARASI.encode() + b"# \xe9\n", ((2, "", "bukan UTF-8 (tampaknya Windows-1252"),)),
        "sekaligus": Salah("- {tertulis: [x], arah: niak}\n- x\n", (
            (1, "tertulis", "harus teks, atau {nilai: …, asal: …}, bukan daftar"),
            (1, "arah", "'niak' tidak dikenal; pilih salah satu: naik, turun, tetap; maksud Anda 'naik'?"),
            (1, "dari", KURANG),
            (2, "", "harus pemetaan 'kunci: nilai', bukan 'x'"),
        )),
    },
    "pk/a.yaml": {
        "kunci asing": Salah(PK + "ataasan: x\n", ((4, "ataasan", f"{TAK_DIKENAL}; maksud Anda 'atasan'?"),)),
        "jenis": Salah(PK + "unit: [x]\n", ((4, "unit", "harus teks, bukan daftar"),)),
        "bentuk": Salah("- x\n", ((1, "", "harus pemetaan 'kunci: nilai', bukan daftar"),)),
        "kunci kurang": Salah("eselon: III\ntahun: 2025\n", ((1, "jabatan", KURANG),)),
        "pilihan": Salah(PK + "jenis: Murni\n", (
            (4, "jenis", "'Murni' tidak dikenal; pilih salah satu: murni, perubahan, iku; maksud Anda 'murni'?"),)),
        "bilangan": Salah(PK + "asal: nol\n", ((4, "asal", "harus nomor baris, bukan 'nol'"),)),
        "kunci ganda": Salah(PK + "tahun: 2024\n", ((4, "tahun", "kunci ganda; sudah ada di baris 2"),)),
        "sintaks": Salah(PK + "unit: 'x\n", ((4, "", "YAML tidak sah: tanda kutip tidak ditutup"),)),
        "penyandian": Salah(PK.encode() + b"unit: \xe9\n", ((4, "", "bukan UTF-8 (tampaknya Windows-1252"),)),
        "sekaligus": Salah("eselon: V\ntahun: [x]\njumlah: {nilai: dua}\n", (
            (1, "eselon", "'V' tidak dikenal; pilih salah satu: II, III, IV"),
            (1, "jabatan", KURANG),
            (2, "tahun", "harus tahun empat angka, bukan daftar"),
            (3, "jumlah", "'dua'"),
        )),
    },
    "sakip.toml": {
        "kunci asing": Salah(TOML + "knot_terbesr = 3\n", (
            (2, "knot_terbesr", f"{TAK_DIKENAL}; maksud Anda 'knot_terbesar'?"),)),
        "jenis": Salah('pilih = [\n  "ANG",\n  3,\n]\n', ((3, "pilih", "harus teks, bukan 3"),)),
        "bentuk": Salah(TOML + "metode = 3\n", ((2, "metode", "harus pemetaan 'kunci: nilai', bukan 3"),)),
        "kunci kurang": Salah(TOML + "[[relasi]]\nhasil = 'sisa'\njumlah = ['pagu']\n", (
            (2, "relasi.kode", KURANG),)),
        "pilihan": Salah(TOML + "ambang = 'kesalhan'\n", (
            (2, "ambang", "'kesalhan' tidak dikenal; pilih salah satu: kesalahan, peringatan, catatan; "
             "maksud Anda 'kesalahan'?"),)),
        "nama baku": Salah(TOML + "[metode]\nbatas = '99'\n", (
            (3, "metode.batas", "'99' tidak dikenal; pilih salah satu: tanpa, 100, 120, 110_120"),)),
        "bilangan": Salah(TOML + "knot_terbesar = -1\n", (
            (2, "knot_terbesar", "harus bilangan bulat, 0 atau lebih, bukan -1"),)),
        "kunci ganda": Salah(TOML + "pilih = []\n", ((2, "", "TOML tidak sah: kunci ganda"),)),
        "nama ganda": Salah("[[relasi]]\nkode = 'A1'\nhasil = 'sisa'\njumlah = ['pagu']\n" * 2, (
            (6, "relasi.kode", "kode ganda; 'A1' sudah dipakai di baris 2"),)),
        "sintaks": Salah(TOML + "ambang = \n", ((2, "", "TOML tidak sah: nilai tidak sah"),)),
        "penyandian": Salah(TOML.encode() + b"# \xe9\n", ((2, "", "bukan UTF-8 (tampaknya Windows-1252"),)),
        "sekaligus": Salah(
            '# semua\npilih = "ANG"\n[metode]\nrumus = { positf = "positif" }\nskala = [{ bawah = 1.5 }]\n'
            "[kosakata.kolom]\n'Plafon' = 'pgu'\n",
            (
                (2, "pilih", "harus daftar, bukan 'ANG'"),
                (4, "metode.rumus.positf", f"{TAK_DIKENAL}; maksud Anda 'positif'?"),
                (5, "metode.skala.label", KURANG),
                (5, "metode.skala.bawah", '1.5: tulis bilangan bulat, atau teks seperti "90.5" atau "1/3"'),
                (7, "kosakata.kolom.Plafon", "'pgu' tidak dikenal; maksud Anda 'pagu'?"),
            ),
        ),
    },
    "pyproject.toml": {
        "kunci asing": Salah(PYPROJECT + "warna = 1\n", ((4, "warna", f"{TAK_DIKENAL}; yang ada: pilih, abaikan"),)),
        "jenis": Salah(PYPROJECT + "pilih = [1]\n", ((4, "pilih", "harus teks, bukan 1"),)),
        "bentuk": Salah("[tool]\nsakip = 3\n", ((2, "", "harus pemetaan 'kunci: nilai', bukan 3"),)),
        "kunci kurang": Salah(PYPROJECT + "materialitas = { rupiah = 5 }\n", ((4, "materialitas.alasan", KURANG),)),
        "pilihan": Salah(PYPROJECT + "ambang = 'x'\n", (
            (4, "ambang", "'x' tidak dikenal; pilih salah satu: kesalahan, peringatan, catatan"),)),
        "sintaks": Salah(PYPROJECT + "a b\n", ((4, "", "TOML tidak sah: '=' diharapkan sesudah kunci"),)),
        "penyandian": Salah(PYPROJECT.encode() + b"# \xe9\n", ((4, "", "bukan UTF-8 (tampaknya Windows-1252"),)),
        "sekaligus": Salah(PYPROJECT + "ambang = 3\nwarna = 1\n", (
            (4, "ambang", "harus teks, bukan 3"), (5, "warna", TAK_DIKENAL))),
    },
    "tanggapan.yaml": {
        "kunci asing": Salah(TANGGAPAN.replace("}", ",\n   alasa: x}"), (
            (2, "alasa", f"{TAK_DIKENAL}; maksud Anda 'alasan'?"),)),
        "jenis": Salah(TANGGAPAN.replace("}", ",\n   oleh: [x]}"), ((2, "oleh", "harus teks, bukan daftar"),)),
        "bentuk": Salah("id: x\n", ((1, "", "harus daftar tanggapan: - id: …, bukan pemetaan"),)),
        "kunci kurang": Salah(TANGGAPAN + "- {status: terbuka}\n", ((2, "id", KURANG),)),
        "pilihan": Salah("- {id: 0123456789ab,\n   status: setuju}\n", (
            (2, "status", "'setuju' tidak dikenal; pilih salah satu: terbuka, diterima, ditolak, diperbaiki"),)),
        "tanggal": Salah(TANGGAPAN.replace("}", ",\n   sampai: 2026-02-30}"), (
            (2, "sampai", "'2026-02-30' bukan tanggal; tulis tahun-bulan-tanggal, misalnya 2026-03-31"),)),
        "kunci ganda": Salah("- id: 0123456789ab\n  id: 0123456789ab\n", (
            (2, "id", "kunci ganda; sudah ada di baris 1"),)),
        "nama ganda": Salah(TANGGAPAN * 2, ((2, "id", "id ganda; '0123456789ab' sudah dipakai di baris 1"),)),
        "sintaks": Salah(TANGGAPAN + "- {id: 'x\n", ((2, "", "YAML tidak sah: tanda kutip tidak ditutup"),)),
        "penyandian": Salah(TANGGAPAN.encode() + b"# \xe9\n", ((2, "", "bukan UTF-8 (tampaknya Windows-1252"),)),
        "sekaligus": Salah("- {id: x, status: ditolak}\n- {sttus: terbuka}\n", (
            (1, "id", "'x' bukan id temuan"),
            (1, "tanggal", "belum diisi, padahal status ditolak"),
            (1, "alasan", "ditolak tanpa alasan"),
            (2, "id", KURANG),
            (2, "sttus", f"{TAK_DIKENAL}; maksud Anda 'status'?"),
        )),
    },
    "hasil.json": {
        "jenis": Salah(hasil(kode=3), ((7, "temuan[0].kode", "harus teks, bukan 3"),)),
        "bentuk": Salah('{"sakip": "0", "laporan": {},\n "temuan": {}}', (
            (2, "temuan", "harus daftar, bukan pemetaan"),)),
        "kunci kurang": Salah(hasil(id=None), ((5, "temuan[0].id", KURANG),)),
        "pilihan": Salah(hasil(keparahan="catatn"), (
            (14, "temuan[0].keparahan", "'catatn' tidak dikenal; pilih salah satu: kesalahan, peringatan, catatan; "
             "maksud Anda 'catatan'?"),)),
        "kunci ganda": Salah('{"sakip": "0",\n "sakip": "1"}', (
            (0, "", "JSON tidak sah: kunci ganda dalam satu objek: 'sakip'"),)),
        "nama ganda": Salah(
            json.dumps({"sakip": "0", "laporan": {}, "temuan": [json.loads(hasil())["temuan"][0]] * 2}, indent=1),
            ((18, "temuan[1].id", "id ganda; 'x' sudah dipakai di baris 6"),),
        ),
        "sintaks": Salah('{"sakip": "0",\n "laporan": }', ((2, "", "JSON tidak sah pada kolom 13"),)),
        "penyandian": Salah(b'{"sakip": "0",\n "\xe9": 1}', ((2, "", "bukan UTF-8 (tampaknya Windows-1252"),)),
        "sekaligus": Salah(hasil(kode=[], keparahan=None, selisih=None), (
            (5, "temuan[0].keparahan", KURANG),
            (5, "temuan[0].selisih", KURANG),
            (7, "temuan[0].kode", "harus teks, bukan daftar"),
        )),
    },
}  # fmt: skip
"""A line of 0: the parser does not tell it."""

TIDAK_ADA = {
    ("pk/a.yaml", "acuan"): "a form refers to nothing",
    ("pk/a.yaml", "nama baku"): "nor to anything of the regulations",
    ("pk/a.yaml", "nama ganda"): "it has no names",
    ("sakip.toml", "acuan"): "it is read without a report",
    ("tanggapan.yaml", "acuan"): "an answer without its finding is told in the review",
    ("tanggapan.yaml", "nama baku"): "it names nothing of the regulations",
    ("tanggapan.yaml", "bilangan"): "it has no numbers",
    ("hasil.json", "kunci asing"): "keys may be added to the contract",
    ("hasil.json", "acuan"): "a finding refers to nothing",
    ("hasil.json", "nama baku"): "it names nothing of the regulations",
    ("hasil.json", "bilangan"): "no number is compared",
    **{("pyproject.toml", k): "as sakip.toml" for k in ("acuan", "nama baku", "bilangan", "kunci ganda", "nama ganda")},
    **{(s, "tanggal"): "dates are figures as printed" for s in ("laporan.yaml", "narasi.yaml", "pk/a.yaml")},
    **{(s, "tanggal"): "it has no dates" for s in ("sakip.toml", "pyproject.toml", "hasil.json")},
}
"""What a source cannot have wrong, and why."""


def test_setiap_sumber_dengan_setiap_kesalahan() -> None:
    """The table has no gap that nobody meant."""
    semua = {(s, k) for s in KASUS for k in {k for isi in KASUS.values() for k in isi}}
    ada = {(s, k) for s, isi in KASUS.items() for k in isi}
    assert semua - ada == set(TIDAK_ADA)


@pytest.fixture
def jalankan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, Path, str]]:
    """Runs the command that reads a source with what is in it: exit status, standard error, output, its path."""

    def hasil(sumber: str, isi: str | bytes) -> tuple[int, str, Path, str]:
        benar = {"benar/laporan.yaml": LAPORAN, "benar/narasi.yaml": NARASI}
        data = {"masukan/laporan.yaml": LAPORAN} if sumber.startswith(("laporan", "narasi", "pk")) else {}
        for nama, teks in {**benar, **data, f"masukan/{sumber}": isi}.items():
            jalur = tmp_path / nama
            jalur.parent.mkdir(parents=True, exist_ok=True)
            jalur.write_bytes(teks if isinstance(teks, bytes) else teks.encode())
        berkas, baik, keluaran = str(tmp_path / "masukan" / sumber), str(tmp_path / "benar"), tmp_path / "hasil"
        perintah = {
            "sakip.toml": ["reviu", baik, "--konfigurasi", berkas],
            "pyproject.toml": ["reviu", baik, "--konfigurasi", berkas],
            "tanggapan.yaml": ["reviu", baik, "--tanpa-konfigurasi", "--tanggapan", berkas],
            "hasil.json": ["banding", berkas, baik, "--tanpa-konfigurasi"],
        }.get(sumber, ["reviu", str(tmp_path / "masukan"), "--tanpa-konfigurasi"])
        status = cli.main([*perintah, "--format", "json", "-o", str(keluaran)])
        tampil = capsys.readouterr()
        assert tampil.out == ""
        return status, tampil.err, keluaran, berkas

    return hasil


@pytest.mark.parametrize(
    ("sumber", "isi"),
    [
        ("laporan.yaml", LAPORAN + "komponen:\n- {indikator: koperasi, pembilang: [{nilai: '5'}], penyebut: []}\n"),
        ("narasi.yaml", NARASI),
        ("pk/a.yaml", PK + "jumlah: Rp 5\n"),
        ("sakip.toml", TOML),
        ("pyproject.toml", PYPROJECT),
        ("tanggapan.yaml", TANGGAPAN),
        ("hasil.json", hasil()),
    ],
)
def test_tanpa_kesalahan(sumber: str, isi: str, jalankan: Callable[..., tuple[int, str, Path, str]]) -> None:
    """What the mistakes are made in is read."""
    status, galat, keluaran, _ = jalankan(sumber, isi)
    assert (status in {0, 1}, galat) == (True, "")
    assert keluaran.exists()


@pytest.mark.parametrize(("sumber", "kesalahan"), [(s, k) for s, isi in KASUS.items() for k in isi])
def test_kesalahan(sumber: str, kesalahan: str, jalankan: Callable[..., tuple[int, str, Path, str]]) -> None:
    isi, harap = KASUS[sumber][kesalahan]
    status, galat, keluaran, berkas = jalankan(sumber, isi)
    assert status == GAGAL
    assert not keluaran.exists()
    baris = galat.splitlines()
    assert len(baris) == len(harap), baris
    for ada, (nomor, kunci, pesan) in zip(baris, harap, strict=True):
        tempat = f"{berkas}:{nomor}" if nomor else berkas
        assert ada.startswith(f"{tempat}: {kunci}: {pesan}" if kunci else f"{tempat}: {pesan}"), ada
