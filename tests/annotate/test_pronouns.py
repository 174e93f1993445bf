"""Whom "he" and "she" mean, and where they stay open: an open pronoun is no fault, a wrong name is."""

from collections.abc import Callable

import pytest

from crosswire.annotate.names import find_names
from crosswire.records import Article, Parse
from crosswire.text.syntax import Tree

Parsed = Callable[[str], tuple[Article, Parse]]


def meant(parsed: Parsed, marked: str) -> str | None:
    """The canonical name that the pronoun between brackets stands for."""
    start = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    article, parse = parsed(text)
    entities, mentions = find_names(article, parse, Tree(parse))
    canonical = {e.id: e.canonical for e in entities}
    return next((canonical[m.entity] for m in mentions if m.start == start and m.form == "pronoun"), None)


# The pronoun between brackets means the person, or must stay open (None).
RESOLVED = [
    # the only one
    ("David Marlow resigned on Monday. [He] had led the bank for a decade.", "David Marlow"),
    ("Susan Pratt said that [she] would appeal.", "Susan Pratt"),
    ("Susan Pratt resigned on Monday after [her] deputy was arrested.", "Susan Pratt"),
    ("Police arrested David Marlow on Monday and charged [him] with fraud.", "David Marlow"),
    ("David Marlow hanged [himself] in a prison cell.", "David Marlow"),
    # sex tells
    ("David Marlow met Susan Pratt at the harbor office for some hours. [She] left early.", "Susan Pratt"),
    ("David Marlow met Susan Pratt at the harbor office for some hours. [He] left early.", "David Marlow"),
    ("Mr. Tanoca met Mrs. Ilves on Monday. [She] brought a letter.", "Ilves"),
    ("David Marlow thanked the actress Orla Vesper. [She] smiled.", "Orla Vesper"),
    # the subject goes on
    (
        "David Marlow met Peter Hale at the harbor office for some hours. [He] said that the talks went well.",
        "David Marlow",
    ),
    ("David Marlow said [he] would sue Peter Hale.", "David Marlow"),
    # an object is never its own verb's subject
    ("David Marlow dominated Peter Hale, knocking [him] down in the sixth round.", "Peter Hale"),
    (
        "David Marlow beat Peter Hale before a large crowd in the old harbor hall. Marlow knocked [him] down twice.",
        "Peter Hale",
    ),
    ("David Marlow dominated the champion, knocking [him] down in the sixth round.", None),
    ("Peter Hale waited. David Marlow tried to hit [him] with a bottle.", "Peter Hale"),
    ("Luke Tanner heard the shots. Police cuffed [him] on Monday.", "Luke Tanner"),
    # what the possessive belongs to is somebody else
    ("[His] lawyer, Peter Hale, said nothing.", None),
    ("David Marlow was found dead on Monday. [His] son, Peter Hale, called the police.", "David Marlow"),
    # somebody unnamed stands nearer
    ("Luke Tanner heard the shots. The gunman gave himself up, and police cuffed [him].", None),
    ("Luke Tanner heard the shots. A man ran out of the hall. [He] fired twice.", None),
    ("David Marlow was killed on Friday. The driver said [he] had seen nobody.", None),
    ("A deputy shot a suspect near the house of David Marlow. [He] died on Monday.", None),
    ("Witnesses saw a woman leave. [She] carried a bag, Susan Pratt said.", None),
    ("David Marlow died on Friday, and a man was held. The suspect said that [he] was innocent.", None),
    ("Someone came out of the house and put a bullet through [his] head, David Marlow said.", None),
    # a quotation's "he" is never its speaker
    ('David Marlow spoke on Monday. "If [he] comes to Oslo, he will not be welcome," Marlow said.', None),
    ('Peter Hale resigned on Monday. "[He] was a good man," said David Marlow.', "Peter Hale"),
    ('"[He] is a crook," David Marlow said.', None),
    ('"Deputy Peter Hale was killed on Monday," David Marlow said. "[He] was shot in the head."', "Peter Hale"),
    # two fit alike
    ("David Marlow and Peter Hale met on Monday. [He] left early.", None),
    ("David Marlow told Peter Hale that [his] wife was ill.", None),
    ("David Marlow praised Peter Hale for [his] work.", None),
    ("David Marlow and his lawyer, Peter Hale, left the court at noon. [He] said nothing.", None),
    ("Police arrested a man named David Marlow on Friday. [He] told the court that he was ill.", "David Marlow"),
    ("Susan Pratt watched the show with the woman and [her] friend.", None),
    # ahead of its name
    ("After [she] left the clinic on Monday, Susan Pratt went home.", "Susan Pratt"),
    # nobody
    ("[He] was arrested on Monday.", None),
    ("The company said [he] had resigned.", None),
    ("The Harbor Bank sued the city. [She] said nothing.", None),
    # a possessor
    ("David Marlow's trial begins on Monday. [He] faces life in prison.", "David Marlow"),
    # relative clauses
    ("David Marlow, who lost [his] job in May, sued the city.", "David Marlow"),
    ("The officer who shot Peter Hale said that [he] had acted in self-defence.", None),
    # long chains
    ("David Marlow was elected in May. He took office in June. [He] resigned in July.", "David Marlow"),
    ("Susan Pratt accused Peter Hale of theft. [She] said he took the money.", "Susan Pratt"),
    ("Susan Pratt accused Peter Hale of theft. She said [he] took the money.", "Peter Hale"),
    ("Susan Pratt was stabbed by Peter Hale, who used a chair to pin [her] against a wall.", "Susan Pratt"),
    ("Peter Hale stabbed his wife, using a chair to pin [her] against a wall.", None),
]


@pytest.mark.parametrize(("text", "who"), RESOLVED)
def test_a_pronoun_means_one_person_or_stays_open(parsed: Parsed, text: str, who: str | None) -> None:
    assert meant(parsed, text) == who
