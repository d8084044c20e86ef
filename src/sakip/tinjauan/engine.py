"""The engine: from a report to its review. Rules declare, relations are evaluated, knots are solved."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs

from sakip.aturan import VERSI, katalog, plugin
from sakip.dugaan.joint_slips import find_joint_slips
from sakip.dugaan.readings import weigh_readings
from sakip.dugaan.tuning import LARGE_KNOT
from sakip.fakta import susun
from sakip.model.laporan import Laporan
from sakip.relasi import BERLAKU, Evaluasi, Putusan
from sakip.relasi.by_value import by_value
from sakip.teks.kalimat import Daftar, kalimat
from sakip.teks.short_repr import short_repr
from sakip.temuan.temuan import Dugaan, Temuan
from sakip.tinjauan.case import Case
from sakip.tinjauan.composing import compose
from sakip.tinjauan.notes import condition
from sakip.tinjauan.selection import Pilihan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sakip.angka.lokasi import Lokasi
    from sakip.aturan.definisi import Aturan
    from sakip.dugaan.readings import DoubtedReading
    from sakip.fakta.register import Butir, Register
    from sakip.konfigurasi import Konfigurasi, Materialitas
    from sakip.relasi import Relasi
    from sakip.teks.kalimat import Isi

__all__ = ["Belum", "Cakupan", "Galat", "HasilRelasi", "Reviu", "aturan_berlaku", "reviu"]


@attrs.frozen(slots=True, field_transformer=short_repr)
class HasilRelasi:
    """A relation that was evaluated, and its outcome: a tick mark of the auditor.

    Attributes:
        kode: the rule.
        putusan: the outcome.
    """

    relasi: Relasi = attrs.field(eq=by_value, hash=False)
    evaluasi: Evaluasi
    kode: str = attrs.field(init=False, default=attrs.Factory(lambda h: h.relasi.kode, takes_self=True))
    putusan: Putusan = attrs.field(init=False, default=attrs.Factory(lambda h: h.evaluasi.putusan, takes_self=True))


@attrs.frozen(slots=True)
class Galat:
    """A rule that failed itself. The rest of the review stands."""

    kode: str
    pesan: Isi


@attrs.frozen(slots=True, field_transformer=short_repr)
class Belum:
    """A figure that no relation tested, and why; `di` is the table, form or section of its place (`tempat`)."""

    nilai: str
    nama: Isi
    tempat: Isi
    alasan: Isi
    lokasi: Lokasi
    di: Isi = ""


@attrs.frozen(slots=True, field_transformer=short_repr)
class Cakupan:
    """How many of the printed figures were tested: a relation that rests on their values was evaluated.

    Attributes:
        angka: the printed figures, without numbers of rows and columns and without years.
        terperiksa: those of them that were tested.
        belum: the others.
        hilang: how many parts of the source could not be read; what figures they print nobody knows.
        penomoran: the numbers of rows and columns.
        tahun: the years.
    """

    angka: int
    terperiksa: int
    belum: tuple[Belum, ...]
    hilang: int = 0
    penomoran: int = 0
    tahun: int = 0

    def belum_menurut_tempat(self) -> dict[tuple[Isi, Isi], list[Belum]]:
        """The others by the table, form or section they are in, and why."""
        hasil: dict[tuple[Isi, Isi], list[Belum]] = {}
        for b in self.belum:
            hasil.setdefault((b.di or b.lokasi.tabel or "", b.alasan), []).append(b)
        return hasil

    @property
    def persen(self) -> str:
        """The share checked, in percent with two decimals, cut off so that 100,00 means all that the source prints."""
        if not self.angka:
            return "0,00"
        ratus = min(self.terperiksa * 10000 // self.angka, 9999 if self.hilang else 10000)
        return f"{ratus // 100},{ratus % 100:02d}"


@attrs.frozen(slots=True, kw_only=True, field_transformer=short_repr)
class Reviu:
    """A review.

    Attributes:
        laporan: what was reviewed.
        temuan: the findings, the gravest first, then by money.
        relasi: every relation that was evaluated.
        galat: rules that failed themselves.
        cakupan: what was checked and what was not.
        aturan: the version of the rule set.
        dijalankan: the codes of the rules that were asked for; what was left out vouches for nothing.
        lain: the rules that are not in the catalogue: those of plugins and of the configuration.
    """

    laporan: Laporan
    temuan: tuple[Temuan, ...]
    relasi: tuple[HasilRelasi, ...]
    galat: tuple[Galat, ...]
    cakupan: Cakupan
    aturan: str = VERSI
    dijalankan: frozenset[str] = frozenset()
    lain: tuple[Aturan, ...] = ()

    def hitung_putusan(self) -> dict[Putusan, int]:
        """How many relations had each outcome; a rule that failed counts as one."""
        n = Counter(h.putusan for h in self.relasi)
        n[Putusan.GALAT_ATURAN] += len(self.galat)
        return {p: n[p] for p in Putusan}

    def hitung_keparahan(self) -> dict[str, int]:
        """How many findings there are of each severity."""
        n = Counter(t.keparahan for t in self.temuan)
        return {k: n[k] for k in ("kesalahan", "peringatan", "catatan")}


def reviu(
    laporan: Laporan,
    *,
    pilih: Sequence[str] = (),
    abaikan: Sequence[str] = (),
    aturan: Iterable[Aturan] | None = None,
    konfigurasi: Konfigurasi | None = None,
) -> Reviu:
    """Review a report.

    Args:
        laporan: the report.
        pilih: code prefixes of the rules wanted; all when empty. The longest prefix that fits decides.
        abaikan: code prefixes of rules not wanted.
        aturan: the rules; when left out the catalogue, those of plugins and those of the configuration.
        konfigurasi: the user's method, names, materiality and own rules; see `sakip.konfigurasi`.

    Returns:
        The review. A wrong report is never an exception, and neither is a rule that fails: it is a `Galat`.

    Raises:
        PilihanError: a prefix fits no rule, or no rule is left.
        TypeError: `laporan` is no `Laporan`.
    """
    if not isinstance(laporan, Laporan):
        raise TypeError(f"laporan harus sebuah Laporan, seperti dari sakip.baca, bukan {type(laporan).__name__}")
    if konfigurasi is not None:
        laporan = konfigurasi.terapkan(laporan)
        pilih = (*pilih, *konfigurasi.pilih)
        abaikan = (*abaikan, *konfigurasi.abaikan)
    selection = Pilihan(tuple(pilih), tuple(abaikan))
    rules, plugin_failures = aturan_berlaku(konfigurasi) if aturan is None else (tuple(aturan), [])
    selection.periksa({a.kode for a in (*katalog(), *rules)})
    reg = susun(laporan)
    relasi, galat = _collect(reg, rules)
    galat += plugin_failures
    outcomes, evaluation_failures = _evaluate(relasi)
    outcomes, doubted = _best_readings(reg, outcomes)
    chosen = tuple(h for h in outcomes if selection.berlaku(h.kode))
    # What was not chosen and fails accuses nobody; what holds is evidence all the same.
    stated = {h.relasi: h.evaluasi for h in outcomes if h.putusan in BERLAKU or selection.memuat(h.relasi)}
    doubted = [x for x in doubted if selection.memuat(x.failed[0])]
    case = Case(reg, {a.kode: a for a in (*katalog(), *rules)}, stated, doubted, selection)
    largest_knot = LARGE_KNOT if konfigurasi is None else konfigurasi.knot_terbesar
    temuan = [t for t in compose(case, largest_knot) if selection.berlaku(t.kode) or t.kunci == "bacaan"]
    if konfigurasi is not None and konfigurasi.materialitas is not None:
        temuan = [_weigh_money(t, konfigurasi.materialitas) for t in temuan]
    temuan = list(_tell_apart(sorted(temuan, key=_order)))
    later, later_findings, later_failures = _afterwards(
        case, [a for a in rules if selection.berlaku(a.kode)], tuple(temuan)
    )
    failures = tuple(g for g in (*galat, *evaluation_failures, *later_failures) if selection.berlaku(g.kode))
    return Reviu(
        laporan=laporan,
        temuan=tuple(sorted((*temuan, *later_findings), key=_order)),
        relasi=(*chosen, *later),
        galat=failures,
        cakupan=_coverage(reg, outcomes, chosen),
        dijalankan=frozenset(a.kode for a in rules if selection.berlaku(a.kode)),
        lain=tuple(a for a in rules if a not in katalog()),
    )


def aturan_berlaku(konfigurasi: Konfigurasi | None = None) -> tuple[tuple[Aturan, ...], list[Galat]]:
    """The rules a review runs, and what is wrong with some: the catalogue, plugins, the user's own.

    A code that is taken is a `Galat`, not a second rule.
    """
    external, _, galat = plugin()
    own = konfigurasi.aturan if konfigurasi is not None else ()
    rules = {a.kode: a for a in katalog()}
    problems = [Galat(nama, pesan) for nama, pesan in galat]
    for a in (*external, *own):
        if a.kode in rules:
            problems.append(Galat(a.kode, kalimat("galat.kode_dipakai")))
        else:
            rules[a.kode] = a
    return tuple(rules.values()), problems


def _weigh_money(t: Temuan, m: Materialitas) -> Temuan:
    """A difference of money below materiality is a note that says why."""
    if t.keparahan == "catatan" or not 0 < t.uang < m.rupiah:
        return t
    return attrs.evolve(t, keparahan="catatan", dugaan=(*t.dugaan, Dugaan("materialitas", {"alasan": m.alasan})))


def _tell_apart(temuan: list[Temuan]) -> tuple[Temuan, ...]:
    """Findings alike in all that identifies them, such as one wrong figure twice in a section, told apart."""
    seen: Counter[str] = Counter()
    found = []
    for t in temuan:
        seen[t.id] += 1
        found.append(t if seen[t.id] == 1 else attrs.evolve(t, id=f"{t.id}-{seen[t.id]}"))
    return tuple(found)


def _order(t: Temuan) -> tuple[object, ...]:
    gravity = ("kesalahan", "peringatan", "catatan").index(t.keparahan)
    return (
        gravity,
        -t.uang,
        t.kode,
        t.lokasi[0].berkas if t.lokasi else "",
        t.lokasi[0].baris or 0 if t.lokasi else 0,
        t.id,
    )


def _collect(reg: Register, aturan: Iterable[Aturan]) -> tuple[list[Relasi], list[Galat]]:
    aturan = tuple(aturan)
    kode = {a.kode for a in aturan} | {a.kode for a in katalog()}
    relasi: list[Relasi] = []
    galat: list[Galat] = []
    for a in aturan:
        if a.jalankan is None:
            continue
        try:
            yielded = list(a.jalankan(reg))
            unknown = sorted({r.kode for r in yielded} - kode)
            if unknown:
                galat.append(Galat(a.kode, kalimat("galat.kode_asing", kode=Daftar(tuple(unknown), None, "koma"))))
            else:
                relasi += yielded
        except Exception as e:  # noqa: BLE001 - a rule that crashes must not take the review with it
            galat.append(Galat(a.kode, f"{type(e).__name__}: {e}"))
    return relasi, galat


def _evaluate(relasi: list[Relasi]) -> tuple[list[HasilRelasi], list[Galat]]:
    outcomes: list[HasilRelasi] = []
    galat: dict[str, Galat] = {}
    for r in relasi:
        try:
            e = r.evaluasi()
            if e.putusan is Putusan.TIDAK_SESUAI:
                r.dipenuhi({})  # error localization will ask this of it, again and again
            outcomes.append(HasilRelasi(r, e))
        except Exception as e:  # noqa: BLE001 - as above: one relation must not take the others with it
            reason = kalimat("galat.relasi", uraian=r.uraian, galat=f"{type(e).__name__}: {e}")
            galat.setdefault(r.kode, Galat(r.kode, reason))
    return outcomes, list(galat.values())


def _afterwards(
    case: Case, aturan: Sequence[Aturan], temuan: tuple[Temuan, ...]
) -> tuple[list[HasilRelasi], list[Temuan], list[Galat]]:
    """What rules on the findings themselves say: their conditions, the findings of those that fail, failures."""
    outcomes: list[HasilRelasi] = []
    findings: list[Temuan] = []
    galat: list[Galat] = []
    for a in aturan:
        if a.sesudah is None:
            continue
        try:
            for syarat, dasar in a.sesudah(case.reg, temuan):
                h = HasilRelasi(syarat, syarat.evaluasi())
                outcomes.append(h)
                if h.putusan is Putusan.TIDAK_SESUAI:
                    findings.append(attrs.evolve(condition(case, syarat), selama=tuple(t.id for t in dasar)))
        except Exception as e:  # noqa: BLE001 - as above
            galat.append(Galat(a.kode, f"{type(e).__name__}: {e}"))
    return outcomes, findings, galat


def _best_readings(reg: Register, outcomes: list[HasilRelasi]) -> tuple[list[HasilRelasi], list[DoubtedReading]]:
    """The outcomes under the best reading of each thing; a reading in doubt vouches for nothing and accuses nobody."""
    beaten, doubted = weigh_readings(
        {h.relasi: h.evaluasi for h in outcomes}, lambda failed: find_joint_slips(reg.kolom, failed).shared()
    )
    in_doubt = {
        r: Evaluasi(Putusan.TAK_DAPAT_DIPERIKSA, alasan=kalimat("belum.diragukan", bacaan=x.bacaan.uraian))
        for x in doubted
        for r in x.every
    }
    return [
        attrs.evolve(h, evaluasi=in_doubt[h.relasi]) if h.relasi in in_doubt else h
        for h in outcomes
        if h.relasi not in beaten
    ], doubted


def _coverage(reg: Register, outcomes: list[HasilRelasi], chosen: tuple[HasilRelasi, ...]) -> Cakupan:
    tested: set[Butir] = set()
    unchecked: dict[Relasi, Isi] = {}
    for h in chosen:
        if h.putusan is Putusan.TAK_DAPAT_DIPERIKSA:
            unchecked[h.relasi] = h.evaluasi.alasan
        elif h.relasi.lunak:
            unchecked[h.relasi] = EVIDENCE_ONLY
        else:
            tested.update(h.relasi.diuji)
    printed = [b for b in reg.butir if b.berangka or b.bernilai]
    angka = [b for b in printed if not b.peran.penanda]
    untested = dict.fromkeys(b for b in angka if b not in tested)
    alasan = _reasons(untested, outcomes, unchecked) if untested else {}
    particular = {y: k.alasan for k, y in reg.klaim if k.alasan} | reg.sisa
    belum = tuple(
        Belum(
            b.teks,
            b.nama,
            b.tempat,
            alasan.get(b) or particular.get(b) or PRINTED_ONCE,
            b.lokasi,
            b.di,
        )
        for b in untested
    )
    lost = sum(c.hilang for c in reg.laporan.catatan)
    years = sum(b.peran.nama == "tahun" for b in printed)
    numbering = len(printed) - len(angka) - years
    return Cakupan(len(angka), len(angka) - len(belum), belum, lost, numbering, years)


EVIDENCE_ONLY = kalimat("belum.petunjuk")
NOT_CHOSEN = kalimat("belum.tak_dipilih")
PRINTED_ONCE = kalimat("belum.sekali")
"""Why no relation checked a figure."""


def _reasons(
    untested: Mapping[Butir, None], outcomes: list[HasilRelasi], unchecked: Mapping[Relasi, Isi]
) -> dict[Butir, Isi]:
    """Why the relations that test these figures did not check them."""
    found: dict[Butir, Isi] = {b: NOT_CHOSEN for h in outcomes for b in h.relasi.diuji if b in untested}
    found.update((b, alasan) for r, alasan in unchecked.items() for b in r.butir if b in untested)
    return found
