"""Which printed figure is wrong, and how it probably came about. Conjecture, never stated as fact."""
