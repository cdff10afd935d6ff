# SPDX-FileCopyrightText: Assize contributors
# SPDX-License-Identifier: MIT
"""What the figures were measured on."""

import os
import platform

BUSY = 0.7  # load, before anything of ours runs, above which times say little


def describe():
    """Gives the processor's name, how wide its vectors are, how many threads, memory and load."""
    info = {}
    with open("/proc/cpuinfo", encoding="ascii", errors="replace") as lines:
        for line in lines:
            if ":" in line:
                name, value = line.split(":", 1)
                info.setdefault(name.strip(), value.strip())
    flags = info.get("flags", "").split()
    vectors = next((words for flag, words in (("avx512f", "AVX-512"), ("avx2", "AVX2")) if flag in flags), "SSE2")
    with open("/proc/meminfo", encoding="ascii") as lines:
        memory = int(next(line for line in lines if line.startswith("MemTotal")).split()[1]) / 1024 / 1024
    caches = info.get("cache size", "")
    return {"processor": info.get("model name", platform.processor()), "model": info.get("model", ""),
            "vectors": vectors, "threads": len(os.sched_getaffinity(0)), "cache": caches,
            "memory_gb": round(memory, 1), "load": [round(value, 2) for value in os.getloadavg()]}


def sentence(machine):
    busy = machine["load"][0] > BUSY
    return (f"{machine['processor']} (model {machine['model']}, {machine['vectors']}), {machine['threads']} threads, "
            f"{machine['memory_gb']:.0f} GiB; load before the run {machine['load'][0]}"
            + ("\nOther work is running on this machine: only the ratios mean something, and they vary." if busy else ""))
