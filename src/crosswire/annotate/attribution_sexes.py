"""Which people of an article are spoken of as "he", which as "she"."""

from collections.abc import Sequence

from crosswire.annotate.attribution_bearers import FEMALE, PERSONAL
from crosswire.annotate.pronoun_people import known_sex
from crosswire.records import Entity, Mention
from crosswire.text.syntax import Tree


def sexes_of(tree: Tree, entities: Sequence[Entity], mentions: Sequence[Mention]) -> dict[str, str]:
    """By name "he" or "she" for the people whose given names, titles and nouns tell it, else for those whom the
    names stage ties to pronouns of one sex alone."""
    named = {e.id: e.canonical for e in entities}
    found: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.form == "pronoun" and mention.entity in named and mention.text.lower() in PERSONAL:
            word = "she" if mention.text.lower() in FEMALE else "he"
            found.setdefault(named[mention.entity], set()).add(word)
    tied = {name: next(iter(words_of)) for name, words_of in found.items() if len(words_of) == 1}
    known = known_sex(tree, entities, mentions)
    return tied | {named[who]: "he" if sex == "m" else "she" for who, sex in known.items() if sex}
