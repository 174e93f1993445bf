"""Verbs whose form or place leaves open whose deed they tell: participles, and verbs that share a subject."""

from crosswire.reconcile.behind import Behind
from crosswire.reconcile.phrases import table
from crosswire.text.clauses import agent

STANDING = (
    "stand",
    "abide",
    "live",
    "go",
    "pass",
    "come",
    "stop",
    "drop",
    "swing",
    "sit",
    "lead",
    "win",
    "trail",
    "lose",
)
LETTING = ("clear", "order", "tell", "urge", "allow", "permit", "invite")
"""What a headline tells without a form of be: "Holm cleared to sail"."""


class Participles(Behind):
    """Reads whether the verb at ``i`` is a passive's, and to whom it belongs where the parse hangs it elsewhere."""

    def _bare_participle(self) -> bool:
        """ "He was found barricaded in a flat", "Three men arrested in Vellin", "was stopped and
        searched": passive without a form of be."""
        if self._word(self.i) in ("come", "become", "run") or self.verb.tag not in ("VBN", "VBD"):
            return False
        if self.tree.children(self.i, "aux", "auxpass"):
            return False
        return self._stands_apart() or self._done_by() or self._without_object()

    def _stands_apart(self) -> bool:
        """Whether its place shows the participle: "his hands tied", "along the border flooded with mud", a headline's
        "Holm cleared to sail"."""
        own = self.tree.children(self.i, "nsubj")
        if self._absolute() or (self.verb.tag == "VBN" and self.verb.dep == "advcl" and not own):
            return True
        behind = self.verb.tag == "VBD" and self.verb.dep == "advcl" and self.tokens[self.i + 1 : self.i + 2]
        alone = not self.tree.children(self.i, "nsubj", "mark", "dobj")
        if behind and behind[0].tag == "IN" and self._noun_before() is not None and alone:
            return True
        cleared = self.phrases.headline(self.verb.sentence) and self.lemma in LETTING
        return bool(cleared and self.tree.children(self.i, "xcomp")) and not self.tree.children(self.i, "dobj")

    def _done_by(self) -> bool:
        """Whether somebody who did it stands behind the participle, or it narrows down what it was done to: "Mayor
        jeered by students", "the first witness called", "with its roof torn off"."""
        things, marks = self.tree.children(self.i, "dobj", "ccomp", "dative"), self.tree.children(self.i, "mark")
        own = self.tree.children(self.i, "nsubj")
        acted = self.tree.children(self.i, "agent") and self.lemma not in ("vote", *STANDING)  # "by a wide margin"
        if not things and acted and agent(self.tree, self.i) is not None:
            return True
        called = self.verb.dep == "acl" and self.lemma in table()["people"]["done_to"]
        if not things and (self._by_somebody() or (called and not self.tree.children(self.i, "nsubj", "oprd"))):
            return True
        return self.verb.tag == "VBN" and any(self._word(k) == "with" and k < own[0] for k in marks if own)

    def _without_object(self) -> bool:
        """Whether a verb that wants an object has none: "made their voices heard", "Three men arrested"."""
        if self.verb.tag == "VBN" and self.verb.dep == "ccomp" and not self.tree.children(self.i, "dobj"):
            return self.lemma not in STANDING
        if self.verb.tag == "VBD" and self.verb.lemma in ("find", "name", "hit", "base"):
            return False
        if self.tree.children(self.i, "dobj", "ccomp") or self._shared_objects():
            return False
        if self.verb.lemma not in table()["words"]["transitive"]:
            return False
        subjects = self.tree.children(self.i, "nsubj")
        return not any(self.tokens[k].pos == "PRON" or self.tokens[k].tag in ("WP", "WDT") for k in subjects)

    def _by_somebody(self) -> bool:
        """Whether a name or people stand behind the verb and "by": "The letter, signed by nurses"."""
        by = self.i + 1
        if self.lemma in STANDING or by >= len(self.tokens) or self._word(by) != "by":
            return False
        objects = self.tree.children(by, "pobj")
        people = table()["people"]
        return any(
            self.tokens[k].pos == "PROPN" or self.tokens[k].lemma.lower() in people["roles"] + people["nouns"]
            for k in objects
        )

    def _absolute(self) -> bool:
        """Whether the verb is a participle with a subject of its own behind a whole clause: "Holm came in, his hands
        tied behind his back"."""
        own = self.tree.children(self.i, "nsubj")
        if self.verb.dep not in ("conj", "advcl") or self.verb.tag not in ("VBD", "VBN") or not own:
            return False
        first = min(self.tree.subtree(own[0]))
        joined = any(self.verb.head < k < first for k in self.tree.children(self.verb.head, "cc"))
        whose = self.tokens[first].tag == "PRP$" and first > 0 and self.tokens[first - 1].text == ","
        return (
            whose and not joined and not self.tree.children(self.i, "dobj", "aux", "auxpass", "mark", "ccomp", "xcomp")
        )

    def _reduced(self) -> int | None:
        """The noun right before a participle that the parse hangs on a verb farther up: "a “Day of Rest” planned for
        Friday", "a pier flooded with mud"."""
        before = self._noun_before()
        more = ("nsubj", "nsubjpass", "aux", "auxpass", "mark", "dobj", "xcomp", "ccomp")
        alone = not self.tree.children(self.i, *more)
        reduced = self.verb.dep == "advcl" and self.verb.tag in ("VBN", "VBD") and self.passive
        return before if alone and before is not None and before > self.verb.head and reduced else None

    def _noun_before(self) -> int | None:
        """The noun right before the verb, but for the mark of a quotation."""
        before = self.i - 1
        while before > 0 and (self.tokens[before].text in ("”", '"', "''", "’") or self.tokens[before].tag == "_SP"):
            before -= 1
        return before if before >= 0 and self.tokens[before].pos in ("NOUN", "PROPN") else None

    def _controlling(self) -> int | None:
        """Whom somebody blames or thanks for what the verb tells: "blamed Holm for closing the mill"."""
        link = self.tokens[self.verb.head]
        above = link.head
        held = (
            self.verb.tag == "VBG" and self.verb.dep == "pcomp" and link.text.lower() in ("for", "of", "with", "from")
        )
        if not held or self.tokens[above].lemma not in table()["words"]["judging"]:
            return None
        return next(iter(self.tree.children(above, "dobj")), None)

    def _joined_to_saying(self) -> int | None:
        """The verb of the main clause, where a comma shows that the verb is joined to it and not to what is said: "Holm
        said the mill closed, and has denied a fraud"."""
        head = self.verb.head
        said = self.tokens[head].head
        if (
            self.verb.dep != "conj"
            or self.tokens[head].dep != "ccomp"
            or self.tree.children(self.i, "nsubj", "nsubjpass")
        ):
            return None
        links = [k for k in self.tree.children(head, "cc") if k < self.i]
        apart = bool(links) and self._word(links[-1] - 1) == ","
        told = self.tokens[said].lemma in table()["words"]["clausal"] and said < head
        return said if apart and told and len(self.tree.children(head, "conj")) == 1 else None

    def _root(self) -> list[int]:
        """The noun that heads the verb's sentence to the parse, where a noun does."""
        root = next((k for k in (self.i, *self.tree.ancestors(self.i)) if self.tokens[k].head == k), self.i)
        return [root] if self.tokens[root].pos in ("NOUN", "PROPN") and root < self.i else []

    def _lone_verb(self) -> bool:
        """Whether the verb, narrowing a noun to the parse, is that of its sentence, which else has none: "The talks in
        May referred to Holm as a friend."."""
        last = self.tree.parse.sentences[self.verb.sentence].last - 1
        ends = self.tokens[last].text in (".", "”", '"', "''")
        narrows = self.verb.dep in ("acl", "relcl") and self.verb.tag == "VBD"
        return (
            narrows
            and ends
            and bool(self._root())
            and not self._by_somebody()
            and not self.phrases.headline(self.verb.sentence)
        )
