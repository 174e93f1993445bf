"""The stretches that a tagger marked, in tokens: what a cue's words make of what they lead in, and whether that is
told."""

from bisect import bisect_left, bisect_right

from crosswire.annotate.attribution_cues import Cue
from crosswire.annotate.attribution_words import Stance, words
from crosswire.text.syntax import Tree

Span = tuple[int, int]
QUOTES = frozenset({'"', "“", "''", "``", "‘", "'"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
FEW = 3  # tokens of a stretch of content that the rules do not know


def token_range(tree: Tree, span: Span) -> Span:
    """The tokens that a span of characters touches."""
    first = bisect_right(tree.tokens, span[0], key=lambda t: t.end)
    return first, bisect_left(tree.tokens, span[1], key=lambda t: t.start)


def head_of(tree: Tree, span: Span) -> int:
    """The token of a range that hangs on none of the others, the first of several that tells something."""
    outer = [i for i in range(*span) if not span[0] <= tree.tokens[i].head < span[1] or tree.tokens[i].head == i]
    told = [i for i in outer if tree.tokens[i].pos not in ("PUNCT", "SPACE", "DET", "ADP", "PART", "CCONJ")]
    told = [i for i in told if tree.tokens[i].pos != "NUM"] or told
    return (told or outer or [span[0]])[0]


def stance_of(tree: Tree, cue: Span) -> Stance:
    """What a cue's words make of their content: the stance of the first that has one."""
    tokens, known = tree.tokens[cue[0] : cue[1]], words().stance
    alone = [known[t.lemma] for t in tokens if t.lemma in known]
    found = alone or with_links(tree, cue)
    return found[0] if found else "other"


def with_links(tree: Tree, cue: Span) -> list[Stance]:
    """What a cue's verb makes of its content together with a word behind it: "called Friday for"."""
    verb, known = tree.tokens[head_of(tree, cue)], words().stance
    pairs = [f"{verb.lemma} {t.text.lower()}" for t in tree.tokens[slice(*cue)] if t.start > verb.start]
    return [known[pair] for pair in pairs if pair in known and verb.pos == "VERB"]


def is_quoted(tree: Tree, span: Span) -> bool:
    """Whether a stretch begins with marks, a "to" before them aside: "wrote to Lee |to “come home”|"."""
    first = span[0] + (tree.tokens[span[0]].tag == "TO")
    return tree.tokens[first].text in QUOTES


def states(tree: Tree, span: Span) -> bool:
    """Whether a stretch holds a finite verb: something is said, not only named, wanted or done."""
    return any(tree.tokens[i].tag in FINITE for i in range(*span))


def is_short_of_verb(tree: Tree, cue: Span, content: Span) -> bool:
    """Whether a stretch right behind "says" is a headline's, which leaves its verb out: "Lee says clerks willing to
    go"."""
    verb = tree.tokens[cue[1] - 1]
    return verb.lemma == "say" and verb.tag == "VBZ" and content[0] == cue[1] and content[1] - content[0] >= FEW


def is_told(tree: Tree, cue: Span, content: Span, named: bool) -> bool:
    """Whether a stretch that a tagger gave a cue is more than a thing named: quoted, a clause; where somebody is
    ``named`` for it also what he urges others to do ("called Friday for Orr to go") and what a verb of naming or
    judging says in marks ("accused Orr of “theft”")."""
    if is_quoted(tree, content) or states(tree, content) or is_short_of_verb(tree, cue, content):
        return True
    verb, inside = tree.tokens[head_of(tree, cue)], tree.tokens[slice(*content)]
    if not named or verb.pos != "VERB" or verb.lemma in words().lists["quote_only"]:
        return False
    if "urged" in (words().stance.get(verb.lemma), *with_links(tree, cue)):
        return any(t.tag == "TO" for t in inside)
    return verb.lemma in words().lists["naming"] | words().lists["object"] and any(t.text in QUOTES for t in inside)


def is_calling(tree: Tree, cue: Cue, at: Span) -> bool:
    """Whether a verb of naming or judging has a speaker and gives words in marks: "Lee accused Orr of “theft”"."""
    quoted = any(tree.tokens[k].text in QUOTES for a, b in cue.contents for k in range(a, b))
    verb = tree.tokens[cue.verb]
    bare = verb.tag == "VBN" and at[1] - at[0] == 1 and [a for a, _ in cue.contents] == [at[1]]
    calls = (verb.tag in FINITE or bare) and verb.lemma in words().lists["naming"] | words().lists["object"]
    return calls and quoted and bool(cue.speakers) and tree.tokens[cue.speakers[0]].pos in ("NOUN", "PROPN", "PRON")
