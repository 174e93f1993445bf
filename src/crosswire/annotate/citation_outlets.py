"""The outlets that an article names as sources, by what they do and by what is done through them."""

from bisect import bisect_left
from collections.abc import Sequence

from crosswire.annotate.attribution_sources import Namer
from crosswire.annotate.citation_media import is_unlike, media, outlet_name
from crosswire.annotate.citation_scan import is_to_come, span
from crosswire.annotate.citation_words import source_words, tells
from crosswire.records import Article, Citation
from crosswire.text.clauses import subject
from crosswire.text.syntax import Tree

OWN_VOICE = frozenset(
    "host anchor contributor commentator pundit personality star executive owner founder publisher president chairman "
    "chairwoman chief ceo".split()
)
TOLD_TO = frozenset({"describe", "confirm", "explain", "speak", "talk", "recount", "reveal", "disclose"})
TALKS = {
    "with": frozenset({"interview", "conversation"}),
    "to": frozenset({"statement", "email", "e-mail", "mail", "letter", "message", "interview", "comment", "remark"}),
}
ON_AIR = frozenset({"speak", "talk", "discuss", "appear", "run", "say", "tell", "argue", "host", "announce"})
WRITING = frozenset(
    {"hear", "explain", "argue", "describe", "observe", "recall", "tweet", "blog", "point", "recount", "opine", "quip"}
)  # what a writer does
GIVING = frozenset({"leak", "give", "send", "provide", "release", "distribute", "hand", "offer"})
PRESS = frozenset({"reporter", "journalist", "correspondent", "photographer", "crew"})
WITNESSED = frozenset({"see", "witness", "relay", "find", "watch", "count", "hear"})  # what they do on the spot
HOSTS = frozenset({"host", "anchor"})
AIRING = frozenset({"broadcast", "air", "carry", "televise", "show", "appear", "run", "print", "publish"})
TALK = frozenset(
    {"interview", "remark", "comment", "excerpt", "clip", "conversation", "footage"}
)  # told of before it airs
SPREADING = frozenset({"begin", "surface", "emerge", "circulate", "swirl"})  # what reports do


def named_outlets(article: Article, tree: Tree, people: Sequence[tuple[int, int, str]], namer: Namer) -> list[Citation]:
    """Outlets that report, are reported by, or carry something, with or without a clause of content.
    ``people`` are spans that name people and their forms: "Emily Post" is no newspaper, nor is "Post" behind it."""
    found: list[Citation] = []
    starts = [t.start for t in tree.tokens]
    tables = media()
    for sentence in tree.parse.sentences:
        for pattern in (tables.listed, tables.shaped, tables.common):
            for match in pattern.finditer(article.text, sentence.start, sentence.end):
                a, b = match.span()
                taken = any(s < b and a < e and ((s, e) != (a, b) or form == "part") for s, e, form in people) or any(
                    c.start < b + 2 and a - 2 < c.end for c in found
                )
                k = bisect_left(starts, b) - 1
                taken = taken or (pattern is tables.shaped and is_unlike(match.group()))
                taken = taken or (pattern is tables.common and _is_before_people(tree, k))
                taken = taken or (pattern is tables.common and _is_any(tree, k))
                if not taken and k >= 0 and not _is_former(tree, k) and _is_source(tree, k):
                    name = namer.name(_called(tree, k)) if pattern is tables.common else None
                    known = name[0] if name and name[1] == "media" else outlet_name(match.group())
                    found.append(span(article.text, a, b, [known]))
    return found


def _is_before_people(tree: Tree, k: int) -> bool:
    """Whether a common noun for a medium only tells what sort of people speak: "newspaper editorial writers"."""
    head = tree.tokens[tree.tokens[k].head]
    before = tree.tokens[k].dep in ("compound", "nmod") and tree.tokens[k].head > k and head.pos == "NOUN"
    return before and head.lemma not in source_words("products")


def _called(tree: Tree, k: int) -> int:
    """The head of what a common noun for a medium stands before as what it is: "the newspaper Orvane"."""
    head = tree.tokens[k].head
    beside = tree.tokens[k].dep in ("compound", "nmod") and tree.tokens[head].pos == "PROPN" and head > k
    return head if beside and tree.tokens[k].tag == "NN" else k


def _is_any(tree: Tree, k: int) -> bool:
    """Whether a common noun for a medium is none of them ("in every magazine"), or whom something was given to."""
    link = tree.tokens[tree.tokens[k].head]
    dets = {tree.tokens[c].text.lower() for c in tree.children(k, "det")}
    i = tree.tokens[k].head
    over = next((v for v in tree.ancestors(k) if tree.tokens[v].pos == "VERB"), i)
    given = link.text.lower() in ("to", "of") and tree.tokens[over].lemma in GIVING
    return bool(dets & {"every", "any", "no", "each", "all"}) or given


def _is_former(tree: Tree, k: int) -> bool:
    """Whether the name that ends at token k only tells whose someone was: "a former CNN reporter", "the CNN host"."""
    head = tree.tokens[k].head
    before = tree.tokens[k].dep in ("compound", "nmod", "poss") and head > k
    if before and _is_hosted(tree, k):
        return False
    once = any(tree.tokens[c].text.lower() in ("former", "ex", "onetime") for c in tree.children(head))
    named = media().fields.search(tree.tokens[k - 1].text + " " + tree.tokens[k].text) if k else None
    if named and k + 1 < len(tree.tokens) and tree.tokens[k + 1].pos == "NOUN":
        return True  # "the Foreign Affairs spokesman", whatever it was read as
    return before and (once or named is not None or tree.tokens[head].lemma in OWN_VOICE)


def _is_hosted(tree: Tree, k: int) -> bool:
    """Whether the outlet that ends at token k is named with its host, who is told something: "told a CNN host"."""
    chain = [tree.tokens[i] for i in (k, *tree.ancestors(k))]
    whole = next((t for t in chain if t.dep not in ("compound", "nmod", "poss", "appos")), None)
    host = any(t.lemma in HOSTS for t in chain) or any(
        tree.tokens[c].lemma in HOSTS for t in chain[:2] for c in tree.children(t.head, "compound", "appos")
    )
    told = whole is not None and whole.dep in ("dobj", "dative") and tree.tokens[whole.head].lemma == "tell"
    return host and told


def _is_source(tree: Tree, k: int) -> bool:
    """Whether the name that ends at token k reports, is reported by, or stands under "according to"."""
    tokens = tree.tokens
    for i in [k, *tree.ancestors(k)][:4]:
        dep, head = tokens[i].dep, tokens[tokens[i].head]
        if dep == "compound" and tokens[i].head == i + 1 and head.pos == "VERB":
            return head.lemma in source_words("reporting")  # "the BBC understands", misread as one name
        whose = dep in ("compound", "nmod", "nummod", "poss")  # a name with a full stop in it may be read as a number
        if whose and head.pos == "NOUN" and head.lemma in source_words("products"):
            return not _is_refused(tree, tokens[i].head)
        if dep == "nsubj":
            return _does_report(tree, i)
        link = head.text.lower() if dep == "pobj" else ""
        if (link in ("of", "from", "with", "at", "in") and _is_teller(tree, head.head)) or (
            link in TALKS and _is_talk(tree, head.head, link)
        ):
            return True
        if dep == "pobj" and (head.text.lower() == "per" or _is_rumour(tree, i)):
            return True
        if dep == "pobj" and head.text.lower() in ("by", "to", "in", "on", "for", "with"):
            return _is_linked(tree, k, tokens[i].head)
        if dep in ("dobj", "dative") and (head.lemma == "tell" or (head.lemma == "write" and _is_agency(tree, k))):
            return True  # "…, the mayor, Nora Quist, told Delta Radio", whatever else was made of it
        if dep in ("ROOT", "dobj"):
            return False
    return False


def _is_rumour(tree: Tree, i: int) -> bool:
    """Whether token i is "reports" with what they say, behind the preposition of an occasion: "amid reports that"."""
    token = tree.tokens[i]
    told = any(tree.tokens[c].pos in ("VERB", "AUX") for c in tree.children(i, "acl", "relcl", "ccomp"))
    link = tree.tokens[token.head].text.lower()
    return token.lemma == "report" and (link == "amid" or (told and link in ("after", "following")))


def _does_report(tree: Tree, i: int) -> bool:
    """Whether an outlet reports as the subject at token i: not "since CNN learned of it", "Reuters could not"."""
    verb = tree.tokens[i].head
    around, lemma = [tree.tokens[c] for c in tree.children(verb)], tree.tokens[verb].lemma
    if tree.tokens[i].lemma in PRESS and lemma in WITNESSED:
        return not any(t.dep == "neg" for t in around)
    if any(t.dep == "neg" or (lemma == "learn" and t.text == "of") for t in around) or _is_scheduled(tree, verb):
        return False
    reports = any(t.lemma == "report" and t.dep != "nsubj" for t in around)
    return lemma in source_words("reporting") | SPREADING or reports or _is_first(tree, verb)


def _is_scheduled(tree: Tree, verb: int) -> bool:
    """Whether the verb at a token tells what will be on: "ABC will broadcast the race"; not so an interview."""
    if tree.tokens[verb].lemma not in AIRING or not is_to_come(tree, tree.tokens[verb].start):
        return False
    over = [tree.tokens[verb].head] if tree.tokens[verb].dep == "relcl" else []
    return not any(tree.tokens[k].lemma in TALK for k in (*tree.children(verb, "nsubj", "nsubjpass", "dobj"), *over))


def _is_first(tree: Tree, verb: int) -> bool:
    """Whether somebody is told to be the first who reports: "the Delta Herald was first to report it"."""
    for i in tree.children(verb, "acomp", "attr"):
        first = tree.tokens[i].text == "first" or any(tree.tokens[c].text == "first" for c in tree.children(i, "amod"))
        deeds = [tree.tokens[c] for c in tree.children(i, "xcomp", "acl", "relcl")]
        if first and any(t.lemma in source_words("reporting") for t in deeds):
            return True
    return False


def _is_linked(tree: Tree, k: int, link: int) -> bool:
    """Whether the preposition at token link makes the outlet whose name ends at token k a source: "published in",
    "asked by", "shared with", "an article in", "said on"."""
    word, i = tree.tokens[link].text.lower(), tree.tokens[link].head
    over = tree.tokens[i]
    if _is_scheduled(tree, i):
        return False
    if word == "to" and over.lemma in TOLD_TO:
        return True
    if word == "on" and (over.lemma in ON_AIR or _is_on_air(tree, k, i)):
        return True
    if word == "on" and over.lemma in source_words("programmes") and over.dep == "pobj":
        return True
    if word in ("in", "for") and over.lemma in ("write", "blog"):
        return True
    if word in ("by", "with") and over.lemma in source_words(word):
        return True
    if word in ("in", "by", "on", "for") and over.pos in ("NOUN", "PROPN") and over.lemma in source_words("products"):
        return True
    return over.lemma in source_words("given") or over.lemma in ("poll", "survey")


def _is_teller(tree: Tree, i: int) -> bool:
    """Whether token i is a person's name who tells something ("Nora Quist of the Delta Herald wrote"), or reporters
    who do ("reporters from the Delta Herald saw")."""
    token, over = tree.tokens[i], tree.tokens[tree.tokens[i].head]
    if token.lemma in PRESS:
        return token.dep == "nsubj" and over.lemma in source_words("reporting") | WRITING | WITNESSED
    if token.pos != "PROPN" or any(tree.tokens[c].text.lower() == "the" for c in tree.children(i, "det")):
        return False
    by = token.dep == "pobj" and over.text.lower() == "to" and tree.tokens[over.head].text.lower() == "according"
    return by or (token.dep == "nsubj" and over.lemma in source_words("reporting") | WRITING)


def _is_talk(tree: Tree, i: int, link: str) -> bool:
    """Whether token i is a talk or message in which one told something: "in an interview with", "in a letter to", or
    tells that one did: "gave an interview to", "made the remarks to", "her remarks to"."""
    made = tree.tokens[i].lemma in ("make", "give", "grant")
    if made and tree.tokens[i].pos == "VERB":
        return any(tree.tokens[c].lemma in TALKS[link] for c in tree.children(i, "dobj"))
    over = tree.tokens[tree.tokens[i].head]
    within = tree.tokens[i].dep == "pobj" and over.text.lower() in ("in", "during")
    held = tree.tokens[i].dep == "dobj" and over.lemma in ("make", "give", "grant")
    held = held or (tree.tokens[i].lemma in ("comment", "remark", "interview") and bool(tree.children(i, "poss")))
    return tree.tokens[i].lemma in TALKS[link] and (within or held)


def _is_on_air(tree: Tree, k: int, i: int) -> bool:
    """Whether something is said on the broadcaster whose name ends at token k, "on" standing under token i: "Quist, who
    once was mayor, on Delta News defended it", "several interviews, including one on Delta Radio"."""
    name = tree.tokens[k].text
    if media().station.search(name) is None:
        return False
    if tree.tokens[i].lemma in ("one", "interview", "appearance", "remark", "comment"):
        return True
    over = next((v for v in [i, *tree.ancestors(i)] if tree.tokens[v].pos == "VERB"), None)
    hung = tree.tokens[i].pos in ("VERB", "PROPN") or tree.tokens[i].dep in ("nsubj", "npadvmod")
    return hung and over is not None and tells(tree.tokens[over].lemma)


def _is_agency(tree: Tree, k: int) -> bool:
    """Whether the name that ends at token k is written to as an agency is: "he wrote the AP"."""
    return media().listed.fullmatch(tree.tokens[k].text) is not None and tree.tokens[k].text.isupper()


def learners(article: Article, tree: Tree, people: Sequence[tuple[int, int, str]], namer: Namer) -> list[Citation]:
    """Who has learned something: "the mayor will go, Sports Desk 5 has learned"; only outlets do so in print."""
    found: list[Citation] = []
    for i, token in enumerate(tree.tokens):
        if token.lemma != "learn":
            continue
        perfect = any(tree.tokens[c].lemma == "have" for c in tree.children(i, "aux"))
        who = subject(tree, i) if perfect and not any(tree.tokens[c].text == "of" for c in tree.children(i)) else None
        inner = token.dep in ("ROOT", "parataxis") or bool(tree.children(i, "ccomp"))
        if who is None or not inner or tree.tokens[who].pos not in ("PROPN", "NUM"):
            continue
        source = namer.source(who)
        if source.kind != "person" and not any(s < source.end and source.start < e for s, e, _ in people):
            found.append(span(article.text, source.start, token.end, [source.name]))
    return found


def _is_refused(tree: Tree, i: int) -> bool:
    """Whether what an outlet makes is asked for or refused: "declined a CNN interview"."""
    return tree.tokens[tree.tokens[i].head].lemma in source_words("refusing")
