"""Ablations: every signal belongs to one family, and what is switched off leaves the rest alone."""

from collections import Counter

import ablate
from crosswire.align.signals import NAMES


def test_every_signal_of_the_linker_stands_in_one_family() -> None:
    assert Counter(name for names in ablate.FAMILIES.values() for name in names) == Counter(NAMES)


def test_a_row_shows_the_difference_to_the_whole() -> None:
    whole = dict.fromkeys(ablate.MEASURES, 0.5) | {"alias.recall": None}
    found = whole | {"align.f1": 0.4, "conflict.recall": 0.625}
    cells = [cell.strip() for cell in ablate.row("names", found, whole).strip("|").split("|")]
    assert cells == ["names", "0.400 (−0.100)", "0.500", "0.625 (+0.125)", "0.500", "0.500", "–"]
