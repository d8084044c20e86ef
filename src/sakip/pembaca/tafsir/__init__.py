"""From blocks to a report: what is printed, understood. Knows nothing of file formats."""

from sakip.pembaca.tafsir.susun import tafsirkan

__all__ = ["tafsirkan"]
