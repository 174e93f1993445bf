"""Appeals and vows told by a noun: "issued a plea to Orr to leave", "repeated his promise to stay"."""

from crosswire.annotate.attribution_cues import Cue, runs, speaks
from crosswire.annotate.attribution_words import words
from crosswire.text.clauses import subject
from crosswire.text.syntax import Tree

APPEALS = frozenset({"plea", "call", "appeal", "request", "demand", "invitation", "entreaty"})
VOWS = frozenset({"promise", "pledge", "vow", "threat", "offer"})
UTTERING = frozenset({"issue", "make", "repeat", "renew", "reiterate", "send", "voice", "echo"})


def appealed(tree: Tree, i: int) -> Cue | None:
    """The cue of a noun of appeal or vow that somebody utters, with its infinitive and whom it is put to."""
    tokens = tree.tokens
    verb, lemma = tokens[i].head, tokens[i].lemma
    uttered = tokens[i].dep == "dobj" and verb < i and tokens[verb].lemma in UTTERING
    none = tree.children(verb, "neg") or any(tokens[k].text.lower() == "no" for k in tree.children(i, "det", "neg"))
    if lemma not in APPEALS | VOWS or not uttered or none:
        return None  # "made no promise to stay"
    who = subject(tree, verb)
    below = [*tree.children(i, "acl", "relcl"), *tree.children(verb, "advcl", "xcomp")]
    to = [c for c in below if c > i and any(tokens[k].tag == "TO" for k in tree.children(c, "aux"))]
    if who is None or not to or not speaks(tree, who) or tokens[who].tag in ("WP", "WDT"):
        return None
    links = [*tree.children(verb, "dative", "prep"), *tree.children(i, "prep")]
    put_to = [o for p in links if i < p < to[0] for o in tree.children(p, "pobj")]
    content = {j for k in (to[0], *put_to) for j in tree.subtree(k)}
    core = ({verb, i} | set(tree.subtree(who)) | set(tree.subtree(i))) - content
    stance = "urged" if lemma in APPEALS else words().stance.get("promise", "said")
    return Cue(i, verb, i + 1, (who,), runs(content, tree), frozenset(core), stance, False)
