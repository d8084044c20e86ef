"""One cattrs converter for all that is read: strict in everything, with every problem at its line and key.

What differs from class to class is told as data (`Bentuk`) and registered by whoever reads the class. Beyond the
hooks of cattrs there are two for what holds other things, `daftar` and `peta`; they report every wrong item.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import (
    BaseValidationError,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, override

from sakip.konversi.nilai import KURANG, BentukError, Hook, bulat, daftar_kunci, harus, logis, teks
from sakip.konversi.pencatat import Pencatat
from sakip.konversi.pohon import Teks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sakip.errors import Masalah
    from sakip.konversi.letak import KeyPath

    Baca: TypeAlias = Callable[[Any, Any], Any]

__all__ = ["Bentuk", "Konverter", "daftar", "kunci_berindeks", "kunci_bertitik", "kunci_terakhir", "peta"]

T = TypeVar("T")

SALAH_TERBANYAK = 2000
"""Wrong items of a list after which the rest of it is not looked at."""

PEMETAAN = "pemetaan 'kunci: nilai'"


def _sama(nama: str) -> str:
    return nama


@attrs.frozen(slots=True)
class Bentuk:
    """How a class stands in a file.

    Attributes:
        hook: attribute to what reads it, where its type does not settle that.
        nama: the attribute that is the key under which the object stands in a mapping.
        kunci: the key of the file for the name of an attribute.
        tanpa: attributes that do not stand in the file.
        tambahan: keys of the file that no attribute has, to what reads them.
        longgar: keys that are not known are passed over: the file may be of a later version.
        siapkan: makes of a mapping what the hooks take.
        periksa: what is wrong with the keys taken together.
        akhir: makes of the object, and the mapping it was read from, what is wanted.
        sebutan: what it is called where something else stands in its place.
    """

    hook: Mapping[str, Baca] = attrs.field(factory=dict)
    nama: str = ""
    kunci: Callable[[str], str] = _sama
    tanpa: frozenset[str] = frozenset()
    tambahan: Mapping[str, Hook] = attrs.field(factory=dict)
    longgar: bool = False
    siapkan: Callable[[Any], dict[Any, Any]] | None = None
    periksa: Callable[[Any], list[BentukError]] | None = None
    akhir: Callable[[Any, Any], Any] | None = None
    sebutan: str = PEMETAAN


_BIASA = Bentuk()


class Konverter(Converter):
    """The converter. Classes are prepared when the first object of them is met.

    Attributes:
        bentuk: how classes stand in the file; a class that is missing stands there as in Python.
        skema_tipe: the JSON Schema of types that have a hook of their own.
    """

    def __init__(self) -> None:
        super().__init__(forbid_extra_keys=True)
        self.bentuk: dict[type, Bentuk] = {}
        self.skema_tipe: dict[type, Mapping[str, Any]] = {}
        # The functions themselves: most values of a file are texts.
        self.register_structure_hook(str, teks.baca)
        self.register_structure_hook(int, bulat.baca)
        self.register_structure_hook(bool, logis.baca)
        self.register_structure_hook_factory(attrs.has, self.kelas)
        self.register_structure_hook_factory(_tupel, lambda t: daftar(self.get_structure_hook(get_args(t)[0])))
        self.register_structure_hook_factory(_kamus, self._peta)

    def kelas(self, cls: type[Any], bentuk: Bentuk | None = None) -> Baca:
        """A hook for a class that stands in the file as `bentuk` says, by default as is registered."""
        b = self.bentuk_dari(cls) if bentuk is None else bentuk
        self.bentuk.setdefault(cls, b)
        atribut = attrs.fields(attrs.resolve_types(cls))
        ubah: dict[str, Any] = {
            a.name: override(
                omit=a.name in b.tanpa or None,
                rename=b.kunci(a.name) if b.kunci(a.name) != a.name else None,
                struct_hook=b.hook.get(a.name) or getattr(a.validator, "hook", None),
            )
            for a in atribut
        }
        isi = make_dict_structure_fn(
            cls,
            self,
            _cattrs_use_linecache=False,
            _cattrs_forbid_extra_keys=not b.longgar,
            **ubah,
        )

        def hook(nilai: Any, _: Any = None) -> Any:
            if not isinstance(nilai, dict):
                raise harus(b.sebutan, nilai)
            errors: list[Any] = []
            hasil = None
            try:
                hasil = isi(nilai if b.siapkan is None else b.siapkan(nilai), cls)
            except ClassValidationError as e:
                errors += e.exceptions
            if b.periksa is not None:
                errors += b.periksa(nilai)
            if errors:
                raise ClassValidationError(cls.__name__, errors, cls)  # pyright: ignore[reportCallIssue]
            return hasil if b.akhir is None else b.akhir(hasil, nilai)

        return hook

    def _peta(self, tipe: Any) -> Hook:
        isi = get_args(tipe)[1]
        return peta(self.get_structure_hook(isi), sebagai=self.bentuk_dari(isi).nama)

    def hook(self, cls: type[Any], bentuk: Bentuk | None = None) -> Hook:
        """A hook for a class, by which other hooks are put together before all of them are registered.

        Args:
            cls: the class.
            bentuk: how it stands in this place of the file, where it does not stand as everywhere.
        """
        if bentuk is None:
            return Hook(lambda nilai: self.structure(nilai, cls), {"$ref": cls.__name__})
        baca = self.kelas(cls, bentuk)
        return Hook(lambda nilai: baca(nilai, cls), {"$ref": cls.__name__})

    def bentuk_dari(self, cls: type[Any]) -> Bentuk:
        """How a class stands in the file."""
        return self.bentuk.get(cls, _BIASA)

    def nama_kunci(self, cls: type[Any]) -> list[str]:
        """The keys that a class takes."""
        b = self.bentuk_dari(cls)
        return [*(b.kunci(a.name) for a in attrs.fields(cls) if a.name not in {*b.tanpa, b.nama}), *b.tambahan]

    def baca(
        self,
        node: Any,
        tipe: type[T],
        berkas: str,
        masalah: list[Masalah],
        sebut: Callable[[KeyPath], str] | None = None,
    ) -> T | None:
        """Structure a tree into the class (or tuple type) `tipe`.

        A key that already has a problem on its line is not reported again: what was refused there was replaced by
        an empty text.

        Args:
            node: the tree.
            tipe: what it is to become.
            berkas: what problems call the file.
            masalah: receives every problem.
            sebut: how problems name a key; by its last part when left out.

        Returns:
            The object; None when there is a problem.
        """
        try:
            return self.structure(node, tipe)
        except (BaseValidationError, ValueError) as e:
            self._catat(e, node, Pencatat(berkas, masalah), kunci_terakhir if sebut is None else sebut)
            return None

    def _catat(self, e: Exception, node: Any, pencatat: Pencatat, sebut: Callable[[KeyPath], str]) -> None:
        lama = {(m.berkas, m.baris, m.kunci) for m in pencatat.masalah}
        baru: set[tuple[int | None, str, str]] = set()
        for baris, path, pesan in self._uraikan(e, node, ()):
            kunci = sebut(path)
            if (baris, kunci, pesan) not in baru and (pencatat.berkas, baris, kunci) not in lama:
                baru.add((baris, kunci, pesan))
                pencatat.lapor(pesan, baris, kunci)
                if pencatat.penuh:
                    return

    def _uraikan(self, e: Exception, node: Any, path: KeyPath) -> Iterator[tuple[int | None, KeyPath, str]]:
        """Line, keys and message of every problem in a tree of errors over the tree of the file."""
        if isinstance(e, ClassValidationError):
            dengan, tanpa = e.group_exceptions()
            kunci = self.bentuk_dari(e.cl).kunci
            for sub, catatan in dengan:
                nama = kunci(catatan.name)
                if nama in node:
                    yield from self._uraikan(sub, node[nama], (*path, nama))
                elif isinstance(sub, KeyError):
                    yield _baris(node), (*path, nama), KURANG
                else:  # put together from keys that stand here, or from nothing that does
                    yield from self._uraikan(sub, node, path if isinstance(sub, BaseValidationError) else (*path, nama))
            for sub in tanpa:
                yield from self._uraikan(sub, node, path)
        elif isinstance(e, IterableValidationError):
            for sub, butir in e.group_exceptions()[0]:
                anak = node[butir.index] if butir.index in node or isinstance(butir.index, int) else node
                yield from self._uraikan(sub, anak, (*path, butir.index))
        elif isinstance(e, ForbiddenExtraKeysError):
            boleh = [] if e.cl is None else self.nama_kunci(e.cl)
            for k in e.extra_fields:
                yield (k.baris if isinstance(k, Teks) else _baris(node)), (*path, k), daftar_kunci(k, boleh)
        else:
            sendiri = e if isinstance(e, BentukError) else BentukError(str(e))
            baris = getattr(sendiri.node, "baris", _baris(node))
            yield baris, (*path, sendiri.kunci) if sendiri.kunci else path, str(e)


def _baris(node: Any) -> int | None:
    hasil: int | None = getattr(node, "baris", None)
    return hasil


def _tupel(tipe: Any) -> bool:
    return bool(get_origin(tipe) is tuple)


def _kamus(tipe: Any) -> bool:
    return bool(get_origin(tipe) is dict)


# -- what holds other things ---------------------------------------------------------


def daftar(butir: Baca, *, unik: str = "", sebutan: str = "daftar") -> Hook:
    """A hook for a list, each item read by `butir`; every wrong item is reported.

    Args:
        butir: reads an item.
        unik: a key that no two items may give the same value.
        sebutan: what the list is called where something else stands in its place.
    """

    def baca(nilai: Any) -> tuple[Any, ...]:
        if not isinstance(nilai, list):
            raise harus(sebutan, nilai)
        hasil: list[Any] = []
        errors = _Errors(tuple)
        sudah: dict[str, Any] = {}
        for i, n in enumerate(nilai):
            try:
                hasil.append(butir(n, None))
            except (BaseValidationError, ValueError) as e:
                errors.tambah(e, i)
                if len(errors.semua) >= SALAH_TERBANYAK:
                    errors.tambah(BentukError(f"sudah {SALAH_TERBANYAK} butir salah; selebihnya tidak diperiksa"), i)
                    break
            if unik and isinstance(n, dict) and isinstance(nama := n.get(unik), str) and nama:
                awal = sudah.setdefault(nama, (i, nama))
                if awal[0] != i:
                    errors.tambah(_ganda(unik, nama, *awal), i)
        errors.lempar()
        return tuple(hasil)

    return Hook(baca, {"type": "array", "items": getattr(butir, "skema", {})})


def _ganda(kunci: str, nama: str, ke: int, awal: str) -> BentukError:
    tempat = f"di baris {awal.baris}" if isinstance(awal, Teks) else f"pada butir ke-{ke + 1}"
    return BentukError(f"{kunci} ganda; {str(nama)[:60]!r} sudah dipakai {tempat}", kunci, nama)


def peta(
    nilai: Baca,
    *,
    boleh: Iterable[str] = (),
    kunci: Callable[[str], str] | None = None,
    sebagai: str = "",
    sebutan: str = PEMETAAN,
) -> Hook:
    """A hook for a mapping whose keys are data; every wrong key and value is reported.

    Args:
        nilai: reads a value.
        boleh: the keys there may be, if these are few.
        kunci: what a key stands for; two that stand for the same must have the same value.
        sebagai: what holds its own key under this name.
        sebutan: what the mapping is called where something else stands in its place.
    """
    semua = tuple(boleh)

    def satu(k: str, v: Any, hasil: dict[str, Any]) -> None:
        if semua and k not in semua:
            raise BentukError(daftar_kunci(k, semua), node=k)
        nama = str(k)
        if kunci is not None:
            try:
                nama = kunci(nama)
            except BentukError as e:
                raise BentukError(str(e), node=k) from None
        baru = nilai(_bernama(v, sebagai, nama) if sebagai else v, None)
        if hasil.setdefault(nama, baru) != baru:
            raise BentukError(f"berarti sama dengan kunci lain, yang nilainya {hasil[nama]}", node=k)

    def baca(isi: Any) -> dict[str, Any]:
        if not isinstance(isi, dict):
            raise harus(sebutan, isi)
        hasil: dict[str, Any] = {}
        errors = _Errors(dict)
        for k, v in isi.items():
            try:
                satu(k, v, hasil)
            except (BaseValidationError, ValueError) as e:
                errors.tambah(e, k)
        errors.lempar()
        return hasil

    dalam = getattr(nilai, "skema", {})
    skema = {"properties": dict.fromkeys(semua, dalam), "additionalProperties": False}
    return Hook(baca, {"type": "object", **(skema if semua else {"additionalProperties": dalam})})


def _bernama(isi: Any, sebagai: str, nama: str) -> Any:
    """A mapping that holds its own key, which it may not have otherwise."""
    if not isinstance(isi, dict):
        return isi
    if sebagai in isi:
        raise BentukError(daftar_kunci(sebagai, ()), sebagai, isi[sebagai])
    return {**isi, sebagai: nama}


class _Errors:
    """Collects what is wrong with the items of something."""

    def __init__(self, tipe: type) -> None:
        self.tipe = tipe
        self.semua: list[Exception] = []

    def tambah(self, e: Exception, di: int | str) -> None:
        """Note what is wrong with an item."""
        e.add_note(IterableValidationNote(f"butir {di}", di, self.tipe))
        self.semua.append(e)

    def lempar(self) -> None:
        """Raise all of it, if there is any."""
        if self.semua:
            raise IterableValidationError("isi", self.semua, self.tipe)  # pyright: ignore[reportCallIssue]


# -- how problems name a key ---------------------------------------------------------


def kunci_terakhir(path: KeyPath) -> str:
    """`target`: with its line it is found in YAML, where a key a line is usual."""
    return str(next((k for k in reversed(path) if isinstance(k, str)), ""))


def kunci_bertitik(path: KeyPath) -> str:
    """`metode.skala`: as TOML writes what is nested."""
    return ".".join(k for k in path if isinstance(k, str))


def kunci_berindeks(path: KeyPath) -> str:
    """`temuan[2].lokasi`: JSON may stand on one line."""
    return "".join(f".{k}" if isinstance(k, str) else f"[{k}]" for k in path).removeprefix(".")
