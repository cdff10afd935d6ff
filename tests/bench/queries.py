# SPDX-FileCopyrightText: Assize contributors
# SPDX-License-Identifier: MIT
"""The statements that each measure is timed against, and what was found to make them faster."""

import re
from collections import namedtuple

import compare_cells

DETAILS = "pd_int.sql"
DETAILS_HEAD = "create or replace temp table pd as\nwith k as ("
DETAILS_TAIL = "select px,la,gen::utinyint"


class Query(namedtuple("Query", "measure file_name looks_at cells_of is_one_join")):
    """The SQL of one measure of the framework.

    measure      its name there
    looks_at     which records make a person somebody whom the measure looks at
    cells_of     makes cells of the rows of the measure's statement
    is_one_join  the statement is a set of people joined to their details, so that both can be one statement
    """

    def formulations(self, yardstick):
        """Gives [(title, statements)], each worth timing."""
        ways = [("as given", yardstick.statements(DETAILS) + self.statements(yardstick))]
        if self.is_one_join:
            ways.append(("in one statement", self.in_one_statement(yardstick)))
        else:
            ways.append(("details of some", self.with_details_of_some(yardstick)))
        return ways

    def cells(self, rows, yardstick):
        """Makes cells of the rows of all statements, of which the measure's own is the last."""
        return self.cells_of(rows[-1], yardstick)

    def statements(self, yardstick):
        return [self.as_numbered(yardstick, text) for text in yardstick.statements(self.file_name)]

    def as_numbered(self, yardstick, text):
        """2A holds four outcomes by number; ours differ (see `code_numbers`)."""
        if self.file_name != "m2a.sql":
            return text
        outcome = yardstick.numbers["event_outcome"]
        deceased, hospital, planned = (outcome[code] for code in ("deceased", "hospital", "ended_as_planned"))
        for old, new, times in (
                ("death-ce<=7 then 0 when co=1 then 1 ",
                 f"death-ce<=7 then {deceased} when co={hospital} then {hospital} ", 1),
                ("when co=1 then 2", f"when co={hospital} then 2", 1), ("o<>6", f"o<>{planned}", 2)):
            if text.count(old) != times:
                raise SystemExit(f"bench: {self.file_name} no longer says {old!r}")
            text = text.replace(old, new)
        return text

    def with_details_of_some(self, yardstick):
        """Details only of the people whom the measure looks at: whoever else is out before the costly step."""
        details = only(yardstick.statements(DETAILS))
        if details.count(" from ev)") != 1:
            raise SystemExit(f"bench: {DETAILS} is not as it was when it was made faster here")
        who = yardstick.filled(f"(select px from ev where {self.looks_at})")
        return [details.replace(" from ev)", f" from ev semi join {who} using (px))"), *self.statements(yardstick)]

    def in_one_statement(self, yardstick):
        """The same, and nothing is put in a table between the two."""
        details, measure = only(yardstick.statements(DETAILS)).strip(), only(self.statements(yardstick)).strip()
        found = re.fullmatch(r"with b as \((.*?)\),\n j as \((.*)", measure, re.DOTALL)
        if not found or not details.startswith(DETAILS_HEAD) or details.count(DETAILS_TAIL) != 1:
            raise SystemExit(f"bench: {self.file_name} or {DETAILS} is not as it was when it was made faster here")
        people, rest = found.groups()
        steps, last = details[len(DETAILS_HEAD):].split(DETAILS_TAIL)
        rows, others = steps.split(" from ev)", 1)
        return [f"with b as materialized ({people}),\nk as ({rows} from ev semi join b using (px)){others.rstrip()},\n"
                f"pd as ({DETAILS_TAIL}{last}),\nj as ({rest}"]


def only(statements):
    if len(statements) != 1:
        raise SystemExit("bench: a file of SQL was one statement when it was made faster here")
    return statements[0]


QUERIES = {
    "2A": Query("reablement_sequel", "m2a.sql", "ct=${SU} and et=${SVC} and st=${STMAX}", compare_cells.reablement, False),
    "2BC": Query("admissions", "m2bc.sql", "ct=${SU} and et=${SVC} and st in (${RN}) and comp in (${RNC})",
                 compare_cells.admissions, False),
    "2E": Query("settled_home", "m2e.sql", "", compare_cells.settled_home, True),
    "3Dc": Query("client_budgets", "m3dc.sql", "", compare_cells.client_budgets, True),
    "3Du": Query("carer_budgets", "m3du.sql", "", compare_cells.carer_budgets, True),
}


class Together:
    """Several measures in one run: the details of everybody once, then each measure."""

    def __init__(self, codes):
        self.codes = codes
        self.measure = ",".join(QUERIES[code].measure for code in codes)

    def formulations(self, yardstick):
        statements = yardstick.statements(DETAILS)
        for code in self.codes:
            statements += QUERIES[code].statements(yardstick)
        return [("as given", statements)]

    def cells(self, rows, yardstick):
        """Makes cells of the rows of all statements."""
        cells = {}
        for code, of_one in zip(self.codes, rows[-len(self.codes):]):
            cells |= QUERIES[code].cells([of_one], yardstick)
        return cells
