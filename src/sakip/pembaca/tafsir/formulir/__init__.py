"""Agreement forms: who agrees with whom, on what lines and what money."""
