"""Subjects that the parser lost: behind a fronted phrase, beside an appeal, before the verb of a sentence that was read
as a mere name; owners of what stands behind "of"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from crosswire.annotate.attribution_words import words
from crosswire.annotate.mended_tellers import FINITE
from crosswire.records import Token
from crosswire.text.clauses import SUBJECTS
from crosswire.text.syntax import Tree

NOMINAL = ("NOUN", "PROPN", "PRON")
SHOWING = frozenset({"show", "say", "suggest", "indicate", "reveal"})
LEAST = 6  # tokens of a sentence and the papers that tell it
APPEALING = frozenset({"call", "plead", "push", "press", "ask", "appeal"})


def fronted_subjects(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "According to papers from the court, the yard and Ann Lee were told", "In a note to the Herald, Lee's clerk, Tom
    Orr, said": a finite verb behind a fronted phrase and a comma has what stands between for its subject."""
    tokens = tree.tokens
    for sentence in tree.parse.sentences:
        verb = next((k for k in range(sentence.first, sentence.last) if tokens[k].head == k), sentence.first)
        helps = tree.children(verb, "aux", "auxpass")
        finite = any(tokens[k].tag in FINITE | {"MD"} for k in (verb, *helps))
        opens = tokens[sentence.first].dep == "prep" and tokens[sentence.first].head == verb
        if not (opens and finite) or tree.children(verb, *SUBJECTS, "expl") or tokens[verb].pos not in ("VERB", "AUX"):
            continue
        end = min([verb, *(k for k in tree.children(verb, "aux", "auxpass", "advmod", "neg") if k > sentence.first)])
        end -= tokens[end - 1].text == ","
        for comma in (k for k in range(sentence.first, end - 1) if tokens[k].text == ","):
            if (who := _head_of(tree, comma + 1, end)) is not None:
                yield from _as_subject(tree, who, comma + 1, verb)
                break


def _head_of(tree: Tree, first: int, end: int) -> int | None:
    """The head of a noun phrase that fills a stretch, whatever it hangs on; None where it is more than one."""
    tokens = tree.tokens
    outer = [k for k in range(first, end) if not first <= tokens[k].head < end and tokens[k].pos != "PUNCT"]
    heads = [k for k in outer if not (k + 1 < end and tokens[k + 1].tag == "POS")]
    nominal = len(heads) == 1 and tokens[heads[0]].pos in NOMINAL and all(k < heads[0] for k in outer[:-1])
    if not nominal or any(tokens[k].tag in FINITE and tokens[k].dep not in ("relcl", "acl") for k in range(first, end)):
        return None
    return heads[0]


def _as_subject(tree: Tree, who: int, first: int, verb: int) -> Iterator[tuple[int, Token]]:
    """The token of a phrase put under its verb, its owners under it, and what it had before its phrase given up."""
    tokens = tree.tokens
    for k in range(first, who):
        if not first <= tokens[k].head <= who and tokens[k + 1].tag == "POS":
            yield k, replace(tokens[k], head=who, dep="poss")
    before = [k for k in tree.children(who) if k < first]
    last = next((k for k in reversed(before) if tokens[k].pos in NOMINAL), None)
    for k in before:
        if k == last:
            yield k, replace(tokens[k], head=tokens[who].head, dep=tokens[who].dep)
        elif last is not None:
            yield k, replace(tokens[k], head=last)
    yield who, replace(tokens[who], head=verb, dep="nsubj")


def appeals_for(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "Mr. Lee, of Orsk, called Friday for Mr. Orr to go": who calls for it, though the parser made the infinitive the
    verb of the sentence."""
    tokens = tree.tokens
    for verb, token in enumerate(tokens):
        marks = [m for m in tree.children(verb, "mark") if tokens[m].text.lower() == "for"]
        who = tree.children(verb, "nsubj")
        if token.head != verb or token.tag != "VB" or not marks or len(who) != 2 or not who[0] < marks[0] < who[1]:
            continue
        calls = [c for c in tree.children(who[0], "acl") if tokens[c].lemma in APPEALING and who[0] < c < marks[0]]
        if calls:
            yield calls[-1], replace(tokens[calls[-1]], head=calls[-1], dep="ROOT", tag="VBD", pos="VERB")
            yield verb, replace(token, head=calls[-1], dep="advcl")
            for k in tree.children(verb):
                if k < marks[0] or (tokens[k].tag == "VBG" and tokens[k - 1].text == ","):
                    yield k, replace(tokens[k], head=calls[-1])


def verbs_of_names(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "The May ruling of the court during the strike referred to Lee as": a past verb of telling that hangs on the
    last noun of a sentence read as a mere name is the sentence's."""
    tokens = tree.tokens
    known = words().lists["naming"] | words().lists["object"] | words().stance.keys()
    for sentence in tree.parse.sentences:
        who = next((k for k in range(sentence.first, sentence.last) if tokens[k].head == k), sentence.first)
        if tokens[who].pos not in ("NOUN", "PROPN") or tokens[sentence.last - 1].text not in (".", "”", '"', "''"):
            continue
        finite = [k for k in range(sentence.first, sentence.last) if tokens[k].tag in FINITE]
        verb = finite[0] if finite else who
        told = verb > who and tokens[verb].tag == "VBD" and tokens[verb].dep == "acl" and tokens[verb].lemma in known
        if (
            not told
            or tokens[verb].head == who
            or tokens[verb - 1].text == ","
            or tree.children(verb, *SUBJECTS, "aux")
        ):
            continue
        yield verb, replace(tokens[verb], head=verb, dep="ROOT")
        yield who, replace(tokens[who], head=verb, dep="nsubj")
        for k in tree.children(who):
            if k > verb:
                yield k, replace(tokens[k], head=verb)


def owners_behind_of(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "members of President Lee's 1912 Board": of two objects of one preposition the first, with its ending, owns the
    second."""
    tokens = tree.tokens
    for i, token in enumerate(tokens):
        things = tree.children(i, "pobj") if token.dep == "prep" else []
        if len(things) != 2 or things[0] + 1 >= len(tokens) or tokens[things[0] + 1].tag != "POS":
            continue
        yield things[0], replace(tokens[things[0]], head=things[1], dep="poss")
        for k in tree.children(things[0]):
            if k > things[0] + 1:
                yield k, replace(tokens[k], head=things[1])


def relatives_in_series(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "Lee released a plan that calls for a quay, says it pays, and sets a date": in a series behind "that" each verb
    goes on with the first, though one was read as the verb of the sentence."""
    tokens = tree.tokens
    for verb, token in enumerate(tokens):
        before = [c for c in tree.children(verb, "ccomp") if c < verb]
        if token.tag not in ("VBZ", "VBP") or not before or tree.children(verb, *SUBJECTS, "aux", "mark"):
            continue
        clause = before[0]
        marked = tokens[verb - 1].text == "," or (tokens[verb - 2].text == "," and tokens[verb - 1].pos == "PUNCT")
        first = _relative_in(tree, clause, token.tag, verb)
        if first is None or not marked or tokens[clause].tag != "VBD" or not tree.children(clause, "nsubj"):
            continue
        over = clause if token.head == verb else token.head
        yield clause, replace(tokens[clause], head=over, dep=token.dep)
        yield verb, replace(token, head=first, dep="conj")
        for k in tree.subtree(verb):
            other = tokens[tokens[k].head].tag
            if k > verb and tokens[k].dep == "conj" and tokens[k].tag == token.tag != other and _is_bare(tree, k):
                yield k, replace(tokens[k], head=verb)


def _relative_in(tree: Tree, clause: int, tag: str, end: int) -> int | None:
    """The verb of a relative clause with a subject of its own that stands in another, in a tense."""
    for k in sorted(tree.subtree(clause)):
        who = [tree.tokens[c].text.lower() for c in tree.children(k, "nsubj")]
        if (
            clause < k < end
            and tree.tokens[k].dep == "relcl"
            and tree.tokens[k].tag == tag
            and who in (["that"], ["which"])
        ):
            return k
    return None


def _is_bare(tree: Tree, k: int) -> bool:
    return not tree.children(k, *SUBJECTS, "aux")


def papers_last(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "…, papers released on Monday show.": a small word of showing that ends a sentence, read as a noun, is its verb,
    and the papers behind the comma its subject."""
    tokens = tree.tokens
    for sentence in tree.parse.sentences:
        i = sentence.last - 2
        if i - sentence.first < LEAST or tokens[i].text not in SHOWING or tokens[i].tag not in ("NN", "NNS", "VB"):
            continue
        comma = next((k for k in range(i - 1, sentence.first, -1) if tokens[k].text == ","), sentence.first)
        paper = next((k for k in range(comma + 1, i) if tokens[k].tag == "NNS"), i)
        top = next((k for k in range(sentence.first, i) if tokens[k].head == k), i)
        known = (
            paper < i
            and tokens[paper].lemma in words().sources["documents"]
            and tree.token_range(paper)[0] == comma + 1
        )
        told = [k for k in tree.children(top, "ccomp") if k < comma] if paper < top < i else []
        if known and told and tokens[i].head == top:  # the participle was read as the verb
            yield top, replace(tokens[top], head=paper, dep="acl", tag="VBN")
            top = told[0]
        if not known or not sentence.first < top < comma or tokens[top].pos not in ("VERB", "AUX"):
            continue
        yield i, replace(tokens[i], head=i, dep="ROOT", pos="VERB", tag="VBP")
        yield paper, replace(tokens[paper], head=i, dep="nsubj")
        yield top, replace(tokens[top], head=i, dep="ccomp")
        for k in tree.children(i):
            yield k, replace(tokens[k], head=tokens[i].head, dep="npadvmod")  # "Tuesday"


def sayings_of_papers(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "Lee wrote a piece for The Herald saying, “…”": a participle of saying that was read as a noun owned by the
    medium before it."""
    tokens = tree.tokens
    for i, token in enumerate(tokens):
        own = tree.children(i, "nsubj", "compound", "nmod")
        if token.text != "saying" or token.tag != "NN" or token.dep != "pobj" or own[-1:] != [i - 1]:
            continue
        link = token.head
        behind = [t.text for t in tokens[i + 1 : i + 3]]
        if behind[:1] == [","] and behind[-1] in ('"', "“", "``") and tokens[i - 1].pos == "PROPN":
            yield i - 1, replace(tokens[i - 1], head=link, dep="pobj")
            yield i, replace(token, head=tokens[link].head, dep="acl", pos="VERB", tag="VBG", lemma="say")
            for k in own[:-1]:
                yield k, replace(tokens[k], head=i - 1)


def headline_pairs(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "Ann Lee, Top Clerks Call On Orr to Go": two subjects of a headline's verb, a comma between them for "and"."""
    tokens = tree.tokens
    for sentence in tree.parse.sentences:
        for verb in range(sentence.first, min(sentence.last, sentence.first + 12)):
            who = tree.children(verb, "nsubj") if tokens[verb].tag == "VBP" else []
            if len(who) == 2 and who[1] == verb - 1 and _is_headline(tokens[sentence.first : sentence.last]):
                first = tree.token_range(who[1])[0]
                comma = tokens[first - 1].text == "," and tree.token_range(who[0])[1] in (first, first - 1)
                if comma and tokens[who[0]].pos == "PROPN" and tokens[who[1]].tag in ("NNS", "NNPS", "NNP"):
                    yield who[1], replace(tokens[who[1]], head=who[0], dep="conj")


def _is_headline(inside: Sequence[Token]) -> bool:
    return all(t.text != "." for t in inside)
