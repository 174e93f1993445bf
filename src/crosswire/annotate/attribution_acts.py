"""Verbs of saying that tell of something done and not said: "rejected the motion", "claimed 12 lives"."""

from crosswire.annotate.attribution_things import is_thing
from crosswire.annotate.attribution_words import Stance, words
from crosswire.text.syntax import Tree

QUOTES = frozenset({'"', "“", "”", "``", "''", "‘", ":"})
SPEAKING = ("persons", "anonymous", "bodies", "firms", "offices", "titles", "documents")


def marked_that(tree: Tree, i: int) -> bool:
    """Whether "that" introduces the clause at i."""
    return any(tree.tokens[c].text.lower() == "that" for c in tree.children(i, "mark"))


def is_act(tree: Tree, i: int, lemma: str, stance: Stance) -> bool:
    """Whether the verb tells of something done and not said: "rejected the motion", "it would encourage
    investors", where a thing is what does it."""
    things = {tree.tokens[o].lemma for o in tree.children(i, "dobj", "nsubjpass")}
    clause = any(marked_that(tree, c) for o in tree.children(i, "dobj") for c in tree.children(o, "acl", "relcl"))
    return (
        _undoes(tree, i, stance, things, clause)
        or _takes(tree, i, lemma, things, clause)
        or (stance == "believed" and any(k == i + 1 and tree.tokens[k].text == "of" for k in tree.children(i, "prep")))
        or (lemma == "discover" and any(tree.tokens[k].pos == "PRON" for k in _subjects(tree, i)))
        or (lemma in ("find", "reveal", "show") and (_convicts(tree, i) or _of_itself(tree, i)))
        or (lemma == "hear" and not any(tree.tokens[k].lemma in words().lists["hearings"] for k in _subjects(tree, i)))
        or _meets(tree, i, lemma, things)
        or (lemma == "confirm" and _votes(tree, i, things))
        or (lemma == "assure" and not things)  # "assured that the three stay": made sure
        or (lemma == "tell" and bool(things & {"lie", "joke"}))
        or (
            lemma == "add"
            and bool(things)
            and (_by_a_thing(tree, i, lemma) or _counts(tree, i))
            and all(_opens_with_who(tree, c) for c in tree.children(i, "ccomp"))
        )
        or (lemma in ("show", "indicate", "reveal") and _leaves_open(tree, i))
        or (lemma == "carry" and (bool(tree.children(i, "prt")) or _bears(tree, i)))
        or (lemma in ("figure", "find") and bool(tree.children(i, "prt")))  # "found out"
        or _requires(tree, i, stance)
        or _enlists(tree, i, lemma)
        or (lemma in ("begin", "continue") and bool(things))  # "the promise that began it all"
        or (lemma in ("begin", "continue") and _goes_to(tree, i))  # "as the crowd began to cry"
        or (lemma == "object" and not tree.children(i, "ccomp"))
        or (lemma == "direct" and bool(things) and not tree.children(i, "ccomp", "xcomp"))  # "to direct a film"
        or _is_ordered(tree, i, stance)
        or _is_to_tell(tree, i, lemma)
        or (lemma == "respond" and _answers_a_call(tree, i))
        or (lemma == "deny" and bool(tree.children(i, "dative")))  # "denied the crew a hearing"
        or (lemma == "call" and _rings(tree, i))
        or (lemma == "plead" and bool({t.text.lower() for t in tree.tokens[i + 1 : i + 3]} & words().lists["pleas"]))
        or (lemma in words().lists["animate"] and _by_a_thing(tree, i, lemma))
        or _decides(tree, i, lemma, things)
        or _senses(tree, i, lemma)
        or _means(tree, i, lemma, things)
    )


def _opens_with_who(tree: Tree, c: int) -> bool:
    """Whether a clause read as what is said tells who somebody is: "added 9 points for the crew, who lost"."""
    return any(tree.tokens[k].text.lower() in ("who", "which") for k in tree.children(c, "nsubj"))


def _is_ordered(tree: Tree, i: int, stance: Stance) -> bool:
    """ "with 80 residents ordered to leave", "Mayor Criticized for Delay", "fears threatened to stop the race": who is
    told so, and what looms."""
    token = tree.tokens[i]
    beside = token.dep == "acl" or (token.dep == "pcomp" and tree.tokens[token.head].text.lower() == "with")
    told = token.tag == "VBN" and beside and not tree.children(i, "agent", "aux", "auxpass")
    looms = token.lemma == "threaten" and any(is_thing(tree, k) for k in _subjects(tree, i))
    behind = tree.tokens[i + 1].text.lower() if i + 1 < len(tree.tokens) else ""
    blamed = token.lemma in words().lists["judging"] | {"accuse", "charge", "blame"} and token.tag in ("VBN", "VBD")
    bare = blamed and behind in ("for", "over", "by", "of") and not tree.children(i, "dobj", "aux", "ccomp", "agent")
    if bare and token.dep == "ROOT":
        return True
    return (stance == "urged" and told) or (looms and bool(tree.children(i, "xcomp")))


def _is_to_tell(tree: Tree, i: int, lemma: str) -> bool:
    """ "ordered the yard to announce that it reopens": what somebody is made to say, and has not said."""
    token = tree.tokens[i]
    led = token.tag == "VB" and token.dep in ("xcomp", "ccomp", "conj")
    over = token.head
    while led and tree.tokens[over].dep == "conj" and tree.tokens[over].tag == "VB":
        over = tree.tokens[over].head
    over = tree.tokens[over].head if token.dep == "conj" else over
    return (
        led
        and lemma in ("announce", "post", "publish", "issue")
        and tree.tokens[over].lemma in words().lists["ordering"]
    )


def _answers_a_call(tree: Tree, i: int) -> bool:
    """ "crews responded to a fire at the yard": with deeds. Who does not respond to a request declines to speak."""
    sentence = tree.parse.sentences[tree.tokens[i].sentence]
    to = i + 1 < sentence.last and tree.tokens[i + 1].text.lower() == "to"
    said = any(t.text in QUOTES or t.text == ":" for t in tree.tokens[sentence.first : sentence.last])
    return to and not said and not tree.children(i, "neg", "ccomp", "advcl", "parataxis")


def _senses(tree: Tree, i: int, lemma: str) -> bool:
    """ "felt the deck give way", "trying to find clerks to do it": what happens to one and is no belief or finding."""
    below = [c for c in tree.children(i, "ccomp", "xcomp") if c > i]
    bare = [c for c in below if tree.tokens[c].tag in ("VB", "VBG") and not tree.children(c, "aux", "mark")]
    if lemma == "feel":
        return bool(bare) and len(bare) == len(below) and all(tree.children(c, "nsubj") for c in bare)
    infinitive = tree.tokens[i].tag == "VB" and any(
        tree.tokens[k].text.lower() == "to" for k in tree.children(i, "aux")
    )
    return lemma == "find" and infinitive and not any(marked_that(tree, c) for c in below)


def _counts(tree: Tree, i: int) -> bool:
    """Whether a verb's object is counted: "The yards added 200 jobs"."""
    return any(tree.children(o, "nummod") for o in tree.children(i, "dobj"))


def _decides(tree: Tree, i: int, lemma: str, things: set[str]) -> bool:
    """ "ruling against the yard", "voted to certify the results", "Salt, noted for his yachts", "insisted on a seat",
    "answered the pleas", "never mentioned the man", "began with a film": deeds."""
    lists = words().lists
    behind = tree.tokens[i + 1].text.lower() if i + 1 < len(tree.tokens) else ""
    if (lemma in ("note", "know") and behind in ("for", "as")) or (lemma == "add" and behind == "to"):
        return True
    if tree.children(i, "ccomp"):
        return False
    first = tree.parse.sentences[tree.tokens[i].sentence].first
    if lemma in lists["venting"] and behind == "at" and not any(t.text in QUOTES for t in tree.tokens[first:i]):
        return True  # "unions fume at “the weakest mayor”"
    return (
        (lemma == "rule" and behind in ("against", "for", "in", "out"))
        or (lemma == "insist" and behind in ("on", "upon"))
        or (lemma in ("begin", "continue", "open", "end") and behind == "with")
        or (lemma == "certify" and bool(things & lists["certified"]))
        or (lemma == "answer" and bool(things & lists["answered"]))
        or (lemma in lists["touched"] and bool(things) and bool(tree.children(i, "neg")))
        or (lemma == "hear" and bool(things) and not any(t.text in QUOTES for t in tree.tokens[i : i + 12]))
    )


def _means(tree: Tree, i: int, lemma: str, things: set[str]) -> bool:
    """ "patches, referred to as the Blue Set", "Jobless Claims Fall", "it would show voters that", "offers both a way
    out": words that look like speech."""
    tokens = tree.tokens
    if lemma == "refer" and not tree.children(i, "nsubj", "aux"):
        behind = [t.text.lower() for t in tokens[i + 1 : i + 3]]
        return behind[:1] == ["to"] and behind[-1] in ("as", "in", "on", "throughout")
    if lemma == "cast" and any(tokens[k].text.lower().endswith(("self", "selves")) for k in tree.children(i, "dobj")):
        return True  # "as he cast himself as a friend"
    if lemma == "claim" and i and tokens[i - 1].text.lower() in words().lists["benefits"]:
        return True
    if lemma in ("show", "demonstrate", "prove"):
        led = tokens[tokens[i].head].lemma if tokens[i].dep in ("xcomp", "advcl", "relcl") else ""
        would = any(tokens[k].tag == "MD" for k in tree.children(i, "aux"))
        return tokens[i].tag == "VB" and not _by_a_paper(tree, i) and (would or led in ("take", "try", "do", "want"))
    sentence = tree.parse.sentences[tokens[i].sentence]
    quoted = any(t.text in QUOTES for t in tokens[sentence.first : sentence.last])
    if lemma in ("tweet", "retweet", "post", "share"):
        return bool(things & words().lists["pictures"]) and not tree.children(i, "ccomp")
    purpose = any(tokens[k].text.lower() == "to" for k in tree.children(i, "aux")) and tokens[i].dep in ("advcl", "acl")
    who = [k for k in _subjects(tree, i) if tokens[k].pos in ("PROPN", "PRON")]
    wanted = any(tokens[o].tag == "WP" for c in tree.children(i, "ccomp") for o in tree.children(c, "dobj"))
    none = any(tokens[d].text.lower() == "no" for o in tree.children(i, "dobj") for d in tree.children(o, "det"))
    empty = none and bool(things & {"reply", "answer", "response", "resistance"})  # "offered no reply to the call"
    return (lemma == "offer" and not quoted and (not who or wanted or empty)) or (lemma == "protest" and purpose)


def _enlists(tree: Tree, i: int, lemma: str) -> bool:
    """ "began by ordering clerks to shut the yard", "asked Lee to talk to Orr": what the report tells as done."""
    lists = words().lists
    below = [c for c in tree.children(i, "xcomp", "ccomp") if any(tree.tokens[k].tag == "TO" for k in tree.children(c))]
    if lemma in lists["ordering"]:
        by = any(tree.tokens[k].dep == "pcomp" and tree.tokens[k].tag == "VBG" for k in (i, *tree.ancestors(i)))
        return bool(below) and tree.tokens[i].tag == "VBG" and by
    talks = any(tree.tokens[c].lemma.lower() in lists["talks_for"] for c in below)
    return lemma == "ask" and talks


def _requires(tree: Tree, i: int, stance: Stance) -> bool:
    """ "The teaching calls for thrift", "the law demands that they wait": what no speaker asks for."""
    lists = words().sources
    return stance == "urged" and any(tree.tokens[k].lemma in lists["requiring"] for k in _subjects(tree, i))


def _subjects(tree: Tree, i: int) -> list[int]:
    return tree.children(i, "nsubj")


def _by_a_paper(tree: Tree, i: int) -> bool:
    """Whether a document is what does it: "the letter began"."""
    return any(tree.tokens[k].lemma in words().sources["documents"] for k in _subjects(tree, i))


def _undoes(tree: Tree, i: int, stance: Stance, things: set[str], clause: bool) -> bool:
    """ "rejected the motion": by a ruling or a deed."""
    called = any(tree.tokens[k].text.lower() == "as" for k in tree.children(i, "prep"))  # "dismissed the case as weak"
    acted = stance == "denied" and bool(things & words().lists["acted_on"]) and not called
    return acted and not clause and not tree.children(i, "ccomp")


def _takes(tree: Tree, i: int, lemma: str, things: set[str], clause: bool) -> bool:
    """ "claimed 12 lives", "assumed office", "will defend his title"."""
    lists = words().lists
    if lemma == "promise" and tree.tokens[i].dep == "relcl":
        return not tree.children(i, "ccomp", "xcomp")  # "the pay that the yard promises its clerks"
    if lemma == "defend":
        return (not things or bool(things & lists["defended"])) and not tree.children(i, "ccomp")
    if lemma == "assert" and things & {"right", "privilege", "control", "authority", "power", "claim", "independence"}:
        return not clause and not tree.children(i, "ccomp")
    return (lemma == "assume" and bool(things & lists["assumed"])) or (
        lemma == "claim" and bool(things & lists["claimed"]) and not clause
    )


def _meets(tree: Tree, i: int, lemma: str, things: set[str]) -> bool:
    """ "question a woman about the fire", "found him hiding", "showed no emotion": deeds."""
    if lemma == "question":
        people = words().sources["persons"] | words().sources["anonymous"]
        return bool(things & people) and not tree.children(i, "ccomp")
    if lemma == "find":
        below = tree.children(i, "ccomp", "xcomp")
        if things and tree.children(i, "neg") and not any(marked_that(tree, c) for c in below):
            return True  # "could not find any letters"
        clauses = [c for c in tree.children(i, "ccomp", "xcomp") if tree.tokens[c].tag == "VBG" and c > i + 1]
        return bool(clauses) and not any(tree.children(c, "mark", "aux") for c in clauses)
    if lemma == "refer":  # "referring to a law that": what is meant; "referred to it as a hoax" calls it something
        links = [k for k in tree.children(i, "prep") for k in (k, *tree.subtree(k))]
        named = any(t.text in ('"', "“", "``", "''") for t in tree.tokens[i + 1 : i + 4])
        return not named and not any(tree.tokens[k].text.lower() == "as" for k in links)
    return lemma == "show" and bool(things & words().lists["felt"])


def _bears(tree: Tree, i: int) -> bool:
    """ "His word will carry a great deal of weight": nothing that prints or airs carries it."""
    tells = words().sources["outlet_words"] | words().sources["documents"]
    return any(tree.tokens[k].pos == "NOUN" and tree.tokens[k].lemma not in tells for k in _subjects(tree, i))


def _leaves_open(tree: Tree, i: int) -> bool:
    """ "The footage did not show whether": a thing that keeps no silence."""
    marks = {tree.tokens[m].text.lower() for c in tree.children(i, "ccomp") for m in tree.children(c, "mark")}
    return bool(tree.children(i, "neg")) and "whether" in marks


def _goes_to(tree: Tree, i: int) -> bool:
    """Whether "to" and another verb stand behind a verb of beginning."""
    below = tree.children(i, "xcomp")
    to = any(tree.tokens[k].text.lower() == "to" for c in below for k in tree.children(c, "aux"))
    goes_on = any(tree.tokens[c].tag == "VBG" for c in below)  # "began massing a force"
    return to or (goes_on and not _by_a_paper(tree, i))


def _votes(tree: Tree, i: int, things: set[str]) -> bool:
    """ "The Senate confirmed two nominations", "an illness, which confirmed what they knew": a vote, a sign."""
    tokens = tree.tokens
    for who in _subjects(tree, i):
        noun = tokens[tokens[who].head].head if tokens[who].text.lower() in ("which", "that") else who
        if noun != who and tokens[i].dep == "relcl" and tokens[noun].pos == "NOUN":
            people = {one for name in (*SPEAKING, "outlet_words") for one in words().sources[name]}
            return tokens[noun].lemma not in people
    return bool(things & words().lists["confirmed"]) and not tree.children(i, "ccomp")


def _by_a_thing(tree: Tree, i: int, lemma: str) -> bool:
    """ "it would encourage investors", "the new ferry promises lower costs"."""
    subjects = [tree.tokens[k] for k in _subjects(tree, i)]
    if lemma == "promise" and not tree.children(i, "xcomp", "ccomp"):
        people = {one for name in SPEAKING for one in words().sources[name]}
        return any(t.pos == "NOUN" and t.lemma not in people for t in subjects)
    return bool({t.text.lower() for t in subjects} & {"it", "this", "that", "which", "these", "those"})


def _convicts(tree: Tree, i: int) -> bool:
    """ "found the captain guilty": a verdict."""
    below = [k for c in tree.children(i, "ccomp", "oprd", "xcomp", "dobj", "acomp") for k in (c, *tree.children(c))]
    return any(tree.tokens[k].text.lower() in ("guilty", "liable", "innocent") for k in below)


def _of_itself(tree: Tree, i: int) -> bool:
    """ "found itself in court", "revealed himself as"."""
    below = [k for c in tree.children(i, "ccomp", "dobj") for k in (c, *tree.children(c, "nsubj"))]
    return any(tree.tokens[k].text.lower().endswith(("self", "selves")) for k in below)


def _rings(tree: Tree, i: int) -> bool:
    """ "called his mother to break the news", "called the race": by telephone, or who has won."""
    ends = [c for c in tree.children(i, "xcomp", "advcl") if tree.tokens[c].tag == "VB" and c > i]
    if {tree.tokens[o].lemma.lower() for o in tree.children(i, "dobj")} & {"race", "election", "contest"}:
        return not tree.children(i, "oprd", "ccomp")  # "when Delta News called the race"
    dialled = {tree.tokens[o].lemma.lower() for o in tree.children(i, "dobj")} & {"number", "hotline", "911", "cab"}
    if dialled and not tree.children(i, "oprd", "ccomp"):
        return True
    named = tree.children(i, "oprd") or any(t.text in ('"', "“", "``", "''") for t in tree.tokens[i + 1 : i + 12])
    return bool(tree.children(i, "dobj")) and bool(ends) and not named
