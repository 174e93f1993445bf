"""What stands beside a name: the office that it holds, what it was asked; and bodies that were read as pronouns."""

from collections.abc import Iterator
from dataclasses import replace

from crosswire.annotate.attribution_things import is_thing
from crosswire.annotate.attribution_words import words
from crosswire.annotate.mended_tellers import CLOSED, FINITE, MARKS, people_of
from crosswire.records import Token
from crosswire.text.syntax import Tree

TITLING = MARKS | {"`"}
CLIMB = 3  # words of titles between a comma and a name: "Lt. Gen."
PARTISANS = frozenset({"democrat", "republican", "independent"})


def bodies_in_capitals(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "…, WHO said": a health body is no pronoun, where the words round it are not in capitals."""
    for i, token in enumerate(tree.tokens):
        if token.text == "WHO" and token.tag in ("WP", "WDT"):
            near = [t.text for t in tree.tokens[max(0, i - 2) : i + 3] if t.text.isalpha() and t is not token]
            if not any(word.isupper() and len(word) > 1 for word in near):
                yield i, replace(token, pos="PROPN", tag="NNP", lemma="WHO")


def names_of_offices(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "The chairman of the Boats and Piers Board, Captain Ann Lee, said": a person's name behind an office and a comma
    is who holds it, and no second one joined to it without "and". "…, according to the board's top clerk, Ann Lee of
    Orsk": nor is it a word of when or where."""
    tokens = tree.tokens
    for first, last in people_of(tree).items():
        begin = first
        while begin > 0 and first - begin < CLIMB and tokens[begin - 1].head == last:
            begin -= 1
        if begin < 2 or tokens[begin - 1].text != "," or tokens[last].sentence != tokens[begin - 2].sentence:
            continue
        office = _office_before(tree, begin - 2)
        if office is None or any(tokens[k].text == "and" for k in tree.children(last, "cc")):
            continue
        joined = tokens[last].dep == "conj" and tokens[last].head == office and not tree.children(office, "cc")
        hung = tokens[last].dep in ("npadvmod", "dep") and tokens[office].dep == "pobj"
        if joined or (hung and tokens[tokens[office].head].text.lower() == "to"):
            yield last, replace(tokens[last], head=office, dep="appos")


def asked_first(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "Ann Lee, a clerk, asked if the pier was safe, said": between commas is what she was asked, and the verb of
    saying behind it is the sentence's."""
    tokens = tree.tokens
    for i, token in enumerate(tokens):
        if token.lemma != "ask" or token.tag not in ("VBD", "VBN") or tokens[i - 1].text != ",":
            continue
        who = tree.children(i, "nsubj")
        above = [token.head] if token.dep == "ccomp" and token.head > i else []
        said = [k for k in (*above, *tree.children(i)) if k > i and tokens[k].tag in FINITE]
        said = [k for k in said if tokens[k - 1].text == "," and tokens[k].lemma in words().stance]
        if not who or who[0] > i or not said or tree.children(said[0], "nsubj", "nsubjpass"):
            continue
        verb = said[0]
        if not above:
            yield verb, replace(tokens[verb], head=verb, dep="ROOT")
        yield i, replace(token, head=who[0], dep="acl", tag="VBN")
        yield who[0], replace(tokens[who[0]], head=verb)
        for child in tree.children(i):
            if child > verb:
                yield child, replace(tokens[child], head=verb)


def names_behind_titles(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "In his book, “A Ship of Fools,” which sold well, Lee wrote that": a title between quotation marks says nothing,
    the name right before the verb does."""
    tokens = tree.tokens
    for i, token in enumerate(tokens):
        if token.tag not in FINITE or token.lemma not in words().stance or tokens[i - 1].pos != "PROPN":
            continue
        who = tokens[i - 1].head
        if tokens[i - 1].dep != "appos" or tokens[who].dep != "nsubj" or tokens[who].head != i:
            continue
        opened = [k for k in range(tree.parse.sentences[token.sentence].first, who) if tokens[k].text in TITLING]
        if opened and any(t.text in CLOSED for t in tokens[who : i - 1]):
            yield i - 1, replace(tokens[i - 1], head=i, dep="nsubj")
            yield who, replace(tokens[who], dep="dep")


def who_of_names(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "granted an order to Representative Tom Orr, who argued that": what "who" tells behind a name and a comma
    is told of that person, not of the thing before."""
    tokens = tree.tokens
    for last in people_of(tree).values():
        if last + 2 >= len(tokens) or tokens[last + 1].text != "," or tokens[last + 2].text.lower() != "who":
            continue
        verb = tokens[last + 2].head
        noun = tokens[verb].head
        hung = tokens[verb].dep == "relcl" and noun < last and noun in tree.ancestors(last)
        if (
            hung
            and tokens[noun].tag == "NN"
            and is_thing(tree, noun)
            and tokens[verb].sentence == tokens[last].sentence
        ):
            yield verb, replace(tokens[verb], head=last)


def second_verbs(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "Yard shuts its gate, says no sign of rain", "Yard Shuts Gate, Claims Crew ‘Left’ Early": a headline's
    second verb goes on with its first, where who stands behind it is nobody or the subject of what is said."""
    tokens, lists = tree.tokens, words().sources
    for i, token in enumerate(tokens):
        if token.tag != "VBZ" or token.head != i or token.lemma.lower() not in words().stance or i < 3:
            continue
        first = [k for k in tree.children(i, "ccomp") if k < i and tokens[k].tag == "VBZ"]
        behind = [k for k in tree.children(i, "nsubj") if k > i]
        if tokens[i - 1].text != "," or not first or not behind or not tree.children(first[0], "nsubj"):
            continue
        told = [k for k in tree.children(i, "ccomp") if k > behind[0]]
        nothing = any(tokens[k].text.lower() == "no" for k in tree.children(behind[0], "det"))
        nobody = nothing and tokens[behind[0]].lemma.lower() not in lists["persons"] | lists["anonymous"]
        if told or nobody:
            yield first[0], replace(tokens[first[0]], head=first[0], dep="ROOT")
            yield i, replace(token, head=first[0], dep="conj")
            over = told[0] if told else i
            yield behind[0], replace(tokens[behind[0]], head=over, dep="nsubj" if told else "dobj")


def goes_on_outside(tree: Tree) -> Iterator[tuple[int, Token]]:
    """ "The court found that the firm knew of leaks before they were posted and asked Orr": a verb of telling behind
    what was done to things goes on with the clause over it, whose subject tells."""
    tokens, table = tree.tokens, words()
    for i, token in enumerate(tokens):
        inner = token.head
        verb = tokens[inner].head
        if token.dep != "conj" or tokens[inner].dep != "advcl" or not verb < inner < i or token.tag != "VBD":
            continue
        passive = tree.children(inner, "nsubjpass") and tree.children(inner, "auxpass")
        own = tree.children(i, "nsubj", "nsubjpass", "aux", "auxpass")
        tells = token.lemma in table.stance and bool(tree.children(i, "dobj", "ccomp"))
        if passive and not own and tells and tokens[verb].tag == "VBD" and tree.children(verb, "nsubj"):
            yield i, replace(token, head=verb)


def _office_before(tree: Tree, end: int) -> int | None:
    """The definite singular office whose words end at a token: "the panel's top clerk", "the chairman of the Board"."""
    tokens, lists = tree.tokens, words().sources
    roles = lists["persons"] | lists["anonymous"] | lists["titles"] | PARTISANS
    for k in (end, *tree.ancestors(end)):
        if k > end or tokens[k].sentence != tokens[end].sentence or tokens[k].pos in ("VERB", "AUX"):
            return None
        definite = tree.children(k, "poss") or any(tokens[d].text.lower() == "the" for d in tree.children(k, "det"))
        if tokens[k].tag in ("NN", "NNP") and tokens[k].lemma.lower() in roles and definite:
            return k
    return None
