from __future__ import annotations
def cari_klaim(alinea, laporan):
    return ()
