"""What in the words round a cue is somebody else's: clauses of other tellers, a quotation within a quotation."""

from crosswire.annotate.attribution_words import words
from crosswire.text.syntax import Tree


def other_voices(tree: Tree, content: set[int]) -> set[int]:
    """What in a stretch is said by somebody else: ", although a worker told the Herald that …"."""
    table = words()
    found: set[int] = set()
    for k in sorted(content):
        token = tree.tokens[k]
        speaks_too = token.lemma in table.stance or token.lemma in table.lists["reckoning"]
        if token.dep not in ("advcl", "conj") or not speaks_too or not tree.children(k, "nsubj"):
            continue
        links = tree.children(k, "mark") if token.dep == "advcl" else tree.children(token.head, "cc")
        if any(tree.tokens[m].text.lower() in table.lists["contrast"] for m in links):
            found.update(tree.subtree(k))
    return found


def told_beside(tree: Tree, i: int, content: set[int]) -> set[int]:
    """What in the content is told by others with the same verb: "half said it helped, while eight said it did not"."""
    found: set[int] = set()
    for k in content:
        again = k > i and tree.tokens[k].dep == "advcl" and tree.tokens[k].text == tree.tokens[i].text
        marks = {tree.tokens[m].text.lower() for m in tree.children(k, "mark")} if again else set()
        if marks & {"while", "whereas"} and tree.children(k, "nsubj"):
            found.update(tree.subtree(k))
    return found


def opens_quote(tree: Tree, i: int) -> bool:
    """Whether a quotation in single marks that is a sentence stands behind a cue, and a clause before it: "We were
    friends, so when we met, she said, 'I'd love to'"."""
    tokens = tree.tokens
    sentence = tree.parse.sentences[tokens[i].sentence]
    first, last = sentence.first, sentence.last
    if i + 3 >= last or tokens[i + 1].text not in (",", ":") or tokens[i + 2].text not in ("'", "‘"):
        return False
    before = any(tokens[k].dep == "ccomp" and tokens[k].head == i and k < i for k in range(first, i))
    return before and tokens[i + 3].text[:1].isupper()
