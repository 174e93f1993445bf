"""Documents that somebody issued or sent, and those that are known by whose they are: "sent an e-mail saying", "in her
letter to the board", "in a book by Nora Quist"."""

from dataclasses import replace

from crosswire.annotate.attribution_cues import speaks
from crosswire.annotate.attribution_sources import PRONOUNS, Namer
from crosswire.annotate.citation_media import media
from crosswire.annotate.citation_scan import beside, owned, span
from crosswire.annotate.citation_words import source_words, tells
from crosswire.records import Citation, Source
from crosswire.text.clauses import agent, is_passive, objects, subject
from crosswire.text.syntax import Tree

# What is put out to be read, whatever is done to make it so; the others only where they are given out.
WRITTEN = frozenset("tweet statement letter memo memorandum email communique communiqué advisory communication".split())
PASSED_ON = frozenset("letter memo memorandum email".split())  # "released 200 emails": those are others'
ARGUED = frozenset("op-ed editorial essay filing memoir documentary proclamation voicemail".split())
GIVEN_OUT = frozenset("report release post message complaint op-ed editorial essay study survey blog note".split())
ISSUING = frozenset("issue release circulate distribute publish post".split())
SENDING = ISSUING | frozenset("send write submit put email forward pen".split())
MAKING = frozenset(
    "write file sign send submit pen author prepare produce compile commission conduct lead issue".split()
)
HELD = WRITTEN | GIVEN_OUT | {"book", "memoir", "article", "column", "filing", "lawsuit", "testimony", "paper"}
PRINTED = frozenset({"article", "report", "paper", "story"})
BODIES = frozenset("company campaign agency team group department committee party union".split())
# What is done with others' documents, and what is none: "read it in a tweet", "he was named in a letter".
TAKEN_IN = frozenset("receive read find see hear learn discover spot get obtain be have come include".split())
WITHIN = frozenset({"in", "from", "to"})  # "in his letter", "according to a report by the council"
MANY = frozenset("series flurry string number barrage pair round spate batch".split())  # "a flurry of tweets"
WRITERS = frozenset({"person", "organization", "media"})
_NOTICES = source_words("notices")
_DOCUMENTS = HELD | source_words("written") | source_words("websites") | _NOTICES
LONGEST = 6  # words of whose a document is; a longer name is a piece of the sentence


def issued(text: str, tree: Tree, namer: Namer) -> list[Citation]:
    """The documents that an article names with those who issued them or whose they are."""
    found: list[Citation] = []
    for i, token in enumerate(tree.tokens):
        if token.pos != "NOUN" or (kind := _kind(tree, i)) not in _DOCUMENTS:
            continue
        at = _counted(tree, i)
        owner = _issuer(tree, at, kind) if tree.tokens[at].dep == "dobj" else None
        if tree.tokens[at].dep == "pobj":
            owner = _writer(tree, at) if kind in HELD else None
            owner = _teller(tree, at, kind) if owner is None else owner
        source = namer.source(owner) if owner is not None else None
        if owner is not None and source is not None and _is_known(source, speaks(tree, owner)):
            found.append(beside(text, source, token, owned(_word(tree, i), source)))
        elif source is not None and (first := _first(source)) is not None:
            found.append(span(text, token.start, token.end, [owned(_word(tree, i), first)]))
    return found


def _is_known(source: Source, speaks_so: bool) -> bool:
    """Whether an article tells whose a document is; ``speaks_so``: whether its words are such as speak."""
    few = len(source.name.split()) <= LONGEST and source.name.lower() not in PRONOUNS
    return few and (source.kind in WRITERS or (speaks_so and source.kind == "anonymous"))


def _first(source: Source) -> Source | None:
    """Of a source too long to be a name, the first of those whom it lists."""
    first, *others = source.name.split(" and ")
    return (
        replace(source, name=first) if others and 1 < len(first.split()) <= LONGEST < len(source.name.split()) else None
    )


def _is_electronic(tree: Tree, i: int) -> bool:
    return i > 1 and tree.tokens[i].lemma == "mail" and tree.tokens[i - 2].text.lower() == "e"


def _kind(tree: Tree, i: int) -> str:
    """What sort of document a token names: "e-mail", in pieces or not, is "email"."""
    lemma = tree.tokens[i].lemma
    return "email" if lemma in ("e-mail", "mailing") or _is_electronic(tree, i) else lemma


def _counted(tree: Tree, i: int) -> int:
    """The head of the phrase that holds a document: "series" for "tweets" in "a series of tweets"."""
    link = tree.tokens[i].head
    over = tree.tokens[link].head
    held = tree.tokens[i].dep == "pobj" and tree.tokens[link].text.lower() == "of"
    return over if held and tree.tokens[over].lemma in MANY else i


def _word(tree: Tree, i: int) -> str:
    """What a document is called: "e-mail" in one piece, "court papers" with its court."""
    court = [c for c in tree.children(i, "compound") if tree.tokens[c].lemma == "court"]
    if court:
        return f"court {tree.tokens[i].text}"
    return "e-mail" if _is_electronic(tree, i) else tree.tokens[i].lemma


def _issuer(tree: Tree, i: int, kind: str) -> int | None:
    """The head of those who issued or sent the document at token i, where an article tells that they did."""
    verb = tree.tokens[i].head
    acts = SENDING if kind in WRITTEN else ISSUING if kind in GIVEN_OUT | _NOTICES else frozenset[str]()
    aloud = tree.tokens[verb].lemma != "put" or bool(tree.children(verb, "prt"))  # "put out a statement"
    others = kind in PASSED_ON and tree.tokens[i].tag == "NNS" and tree.tokens[verb].lemma in ISSUING - {"issue"}
    if others or tree.tokens[verb].lemma not in acts or not aloud or not _is_done(tree, verb) or is_passive(tree, verb):
        return None
    return subject(tree, verb)


def _is_done(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of what was done: not "did not send", "to send", "will send"."""
    if tree.tokens[verb].tag == "VB" and not tree.children(verb, "aux"):
        return False  # "she demanded that he release the report"
    if any(tree.tokens[c].text.lower() in ("me", "us", "you") for c in tree.children(verb, "dative")):
        return False  # what somebody tells of himself: "he writes me a letter"
    helps = [tree.tokens[c] for c in tree.children(verb, "aux", "neg")]
    return not any(t.dep == "neg" or t.tag in ("TO", "MD") for t in helps)


def _writer(tree: Tree, i: int) -> int | None:
    """The head of those whose the document at token i is, behind "in": "in her letter", "in a book by Nora Quist"."""
    if tree.tokens[tree.tokens[i].head].text.lower() not in WITHIN:
        return None
    if any(tree.tokens[c].lemma in ("personal", "private") for c in tree.children(i, "amod")):
        return None  # "in her private email", where others found it
    owners = [k for k in tree.children(i, "poss") if tree.tokens[k].text.lower() not in ("my", "our", "your", "its")]
    makers = [k for k in objects(tree, i, "by", "from") if tree.tokens[k].lemma != "scene"]
    acts = [c for c in tree.children(i, "acl") if tree.tokens[c].tag == "VBN" and tree.tokens[c].lemma in MAKING]
    if tells(tree.tokens[tree.tokens[tree.tokens[i].head].head].lemma):
        makers += [k for c in acts if (k := agent(tree, c)) is not None]
    return next(iter([*makers, *owners]), None)


def _teller(tree: Tree, i: int, kind: str) -> int | None:
    """The head of who tells something by the document at token i: "in a 1961 memoir, Nora Quist boasted", "told in
    letters to a friend", "announced on its website"."""
    link = tree.tokens[i].head
    verb, word = _deed(tree, i, kind), tree.tokens[link].text.lower()
    links = ("on",) if kind in source_words("websites") else ("in", "through", "via")
    fronted = kind in WRITTEN and _is_first(tree, i)
    put = kind in WRITTEN | ARGUED and tree.tokens[verb].lemma not in TAKEN_IN and not _is_others(tree, i)
    tell = tells(tree.tokens[verb].lemma) or fronted or put
    if word not in links or tree.tokens[verb].pos != "VERB" or not tell:
        return None
    if kind in source_words("websites"):
        owners = [*tree.children(i, "compound", "poss"), *objects(tree, i, "of")]
        owner = next((k for k in owners if _owns(tree, k)), None)
        if owner is not None:
            return owner
    dets = [tree.tokens[c].text.lower() for c in tree.children(i, "det", "poss")]
    own = ("his", "her", "its", "their")
    ours = own if kind in PRINTED else (*own, "a", "an", "another", "one")  # "in an article" is where he was printed
    known = any(d in ours for d in dets)
    known = known or (kind in source_words("websites") and _is_bodys(tree, i))
    many = not dets and tree.tokens[i].tag == "NNS" and kind != "statement"  # "in opening statements"
    if not (known or many) or is_passive(tree, verb) or not _is_done(tree, verb):
        return None
    return subject(tree, verb)


def _is_first(tree: Tree, i: int) -> bool:
    """Whether a sentence begins with the preposition over token i."""
    return tree.tokens[i].head == tree.parse.sentences[tree.tokens[i].sentence].first


def _deed(tree: Tree, i: int, kind: str) -> int:
    """The verb over the document at token i, also over what that seems to belong to: "criticized the plan in a tweet",
    "said that the plan would fail, in a letter"; the head of its preposition where the document is another's."""
    head = over = tree.tokens[tree.tokens[i].head].head
    while kind in WRITTEN | ARGUED and not _is_others(tree, i) and _hangs(tree, over):
        if tree.tokens[over].lemma in source_words("held") | TAKEN_IN:
            return head  # "denied the claims in a letter": in somebody else's
        over = tree.tokens[over].head
    return over


def _is_others(tree: Tree, i: int) -> bool:
    """Whether a document is told to be somebody's: "a letter of the crew", "a Karrowan statement"."""
    named = any(tree.tokens[c].text[0].isupper() for c in tree.children(i, "amod", "compound"))
    return named or bool(objects(tree, i, "of", "by", "from"))


def _hangs(tree: Tree, i: int) -> bool:
    """Whether token i is a part of what somebody does or says, with no subject to put it in writing of its own."""
    token, over = tree.tokens[i], tree.tokens[tree.tokens[i].head]
    if token.dep in ("dobj", "pobj", "prep", "xcomp"):
        return True
    if token.dep == "ccomp":
        return tells(over.lemma) and not tells(token.lemma)
    return token.dep == "advcl" and token.tag == "VBG" and not tree.children(i, "nsubj", "mark")


def _is_bodys(tree: Tree, i: int) -> bool:
    """Whether the website at token i is that of whom the teller is of: "wrote on the company blog"."""
    return any(tree.tokens[c].pos == "NOUN" and tree.tokens[c].lemma in BODIES for c in tree.children(i, "compound"))


def _owns(tree: Tree, k: int) -> bool:
    """Whether a word beside a website is its owner's name, and not the platform that it stands on."""
    return tree.tokens[k].pos == "PROPN" and media().platforms.fullmatch(tree.tokens[k].text) is None
