"""The law as dated data, and what it computes: formulas, scales, capaian, kategori, efisiensi."""
