# SPDX-FileCopyrightText: Assize contributors
# SPDX-License-Identifier: MIT
"""Figures of repeated runs, and how they are laid out."""

from statistics import median


def spread(values):
    """Gives minimum, median and maximum."""
    return [min(values), median(values), max(values)]


def ratios(theirs, ours):
    """Gives how many times as fast we were, pair by pair, in the order in which they ran."""
    return [their / our for their, our in zip(theirs, ours)]


def number(value):
    if value is None:
        return ""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 9.995 else f"{value:.2f}"


def laid_out(head, rows, above=()):
    """Lays rows out under a head: texts to the left, numbers to the right, two lines of head if need be.

    above   (first column, how many, text) over several columns.
    """
    table = [list(head)] + [[cell if isinstance(cell, str) else number(cell) for cell in row] for row in rows]
    widths = [max(len(row[i]) for row in table) for i in range(len(head))]
    is_text = [all(isinstance(row[i], str) for row in rows) for i in range(len(head))]
    gap = "  "
    lines = []
    if above:
        line = ""
        for first, count, text in above:
            start = sum(widths[:first]) + len(gap) * first
            width = sum(widths[first:first + count]) + len(gap) * (count - 1)
            line = line.ljust(start) + text.center(width, "-" if len(text) < width - 4 else " ")
        lines.append(" " + line)
    for row in table:
        cells = [cell.ljust(width) if text else cell.rjust(width)
                 for cell, width, text in zip(row, widths, is_text)]
        lines.append((" " + gap.join(cells)).rstrip())
    return "\n".join(lines)
