# SPDX-FileCopyrightText: Assize contributors
# SPDX-License-Identifier: MIT
"""Holds the counts of both sides to each other, cell by cell, before anything is timed."""

from collections import Counter, defaultdict

YOUNGER, OLDER = 0, 1  # age bands as the SQL numbers them; 2 is unknown
BANDS = {YOUNGER: "18 to 64", OLDER: "65 and above"}
SHORT_CARE_HOME_STAY, SERVICE, NO_OUTCOME = 40, 32, 17  # numbers that the SQL for 2A gives what it led to


class Cells:
    """Counts by (code, council, group): denominator, numerator."""

    def __init__(self, yardstick):
        self.councils = yardstick.councils
        self.counts = defaultdict(lambda: [0, 0])

    def add(self, code, la, groups, denominator, numerator):
        for group in groups:
            if group is not None:
                cell = self.counts[code, self.councils[la], group]
                cell[0] += denominator
                cell[1] += numerator


# --- The rows of each measure's SQL as cells of its parts. ----------------------------------------

def settled_home(rows, yardstick):
    cells = Cells(yardstick)
    learning_disability = yardstick.numbers["support_reason"]["learning_disability"]
    genders = {yardstick.numbers["gender"][name]: name for name in ("male", "female")}
    for _, la, band, gender, reason, denominator, numerator in rows:
        groups = ["total", genders.get(gender)]
        if band == YOUNGER and reason == learning_disability:
            cells.add("2E(1)", la, groups, denominator, numerator)
        if band in BANDS:
            cells.add("2E(2a)" if band == YOUNGER else "2E(2b)", la, groups, denominator, numerator)
    return cells.counts


def admissions(rows, yardstick):
    """People newly admitted; the SQL knows nothing of the population."""
    cells = Cells(yardstick)
    for _, la, band, _, _, _, admitted in rows:
        cells.add("2B" if band == YOUNGER else "2C", la, ["total"], 0, admitted)
    return cells.counts


def budgets(rows, yardstick, any_budget, payment):
    cells = Cells(yardstick)
    for _, la, band, _, _, denominator, with_budget, with_payment in rows:
        groups = ["total", BANDS.get(band)]
        cells.add(any_budget, la, groups, denominator, with_budget)
        cells.add(payment, la, groups, denominator, with_payment)
    return cells.counts


def client_budgets(rows, yardstick):
    return budgets(rows, yardstick, "3D(1a)", "3D(2a)")


def carer_budgets(rows, yardstick):
    return budgets(rows, yardstick, "3D(1b)", "3D(2b)")


def reablement(rows, yardstick):
    cells = Cells(yardstick)
    services = yardstick.lists.group("service_type", "for_user?")  # others lead nowhere
    result = {SERVICE + yardstick.numbers["service_type"][code]: code for code in services}
    result |= {number: code for code, number in yardstick.numbers["event_outcome"].items() if number < NO_OUTCOME}
    result |= {SHORT_CARE_HOME_STAY: "short_care_home_stay", NO_OUTCOME: "not_mapped"}
    counted = set(yardstick.lists.group("sequel_result", "counted?"))
    no_ongoing = set(yardstick.lists.group("sequel_result", "no_ongoing?"))
    for _, la, band, _, _, led_to, _, episodes in rows:
        code = result[led_to]
        cells.add("2A", la, ["total", BANDS.get(band)], episodes * (code in counted), episodes * (code in no_ongoing))
    return cells.counts


# --- Both sides. ----------------------------------------------------------------------------------

def differences(ours, theirs):
    """Compares cells as our program lists them with those made of the SQL's rows.

    Gives how many cells both have, how many hold more than zero, and what differs: (place, ours, theirs).
    """
    mine = {(code, council, group): [denominator, numerator]
            for code, council, _, group, denominator, numerator in ours}
    unmatched = theirs.keys() - mine.keys()
    if unmatched:
        raise SystemExit(f"bench: the SQL counts what the measure does not: {Counter(key[0] for key in unmatched)}")
    # Rates have their denominator from another collection, of which the SQL knows nothing.
    rates = {"2B", "2C"}
    side = lambda key, cell: [0 if key[0] in rates else cell[0], cell[1]]
    different = [(key, mine[key], theirs.get(key, [0, 0])) for key in sorted(mine)
                 if side(key, mine[key]) != side(key, theirs.get(key, [0, 0]))]
    return len(mine), sum(1 for key in mine if any(side(key, mine[key]))), different
