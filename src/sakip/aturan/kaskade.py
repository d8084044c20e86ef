"""Rules on the cascade: eselon II to III to IV, money, owners, superiors, sources of funds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.aturan.anggaran import jumlah
from sakip.aturan.definisi import Keluarga, aturan
from sakip.model.kode import induk, tingkat_kode
from sakip.relasi import Syarat
from sakip.teks.nama import baku, kata, mirip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import BarisFormulir, Butir, Formulir, Register
    from sakip.model.perjanjian import BarisAnggaran
    from sakip.relasi import Relasi


def _pemilik(reg: Register) -> dict[str, list[tuple[Formulir, BarisFormulir]]]:
    """The eselon IV lines of each sub kegiatan of the budget tables."""
    hasil: dict[str, list[tuple[Formulir, BarisFormulir]]] = {
        k: [] for k in reg.kode_pasti if tingkat_kode(k) == "sub_kegiatan"
    }
    for f in reg.formulir_eselon("IV"):
        for b in f.anggaran:
            if b.kode in hasil and b.tingkat == "sub_kegiatan":
                hasil[b.kode].append((f, b))
    return hasil


def _berbagi(b: BarisFormulir) -> bool:
    return bool(b.diampu) or b.total is not None


KAS = Keluarga("KAS", "Kaskade kinerja", "Cascade")


@aturan(
    kode="KAS01",
    daftar_uji=("I.4", "T.2"),
    judul="Anggaran program dan kegiatan para eselon III",
    title="Program budgets and the kegiatan of eselon III",
    memeriksa="Anggaran program pada PK eselon II sama dengan jumlah kegiatannya pada PK eselon III, dengan "
    "memperhitungkan bagian tiap unit.",
    checks="A program's budget in the eselon II form is the sum of its kegiatan in the eselon III forms.",
    penting="Anggaran yang tidak tersalur ke bawah tidak ada yang mempertanggungjawabkan.",
    matters="Money that is not passed down has nobody to answer for it.",
    dasar=("permenpanrb_53_2014",),
)
def program_kegiatan(reg: Register) -> Iterator[Relasi]:
    """Program line of eselon II = Σ kegiatan lines of eselon III, where every kegiatan of the program has a line."""
    baris_iii = [b for f in reg.formulir_eselon("III") for b in f.anggaran if b.tingkat == "kegiatan" and b.kode]
    for f in reg.formulir_eselon("II"):
        for p in f.anggaran:
            if p.tingkat != "program" or p.kode is None or p.angka is None or p.angka.nilai is None:
                continue
            kegiatan = {k for k in reg.kode_pasti if tingkat_kode(k) == "kegiatan" and induk(k) == p.kode}
            bawah = [b for b in baris_iii if b.kode in kegiatan]
            isi = [b.angka for b in bawah if b.angka is not None and b.angka.nilai is not None]
            if kegiatan and {b.kode for b in bawah} == kegiatan and len(isi) == len(bawah):
                yield jumlah(
                    program_kegiatan.kode, f"{p.angka.nama} = jumlah kegiatan pada PK eselon III", p.angka, isi
                )


@aturan(
    kode="KAS02",
    daftar_uji=("I.4", "T.2"),
    judul="Anggaran kegiatan dan sub kegiatan para eselon IV",
    title="Kegiatan budgets and the sub kegiatan of eselon IV",
    memeriksa="Anggaran kegiatan pada PK eselon III sama dengan jumlah sub kegiatannya pada PK eselon IV, dengan "
    "memperhitungkan bagian tiap unit.",
    checks="A kegiatan's budget in an eselon III form is the sum of its sub kegiatan in the eselon IV forms.",
    penting="Anggaran yang tidak tersalur ke bawah tidak ada yang mempertanggungjawabkan.",
    matters="Money that is not passed down has nobody to answer for it.",
    dasar=("permenpanrb_53_2014",),
)
def kegiatan_sub(reg: Register) -> Iterator[Relasi]:
    """Kegiatan line of eselon III = Σ of the unit's portions of its sub kegiatan, where each has one owner."""
    pemilik = _pemilik(reg)
    for f in reg.formulir_eselon("III"):
        for b in f.anggaran:
            if b.tingkat != "kegiatan" or b.kode is None or b.angka is None or b.angka.nilai is None:
                continue
            sub = [k for k in pemilik if induk(k) == b.kode]
            bagian = [_bagian_unit(pemilik[k], f.pk.unit, berbagi=_berbagi(b)) for k in sub]
            isi = [x for p in bagian if p is not None for x in p]
            if sub and isi and all(p is not None for p in bagian):
                yield jumlah(kegiatan_sub.kode, f"{b.angka.nama} = jumlah sub kegiatan pada PK eselon IV", b.angka, isi)


def _bagian_unit(pemilik: list[tuple[Formulir, BarisFormulir]], unit: str, *, berbagi: bool) -> list[Butir] | None:
    """The figures of one sub kegiatan that belong to `unit`; None when nobody or more than one owns it."""
    if not pemilik:
        return None
    if len(pemilik) > 1 and not any(_berbagi(b) for _, b in pemilik):
        return None
    lain = [
        x
        for _, b in pemilik
        for d, x in zip(b.baris.diampu, b.diampu, strict=True)  # type: ignore[union-attr] # budget lines
        if baku(d.unit) == baku(unit)
    ]
    if lain:
        return lain[:1]
    milik = [b.angka for f, b in pemilik if not berbagi or baku(f.pk.unit) == baku(unit)]
    return None if any(x is None or x.nilai is None for x in milik) else [x for x in milik if x is not None]


@aturan(
    kode="KAS03",
    daftar_uji=("T.2",),
    sifat=frozenset({"tanpa_pengampu"}),
    judul="Sub kegiatan tanpa pengampu",
    title="Sub kegiatan without an owner",
    memeriksa="Setiap sub kegiatan di tabel anggaran tercantum pada satu perjanjian kinerja eselon IV.",
    checks="Each sub kegiatan of the budget tables stands in an eselon IV agreement.",
    penting="Sub kegiatan tanpa pengampu tidak ada yang mempertanggungjawabkan keluarannya.",
    matters="Nobody answers for the output of a sub kegiatan without an owner.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014",),
    celah="pejabat eselon III dapat mengampu sendiri bila tidak ada pejabat di bawahnya",
    reading="an eselon III officer may hold it directly where there is nobody below",
)
def tanpa_pengampu(reg: Register) -> Iterator[Relasi]:
    """One relation for each owned sub kegiatan, one for all that have no owner."""
    if not reg.formulir_eselon("IV"):
        return
    baris: dict[str | None, list[Butir]] = {}
    for b in reg.baris_anggaran():
        baris.setdefault(b.kode, []).extend(x for x in (b.butir.get("pagu"),) if x is not None)
    yatim: list[Butir] = []
    nama: list[str] = []
    for kode, milik in _pemilik(reg).items():
        pagu = baris.get(kode)
        if not pagu:
            continue
        if milik:
            yield Syarat(
                kode=tanpa_pengampu.kode, uraian=f"{kode} berpengampu", terpenuhi=True, bukti=(*pagu, *_uang(milik))
            )
        else:
            yatim += pagu
            nama.append(f"{kode} {reg.nama_kode[kode][0]}")
    if yatim:
        yield Syarat(
            kode=tanpa_pengampu.kode,
            uraian=f"{len(yatim)} sub kegiatan berpengampu",
            terpenuhi=False,
            bukti=tuple(yatim),
            tertulis=", ".join(n.partition(" ")[0] for n in nama),
            seharusnya="tercantum pada satu PK eselon IV",
            rincian=tuple(nama),
        )


def _uang(milik: list[tuple[Formulir, BarisFormulir]]) -> list[Butir]:
    return [b.angka for _, b in milik if b.angka is not None]


@aturan(
    kode="KAS04",
    daftar_uji=("T.2",),
    sifat=frozenset({"pengampu_ganda"}),
    judul="Sub kegiatan berpengampu ganda",
    title="Sub kegiatan with two owners",
    memeriksa="Tidak ada sub kegiatan yang tercantum penuh pada dua perjanjian kinerja eselon IV.",
    checks="No sub kegiatan stands in full in two eselon IV agreements.",
    penting="Anggaran yang sama dipertanggungjawabkan dua kali, dan jumlah eselon IV melebihi pagu.",
    matters="The same money is answered for twice, and eselon IV exceeds the budget.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014",),
    celah="kedua pejabat dapat mengampunya bersama-sama tanpa membagi anggarannya",
    reading="the two officers may hold it together without dividing its budget",
)
def pengampu_ganda(reg: Register) -> Iterator[Relasi]:
    """One relation a pair of forms that share sub kegiatan in full; the line of the likelier stranger first."""
    kelompok: dict[tuple[Formulir, ...], list[str]] = {}
    pemilik = _pemilik(reg)
    for kode, milik in pemilik.items():
        penuh = [(f, b) for f, b in milik if not _berbagi(b)]
        if len(penuh) == 1:
            yield Syarat(
                kode=pengampu_ganda.kode, uraian=f"{kode} berpengampu satu", terpenuhi=True, bukti=tuple(_uang(penuh))
            )
        elif len(penuh) > 1:
            induk_kode = induk(kode) or kode
            urut = sorted(penuh, key=lambda fb: mirip(fb[0].pk.jabatan, reg.nama_kode.get(induk_kode, [""])[0]))
            kelompok.setdefault(tuple(f for f, _ in urut), []).append(kode)
    for forms, daftar in kelompok.items():
        bukti = [b.angka for f in forms for k in daftar for g, b in pemilik[k] if g is f and b.angka is not None]
        yield Syarat(
            kode=pengampu_ganda.kode,
            uraian=f"{len(daftar)} sub kegiatan berpengampu satu",
            terpenuhi=False,
            bukti=tuple(bukti),
            tertulis=f"{', '.join(daftar)} pada " + " dan ".join(f.pk.jabatan for f in forms),
            seharusnya=f"hanya pada satu pejabat, agaknya {forms[-1].pk.jabatan}, atau dengan bagian masing-masing",
        )


def _sumber(b: BarisAnggaran) -> frozenset[str]:
    """The sources of funds of a line; an agency's own name beside APBD does not make another source."""
    return frozenset(k[0] for bagian in b.keterangan.split("+") if (k := kata(bagian)))


@aturan(
    kode="KAS08",
    daftar_uji=("T.2",),
    judul="Sumber dana antarjenjang",
    title="Sources of funds between levels",
    memeriksa="Sumber dana pada baris bawahan tercantum juga pada baris atasan untuk program atau kegiatan yang sama.",
    checks="The sources of funds of a line below stand also on the line above for the same program or kegiatan.",
    penting="Sumber dana yang hilang di satu jenjang membuat penggunaan DBHCHT atau DAK tidak terlacak.",
    matters="A source that is missing on one level leaves earmarked funds untraceable.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014",),
    celah="keterangan dapat ditulis ringkas",
    reading="the remark may have been shortened",
)
def sumber_dana(reg: Register) -> Iterator[Relasi]:
    """sources(line) ⊇ sources of the lines below it in other forms, by code."""
    semua = [
        (f, b, s)
        for e in ("II", "III", "IV")
        for f in reg.formulir_eselon(e)
        for b in f.anggaran
        if b.kode and (s := _sumber(b.baris))  # type: ignore[arg-type] # budget lines
    ]
    for f, b, s in semua:
        bawah = [
            (g, c, t)
            for g, c, t in semua
            if g.pk.eselon > f.pk.eselon
            and c.kode is not None
            and b.kode is not None
            and c.kode.startswith(b.kode + ".")
        ]
        kurang = sorted({x for _, _, t in bawah for x in t} - s)
        if not bawah or b.angka is None:
            continue
        saksi = [c.angka for _, c, t in bawah if c.angka is not None and (not kurang or set(kurang) & t)]
        yield Syarat(
            kode=sumber_dana.kode,
            uraian=f"sumber dana {b.angka.nama}",
            terpenuhi=not kurang,
            bukti=(b.angka, *saksi),
            tertulis=b.baris.keterangan,  # type: ignore[union-attr] # budget lines
            seharusnya=f"memuat juga {', '.join(k.upper() for k in kurang)}" if kurang else "",
        )


@aturan(
    kode="KAS09",
    daftar_uji=("T.2",),
    judul="Target penuh pada anggaran yang dibagi",
    title="Full target on shared money",
    memeriksa="Unit yang berbagi anggaran satu sub kegiatan juga berbagi targetnya.",
    checks="Units that share the money of a sub kegiatan share its target too.",
    penting="Target yang sama dihitung dua kali bila dua unit mencantumkannya penuh.",
    matters="A target that two units state in full is counted twice.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    celah="kedua unit dapat memang bersama-sama mengejar satu target",
    reading="the two units may pursue one target together",
)
def target_bersama(reg: Register) -> Iterator[Relasi]:
    """A counted target that units which share the budget print alike; one relation a target."""
    oleh: dict[str, dict[str, Butir]] = {}
    for f in reg.formulir:
        for k in f.kinerja:
            kunci = k.angka.kunci if k.angka is not None else None
            ekor = f"|{baku(f.pk.unit)}"
            if k.angka is not None and kunci is not None and kunci.subjek.endswith(ekor):
                oleh.setdefault(kunci.subjek.removesuffix(ekor), {})[f.pk.unit] = k.angka
    for milik in oleh.values():
        b = list(milik.values())
        if len(b) > 1:
            sama = len({x.nilai for x in b}) == 1
            yield Syarat(
                kode=target_bersama.kode,
                uraian=f"{b[0].nama} dibagi antarunit",
                terpenuhi=not sama,
                bukti=tuple(b),
                tertulis=f"{b[0].teks} pada {' dan '.join(milik)}" if sama else "",
                seharusnya="dibagi seperti anggarannya",
            )


@aturan(
    kode="KAS10",
    daftar_uji=("T.2",),
    judul="Target bawahan lebih besar dari target atasan",
    title="A target below larger than the one above",
    memeriksa="Target sub kegiatan tidak melebihi target kegiatannya bila satuannya sama.",
    checks="The target of a sub kegiatan does not exceed that of its kegiatan in the same unit.",
    penting="Target kegiatan yang lebih kecil dari salah satu bagiannya tidak mungkin menaunginya.",
    matters="A target smaller than one of its parts cannot cover it.",
    keparahan="catatan",
    dasar=("permenpanrb_89_2021",),
    celah="kedua indikator dapat mengukur hal yang berbeda dengan satuan yang sama",
    reading="the two indicators may count different things in one unit",
)
def target_jenjang(reg: Register) -> Iterator[Relasi]:
    """Targets of eselon III kegiatan lines and of the eselon IV sub kegiatan lines under the same code."""
    atas = [(k, t) for f in reg.formulir_eselon("III") for k, t in _target_berkode(f, "kegiatan")]
    bawah = [(k, t) for f in reg.formulir_eselon("IV") for k, t in _target_berkode(f, "sub_kegiatan")]
    for kode, t in atas:
        for sub, u in bawah:
            if induk(sub) != kode or not _satuan(t) or _satuan(t) != _satuan(u) or t.nilai is None or u.nilai is None:
                continue
            yield Syarat(
                kode=target_jenjang.kode,
                uraian=f"{u.nama} tidak melebihi {t.nama}",
                terpenuhi=u.nilai <= t.nilai,
                bukti=(t, u),
                tertulis=f"{t.teks} pada kegiatan, {u.teks} pada sub kegiatannya",
                seharusnya="target kegiatan tidak lebih kecil",
            )


def _target_berkode(f: Formulir, tingkat: str) -> Iterator[tuple[str, Butir]]:
    """Targets with the budget code of the line that bears the same number."""
    kode = {b.baris.no.rstrip("."): b.kode for b in f.anggaran if b.kode and b.tingkat == tingkat and b.baris.no}
    for k in f.kinerja:
        milik = kode.get(k.baris.no.rstrip(".")) if k.baris.no else None
        if milik is not None and k.angka is not None:
            yield milik, k.angka


def _satuan(b: Butir) -> str:
    a = b.sel.angka if b.sel is not None else None
    return baku(a.satuan) if a is not None and a.satuan != "%" else ""
