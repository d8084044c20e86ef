"""One report: fetched, read, reviewed, and its result written. Every executor runs this one function."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from sakip._version import __version__
from sakip.aturan import VERSI
from sakip.errors import SumberError, sebab
from sakip.massal.errors import MassalError
from sakip.massal.store import Store, open_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sakip.konfigurasi import Konfigurasi
    from sakip.tinjauan.engine import Reviu

__all__ = [
    "KERJA",
    "LAPORAN",
    "SEGEL",
    "TANPA_SIDIK",
    "garis_json",
    "nama_baris",
    "tinjau_satu",
    "tulis_gagal",
    "versi",
]

LAPORAN, KERJA = "laporan", ".sakip"
"""The folders of the results: one review a report; what the tables of all of them are made from."""

SEGEL = "sha256"
"""The suffix of the file that says what the files of a result must be: none of them vouches for itself."""

TANPA_SIDIK = "tanpa sidik"
"""What is wrong with a result that was not finished, or was made before there were seals."""

BENTUK = 5
"""The form of the rows; rows of another form are made again."""

TERBACA, TAK_TERBACA, GAGAL = "terbaca", "tak_terbaca", "gagal"
"""What became of a report: read; not readable; `sakip` itself failed on it."""


@cache
def versi() -> str:
    """What decides a result besides the report and the configuration: `sakip`, its rules, its plugins."""
    from importlib.metadata import entry_points

    plugin = sorted(
        f"{t.name} {t.dist.version if t.dist is not None else '?'}" for t in entry_points(group="sakip.aturan")
    )
    return ", ".join([f"sakip {__version__}", f"aturan {VERSI}", *(f"plugin {p}" for p in plugin)])


def tinjau_satu(tugas: Mapping[str, Any]) -> dict[str, str]:
    """Review one report and write its result, unless the result is there and still holds.

    Args:
        tugas: plain values, so that a worker of another version can still take it and say so: `nama`, `url`
            and `kunci` of the report, `hasil` (URL), `versi`, `bahasa`, and `konfigurasi`, `berkas`, `pilih`,
            `abaikan` of the review.

    Returns:
        `nama`, `kerja` (`baru` or `tetap`), `status`, the digest of the rows (`sidik`), and what was wrong with the
        result that was there (`lama`: empty, `TANPA_SIDIK`, or what does not fit); or `versi`, when this worker's
        is another one.

    Raises:
        OSError: the result cannot be written.
    """
    if tugas["versi"] != versi():
        return {"nama": tugas["nama"], "versi": versi()}
    store = Store(tugas["hasil"])
    try:
        dengan = _LocalCopy(tugas["url"])
    except (OSError, MassalError) as e:
        return _tulis(store, tugas, "", _tak_terbuka(tugas, e))
    with dengan as path:
        try:
            isi = _sidik(path)
        except OSError as e:
            return _tulis(store, tugas, "", _tak_terbuka(tugas, e))
        kunci = _kunci(tugas, isi)
        lama, salah = _lama(store, tugas["kunci"])
        if lama is not None and lama.kunci == kunci:
            return {"nama": tugas["nama"], "kerja": "tetap", "status": lama.status, "sidik": lama.sidik}
        hasil = _tinjau(tugas, path)
        if lama is not None or salah:
            store.remove(nama_segel(tugas["kunci"]))  # it is not the seal of what is written now
        return _tulis(store, tugas, kunci, *hasil) | {"lama": salah}


def tulis_gagal(tugas: Mapping[str, Any], pesan: str) -> dict[str, str]:
    """Enter a report that ended its worker as a row with its error. It is tried again by the next run."""
    return _tulis(Store(tugas["hasil"]), tugas, "", _gagal(tugas, GAGAL, pesan))


class _LocalCopy:
    """A source on a disk of this machine, for as long as it is needed."""

    def __init__(self, url: str) -> None:
        fs, path, lokal = open_url(url)
        self._sementara: str | None = None
        self.path = Path(path)
        if not lokal:
            self._sementara = tempfile.mkdtemp(prefix="sakip-")
            self.path = Path(self._sementara, path.rstrip("/").rpartition("/")[2])
            try:
                _ambil(fs, path, self.path)
            except BaseException:
                self.__exit__()
                raise

    def __enter__(self) -> Path:
        return self.path

    def __exit__(self, *_: object) -> None:
        if self._sementara is not None:
            shutil.rmtree(self._sementara, ignore_errors=True)


def _ambil(fs: Any, path: str, ke: Path) -> None:
    """Fetch a file, or a folder file by file: not every store can be asked for all of one."""
    akar = path.rstrip("/")
    berkas = [str(b) for b in fs.find(akar)] if fs.isdir(path) else [path]
    tujuan = [ke / b.removeprefix(akar).lstrip("/") if b != path else ke for b in berkas]
    for t in tujuan:
        t.parent.mkdir(parents=True, exist_ok=True)
    fs.get(berkas, [str(t) for t in tujuan])


def _sidik(path: Path) -> str:
    """The digest of a file, or of the names and contents of a folder."""
    if not path.is_dir():
        with path.open("rb") as berkas:
            return _sidik_aliran(iter(lambda: berkas.read(1 << 20), b""))
    semua = sorted(b for b in path.rglob("*") if b.is_file())
    return _sidik_aliran(f"{b.relative_to(path).as_posix()}\0{_sidik(b)}\0".encode("utf-8", "replace") for b in semua)


def _sidik_aliran(potongan: Iterable[bytes]) -> str:
    hasil = sha256()
    for p in potongan:
        hasil.update(p)
    return hasil.hexdigest()


def _kunci(tugas: Mapping[str, Any], isi: str) -> str:
    """What a result rests on; it is used again only where all of this agrees."""
    dasar = [BENTUK, tugas["versi"], tugas["nama"], isi, tugas["konfigurasi"], tugas["berkas"], tugas["bahasa"]]
    dasar += [tugas["pilih"], tugas["abaikan"]]
    return sha256(json.dumps(dasar).encode()).hexdigest()


@attrs.frozen(slots=True)
class Head:
    """The first line of the rows of a result: what the result rests on, and what became of the report.

    Attributes:
        sidik: the digest of the rows; does not stand in them.
    """

    kunci: str
    status: str
    sidik: str = ""


def _lama(store: Store, nama: str) -> tuple[Head | None, str]:
    """The first line of a result that is there and whole; else what is wrong with it."""
    from sakip.konversi.data import catatan_json

    segel = _isi(store, nama_segel(nama))
    isi = {n: _isi(store, n) for n in _berkas(nama)}
    if segel is None:
        return None, TANPA_SIDIK if any(x is not None for x in isi.values()) else ""
    if segel == _segel(isi):
        baris = isi[nama_baris(nama)] or b""
        kepala = catatan_json(baris.partition(b"\n")[0], Head)
        return None if kepala is None else attrs.evolve(kepala, sidik=sha256(baris).hexdigest()), ""
    salah = [n for n, x in isi.items() if (n.encode() in segel) != (x is not None) or _segel({n: x}) not in segel]
    return None, f"{', '.join(salah) or nama_segel(nama)} tidak cocok dengan sidiknya"


def _isi(store: Store, nama: str) -> bytes | None:
    """A kept file; None when it is not there. One that cannot be read is as good as damaged, and holds nothing."""
    try:
        return store.read(nama)
    except FileNotFoundError:
        return None
    except OSError:
        return b""


def _berkas(nama: str) -> tuple[str, str]:
    return f"{LAPORAN}/{nama}.json", nama_baris(nama)


def nama_baris(nama: str) -> str:
    """The file of what the tables are made from, of the result of that name."""
    return f"{KERJA}/{nama}.jsonl"


def nama_segel(nama: str) -> str:
    """The file of the digests of that result: `sha256sum --check` knows its form."""
    return f"{KERJA}/{nama}.{SEGEL}"


def _segel(isi: Mapping[str, bytes | None]) -> bytes:
    """The digests of the files that there are, each with its name."""
    return "".join(f"{sha256(x).hexdigest()}  {n}\n" for n, x in isi.items() if x is not None).encode()


def _tulis(
    store: Store, tugas: Mapping[str, Any], kunci: str, baris: list[Any], reviu: bytes | None = None
) -> dict[str, str]:
    """Write the review, what the tables are made from, and last the seal that makes both count.

    Nothing waits for the disk: what a loss of power left incomplete does not fit its seal, and is made again.
    """
    status = baris[0]["status"]
    garis = b"".join(map(garis_json, [{"kunci": kunci, "status": status}, *baris]))
    isi = dict(zip(_berkas(tugas["kunci"]), (reviu, garis), strict=True))
    for nama, x in isi.items():
        if x is None:
            store.remove(nama)
        else:
            store.write(nama, x, tahan=False)
    store.write(nama_segel(tugas["kunci"]), _segel(isi), tahan=False)
    return {"nama": tugas["nama"], "kerja": "baru", "status": status, "sidik": sha256(garis).hexdigest()}


def garis_json(isi: Any) -> bytes:
    """A row as a line of JSON. What of a file's name is no UTF-8 is spelled out: no table could hold it."""
    teks = json.dumps(isi, ensure_ascii=False)
    return _BUKAN_HURUF.sub(lambda m: f"\\\\u{ord(m[0]):04x}", teks).encode() + b"\n"


_BUKAN_HURUF = re.compile("[\ud800-\udfff]")


def _gagal(tugas: Mapping[str, Any], status: str, pesan: str) -> list[Any]:
    from sakip.massal.rows import baris_gagal

    return [baris_gagal(tugas["nama"], status, pesan)]


def _tak_terbuka(tugas: Mapping[str, Any], e: Exception) -> list[Any]:
    return _gagal(tugas, TAK_TERBACA, f"{tugas['nama']}: tidak dapat dibaca: {sebab(e)}")


def _tinjau(tugas: Mapping[str, Any], path: Path) -> tuple[list[Any], bytes | None]:
    """The rows of a report, and its review as the contract has it, where there is one."""
    from sakip.massal.rows import susun_baris
    from sakip.tulis.json_ import objek, sebagai_json
    from sakip.tulis.words.kamus import Kamus, sebut_masalah

    nama, di_sini = tugas["nama"], str(path)
    try:
        r = _reviu(tugas, di_sini)
    except SumberError as e:
        pesan = "\n".join(map(sebut_masalah, e.masalah))
        return _gagal(tugas, TAK_TERBACA, pesan.replace(di_sini, nama)), None
    except Exception as e:  # noqa: BLE001 - whatever one report does, the others go on
        return _gagal(tugas, GAGAL, f"galat di dalam sakip sendiri: {type(e).__name__}: {e}"), None
    isi = _sebut(objek(r, Kamus(tugas["bahasa"], r.lain)), di_sini, nama)
    return [_sebut(b, di_sini, nama) for b in susun_baris(r, isi)], sebagai_json(isi)


def _sebut(isi: Any, di_sini: str, nama: str) -> Any:
    """The same with the report called as the user calls it, wherever it was read."""
    if di_sini == nama:
        return isi
    if isinstance(isi, str):
        return isi.replace(di_sini, nama) if di_sini in isi else isi
    if isinstance(isi, dict):
        return {k: _sebut(v, di_sini, nama) for k, v in isi.items()}
    if isinstance(isi, (list, tuple)):
        return [_sebut(v, di_sini, nama) for v in isi]
    return isi


def _reviu(tugas: Mapping[str, Any], path: str) -> Reviu:
    from sakip.pembaca import baca
    from sakip.tinjauan.engine import reviu

    k = _konfigurasi(tugas["konfigurasi"], tugas["berkas"]) if tugas["konfigurasi"] else None
    laporan = baca(path, kosakata=k.kosakata if k is not None else None)
    return reviu(laporan, pilih=tugas["pilih"], abaikan=tugas["abaikan"], konfigurasi=k)


@lru_cache(maxsize=4)
def _konfigurasi(teks: str, berkas: str) -> Konfigurasi:
    from sakip.konfigurasi import urai_konfigurasi

    return urai_konfigurasi(teks.encode(), berkas)
