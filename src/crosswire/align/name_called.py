"""Names that a report itself says are one: a nickname in marks within a name, a name that somebody or something had
before or has as well ("Tidewave, formerly known as Gullnet"), the letters that stand for a body in brackets."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from crosswire.align.name_blocks import Group
from crosswire.align.name_known import plain
from crosswire.align.name_links import Link
from crosswire.records import Annotations, Article, Mention
from crosswire.text.name_trades import is_firm
from crosswire.text.names import surname

# Laura "Birdie" Velmer, Laura (Birdie) Velmer
_NICKNAMED = re.compile(
    r"[A-Z][\w.]*(?: [A-Z][\w.]*)? ?(?:[\"“‘'(]|``) ?(?P<nick>(?:[Tt]he )?[A-Z][a-z]+(?: [A-Z][a-z]+)?) ?"
    r"(?:[\"”’')]|'') ?[A-Z].*"
)
_MARKS = "\"“”‘’'(`) "
# What stands between two names of one body; of a person only what says that he was born or is known so.
_WAS = re.compile(
    r" ?,? ?\(? ?(?:which was |then )?(?:formerly|previously)(?: (?:known as|called|named))? (?:the )?"
    r"| ?,? ?(?:was|has been|is being)? ?renamed (?:as )?(?:the )?"
)
_KNOWN = re.compile(
    r" ?,? ?\(? ?(?:who (?:is|was) )?(?:also|better|formerly|now|widely|originally) known as (?:the )?"
    r"| ?,? ?\(?(?:a\.?k\.?a\.?|née|nee) "
)


def nickname(text: str) -> tuple[int, int] | None:
    """Where the nickname stands that a person's name holds in marks ("Laura "Birdie" Velmer"); None for none."""
    match = _NICKNAMED.fullmatch(text)
    return match.span("nick") if match else None


def called_links(
    groups: Sequence[Group], articles: Sequence[Article], annotations: Mapping[str, Annotations]
) -> Iterator[Link]:
    """The pairs of names that some report joins in so many words."""
    by_key = {group.key: group for group in groups}
    key_of = {(article, entity.id): group.key for group in groups for article, entity in group.entities}
    for article in articles:
        named = [
            m for m in annotations[article.id].mentions if m.form != "pronoun" and (article.id, m.entity) in key_of
        ]
        for mention in named:
            if match := _NICKNAMED.fullmatch(mention.text):
                whole = by_key[key_of[article.id, mention.entity]]
                yield from _by_nickname(plain(re.sub("^[Tt]he ", "", match["nick"])), whole, by_key)
                without = by_key.get(plain(_without(mention.text, *match.span("nick"))))
                if without is not None and without is not whole and without.kind == whole.kind:
                    yield Link(without.key, whole.key, f"{whole.forms[0]} without the nickname")
        for one, other in pairwise(named):
            a, b = (by_key[key_of[article.id, m.entity]] for m in (one, other))
            between = article.text[one.end : other.start]
            if a is not b and (_joins(between, a, b) or _is_short_for(article.text, one, other, (a, b))):
                yield Link(b.key, a.key, f"another name, as a report says, of {a.forms[0]}")


def _without(text: str, start: int, end: int) -> str:
    """A name without the nickname that it holds between two offsets, and without the marks round that."""
    return f"{text[:start].rstrip(_MARKS)} {text[end:].lstrip(_MARKS)}"


def _by_nickname(nick: str, whole: Group, by_key: Mapping[str, Group]) -> Iterator[Link]:
    """The nickname with the surname, and the nickname alone, with the one who has it."""
    for key in (f"{nick} {plain(surname(whole.forms[0]))}", nick):
        short = by_key.get(key)
        if short is not None and short is not whole and short.kind in ("person", "other"):
            yield Link(key, whole.key, f"the nickname that a report gives {whole.forms[0]}")


def _is_short_for(text: str, one: Mention, other: Mention, groups: tuple[Group, Group]) -> bool:
    """Whether capitals in brackets behind a body's name are short for it, whatever they stand for: "Delta Harbor
    Transport Board (HTB)"; behind a firm's they are where its shares are dealt in."""
    name, short = groups
    if text[one.end : other.start].strip() != "(" or text[other.end : other.end + 1] != ")":
        return False
    return (
        name.kind == "organization"
        and len(name.words) > 1
        and not is_firm(name.words)
        and short.kind != "place"
        and other.text.isupper()
        and other.text.isalpha()
        and len(other.text) > len("AP")
    )


def _joins(between: str, a: Group, b: Group) -> bool:
    """Whether the words between two names say that they are one's."""
    people = [group.kind == "person" for group in (a, b)]
    if all(people):
        return _KNOWN.fullmatch(between) is not None
    return not any(people) and (_KNOWN.fullmatch(between) or _WAS.fullmatch(between)) is not None
