"""Cues that are no verbs: "according to X", "X's claim that", "was confident that", "reportedly"."""

from crosswire.annotate.attribution_appeals import APPEALS, appealed
from crosswire.annotate.attribution_cues import Cue, opens_with_that, runs, sentence_range, speaks
from crosswire.annotate.attribution_voices import other_voices
from crosswire.annotate.attribution_words import Stance, words
from crosswire.annotate.citation_media import outlet_in
from crosswire.text.clauses import objects, subject
from crosswire.text.syntax import Tree

CONVEYING = frozenset({"convey", "relay", "transmit", "deliver"})  # "Lee conveyed Orr's wish that": through Lee


def other_cues(tree: Tree, taken: set[int]) -> list[Cue]:
    """All cues of an article that are no verbs, in text order; ``taken`` tokens are cues already."""
    found: list[Cue] = []
    for i, token in enumerate(tree.tokens):
        if i in taken:
            continue
        lower = token.text.lower()
        cue = None
        if lower == "according":
            cue = _according(tree, i)
        elif lower == "per":
            cue = _per(tree, i)
        elif lower in words().lists["adverbs"]:
            cue = None if token.head in taken and lower != "apparently" else _hearsay(tree, i)
        elif lower == "put":
            cue = _put_it(tree, i)
        elif lower in ("clear", "plain", "known") and (verb := _maker(tree, i)) is not None:
            cue = _made_clear(tree, verb, i)
        elif token.lemma in words().lists["adjectives"] and token.dep == "acomp":
            cue = _adjective(tree, i)
        elif token.lemma in words().lists["content_nouns"] | APPEALS and token.pos == "NOUN":
            cue = _noun(tree, i)
        if cue:
            found.append(cue)
    return found


def _put_it(tree: Tree, i: int) -> Cue | None:
    """ "As Lee put it, …": the rest of the sentence is the content."""
    tokens = tree.tokens
    who = next((k for k in tree.children(i, "nsubj") if speaks(tree, k)), None)
    below = set(tree.subtree(i))
    as_it = i + 1 < len(tokens) and tokens[i + 1].text.lower() == "it" and tokens[min(below)].text.lower() == "as"
    if who is None or not as_it or tokens[i].tag not in ("VBD", "VBZ", "VBP"):
        return None
    core = set(range(min(below), i + 2)) | set(tree.subtree(who))
    content = set(range(*sentence_range(tree, i))) - core
    return Cue(i, i, i + 2, (who,), runs(content, tree), frozenset(core), "said", False)


def _hearsay(tree: Tree, i: int) -> Cue | None:
    """ "reportedly": nobody is named, the clause that it colours is the content."""
    head = tree.tokens[i].head
    if head == i or tree.tokens[head].pos not in ("VERB", "AUX", "ADJ"):
        return None
    if tree.tokens[head].dep == "amod":
        return None  # "an allegedly drunk driver": a word of what is told
    content = set(tree.subtree(head)) - {i}
    return Cue(i, i, i + 1, (), runs(content, tree), frozenset({i}), "reportedly", False)


def _noun(tree: Tree, i: int) -> Cue | None:
    """ "Lee's claim that …", "a warning by Lee that …", "reports that …": a noun with its clause."""
    tokens, lists = tree.tokens, words().lists
    verb = tokens[i].head  # "expressed fear that"
    clauses = [
        c
        for c in tree.children(i, "acl", "ccomp", "relcl")
        if opens_with_that(tree, c) or any(tokens[m].text.lower() == "that" for m in tree.children(c, "mark"))
    ]
    clauses += _included(tree, i)
    stance: Stance = "denied" if words().stance.get(tokens[verb].lemma) == "denied" else "other"
    if not clauses and tokens[i].dep == "nsubj" and tokens[verb].lemma == "be":  # "his complaint was that"
        clauses = [
            c
            for c in tree.children(verb, "ccomp")
            if any(tokens[m].text.lower() == "that" for m in tree.children(c, "mark"))
        ]
        stance = "said"
    owners = tree.children(i, "poss") if clauses else []
    if not clauses and (appeal := appealed(tree, i)) is not None:
        return appeal
    if owners and tokens[owners[0]].tag == "WP$" and tokens[verb].dep == "relcl":
        owners = [tokens[verb].head]  # "Lee, whose view is that"
    owners += objects(tree, i, "by", "from", "of", "among")
    if not owners and tokens[i].lemma == "report":
        owners = [c for c in tree.children(i, "compound") if tokens[c].pos == "PROPN"]
    if not owners and tokens[i].dep == "dobj" and tokens[verb].lemma in lists["utter"]:
        who = subject(tree, verb)
        owners = [] if who is None else [who]
    if not owners and tokens[i].lemma == "report":
        owners = [i]
    if not owners or not clauses:
        return None
    content = _to_dash(tree, {j for c in clauses for j in tree.subtree(c)})
    core = (set(tree.subtree(i)) - content) | {i}
    bearer = subject(tree, verb) if tokens[i].dep == "dobj" and tokens[verb].lemma in CONVEYING else None
    through = [bearer] if bearer is not None and bearer not in owners and speaks(tree, bearer) else []
    return Cue(i, i, i + 1, (*owners[:1], *through), runs(content, tree), frozenset(core), stance, False)


def _included(tree: Tree, i: int) -> list[int]:
    """The that-clauses of a noun behind "including": "repeated his claims about it, including that it sank"."""
    over = [tree.tokens[i].head] if tree.tokens[i].dep == "dobj" else []
    below = [p for k in (i, *over) for p in tree.children(k, "prep") if p > i]
    links = [p for p in below if tree.tokens[p].text.lower() == "including"]
    clauses = (c for p in links for c in tree.children(p, "pcomp", "ccomp"))
    return [c for c in clauses if any(tree.tokens[m].text.lower() == "that" for m in tree.children(c, "mark"))]


def _to_dash(tree: Tree, content: set[int]) -> set[int]:
    """The clause of a noun up to a lone dash with a participle behind it, which is told of the sentence's subject:
    "countered his claim that it sank - blaming him"."""
    dashes = [k for k in sorted(content) if tree.tokens[k].text in ("-", "–", "—", "--")]
    lone = len(dashes) == 1 and dashes[0] + 1 < len(tree.tokens) and tree.tokens[dashes[0] + 1].tag == "VBG"
    return {j for j in content if j < dashes[0]} if lone else content


def _according(tree: Tree, i: int) -> Cue | None:
    """ "According to X, …" and "…, according to X": the rest of the clause is the content."""
    tokens = tree.tokens
    heads = sorted(o for p in (i, *tree.children(i, "prep")) if p >= i for o in tree.children(p, "pobj", "pcomp"))
    if not heads or tokens[heads[0]].lemma in words().lists["manner"] or _is_measure(tree, i, heads[0]):
        return None
    core = {j for h in heads for j in tree.subtree(h)} | {i, i + 1}
    first, last = sentence_range(tree, i)
    low, high = min(core), max(core) + 1
    if i == first or all(tokens[k].pos in ("PUNCT", "CCONJ", "ADV") for k in range(first, i)):
        content = set(range(high, last))
    elif high >= last - 2:
        content = set(range(first, low))
    else:
        content = set(range(first, low)) | set(range(high, last))
    content -= other_voices(tree, content)
    said = (k for k in tree.ancestors(i) if tokens[k].dep == "ccomp" and tokens[tokens[k].head].lemma in words().stance)
    told = next(said, None)
    if told is not None and tokens[told].head < min(
        low, told
    ):  # "Lee reported that, according to Orr, the yard is shut"
        content &= set(tree.subtree(told))
    return Cue(i, i, i + 2, tuple(heads[:1]), runs(content, tree), frozenset(core), "said", False)


def _per(tree: Tree, i: int) -> Cue | None:
    """ "…, per the Herald.": a medium at the end of a sentence, whose the rest is."""
    tokens = tree.tokens
    first, last = sentence_range(tree, i)
    who = next(iter(tree.children(i, "pobj")), None)
    if who is None or i - first < 3 or tokens[i - 1].text != ",":
        return None
    core = {i, *tree.subtree(who)}
    if max(core) + 2 < last or outlet_in(" ".join(tokens[k].text for k in sorted(core - {i}))) is None:
        return None
    content = set(range(first, i - 1)) - other_voices(tree, set(range(first, i - 1)))
    return Cue(i, i, i + 1, (who,), runs(content, tree), frozenset(core), "reported", False)


def _is_measure(tree: Tree, i: int, k: int) -> bool:
    """Whether "according to" tells by what something is reckoned: "paid according to their years in service"."""
    before = tree.tokens[i - 1] if i else None
    return before is not None and before.lemma in words().lists["measured"] and not speaks(tree, k)


def _maker(tree: Tree, i: int) -> int | None:
    """The "made" right before an adjective, an "it" between them aside."""
    verb = i - 2 if i > 1 and tree.tokens[i - 1].text.lower() == "it" else i - 1
    return verb if verb >= 0 and tree.tokens[verb].lemma == "make" else None


def _made_clear(tree: Tree, verb: int, i: int) -> Cue | None:
    """ "Lee made (it) clear that …": the verb with its clause."""
    who = subject(tree, verb)
    below = [c for k in (i, verb) for c in tree.children(k, "ccomp", "advcl", "acl") if c != i and c > i]
    clauses = [c for c in below if any(tree.tokens[m].text.lower() == "that" for m in tree.children(c, "mark"))]
    clauses = clauses or [c for c in below if tree.children(c, "nsubj", "nsubjpass") and not tree.children(c, "mark")]
    if not clauses or who is None or not speaks(tree, who):
        return None
    if tree.children(verb, "neg"):  # "did not make clear why": nothing is said
        return Cue(verb, verb, i + 1, (who,), (), frozenset({*range(verb, i + 1)}), "declined", False)
    content = {j for c in clauses for j in tree.subtree(c)}
    content -= set(range(verb, i + 1))
    core = {*range(verb, i + 1), *tree.subtree(who)}
    return Cue(verb, verb, i + 1, (who,), runs(content, tree), frozenset(core - content), "said", False)


def _adjective(tree: Tree, i: int) -> Cue | None:
    """ "Lee was confident that …": an attitude with its clause."""
    clauses = tree.children(i, "ccomp")
    who = subject(tree, tree.tokens[i].head) if tree.tokens[tree.tokens[i].head].lemma != "make" else None
    if not clauses or who is None or not speaks(tree, who) or tree.tokens[who].text.lower() in ("it", "this", "that"):
        return None
    content = {j for c in clauses for j in tree.subtree(c)}
    core = {i, tree.tokens[i].head, *tree.subtree(who)}
    return Cue(i, i, i + 1, (who,), runs(content, tree), frozenset(core - content), "believed", False)
