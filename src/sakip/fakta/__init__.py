"""The register of facts over a report: what each printed figure states, and where else it is stated."""

from sakip.fakta.register import (
    ANGGARAN,
    BarisFakta,
    BarisFormulir,
    Butir,
    Formulir,
    Kunci,
    Letak,
    Register,
    TabelFakta,
)
from sakip.fakta.susun import susun

__all__ = [
    "ANGGARAN",
    "BarisFakta",
    "BarisFormulir",
    "Butir",
    "Formulir",
    "Kunci",
    "Letak",
    "Register",
    "TabelFakta",
    "susun",
]
