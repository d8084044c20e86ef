"""Many reports: a city, a province, the nation.

    from sakip.massal import jalankan

    jalankan(["laporan/"], "hasil/", proses=4)

One function, `tinjau_satu`, reviews one report and writes its result; any `concurrent.futures.Executor` runs
it. Needs `sakip[massal]`; for a Dask cluster also `sakip[dask]`.
"""

from __future__ import annotations

from sakip.massal.galat import MassalError
from sakip.massal.jalan import HasilMassal, Kemajuan, jalankan
from sakip.massal.satu import tinjau_satu
from sakip.massal.sumber import Sumber, temukan

__all__ = ["HasilMassal", "Kemajuan", "MassalError", "Sumber", "jalankan", "temukan", "tinjau_satu"]
