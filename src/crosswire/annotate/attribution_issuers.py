"""Who issued a document that the text names as a source."""

from crosswire.annotate.attribution_relatives import is_time
from crosswire.annotate.attribution_words import words
from crosswire.annotate.citation_media import media
from crosswire.text.clauses import agent, is_passive, subject
from crosswire.text.syntax import Tree

SEEN = frozenset({"see", "obtain", "review", "view", "examine", "get", "receive", "acquire", "read", "verify", "cite"})
MADE = frozenset({"send", "write", "issue", "release", "publish", "file", "sign", "put", "post", "make"})
BACK = 600  # tokens back that the document may have been named with its issuer


def issuer_of(tree: Tree, i: int) -> int | None:
    """The head of whoever issued the document at token i: its possessor, "from X", "by X", the
    one who sent or made it in words, or so for the last document of that name before."""
    found = own_issuer(tree, i)
    if found is not None:
        return found
    lemma = tree.tokens[i].lemma
    definite = any(tree.tokens[c].text.lower() in ("the", "this", "that") for c in tree.children(i, "det"))
    if not definite:
        return None
    for j in range(i - 1, max(-1, i - BACK), -1):
        if tree.tokens[j].lemma == lemma and tree.tokens[j].pos in ("NOUN", "PROPN"):
            found = own_issuer(tree, j)
            if found is not None:
                return found
    return None


def own_issuer(tree: Tree, i: int) -> int | None:
    """The head of whoever the words round the document at token i name as its issuer."""
    for child in tree.children(i, "poss", "compound"):
        if media().platforms.fullmatch(tree.tokens[child].text) or is_time(tree, child):
            continue  # "a Facebook post", "Monday's report from the ministry"
        if tree.tokens[child].pos == "PROPN" or (tree.tokens[child].dep == "poss" and tree.tokens[child].tag != "PRP$"):
            return child
    for child in tree.children(i, "prep", "agent", "acl"):
        if tree.tokens[child].dep == "acl" and tree.tokens[child].lemma not in SEEN:
            by = agent(tree, child)
            if by is not None:
                return by
        if tree.tokens[child].text.lower() in ("from", "by"):
            objects = tree.children(child, "pobj")
            if objects:
                return objects[0]
    verb = tree.tokens[i].head
    if tree.tokens[i].dep == "appos" and tree.tokens[verb].dep in (
        "dobj",
        "dative",
    ):  # "sent Lee, the chairman, a letter"
        over = tree.tokens[verb].head
        return subject(tree, over) if tree.tokens[over].lemma in MADE else None
    for child in tree.children(verb, "prep"):  # "read a statement from X": hung on the verb
        if child == i + 1 and tree.tokens[child].text.lower() == "from" and tree.tokens[i].dep == "dobj":
            return next(iter(tree.children(child, "pobj")), None)
    if tree.tokens[i].dep == "pobj" and tree.tokens[verb].text.lower() == "in":
        verb = tree.tokens[verb].head
        any_one = any(tree.tokens[c].text.lower() in ("a", "an") for c in tree.children(i, "det"))
        made = tree.tokens[verb].lemma in words().stance or any_one  # "resigned in a letter"
    else:
        asked = tree.tokens[verb].dep == "pcomp" and tree.tokens[tree.tokens[verb].head].text.lower() == "for"
        yet = any(
            tree.tokens[k].text.lower() in ("to", "should", "must") for k in tree.children(verb, "aux")
        )  # "should release the videos"
        asked = asked or is_passive(tree, verb)  # "were sent a memo"
        made = tree.tokens[i].dep == "dobj" and tree.tokens[verb].lemma in MADE and not (asked or yet)
    return subject(tree, verb) if made else None
