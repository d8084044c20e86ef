"""What several rules use and is none: levels, formulas of the method, counts, relations by role, blocks of examples.

Modules of this package are not searched for rules.
"""
