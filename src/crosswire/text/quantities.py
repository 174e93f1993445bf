"""Two quantities that are known to answer one question."""

from dataclasses import replace

from crosswire.records import Quantity
from crosswire.text.numbers import Comparison, compare


def compare_answers(a: Quantity, b: Quantity) -> Comparison:
    """Compare two quantities that answer one question: as ``compare``, but two counts are
    compared whatever their nouns ("12 people" and "a dozen passengers")."""
    if a.kind == b.kind == "count":
        b = replace(b, noun=a.noun, unit=a.unit, base_unit=a.base_unit)
    return compare(a, b)
