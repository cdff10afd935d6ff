# SPDX-FileCopyrightText: Assize contributors
# SPDX-License-Identifier: MIT
"""The small numbers that stand for codes in the SQL measured against.

Most lists are numbered from 0 in the order of the framework file. Where the SQL takes numbers for granted
that this order does not give, the list stands here in the SQL's own order, and `check` holds it to the file.
"""

import re
from pathlib import Path

# Accommodation: settled up to 9, unknown is 20 (the SQL puts it there itself).
ACCOMMODATION = [
    "owner_occupier", "tenant_social", "tenant_private", "with_family", "shared_lives_scheme",
    "supported_accommodation", "approved_premises", "sheltered_or_extra_care", "mobile_home",
    "presumed_at_home", "rough_sleeper", "night_shelter", "refuge", "placed_by_council",
    "short_term_guest", "hospital_or_facility", "care_home", "nursing_home", "prison_or_detention",
    "other_temporary", None, "presumed_in_community"]

# Components: the SQL tells home support by 4, shared lives, supported living and extra care by 11 to 13.
COMPONENT_SWAP = {"home_support": 4, "long_term_residential_care": 5}

# Outcomes: usable ones have the ranks 0 to 11 of 2A's cascade; see `outcome_numbers`.


class CodeLists:
    """The code lists of one framework file: code, texts as files spell them, and marks."""

    def __init__(self, path):
        self.lists = {}
        name = head = None
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            start = re.match(r"code list (\w+) release \d+ \{", line)
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
            if row.get("unknown?"):
                continue
            texts = [row["text"]]
            texts += [old.strip() for old in row.get("release 1", "").split(";") if old.strip() not in ("", "-")]
            for text in texts:
                pairs.setdefault(text.lower(), row["code"])
        return pairs


def numbers(lists):
    """Gives the number of every code: {list: {code: number}}."""
    result = {name: {code: i for i, code in enumerate(lists.codes(name))} for name in lists.lists}
    result["accommodation"] = {code: i for i, code in enumerate(ACCOMMODATION) if code}
    result["service_component"].update(COMPONENT_SWAP)
    check(lists, result)
    return result


def check(lists, result):
    """Holds what the SQL takes for granted against the framework file."""
    def require(condition, what):
        if not condition:
            raise SystemExit(f"bench: the SQL and the framework file disagree: {what}")

    for name, by_code in result.items():
        require(sorted(by_code) == sorted(lists.codes(name)), f"codes of {name}")
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
    require(at("event_type", "request", "assessment", "service", "review") == [0, 1, 2, 3], "event types")
