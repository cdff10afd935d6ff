# SPDX-FileCopyrightText: Assize contributors
# SPDX-License-Identifier: MIT
"""Holds the counts of both sides to each other, cell by cell, before anything is timed."""

from collections import Counter

YOUNGER, OLDER = 0, 1  # age bands as the SQL numbers them; 2 is unknown


def settled_home(rows, councils, number):
    """Turns the rows of the SQL for 2E into the cells of its parts: {(code, council, group): [den, num]}."""
    learning_disability = number["support_reason"]["learning_disability"]
    genders = {number["gender"]["male"]: "male", number["gender"]["female"]: "female"}
    parts = {
        "2E(1)": lambda band, reason: band == YOUNGER and reason == learning_disability,
        "2E(2a)": lambda band, reason: band == YOUNGER,
        "2E(2b)": lambda band, reason: band == OLDER,
    }
    cells = {}
    for _, la, band, gender, reason, denominator, numerator in rows:
        for code, holds in parts.items():
            if not holds(band, reason):
                continue
            for group in ("total", genders.get(gender)):
                if group is None:
                    continue
                cell = cells.setdefault((code, councils[la], group), [0, 0])
                cell[0] += denominator
                cell[1] += numerator
    return cells


CELLS_OF = {"2E": settled_home}


def differences(ours, theirs):
    """Compares cells as our program lists them with those made of the SQL's rows.

    Gives how many cells both have, how many hold more than zero, and what differs: (place, ours, theirs).
    """
    mine = {(code, council, group): [denominator, numerator]
            for code, council, _, group, denominator, numerator in ours}
    different = [(key, mine.get(key), theirs.get(key))
                 for key in sorted(mine.keys() | theirs.keys())
                 if mine.get(key, [0, 0]) != theirs.get(key, [0, 0])]
    unmatched = theirs.keys() - mine.keys()
    if unmatched:
        raise SystemExit(f"bench: the SQL counts what the measure does not: {Counter(key[0] for key in unmatched)}")
    filled = sum(1 for cell in mine.values() if cell[0] > 0)
    return len(mine), filled, different
