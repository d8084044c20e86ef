"""Many reports: a city, a province, the nation.

    from sakip.massal import jalankan

    jalankan(["laporan/"], "hasil/", proses=4)

One function, `tinjau_satu`, reviews one report and writes its result; any `concurrent.futures.Executor` runs
it. Needs `sakip[massal]`; for a Dask cluster also `sakip[dask]`.
"""

from __future__ import annotations

from sakip.massal.errors import MassalError
from sakip.massal.run import HasilMassal, Kemajuan, jalankan
from sakip.massal.single import tinjau_satu
from sakip.massal.sources import Sumber, temukan

__all__ = ["HasilMassal", "Kemajuan", "MassalError", "Sumber", "jalankan", "temukan", "tinjau_satu"]
