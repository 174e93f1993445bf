"""Slips of the parser that hide who speaks, set right by how sentences of news are built."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from crosswire.annotate.attribution_words import words
from crosswire.annotate.mended_beside import (
    asked_first,
    bodies_in_capitals,
    goes_on_outside,
    names_behind_titles,
    names_of_offices,
    second_verbs,
    who_of_names,
)
from crosswire.annotate.mended_subjects import (
    appeals_for,
    fronted_subjects,
    headline_pairs,
    owners_behind_of,
    papers_last,
    relatives_in_series,
    sayings_of_papers,
    verbs_of_names,
)
from crosswire.annotate.mended_tellers import (
    FINITE,
    MARKS,
    bare_tellers,
    behind_dashes,
    behind_quotes,
    described_behind_quotes,
    finite_again,
    first_surnames,
    joined_subjects,
    last_names,
    named_verbs,
    outlets_last,
    participles_behind_quotes,
    past_relatives,
    people_of,
    second_names,
    second_subjects,
    senders,
    told_clauses,
    whom_police_name,
    wires_behind,
    with_saying,
    without_verb,
)
from crosswire.records import Parse, Token
from crosswire.text.syntax import Tree

CLOSING = frozenset({",", '"', "”", "''", "’", "'", "?", "!"})
PLURAL = ("NNS", "NNPS")
PARTIES = frozenset({"D", "R", "I"})
LONGEST_DATELINE = 9  # tokens up to the dash of "SEOUL, South Korea —"
LONGEST_TAG = 7  # tokens of "D-Newport News"
SPELLS = frozenset({"minute", "hour", "day", "week", "month", "year"})
SHOWING = frozenset({"show", "say", "suggest", "indicate", "reveal", "find", "state"})
CLIMB = 6  # prepositions between a role and the name beside its place


def mended_clauses(parse: Parse) -> Parse:
    """The parse with what hangs wrong put where it belongs: a role that was read as a verb, a name
    beside the place of a role, what stands before the "that" of a clause, a clause before a
    semicolon. The same parse where nothing does."""
    tree = Tree(parse)
    for repair in (
        bodies_in_capitals,
        _datelines,
        _party_tags,
        _roles,
        named_verbs,
        first_surnames,
        finite_again,
        past_relatives,
        _first_words,
        appeals_for,
        verbs_of_names,
        owners_behind_of,
        relatives_in_series,
        headline_pairs,
        papers_last,
        sayings_of_papers,
        second_subjects,
        joined_subjects,
        second_names,
        whom_police_name,
        bare_tellers,
        told_clauses,
        behind_dashes,
        behind_quotes,
        described_behind_quotes,
        participles_behind_quotes,
        last_names,
        outlets_last,
        senders,
        wires_behind,
        with_saying,
        without_verb,
        _names_beside,
        names_of_offices,
        asked_first,
        goes_on_outside,
        second_verbs,
        names_behind_titles,
        who_of_names,
        fronted_subjects,
        _before_that,
        _semicolons,
        _let_do,
        _objects,
        _out_of_quotes,
        _inverted,
        _last_verbs,
        _hours_into,
        _places_behind,
    ):
        changed = dict(repair(tree))
        tokens = tuple(changed.get(i, t) for i, t in enumerate(parse.tokens)) if changed else parse.tokens
        if changed and all(map(partial(_leads_up, tokens), changed)):
            parse = replace(parse, tokens=tokens)
            tree = Tree(parse)
    return parse


def _leads_up(tokens: Sequence[Token], i: int) -> bool:
    """Whether the way up from a token ends at a root: a repair never hangs words on each other in a ring."""
    seen: set[int] = set()
    while tokens[i].head != i and i not in seen:
        seen.add(i)
        i = tokens[i].head
    return i not in seen


def _datelines(tree: Tree) -> Iterator[tuple[int, Token]]:
    """'ORSK, Maren — The leader, Ivo Salt, announced', 'Orsk (AP) - Ivo Salt said': a place before a dash at a
    sentence's start is no subject; what stands behind the dash is."""
    tokens = tree.tokens
    for sentence in tree.parse.sentences:
        reach = range(sentence.first, min(sentence.first + LONGEST_DATELINE, sentence.last))
        dash = next((k for k in reach if tokens[k].text in ("—", "–", "--", "-")), None)
        place = sentence.first
        if dash is None or len(tokens[place].text) < 3 or dash + 1 >= sentence.last:
            continue
        bracketed = tokens[dash - 1].text in (")", "-RRB-") and tokens[place].text.istitle()  # "Orsk (AP) -"
        if not (tokens[place].text.isupper() or bracketed):
            continue
        aside = tokens[dash + 1].tag in ("WDT", "WP", "VBG") or tokens[dash].text in [
            t.text for t in tokens[dash + 1 : sentence.last]
        ]
        if aside or tokens[place].pos != "PROPN" or any(tokens[k].pos in ("VERB", "AUX") for k in range(place, dash)):
            continue
        for k in range(place, dash):
            verb = tokens[k].head
            if verb <= dash or tokens[k].dep not in ("nsubj", "nsubjpass", "compound", "nmod", "dep"):
                continue
            behind = [c for c in tree.children(k) if c > dash and tokens[c].dep in ("appos", "conj", "nsubj")]
            if behind and tokens[k].dep in ("nsubj", "nsubjpass"):
                yield behind[0], replace(tokens[behind[0]], head=verb, dep=tokens[k].dep)
            yield k, replace(tokens[k], dep="npadvmod")


def _party_tags(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "Marcia Price (D-Newport News) said", "Tom Orr , R - Del. , said": what a party's letter and a place tell of a
    name hangs on the name, and not the name on it."""
    tokens = tree.tokens
    for i, token in enumerate(tokens[:-2]):
        opener = tokens[i - 1].text if i else ""
        if token.text not in PARTIES or tokens[i + 1].text not in ("-", "–") or opener not in ("(", ",", "-LRB-"):
            continue
        name, end = i - 2, i + 2
        while end < len(tokens) and end - i < LONGEST_TAG and tokens[end].pos in ("PROPN", "PUNCT", "NOUN"):
            if tokens[end].text in (")", ",", ";"):
                break
            end += 1
        tag = range(i, end)
        if name < 0 or tokens[name].pos not in ("PROPN", "NOUN") or tokens[name].head not in tag:
            continue
        top = tokens[name].head
        while tokens[top].head in tag and tokens[top].head != top:
            top = tokens[top].head
        root = tokens[top].head == top
        yield name, replace(tokens[name], head=name if root else tokens[top].head, dep=tokens[top].dep)
        yield top, replace(tokens[top], head=name, dep="appos")
        for child in (c for k in tag for c in tree.children(k)):
            if child not in tag and child != name:
                yield child, replace(tokens[child], head=name)


def _roles(tree: Tree) -> Iterator[tuple[int, Token]]:
    """'"…," engineer Ruth Okoro said': between a quotation and a person's name that says something,
    a word is that person's role, whatever it was read as."""
    tokens, stance = tree.tokens, words().stance
    for first, last in people_of(tree).items():
        i, verb = first - 1, last + 1
        if i < 1 or verb >= len(tokens) or tokens[i].pos not in ("VERB", "AUX") or not tokens[i].text.islower():
            continue
        speaks = tokens[verb].tag in FINITE and tokens[verb].lemma in stance and tokens[i].lemma not in stance
        hung = tokens[i].head == last or (tokens[last].head == i and not tree.children(verb, "nsubj"))
        if not speaks or not hung or tokens[i - 1].text not in CLOSING or tokens[i].sentence != tokens[verb].sentence:
            continue
        if tokens[last].head == i:
            root = tokens[i].head in (i, verb)
            dep = "ROOT" if root else tokens[i].dep
            yield verb, replace(tokens[verb], head=verb if root else tokens[i].head, dep=dep)
            yield last, replace(tokens[last], head=verb, dep="nsubj")
        yield i, replace(tokens[i], head=last, dep="compound", pos="NOUN", tag="NN", lemma=tokens[i].text)
        for child in tree.children(i):
            if child not in (last, verb):
                yield child, replace(tokens[child], head=verb)


def _first_words(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "Aid workers … said": a sentence's first word with a noun right behind it is no order where
    the sentence's verb has no subject else."""
    tokens = tree.tokens
    for sentence in tree.parse.sentences:
        i = sentence.first
        verb = tokens[i].head
        things = tree.children(i, "dobj")
        if tokens[i].tag != "VB" or not things or things[0] != i + 1 or verb <= i + 1:
            continue
        if tokens[verb].tag in FINITE and not tree.children(verb, "nsubj", "nsubjpass", "expl"):
            yield i, replace(tokens[i], head=i + 1, dep="compound", pos="NOUN", tag="NN", lemma=tokens[i].text.lower())
            yield i + 1, replace(tokens[i + 1], head=verb, dep="nsubj")
            for child in tree.children(i):
                if child != i + 1:
                    yield child, replace(tokens[child], head=verb)


def _names_beside(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "The governor of Maren, Ivo Salt,": a person's name in apposition to a place or a body is that
    of the role over it."""
    tokens, lists = tree.tokens, words().sources
    roles = lists["persons"] | lists["anonymous"] | lists["titles"]
    for last in people_of(tree).values():
        k = tokens[last].head
        if tokens[last].dep != "appos" or tokens[k].dep != "pobj" or tokens[k].lemma.lower() in roles:
            continue
        for _ in range(CLIMB):
            over = tokens[tokens[k].head].head
            if (
                tokens[k].dep != "pobj"
                or tokens[tokens[k].head].dep != "prep"
                or tokens[over].pos not in ("NOUN", "PROPN")
            ):
                break
            if tokens[over].lemma.lower() in roles and tokens[over].tag in ("NN", "NNP"):
                yield last, replace(tokens[last], head=over)
                break
            k = over


def _before_that(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "reported, citing two pilots, that …": what stands between a verb and the "that" of its clause
    is the verb's."""
    tokens = tree.tokens
    for mark, token in enumerate(tokens):
        clause = token.head
        verb = tokens[clause].head
        if token.dep != "mark" or token.text.lower() != "that" or tokens[clause].dep != "ccomp" or not verb < mark:
            continue
        for child in tree.children(clause):
            aside = tokens[child].dep in ("prep", "npadvmod", "punct") or tokens[child].tag == "VBG"
            if verb < child < mark and aside:
                yield child, replace(tokens[child], head=verb)


def _semicolons(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "The army says so; the rebels say no": what stands before a semicolon, or a colon, is nothing that is
    said behind it."""
    tokens = tree.tokens
    for i, token in enumerate(tokens):
        if token.dep == "ccomp" and token.head > i and tokens[token.head].tag in FINITE:
            _, end = tree.token_range(i)
            closed = (tokens[end - 1].text, tokens[end].text if end < token.head else "")
            if ";" in closed or (":" in closed and tree.children(token.head, "dobj")):
                yield i, replace(token, dep="parataxis")


def _out_of_quotes(tree: Tree) -> Iterator[tuple[int, Token]]:
    """'who said "the roof fell," and asked "who knew?"': a verb behind a closed quotation goes on with the verb of
    saying before it, not with one inside."""
    tokens = tree.tokens
    for i, token in enumerate(tokens):
        inner = token.head
        verb = tokens[inner].head
        if (
            token.dep != "conj"
            or token.tag not in FINITE | {"VBG"}
            or tokens[inner].dep != "ccomp"
            or not verb < inner < i
        ):
            continue
        opened = sum(t.text in MARKS for t in tokens[verb:inner]) % 2
        closed = sum(t.text in MARKS for t in tokens[inner:i]) % 2
        # "said it stands by its report and asked": what is past like the first verb goes on with it
        over = [tokens[k].text.lower() for k in tree.children(inner, "aux")]
        other = tokens[inner].tag in ("VBZ", "VBP") or (tokens[inner].tag in ("VBN", "VB") and bool(over))
        past = other and token.tag == tokens[verb].tag == "VBD"
        goes_on = past and token.lemma in words().stance and not tree.children(i, "nsubj", "nsubjpass")
        if ((opened and closed) or goes_on or _is_of_outer(tree, i)) and tokens[verb].lemma in words().stance:
            yield i, replace(token, head=verb)


def _is_of_outer(tree: Tree, i: int) -> bool:
    """Whether a second verb of saying fits the verb of saying over the clause and not the clause's own: "the teachers
    admit that the rule asks much but say", "saying that the line stood and denying"."""
    tokens = tree.tokens
    inner, verb = tokens[i].head, tokens[tokens[i].head].head
    if tokens[i].lemma not in words().stance or tree.children(i, "nsubj", "nsubjpass", "aux"):
        return False
    if tokens[i].tag == "VBG":
        return tokens[verb].tag == "VBG" and tokens[inner].tag in ("VBN", "VBD", "VB", "VBZ", "VBP")
    mine, theirs = tree.children(inner, "nsubj", "nsubjpass"), tree.children(verb, "nsubj")
    if not mine or not theirs or tokens[i].tag != tokens[verb].tag:
        return False
    if tokens[inner].lemma == "be" and tokens[i].tag == "VBD" and tree.children(i, "ccomp"):
        lists = words().sources  # "argued that the bill was old and said"
        people = lists["persons"] | lists["anonymous"] | lists["bodies"] | lists["outlet_words"]
        return tokens[mine[0]].pos == "NOUN" and tokens[mine[0]].lemma not in people
    many, outer_many = tokens[mine[0]].tag in PLURAL, tokens[theirs[0]].tag in PLURAL
    one, outer_one = tokens[mine[0]].tag in ("NN", "NNP"), tokens[theirs[0]].tag in ("NN", "NNP")
    return (tokens[i].tag == "VBP" and one and outer_many) or (tokens[i].tag == "VBZ" and many and outer_one)


def _last_verbs(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "…, a memo obtained by Reuters shows.": a small word of showing or saying that ends a sentence behind a name is
    its verb, and the phrase from the comma on its subject."""
    tokens, table = tree.tokens, words()
    for sentence in tree.parse.sentences:
        i = sentence.last - 2
        if i - sentence.first < 4 or tokens[i + 1].text != "." or tokens[i].tag not in ("NNS", "NNPS"):
            continue
        lemma = tokens[i].text.removesuffix("s")
        if not tokens[i].text.islower() or lemma not in SHOWING or tokens[i - 1].pos != "PROPN":
            continue
        thing = tokens[i].head
        while tokens[thing].head != thing and tokens[thing].dep != "appos":
            thing = tokens[thing].head
        top = next((k for k in range(sentence.first, i) if tokens[k].head == k), i)
        if tokens[thing].dep != "appos" or tokens[thing].lemma not in table.sources["documents"] or top >= thing:
            continue
        yield i, replace(tokens[i], head=i, dep="ROOT", pos="VERB", tag="VBZ", lemma=lemma)
        yield i - 1, replace(tokens[i - 1], head=tokens[i].head, dep=tokens[i].dep)
        yield thing, replace(tokens[thing], head=i, dep="nsubj")
        yield top, replace(tokens[top], head=i, dep="ccomp")
        for child in tree.children(i):
            if child != i - 1:
                yield child, replace(tokens[child], head=i - 1)


def _hours_into(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "Twelve hours into the search authorities said": the hours say nothing, who stands before the verb does."""
    tokens = tree.tokens
    for i, token in enumerate(tokens):
        verb = token.head
        if token.dep != "nsubj" or token.lemma not in SPELLS or tokens[verb].lemma not in words().stance:
            continue
        for prep in tree.children(i, "prep"):
            who = verb - 1
            ends = tokens[who].dep == "pobj" and tokens[who].head == prep and tokens[who].tag in PLURAL
            if ends and who - 1 > prep + 1 and tokens[who - 1].head == who and tokens[who - 1].dep == "compound":
                yield i, replace(token, dep="npadvmod")
                yield who, replace(tokens[who], head=verb, dep="nsubj")
                yield who - 1, replace(tokens[who - 1], head=prep, dep="pobj")
                for child in tree.children(who):
                    if child < who - 1:
                        yield child, replace(tokens[child], head=who - 1)


def _places_behind(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "Ann Lee of the University of Maren, Orsk suggests": the place behind the comma is no second subject."""
    tokens = tree.tokens
    for i in range(2, len(tokens) - 1):
        verb = tokens[i].head
        if tokens[i].dep != "nsubj" or verb != i + 1 or tokens[i].pos != "PROPN" or tokens[i - 1].text != ",":
            continue
        who = [k for k in tree.children(verb, "nsubj") if k < i]
        ends = bool(who) and tree.token_range(who[0])[1] == i - 1
        if ends and tokens[i - 2].dep == "pobj" and tokens[i - 2].pos == "PROPN" and tokens[who[0]].pos == "PROPN":
            yield i, replace(tokens[i], head=i - 2, dep="appos")


def _inverted(tree: Tree) -> Iterator[tuple[int, Token]]:
    """'Said Orr: "…"': a verb of saying that opens a sentence before a name is its verb."""
    tokens = tree.tokens
    for sentence in tree.parse.sentences:
        i = sentence.first
        name = tokens[i].head
        if tokens[i].tag != "VBD" or tokens[i].dep not in ("compound", "amod", "nmod") or tokens[name].head != name:
            continue
        if tokens[i].lemma in words().stance and tokens[name].pos == "PROPN" and tokens[name + 1].text in (":", ","):
            yield i, replace(tokens[i], head=i, dep="ROOT", pos="VERB")
            yield name, replace(tokens[name], head=i, dep="nsubj")
            for child in tree.children(name):
                if child > name:
                    yield child, replace(tokens[child], head=i)


def _let_do(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "rejected Lee's veto of a bill letting sailors sue the yard": a bare verb behind whom something lets act is what
    they may do, and no clause of what stands before."""
    tokens = tree.tokens
    for i, token in enumerate(tokens):
        if token.lemma not in ("let", "make", "help") or token.tag != "VBG" or token.dep != "acl":
            continue
        for who in tree.children(i, "dobj"):
            verb = tree.token_range(who)[1]
            if verb >= len(tokens) or tokens[verb].tag not in ("VBP", "VB") or tokens[verb].dep != "ccomp":
                continue
            things = tree.children(verb, "nsubj")
            over = tokens[verb].head
            if things and over < things[0] < i and things[0] in tree.ancestors(i):
                yield verb, replace(tokens[verb], head=i, dep="ccomp", tag="VB")
                yield who, replace(tokens[who], head=verb, dep="nsubj")
                yield things[0], replace(tokens[things[0]], head=over, dep="dobj")


def _objects(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "citing a nurse at the hospital": where the nurse is. "rejected as baseless the claim": what is
    rejected hangs on the verb, as an adjective has no object."""
    tokens = tree.tokens
    for i, token in enumerate(tokens):
        things = tree.children(i, "dobj")
        if token.lemma in ("cite", "quote") and token.tag == "VBG" and things:
            _, end = tree.token_range(things[0])
            for child in tree.children(i, "prep"):
                if tree.token_range(child)[0] == end and tokens[child].text.lower() != "as":
                    yield child, replace(tokens[child], head=things[0])
                    break
        elif token.pos == "ADJ" and things and i and tokens[i - 1].text.lower() == "as" and token.head < i:
            yield things[0], replace(tokens[things[0]], head=token.head)
