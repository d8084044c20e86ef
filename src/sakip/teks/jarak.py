"""How alike two texts are: slips of a hand in words and in digits, suggestions, names in several spellings."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from itertools import islice
from operator import eq
from typing import TYPE_CHECKING

from sakip.teks.istilah import himpunan, istilah, semua_istilah
from sakip.teks.nama import kata, kerangka, urai_singkatan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from decimal import Decimal

__all__ = [
    "dimaksud",
    "jarak",
    "jarak_ketik",
    "jenis_ketik",
    "maksud",
    "menyebut",
    "mirip",
    "satu_kata",
    "satu_nama",
    "serupa",
    "terdekat",
]

PILIHAN_TERBANYAK = 1000
"""Choices that are compared; a folder with more has other worries than a spelling."""
TERTULIS_TERPANJANG = 200
"""Characters of what was written that are compared."""
SALAH_KETIK = 7
"""Letters of a word, as printed and as meant, from which on one slip is mended without anything else to go by."""
KATA_TERPENDEK = 5
KATA_PANJANG = 9
"""Letters of a word from which on one slip leaves it the same word, and two."""


# -- words -----------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def jarak(a: str, b: str, batas: int) -> int:
    """The restricted Damerau-Levenshtein distance, up to `batas` + 1.

    The fewest letters to put in, leave out, change, or swap with their neighbour, none touched twice (Boytsov 2011).
    """
    if abs(len(a) - len(b)) > batas:
        return batas + 1
    lama: list[int] = []
    atas = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        kini = [i]
        for j, y in enumerate(b, 1):
            d = min(atas[j] + 1, kini[j - 1] + 1, atas[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                d = min(d, lama[j - 2] + 1)
            kini.append(d)
        if min(kini) > batas:
            return batas + 1
        lama, atas = atas, kini
    return min(atas[-1], batas + 1)


def satu_kata(a: str, b: str) -> bool:
    """Whether two words are one but for a slip of the pen; short words and abbreviations are not."""
    if a == b:
        return True
    pendek = min(len(a), len(b))
    if pendek < KATA_TERPENDEK or a.isdigit() or b.isdigit():
        return False
    batas = 2 if pendek >= KATA_PANJANG else 1
    return jarak(a, b, batas) <= batas


@lru_cache(maxsize=4096)
def dimaksud(tertulis: str, dikenal: frozenset[str]) -> str:
    """The one known word that a word is, but for a slip of the pen or as its consonants; itself where none is, or two.

    Only a long word is mended, by one slip that leaves its first letter, and none that is a word of the field, or a
    word known to be that near to one (`bukan_salah_ketik`).

    Args:
        tertulis: the word as printed, in lower case.
        dikenal: the words that may be meant.
    """
    if tertulis in dikenal or not tertulis.isalpha() or tertulis in _bukan_salah_ketik():
        return tertulis
    panjang = len(tertulis) >= SALAH_KETIK
    arti = [k for k in dikenal if (panjang and _salah_ketik(tertulis, k)) or kerangka(tertulis, k)]
    return arti[0] if len(arti) == 1 else tertulis


def _salah_ketik(tertulis: str, kata: str) -> bool:
    return len(kata) >= SALAH_KETIK and tertulis[0] == kata[0] and jarak(tertulis, kata, 1) == 1


@cache
def _bukan_salah_ketik() -> frozenset[str]:
    """The single words of all groups: what they mean is known."""
    return frozenset(k for nama, isi in semua_istilah() if "kata" in isi for f in istilah(nama) for k in f.split())


def menyebut(teks: str, frasa: Iterable[str]) -> bool:
    """Whether a text has one of the phrases, its longer words perhaps with a slip of the pen."""
    ada = kata(teks)
    for f in frasa:
        dicari = kata(f)
        n = len(dicari)
        if any(all(map(satu_kata, ada[i : i + n], dicari)) for i in range(len(ada) - n + 1)):
            return True
    return False


# -- digits ----------------------------------------------------------------------------------


def _angka(nilai: Decimal) -> str:
    return "".join(map(str, nilai.as_tuple().digits))


def jarak_ketik(lama: Decimal, baru: Decimal) -> int:
    """Restricted Damerau-Levenshtein distance between the digits of two numbers, at most 2.

    Numbers of fewer than three digits have none worth naming: any two are near each other.
    """
    a, b = _angka(lama), _angka(baru)
    if a == b:
        return 0
    if len(a) < 3 or len(b) < 3:
        return 2
    return 1 if jenis_ketik(a, b) else 2


def jenis_ketik(a: str, b: str) -> str:
    """How `a` came from `b` by one slip: `tertukar`, `salah`, `lebih` or `kurang`; empty when it did not.

    `a` is what was typed, `b` what was meant; both strings of digits.
    """
    if a == b:
        return ""
    if len(a) == len(b):
        beda = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        if len(beda) == 1:
            return "salah"
        i = beda[0]
        if len(beda) == 2 and beda[1] == i + 1 and a[i] == b[i + 1] and a[i + 1] == b[i]:
            return "tertukar"
        return ""
    panjang, pendek = (a, b) if len(a) > len(b) else (b, a)
    if len(panjang) - len(pendek) != 1:
        return ""
    sama = next((i for i, (x, y) in enumerate(zip(panjang, pendek, strict=False)) if x != y), len(pendek))
    if panjang[:sama] + panjang[sama + 1 :] != pendek:
        return ""
    return "lebih" if len(a) > len(b) else "kurang"


# -- suggestions -----------------------------------------------------------------------------


def serupa(tertulis: str, pilihan: Iterable[str], banyak: int = 1, ambang: float = 0.6) -> list[str]:
    """The choices most similar to what was written, the most similar first; capitals do not count.

    Args:
        tertulis: what was written.
        pilihan: the choices.
        banyak: how many are given, at most.
        ambang: how similar they are at least, 0 to 1 (Ratcliff and Obershelp, as `difflib` has it).
    """
    from difflib import get_close_matches

    semua = {p.casefold(): p for p in islice(pilihan, PILIHAN_TERBANYAK)}
    return [semua[d] for d in get_close_matches(tertulis.casefold()[:TERTULIS_TERPANJANG], semua, banyak, ambang)]


def maksud(tertulis: str, pilihan: Iterable[str]) -> str:
    """`; maksud Anda 'satuan'?` for the most similar choice; empty when none is similar."""
    return "".join(f"; maksud Anda '{p}'?" for p in serupa(tertulis, pilihan))


# -- names -----------------------------------------------------------------------------------


def mirip(a: str, b: str, *, salah_ketik: bool = False) -> float:
    """How alike two names are, 0 to 1: the share of words they have in common (Dice 1945).

    With `salah_ketik` words that are one but for a slip of the pen count as common.
    """
    if salah_ketik:
        a = " ".join(next((y for y in kata(b) if satu_kata(x, y)), x) for x in kata(a))
    kata_a, banyak_a = _banyak(a)
    kata_b, banyak_b = _banyak(b)
    sama = sum([min(n, kata_b[k]) for k, n in kata_a.items() if k in kata_b])
    return 2 * sama / (banyak_a + banyak_b) if sama else 0.0


@lru_cache(maxsize=8192)
def _banyak(teks: str) -> tuple[dict[str, int], int]:
    """How often a name has each of its words, and how many words it has."""
    semua = kata(teks)
    return dict(Counter(semua)), len(semua)


def terdekat(nama: str, calon: Iterable[tuple[str, str]], ambang: float, beda: float = 0.08) -> str | None:
    """The key among `calon` (key, name) whose name is most like `nama`, abbreviations written out as they print it.

    None when nothing is at least `ambang` alike, or when a second key comes within `beda` of the
    first: a doubtful match would turn into a false alarm.
    """
    semua = list(calon)
    penuh = urai_singkatan(nama, (n for _, n in semua))
    skor: dict[str, float] = {}
    for kunci, lain in semua:
        skor[kunci] = max(skor.get(kunci, 0.0), mirip(penuh, lain))
    urut = sorted(skor.items(), key=lambda s: (-s[1], s[0]))
    if not urut or urut[0][1] < ambang:
        return None
    if len(urut) > 1 and urut[0][1] - urut[1][1] < beda and not urut[1][1] < urut[0][1] == 1:
        return None
    return urut[0][0]


def satu_nama(a: str, b: str, instansi: str = "", *, setujuan: bool = False) -> bool:
    """Whether two names mean one indicator.

    All words must be the same in the same order but for light words. A name may add that of the agency, and
    its first word may bear a slip of the pen. In a long name one abbreviation may miss its last letter. Where
    both stand for the same goal (`setujuan`), other words may bear slips too and one may be missing; without
    that, `pengadaan` for `pengaduan` is another word.
    """
    ka, kb = list(kata(a)), list(kata(b))
    milik = list(kata(instansi))
    ka, kb = _tanpa_akhir(ka, milik), _tanpa_akhir(kb, milik)
    if not ka or not kb or not satu_kata(_dasar(ka[0]), _dasar(kb[0])):
        return False
    sisa_a, sisa_b, sama = _selaraskan(ka[1:], kb[1:], satu_kata if setujuan else eq)
    ringan = himpunan("ringan")
    berat_a = [k for k in sisa_a if k not in ringan]
    berat_b = [k for k in sisa_b if k not in ringan]
    if not sama:
        return False
    if not berat_a and not berat_b:
        return len(sisa_a) + len(sisa_b) <= max(1, (len(sama) + 1) // 2)
    if len(berat_a) == len(berat_b) == 1:
        x, y = sorted((berat_a[0], berat_b[0]), key=len)
        return len(sama) >= 4 and len(x) >= 3 and len(y) == len(x) + 1 and y.startswith(x)
    return setujuan and len(berat_a) + len(berat_b) == 1 and len(sama) >= 3


def _tanpa_akhir(kata_nama: list[str], akhir: list[str]) -> list[str]:
    n = len(akhir)
    return kata_nama[:-n] if n and len(kata_nama) > n and kata_nama[-n:] == akhir else kata_nama


def _dasar(kata_kerja: str) -> str:
    """A verb without its ending: `meningkatkan` and `meningkatnya` set one goal."""
    return kata_kerja[:-3] if kata_kerja.startswith("me") and kata_kerja.endswith(("kan", "nya")) else kata_kerja


def _selaraskan(
    a: list[str], b: list[str], sama_kata: Callable[[str, str], bool]
) -> tuple[list[str], list[str], list[str]]:
    """The words of each that the other has not, and those that both have, in order (longest common run of words)."""
    n, m = len(a), len(b)
    tabel = [[0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            if sama_kata(a[i], b[j]):
                tabel[i][j] = tabel[i + 1][j + 1] + 1
            else:
                tabel[i][j] = max(tabel[i + 1][j], tabel[i][j + 1])
    i = j = 0
    sisa_a: list[str] = []
    sisa_b: list[str] = []
    sama: list[str] = []
    while i < n and j < m:
        if sama_kata(a[i], b[j]):
            sama.append(a[i])
            i, j = i + 1, j + 1
        elif tabel[i + 1][j] >= tabel[i][j + 1]:
            sisa_a.append(a[i])
            i += 1
        else:
            sisa_b.append(b[j])
            j += 1
    return sisa_a + a[i:], sisa_b + b[j:], sama
