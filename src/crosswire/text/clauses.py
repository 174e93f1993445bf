"""Reading a clause off a dependency parse: its subject wherever it stands, its passive agent."""

from crosswire.text.syntax import Tree

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")


def subject(tree: Tree, i: int, depth: int = 0) -> int | None:
    """The token that heads the subject of the verb at i: its own, or the one that it shares as a
    conjoined verb, an infinitive, a participle or a relative clause; None when there is none."""
    tokens = tree.tokens
    head, dep = tokens[i].head, tokens[i].dep
    own = tree.children(i, *SUBJECTS)
    if own:
        plain = [k for k in own if tokens[k].tag not in ("WP", "WDT")]
        if dep == "relcl" and not plain:
            return head
        return plain[-1] if plain else own[-1]
    if depth > 6 or head == i:
        return None
    if dep in ("acl", "relcl") and tokens[head].pos in ("NOUN", "PROPN", "PRON"):
        return head
    if dep == "xcomp":
        objects = tree.children(head, "dobj")
        keeps = tokens[head].lemma in ("promise", "vow", "pledge", "threaten")
        return objects[0] if objects and not keeps else subject(tree, head, depth + 1)
    if dep in ("conj", "advcl", "pcomp", "prep", "dep", "acl") or (dep == "ccomp" and tokens[i].tag == "VBG"):
        return subject(tree, head, depth + 1)
    return None


def agent(tree: Tree, i: int) -> int | None:
    """The head of the by-phrase of the passive verb at i, if it has one."""
    for by in tree.children(i, "agent", "prep"):
        if tree.tokens[by].text.lower() == "by":
            objects = tree.children(by, "pobj")
            if objects:
                return objects[0]
    return None


def objects(tree: Tree, i: int, *links: str) -> list[int]:
    """The heads that stand behind prepositions under token i, only behind the given ones: "of the council"."""
    prepositions = [c for c in tree.children(i, "prep") if tree.tokens[c].text.lower() in links]
    return [head for c in prepositions for head in tree.children(c, "pobj")]


def is_passive(tree: Tree, i: int) -> bool:
    """Whether the verb at i is passive: by its auxiliary, or as a bare participle on a noun, though the tagger reads a
    past tense ("in a case argued in May")."""
    token = tree.tokens[i]
    past = token.tag == "VBD" and tree.tokens[token.head].dep != "ROOT"
    bare = token.tag == "VBN" or (past and not tree.children(i, "nsubj", "dobj", "ccomp", "xcomp", "attr"))
    return (bare and token.dep == "acl") or bool(tree.children(i, "auxpass", "nsubjpass"))
