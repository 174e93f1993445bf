"""The names that the parser read as common nouns, which the names stage knows."""

from collections.abc import Sequence
from dataclasses import replace

from crosswire.records import Entity, Mention, Parse


def with_names(parse: Parse, mentions: Sequence[Mention], entities: Sequence[Entity]) -> Parse:
    """The parse with the last word of each person's name a proper noun ("Storms added", read as "storms"); the same
    parse where all of them are."""
    people = {e.id for e in entities if e.kind == "person"}
    ends = {m.end for m in mentions if m.entity in people and m.form in ("name", "part")}
    wrong = {
        i: replace(t, pos="PROPN", tag="NNP", lemma=t.text)
        for i, t in enumerate(parse.tokens)
        if t.pos == "NOUN" and t.end in ends and t.text[:1].isupper()
    }
    return replace(parse, tokens=tuple(wrong.get(i, t) for i, t in enumerate(parse.tokens))) if wrong else parse
