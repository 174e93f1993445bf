"""Who tells something, put before his verb where the parser hung him elsewhere."""

from collections.abc import Iterator
from dataclasses import replace

from crosswire.annotate.attribution_words import words
from crosswire.records import Token
from crosswire.text.syntax import Tree

FINITE = frozenset({"VBD", "VBZ", "VBP"})
CLOSED = frozenset({"”", "''", '"'})
TELLERS = frozenset({"police", "officials", "authorities", "prosecutors", "investigators", "detectives"})
LONGEST_NAME = 4  # tokens of a name that ends a sentence
LONGEST_ASIDE = 14  # tokens of what stands between commas behind a name


def people_of(tree: Tree) -> dict[int, int]:
    """For the first token of every person's name, its last."""
    found: dict[int, int] = {}
    spans = iter([e for e in tree.parse.entities if e.label == "PERSON"])
    span, first = next(spans, None), -1
    for i, token in enumerate(tree.tokens):
        while span and span.end <= token.start:
            span, first = next(spans, None), -1
        if span and token.start >= span.start:
            first = i if first < 0 else first
            if token.pos == "PROPN":
                found[first] = i
    return found


def named_verbs(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "Grant over the weekend denied that": a surname that opens a sentence and was read as an order is the subject of
    the verb behind it."""
    tokens = tree.tokens
    surnames = {tokens[last].text for first, last in people_of(tree).items()}
    for sentence in tree.parse.sentences:
        i = sentence.first
        if tokens[i].text not in surnames or tokens[i].pos != "VERB" or tokens[i].head != i:
            continue
        below = [k for k in tree.children(i, "dep", "ccomp", "conj", "parataxis") if tokens[k].tag in FINITE]
        if not below or tokens[below[0]].tag != "VBD" or tree.children(below[0], "nsubj", "nsubjpass"):
            continue
        verb = below[0]
        yield i, replace(tokens[i], head=verb, dep="nsubj", pos="PROPN", tag="NNP")
        yield verb, replace(tokens[verb], head=verb, dep="ROOT")
        for child in tree.children(i):
            if child != verb:
                yield (
                    child,
                    replace(tokens[child], head=verb, dep="prep" if tokens[child].dep == "prt" else tokens[child].dep),
                )


def second_subjects(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "Ban Ko, the secretary of the league, vowed", "said Ann Lee, author of": who stands behind a name and a comma is
    no second subject but tells who the first is."""
    tokens = tree.tokens
    for verb in range(len(tokens)):
        who = tree.children(verb, "nsubj", "nsubjpass")
        if len(who) != 2 or tokens[who[0]].pos != "PROPN" or tokens[who[1]].pos != "NOUN":
            continue
        first, _ = tree.token_range(who[1])
        _, end = tree.token_range(who[0])
        role = (
            tokens[who[1]].lemma in words().sources["persons"] | words().sources["titles"]
            or tokens[who[1]].lemma == "author"
        )
        if role and first == end + (tokens[end].text == ",") and tokens[first - 1].text == ",":
            yield who[1], replace(tokens[who[1]], head=who[0], dep="appos")


def joined_subjects(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "clerks and Harbor Court watchers said": a second subject right behind the first is the end of its words."""
    tokens = tree.tokens
    for verb in range(len(tokens)):
        who = tree.children(verb, "nsubj")
        if len(who) != 2 or who[1] >= verb or tokens[who[1]].tag not in ("NNS", "NN"):
            continue
        first, before = tree.token_range(who[1])[0], tree.token_range(who[0])[1] - 1
        if first != before + 1 or tokens[before].dep != "conj" or first != who[1]:
            continue
        yield who[1], replace(tokens[who[1]], head=tokens[before].head, dep="conj")
        yield before, replace(tokens[before], head=who[1], dep="compound")


def behind_quotes(tree: Tree) -> Iterator[tuple[int, Token]]:
    """'"…," Lee, a clerk of the yard, said on "Ships and Men"': a person's name right behind a closed quotation, with a
    verb of saying behind it, is its subject."""
    tokens = tree.tokens
    for first, last in people_of(tree).items():
        mark, verb = first - 1, last + 1
        if mark < 2 or tokens[mark].text not in CLOSED or tokens[mark - 1].text not in (",", "?", "!"):
            continue
        if verb < len(tokens) and tokens[verb].text == ",":
            reach = range(verb + 1, min(verb + LONGEST_ASIDE, len(tokens) - 1))
            verb = next((k + 1 for k in reach if tokens[k].text == "," and tokens[k + 1].tag in FINITE), verb)
        if verb >= len(tokens) or tokens[verb].tag not in FINITE or tokens[verb].lemma not in words().stance:
            continue
        others = tree.children(verb, "nsubj")
        inside = not first <= tokens[last].head <= verb and tokens[last].head < mark
        if tokens[verb].sentence == tokens[last].sentence and inside and all(k > verb for k in others):
            yield last, replace(tokens[last], head=verb, dep="nsubj")
            for k in others:
                yield k, replace(tokens[k], dep="dep")


def without_verb(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "The agency, which has hired Lee, announced that …": where a sentence was read as a mere name, the participle of
    saying behind its aside is its verb."""
    tokens = tree.tokens
    for sentence in tree.parse.sentences:
        who = next((k for k in range(sentence.first, sentence.last) if tokens[k].head == k), -1)
        if who < 0 or tokens[who].pos not in ("PROPN", "NOUN") or not tree.children(who, "relcl", "appos"):
            continue
        told = [k for k in tree.children(who, "acl") if tokens[k].tag == "VBN" and tokens[k - 1].text == ","]
        verb = next((k for k in told if tokens[k].lemma in words().stance and tree.children(k, "ccomp")), -1)
        if verb > who:
            yield verb, replace(tokens[verb], head=verb, dep="ROOT", tag="VBD", pos="VERB")
            yield who, replace(tokens[who], head=verb, dep="nsubj")


def second_names(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "To know the real Ann Lee, Judge Orr said, one must read": of two people's names between which a comma stands,
    and none behind the second, the second is who speaks."""
    tokens, ends = tree.tokens, set(people_of(tree).values())
    for i, token in enumerate(tokens):
        verb = token.head
        if token.dep != "nsubj" or i not in ends or tokens[verb].lemma not in words().stance:
            continue
        for k in tree.children(i, "appos"):
            begin, end = tree.token_range(k)
            if (
                k in ends
                and end == verb
                and tokens[begin - 1].text == ","
                and tokens[begin - 2].head in (i, begin - 2, verb)
            ):
                yield k, replace(tokens[k], head=verb, dep="nsubj")
                yield i, replace(token, dep="dep")


def whom_police_name(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "The man police say is behind it": the police say it, of the man."""
    tokens = tree.tokens
    for i in range(1, len(tokens) - 2):
        verb, noun = i + 1, i - 1
        if tokens[i].text.lower() not in TELLERS or tokens[i].head != verb or tokens[i].dep != "nsubj":
            continue
        told = tokens[verb + 1].tag in FINITE and tokens[verb + 1].head == verb and not tree.children(verb + 1, "nsubj")
        person = (
            tokens[noun].tag == "NN" and tokens[noun].lemma in words().sources["persons"] and tokens[noun].head == i
        )
        if told and person and tokens[verb].lemma in words().stance:
            yield noun, replace(tokens[noun], head=verb + 1, dep="nsubj")
            for child in tree.children(i):
                if child < noun:
                    yield child, replace(tokens[child], head=noun)


def behind_dashes(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "They say it would be wrong to hurt its trade -- and remind clerks that": what goes on right behind a dash has
    no subject of its own before it."""
    tokens = tree.tokens
    for i, token in enumerate(tokens):
        over = token.head
        if token.dep != "conj" or i < 3 or tokens[i - 1].tag != "CC" or tokens[i - 2].text not in ("--", "—", "–", "-"):
            continue
        for k in tree.children(i, "nsubj"):
            if over < k < i - 2 and token.lemma in words().stance:
                yield k, replace(tokens[k], head=over, dep="dep")


def last_names(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "…, reports Delta News .": a name that ends a sentence behind a comma and a verb of telling is its subject."""
    tokens = tree.tokens
    for sentence in tree.parse.sentences:
        name, i = sentence.last - 2, sentence.last - 2
        while i > sentence.first and name - i < LONGEST_NAME and tokens[i].pos == "PROPN":
            i -= 1
        told = tokens[i].tag in ("VBZ", "VBD") and tokens[i].lemma in ("report", "say", "write", "note")
        if i == name or not told or tokens[i - 1].text not in (",", "”", "''") or tokens[sentence.last - 1].text != ".":
            continue
        if i - sentence.first > LONGEST_NAME and tokens[name].head == i and tokens[name].dep != "nsubj":
            yield name, replace(tokens[name], dep="nsubj")
            for k in tree.children(i, "nsubj"):
                yield k, replace(tokens[k], dep="dep")


def with_saying(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "with several saying that Lee left": a participle of saying that was read as a noun, with who says it before it
    and the clause behind."""
    tokens = tree.tokens
    for i, token in enumerate(tokens):
        if token.text != "saying" or token.tag != "NN" or not tree.children(i, "nsubj"):
            continue
        clauses = [
            c for c in tree.children(i, "acl", "relcl", "ccomp") if c > i and tree.children(c, "nsubj", "nsubjpass")
        ]
        if clauses:
            yield i, replace(token, pos="VERB", tag="VBG", lemma="say")
            yield clauses[0], replace(tokens[clauses[0]], dep="ccomp")
