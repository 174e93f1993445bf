"""What a quantity or a time bears on: the counted noun, and what becomes of it."""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from crosswire.records import Annotations, Article, Mention, Quantity, TimeExpression
from crosswire.text.parties import is_people, one_thing
from crosswire.text.syntax import Tree


@dataclass(frozen=True, slots=True)
class Bearing:
    """``noun`` is the counted or measured thing's lemma, ``fates`` the classes of what becomes of
    it (death, injury, ...), ``governors`` the lemmas of the verbs and nouns above it. ``part``
    says that the words count a part beside another ("two more", "another 31") or of it ("including six"); ``toll`` that
    they give the toll as it has become ("the toll now stands at four"). ``before`` is the noun before which a time or
    a place stands as part of its phrase ("May's concert", "the Karrow inquiry")."""

    noun: str | None
    fates: frozenset[str]
    governors: frozenset[str]
    part: bool = False
    toll: bool = False
    before: str | None = None

    @property
    def about(self) -> str:
        """The noun to ask about, or an empty string."""
        return self.noun or ""


@cache
def _fates() -> Mapping[str, str]:
    table = tomllib.loads(files("crosswire.align").joinpath("nouns.toml").read_text("utf-8"))
    return {lemma: fate for fate, lemmas in table["fate"].items() for lemma in lemmas}


# What befalls people: a bare figure of it counts them.
PERSONAL = frozenset(("death", "injury"))
# "Ten were killed and another 70 injured": a figure beside one of another fate, this many characters before it in its
# sentence, is the whole of its own.
REACH = 120
# "Arrested four times", "shot seven times": what is counted is the deed.
REPEATS = frozenset(("time", "occasion"))
NUMBERS = frozenset(("number", "count", "tally", "total", "figure", "toll"))
REACHING = frozenset(("to", "at"))
BESIDE_BEFORE = re.compile(r"\b(another|a further|further|additional|other|including|among them)\s*$", re.IGNORECASE)
OF_IT = frozenset(("including", "among them"))  # a part of the figure before, not more beside it
BECOME = re.compile(
    r"\btoll\b[^.!?]*\b(?:now|stands?|stood|rises?|rose|risen|rising|climb\w*|jump\w*|grew|grown|reach\w*|up|soar\w*|"
    r"increas\w*|raised|revised)\b|\b(?:rais\w*|revis\w*|push\w*|bring\w*|brought|tak\w*|took)\b[^.!?]*\btoll\b",
    re.IGNORECASE,
)
PARTS = frozenset(("compound", "nmod", "poss", "amod", "nummod", "npadvmod"))  # of the phrase of a noun behind
BESIDE_AFTER = re.compile(r"^\s*(?:more|others?|further|additional)\b", re.IGNORECASE)


def bearings(article: Article, annotations: Annotations) -> dict[int, Bearing]:
    """What each quantity, time and named place of an article bears on, by its start offset."""
    text = article.text
    tree = Tree(annotations.parse)
    starts = [token.start for token in tree.tokens]
    marks: list[Quantity | TimeExpression] = [*annotations.quantities, *annotations.times]
    found = {mark.start: (mark, _bearing(tree, starts, mark)) for mark in marks}

    def part(start: int, mark: Quantity | TimeExpression, bearing: Bearing) -> bool:
        before = BESIDE_BEFORE.search(text[max(0, start - 20) : start])
        if not (before or BESIDE_AFTER.match(text[mark.end :][:20])):
            return False
        adds = before is None or before[1].lower() not in OF_IT
        return not any(
            fates_clash(other, bearing) or (adds and isinstance(figure, Quantity) and _other_deed(other, bearing))
            for at, (figure, other) in found.items()
            if start - REACH <= at < start and not re.search(r"[.!?]\s", text[at:start])
        )

    def toll(start: int, bearing: Bearing) -> bool:
        return bearing.toll and BECOME.search(text[max(0, start - REACH // 2) : start]) is not None

    named = {e.id for e in annotations.entities if e.kind == "place"}
    places = {m.start: _bearing(tree, starts, m) for m in annotations.mentions if m.entity in named}
    return {start: replace(bearing, fates=frozenset()) for start, bearing in places.items()} | {
        start: replace(bearing, part=part(start, mark, bearing), toll=toll(start, bearing))
        for start, (mark, bearing) in found.items()
    }


def _bearing(tree: Tree, starts: Sequence[int], mark: Quantity | TimeExpression | Mention) -> Bearing:
    fates = _fates()
    inside = range(bisect_left(starts, mark.start), bisect_left(starts, mark.end))
    if not inside or starts[inside[0]] != mark.start:
        return Bearing(getattr(mark, "noun", None), frozenset(), frozenset())
    top = next((i for i in inside if tree.tokens[i].head not in inside or tree.tokens[i].head == i), inside[0])
    noun = mark.noun if isinstance(mark, Quantity) else None
    governors: list[str] = []
    around = [top]
    reached = False
    for above in tree.ancestors(top):
        token = tree.tokens[above]
        if token.pos in ("ADP", "PART"):
            reached = token.text.lower() in REACHING
        if token.pos in ("NOUN", "PROPN", "VERB", "AUX", "ADJ"):
            governors.append(token.lemma)
            around.append(above)
        if token.pos in ("VERB", "AUX") or len(governors) == 3:
            break
    words = set(governors)
    if reached and len(around) == 2:  # "raised the toll to 14", "the toll stands at 14": what reaches the figure
        for k in tree.children(around[1], "dobj", "nsubj", "nsubjpass"):
            whole = tree.subtree(k) if tree.tokens[k].lemma in NUMBERS else (k,)  # "put the number of dead at three"
            words.update(tree.tokens[j].lemma for j in whole)
    for i in around:
        words.update(
            tree.tokens[k].lemma
            for k in tree.children(i)
            if tree.tokens[k].dep in ("acomp", "attr", "amod", "acl", "oprd", "prep")
        )
    fated = frozenset(fates[w] for w in words if w in fates)
    return Bearing(noun, fated, frozenset(governors), toll="toll" in words, before=_before(tree, top))


def _before(tree: Tree, i: int) -> str | None:
    """The noun before which a token stands as part of its phrase; None where it stands for itself, or owns what has a
    name of its own ("Lisbon's Rossio Square")."""
    token, head = tree.tokens[i], tree.tokens[tree.tokens[i].head]
    kinds = ("NOUN",) if token.dep == "poss" else ("NOUN", "PROPN")
    return head.lemma if token.dep in PARTS and token.head > i and head.pos in kinds else None


def fates_clash(a: Bearing, b: Bearing) -> bool:
    """Whether two things became of what is counted: the killed are not the injured."""
    return bool(a.fates and b.fates and not a.fates & b.fates)


def _other_deed(a: Bearing, b: Bearing) -> bool:
    """Whether two counts of one thing stand under words of their own: "cancelled 12 flights and delayed another 30"."""
    above, other = a.governors - {a.noun}, b.governors - {b.noun}
    return bool(a.noun and a.noun == b.noun and above and other) and above.isdisjoint(other)


def same_question(a: Bearing, b: Bearing, counted: bool) -> float:
    """How well two bearings ask the same (0 not at all, up to 3). Counts need nouns that agree or
    may stand for each other; whatever is counted, two different fates never meet."""
    if fates_clash(a, b):
        return 0.0
    shared_fate = bool(a.fates & b.fates)
    shared_governor = bool(a.governors & b.governors)
    if REPEATS.issuperset({a.noun, b.noun}) and a.governors & b.governors <= REPEATS:
        return 0.0
    if a.noun and b.noun:
        if one_thing(a.noun, b.noun):
            return (2.0 if a.noun == b.noun else 1.5) + shared_governor
        people = is_people(a.noun) and is_people(b.noun)
        if people:
            return 1.5 if shared_fate or shared_governor else 1.0
        return 0.0 if counted else 0.5 + 0.5 * (shared_governor or shared_fate)
    # A bare figure ("to 400,000 last year") counts what its sentence is about.
    if shared_fate or shared_governor:
        people = is_people(a.noun or b.noun) or bool(a.fates & b.fates & PERSONAL)
        return 1.0 if not counted or people or not (a.noun or b.noun) else 0.5
    return 0.5
