"""Who tells where a verb's subject is not what it seems: behind the verb, in brackets, a participle's, by deeds."""

from collections.abc import Sequence

from crosswire.annotate.attribution_words import words
from crosswire.annotate.citation_media import outlet_in
from crosswire.annotate.mended_tellers import CLOSED
from crosswire.annotate.person_words import is_person
from crosswire.text.clauses import SUBJECTS, agent, subject
from crosswire.text.syntax import Tree


def is_joined_participle(tree: Tree, i: int) -> bool:
    """Whether a participle goes on with one that describes a noun: "a plan, mocked by many and rejected as dear"."""
    token, over = tree.tokens[i], tree.tokens[tree.tokens[i].head]
    joined = token.dep == "conj" and over.dep == "acl" and over.tag == "VBN"
    bare = joined and not tree.children(i, *SUBJECTS, "aux", "dobj")
    return bare and (token.tag == "VBN" or (token.tag == "VBD" and agent(tree, i) is not None))


def own_subject(tree: Tree, i: int) -> int | None:
    """The subject of a verb; of a participle behind "as well as" the main verb's: "Lee said that it leaks, as well as
    contending that"; of a call that somebody joins his."""
    if (caller := joiner(tree, i)) is not None:
        return caller
    beside = tree.tokens[i].tag == "VBG" and [t.text.lower() for t in tree.tokens[max(0, i - 3) : i]]
    if beside != ["as", "well", "as"]:
        return subject(tree, i)
    said = [k for k in tree.ancestors(i) if tree.tokens[k].dep == "ROOT"]
    return next((k for verb in said for k in tree.children(verb, "nsubj")), None)


def joiner(tree: Tree, i: int) -> int | None:
    """Who joins those whose call a participle tells, and so calls too: "Lee joined a chorus of clerks calling for"."""
    tokens, k = tree.tokens, tree.tokens[i].head
    if tokens[i].tag != "VBG" or tokens[i].dep != "acl" or tokens[i - 1].text == ",":
        return None
    while tokens[k].dep == "pobj" and tokens[tokens[k].head].text.lower() == "of":
        k = tokens[tokens[k].head].head
    joins = tokens[k].dep == "dobj" and tokens[tokens[k].head].lemma == "join"
    return subject(tree, tokens[k].head) if joins else None


def paper_behind(tree: Tree, i: int) -> int | None:
    """The document behind a verb that tells what it says, which the parser takes for its object: "“…,” read a statement
    from Lee"."""
    closed = i > 0 and tree.tokens[i - 1].text in CLOSED
    things = [k for k in tree.children(i, "dobj") if k > i] if closed else []
    return next((k for k in things if tree.tokens[k].lemma in words().sources["documents"]), None)


def letter_from(tree: Tree, i: int) -> int | None:
    """The paper of somebody else's that a participle tells of, though it was read as what its sender says: "Lee
    released letters from his doctors on Monday stating that"."""
    token, over = tree.tokens[i], tree.tokens[i].head
    if token.dep != "advcl" or token.tag != "VBG" or tree.tokens[i - 1].text == ",":
        return None
    if tree.tokens[over].lemma in ("quote", "cite"):  # "quotes (from) the clerks' letters to Orr saying"
        cited = (k for k in range(i - 1, over, -1) if tree.tokens[k].pos == "NOUN")
        return next((k for k in cited if tree.tokens[k].lemma in words().sources["documents"]), None)
    papers = [k for k in tree.children(over, "dobj") if over < k < i]
    sent = (k for k in papers for p in tree.children(k, "prep") if tree.tokens[p].text.lower() == "from")
    return next((k for k in sent if tree.tokens[k].lemma in words().sources["documents"]), None)


def in_brackets(tree: Tree, who: int) -> int:
    """Whom a subject in brackets names, where the parser took the mark for it: "“[Lee] said it was late”"."""
    inside = tree.tokens[who].text == "]" and who > 0 and tree.tokens[who - 1].text[:1].isalpha()
    return who - 1 if inside else who


def has_learned(tree: Tree, i: int) -> bool:
    """Whether a medium tells what it "has learned"."""
    has = any(tree.tokens[k].text.lower() == "has" for k in tree.children(i, "aux"))
    who = subject(tree, i) if has and tree.children(i, "ccomp") else None
    return who is not None and outlet_in(" ".join(tree.tokens[k].text for k in sorted(tree.subtree(who)))) is not None


def shows_by_deeds(tree: Tree, lemma: str, speakers: Sequence[int]) -> bool:
    """Whether it is one person who "shows" something, which is no telling: "showing that he can be patient"."""
    if lemma != "show" or not speakers:
        return False
    token = tree.tokens[speakers[0]]
    named = any(e.label == "PERSON" and e.start <= token.start < e.end for e in tree.parse.entities)
    role = token.tag == "NN" and is_person(token.lemma)
    return token.text.lower() in ("he", "she") or (token.pos == "PROPN" and named) or role
