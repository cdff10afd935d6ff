# SPDX-FileCopyrightText: Assize contributors
# SPDX-License-Identifier: MIT
"""The small numbers that stand for codes in the SQL measured against.

Most lists are numbered from 0 in the order of the framework file. Where the SQL takes numbers for granted
that this order does not give, the list stands here in the SQL's own order, and `check` holds it to the file.
"""

import re
from pathlib import Path

CODED_LISTS = ["event_type", "client_type", "service_type", "service_component", "delivery_mechanism",
               "event_outcome", "gender", "support_reason", "accommodation"]

# Accommodation: settled up to 9, unknown is 20 (the SQL puts it there itself).
ACCOMMODATION = [
    "owner_occupier", "tenant_social", "tenant_private", "with_family", "shared_lives_scheme",
    "supported_accommodation", "approved_premises", "sheltered_or_extra_care", "mobile_home",
    "presumed_at_home", "rough_sleeper", "night_shelter", "refuge", "placed_by_council",
    "short_term_guest", "hospital_or_facility", "care_home", "nursing_home", "prison_or_detention",
    "other_temporary", None, "presumed_in_community"]

# Components: the SQL tells home support by 4, shared lives, supported living and extra care by 11 to 13.
COMPONENT_SWAP = {"home_support": 4, "long_term_residential_care": 5}

# Outcomes: 0 to 11 are the usable ones, best first; then the others by rank; what fits nowhere is 31.
LAST_USABLE, NOT_MAPPED = 11, 31

# A service type that was sent and fits nowhere is not blank: carers' measures tell the two apart.
OTHER_SERVICE = 9


class CodeLists:
    """The code lists of some framework files: code, texts as data spell them, and marks."""

    def __init__(self, *paths):
        self.lists = {}
        for path in paths:
            self._read(Path(path))

    def _read(self, path):
        name = head = None
        for line in path.read_text(encoding="utf-8").splitlines():
            start = re.match(r"code list (\w+)\b.*\{$", line)
            if start:
                name, head = start[1], None
                self.lists[name] = []
            elif name and line.strip().startswith("|"):
                cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
                if head is None:
                    head = cells
                else:
                    self.lists[name].append(dict(zip(head, cells)))
            elif line.startswith("}"):
                name = None

    def codes(self, name):
        """The codes of a list, those that mean unknown left out."""
        return [row["code"] for row in self.lists[name] if not row.get("unknown?")]

    def group(self, name, heading):
        return [row["code"] for row in self.lists[name] if row.get(heading)]

    def spellings(self, name):
        """Pairs of a spelling, folded, and its code; spellings that mean unknown are not there."""
        pairs = {}
        for row in self.lists[name]:
            if row.get("unknown?") and name != "service_type":
                continue
            texts = [row["text"]]
            texts += [old.strip() for old in row.get("release 1", "").split(";") if old.strip() not in ("", "-")]
            for text in texts:
                pairs.setdefault(text.lower(), row["code"])
        return pairs


def numbers(lists):
    """Gives the number of every code: {list: {code: number}}."""
    result = {name: {code: i for i, code in enumerate(lists.codes(name))} for name in CODED_LISTS}
    result["accommodation"] = {code: i for i, code in enumerate(ACCOMMODATION) if code}
    result["service_component"].update(COMPONENT_SWAP)
    result["event_outcome"] = outcome_numbers(lists)
    result["service_type"]["not_mapped"] = OTHER_SERVICE
    check(lists, result)
    return result


def outcome_numbers(lists):
    """Numbers outcomes so that the lower is the better, as 2A ranks them."""
    rows = lists.lists["event_outcome"]
    ranked = sorted((not row["usable?"], int(row["rank (1 is best)"]), row["code"])
                    for row in rows if row["rank (1 is best)"])
    by_code = {code: number for number, (_, _, code) in enumerate(ranked)}
    return by_code | {row["code"]: NOT_MAPPED for row in rows if not row["rank (1 is best)"]}


def check(lists, result):
    """Holds what the SQL takes for granted against the framework file."""
    def require(condition, what):
        if not condition:
            raise SystemExit(f"bench: the SQL and the framework file disagree: {what}")

    for name, by_code in result.items():
        expected = lists.codes(name) + ["not_mapped"] * (name == "service_type")
        require(sorted(by_code) == sorted(expected), f"codes of {name}")
        require(len(set(by_code.values())) == len(by_code), f"numbers of {name}")
    at = lambda name, *codes: [result[name][code] for code in codes]
    settled = {code for code, number in result["accommodation"].items() if number <= 9}
    require(settled == set(lists.group("accommodation", "settled?")), "settled homes are those up to 9")
    require(at("accommodation", "care_home", "nursing_home", "prison_or_detention") == [16, 17, 18],
            "homes that a service tells")
    require(at("service_component", "home_support", "shared_lives", "supported_living", "extra_care")
            == [4, 11, 12, 13] and
            set(lists.group("service_component", "tells_where?"))
            == {"home_support", "shared_lives", "supported_living", "extra_care"}, "components that tell a home")
    require(lists.codes("service_type")[:7] == lists.group("service_type", "for_user?") and
            [row["rank (1 is best)"] for row in lists.lists["service_type"][:7]] == list("1234567"),
            "service types in the order of their rank")
    require(lists.codes("gender") == ["male", "female", "other"], "genders")
    require(at("support_reason", "support_to_carer") == [11] and len(lists.codes("support_reason")) == 12,
            "support reasons")
    require(len(lists.group("event_outcome", "usable?")) == LAST_USABLE + 1 and at("event_outcome", "hospital") == [0],
            "usable outcomes")
    require(at("event_type", "request", "assessment", "service", "review") == [0, 1, 2, 3], "event types")
