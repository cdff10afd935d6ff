# SPDX-FileCopyrightText: Assize contributors
# SPDX-License-Identifier: MIT
"""Our side of the comparison: one process of `assize_bench` with the data resident."""

import json
import subprocess


class EngineProcess:
    """Asks `assize_bench` one line at a time; what it said at the start is in `began`."""

    def __init__(self, program, edition, data, measures, extra=()):
        self.process = subprocess.Popen(
            [str(program), edition, "--data", str(data), "--measures", ",".join(measures), *extra],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.began = self._answer()

    def ask(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self._answer()

    def _answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"bench: assize_bench ended with {self.process.wait()}")
        return json.loads(line)

    def memory(self):
        """Gives resident megabytes: now and at most."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            sizes = dict(line.split(":", 1) for line in status)
        return [int(sizes[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM")]

    def end(self):
        self.process.stdin.close()
        self.process.wait()
