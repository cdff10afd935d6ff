# SPDX-FileCopyrightText: Assize contributors
# SPDX-License-Identifier: MIT
"""The tables at the end of a run, made of its results."""

from statistics import median

import tables

TARGET_ALONE, TARGET_TOGETHER = 5, 10
JUDGED_THREADS = 2


def fastest(by_title):
    """Gives the formulation of the SQL with the lowest median."""
    return min(by_title, key=lambda title: median(by_title[title]))


def comparison(results):
    """One line for each measure and formulation; the last column judges the fastest SQL."""
    head = ["events", "measure", "thr.", "SQL", "min", "median", "max", "min", "median", "max", "median", "min", "max",
            "target"]
    rows = []
    for result in results:
        for code, measured in result["measures"].items():
            for threads, times in measured.get("threads", {}).items():
                target = TARGET_TOGETHER if code == "together" else TARGET_ALONE
                for title, theirs in times["duckdb"].items():
                    low, middle, high = tables.spread(tables.ratios(theirs, times["assize"]))
                    is_judged = int(threads) == JUDGED_THREADS and title == fastest(times["duckdb"])
                    verdict = f"{target} {'reached' if middle >= target else 'MISSED'}" if is_judged else ""
                    rows.append([f"{result['read']:,}", code, str(threads), title, *tables.spread(theirs),
                                 *tables.spread(times["assize"]), middle, low, high, verdict])
    return tables.laid_out(head, rows, [(4, 3, " DuckDB, ms "), (7, 3, " assize, ms "), (10, 3, " times as fast ")])


def preparation(results):
    """What comes before the counting: reading once, and from the text of the framework to machine code."""
    head = ["events", "measure", "read, s", "load, s", "lay out, ms", "check", "plan", "code", "all three"]
    rows = []
    for result in results:
        for code, measured in result["measures"].items():
            if "compile_ms" not in measured:
                continue
            steps = [median(once[name] for once in measured["compile_ms"]) for name in ("check_ms", "plan_ms", "code_ms")]
            whole = median(sum(once.values()) for once in measured["compile_ms"])
            rows.append([f"{result['read']:,}", code, result["load_ms"]["assize"] / 1000,
                         result["load_ms"]["duckdb"] / 1000, measured["prepare_ms"]["arrange_ms"], *steps, whole])
    return tables.laid_out(head, rows, [(2, 1, "assize"), (3, 1, "DuckDB"), (5, 4, " compile, ms ")])


def memory(results):
    """What is resident while a measure is counted, records as they were bound included."""
    head = ["events", "measure", "assize", "at most so far", "DuckDB's table"]
    return tables.laid_out(head, [[f"{result['read']:,}", code, *measured["memory_mb"], result["duckdb_table_mb"]]
                                  for result in results for code, measured in result["measures"].items()
                                  if "memory_mb" in measured])


def waiting(commands):
    """How long one waits for commands."""
    rows = [[what, *spread, f"{target} {'reached' if spread[1] <= target else 'MISSED'}"]
            for what, target, spread in commands]
    return tables.laid_out(["command", "min", "median", "max", "target"], rows)
