# SPDX-FileCopyrightText: Assize contributors
# SPDX-License-Identifier: MIT
"""The statements that a measure is timed against, and what was found to make them faster."""

import re

DETAILS = "pd_int.sql"
DETAILS_HEAD = "create or replace temp table pd as\nwith k as ("
DETAILS_TAIL = "select px,la,gen::utinyint"


def as_given(yardstick, file_name):
    """The person's details in a table, then the measure."""
    return yardstick.statements(DETAILS) + yardstick.statements(file_name)


def in_one_statement(yardstick, file_name):
    """The measure and the details as one statement, details only of the people whom the measure looks at.

    About a fifth faster than one after the other: nothing is put in a table, and whoever has no record
    that counts is out before the costly step.
    """
    details = only(yardstick.statements(DETAILS), DETAILS).strip()
    measure = only(yardstick.statements(file_name), file_name).strip()
    found = re.fullmatch(r"with b as \((.*?)\),\n j as \((.*)", measure, re.DOTALL)
    if not found or not details.startswith(DETAILS_HEAD) or details.count(DETAILS_TAIL) != 1:
        raise SystemExit(f"bench: {file_name} or {DETAILS} is not as it was when it was made faster here")
    people, rest = found.groups()
    steps, last = details[len(DETAILS_HEAD):].split(DETAILS_TAIL)
    rows, others = steps.split(" from ev)", 1)
    return [f"with b as materialized ({people}),\nk as ({rows} from ev semi join b using (px)){others.rstrip()},\n"
            f"pd as ({DETAILS_TAIL}{last}),\nj as ({rest}"]


def only(statements, file_name):
    if len(statements) != 1:
        raise SystemExit(f"bench: {file_name} was one statement when it was made faster here")
    return statements[0]


class Query:
    """The SQL of one measure, in each formulation that is worth timing."""

    def __init__(self, file_name, *ways):
        self.file_name = file_name
        self.ways = ways

    def formulations(self, yardstick):
        """Gives [(title, statements)]."""
        return [(title, way(yardstick, self.file_name)) for title, way in self.ways]


QUERIES = {
    "2E": Query("m2e.sql", ("as given", as_given), ("in one statement", in_one_statement)),
}
