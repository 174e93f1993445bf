"""The words that put content in somebody's mouth, and what syntax hangs on them."""

from dataclasses import dataclass

from crosswire.annotate.attribution_words import Stance, words
from crosswire.annotate.citation_media import outlet_in
from crosswire.text.clauses import SUBJECTS, agent, is_passive, subject
from crosswire.text.syntax import Tree

CLAUSES = ("ccomp", "parataxis")
Runs = tuple[tuple[int, int], ...]  # half-open token ranges, in text order


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in the parse. ``verb`` is its token; ``speakers`` the heads of its sources' phrases,
    innermost first; ``contents`` token ranges; ``core`` all tokens of the cue's own clause
    (verb, speaker, addressee), which are never content. ``needs_quote`` says that without a
    quotation beside it the cue is none."""

    verb: int
    first: int
    last: int
    speakers: tuple[int, ...]
    contents: Runs
    core: frozenset[int]
    stance: Stance
    needs_quote: bool


def runs(indices: set[int], tree: Tree) -> Runs:
    """The indices as unbroken token ranges, stripped of marks and commas at their edges."""
    tokens, found = tree.tokens, []
    ordered = sorted(indices)
    k = 0
    while k < len(ordered):
        j = k
        while j + 1 < len(ordered) and ordered[j + 1] == ordered[j] + 1:
            j += 1
        first, last = ordered[k], ordered[j] + 1
        while first < last and tokens[first].text.strip() in ("", ",", ";", ":", "--", "—", "–", "-", ".", "―"):
            first += 1
        while last > first and tokens[last - 1].text.strip() in ("", ",", ";", ":", "--", "—", "–", "-", ".", "―"):
            last -= 1
        if any(tokens[m].pos not in ("PUNCT", "SPACE", "CCONJ") for m in range(first, last)):
            found.append((first, last))
        k = j + 1
    return tuple(found)


def _particle(tree: Tree, i: int) -> str:
    """The verb's lemma with its particle or preposition where the pair is a cue ("call on")."""
    lemma = tree.tokens[i].lemma
    for child in tree.children(i, "prt", "prep", "advmod"):
        pair = f"{lemma} {tree.tokens[child].text.lower()}"
        if pair in words().stance and child == i + 1:
            return pair
    return lemma


def _sentence(tree: Tree, i: int) -> tuple[int, int]:
    s = tree.parse.sentences[tree.tokens[i].sentence]
    return s.first, s.last


def _clause_contents(tree: Tree, i: int, lemma: str, core: set[int]) -> set[int]:
    """Token indices of the clauses that the cue governs."""
    tokens, lists = tree.tokens, words().lists
    content: set[int] = set()
    for child in tree.children(i):
        dep = tokens[child].dep
        take = dep == "ccomp" or (dep == "parataxis" and tokens[child].pos in ("VERB", "AUX"))
        if dep == "xcomp":
            infinitive = any(tokens[c].tag == "TO" for c in tree.children(child, "aux"))
            take = (
                (infinitive and lemma.split()[0] in lists["infinitive"]) or tokens[child].tag == "VBG" or not infinitive
            )
            take = take and lemma.split()[0] not in ("begin", "continue", "go", "decline", "refuse")
        if take:
            content.update(tree.subtree(child))
    for child in tree.children(i, "dobj"):  # "told reporters that": a clause hung on the addressee
        for clause in tree.children(child, "acl", "relcl", "ccomp"):
            marked = any(tokens[c].text.lower() == "that" for c in tree.children(clause, "mark"))
            if marked or (tokens[clause].dep == "ccomp"):
                content.update(tree.subtree(clause))
    return content - core


def _trailing(tree: Tree, i: int, core: set[int]) -> set[int]:
    """The sentence left of a trailing cue (", police said."), where the cue's clause has a comma
    or a quotation mark before it and nothing but its own words after it."""
    first, _last = _sentence(tree, i)
    tokens = tree.tokens
    begin = min(core)
    if begin - first < 3 or tokens[begin - 1].text not in (",", '"', "”", "''", "’", "—", "--"):
        return set()
    return set(range(first, begin - 1))


def verb_cue(tree: Tree, i: int) -> Cue | None:
    """The cue whose verb is token i with its speaker and content by syntax, or None."""
    tokens, table = tree.tokens, words()
    token = tokens[i]
    lemma = _particle(tree, i)
    stance = table.stance.get(lemma)
    if stance is None or token.pos not in ("VERB", "AUX", "NOUN", "PROPN", "ADJ"):
        return None
    if token.pos not in ("VERB", "AUX") and not tree.children(i, "nsubj", "ccomp"):
        return None
    if token.dep in ("amod", "compound", "case", "prep"):
        return None
    speakers: list[int] = []
    passive = is_passive(tree, i)
    if passive:
        by = agent(tree, i)
        if by is None:
            return None
        speakers.append(by)
    else:
        who = subject(tree, i)
        if who is not None:
            speakers.append(who)
    core = {i}
    for child in tree.children(i):
        if tokens[child].dep in ("ccomp", "parataxis", "advcl", "xcomp", "conj", "cc"):
            continue
        if tokens[child].dep in SUBJECTS or tokens[child].dep in (
            "aux",
            "auxpass",
            "neg",
            "advmod",
            "prt",
            "dobj",
            "dative",
            "prep",
            "npadvmod",
            "agent",
            "mark",
            "expl",
        ):
            core.update(tree.subtree(child))
    if tokens[i].dep == "relcl" and speakers == [tokens[i].head]:
        core.add(tokens[i].head)
    content = _clause_contents(tree, i, lemma, {i})
    core -= content
    needs_quote = not content or lemma in table.lists["quote_only"]
    return Cue(i, i, i + 1, tuple(speakers), runs(content, tree), frozenset(core), stance, needs_quote)


def outlets_told(tree: Tree, text: str, i: int) -> list[int]:
    """Heads of the media that a speaker spoke to or through: "told Delta News", "in an interview
    with Delta Radio", "was quoted by the agency as"."""
    found: list[int] = []
    for child in tree.children(i, "dobj", "dative", "prep", "advcl"):
        below = [child] if tree.tokens[child].dep in ("dobj", "dative") else list(tree.subtree(child))
        for j in sorted(below):
            if tree.tokens[j].dep in ("dobj", "dative", "pobj", "iobj") and tree.tokens[j].pos in ("PROPN", "NOUN"):
                first, last = tree.token_range(j)
                words_of = text[tree.tokens[first].start : tree.tokens[last - 1].end]
                if last - first < 12 and outlet_in(words_of):
                    found.append(j)
                    break
    return found


def other_cues(tree: Tree, taken: set[int]) -> list[Cue]:
    """Cues that are no speaking verbs of their own: "according to X", "was quoted as saying"."""
    found: list[Cue] = []
    for i, token in enumerate(tree.tokens):
        if i not in taken and token.text.lower() == "according":
            cue = _according(tree, i)
            if cue:
                found.append(cue)
    return found


def _according(tree: Tree, i: int) -> Cue | None:
    """ "According to X, …" and "…, according to X": the rest of the clause is the content."""
    tokens = tree.tokens
    heads = [o for p in (i, *tree.children(i, "prep")) for o in tree.children(p, "pobj", "pcomp")]
    if not heads:
        return None
    core = {j for h in heads for j in tree.subtree(h)} | {i, i + 1}
    first, last = _sentence(tree, i)
    low, high = min(core), max(core) + 1
    if i == first or all(tokens[k].pos in ("PUNCT", "CCONJ", "ADV") for k in range(first, i)):
        content = set(range(high, last))
    elif high >= last - 2:
        content = set(range(first, low))
    else:
        content = set(range(first, low)) | set(range(high, last))
    return Cue(i, i, i + 2, tuple(heads[:1]), runs(content, tree), frozenset(core), "said", False)
