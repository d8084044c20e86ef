"""The numbers of the search: what each means, and what it was tuned on.

Costs are in prints to doubt: one print that nothing speaks for or against costs 1. Only how they compare matters: which
of two solutions is the cheaper, and whether two are equally good. Each names what it was first set for; whoever changes
one measures all of these again:

- *example*: the findings on the report of Diskopum Semarang 2025 (`tests/semarang`), told apart by hand;
- *rule examples*: the good and the bad example of each rule;
- *published*: the published records of the R package deducorrect (`tests/dugaan/test_localization.py`);
- *faults*: `benchmarks/deteksi.py`, one fault each in random reports, by kind of fault (docs/pengujian.md);
- *documents*: reports as other agencies print them, now `benchmarks/lain.py`;
- *work*: `benchmarks/pelokalan.py`, the time of the search in reports with many faults.

*By judgement*: set by what an auditor would say; nobody has noted a measurement that asks for just this number.

How readings of a print are weighed has three numbers of its own, in lines of a table: `sakip.model.timbangan`.
"""

from __future__ import annotations

# -- what it costs to doubt a print (`cost`)

COST_PRINT = 1.0
"""What it costs to doubt a print, wherever it stands and whatever it is: that a sentence errs more often than a table,
or a total than its lines, is told of reports at large, and is no evidence about this one. The unit of all others."""

DISCOUNT_REPEAT = 0.4
"""Taken off for a sentence that repeats another doubted print: it was copied from there, and is hardly a witness.
By judgement: above COST_SUPPORT, so that one relation more does not make it a witness."""

COST_SUPPORT = 0.3
"""Added for each relation that holds as printed and would break. Tuned on the example: two such
relations outweigh any one discount."""

MAX_SUPPORT = 4
"""Relations that count as such support; with more a print is no more certain. By judgement."""

COST_CONSEQUENCE = 0.05
"""A result computed from an edited figure follows it, and a figure spoiled by the slip of another goes with it.
Tuned on the example: just above EQUALLY_GOOD, so that of two solutions alike in all else the one with fewer
consequences is the better."""

COST_SOFT = 1.0
"""Leaving a soft relation broken, and leaving a failing relation unexplained: as much as doubting a print, so that
evidence decides between solutions but accuses nobody. Tuned on the example."""

DISCOUNT_SLIP = 0.2
"""Taken off when one slip explains the print: a digit, two digits transposed, a sign, a separator, a part left out.
Tuned on the example: less than COST_SUPPORT, so that it decides between solutions that are as good."""

MAX_SLIPS = 2
"""Such slips that make a solution cheaper; more decide nothing, so that what a set costs at the least stays close.
Tuned on work."""

COST_DECIMALS = 0.3
"""Added for an edit that no print with the same decimals would be: digits slip more easily than a column's notation.
By judgement."""

MAX_DECIMALS = 7
"""Below so many decimals a value is compared with a print digit by digit, and not as the print would round it. By
judgement: no report prints more."""

DISCOUNT_SIGN = 0.1
"""Taken off for a print below zero where its role has none. Tuned on published."""

DISCOUNT_WRONG_FORMULA = 0.5
"""Taken off for a result that follows, to the last digit, a formula that is not its own. Tuned on
documents: more than COST_SUPPORT, so that the result is the wrong figure and not an operand that others bear out."""

DISCOUNT_ODD = 0.3
"""Taken off for a print that is odd by itself (`ODD_ABOVE`): it is doubted before the figures beside it. Tuned on
documents."""

ODD_ABOVE = {"capaian": 300, "capaian_akhir": 300, "serapan": 110}
"""Percentages beyond which the print itself is odd, whatever it was reckoned from. Tuned on documents."""

# -- how far is searched (`localization`, `demand`)

EQUALLY_GOOD = 0.04
"""Solutions whose costs differ by no more are equally good. Tuned on the example: below every cost."""

LARGE_KNOT = 40
"""Figures up to which a knot is searched to its end, unless the configuration says otherwise. Tuned on work: 99 in 100
such knots take some hundredths of a second with 24 faults in one report (docs/pengujian.md)."""

MAX_WORK = 100_000
"""Figures of relations looked at, over all sets, before the search of a larger knot settles for the best found. Tuned
on work: a fraction of a second."""

LARGE_KNOTS = 4
"""So many times as much over all such knots of a report, which may be nothing but contradictions. Tuned on work: a
second or two for all of a report."""

NOGOODS_PER_WORK = 8
"""Known conflicts that take as long to go through as a figure of a relation takes to look at. Tuned on work."""

MAX_SOLUTIONS = 200
"""Equally good solutions of a knot beyond which the search says no more than that there are so many. By judgement:
nobody reads so many."""

TRIED_CAUSES = 2
"""Causes up to which it is tried out whether so many can meet what is known. Tuned on work."""

# -- slips (`joint_slips`, `slips`)

MAX_CANDIDATES = 20
"""Failing relations of one figure, or lines whose value would mend it; where there are more, they tell of no slip.
Tuned on work, with reports that are nothing but contradictions."""

SHORTEST_TYPO = 3
"""Digits below which any two numbers are a slip of each other. By judgement."""

SHORTEST_FIGURE = 2
"""Digits a rounded figure must have left for a separator out of place to be told from any other number. Tuned on
faults."""

SHORTEST_PART = 3
"""Digits that a part of a sum must have for its want to be told from any other difference. By judgement."""

SHORTEST_TAIL = 6
"""Final digits two figures must share before one is said to be copied in part from the other. Tuned on the example."""

TAIL_SIGNIFICANT = 4
"""Of these final digits, how many must be left without the zeros at the end: round figures all end alike. Tuned on
rule examples."""

# -- what a review tells (`sakip.tinjauan`)

NAMED_SOLUTIONS = 12
"""Equally good solutions that the message of a finding names; `alternatif` has all. By judgement."""

SOLUTIONS_SIDE_BY_SIDE = 3
"""Equally good solutions up to which `tertulis` and `seharusnya` have them all. By judgement."""

ZERO_LINES = 2
"""Lines from which a column of zeros is one. By judgement, as for a reading that was guessed."""
