"""Where no sentence can begin, told to spaCy's parser before it decides."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

COMPONENT = "crosswire_sentence_starts"
# Ranks, titles and the like, whose full stop ends no sentence where a name or figure follows.
SHORT = frozenset(
    "Adm Amb Asst Atty Brig Capt Cmdr Col Const Cpl Dep Det Dr Drs Fr Gen Gens Gov Govs Hon Insp Lt Maj Mr Mrs Ms Msgr "
    "Prof Pvt Rep Reps Res Rev Rt Sen Sens Sgt Sr St Supt".split()
)
_ENDS = re.compile(r"[.?!:;…\"”'’)\]}»*•|—–―-]$|\s")
_SPOKEN = tuple("?!\"”'’")


def add_to(nlp: "Language") -> None:
    """Have a pipeline's parser begin no sentence where ``barred`` says that none can, unless it does so already."""
    from spacy.language import Language

    if COMPONENT not in nlp.pipe_names:
        Language.component(COMPONENT, func=bar)
        nlp.add_pipe(COMPONENT, before="parser")


def bar(doc: "Doc") -> "Doc":
    """Mark the tokens at which no sentence can begin."""
    for i in range(1, len(doc)):
        if barred(doc[i - 1], doc[i]):
            doc[i].is_sent_start = False
    return doc


def barred(before: "Token", token: "Token") -> bool:
    """Whether no sentence can begin at a token: behind a word ("Lee Hints | After Vote"), behind a title's full stop
    ("Sens. | Ann Lee"), or small behind what somebody calls or asks ("“Why?” | she asked")."""
    if token.text.isspace() or before.text.isspace():
        return False
    if not _ENDS.search(before.text):
        return True
    if token.text[:1].islower():
        return before.text.endswith(_SPOKEN)
    within = before.text == "." and before.i > 0 and not before.nbor(-1).whitespace_
    short = before.nbor(-1).text if within else before.text[:-1]
    return before.text.endswith(".") and short in SHORT and token.text[:1].isalnum()
