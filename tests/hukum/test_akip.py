"""The value of AKIP from its components: PermenPANRB 88/2021."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import akip
from sakip.errors import AngkaError, SkalaError
from sakip.hukum.akip import ambil_evaluasi

EVALUASI = ambil_evaluasi()
KOMPONEN = {k.kunci: k.bobot for k in EVALUASI.komponen}
TERCETAK = {"perencanaan": "22,54", "pengukuran": "22,15", "pelaporan": "11,47", "evaluasi": "19,82"}


def test_bobot_berjumlah_seratus() -> None:
    assert sum(KOMPONEN.values()) == 100
    assert sum(EVALUASI.bagian.values()) == 1
    assert [[b * porsi for porsi in EVALUASI.bagian.values()] for b in KOMPONEN.values()] == [
        [6, 9, 15], [6, 9, 15], [3, Fraction("4.5"), Fraction("7.5")], [5, Fraction("7.5"), Fraction("12.5")]
    ]  # fmt: skip


def test_nilai_dari_komponen() -> None:
    n = akip(TERCETAK)
    assert n is not None
    assert (str(n.nilai), n.predikat, n.sebutan) == ("75,98", "BB", "Sangat Baik")
    assert (n.komponen[0].nama, str(n.komponen[0].nilai)) == ("Perencanaan Kinerja", "22,54")


@pytest.mark.parametrize(
    ("nilai", "predikat", "sebutan"),
    [("90,01", "AA", "Sangat Memuaskan"), ("90", "A", "Memuaskan"), ("80,45", "A", "Memuaskan"),
     ("80", "BB", "Sangat Baik"),
     ("70", "B", "Baik"), ("60", "CC", "Cukup (Memadai)"), ("50", "C", "Kurang"), ("30", "D", "Sangat Kurang"),
     ("0", None, "")],
)  # fmt: skip
def test_predikat(nilai: str, predikat: str | None, sebutan: str) -> None:
    n = akip(nilai)
    assert n is not None
    assert (n.predikat, n.sebutan, n.komponen) == (predikat, sebutan, ())


@given(st.fixed_dictionaries({k: st.fractions(0, b, max_denominator=10**4) for k, b in KOMPONEN.items()}))
def test_jumlah_komponen(isi: dict[str, Fraction]) -> None:
    n = akip(isi, desimal=None)
    assert n is not None
    assert n.nilai == sum(isi.values())
    bulat = akip(isi)
    assert bulat is not None
    assert abs(bulat.nilai.pecahan - n.nilai.pecahan) <= Fraction(len(isi), 200)


@given(st.data())
def test_nilai_dari_jawaban(data: st.DataObject) -> None:
    jawaban = st.sampled_from(list(EVALUASI.jawaban))
    isi = {k: {b: data.draw(jawaban) for b in EVALUASI.bagian} for k in KOMPONEN}
    n = akip(isi, desimal=None)
    assert n is not None
    harap = sum(
        KOMPONEN[k] * porsi * EVALUASI.jawaban[isi[k][b]] / 100 for k in isi for b, porsi in EVALUASI.bagian.items()
    )
    assert n.nilai == harap


def test_yang_hilang_bukan_nol() -> None:
    assert akip({k: v for k, v in TERCETAK.items() if k != "pelaporan"}) is None
    assert akip({**TERCETAK, "pelaporan": None}) is None
    assert akip({**TERCETAK, "pelaporan": {"keberadaan": "A"}}) is None


@pytest.mark.parametrize(
    ("nilai", "galat"),
    [({**TERCETAK, "pelaporan": "15,01"}, AngkaError), ({**TERCETAK, "pelaporan": "-1"}, AngkaError),
     ("101", AngkaError),
     ({**TERCETAK, "capaian": "5"}, SkalaError), ("abc", AngkaError), (80.5, TypeError),
     ({**TERCETAK, "pelaporan": {"keberadaan": "Z", "kualitas": "A", "pemanfaatan": "A"}}, SkalaError),
     ({**TERCETAK, "pelaporan": {"mutu": "A"}}, SkalaError)],
)  # fmt: skip
def test_ditolak(nilai: Any, galat: type[Exception]) -> None:
    with pytest.raises(galat):
        akip(nilai)
    with pytest.raises(SkalaError, match="permenpanrb_88_2021"):
        akip("80", "tak ada")
