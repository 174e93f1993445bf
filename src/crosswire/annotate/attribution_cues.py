"""The words that put content in somebody's mouth, and what syntax hangs on them."""

from dataclasses import dataclass

from crosswire.annotate.attribution_acts import is_act, marked_that
from crosswire.annotate.attribution_named import named, reckoned
from crosswire.annotate.attribution_relatives import above, is_time, nearest_of, worker
from crosswire.annotate.attribution_subjects import (
    has_learned,
    in_brackets,
    is_joined_participle,
    letter_from,
    own_subject,
    paper_behind,
    shows_by_deeds,
)
from crosswire.annotate.attribution_things import is_no_word
from crosswire.annotate.attribution_unsaid import (
    NOTHING,
    asker,
    is_asked,
    is_passed_on,
    is_unsaid,
    sender,
    stance_of_withheld,
    withheld,
)
from crosswire.annotate.attribution_voices import opens_quote, other_voices, told_beside
from crosswire.annotate.attribution_words import Stance, words
from crosswire.annotate.person_words import is_person
from crosswire.text.clauses import SUBJECTS, agent, is_passive, subject
from crosswire.text.syntax import Tree

CORE = tuple("aux auxpass neg advmod prt dobj dative prep npadvmod agent mark expl".split())  # stay with a cue's verb
QUOTING = frozenset({'"', "“", "”", "``", "''", "‘", ":"})
CUT = frozenset("t s d m re ve ll".split())  # "they can ’ t believe"
Runs = tuple[tuple[int, int], ...]  # half-open token ranges, in text order


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in the parse. ``verb`` is its token; ``speakers`` the heads of its sources' phrases,
    innermost first; ``contents`` token ranges; ``core`` all tokens of the cue's own clause
    (verb, speaker, addressee), which are never content. ``needs_quote`` says that without a
    quotation beside it the cue is none; ``learned`` that a tagger marked the contents; ``loose`` that the
    contents are no clause that the cue governs, but a thing named or what stands before it."""

    verb: int
    first: int
    last: int
    speakers: tuple[int, ...]
    contents: Runs
    core: frozenset[int]
    stance: Stance
    needs_quote: bool
    learned: bool = False
    loose: bool = False


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
    """The verb's lemma with its particle or preposition where the pair is a cue ("call on", "called Friday for")."""
    lemma = tree.tokens[i].lemma
    behind = _behind_time(tree, i)
    below = tree.children(i, "prt", "prep", "advmod")
    papers = words().sources["documents"]  # what a paper calls for is what it holds
    if not any(tree.tokens[k].lemma in papers for k in tree.children(i, "nsubj")):
        below += [k for c in tree.children(i, "advcl") for k in tree.children(c, "mark")]  # "called for Orr to leave"
    for child in below:
        pair = f"{lemma} {tree.tokens[child].text.lower()}"
        if pair in words().stance and child == behind:
            return pair
    return lemma


def _behind_time(tree: Tree, i: int) -> int:
    """The token behind a verb and a bare day of its clause: "called (on) Friday for"."""
    _, last = sentence_range(tree, i)
    day = i + 2 if i + 1 < last and tree.tokens[i + 1].text.lower() == "on" else i + 1
    return day + 1 if day + 1 < last and is_time(tree, day) else i + 1


def sentence_range(tree: Tree, i: int) -> tuple[int, int]:
    """The half-open token range of the sentence that holds token i."""
    s = tree.parse.sentences[tree.tokens[i].sentence]
    return s.first, s.last


def _is_next_cue(tree: Tree, i: int, child: int) -> bool:
    """Whether a clause to the right of a cue is but the next cue: "…, the mayor said, Kyodo reported"."""
    tokens = tree.tokens
    if child < i or tokens[child].lemma not in words().stance or tree.children(child, "ccomp", "mark", "xcomp", "dobj"):
        return False
    first, _ = tree.token_range(child)
    return tokens[first - 1].text == "," and bool(tree.children(child, "nsubj"))


def _is_cue_before(tree: Tree, i: int, child: int) -> bool:
    """Whether a clause left of a cue is a cue that it holds: "…, the mayor said, Kyodo reported"."""
    _, end = tree.token_range(child)
    told = tree.tokens[child].lemma in words().stance and bool(tree.children(child, "nsubj"))
    between = {t.text for t in tree.tokens[end - 1 : i]}
    return child < i and told and not between & (QUOTING | {";"})


def opens_with_that(tree: Tree, i: int) -> bool:
    """Whether a clause hung on a noun is a that-clause with a subject of its own."""
    first, _ = tree.token_range(i)
    own = [c for c in tree.children(i, "nsubj", "nsubjpass", "expl") if tree.tokens[c].tag not in ("WDT", "WP")]
    return tree.tokens[first].text.lower() == "that" and bool(own)


def _more_that(tree: Tree, i: int, lemma: str, has_clause: bool) -> set[int]:
    """That-clauses of a cue which the parser hangs beside it: "said that …, and that …", "said in a
    statement that …"."""
    found: set[int] = set()
    for child in tree.children(i, "conj"):
        if marked_that(tree, child):
            found.update(tree.subtree(child))
    if not has_clause and not found and words().stance.get(lemma) in ("said", "reported"):
        for prep in tree.children(i, "prep", "npadvmod", "advcl"):  # "said in a statement that", "said, citing X, that"
            for clause in sorted(tree.subtree(prep)):
                if _is_anothers_claim(tree, clause):
                    continue  # "spoke of a fire, which fits the clerks' claim that it sank"
                if tree.tokens[clause].dep in ("acl", "relcl", "ccomp") and opens_with_that(tree, clause):
                    found.update(tree.subtree(clause))
                elif tree.tokens[clause].lemma in ("cite", "quote"):
                    found.update(_that_after(tree, clause))
    return found


def _is_setting(tree: Tree, i: int, child: int) -> bool:
    """Whether a clause before a cue only tells when: "As she lay there, a man screamed"."""
    begin, first = sentence_range(tree, i)[0], tree.token_range(child)[0]
    first += tree.tokens[first].text.lower() in ("even", "just") and first + 1 < child  # "But even as she lay there"
    opens = tree.tokens[first].head == child and all(
        tree.tokens[k].pos in ("CCONJ", "ADV") for k in range(begin, first)
    )
    return child < i and opens and tree.tokens[first].text.lower() in ("as", "when", "while", "after", "before")


def _is_anothers_claim(tree: Tree, clause: int) -> bool:
    """Whether a that-clause hangs on the owned noun of a relative clause."""
    noun = tree.tokens[clause].head
    inner = any(tree.tokens[k].dep == "relcl" for k in tree.ancestors(noun))
    return tree.tokens[clause].dep in ("acl", "relcl", "ccomp") and inner and bool(tree.children(noun, "poss"))


def _that_behind(tree: Tree, child: int) -> set[int]:
    """The that-clause that the parser hung on a participle right behind a verb of telling, which only tells when."""
    clauses = [c for c in tree.children(child, "ccomp") if marked_that(tree, c)]
    going = tree.tokens[child].dep == "xcomp" and tree.tokens[child].tag == "VBG"
    plain = going and words().stance.get(tree.tokens[child].lemma) is None
    return {j for c in clauses for j in tree.subtree(c)} if plain else set()


def _is_urged(tree: Tree, i: int, child: int) -> bool:
    """Whether an infinitive behind a verb of urging and a word of when tells what the one before is urged to do."""
    tokens = tree.tokens
    infinitive = child > i and any(tokens[c].tag == "TO" for c in tree.children(child, "aux"))
    links = [p for p in tree.children(i, "prep") if tokens[p].text.lower() == "on"]
    whom = tree.children(i, "dobj") + [o for p in links for o in tree.children(p, "pobj")]
    return infinitive and any(i < k < child and (speaks(tree, k) or is_person(tokens[k].lemma)) for k in whom)


def _that_after(tree: Tree, link: int) -> set[int]:
    """The that-clause behind "citing Y, citing Z, that …", with the words from "that" on."""
    for clause in tree.children(link, "ccomp"):
        marks = [m for m in tree.children(clause, "mark") if tree.tokens[m].text.lower() == "that"]
        if marks:
            return {j for j in tree.subtree(clause) if j >= marks[0]}
    return set()


def _is_governed(tree: Tree, i: int, child: int, lemma: str) -> bool:
    """Whether a clause below a cue is what it tells."""
    tokens, lists, dep = tree.tokens, words().lists, tree.tokens[child].dep
    to = any(tokens[c].tag == "TO" for c in tree.children(child, "aux"))
    if dep == "xcomp":
        told = tokens[child].tag == "VBG" or not to or lemma.split()[0] in lists["infinitive"]
        return told and lemma not in ("begin", "continue", "go", "decline", "refuse", "call")
    if dep == "advcl" and lemma.endswith(" for"):  # "called for Orr to leave"
        return any(tokens[m].text.lower() == "for" for m in tree.children(child, "mark"))
    if dep == "advcl" and lemma in ("vow", "pledge", "promise", "threaten"):  # "vowed on Tuesday to look"
        return child > i and to
    if dep == "advcl":  # "urged Orr on Monday to sail"
        urged = words().stance.get(lemma) == "urged" and lemma.split()[0] in lists["infinitive"]
        return urged and _is_urged(tree, i, child)
    return (dep == "ccomp" and not _is_setting(tree, i, child)) or (
        dep == "parataxis" and _is_cue_before(tree, i, child)
    )


def _clause_contents(tree: Tree, i: int, lemma: str, core: set[int]) -> set[int]:
    """Token indices of the clauses that the cue governs."""
    tokens = tree.tokens
    content: set[int] = set()
    for child in tree.children(i):
        if not _is_governed(tree, i, child, lemma) or _is_next_cue(tree, i, child):
            continue
        content.update(_that_behind(tree, child) or tree.subtree(child))  # "said leaving the hall that it sank"
        asks = tokens[child].dep == "xcomp" or (tokens[child].dep == "advcl" and words().stance.get(lemma) == "urged")
        if asks and lemma not in ("promise", "vow", "tell"):  # "urged them to reconsider"
            content.update(j for o in tree.children(i, "dobj") for j in tree.subtree(o))
    if not marked_that(tree, i):
        content |= _more_that(tree, i, lemma, bool(content))
    before = [c for c in tree.children(i, "ccomp") if c < i and c in content]
    for child in tree.children(i, "advcl") if before else []:  # "Lee will go, when it is over, two clerks said"
        begin, _ = tree.token_range(child)
        reason = child > i and tokens[begin].text.lower() == "because" and tokens[begin - 1].text == ","
        if reason or (before[-1] < child < i and all(k > child for k in tree.children(i, "nsubj"))):
            content.update(tree.subtree(child))
    for child in tree.children(i, "dobj"):  # "told reporters that": a clause hung on the addressee
        for clause in tree.children(child, "acl", "relcl", "ccomp"):
            if marked_that(tree, clause) or (tokens[clause].dep == "ccomp"):
                content.update(tree.subtree(clause))
    return content - core


def _trailing(tree: Tree, i: int, core: set[int]) -> set[int]:
    """The sentence round a cue that has no clause of its own by syntax: left of ", police said.",
    and both sides of ", police said,". Only for a finite verb with its own subject."""
    first, last = sentence_range(tree, i)
    tokens = tree.tokens
    finite = tokens[i].tag in ("VBD", "VBZ", "VBP") or any(tokens[a].lemma == "have" for a in tree.children(i, "aux"))
    going = tokens[i].tag == "VBG" and any(tokens[a].tag in ("VBZ", "VBP", "VBD") for a in tree.children(i, "aux"))
    finite = finite or (going and tokens[i].lemma == "report")  # "…, the Delta Herald is reporting"
    who = tree.children(i, "nsubj")
    if tokens[i].dep == "relcl" and tokens[tokens[i].head].pos in ("NOUN", "PROPN", "PRON"):
        return set()  # "convicted Lee, who confessed", "not a thing he said is true"
    if not who or not finite or (tree.children(i, "dobj") and tokens[i].lemma not in ("tell", "inform", "remind")):
        return set()
    core = {j for j in core if j >= min(i, *tree.subtree(who[0]))}
    begin, end = min(core), max(core) + 1
    if begin - first < 3 or tokens[begin - 1].text not in (",", '"', "”", "''", "’", "—", "--"):
        return set()
    left, right = set(range(first, begin)), set(range(end, last))
    if end >= last - 1 or tokens[end].text in (".", "!", "?", ";"):
        right = set()
    elif tokens[end].text not in (",", "—", "--"):
        return set()
    elif not (tree.tokens[i].head != i and tokens[i].dep in ("parataxis", "ccomp", "advcl", "dep", "conj")):
        right = set()
    over = tokens[i].head
    goes_on = any(k > over for k in tree.children(over, "ccomp", "dobj")) or tree.children(over, "mark")
    if over > i and tokens[over].lemma in words().stance and not goes_on:
        right = set()  # "…, the mayor said, Kyodo reported"
    for k in sorted(right):  # "…, Lee said, …, and Orr added that …": the next cue's clause is no content
        if tokens[k].dep == "conj" and tokens[k].lemma in words().stance and tree.children(k, "nsubj"):
            right = {j for j in right if j < min(tree.subtree(k)) - 1}
            break
    if any(_is_next_cue(tree, i, k) for k in tree.children(i)):
        right = set()
    citing = {j for k in tree.children(i, "advcl") if tokens[k].lemma in ("cite", "quote") for j in tree.subtree(k)}
    if not right and all(_is_setting(tree, i, k) for k in left if tokens[k].head == i and tokens[k].pos == "VERB"):
        left = {k for k in left if not any(tokens[j].head == i and tokens[j].pos == "VERB" for j in left)}
    content = (left | right) - other_voices(tree, left | right) - citing
    return content if any(tokens[k].pos in ("VERB", "AUX") for k in content) else set()


def _before_orphan(tree: Tree, i: int, speakers: list[int]) -> set[int]:
    """The sentence before ", the Delta Herald reported" where the parser hung the name on it."""
    tokens = tree.tokens
    if speakers != [i - 1] or tokens[i - 1].head == i:
        return set()
    start = i - 1
    while start > 1 and tokens[start - 1].pos in ("PROPN", "DET"):
        start -= 1
    first, _ = sentence_range(tree, i)
    return set(range(first, start - 1)) if start - first > 3 and tokens[start - 1].text == "," else set()


def _speakers(tree: Tree, i: int) -> list[int] | None:
    """The heads of a cue verb's sources, innermost first; None when the verb can be no cue. "X was
    quoted by Y as saying" and "Y quoted X as saying" have both."""
    tokens = tree.tokens
    head = tokens[i].head
    quoted = tokens[i].dep == "pcomp" and tokens[head].text.lower() == "as" and tokens[head - 1].text.lower() != "well"
    if quoted and tokens[tokens[head].head].pos == "VERB":
        verb = tokens[head].head
        if is_passive(tree, verb):
            by = agent(tree, verb)
            outer = [by] if by is not None else []
            who = subject(tree, verb)
        else:
            over = subject(tree, verb)
            outer = [over] if over is not None else []
            who = next(iter(tree.children(verb, "dobj")), None)
        return [*([who] if who is not None else []), *outer]
    if is_asked(tree, i):
        return asker(tree, i)
    bare = tokens[i].tag == "VBN" and not tree.children(i, "aux", "auxpass", "ccomp") and agent(tree, i) is not None
    if bare and tokens[i].dep != "acl":
        return None  # "The plan, announced by Lee, will"
    if is_passive(tree, i) or is_passed_on(tree, i) or is_joined_participle(tree, i):
        by = agent(tree, i)
        if by is not None:
            return [by]
        return [] if tokens[i].lemma in words().lists["impersonal"] else None
    orphan = tokens[i].lemma == "report" and tokens[i].tag == "VBD" and not tree.children(i, *SUBJECTS)
    if orphan and i and tokens[i - 1].pos == "PROPN" and tokens[i - 1].head != i:
        return [i - 1]  # "…, the Delta Herald reported, citing": the parser hung the name on the clause before
    who = own_subject(tree, i)
    who = paper_behind(tree, i) if who is None else in_brackets(tree, who)
    if who is not None and tokens[i].dep == "relcl" and who == head:
        who = nearest_of(tree, i, worker(tree, i, who))
    between = tokens[i - 1].text != "," and tokens[tokens[head].head].text.lower() in ("between", "and", "of", "with")
    if who is not None and tokens[i].dep == "acl" and who == head and not speaks(tree, who) and not between:
        over = tokens[who].head  # "brushed off the unrest, saying": the participle is the subject's
        who = (subject(tree, over) if over != who else who) or _filer(tree, over)
    elif who is not None and who == head and tokens[i].dep == "acl" and tokens[i].tag == "VBG":
        sent = tokens[tokens[who].head]  # "sent a letter to members saying": the sender says it
        aside = tokens[i - 1].text == "," and sent.text.lower() in ("in", "at", "on", "with", "into", "near")
        if tokens[who].dep == "pobj" and aside:
            over = sent.head if tokens[sent.head].pos in ("VERB", "AUX") else tokens[sent.head].head
            who = next(iter(k for k in (subject(tree, over),) if k is not None), who)
        elif tokens[i - 1].text != ",":
            by = sender(tree, who)
            who = who if by is None else by
    who = _over_passive(tree, i, who)
    if who is not None and tokens[i].dep == "advcl" and tokens[i].tag == "VBG":
        paper = letter_from(tree, i)
        who = _over_things(tree, i, _teller_over(tree, i, object_before(tree, i, who))) if paper is None else paper
    nobody = (
        who is None
        or (
            tokens[who].tag == "VBG" and tokens[who].dep == "csubj" and who == sentence_range(tree, i)[0]
        )  # "Choosing Lee signals that"
        or tokens[who].text in CUT
        or not any(c.isalnum() for k in tree.subtree(who) for c in tokens[k].text)
        or tokens[who].lemma in NOTHING
        or tokens[who].text.lower() in ("anyone", "anybody", "whoever")
        or tokens[who].text.lower().endswith(("self", "selves"))
        or (tokens[who].text.lower() == "those" and tokens[i].dep == "acl" and tokens[i].lemma == "wonder")
    )
    return None if nobody or who is None else [who]


def _over_passive(tree: Tree, i: int, who: int | None) -> int | None:
    """Who says what "after finding" leads in, where the clause before is told by another and passive: "A judge ordered
    that Lee be freed after finding that"; else ``who``."""
    link = tree.tokens[i].head
    verb = tree.tokens[link].head
    over = tree.tokens[verb].head
    led = tree.tokens[i].dep == "pcomp" and tree.tokens[link].text.lower() == "after"
    told = led and is_passive(tree, verb) and tree.tokens[verb].dep == "ccomp" and over < verb
    teller = subject(tree, over) if told and tree.tokens[over].lemma in words().stance else None
    return who if teller is None or not _is_teller(tree, teller) else teller


def _filer(tree: Tree, i: int) -> int | None:
    """Who gives out a document over the words at token i, where what hangs on them tells what it says: "has filed a
    suit against the owners of the yard claiming that"."""
    verb = next((k for k in (i, *tree.ancestors(i)) if tree.tokens[k].pos == "VERB"), None)
    papers = words().sources["documents"]
    given = verb is not None and any(tree.tokens[k].lemma in papers for k in tree.children(verb, "dobj"))
    return subject(tree, verb) if given and verb is not None else None


def object_before(tree: Tree, i: int, who: int) -> int:
    """Whose a participle is behind a clause whose subject was read as the object of the cue above it: "The Herald
    reports Lee on Friday first left, saying that"."""
    tokens, over = tree.tokens, tree.tokens[i].head
    above = tokens[over].head
    if tokens[i].tag != "VBG" or tokens[i].dep != "advcl":
        return who
    bare = tokens[over].dep == "ccomp" and not tree.children(over, *SUBJECTS) and who in tree.children(above, "nsubj")
    things = [k for k in tree.children(above, "dobj") if k < over and tokens[k].pos == "PROPN"]
    return things[-1] if bare and tokens[above].lemma in words().stance and things else who


def _teller_over(tree: Tree, i: int, who: int) -> int:
    """Who says what a participle behind a comma leads in, where the thing that it hangs on says nothing but stands in
    what somebody said: "Lee said the wreck reminds him of a poem, adding, “…”"."""
    tokens = tree.tokens
    over = tokens[i].head
    above = tokens[over].head
    told = (
        tokens[over].dep == "ccomp"
        and tokens[above].lemma in words().stance
        and tokens[i - 1].text in (",", "”", '"', "''")
    )
    outer = subject(tree, above) if told and tokens[who].tag in ("NN", "NNS") and not speaks(tree, who) else None
    return outer if outer is not None and speaks(tree, outer) and not is_person(tokens[who].lemma) else who


def _over_things(tree: Tree, i: int, who: int) -> int:
    """Who tells what a participle behind a comma leads in, where the thing whose clause it hangs on tells nothing: "A
    judge blocked the sale while the papers are checked, ruling that"."""
    tokens = tree.tokens
    thing = tokens[who].tag in ("NN", "NNS") and not _is_teller(tree, who) and tokens[i - 1].text == ","
    if not thing or tree.tokens[tree.tokens[i].head].dep != "advcl":
        return who
    above = (k for verb in tree.ancestors(tokens[i].head) for k in tree.children(verb, "nsubj"))
    return next((k for k in above if k < i and _is_teller(tree, k)), who)


def _is_teller(tree: Tree, i: int) -> bool:
    return speaks(tree, i) or is_person(tree.tokens[i].lemma)


def speaks(tree: Tree, i: int) -> bool:
    """Whether the phrase at token i is such as speaks: a name, a pronoun, people, a document."""
    token, lists = tree.tokens[i], words().sources
    return token.pos in ("PROPN", "PRON") or any(
        token.lemma in lists[name] for name in ("persons", "anonymous", "documents", "bodies", "outlet_words")
    )


def _keeps_silent(tree: Tree, i: int, content: set[int]) -> bool:
    """Whether the cue says that nothing was said: "did not say whether", "declined to comment"."""
    tokens, lists = tree.tokens, words().lists
    over = tokens[i].head
    if tokens[i].dep == "xcomp" and tokens[over].lemma in lists["silence"] and tokens[i].lemma in lists["silent_acts"]:
        return True
    if tokens[i].dep == "xcomp" and tokens[i].lemma in lists["silence"]:
        return False
    if tree.children(i, "neg") and not content:  # "did not respond to a request for comment", "would not comment"
        about = {tokens[o].lemma for p in tree.children(i, "prep") for o in tree.children(p, "pobj")}
        if tokens[i].lemma == "comment" or (tokens[i].lemma in ("respond", "reply") and about & lists["silent_about"]):
            return True
    asks = any(
        tokens[k].tag in ("WP", "WRB", "WDT") or tokens[k].text.lower() == "whether" for k in sorted(content)[:2]
    )
    return bool(tree.children(i, "neg")) and asks


def is_shown_to(tree: Tree, i: int) -> bool:
    """ "Jury shown a film": a headline's passive, to whom it was shown."""
    return tree.tokens[i].text.lower() == "shown" and not tree.children(i, "aux", "auxpass", "agent")


def _can_speak(tree: Tree, i: int, lemma: str) -> bool:
    """Whether the token at i is a verb in a place where it can put words in somebody's mouth."""
    tokens = tree.tokens
    if tokens[i].dep in ("amod", "compound", "case", "prep"):
        return False
    if is_shown_to(tree, i):
        return False
    made = lemma in ("write", "publish", "release", "issue", "file", "post")
    if made and tokens[i].dep == "acl" and tokens[i].tag == "VBN":
        return False  # "the notes written by Lee": whose they are
    if lemma in ("cite", "quote") and any(speaks(tree, o) for o in tree.children(i, "dobj")):
        return False  # "citing a newspaper": a link of a chain, no speech of its own
    if is_unsaid(tree, i) or is_no_word(tree, i):
        return False  # "failed to explain the law", "must certify that"
    if lemma == "ask" and any(tokens[k].lemma in ("name", "identify") for k in tree.children(i, "xcomp")):
        return False  # "asked not to be named"
    if tokens[i].pos in ("NOUN", "PROPN", "ADJ"):
        return bool(tree.children(i, "nsubj", "ccomp"))
    return tokens[i].pos in ("VERB", "AUX")


def _is_told(tree: Tree, i: int) -> bool:
    """Whether a verb with a that-clause stands in what somebody says: "Lee said that many decided that"."""
    that = any(marked_that(tree, c) for c in tree.children(i, "ccomp"))
    return that and any(tree.tokens[k].lemma in words().stance for k in tree.ancestors(i))


def _stance(tree: Tree, i: int, lemma: str) -> Stance | None:
    """What the verb at i makes of what stands under it, None where it is no word of telling."""
    table = words()
    if lemma in table.lists["reckoning"] and reckoned(tree, i):
        return "said"
    if lemma == "learn" and has_learned(tree, i):
        return "reported"
    if lemma == "decide" and _is_told(tree, i):
        return "believed"
    known = lemma in table.lists["naming"] or lemma in table.lists["object"]
    return table.stance.get(lemma, "other" if known else None)


def _is_charge(tree: Tree, i: int, lemma: str) -> bool:
    """ "The yard was shut, prosecutors charge.": a tag at the end of a sentence."""
    last = sentence_range(tree, i)[1]
    who = tree.children(i, "nsubj")
    ends = lemma == "charge" and i + 2 >= last and tree.tokens[i].tag in ("VBP", "VBZ", "VBD")
    return ends and bool(who) and tree.tokens[tree.token_range(who[0])[0] - 1].text == ","


def verb_cue(tree: Tree, i: int) -> Cue | None:
    """The cue whose verb is token i with its speaker and content by syntax, or None."""
    tokens, table = tree.tokens, words()
    token = tokens[i]
    lemma = _particle(tree, i)
    stance = _stance(tree, i, lemma)
    speakers = _speakers(tree, i) if stance and _can_speak(tree, i, lemma) else None
    if stance is None or speakers is None or any(is_time(tree, k) for k in speakers[:1]):
        return None
    core = {i}
    for child in tree.children(i):
        if tokens[child].dep in CORE or tokens[child].dep in SUBJECTS:
            core.update(tree.subtree(child))
    core |= above(tree, i, speakers)
    content = _clause_contents(tree, i, lemma, {i})
    below = [i, *tree.children(i, "dobj")]  # "dismissed the claim that …"
    if lemma in table.lists["seeing"]:
        content = set()
    if opens_quote(tree, i):
        content = {j for j in content if j > i} or content
    if is_act(tree, i, lemma, stance) or shows_by_deeds(tree, lemma, speakers):
        return None  # "rejected the motion", "Lee showed that he can be patient"
    stated = any(marked_that(tree, c) for k in below for c in tree.children(k, "ccomp", "acl", "relcl"))
    needs_quote = lemma in table.lists["quote_only"] and not (stated or _is_charge(tree, i, lemma))
    loose = not content
    if not content and speakers and speaks(tree, speakers[0]):
        content = named(tree, i, lemma)
        needs_quote = bool(not content and lemma in table.lists["judging"])
    content -= told_beside(tree, i, content)
    core -= content
    if _keeps_silent(tree, i, content):
        stance, content, needs_quote = "declined", set(), False
    first = withheld(tree, i) if content and not loose and stance != "declined" else None
    stance = stance if first is None else stance_of_withheld(stance)
    if not speakers:
        stance = "reportedly"
        if not any(tokens[c].dep == "ccomp" for c in tree.children(i)):
            return None
    passing = token.tag == "VBN" and token.dep == "acl" and lemma in table.lists["impersonal"]
    if passing and tree.children(i, "xcomp") and agent(tree, i) is None:
        return None  # "a figure believed to have helped": who believes it stays open
    evidence = lemma in table.lists["evidence"] and content and speakers and not speaks(tree, speakers[0])
    if evidence or (token.dep == "acl" and token.tag == "VBN" and not content):
        return None  # "the wreck shows that": nobody's words; "the talks described by Lee": whose, not what is said
    if not content and not needs_quote and stance != "declined":
        content = _trailing(tree, i, core) or _before_orphan(tree, i, speakers)
        core |= set(range(max(content) + 1, i)) if content and speakers == [i - 1] else set()
        needs_quote = not content
    loose = loose and (bool(content) or lemma in table.lists["evidence"]) and lemma not in table.lists["reckoning"]
    begin = first or i
    core |= set(range(begin, i)) - content
    return Cue(i, begin, i + 1, tuple(speakers), runs(content, tree), frozenset(core), stance, needs_quote, loose=loose)
