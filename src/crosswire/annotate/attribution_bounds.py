"""Where what a cue tells ends: before a question that was put to the speaker, another teller's tag, a gloss behind a
dash."""

from collections.abc import Sequence
from dataclasses import replace

from crosswire.annotate.attribution_cues import Cue, runs, sentence_range
from crosswire.annotate.attribution_relatives import DAYS
from crosswire.annotate.attribution_unsaid import is_asked
from crosswire.annotate.attribution_words import words
from crosswire.text.syntax import Tree

OPENING = frozenset({"“", "``"})
DASHES = frozenset({"—", "–", "--", "-", "―"})
CLOSING = frozenset({'"', "”", "''"})
LED = ("advcl", "acl", "prep")
RELATIVES = frozenset({"who", "whom", "whose", "which", "where"})
TAGS = 8  # tokens of a tag behind a sentence at most ("the Delta Herald reported on Sunday")


def bounded(tree: Tree, cues: Sequence[Cue]) -> list[Cue]:
    """The cues in text order, their contents without what the speaker of each did not say."""
    by_sentence: dict[int, list[Cue]] = {}
    for cue in cues:
        by_sentence.setdefault(tree.tokens[cue.verb].sentence, []).append(cue)
    found: list[Cue] = []
    for cue in cues:
        inside = {k for a, b in cue.contents for k in range(a, b)}
        out = _asked_before(tree, cue) | _gloss(tree, cue) | _left_of(tree, cue)
        out |= _aside(tree, cue, inside) | _background(tree, cue, inside) | _not_told(tree, inside)
        out |= _conceded(tree, cue, inside) | _before_colon(tree, cue, inside)
        for other in by_sentence[tree.tokens[cue.verb].sentence]:
            if other is not cue and other.verb in inside:
                out |= _tag_behind(tree, cue, other) | _tag_within(tree, cue, other)
        found.append(replace(cue, contents=runs(inside - out, tree)) if inside & out else cue)
    return found


def _asked_before(tree: Tree, cue: Cue) -> set[int]:
    """The question before an answer: "When asked how long it would last, Lee told reporters"."""
    asked = [k for k in tree.children(cue.verb, *LED) if k < cue.verb and is_asked(tree, k)]
    return {j for k in asked for j in tree.subtree(k)} - {cue.verb}


def _tag_behind(tree: Tree, cue: Cue, other: Cue) -> set[int]:
    """The tag of who tells the whole sentence behind what an inner cue tells: "and Lee said they left, the Delta Herald
    reported Sunday"."""
    _, last = sentence_range(tree, cue.verb)
    begin = min([other.verb, *(j for k in tree.children(other.verb, "nsubj") for j in tree.subtree(k))])
    said = words().stance.get(tree.tokens[other.verb].lemma) in ("said", "reported")
    behind = cue.verb < begin and begin > 0 and tree.tokens[begin - 1].text == "," and last - begin <= TAGS
    over = bool(other.contents) and all(b <= begin for _, b in other.contents)
    return set(range(begin - 1, last)) if said and behind and over else set()


def _tag_within(tree: Tree, cue: Cue, other: Cue) -> set[int]:
    """The tag of who tells the sentence before an inner cue: "Reviews, Lee said, show that it is right"."""
    if other.verb > cue.verb or not any(a <= cue.verb < b for a, b in other.contents):
        return set()
    tag = {other.verb, *(j for k in tree.children(other.verb, "nsubj") for j in tree.subtree(k))}
    begin, end = min(tag), max(tag) + 1
    if not any(b <= begin for _, b in other.contents):
        return set()
    aside = begin > 0 and tree.tokens[begin - 1].text == "," and tree.tokens[end].text == ","
    return tag if aside and end - begin == len(tag) and end < cue.verb else set()


def _left_of(tree: Tree, cue: Cue) -> set[int]:
    """What stands before a participle behind a comma ("Lee said, calling it"), and before a dash with a clause of its
    own ("Lee left -- he says he is ill")."""
    token, before = tree.tokens[cue.verb], {k for a, b in cue.contents for k in range(a, b) if k < cue.verb}
    if not before:
        return before
    if (
        token.tag == "VBG"
        and token.lemma != "accord"
        and token.dep in ("advcl", "acl")
        and tree.tokens[cue.verb - 1].text in CLOSING | {","}
    ):
        return before
    begin = min([cue.verb, *(j for k in tree.children(cue.verb, "nsubj") for j in tree.subtree(k))])
    dashed = begin > 0 and tree.tokens[begin - 1].text in DASHES and len(cue.contents) > 1
    return before if dashed and max(before) < begin and tree.children(cue.verb, "ccomp") else set()


def _aside(tree: Tree, cue: Cue, inside: set[int]) -> set[int]:
    """What the report adds in the present to what somebody said in the past: "Lee said the plan, which cuts wages, was
    sound", "urged Orr to speak when they meet on Monday"; and what he said it after: "urged her to go after
    it sank"."""
    tokens = tree.tokens
    if tokens[cue.verb].tag != "VBD" or not inside:
        return set()
    found: set[int] = set()
    first, _ = sentence_range(tree, cue.verb)
    past = any(tokens[k].tag == "VBD" for c in tree.children(cue.verb, "ccomp") for k in (c, *tree.children(c)))
    for k in sorted(inside - found):
        begin, end = tree.token_range(k)
        opens = tokens[begin].text.lower()
        if tokens[k].dep not in ("relcl", "advcl") or not (_is_present(tree, k) or opens == "after"):
            continue
        told_of = tokens[k].dep == "relcl" and past and opens in ("which", "who") and tokens[begin - 1].text == ","
        meant = opens == "when" and any(t.text in DAYS for t in tokens[begin:end])
        meant = meant or (opens == "after" and cue.stance == "urged" and tokens[k].tag == "VBD")
        quoted = sum(t.text in OPENING | CLOSING for t in tokens[first:begin]) % 2
        if begin > cue.verb and (told_of or meant) and not quoted:
            found.update(range(begin, end))
    return found


def _background(tree: Tree, cue: Cue, inside: set[int]) -> set[int]:
    """What the report tells of its own within what somebody said: of one whom a name or "whom" takes up ("Lee said he
    pitied Orr, whom he dismissed in May"), what it has from others ("when he allegedly rang her"), and what the speaker
    spoke to ("as he argued against the quay")."""
    tokens, found = tree.tokens, set[int]()
    first, _ = sentence_range(tree, cue.verb)
    tells = bool(cue.speakers) and cue.stance not in ("reported", "reportedly")
    for k in sorted(inside) if tells else ():
        if k in found or tokens[k].dep not in ("relcl", "advcl") or not tokens[k].head < k:
            continue
        begin, end = tree.token_range(k)
        if begin <= first or sum(t.text in OPENING | CLOSING for t in tokens[first:begin]) % 2:
            continue
        if tokens[k].dep == "relcl":
            own = cue.verb < begin and tokens[cue.verb].text.lower() != "according" and _is_aside_of(tree, k, begin)
            own = own or (cue.verb < begin and _is_hearsay_of(tree, k, begin))
        else:
            heard = any(tokens[c].text.lower() in words().lists["adverbs"] for c in tree.children(k, "advmod"))
            own = (heard and tokens[begin].text.lower() in ("when", "as", "after", "before", "while", "because")) or (
                cue.verb < begin and (_argues(tree, k, begin) or _caps(tree, k))
            )
        if own:
            found.update(range(begin, end))
    return found


def _is_hearsay_of(tree: Tree, k: int, begin: int) -> bool:
    """Whether a relative clause behind a comma has its own "allegedly": "told jurors of the fire, which was allegedly
    set for money"."""
    heard = any(tree.tokens[c].text.lower() in words().lists["adverbs"] for c in tree.children(k, "advmod"))
    return heard and tree.tokens[begin].text.lower() in RELATIVES and tree.tokens[begin - 1].text == ","


def _conceded(tree: Tree, cue: Cue, inside: set[int]) -> set[int]:
    """What the report holds against what somebody vows or urges to do: "vowed to open the yard, though it is shut by
    law"."""
    tokens, found = tree.tokens, set[int]()
    first, _ = sentence_range(tree, cue.verb)
    for k in sorted(inside):
        begin, end = tree.token_range(k)
        if tokens[k].dep != "advcl" or begin <= cue.verb or tokens[begin - 1].text != ",":
            continue
        marks = {tokens[m].text.lower() for m in tree.children(k, "mark")}
        over = tokens[k].head
        vowed = tokens[over].tag == "VB" and any(tokens[c].tag == "TO" for c in tree.children(over, "aux"))
        finite = any(tokens[c].tag in ("VBZ", "VBP", "VBD") for c in (k, *tree.children(k, "aux", "auxpass")))
        quoted = sum(t.text in OPENING | CLOSING for t in tokens[first:begin]) % 2
        if vowed and finite and not quoted and marks & {"though", "although"}:
            found.update(range(begin, end))
    return found


def _before_colon(tree: Tree, cue: Cue, inside: set[int]) -> set[int]:
    """What stands before a colon and a sentence of which a tag at its end tells the source: "Lee left a clue: A clerk
    “was told” to sail, according to the court papers"."""
    tokens = tree.tokens
    first, last = sentence_range(tree, cue.verb)
    if tokens[cue.verb].text.lower() != "according" or max(cue.core) + 2 < last:
        return set()
    colons = [k for k in range(first, cue.verb - 1) if tokens[k].text == ":" and tokens[k + 1].text[:1].isupper()]
    return {k for k in inside if k <= colons[-1]} if colons and tokens[colons[-1] + 1].pos == "DET" else set()


def _is_aside_of(tree: Tree, k: int, begin: int) -> bool:
    """Whether a relative clause behind a comma tells of a name what was or is, or of others what came before that."""
    tokens = tree.tokens
    opens = {t.text.lower() for t in tokens[begin : begin + 3]} & RELATIVES
    helps = [tokens[c] for c in tree.children(k, "aux", "auxpass")]
    finite = any(t.tag in ("VBD", "VBZ", "VBP") for t in (*helps, tokens[k])) and all(t.tag != "MD" for t in helps)
    if not opens or not finite or tokens[begin - 1].text != ",":
        return False
    if tokens[tokens[k].head].dep in ("nsubj", "nsubjpass"):
        return False  # "police said Lee, who had no work, is charged": what is told of whom it is about
    before = "whom" in opens or any(t.text.lower() == "had" and t is not tokens[k] for t in helps)
    there = "where" in opens and any(tokens[c].pos == "PRON" for c in tree.children(k, "nsubj", "nsubjpass"))
    return (tokens[tokens[k].head].pos == "PROPN" and not there) or (before and bool(opens & {"who", "whom"}))


def _caps(tree: Tree, k: int) -> bool:
    """Whether a participle behind a comma tells what the saying did: "said he would stay, capping a day of rumours"."""
    plain = not any(tree.children(k, *kinds) for kinds in (("aux", "auxpass"), ("ccomp",)))
    things = {tree.tokens[c].lemma for c in tree.children(k, "dobj")}
    presses = tree.tokens[k].lemma in ("increase", "raise", "add") and bool(things & {"pressure", "stake", "tension"})
    caps = tree.tokens[k].tag == "VBG" and (tree.tokens[k].lemma in words().lists["capping"] or presses)
    return caps and plain and tree.tokens[k - 1].text == "," and bool(things)


def _argues(tree: Tree, k: int, begin: int) -> bool:
    """Whether a clause tells to what end its speaker said what stands before it: "as he argued against the quay"."""
    who = [tree.tokens[c].text.lower() for c in tree.children(k, "nsubj")]
    said = words().stance.get(tree.tokens[k].lemma) in ("said", "urged", "denied", "warned")
    return said and tree.tokens[begin].text.lower() == "as" and bool({"he", "she", "they"} & set(who))


def _is_present(tree: Tree, k: int) -> bool:
    """Whether a verb, or its first helping word, stands in the present."""
    helps = tree.children(k, "aux", "auxpass")
    return tree.tokens[min([*helps, k])].tag in ("VBZ", "VBP")


def _not_told(tree: Tree, inside: set[int]) -> set[int]:
    """What somebody left out of what he said: "Lee said she had been asked but gave no details"."""
    tokens = tree.tokens
    found: set[int] = set()
    for k in inside:
        links = [c for c in tree.children(tokens[k].head, "cc") if c < k] if tokens[k].dep == "conj" else []
        if not links or tokens[links[-1]].text.lower() != "but" or tree.children(k, "nsubj"):
            continue
        things = [o for o in tree.children(k, "dobj") if tokens[o].lemma in words().lists["details"]]
        none = any(tokens[d].text.lower() == "no" for o in things for d in tree.children(o, "det", "neg"))
        if none or (tokens[k].lemma == "elaborate" and tree.children(k, "neg")):
            found.update(tree.subtree(k))
            found.add(links[-1])
    return found


def _gloss(tree: Tree, cue: Cue) -> set[int]:
    """What the report adds behind a lone dash, to a phrase that it quotes or to what it tells that somebody said:
    "called it “dear” — one more round of a long quarrel", "said he would stay — a step that the clerks regret"."""
    if not cue.contents or cue.contents[-1][0] < cue.verb:
        return set()
    first, last = cue.contents[-1]
    if len(cue.contents) > 1 and tree.tokens[first - 1].text in DASHES:
        return set(range(first, last)) if _comments(tree, first, last) else set()
    marks = (k for k in range(first + 1, last - 2) if tree.tokens[k].text in CLOSING and tree.tokens[k - 1].text == ",")
    for k in marks:  # "that it was “dear,” words that Orr denied"
        if tree.tokens[k + 1].tag == "NNS" and tree.tokens[k + 1].lemma in words().lists["comments"]:
            return set(range(k + 1, last)) if tree.tokens[k + 2].text.lower() in ("that", "which") else set()
    dashes = [k for k in range(first, last) if tree.tokens[k].text in DASHES]
    if len(dashes) != 1 or dashes[0] == first:
        return set()
    at = dashes[0]
    if tree.tokens[at - 1].text not in CLOSING:
        return set(range(at, last)) if tree.tokens[at].text != "-" and _comments(tree, at + 1, last) else set()
    opened = any(t.text in ('"', "“", "``") for t in tree.tokens[at + 1 : last])
    return set() if opened or tree.tokens[at + 1].text in ("and", "but", "or") else set(range(at, last))


def _comments(tree: Tree, first: int, last: int) -> bool:
    """Whether words behind a dash comment on what was said: "something that Orr denies", "a step that", "in effect
    shielding him"; none of them quoted."""
    tokens = tree.tokens[first:last]
    if len(tokens) < 3 or any(t.text in OPENING | CLOSING | {";"} for t in tree.tokens[first : last + 1]):
        return False
    noun = tokens[0].text.lower() == "something" or (
        tokens[0].text.lower() in ("a", "an")
        and any(t.lemma in words().lists["comments"] for t in tokens[1:4])
        and any(t.text.lower() in ("that", "which") or t.tag in ("VBN", "TO") for t in tokens[2:5])
    )
    return noun or tokens[0].tag == "VBG" or (tokens[0].tag == "RB" and tokens[1].tag == "VBG")
