"""How a question reads, and how words are set that it quotes."""

import re

from crosswire.reconcile.phrases import SUPERLATIVE, personal_noun, table
from crosswire.records import Claim

VAGUE = re.compile(
    r"\b(?:it|they|them|this|these|those|he|she|him|we|us|you|i|which|one|so|none)\b|[“”‘\"()\[\]:;]", re.IGNORECASE
)
LOOSE = re.compile(
    r"\b(?:others?|another|similar(?:ly)?|equally|same|also|too|such|now|then|latter|different|so far|further"
    r"|more (?!than)|(?:twice|times) as \w+$"
    r"|(?:(?:high|low|bigg|larg|small|bett|fast|old|young|strong|weak)er|worse|less|more)$"
    r"|(?:(?<!the )people|ways?|times?)$|what (?:he|she|it|they)\b)",
    re.IGNORECASE,
)
"""What points to words that the question doesn't have, or says next to nothing."""
THIN = re.compile(r" (?:things?|something|anything|stuff)$| are reported$")
OWNING = re.compile(r"\b(?:his|her|their|its)\b")
OWN_WORDS = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")
OPENS_WHOLE = re.compile(
    r"(?=at least )|(?!(?:us|me|my own|their|his|her|its|to|for|if|when|as|who|which|that|what|of|by|like|than|so"
    r"|because|since|after"
    r"|before|and|or|but|with|without|in|at|on|from|how|why|where|while|until|through|about|just|not|whether)\b)",
    re.IGNORECASE,
)
MASS = frozenset(("police", "staff", "people", "crew", "press", "media", "military", "public"))
CALLINGS = ("officials", "authorities", "prosecutors", "investigators", "witnesses", "lawmakers", "critics", "experts")
# What follows the head of a description: "officers involved in the shooting", "those who were there".
HEADED = re.compile(r" (?=(?:of|in|at|on|for|from|with|to|by|who|that|which|[a-z]{3,}(?:ed|ing))\b)")
HANGING = re.compile(
    r"\b(?:Capt|Sens?|Reps?|Gov|Sgt|Lt|Mr|Mrs|Ms|Dr|a|an|the|and|or|but|his|her|their|its|than"
    r"|as|because|while|if|in order|in part|ages|aged)$"
    r"|(?<=[^\W\d_])['’]$"
)
GARBLED = re.compile(
    r"^(?!What if )\w+ (?:that|as|if|because|whether) | but (?:an?|the) |(?<![\d,.])0\d\d\b"
    r"|\beither\b.*\bnor\b|\w (?:and|or)-\w|^How long are there|\bto at\b"
    r"| (?:span|range|taken advantage)$|^When \w+ the (?:week|month|year|quarter|day)\b|^How many ages\b|\b00 "
    r"|^\w+ \S+ but |\bses\b|\bhave anything$|\b[Tt]he the\b|\b(?:reach|hit) (?:up|down)\b|^Whe(?:n|re) .* meant to\b"
    r"|^(?:Is|Was|Are|Were) the (?:first|last|only|next|\w+est)\b(?!.* said to ).* to (?:be )?\w+$"
    r"|^How old was [A-Z]\w+(?:an|ese|ish)$"
    r"|\bthat [a-z]+$|\bthere of\b|^(?:Is|Are|Was|Were) there (?:\w+ly|little|nothing)\b"
    r"|^(?:Was|Were|Is|Are) .* (?:looked(?! after| at| into)|seemed|appeared|happened|remained|arrived|died|emerged"
    r"|dominated(?! by))\b"
)
"""What no whole question has."""
SHAPELESS = re.compile(
    r"\w+ an? (?:\w+ )?(?:rate|figure|number|move|problem|thing|way|bid|state|country|franchise|team|candidate)\b"
)
"""How a question begins that is of nothing one knows."""
COMPARED = re.compile(
    r"\b(?:more|less|fewer|better|worse|(?:high|low|larg|small|bigg|fast|slow|old|young|strong|weak|great|earli|lat"
    r"|long|short|soon|wid|steep|cheap)er)\b"
)
"""What is more than something, which the question must name where the claim does."""
AT_LEAST = re.compile(r"\b(?:more|less|fewer|other|rather) than ")
TOPMOST = re.compile(rf"\b(?:{SUPERLATIVE.pattern}|sharpest|worst|\w+est)\b", re.IGNORECASE)
ALLOWED = re.compile(
    r"\b(allow|permit|enabl|forc|urg|encourag|compel|caus|requir)(?:e[sd]?|r?ing|s|r?ed)? (?!to\b)"
    r"(?:[\w.’'-]+ ){1,12}?(to) [a-z]"
)
KEPT = re.compile(
    r"\b(prevent|prohibit|discourag|bar|stop|keep)(?:p?e[sd]?|[rp]?ing|s|[rp]ed)? (?!from\b)"
    r"(?:[\w.’'-]+ ){1,12}?(from) [a-z]+ing\b"
)
"""A verb with what somebody is allowed to do, or kept from doing."""
RANKED = re.compile(
    r"\b((?:latest|first|second|third|fourth|fifth|last|next|only|\w{2,}est) (?:[\w'’-]+ ){0,2}"
    r"(?!half|quarter|time)[\w'’-]+)$"
)
LIGHT = re.compile(
    r" (?:an?|the|[\w’']+['’]s?) (?:\w+ )?(sign|signal|bid|effort|attempt|move|hope|belief|fear|departure|step|question"
    r"|idea|fact|sense|need|chance|right|reason|case|threat|risk|result)$"
)
"""What says little without what follows it."""
SPAN = re.compile(r" (?:for )?((?:an?|\w+|\d+) (?:second|minute|hour|day|week|month|year)s?)$")
AUXILIARIES = frozenset("did do does is are was were will would has have had can could should must".split())


def unquoted(words: str) -> str:
    """Words that shall stand in quotation marks, with those of their own made single, or left out where one of a
    pair is missing."""
    words = words.strip("“”\"'‘’ .,;:—–-")
    if words.count("“") != words.count("”") or '"' in words:
        return re.sub('[“”"]', "", words)
    return words.replace("“", "‘").replace("”", "’")


def described(name: str) -> str:
    """A source's description as it stands in mid-sentence: "A spokesman" gives "a spokesman",
    "senior official" gives "a senior official"; a name stays as it is."""
    name = re.sub(
        r"^(?:A|An|The|One|Two|Three|Some|Several|Many|His|Her|Their)\b(?!\.)", lambda m: m.group().lower(), name
    )
    if name.lower() in (*MASS, *CALLINGS):
        name = name.lower()
    if name in ("he", "she", "they", "it", "we", "who"):
        return name
    if name.startswith(("number of ", "series of ", "group of ", "handful of ", "couple of ")):
        return f"a {name}"
    words = name.split(" ")
    first = words[0]
    if words[-1].lower() in table()["words"]["uncounted"] and name.islower():
        return f"the {name}" if len(words) == 1 else name
    head = HEADED.split(name)[0].split(" ")[-1]
    many = any(word in MASS or re.search(r"[^s]s$", word) for word in (head, words[-1]))
    if first[:1].isupper() and head.islower() and personal_noun(head) and not many and first not in ("Mr.", "Mrs."):
        return f"a {name}"  # "Port Arden official"
    if not first[:1].islower() or first in table()["words"]["determiners"] or many or "’s" in name:
        return name
    return f"{'an' if first[0] in 'aeiou' else 'a'} {name}"


def broken(text: str) -> bool:
    """Whether a question can't be read: it ends on a word that wants another, or says a long word
    twice."""
    long = [w for w in re.findall(r"[a-z]{5,}", text) if not w.endswith("ing")]
    if text.endswith(" worth") and not text.startswith("How much"):
        return True
    if re.search(r"\b(?:the|[Hh]ow many) [b-hj-z]\b|\b[ap]\.? ?m\. [a-z]", text):
        return True  # "a $1T bill", torn; "as of 11 p.m. the crew"
    if GARBLED.search(text) or _doubled(text) or len(re.findall(r"\b[A-Z]{4,}\b", text)) > 2:
        return True
    counted = re.match(r"How many (\w{5})\w* .* \1\w*ing\b", text)
    if counted or re.search(r" (?:the|an?|its|his|her|their) (?:first|second|third|last|only|latest|most|next)$", text):
        return True
    last = re.search(r" to ([a-z]+)$", text)
    if last and last[1] in table()["words"]["objects"] and not text.startswith(("What", "Who")):
        return True
    if re.search(r"[A-Z]\w+['’](?:m|ve|re|ll)\b|\babout (?:about|that)\b", text) and not re.search(r"\bI['’]", text):
        return True  # a name stands in a contraction ("Brik'm")
    return bool(HANGING.search(text)) or (
        not text.startswith(("Who said", "Whose words")) and len(long) != len(set(long))
    )


def _doubled(text: str) -> bool:
    """Whether a question has somebody do something to himself by name ("Did Dorn fire Dorn"), outside quotations."""
    names = re.findall(r"(?<=\s)(?:[A-Z][\w.-]+\s)*[A-Z][\w.-]+", re.sub("“[^”]*”|^What did|^Who ", "", text))
    whole = {name.split()[-1] for name in names if re.search(r"[^.] ", name)}
    short = [name for name in names if re.fullmatch(r"(?:[A-Z][a-z]{1,2}\. )?[\w-]+(?:’s)?", name)]
    again = any(name.split()[-1].removesuffix("’s") in whole for name in short)  # "Roy Holm meet with Mr. Holm"
    return (
        len(names) > 1
        and (len(names) != len(set(names)) or again)
        and not text.startswith(("Who said", "Whose words", "What is reported"))
    )


def misleads(text: str, told: str) -> bool:
    """Whether a question lost of what a report tells, a claim and a few words behind it, what its last words need:
    "allow families" ("to sue"), "prevent banks" ("from lending"), "die a day" ("after the fire"), "become the latest
    mayor" ("to resign"), "make thrift" ("a virtue")."""
    for wants in (ALLOWED, KEPT):
        found = wants.search(told)
        verb = found and re.search(rf"\b{found[1]}(?!\w*(?:ed|ing)? (?:to|from)\b)\w* ", text)
        if found and verb and not re.search(rf" {found[2]} \w", text[verb.end() :]):
            return True
    end = " ".join(text.split()[-2:])
    lost = [
        (RANKED.search(text), r" (?:to (?!\d)|who\b|that\b)"),
        (LIGHT.search(text), r" (?:that|to|of|about|from|whether|over)\b"),
        (SPAN.search(text), r" (?:after|before|later|earlier|ago|old)\b"),
        (re.search(rf" make .*({re.escape(end)})$", text) if " make " in text else None, r" (?:an?|the) "),
    ]
    return any(
        last is not None and last[1] in told and re.search(rf"\b{re.escape(last[1])}{behind}", told)
        for last, behind in lost
    )


def roughness(text: str, claim: Claim) -> float:
    """How badly a question reads, from its words and from how the report says it: too short or
    long, words that name nothing, a headline's capitals, a claim that is only supposed."""
    words = text.split()
    rough = 0.12 * max(0, len(words) - 11) + 0.5 * (len(words) < 4)
    own = (
        re.sub("“[^”]*”", "", " ".join(words[1:]))
        if text.startswith(("Who said", "Whose words", "Did "))
        else " ".join(words[1:])
    )
    rough += 2.0 * len(VAGUE.findall(own))
    rough += 1.0 * (len(words) > 18) + 0.8 * len(LOOSE.findall(own)) + 0.8 * bool(THIN.search(text))
    rough += 1.2 * (words[0] in ("What", "When", "Where") and words[1] not in AUXILIARIES) * len(OWNING.findall(own))
    rough += 0.5 * (claim.status in ("possible", "asked")) + 1.0 * (claim.status == "hypothetical")
    rough += 0.2 * (claim.polarity == "denied")
    rough += 1.8 * bool(re.match(r"\w+ an? \w+ \w+$", text))
    rough += 1.2 * (len(words) < 7 and words[1] == "there")
    rough += 0.6 * bool(SHAPELESS.match(text))
    asked, told = (AT_LEAST.sub("", words) for words in (text, claim.text))  # "more than three times higher"
    rough += 1.2 * (" than " in told and " than " not in asked and bool(COMPARED.search(asked)))
    rough += 2.0 * (" since " in text and not TOPMOST.search(text) and bool(TOPMOST.search(claim.text)))
    rough += 0.8 * bool(re.match(r"(?:Was|Were|Is|Are) an? \w+ \w+ \w+$", text))
    return rough + 1.0 * (claim.predicate in table()["words"]["weak"] and " say “" not in text)
