"""Verbs of saying that put nothing in anybody's mouth: what somebody must, hopes or is asked to say ("must certify
that", "were asked to explain"), what he does not say or refuses to, and remarks of nobody ("it is fair to say")."""

from crosswire.annotate.attribution_words import Stance, words
from crosswire.text.clauses import agent, is_passive, subject
from crosswire.text.syntax import Tree

OWED = frozenset({"must", "should", "ought"})
POSSIBLE = frozenset({"could", "may", "might"})
OPEN = POSSIBLE | {"can", "would"}
NOBODY = frozenset({"it", "this", "that", "there", "what"})
NOTHING = frozenset({"little", "much", "nothing", "something", "anything", "enough", "everything"})
NONE = frozenset({"nobody", "none", "no", "neither"})
QUESTIONED = frozenset({"ask", "question", "press", "quiz"})
ORDERED = frozenset({"order", "tell", "instruct", "warn", "advise", "urge", "command"})
REPLY = 3  # tokens behind the verb in which a yes or no stands
FARTHEST = 4  # links between a participle and the verb of sending


def is_unsaid(tree: Tree, i: int) -> bool:
    """Whether the verb at i tells of words that nobody has said yet: owed, hoped for, asked for, or a remark of
    nobody's."""
    tokens, lists = tree.tokens, words().lists
    if tokens[i].tag == "VBG" and (_is_thought_of(tree, i) or _is_reason(tree, i) or _is_supposed(tree, i)):
        return True
    named = tokens[i].lemma in lists["naming"] and tokens[i].tag == "VBN" and tokens[i].dep in ("advcl", "acl")
    opens = i == tree.parse.sentences[tokens[i].sentence].first
    if named and agent(tree, i) is None and not tree.children(i, "aux", "auxpass", *(() if opens else ("dobj",))):
        return True  # "Dubbed the Harbor Act, the bill passed"
    if tokens[i].tag == "VB" and not tree.children(i, "nsubj", "nsubjpass") and _is_order(tree, i):
        return True
    if any(
        test(tree, i) for test in (_is_resolved, _is_put_to, _is_behind, _is_beyond_all, _is_in_question, _is_condition)
    ):
        return True
    modal = {tokens[k].text.lower() for k in tree.children(i, "aux") if tokens[k].tag == "MD"}
    open_yet = modal and any(tokens[k].text.lower() == "whether" for k in tree.children(i, "mark"))
    might = bool(modal & POSSIBLE) and not withheld(tree, i) and tokens[i].lemma in ("write", "report", "say", "tell")
    if modal & OWED or open_yet or might:  # "did not say whether he would call on them"
        return True
    top = tokens[i].head if tokens[i].dep == "conj" and tokens[i].tag == "VB" else i
    if not any(tokens[k].text.lower() == "to" for k in tree.children(top, "aux")):
        return False
    over = tokens[top].head
    if over == top or (tokens[top].dep == "xcomp" and tokens[over].text.lower() == "were"):
        return True  # "Lee to tell the court", "if Lee were to reject it"
    if tokens[top].dep == "xcomp" and any(tokens[k].lemma in NOTHING for k in tree.children(over, "dobj")):
        return True  # "did little to explain"
    if tokens[over].lemma in ("continue", "begin", "start") and tokens[top].dep == tokens[over].dep == "xcomp":
        over = tokens[over].head  # "will have to continue to stress"
    if tokens[over].lemma == "have" and tokens[top].dep == "xcomp":  # "had to admit" is told as done
        return tokens[over].tag != "VBD"
    wished = tokens[over].lemma in lists["undone"] | lists["wished"] | lists["infinitive"]
    return (wished and tokens[top].dep in ("xcomp", "ccomp")) or _is_remark(tree, top)


def _is_condition(tree: Tree, i: int) -> bool:
    """ "If they believe that it leaks, they will sail": nobody does so yet; nor does who "cannot claim to love it"."""
    token = tree.tokens[i]
    if token.lemma == "claim" and tree.children(i, "neg") and tree.children(i, "xcomp"):
        return any(tree.tokens[k].text.lower() in ("can", "could", "ca") for k in tree.children(i, "aux"))
    marks = {tree.tokens[m].text.lower() for m in tree.children(i, "mark")}
    return (
        token.dep == "advcl" and token.tag in ("VBZ", "VBP") and _believes(tree, i) and bool(marks & {"if", "unless"})
    )


def _is_resolved(tree: Tree, i: int) -> bool:
    """ "The vote to affirm that it is old": a deed."""
    tokens = tree.tokens
    over = [tokens[i].head] if tokens[i].dep == "acl" else tree.children(i, "nsubj")
    deed = any(tokens[k].lemma in words().lists["resolved"] for k in over)
    return tokens[i].tag == "VB" and deed and not any(tokens[k].tag == "MD" for k in tree.children(i, "aux"))


def _is_put_to(tree: Tree, i: int) -> bool:
    """ "Asked whether he was suggesting that it leaks, Lee said": what the question makes him say."""
    answered = i > 0 and tree.tokens[i - 1].text == ","  # "Lee, asked if it leaked, said that": his answer
    put = tree.tokens[i].dep in ("ccomp", "xcomp") and not answered
    return put and any(is_asked(tree, k) for k in tree.ancestors(i))


def _is_behind(tree: Tree, i: int) -> bool:
    """ "There is no way that he would not have told me": what stands before a verb of not saying is not told."""
    return bool(tree.children(i, "neg")) and any(c < i for c in tree.children(i, "ccomp"))


def _is_beyond_all(tree: Tree, i: int) -> bool:
    """ "No one can predict what comes": nobody does."""
    believes = _believes(tree, i)
    for k in tree.children(i, "nsubj"):
        word = tree.tokens[k].text
        if believes and word.lower() in ("anyone", "anybody"):
            return True  # "the last place anyone would expect"
        nobody = word.lower() == "nobody" or (word == "one" and tree.tokens[k - 1].text.lower() == "no")
        if nobody and believes and not tree.children(i, "ccomp"):
            return True  # "no one believed her story"
        if nobody and any(tree.tokens[a].text.lower() in ("can", "could", "ca") for a in tree.children(i, "aux")):
            return True
    return False


def _believes(tree: Tree, i: int) -> bool:
    return words().stance.get(tree.tokens[i].lemma) == "believed"


def _is_in_question(tree: Tree, i: int) -> bool:
    """ "We asked them who they think is ahead": what is asked is nobody's belief yet."""
    tokens = tree.tokens
    if not _believes(tree, i) or tokens[i].dep not in ("relcl", "ccomp", "parataxis"):
        return False
    over = [k for k in tree.ancestors(i) if tokens[k].pos == "VERB"][:1]
    who = tree.children(i, "nsubj")
    asked = bool(over) and tokens[over[0]].lemma in ("ask", "poll", "survey", "question") and over[0] < i
    return asked and bool(who) and who[0] > 0 and tokens[who[0] - 1].tag in ("WP", "WDT", "WRB")


def _is_supposed(tree: Tree, i: int) -> bool:
    """ "Assuming that Lee wins, the yard will close", "she could do so by telling them that": nobody says it yet."""
    tokens = tree.tokens
    if tokens[i].lemma in ("assume", "suppose", "grant") and tokens[i].dep in ("advcl", "prep", "pcomp", "csubj"):
        opens = tokens[i].text[:1].isupper() or tokens[i - 1].text == ","
        return opens and not tree.children(i, "nsubj")
    over = tokens[i].head
    if tokens[i].dep != "pcomp" or tokens[over].text.lower() != "by":
        return False
    return any(tokens[a].text.lower() in OWED | OPEN for a in tree.children(tokens[over].head, "aux"))


def _is_order(tree: Tree, i: int) -> bool:
    """ "So don't think that you are immune": an order to the reader."""
    aux = tree.children(i, "aux")
    return bool(tree.children(i, "neg")) and [tree.tokens[k].text.lower() for k in aux] == ["do"]


def _is_thought_of(tree: Tree, i: int) -> bool:
    """ "The prospect of Lee telling the court that": not told yet."""
    tokens = tree.tokens
    over = tokens[i].head
    noun = over if tokens[i].dep == "acl" else tokens[over].head
    if tokens[i].dep == "xcomp" and tokens[over].lemma in words().lists["held_back"]:
        return True  # "delayed announcing the death"
    if tokens[i].dep == "pcomp" and tokens[over].text.lower() == "without" and tokens[noun].lemma == "go":
        return True  # "it goes without saying"
    return tokens[i].dep in ("acl", "pcomp") and tokens[noun].lemma in words().lists["thought_of"]


def _is_reason(tree: Tree, i: int) -> bool:
    """ "The fear is that it can be outbid, explaining why": a fact explains."""
    why = i + 1 < len(tree.tokens) and tree.tokens[i + 1].text.lower() in ("why", "how")
    facts = [k for k in tree.ancestors(i) if tree.tokens[k].lemma == "be" and tree.tokens[k].pos in ("AUX", "VERB")]
    return tree.tokens[i].lemma == "explain" and why and tree.tokens[i - 1].text == "," and bool(facts)


def _is_remark(tree: Tree, i: int) -> bool:
    """ "It is interesting to note that", "it is a mistake to say that": nobody in person says it."""
    tokens = tree.tokens
    for k in list(tree.ancestors(i))[:2]:
        if tokens[k].lemma == "be":
            of_nobody = any(tokens[c].text.lower() in NOBODY for c in tree.children(k, "nsubj", "expl"))
            return of_nobody and any(tokens[c].pos in ("ADJ", "NOUN") for c in tree.children(k, "acomp", "attr"))
        if tokens[k].pos not in ("ADJ", "NOUN"):
            return False
    return False


def is_asked(tree: Tree, i: int) -> bool:
    """Whether a verb of asking tells who was asked and not who asks: "asked if he knew, Lee said", "when asked"."""
    token = tree.tokens[i]
    aside = i > 1 and tree.tokens[i - 1].text == "," and i - 2 in tree.children(i, "nsubj")
    if token.lemma in QUESTIONED and aside and tree.tokens[i - 2].pos in ("PROPN", "PRON"):
        return True  # "Lee, asked if he knew, said"
    if token.lemma in ORDERED and aside and tree.children(i, "xcomp") and not tree.children(i, "dobj"):
        return True  # "The guards, ordered never to speak, nodded"
    bare = token.tag in ("VBN", "VBD") and token.dep in ("advcl", "acl", "prep", "dep", "amod", "ccomp")
    if not bare or token.lemma not in QUESTIONED or tree.children(i, "nsubj"):
        return False
    replies = {t.text.lower() for t in tree.tokens[token.head + 1 : token.head + REPLY]}
    said = tree.tokens[token.head].lemma in ("say", "answer", "reply", "respond")
    return not (said and replies & {"yes", "no"})  # "asked if it was just, 60 percent said yes": they say it


def withheld(tree: Tree, i: int) -> int | None:
    """The first token of a cue that says its words were not said ("never told", "refused to say"), None where they
    were."""
    tokens = tree.tokens
    top = tokens[i].head if tokens[i].dep == "conj" and tokens[i].tag == "VB" else i
    over = tokens[top].head
    if tokens[top].dep == "xcomp" and tokens[over].lemma in words().lists["silence"] and over < i:
        return over
    denials = [k for k in tree.children(i, "neg") if k < i]
    adds = denials and tokens[denials[-1] + 1].text.lower() in ("only", "just", "merely", "simply")
    if not denials or adds:
        who = tree.children(i, "nsubj")
        alone = who and tokens[who[0]].text.lower() in NONE and tokens[who[0] + 1].text != "."
        none = alone or (who and _has_no(tree, who[0]))
        return i if none else None
    first = denials[0]
    while first - 1 >= 0 and first - 1 in tree.children(i, "aux", "auxpass", "neg", "advmod"):
        first -= 1
    return first


def _has_no(tree: Tree, k: int) -> bool:
    denials = [c for c in tree.children(k, "det", "neg", "advmod") if tree.tokens[c].text.lower() in ("no", "not")]
    return any(tree.tokens[c + 1].text != "." and tree.tokens[c + 1].pos != "NUM" for c in denials)  # "Juror No. 8"


def stance_of_withheld(stance: Stance) -> Stance:
    """What denying a cue makes of its stance: "did not say that" is declined, "did not deny that" is open, and what one
    does not believe stays a belief (the cue has its "not")."""
    return stance if stance in ("believed", "asked", "other") else "other" if stance == "denied" else "declined"


def sender(tree: Tree, who: int) -> int | None:
    """Who sent something to the one at ``who`` ("sent a letter to officials in the ministry urging"), None where
    nothing was sent."""
    tokens, k = tree.tokens, who
    for _ in range(FARTHEST):
        link = tokens[k].head
        if tokens[k].dep != "pobj":
            return None
        if tokens[link].text.lower() == "to":
            over = tokens[link].head
            for _ in range(FARTHEST):
                if tokens[over].pos in ("VERB", "AUX"):
                    return subject(tree, over)
                over = tokens[over].head
            return None
        k = tokens[link].head
    return None


def asker(tree: Tree, i: int) -> list[int] | None:
    """The heads of who asks where the verb tells who was asked: "asked by the Herald"; None where that stays open."""
    by = agent(tree, i)
    return None if by is None else [by]


def is_passed_on(tree: Tree, i: int) -> bool:
    """Whether a participle goes on with a passive before it: "had been rung by a man and told that"."""
    over = tree.tokens[i].head
    token = tree.tokens[i]
    shares = token.dep == "conj" and not tree.children(i, "nsubj", "aux", "dobj") and is_passive(tree, over)
    return shares and (token.tag == "VBN" or token.lemma == "tell")
