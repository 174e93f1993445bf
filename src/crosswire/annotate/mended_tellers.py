"""Who tells something, put before his verb where the parser hung him elsewhere."""

from collections.abc import Iterator
from dataclasses import replace

from crosswire.annotate.attribution_words import words
from crosswire.annotate.citation_media import outlet_in
from crosswire.annotate.person_words import is_person
from crosswire.records import Token
from crosswire.text.syntax import Tree

FINITE = frozenset({"VBD", "VBZ", "VBP"})
MARKS = frozenset({'"', "“", "”", "``", "''"})
CLOSED = frozenset({"”", "''", '"'})
TELLERS = frozenset({"police", "officials", "authorities", "prosecutors", "investigators", "detectives"})
BARE = frozenset({"allege", "say", "believe", "suspect"})  # no nouns between "police" and a name
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
    no second subject but tells who the first is; nor is who opens a sentence before a comma and a name ("The son of
    miners, Lee has argued")."""
    tokens = tree.tokens
    for verb in range(len(tokens)):
        who = tree.children(verb, "nsubj", "nsubjpass")
        if len(who) == 2 and tokens[who[0]].tag == "NN" and tokens[who[1]].pos == "PROPN":
            begin, end = tree.token_range(who[0])
            ahead = begin == tree.parse.sentences[tokens[verb].sentence].first and end < who[1]
            if ahead and tokens[end].text == "," and is_person(tokens[who[0]].lemma):
                yield who[0], replace(tokens[who[0]], head=who[1], dep="appos")
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


def described_behind_quotes(tree: Tree) -> Iterator[tuple[int, Token]]:
    """'"…," sailor Ann Lee, widely thought the best, said': between a name behind a closed quotation and its verb of
    saying, a participle between commas describes the name."""
    tokens = tree.tokens
    for last in people_of(tree).values():
        over = tokens[last].head
        verb, first = tokens[over].head, tree.token_range(last)[0]
        if tokens[last].dep != "nsubj" or not last < over < verb or tokens[over].tag not in ("VBN", "VBD"):
            continue
        aside = tokens[last + 1].text == tokens[verb - 1].text == "," and tokens[first - 1].text in CLOSED
        told = tokens[verb].tag in FINITE and tokens[verb].lemma in words().stance and not tree.children(verb, "nsubj")
        if aside and told and not tree.children(over, "aux", "auxpass"):
            yield last, replace(tokens[last], head=verb)
            yield over, replace(tokens[over], head=last, dep="acl", tag="VBN")
            for k in tree.children(over):
                if k < first:
                    yield k, replace(tokens[k], head=verb)


def participles_behind_quotes(tree: Tree) -> Iterator[tuple[int, Token]]:
    """'Lee promised "a storm like none you have seen," pushing Orr to flee': a participle right behind a closed
    quotation hangs on the verb of saying before it, not on one inside."""
    tokens = tree.tokens
    for i in range(2, len(tokens)):
        inner, verb = tokens[i].head, tokens[tokens[i].head].head
        behind = tokens[i - 1].text in CLOSED and tokens[i - 2].text == ","
        if tokens[i].dep != "advcl" or tokens[i].tag != "VBG" or not behind or not verb < inner < i:
            continue
        opened = sum(t.text in MARKS for t in tokens[verb:inner]) % 2
        if (
            opened
            and tokens[i].lemma not in words().stance
            and tokens[inner].dep == "ccomp"
            and tokens[verb].lemma in words().stance
        ):
            yield i, replace(tokens[i], head=verb)


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


def bare_tellers(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "Police allege Ann Lee, 61, set the fire": a verb between those who tell and a name, read as a part of it, is
    the main verb, and the clause of the name is what they tell."""
    tokens = tree.tokens
    for i in range(len(tokens) - 2):
        verb, who = i + 1, tokens[i + 1].head
        if tokens[i].text.lower() not in TELLERS or tokens[verb].text not in BARE or tokens[verb].dep != "compound":
            continue
        clause = tokens[who].head
        if tokens[i].head in (verb, who) and tokens[who].dep == "nsubj" and clause == tokens[clause].head > who > verb:
            yield i, replace(tokens[i], head=verb, dep="nsubj")
            yield verb, replace(tokens[verb], head=verb, dep="ROOT", pos="VERB", tag="VBP")
            yield clause, replace(tokens[clause], head=verb, dep="ccomp")


def told_clauses(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "Lee denied the meeting with clerks took place": what seems to be the object of a verb of telling, with a finite
    verb right behind it that has no subject, is that verb's."""
    tokens = tree.tokens
    for thing, token in enumerate(tokens):
        over = token.head
        if token.dep != "dobj" or thing < over or tokens[over].lemma not in words().stance:
            continue
        _, end = tree.token_range(thing)
        for verb in tree.children(over, "advcl", "dep", "ccomp"):
            first, _ = tree.token_range(verb)
            bare = not tree.children(verb, "mark", "nsubj", "nsubjpass", "expl", "advmod")
            if first == end and tokens[verb].tag in FINITE and bare and tokens[first].pos in ("VERB", "AUX"):
                yield thing, replace(token, head=verb, dep="nsubj")
                yield verb, replace(tokens[verb], dep="ccomp")


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


def wires_behind(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "Police said Lee gave up and was charged, the wire reported.": who is named with a verb of reporting behind a
    comma at a sentence's end has it from the first, though his verb was read as what the first says."""
    tokens = tree.tokens
    for verb, token in enumerate(tokens):
        over, who, told = token.head, tree.children(verb, "nsubj"), tree.children(verb, "ccomp")
        if token.lemma not in ("report", "say") or token.tag not in FINITE or token.dep != "ccomp" or over >= verb:
            continue
        if not who or not told or not over < told[0] < who[0] or tokens[over].lemma not in words().stance:
            continue
        comma = tree.token_range(who[0])[0] - 1
        ends = tree.token_range(verb)[1] >= tree.parse.sentences[token.sentence].last - 2
        plain = tokens[comma].text == "," and tokens[over].head == over and tokens[who[0]].pos in ("PROPN", "NOUN")
        if plain and ends and tree.children(over, "nsubj"):
            yield verb, replace(token, head=verb, dep="ROOT")
            yield over, replace(tokens[over], head=verb, dep="ccomp")
            yield told[0], replace(tokens[told[0]], head=over)


def outlets_last(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "with clerks Ann Lee, Tom Orr and Ida Salt, Delta News reported.": the name of a medium that ends a list right
    before a verb of reporting is its subject, and the list is not."""
    tokens = tree.tokens
    for verb, token in enumerate(tokens):
        who = tree.children(verb, "nsubj")
        last = verb - 1
        if token.lemma not in ("report", "say") or token.tag not in FINITE or not who or last < 2 or who[0] == last:
            continue
        first = last
        while first > 0 and tokens[first - 1].pos in ("PROPN", "DET") and last - first < LONGEST_NAME:
            first -= 1
        inside = last in tree.subtree(who[0]) and tokens[last].pos == "PROPN" and tokens[first - 1].text == ","
        several = len([k for k in range(who[0], first) if tokens[k].text in (",", "and")]) > 1
        name = " ".join(t.text for t in tokens[first : last + 1])
        if inside and several and tokens[who[0]].pos == "PROPN" and outlet_in(name):
            yield last, replace(tokens[last], head=verb, dep="nsubj")
            yield who[0], replace(tokens[who[0]], dep="dep")


def senders(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "Lee emailed the clerks saying that": who sent something says what stands behind those who got it."""
    tokens = tree.tokens
    for i, token in enumerate(tokens):
        over = tokens[token.head].head
        if token.dep != "acl" or token.tag != "VBG" or token.lemma not in words().stance or tokens[i - 1].text == ",":
            continue
        paper = tokens[token.head].lemma in words().sources["documents"]
        got = tokens[token.head].dep == "dobj" and not paper and tokens[over].lemma in words().lists["sent_to"]
        if got and tree.children(over, "nsubj"):
            yield i, replace(token, head=over, dep="advcl")


def first_surnames(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "Salt, on "Harbor Day," told Orr he would stay", "Salt, meanwhile, refused": a surname known from elsewhere that
    opens a sentence and was read as an aside is the subject of the main verb that has none."""
    tokens = tree.tokens
    surnames = {tokens[last].text for first, last in people_of(tree).items()}
    for sentence in tree.parse.sentences:
        i, verb = sentence.first, tokens[sentence.first].head
        alone = tokens[i].text in surnames and tokens[i].dep in ("advcl", "advmod", "intj", "dep", "npadvmod", "nmod")
        free = tokens[verb].head == verb > i and not tree.children(verb, "nsubj", "nsubjpass", "expl")
        if alone and free and tokens[i + 1].text == "," and tokens[verb].tag in (*FINITE, "VBG"):
            yield i, replace(tokens[i], head=verb, dep="nsubj", pos="PROPN", tag="NNP")


def finite_again(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "He was upset by the demand that the yard look into it and feared it would": a past form joined to a bare one of
    a clause within goes on with the past verb above."""
    tokens = tree.tokens
    for i, token in enumerate(tokens):
        over = tokens[token.head]
        if token.dep != "conj" or token.tag != "VBD" or token.lemma not in words().stance or over.tag != "VB":
            continue
        if (
            tree.children(i, "nsubj", "nsubjpass")
            or tree.children(token.head, "aux")
            or over.dep not in ("acl", "ccomp")
        ):
            continue
        past = [k for k in tree.ancestors(token.head) if tokens[k].pos in ("VERB", "AUX") and k < token.head]
        told = [k for k in past if tokens[k].tag in ("VBD", "VBN") and tree.children(k, "nsubj", "nsubjpass")]
        if told:
            yield i, replace(token, head=told[0])


def past_relatives(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "Lee rolled back the decrees which had praised Orr and vowed to mend the quay": a thing vows nothing, so what
    goes on is the main clause."""
    tokens, sources = tree.tokens, words().sources
    people = {w for name in ("persons", "anonymous", "bodies", "documents", "outlet_words") for w in sources[name]}
    for i, token in enumerate(tokens):
        clause = tokens[token.head]
        noun = tokens[clause.head]
        thing = noun.pos == "NOUN" and noun.lemma not in people and not is_person(noun.lemma)
        if token.dep != "conj" or token.tag != "VBD" or clause.dep != "relcl" or not thing:
            continue
        if token.lemma not in ("vow", "pledge", "promise") or tree.children(i, "nsubj"):
            continue
        over = next((k for k in tree.ancestors(clause.head) if tree.children(k, "nsubj")), None)
        if over is not None and tokens[over].tag in FINITE:
            yield i, replace(token, head=over)
