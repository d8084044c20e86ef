"""Texts as printed: names folded and compared, edit distances, the figures among words."""
