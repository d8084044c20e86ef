"""Building blocks of the examples of rules: small reports, forms and tables."""
