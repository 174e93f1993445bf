"""What stands over a clause and colours it from outside its own words: a denial, a wish, a question, a plan.

What a governor, affirmed or denied, makes of its clause is a matter of its class (Karttunen, "Implicative verbs",
Language 47, 1971; Nairn, Condoravdi and Karttunen, "Computing relative polarity for textual inference", ICoS-5, 2006):
whoever fails to prove something, or cannot promise it, leaves it open; what is unlikely is doubted; what somebody does
not know is so. The classes are lists of words.toml."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from crosswire.claims.negations import adds, is_not, is_plain_no, negated
from crosswire.claims.words import words
from crosswire.text.denials import UNLIKELY
from crosswire.text.syntax import Tree

FINITE = ("VBD", "VBZ", "VBP", "MD")
ASIDE = frozenset({",", "-", "--", "–", "—", "("})
UNDER_NOUNS = ("acl", "relcl", "ccomp", "xcomp")
CLIMB = 3  # clauses joined by "and" up to the first, which hangs on what governs them


@dataclass(frozen=True, slots=True)
class Governed:
    """What a clause's governor makes of it: whether it is ``denied``, planned, no more than possible or only asked
    (``status``); the ``notion`` that softens it ("the idea that …") and the ``wish`` for it ("hopes that …"), as
    tokens."""

    denied: bool = False
    status: Literal["planned", "possible", "asked"] | None = None
    notion: int | None = None
    wish: int | None = None


def governed(tree: Tree, head: int) -> Governed:
    """What the governor of the clause that a token heads makes of it; nothing where it only tells it."""
    first = _first_joined(tree, head)
    over, dep = tree.tokens[first].head, tree.tokens[first].dep
    if over == first:
        return Governed()
    if (behind := behind_pronoun(tree, first)) is not None:
        return Governed(_is_without(tree, behind))
    if tree.tokens[over].pos == "NOUN" and dep in UNDER_NOUNS:
        return _under_noun(tree, first, over)
    if dep == "pcomp":
        modal = any(tree.tokens[k].tag == "MD" for k in tree.children(tree.tokens[over].head, "aux"))
        means = tree.tokens[over].text.lower() == "by" and modal  # "could end it by selling the ferry"
        return Governed(_is_without(tree, over), "possible" if means else None)
    if is_vain(tree, first) or _is_impossible(tree, first):
        return Governed(True)
    if dep == "advcl" and _is_called_for(tree, first):
        return Governed(negated(tree, [over]), "possible", wish=over)
    if dep == "advcl":
        return Governed(status="possible" if _is_awaited(tree, first) else None)
    if dep not in ("ccomp", "xcomp") or over > first:
        return Governed()
    under = _under_verb(tree, first, over)
    return Governed() if under.status == "planned" and tree.tokens[head].tag != "VB" else under  # "… and focused on it"


def behind_pronoun(tree: Tree, head: int) -> int | None:
    """The preposition before the pronoun that does what a participle tells: "without him asking"."""
    token, before = tree.tokens[head], tree.token_range(head)[0] - 1
    if token.tag != "VBG" or token.dep not in ("acl", "advcl") or before < 1:
        return None
    preposition = tree.tokens[before].head
    if tree.tokens[before].tag != "PRP" and tree.tokens[preposition].text.lower() != "without":
        return None
    near = tree.tokens[before].dep == "pobj" and preposition == before - 1
    return preposition if near and tree.tokens[preposition].dep == "prep" else None


def _first_joined(tree: Tree, head: int) -> int:
    """The first of the verbs that share a governor: "hopes that it stops and turns"."""
    for _ in range(CLIMB):
        over = tree.tokens[head].head
        own = tree.children(head, "nsubj", "nsubjpass", "expl")
        but = any(tree.tokens[k].text.lower() == "but" for k in tree.children(over, "cc"))
        if tree.tokens[head].dep != "conj" or own or but or tree.tokens[over].pos not in ("VERB", "AUX"):
            break
        head = over
    return head


def _under_noun(tree: Tree, head: int, noun: int) -> Governed:
    """A clause of a noun: "the idea that it is enough", "no evidence that it is", "no reason to stay",
    "not a ferry built in Brik"."""
    lists, lemma = words()["lists"], tree.tokens[noun].lemma
    dep = tree.tokens[head].dep
    left = tree.children(noun, "det", "neg", "advmod", "preconj")
    none = any(is_plain_no(tree, d) or is_not(tree, d, noun) for d in left)
    that = dep != "xcomp" and any(tree.tokens[k].text.lower() == "that" for k in tree.children(head, "mark"))
    scorned = tree.tokens[tree.tokens[noun].head].lemma in lists["scorning"]
    if that and noun < head and (lemma in lists["notions"] or (scorned and lemma in lists["reports"])):
        return Governed(none or scorned, "possible", noun)
    begin = tree.token_range(head)[0]
    aside = begin > 0 and tree.tokens[begin - 1].text in ASIDE
    if not none or aside or lemma in lists["certainties"]:
        return Governed()
    return Governed(True, "possible" if lemma in lists["proofs"] else None)


def _is_called_for(tree: Tree, head: int) -> bool:
    """Whether a clause tells what somebody wants done: "called for it to sail", "waits for it to sail"."""
    first, over = tree.token_range(head)[0], tree.tokens[head].head
    marked = tree.tokens[first].text.lower() == "for" and tree.tokens[first].dep == "mark" and first == over + 1
    return marked and (tree.tokens[over].lemma in words()["lists"]["urging"] or tree.tokens[over].lemma == "wait")


def _is_without(tree: Tree, preposition: int) -> bool:
    """Whether what stands under a preposition is told not to be: "without asking", "instead of asking"."""
    above = tree.tokens[tree.tokens[preposition].head].text.lower()
    word = tree.tokens[preposition].text.lower()
    return word == "without" or (word == "of" and above == "instead")


def _is_awaited(tree: Tree, head: int) -> bool:
    """Whether a clause tells what is still awaited: "until the harbour opens"."""
    marks = {tree.tokens[k].text.lower() for k in tree.children(head, "mark")}
    helps = [k for k in (head, *tree.children(head, "aux", "auxpass")) if tree.tokens[k].tag in FINITE]
    return "until" in marks and bool(helps) and all(tree.tokens[k].tag in ("VBZ", "VBP") for k in helps)


def _under_verb(tree: Tree, head: int, over: int) -> Governed:
    """A clause that a verb holds: "asked how long it lasts", "let it last", "hopes that it lasts",
    "pretends that it lasts"."""
    lists, verb = words()["lists"], tree.tokens[over]
    finite = not is_bare(tree, head)
    begins = tree.tokens[tree.token_range(head)[0]]
    asks = begins.tag in ("WRB", "WP", "WDT") and begins.text.lower() != "why"
    if asks and (verb.lemma in lists["asking"] or is_unknown(tree, over)):
        return Governed(status="asked")
    if not finite and verb.lemma in lists["causing"]:
        denied = _is_undone(tree, over)
        return Governed(denied, None if denied or is_real(tree, over) else "possible")
    on = [k for k in tree.children(over, "prep") if tree.tokens[k].text.lower() in ("on", "for", "upon")]
    other = tree.tokens[head].dep == "ccomp" or tree.children(over, "dobj", "dative") or on
    if (not finite and other and verb.lemma in lists["urging"]) or (finite and _is_demanded(tree, head, over)):
        return Governed(negated(tree, [over]), "possible", wish=over)
    if verb.lemma in lists["vowing"] and tree.tokens[head].dep == "xcomp" and is_infinitive(tree, head):
        return Governed(_is_undone(tree, over), "planned", wish=over)
    if finite and (doubted := _of(tree, over, UNLIKELY)):
        return Governed(not negated(tree, [over]), "possible", wish=doubted[0])
    if finite and _of(tree, over, lists["open"]) and not asks and _is_undone(tree, over):
        return Governed(True, "possible")
    if finite and (hoping := _hoping(tree, over)):
        return Governed(status="possible", wish=hoping[0])
    feigned = finite and verb.lemma in lists["feigning"] and not negated(tree, [over])
    untrue = _is_untrue(tree, over) or is_set_apart(tree, head)
    return Governed(feigned or untrue or _is_disbelieved(tree, head, over))


def is_infinitive(tree: Tree, head: int) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(tree.tokens[k].tag == "TO" for k in tree.children(head, "aux"))


def is_vain(tree: Tree, head: int) -> bool:
    """Whether a clause is what little or nothing is done for: "did little to stop her", "does nothing to help"."""
    over = tree.tokens[head].head
    if (
        tree.tokens[over].lemma != "do"
        or tree.tokens[head].dep not in ("advcl", "xcomp")
        or not is_infinitive(tree, head)
    ):
        return False
    return any(tree.tokens[k].text.lower() in ("little", "nothing") for k in tree.children(over, "dobj"))


def _is_impossible(tree: Tree, head: int) -> bool:
    """Whether a clause is what cannot be: "made it impossible for them to sail"."""
    over = tree.tokens[head].head
    return tree.tokens[over].lemma == "impossible" and is_infinitive(tree, head) and not negated(tree, [over])


def is_set_apart(tree: Tree, head: int) -> bool:
    """Whether a clause tells what somebody else did than who is named: "it is not Delta that pays"."""
    over, begins = tree.tokens[head].head, tree.tokens[tree.token_range(head)[0]]
    named = [k for k in tree.children(over, "attr") if k < head]
    it = [tree.tokens[k].text.lower() for k in tree.children(over, "nsubj", "expl")] == ["it"]
    if not it or not named or begins.tag not in ("WDT", "WP") or begins.dep not in ("nsubj", "nsubjpass"):
        return False
    return tree.tokens[named[0]].pos in ("NOUN", "PROPN") and any(not adds(tree, k) for k in tree.children(over, "neg"))


def _of(tree: Tree, verb: int, listed: Collection[str]) -> list[int]:
    """Those of a verb and what it calls something that stand in a list: "hopes", "is afraid"."""
    return [k for k in (verb, *tree.children(verb, "acomp")) if tree.tokens[k].lemma in listed]


def _is_demanded(tree: Tree, head: int, over: int) -> bool:
    """Whether a clause, whatever tag its verb has, tells what somebody wants done: "demanded that she sail", "insists
    the ferry stay"."""
    lists, lemma = words()["lists"], tree.tokens[over].lemma
    if (
        tree.tokens[head].tag not in ("VB", "VBP")
        or tree.tokens[head].lemma == "be"
        or tree.tokens[head].dep != "ccomp"
    ):
        return False
    if tree.children(head, "aux", "auxpass") or _is_whether(tree, head):
        return False
    own = [tree.tokens[k] for k in tree.children(head, "nsubj") if not tree.children(k, "conj")]
    one = bool(own) and (own[0].tag in ("NN", "NNP") or own[0].text.lower() in ("he", "she", "it"))
    return lemma in lists["demanding"] or (one and lemma in ("suggest", "insist", "ask", "request", "urge"))


def is_bare(tree: Tree, head: int) -> bool:
    """Whether a clause has no verb with a tense, whatever the parser makes of "get it sold": "saw it sink"."""
    verbs = (head, *tree.children(head, "aux", "auxpass"))
    if not any(tree.tokens[k].tag in FINITE for k in verbs):
        return True
    over = tree.tokens[head].head
    return len(verbs) == 1 and tree.tokens[over].lemma == "get" and over < head and not tree.children(head, "mark")


def _hoping(tree: Tree, verb: int) -> list[int]:
    """The word of hope or fear of a verb: "hopes", "is afraid"."""
    return _of(tree, verb, words()["lists"]["hoping"])


def is_hoped(tree: Tree, head: int) -> bool:
    """Whether the clause that a token heads is what somebody hopes or fears: "hopes that it sails"."""
    over = tree.tokens[head].head
    return tree.tokens[head].dep == "ccomp" and not is_bare(tree, head) and bool(_hoping(tree, over))


def is_unknown(tree: Tree, over: int) -> bool:
    """Whether a verb or adjective tells that something is not known or not told: "did not know", "is unclear"."""
    lists = words()["lists"]
    verb = tree.tokens[over].head if tree.tokens[over].dep == "acomp" else over
    told = {tree.tokens[k].lemma for k in (over, *tree.children(verb, "acomp"))}
    denied = negated(tree, [over, verb])
    return bool(told & lists["known"] if denied else told & lists["unknown"])


def is_ignored(tree: Tree, head: int) -> bool:
    """Whether a clause is what somebody does not know, or not yet: "did not know that it sank", "before they knew it
    sank". It is so all the same, but who reads it alone learns nothing of whom it escapes."""
    over, begins = tree.tokens[head].head, tree.tokens[tree.token_range(head)[0]]
    if tree.tokens[head].dep != "ccomp" or is_bare(tree, head) or begins.tag in ("WRB", "WP", "WDT"):
        return False
    if _is_whether(tree, head):
        return False
    lists, adjective = words()["lists"], tree.tokens[over].dep == "acomp"
    verb = tree.tokens[over].head if adjective else over
    if _of(tree, verb, lists["ignorant"]):
        return not negated(tree, [over, verb])
    before = any(tree.tokens[k].text.lower() == "before" for k in tree.children(verb, "mark"))
    return bool(_of(tree, verb, lists["knowing"])) and (before or negated(tree, [over, verb]))


def _is_whether(tree: Tree, head: int) -> bool:
    """Whether a clause is only asked: "if it sails", "whether it sails"."""
    return any(tree.tokens[k].text.lower() in ("if", "whether") for k in tree.children(head, "mark"))


def is_real(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what is or was, not only what may, will or ought to be: "got", "managed to get", not "can
    get" or "plans to get"."""
    governors = words()["governors"]
    actual = governors["actual"] | governors["denied"]
    while any(tree.tokens[k].tag == "TO" for k in tree.children(verb, "aux")):
        over = tree.tokens[verb].head
        if tree.tokens[verb].dep != "xcomp" or tree.tokens[over].lemma not in actual:
            return False
        verb = over
    return not any(tree.tokens[k].tag == "MD" for k in tree.children(verb, "aux"))


def _is_undone(tree: Tree, verb: int) -> bool:
    """Whether a verb is denied, by itself or by what it hangs on: "refused to let", "no reason to have", "was unable to
    prove"."""
    denied, at = negated(tree, [verb]), verb
    while tree.tokens[at].dep in ("xcomp", "acomp"):
        at = tree.tokens[at].head
        denied ^= negated(tree, [at]) ^ (tree.tokens[at].lemma in words()["governors"]["denied"])
    return denied ^ governed(tree, at).denied


def _is_untrue(tree: Tree, over: int) -> bool:
    """Whether a clause is said not to be so: "it is not true that it is enough", "it is false that it is"."""
    lists = words()["lists"]
    called = {tree.tokens[k].lemma for k in (over, *tree.children(over, "acomp", "attr"))}
    above = over if tree.tokens[over].lemma == "be" else tree.tokens[over].head
    denied = any(not adds(tree, k) for k in tree.children(above, "neg"))
    return bool(called & lists["true"]) if denied else bool(called & lists["untrue"])


def _is_folly(tree: Tree, over: int) -> bool:
    """Whether it is called folly to believe or to say what a clause under a verb tells."""
    lists, above = words()["lists"], tree.tokens[over].head
    if tree.tokens[over].lemma not in (*lists["beliefs"], *lists["claiming"]) or tree.tokens[above].lemma != "be":
        return False
    called = any(tree.tokens[k].lemma in lists["folly"] for k in tree.children(above, "acomp", "attr"))
    return called and not any(not adds(tree, k) for k in tree.children(above, "neg"))


def _is_disbelieved(tree: Tree, head: int, over: int) -> bool:
    """Whether the one who speaks does not believe a clause: "I don't think that it is enough", "it is wrong to say that
    it is enough"; or nobody does: "it is not expected that it is enough"."""
    if tree.tokens[head].dep != "ccomp":
        return False
    if _is_folly(tree, over):
        return True
    if tree.tokens[over].lemma not in words()["lists"]["beliefs"]:
        return False
    who = [tree.tokens[k].text.lower() for k in tree.children(over, "nsubj")]
    impersonal = [tree.tokens[k].text.lower() for k in tree.children(over, "nsubjpass", "expl")] == ["it"]
    denials = [k for k in tree.children(over, "neg") if not adds(tree, k)]
    return bool(denials) and (impersonal or (bool(who) and who[0] in ("i", "we")))
