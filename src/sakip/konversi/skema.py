"""The JSON Schema of what a converter reads, for editors: made from the same classes and hooks, so that it fits.

A schema cannot say all that is checked: what keys mean together, and what other files must hold, it leaves out.
"""

from __future__ import annotations

from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

import attrs

from sakip.konversi.nilai import bulat, logis, teks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sakip.konversi.konverter import Konverter

__all__ = ["skema", "skema_yaml"]

_DASAR: dict[Any, Mapping[str, Any]] = {str: teks.skema, int: bulat.skema, bool: logis.skema}


def skema(conv: Konverter, tipe: Any, judul: str) -> dict[str, Any]:
    """The schema of a file.

    Args:
        conv: a converter that knows the classes.
        tipe: the class, or the list of it, that the file becomes.
        judul: what the file is.
    """
    s = _Skema(conv)
    akar = s.tipe(tipe)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": judul,
        **akar,
        "$defs": dict(sorted(s.kelas.items())),
    }


def skema_yaml(isi: Any) -> Any:
    """The same for our YAML, in which every scalar is text: `no: 1` and `kode: 0001` are as good as with quotes."""
    if isinstance(isi, list):
        return [skema_yaml(x) for x in isi]
    if not isinstance(isi, dict):
        return isi
    hasil = {k: skema_yaml(v) for k, v in isi.items()}
    match isi.get("type"):
        case "string":
            hasil["type"] = ["string", "number", "boolean"]
        case "integer":
            hasil["type"] = ["integer", "string"]
        case "boolean":
            hasil = {"enum": [True, False, "true", "false"]}
    if "enum" in isi:
        hasil["enum"] = [*isi["enum"], *(int(x) for x in isi["enum"] if isinstance(x, str) and x.isdigit())]
    return hasil


class _Skema:
    def __init__(self, conv: Konverter) -> None:
        self.conv = conv
        self.kelas: dict[str, Any] = {}
        self.bernama = {c.__name__: c for c in conv.bentuk}

    def tipe(self, tipe: Any) -> dict[str, Any]:
        """The schema of a type."""
        asal, isi = get_origin(tipe), get_args(tipe)
        if tipe in self.conv.skema_tipe:
            return self.objek(self.conv.skema_tipe[tipe])
        if tipe in _DASAR:
            return dict(_DASAR[tipe])
        if asal is tuple or asal is list:
            return {"type": "array", "items": self.tipe(isi[0])}
        if asal is dict:
            return {"type": "object", "additionalProperties": self.tipe(isi[1])}
        if asal in {Union, UnionType} and NoneType in isi:
            return self.tipe(next(x for x in isi if x is not NoneType))
        if attrs.has(tipe):
            return self.acu(tipe)
        return {}

    def objek(self, isi: Mapping[str, Any]) -> dict[str, Any]:
        """The schema of a hook, the classes it names put among the definitions."""
        nama = isi.get("$ref")
        if isinstance(nama, str):
            return self.acu(self.bernama[nama])
        return {k: self._dalam(v) for k, v in isi.items()}

    def _dalam(self, isi: Any) -> Any:
        if isinstance(isi, list):
            return [self._dalam(x) for x in isi]
        return self.objek(isi) if isinstance(isi, dict) else isi

    def acu(self, cls: type) -> dict[str, Any]:
        """A class by its name, with its schema among the definitions."""
        nama = cls.__name__
        if nama not in self.kelas:
            self.kelas[nama] = {}  # a class may hold itself
            self.kelas[nama] = self.benda(cls)
        return {"$ref": f"#/$defs/{nama}"}

    def benda(self, cls: Any) -> dict[str, Any]:
        """The schema of a class."""
        b = self.conv.bentuk_dari(cls)
        sifat: dict[str, Any] = {}
        wajib: list[str] = []
        for a in attrs.fields(attrs.resolve_types(cls)):
            if a.name in {*b.tanpa, b.nama}:
                continue
            hook: Callable[..., Any] | None = b.hook.get(a.name) or getattr(a.validator, "hook", None)
            dari = getattr(hook, "skema", None)
            sifat.setdefault(b.kunci(a.name), self.tipe(a.type) if dari is None else self.objek(dari))
            if a.default is attrs.NOTHING:
                wajib.append(b.kunci(a.name))
        sifat |= {k: self.objek(h.skema) for k, h in b.tambahan.items()}
        hasil: dict[str, Any] = {"type": "object", "properties": sifat, "additionalProperties": b.longgar}
        return {**hasil, "required": wajib} if wajib else hasil
