"""Whether a number without a unit counts something, and ordinals."""

import re

from crosswire.annotate.counted import Counter, words
from crosswire.annotate.quantity_joins import HIDDEN, Draft, MaskedLine
from crosswire.text.numerals import Number
from crosswire.text.units import Unit

# The share of a line's longer words that are capital from which it is a headline.
HEADLINE = 0.7
ORDINAL = Unit("ordinal", "ordinal", "ordinal", 1.0)


def ordinal(line: MaskedLine, number: Number, counter: Counter) -> Draft | None:
    """The place in a row that an ordinal gives its noun ("the third storm"), None for names and adverbs."""
    start, end = line.offset + number.start, line.offset + number.end
    noun = counter.noun(start, end)
    i = counter.at(start)
    if noun is None or i is None or counter.tokens[i].pos in ("ADV", "PROPN") or noun.pos == "PROPN":
        return None
    if noun.lemma in words()["ordinal_idioms"]:
        return None
    return Draft(start, end, number, ORDINAL, None, noun.lemma)


def is_count(line: MaskedLine, number: Number, counter: Counter, has_noun: bool, hedged: bool) -> bool:
    """Whether a number without a unit counts something: not a year, a label's number, an address,
    a listing's figure, or "one" as a pronoun."""
    text, start, end = line.text, line.offset + number.start, line.offset + number.end
    following = text[number.end : number.end + 1]
    if following.isalpha() or (text[number.end : number.end + 2].strip(" ")[:1] == HIDDEN and not has_noun):
        return False
    i, j = counter.before(start), counter.after(end)
    token = counter.at(end - 1)
    same = token is not None and i is not None and counter.tokens[i].sentence == counter.tokens[token].sentence
    previous = counter.tokens[i] if i is not None and same else None
    follower = (
        counter.tokens[j]
        if j is not None and token is not None and counter.tokens[j].sentence == counter.tokens[token].sentence
        else None
    )
    spelled = number.form in ("words", "vague")
    if previous is not None and not hedged:
        label = previous.lemma in words()["labels"] and previous.pos in ("NOUN", "PROPN")
        if number.form == "digits" and (label or (previous.text == "own" and not has_noun)):
            return False  # "Flight 370", "a drive from their own 27"
        if (
            previous.pos == "PROPN"
            and previous.text[:1].isupper()
            and number.form == "digits"
            and line.text[: number.start].rstrip()[-1:].isalnum()
        ):
            return False
        if (
            previous.text in ("-", "–", "/", "#")
            and not spelled
            and line.text[: number.start][-1:] in ("-", "–", "/", "#")
        ):
            return False
    if number.text.lower() == "one":
        idiom = (
            follower is None
            or follower.lemma in words()["one_idioms"]
            or (
                previous is not None and previous.lemma in ("no", "the", "any", "every", "this", "that", "some", "each")
            )
        )
        return has_noun and not idiom
    if _is_year(number) and not (hedged or (has_noun and follower is not None and follower.lemma in words()["people"])):
        return False
    if follower is not None and number.form == "digits" and not has_noun and follower.pos == "PROPN":
        return False
    beside = previous if previous and previous.pos == "PROPN" and not has_noun else None
    named = [token.text for token in (follower, beside) if token is not None]
    of_a_name = spelled and previous and any(_is_of_a_name(text, number, name) for name in named)
    if of_a_name or (number.form == "digits" and _is_address(text, number.end)):
        return False
    if number.text.lower() in ("tens", "scores") or number.text.lower() == "few":
        return number.text.lower() == "scores" and has_noun
    return has_noun or hedged or _stands_as_noun(counter, token)


def _is_of_a_name(text: str, number: Number, beside: str) -> bool:
    """Whether a number in words belongs to a name within a sentence ("the Five Star Movement", "Pier Four"), of which
    the word ``beside`` it is another; in a headline every word may be capital."""
    if not (number.text[:1].isupper() and beside[:1].isupper()) or re.search(
        r"[.!?:“\"‘—–-]\s*$", text[: number.start]
    ):
        return False
    long_words: list[str] = re.findall(r"[^\W\d_]{4,}", text)
    return sum(word[:1].isupper() for word in long_words) < HEADLINE * len(long_words)


def _is_address(text: str, end: int) -> bool:
    m = re.match(r"(?:\s+[A-Z][\w'’]+){1,3}", text[end : end + 50])
    return m is not None and m.group().split()[-1].lower() in words()["street_words"]


def _is_year(number: Number) -> bool:
    return (
        number.form == "digits"
        and number.text.isdigit()
        and len(number.text) == 4
        and 1000 <= (number.value or 0) <= 2100
    )


def _stands_as_noun(counter: Counter, token: int | None) -> bool:
    """Whether a number without a noun is itself an argument ("killing five", "two were arrested")."""
    if token is None:
        return False
    return counter.tokens[token].dep in (
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
        "attr",
        "conj",
        "appos",
        "nummod",
        "ROOT",
        "npadvmod",
        "dative",
        "ccomp",
    )
