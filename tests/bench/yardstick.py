# SPDX-FileCopyrightText: Assize contributors
# SPDX-License-Identifier: MIT
"""The other side of the comparison: tuned SQL in DuckDB, over its own sorted table in memory."""

import time
from pathlib import Path

import code_numbers

# What the SQL reads of each coded column: its name there, the column of the file, the code list.
CODED = [
    ("ct", "Client_Type", "client_type"),
    ("et", "Event_Type", "event_type"),
    ("st", "Service_Type", "service_type"),
    ("comp", "Service_Component", "service_component"),
    ("del", "Delivery_Mechanism", "delivery_mechanism"),
    ("outc", "Event_Outcome", "event_outcome"),
    ("gen", "Gender", "gender"),
    ("psr", "Primary_Support_Reason", "support_reason"),
    ("acc", "Accommodation_Status", "accommodation"),
]


class Yardstick:
    """A DuckDB connection with the events of one file resident, and the statements to time."""

    def __init__(self, duckdb, sql_folder, lists, councils, period, scratch):
        self.duckdb = duckdb
        self.version = duckdb.__version__
        self.sql_folder = Path(sql_folder)
        self.lists = lists
        self.numbers = code_numbers.numbers(lists)
        self.councils = councils
        self.period = period
        self.connection = duckdb.connect(":memory:", config={"temp_directory": str(scratch)})

    def threads(self, count):
        self.connection.execute(f"PRAGMA threads={count}")

    # --- Loading: not timed against anything. -----------------------------------------------------

    def load(self, path):
        """Reads a file of events into `ev`, by the rules of its collection; gives seconds taken."""
        began = time.perf_counter()
        run = self.connection.execute
        run("create or replace temp table council as select * from (values "
            + ", ".join(f"({i}, '{code}')" for i, code in enumerate(self.councils)) + ") t(la, code)")
        for _, _, name in CODED:
            pairs = ", ".join(f"('{text.replace(chr(39), chr(39) * 2)}', {self.numbers[name][code]})"
                              for text, code in self.lists.spellings(name).items())
            run(f"create or replace temp table spelt_{name} as select * from (values {pairs}) t(text, code)")
        run(f"create or replace temp table read as {self._read(path)}")
        run(ONE_OF_EACH)
        run("create or replace temp table key as select la, person, "
            "row_number() over (order by la, person)::integer px from (select distinct la, person from read)")
        run(SORTED)
        for name in ("read", "key"):
            run(f"drop table {name}")
        self._check_ranges()
        return time.perf_counter() - began

    def _read(self, path):
        """Gives the statement that reads a file: codes as numbers, what no rule of the collection refuses."""
        text = lambda column: f"nullif(trim({column}::varchar, chr(160) || e' \\t\\r\\n'), '')"
        folded = lambda column: f"lower({text(column)})"
        coded = ", ".join(f"{name}.code::utinyint {name}" for name, _, _ in CODED)
        joins = " ".join(f"left join spelt_{of} {name} on {name}.text = {folded(column)}" for name, column, of in CODED)
        birth_parts = [f"lpad({text(part)}, {width}, '0')"
                       for part, width in (("Der_Birth_Year", 4), ("Der_Birth_Month", 2))]
        birth = f"{birth_parts[0]} || '-' || {birth_parts[1]} || '-01'"
        days = [("reference_end", text("Reference_Period_End")), ("\"start\"", text("Event_Start_Date")),
                ("fin", text("Der_Event_End_Date")), ("death", text("Date_of_Death")), ("birth", birth)]
        # What is written and is no day refuses its row; two days may not be blank.
        no_day = " and ".join(f"({written} is null or try_cast({written} as date) is not null)" for _, written in days)
        identity = [folded(column) for column in
                    ("Der_NHS_Number_Traced_Pseudo", "Der_NHS_Number_Pseudo", "LA_Person_Unique_Identifier")]
        return f"""
            select la::utinyint la, try_cast(Der_Unique_Record_ID as bigint) rid,
                   coalesce({identity[0]}, {identity[1]}, {folded("LA_Code")} || '_' || {identity[2]}) person,
                   {", ".join(f"try_cast({written} as date) {name}" for name, written in days)},
                   {coded}, hash({", ".join(f"coalesce({each}, '')" for each in identity)}) identity
            from read_parquet('{path}') join council on {folded("LA_Code")} = lower(council.code) {joins}
            where person is not null and rid is not null and reference_end is not null and "start" is not null
              and {no_day}"""

    def _check_ranges(self):
        """Holds the days to the 16 bits that the SQL packs them into."""
        low, high, deaths, births, refs = self.connection.execute(
            "select min(start), max(fin), min(death), min(birth), max(ref) from ev").fetchone()
        for day, first in ((low, "2000-01-01"), (deaths, "2000-01-01"), (births, "1900-01-01")):
            if day is not None and str(day) < first:
                raise SystemExit(f"bench: the SQL holds no day before {first}; the data have {day}")
        if high is not None and str(high) > "2150-01-01" or refs > 255:
            raise SystemExit("bench: the SQL packs days in 16 bits and submissions in 8; the data need more")

    # --- What is timed. ---------------------------------------------------------------------------

    def statements(self, file_name):
        """Reads the statements of one SQL file, its placeholders filled."""
        text = (self.sql_folder / file_name).read_text(encoding="utf-8")
        text = "\n".join(line for line in text.splitlines() if not line.startswith("--@"))
        return [part for part in self.filled(text).split(";") if part.strip()]

    def filled(self, text):
        """Puts numbers and days in the place of placeholders."""
        for name, value in self._placeholders().items():
            text = text.replace("${" + name + "}", str(value))
        if "${" in text:
            raise SystemExit(f"bench: a placeholder of the SQL is not filled: {text[text.index('${'):][:20]}")
        return text

    def _placeholders(self):
        number = self.numbers
        group = lambda name, heading: ",".join(str(number[name][code]) for code in self.lists.group(name, heading))
        service, outcome, event = number["service_type"], number["event_outcome"], number["event_type"]
        component, delivery = number["service_component"], number["delivery_mechanism"]
        homes = ",".join(str(component[code]) for code in ("short_term_nursing_care", "short_term_residential_care"))
        return {
            "P": "px", "EVI": "ev", "TAG": "", "MODE": "", "SFX": "", "CRE": "", "ORD": "",
            "PS": self.period[0], "PE": self.period[1],
            "SU": number["client_type"]["service_user"], "CARER": group("client_type", "any_carer?"),
            "REQ": event["request"], "ASM": event["assessment"], "SVC": event["service"], "REV": event["review"],
            "LTS": group("service_type", "long_term?"), "RN": f"{service['nursing']},{service['residential']}",
            "ST0": service["nursing"], "ST1": service["residential"], "ST2": service["community"],
            "ST7": service["direct_to_carer"], "ST8": service["involving_cared_for"], "STMAX": service["st_max"],
            "RNC": group("service_component", "long_term_home?"), "DPC": component["direct_payment"],
            "EQUIP": component["equipment"], "DP": delivery["direct_payment"], "MPB": delivery["managed_budget"],
            "CCS": delivery["commissioned"], "SELF": outcome["self_funded"], "INFO": outcome["information"],
            "INV": code_numbers.NOT_MAPPED, "OUTN": f"coalesce(outc,{code_numbers.NOT_MAPPED})",
            # Best service type first, and within it short stays in homes: twice its number, one less for these.
            "SRANK": f"case when st<=6 then st*2+(case when comp in ({homes}) then 0 else 1 end) end",
        }

    def run(self, statements):
        """Runs statements; gives milliseconds and the rows of each."""
        began = time.perf_counter()
        rows = [self.connection.execute(statement).fetchall() for statement in statements]
        return (time.perf_counter() - began) * 1000, rows

    def memory(self):
        """Gives the megabytes that the resident table takes."""
        return self.connection.execute("select sum(memory_usage_bytes) from duckdb_memory()").fetchone()[0] / 1024**2

    def rows(self):
        """Gives how many rows are resident, and of how many people in councils."""
        return self.connection.execute("select count(*), count(distinct px) from ev").fetchone()


# Of records alike in every field one stays; of those that share an id and differ none does.
ONE_OF_EACH = """
    create or replace temp table read as
    with twice as (select rid from read group by rid having count(*) > 1),
         alike as (select distinct * from read semi join twice using (rid)),
         alone as (select rid from alike group by rid having count(*) = 1)
    select * from read anti join twice using (rid)
    union all
    select * from alike semi join alone using (rid)"""

# A person in a council has a dense number; a submission has a rank, the latest the highest.
SORTED = """
    create or replace table ev as
    with submission as (select reference_end, (row_number() over (order by reference_end) - 1)::utinyint ref
                        from (select distinct reference_end from read))
    select px, la, rid, ref, ct, et, st, comp, del, outc, gen, psr, acc, "start", fin, birth, death
    from read join key using (la, person) join submission using (reference_end)
    order by px, "start", fin, rid"""
