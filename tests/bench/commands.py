# SPDX-FileCopyrightText: Assize contributors
# SPDX-License-Identifier: MIT
"""How long one waits for single commands, each in a process of its own."""

import subprocess
import time

import tables


def wait_for_end(command, runs):
    """Gives the milliseconds from start to end of a command, once for each run; it must succeed."""
    took = []
    for _ in range(runs + 1):
        began = time.perf_counter()
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        took.append((time.perf_counter() - began) * 1000)
        if done.returncode != 0:
            raise SystemExit(f"bench: {' '.join(command)} ended with {done.returncode}: {done.stderr.decode()[:300]}")
    return took[1:]


def wait_for_first_output(command, runs):
    """The same, to the first byte on standard output."""
    took = []
    for _ in range(runs + 1):
        began = time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
            first = process.stdout.read(1)
            took.append((time.perf_counter() - began) * 1000)
            process.stdout.read()
        if not first or process.returncode != 0:
            raise SystemExit(f"bench: {' '.join(command)} ended with {process.returncode}")
    return took[1:]


def measure(program, edition, small_sample, runs):
    """Gives [(what, target in ms, [min, median, max])]."""
    check = [program, "check", "frameworks/ascof/2024-25.assize"]
    run = [program, "run", edition, "--data", str(small_sample)]
    return [
        ("assize --help", 50, tables.spread(wait_for_end([program, "--help"], runs))),
        ("assize check, one edition", 50, tables.spread(wait_for_end(check, runs))),
        ("assize run, 1,000 events, to its first output", 100, tables.spread(wait_for_first_output(run, runs))),
    ]
