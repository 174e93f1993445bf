"""What an article names between two of its places."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile

from crosswire.records import Annotations, Claim, Entity, Mention


def mentioned(claim: Claim, notes: Annotations) -> Iterator[tuple[Mention, Entity]]:
    """Yield the mentions that lie within a claim, in order, each with what it names; ``notes`` are those of the
    claim's article, whose mentions stand in order."""
    first = bisect_left(notes.mentions, claim.start, key=lambda m: m.start)
    for mention in takewhile(lambda m: m.start < claim.end, notes.mentions[first:]):
        entity = next((e for e in notes.entities if e.id == mention.entity), None)
        if entity and mention.end <= claim.end:
            yield mention, entity
