"""Where an article has its information from: invented sentences in the shapes that reports have."""

import time
from functools import cache

import pytest

from crosswire.annotate.attributions import find_attributions
from crosswire.annotate.citation_lines import lines
from crosswire.annotate.citation_media import outlet_in, outlet_name
from crosswire.annotate.citations import find_citations
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.records import Article, Citation, Line, LineKind
from crosswire.text.syntax import Tree

pytestmark = pytest.mark.models


def article_of(text: str, kinds: tuple[LineKind, ...] = (), outlet: str | None = None) -> Article:
    lines, at = [], 0
    for n, part in enumerate(text.split("\n")):
        lines.append(Line(at, at + len(part), kinds[n] if n < len(kinds) else "body"))
        at += len(part) + 1
    return Article("a", "a.txt", text, outlet, None, None, None, None, "en", None, tuple(lines), "0")


@cache
def cited(text: str, kinds: tuple[LineKind, ...] = (), outlet: str | None = None) -> tuple[Citation, ...]:
    article = article_of(text, kinds, outlet)
    parse = SpacyParser().parse(article)
    tree = Tree(parse)
    return find_citations(article, parse, tree, (), (), find_attributions(article, parse, tree, (), ()))


CITING = [
    ("The ferry sank, Le Monde reported.", ("Le Monde",)),
    ("The fall was broadcast by CNN on Monday.", ("CNN",)),
    ("“It sank,” she said in an interview that will air on CNN on Monday.", ("CNN",)),
    ("The rules, according to the Karrowan constitution, are plain.", ("Karrowan constitution",)),
    (
        "Her words were widely shared and then posted on Twitter by Nora Quist.",
        ("Nora Quist on Twitter",),
    ),
    (
        "“It is old,” said Nora Quist, the security response communications lead of Orsk, in an e-mailed statement.",
        ("e-mailed statement of Nora Quist",),
    ),
    ("Nora Quist told AFP that the ferry sank.", ("AFP",)),
    ("Nora Quist told the AFP news agency that the ferry sank.", ("AFP",)),
    ("Nora Quist was quoted by Reuters as saying the ferry sank.", ("Reuters",)),
    ("The sinking was first reported by The Delta Herald.", ("The Delta Herald",)),
    ("The Delta Herald first reported the sinking.", ("The Delta Herald",)),
    ("State television said the ferry sank.", ("State television",)),
    ("The ferry sank, state media said.", ("state media",)),
    ("The ferry sank, according to court records.", ("court records",)),
    ("The ferry sank, Delta Police said.", ("Delta Police",)),
    ("A senior ministry official said the ferry sank.", ("senior ministry official",)),
    ("The ferry sank, DeltaToday.com reported.", ("DeltaToday.com",)),
    ("A police spokeswoman said the ferry sank.", ("police spokeswoman",)),
    ("Nora Quist tweeted that the ferry sank.", ("tweet of Nora Quist",)),
    ('"The ferry sank," Nora Quist wrote on Twitter.', ("Nora Quist on Twitter",)),
    ("The mayor, Nora Quist, said in a statement that the ferry sank.", ("statement of Nora Quist",)),
    ("A poll put the mayor's support at 40 percent.", ("poll",)),
    ("A Facebook event for the march drew thousands.", ("Facebook event",)),
    ("Media reports say the ferry sank.", ("Media reports",)),
    ("The ferry sank, Karrowan media said.", ("Karrowan media",)),
    ("The ferry sank, DeltaToday. com reported. Nobody was hurt.", ("DeltaToday. com",)),
    ("The ferry sank, according to the C++ report.", ("C++ report",)),
    ('Nora Quist issued a statement saying: "The ferry is gone."', ("statement of Nora Quist",)),
    ("Nora Quist, who owns the yard, sent an e-mail to its members saying it sank.", ("e-mail of Nora Quist",)),
    ("The Delta Port Authority also put out a statement on the ferry.", ("statement of Delta Port Authority",)),
    ("Nora Quist praised the crew, issuing a statement on Monday.", ("statement of Nora Quist",)),
    ("In a letter by Nora Quist the ferry is called a wreck.", ("letter of Nora Quist",)),
    ('"The ferry is gone," Nora Quist said in a video.', ("video of Nora Quist",)),
    ("The autopsy showed that the captain had drowned.", ("autopsy",)),
    ("Nora Quist told ABC7 that the ferry sank.", ("ABC7",)),
    ("A witness described the ferry to KQRX, saying it sank.", ("KQRX",)),
    ("The captain was ill, Nora Quist told news outlets on Monday.", ("news outlets",)),
    ("According to deltaherald.com, the ferry sank.", ("deltaherald.com",)),
    ("The Post says the ferry sank.", ("The Post",)),
    ("The Delta Post told of it first. On Monday the Post claimed that the ferry sank.", ("Delta Post",)),
    ("NBC Delta estimated the crowd at 70.", ("NBC",)),
    ("Orvane, a Karrowan news site, added that the ferry sank.", ("Orvane",)),
    ("Another news agency quoted Nora Quist as saying the ferry sank.", ("another news agency",)),
    ("Nora Quist of the Delta Herald wrote about the ferry.", ("Delta Herald", "Nora Quist")),
    ("In an interview with the Delta Herald, Nora Quist was calm.", ("Delta Herald",)),
    ("Nora Quist answered in an email to the Delta Herald, and left.", ("Delta Herald",)),
    ("Port spokeswoman Nora Quist said the ferry sank.", ("Port spokeswoman Nora Quist",)),
    ('"It is gone," said a spokesperson for Orvane, the shipping firm.', ("spokesperson for Orvane",)),
    # documents
    ("In a 1961 memoir, Nora Quist boasted that the ferry was hers.", ("memoir of Nora Quist",)),
    ("The captain wrote in his diary that the ferry was old.", ("diary of captain",)),
    ("Leaflets announced a vigil at the pier.", ("Leaflets",)),
    ("A letter pinned to the gate said the yard was shut.", ("letter pinned to the gate",)),
    ("A recording on the line said the yard was shut.", ("recording on the line",)),
    (
        "Initial results from a post-mortem showed that the captain had drowned.",
        ("Initial results from a post-mortem",),
    ),
    ("Nine boats are laid up, according to its spring snapshot.", ("its spring snapshot",)),
    ("Nora Quist described in letters to her cousin how the ferry sank.", ("letter of Nora Quist",)),
    ("Nora Quist announced on her website that the ferry was lost.", ("website of Nora Quist",)),
    ("The Delta Weather Service issued a warning for the coast.", ("warning of Delta Weather Service",)),
    ("His death was confirmed by the Delta Coast Agency.", ("Delta Coast Agency",)),
    ("The mayor tweeted a picture. Nora Quist tweeted tersely to him to cancel it.", ("tweet of Nora Quist",)),
    # what is printed and broadcast
    ("The captain's name was revealed in Delta Fair magazine.", ("Delta Fair magazine",)),
    ("His part was made public in an article in the Delta Herald by Olaf Dahl.", ("Delta Herald",)),
    ("Asked by the BBC about the ferry, Nora Quist shook her head.", ("BBC",)),
    ("A copy of the letter was shared with the Delta Herald.", ("Delta Herald",)),
    ("The emails, reviewed by the Delta Herald, show a rush to sail.", ("Delta Herald",)),
    ("The mayor's remarks followed a CNN report about the ferry.", ("CNN",)),
    ("The Delta Herald investigation last year found leaks in nine ferries.", ("The Delta Herald",)),
    ("Footage broadcast by state television showed the ferry on its side.", ("Footage broadcast by state television",)),
    ("Video aired on Al Jazeera showed the ferry on its side.", ("Al Jazeera",)),
    ("Nora Quist made the remarks to Fox News on Sunday.", ("Fox News",)),
    ("Witnesses told Delta broadcast stations that the ferry sank.", ("broadcast stations",)),
    ("The study was published in the journal Tidal Science.", ("Tidal Science",)),
    ("The findings appear in the New Harbour Journal of Medicine.", ("New Harbour Journal of Medicine",)),
    ("The mayor will resign, HarbourDesk 5 has learned.", ("HarbourDesk",)),
    ("The owner had met him twice, he wrote the AP on Monday.", ("AP",)),
    # programmes
    ('Nora Quist defended the captain in an interview Sunday on CBS\'s "Face the Port."', ("CBS",)),
    ('Nora Quist said Sunday on "Meet the Harbour" that the ferry was old.', ("Meet the Harbour",)),
    ('Nora Quist was on "Meet the Press" that day.', ("Meet the Press",)),
    ("Olaf Dahl, who was ill, also on Delta News defended the plan.", ("Delta News",)),
    ("Olaf Dahl vowed to stay on Nora Quist's radio show.", ("show of Nora Quist",)),
    ("According to the Delta Tracking Project, nine boats sank.", ("Delta Tracking Project",)),
    ("Nora Quist called it a wreck in an interview with Orvane.", ("Orvane",)),
    ("In an interview with the boating Web site Dockside, Nora Quist was calm.", ("Dockside",)),
    ("The sinking was first reported by Nora Quist at The Dock Line.", ("The Dock Line",)),
    ("The Delta Rescue Agency also raised the number of injured to 90.", ("Delta Rescue Agency",)),
    # writers with the outlet that prints them
    ("Delta Herald columnist Olaf Dahl writes that the pier is unsafe.", ("Delta Herald", "Olaf Dahl")),
    ("Nora Quist in the Delta Herald explains why the pier was shut.", ("Delta Herald", "Nora Quist")),
    ("Nora Quist, a columnist at the Delta Herald, wrote that the pier was shut.", ("Delta Herald", "Nora Quist")),
    ("As Delta Herald reporter Olaf Dahl noted, the pier was shut.", ("Delta Herald", "Olaf Dahl")),
    # outlets that are told something, that stand behind what they are, or that a text has run together
    ("The owner told Orvane Today that the ferry was safe.", ("Orvane Today",)),
    ("The gossip site Dockside says the singer is ill.", ("Dockside",)),
    ("A DeltaGuide.com poll placed the ferry first.", ("DeltaGuide.com",)),
    ("The pier was shut, TheHarbourlandreports.", ("Harbourland",)),
    ("The Delta Newsrecently reported that the pier was shut.", ("The Delta News",)),
    ("The pier was sold, according to Reuters and two other news organizations.", ("news organizations",)),
    ("The pier was sold, according to The Tideline.", ("Tideline",)),
    ("In a statement issued on Monday, Nora Quist joined the owners in their anger.", ("statement of Nora Quist",)),
    # outlets by titles that are common words, and by the shape of a double name
    ("The singer's aunt told People that he was well.", ("People",)),
    ("She spoke of it in a long interview with People, and wept.", ("People",)),
    ("The owner told the Union-Tribune that the ferry was safe.", ("Union-Tribune",)),
    ("The ferry sank, the Tessel Sun - Courier reported.", ("Tessel Sun - Courier",)),
    ("The owner told PortNewsDelta that the ferry was safe.", ("PortNewsDelta",)),
    ("Nine piers are shut, according to pierwatch.us on Friday.", ("pierwatch.us",)),
    # what others hold for an outlet, and its people on the spot
    ("Nine boats have sunk, a count maintained by the Delta Herald shows.", ("Delta Herald",)),
    ("Footage captured by the Delta Herald shows the ferry on its side.", ("Footage captured by the Delta Herald",)),
    ("Reporters from the Delta Herald who were on the pier saw smoke.", ("Delta Herald",)),
    ("Nora Quist told Delta News host Olaf Dahl that she would stay.", ("Delta News",)),
    ("Olaf Dahl claimed on his radio show that the pier was safe.", ("show of Olaf Dahl",)),
    # figures with who made them, and what a document holds
    ("Nine boats sank in May, data from the Harbour Department showed Friday.", ("data from the Harbour Department",)),
    ("Data released Friday by the Harbour Department showed that nine boats sank.", ("data of Harbour Department",)),
    ("The Bureau of Tides reported a rise of nine percent.", ("Bureau of Tides",)),
    ("The route of the ferry is set out in a port council report.", ("port council report",)),
    ("In that tape, the captain is heard shouting.", ("tape",)),
    ("The fine is based on a complaint by the port council.", ("complaint by the port council",)),
    ("The captains said in an article in May that the pier was unsafe.", ("article",)),
    ("The data, released Friday by the Harbour Department, comes amid a storm.", ("data of Harbour Department",)),
    ("The findings of the port audit suggest that the ferry was unsafe.", ("findings of the port audit",)),
    ("His name was made known in an article for the Delta Herald.", ("Delta Herald",)),
    ("Nora Quist penned a letter to the owners on Friday.", ("letter of Nora Quist",)),
    ("The ferry was unsafe, according to charging documents unsealed on Monday.", ("charging documents",)),
    ("According to investigators, the ferry sank.", ("investigators",)),
    ("The ferry sank, according to port police.", ("port police",)),
    ("Nine boats may sail, according to the terms of the lease.", ("terms of the lease",)),
    ("Nine boats are laid up, per the Delta Harbour tracker.", ("Delta Harbour tracker",)),
    ("The pier was shut amid reports that the ferry had sunk.", ("reports",)),
    ("The harbour was unsafe, the Delta Herald found in an investigation.", ("Delta Herald",)),
    ("The list of boats, released by the Harbour Department, is long.", ("list of Harbour Department",)),
    ("In a statement Monday, Nora Quist stood by the captain.", ("statement of Nora Quist",)),
    ('"It is safe," Nora Quist wrote on the company blog.', ("blog of Nora Quist",)),
    (
        "The pier will be sold, according to three senior port officials speaking on the quay.",
        ("three senior port officials",),
    ),
    ("The owners were angered by the mayor's remarks to Delta News.", ("Delta News",)),
    ("In a statement released by the team, Nora Quist was praised.", ("statement of team",)),
    ("Lorvane says its boats are safe.", ("Lorvane",)),
    ('Nora Quist appeared on Quay.TV\'s "Rising" and said the pier was shut.', ("Quay.TV",)),
    # who speaks through others, and posts in numbers
    ("Nora Quist said through a spokesman that the pier should be built elsewhere.", ("spokesman of Nora Quist",)),
    ("Her spokesman, Olaf Dahl, said the pier was shut.", ("spokesman Olaf Dahl",)),
    ("Nora Quist sent out a flurry of tweets on Monday.", ("tweet of Nora Quist",)),
    ("Nora Quist mocked the owners and slammed the mayor in a Sunday tweet.", ("tweet of Nora Quist",)),
    # offices with commas in their names, and who speaks for a person
    (
        "A spokesman for the Bureau of Harbours, Tides and Ferries also said the pier was shut.",
        ("spokesman for the Bureau of Harbours, Tides and Ferries",),
    ),
    ("A representative for Quist said the singer was well.", ("representative for Quist",)),
    ("The ferry sank, Karrowi media reported Monday.", ("Karrowi media",)),
    ("The mayor will go, Quist told the Intercept Friday.", ("Intercept",)),
    ("The ferry sank, the Delta Star Advertiser reported.", ("Delta Star Advertiser",)),
    ("Nora Quist criticized the ferry plan in a tweet.", ("tweet of Nora Quist",)),
    ('"The ferry is gone," Nora Quist released in a statement.', ("statement of Nora Quist",)),
    ("Nora Quist said the ferry would not sail on Monday, in a statement.", ("statement of Nora Quist",)),
    (
        "The Food and Boats Administration and the Centers for Harbor Control said in a joint statement that it sank.",
        ("joint statement of Food and Boats Administration and Centers for Harbor Control",),
    ),
    ("The Delta Herald was first to report the sinking.", ("The Delta Herald",)),
    ("The Delta Herald was the first outlet to report the sinking.", ("The Delta Herald",)),
    (
        "The small harbor coalition fighting fires in Delta and in Kelland said in a statement that it sank.",
        ("statement of small harbor coalition",),
    ),
    ("In a complaint filed by Orvane Rescue, the crew described the sinking.", ("complaint of Orvane Rescue",)),
    ("The plan, announced in a Delta Port Authority memo, changes the ferry.", ("Delta Port Authority memo",)),
    ("Nora Quist confirmed it on her Twitter account.", ("Nora Quist on Twitter",)),
    ("Nora Quist lambasted the ferry in a forthcoming documentary.", ("documentary of Nora Quist",)),
    ("Nora Quist said in her own proclamation that the ferry is safe.", ("proclamation of Nora Quist",)),
    ("Nora Quist of Delta said through a spokesman that the ferry sank.", ("spokesman of Nora Quist",)),
    ("The classified version of a port review found that the ferry sank.", ("classified version of a port review",)),
    ("CNN posted video of the ferry.", ("CNN",)),
    ("The Harbor Society issued several letters to the council.", ("letter of Harbor Society",)),
    (
        "That was countered by the Delta Herald's Nora Quist, who wrote that the ferry sank.",
        ("Delta Herald", "Nora Quist"),
    ),
]


@pytest.mark.parametrize(("text", "on"), CITING)
def test_what_an_article_relies_on(text: str, on: tuple[str, ...]) -> None:
    assert on in [c.on for c in cited(text)]


def test_a_chain_runs_from_the_nearest_to_the_farthest() -> None:
    found = [c.on for c in cited("Kyodo reported that The Delta Herald said the ferry sank.")]
    assert ("Kyodo", "The Delta Herald") in found


CHAINS = [
    (
        "Quist Wire reported, citing The Delta Herald, citing two people familiar with it, that the ferry sank.",
        ("Quist Wire", "The Delta Herald", "two people familiar with it"),
    ),
    (
        "Kyodo reported on Monday, citing the Delta Herald, which cited two people briefed on it, that all failed.",
        ("Kyodo", "Delta Herald", "two people briefed on it"),
    ),
    (
        "The ferry Osk of the owner Delta Lines sank, the Delta Herald reported on Monday, citing three officials.",
        ("Delta Herald", "three officials"),
    ),
]


@pytest.mark.parametrize(("text", "on"), CHAINS)
def test_a_chain_of_citing_is_kept_whole(text: str, on: tuple[str, ...]) -> None:
    assert on in [c.on for c in cited(text)]


TAKEN_UP = [
    ("The Delta Herald reported that the ferry sank. Its bow was torn, the newspaper said.", "the newspaper"),
    ("Quist Wire, citing the Delta Herald, said the ferry sank. Its bow was torn, the wire said.", "the wire"),
    ("The ferry sank, Quist Wire reported. Its bow was torn, according to the report.", "the report"),
]


@pytest.mark.parametrize(("text", "words"), TAKEN_UP)
def test_an_outlet_taken_up_by_a_common_noun_keeps_its_name(text: str, words: str) -> None:
    wanted = "The Delta Herald" if "newspaper" in words else "Quist Wire"
    assert [c.on for c in cited(text) if c.start > text.index("bow")] == [(wanted,)]


LINES: list[tuple[str, tuple[LineKind, ...], str]] = [
    ("Source: ANI", ("credit",), "ANI"),
    ("With reporting by Reuters", ("credit",), "Reuters"),
    ("TOKYO (Kyodo) — The ferry sank off the coast.", (), "Kyodo"),
    ("PTI reports:\nThe ferry sank off the coast.", (), "PTI"),
    ("Originally published by The Delta Herald.", ("credit",), "The Delta Herald"),
    ("Ferry sinks off the coast April 29 (UPI) - The ferry Osk sank.", (), "UPI"),
    ("Ostrel, Karrow (Delta Network) - The ferry Osk sank.", (), "Delta Network"),
    ("The whole letter, via Reuters, is below.", (), "Reuters"),
    ("Ferry sinks off Delta, five hurt: media\nThe ferry Osk sank.", ("title",), "media"),
    ("State media: Ferry sinks off Delta\nThe ferry Osk sank.", ("title",), "State media"),
    ("Ferry sinks off Delta AFP\nThe ferry Osk sank.", ("title",), "AFP"),
    ("Herald: Ferry sinks off Delta\nThe ferry Osk sank.", ("title",), "Herald"),
    ("The ferry Osk sank.\n- DELTA POLICE", (), "DELTA POLICE"),
    ("We saw it sink. — Nora Quist (@noraquist) May 4, 2031", (), "tweet of Nora Quist"),
    ("The ferry Osk sank. (Delta Post article)", (), "Delta Post"),
    ("The ferry Osk sank.\nThe Associated Press contributed to this report.", (), "The Associated Press"),
]


@pytest.mark.parametrize(("text", "kinds", "name"), LINES)
def test_credit_lines_and_datelines(text: str, kinds: tuple[LineKind, ...], name: str) -> None:
    assert name in [n for c in cited(text, kinds) for n in c.on]


NOT_CITING = [
    "ABC will broadcast the harbor race on Sunday.",
    "The race will be shown live on Sunday on the ABC Television Network.",
    "The harbor race will air on NBC.",
    "“I saw blood,” said Nora Quist, who is seen in the video with her son.",
    "Nora Quist said the ferry sank.",
    "The ferry sank on Monday off the coast.",
    "Nora Quist reads The Delta Herald every morning.",
    "Residents said the ferry sank.",
    "The ferry sank, police said.",
    "The authorities said the ferry sank.",
    "The Delta Party said the ferry sank.",
    "The police chief said the ferry sank.",
    "A petition signed by 4,000 people urged the mayor to resign.",
    "The mayor put a picture of the ferry on her Facebook page.",
    "Quist Dahl, 34, a baker from Tessel, said he swam ashore.",
    "Report: the ferry sank.",
    "Nora Quist did not issue a statement.",
    "Nora Quist was expected to send a letter.",
    "The ferry brought letters to Tessel.",
    "The owner gave an interview in Delta.",
    "Nora Quist told WADA that she was ill.",
    "The post said little. Nora Quist read it.",
    "Quist Dahl, whose spokesman was ill, said he swam ashore.",
    "An office worker in Delta said the ferry sank.",
    "The Iranians warned that the ferry would sink.",
    "The Delta Port Office is expected to assure owners that all is well.",
    "Reuters could not confirm it.",
    "Nora Quist declined a CNN interview.",
    "In opening statements Tuesday, Nora Quist said he was at the pier.",
    "Nora Quist read a note on the ferry.",
    "The captain had been sent a letter in May.",
    "The mayor went on according to plan.",
    "Her pension is paid according to her years of work.",
    "The judge asked for medical reports to be completed.",
    "Nora Quist, the chief spokeswoman for the port, said the ferry sank.",
    "The court heard that he was ill.",
    "Nora Quist writes me a letter.",
    "She said so in an interview with the Delta Safety Committee.",
    "The Delta Rescue Agency raised its fees.",
    "Even newspaper editorial writers who liked her said she was wrong.",
    'Nora Quist wrote the song "Meet the Harbour" at sea.',
    "Our sons signed the petition asking her to go.",
    "In a statement issued by the owners on Monday, Nora Quist is not named.",
    "Former Delta Herald reporter Olaf Dahl said the pier was shut.",
    "Her picture appeared in every magazine in Tessel.",
    "The letters were leaked to several news outlets on Monday.",
    "The group released 200 letters on Monday.",
    "Delta Herald founder Olaf Dahl said the pier was shut.",
    "The mayor met the Foreign Affairs clerk.",
    "Nora Quist told Parliament that she was ill.",
    "Nora Quist told People to leave the pier.",
    "The letter was given to the Harbour Affairs Journal Committee.",
    "Olaf Dahl, the Delta House Press Secretary, was ill.",
    "Supporters of the port cultural center in Delta say that it is safe.",
    "Nora Quist starred in a film on National Television.",
    "Nora Quist declined through a spokesman to comment.",
    "He met the port leader and Foreign Affairs spokesman in Delta.",
    "The owner called the harbour office to complain that the ferry was late.",
    "Fees are set according to the number of boats.",
    "Young Americans said the ferry was late.",
    "The mayor was blocked from posting to Facebook.",
    "Tessel figures blamed the mayor.",
    "The agency said the ferry sank.",
    "The Delta Court ruled that the pier was shut.",
    "The captain must be confirmed by the Delta Senate.",
    "Nora Quist was hurt in May, before she set out in a boat.",
    "Nora Quist told the Delta Safety Committee that she was ill.",
    "Nora Quist read of the ferry in a tweet.",
    "Nora Quist examined the allegations in a letter of the union.",
    "Nora Quist faces allegations in a letter.",
    "Nora Quist told the Hill people about the ferry.",
    "Nora Quist will join the lawsuit filed by the crew.",
    "The Delta Herald was first to hire women.",
    "Nora Quist lost her Twitter account.",
    "Nora Quist could return to Facebook next year.",
    '"We ended the block on Facebook," the owners wrote.',
    "The lists ended up in Nora Quist's personal email.",
    "The next version of the ferry shows less rust.",
]


@pytest.mark.parametrize("text", NOT_CITING)
def test_ordinary_speakers_and_mere_names_are_none(text: str) -> None:
    assert cited(text) == ()


def test_a_document_is_not_his_of_whom_it_tells() -> None:
    text = "Nora Quist said in a statement that Quist Dahl told a friend he was sorry."
    assert [c.on for c in cited(text)] == [("statement of Nora Quist",)]


def test_a_statement_taken_up_is_whose_it_was() -> None:
    text = (
        "The Delta Port Office said in a statement that the pier leaks. Olaf Dahl said in the statement that it sank."
    )
    assert {n for c in cited(text) for n in c.on} == {"statement of Delta Port Office"}


def test_an_outlet_named_again_by_what_it_is_is_no_other() -> None:
    text = "Dockside.com reported that the singer is ill. According to the gossip site, she is at home."
    assert [c.on for c in cited(text)] == [("Dockside.com",)]


@pytest.mark.parametrize(
    ("text", "on"),
    [
        (
            "A joint statement from Nora Quist, Olaf Dahl and the Port Council said the pier will close.",
            "joint statement from Nora Quist, Olaf Dahl and the Port Council",
        ),
        ("Nora Quist wrote in an Instagram post that the show is off.", "Nora Quist on Instagram"),
        ("The Delta Herald's website says the line is down.", "The Delta Herald"),
    ],
)
def test_a_document_is_listed_once(text: str, on: str) -> None:
    assert [c.on for c in cited(text)] == [(on,)]


def test_one_who_is_quoted_by_an_outlet_is_no_source() -> None:
    assert [c.on for c in cited("The ferry sank, Kyodo said, quoting Nora Quist.")] == [("Kyodo",)]


def test_the_articles_own_outlet_is_no_source() -> None:
    text = "Nora Quist told the Delta Herald that the ferry sank."
    assert cited(text, (), "The Delta Herald") == ()


def test_spans_are_exact_and_no_place_is_named_twice() -> None:
    text = "Police said the ferry sank. Later, police said it burned. Le Monde reported that nobody died."
    found = cited(text)
    assert all(text[c.start : c.end] == c.text for c in found)
    assert len({(c.start, c.end, c.on) for c in found}) == len(found)
    assert len({n.casefold() for c in found for n in c.on}) == len({n for c in found for n in c.on})


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the AFP news agency", "AFP"),
        ("the Delta Herald", "Delta Herald"),
        ("a South Harbour newspaper", "South Harbour newspaper"),
        ("reporters", None),
        ("the old mill", None),
    ],
)
def test_media_are_known_by_list_and_by_shape(text: str, name: str | None) -> None:
    found = outlet_in(text)
    assert (found is None) == (name is None)
    if name:
        assert found is not None
        assert name.split()[-1] in found


def test_a_name_keeps_the_form_of_the_text() -> None:
    assert outlet_name("the AFP news agency") == "AFP"
    assert outlet_name("The  Delta Herald") == "The Delta Herald"


def test_one_source_named_twice_in_a_sentence_is_one() -> None:
    assert [c.on for c in cited("The sinking was first reported by The Delta Herald.")] == [("The Delta Herald",)]
    assert [
        c.on for c in cited("The Associated Press said the ferry sank. Nora Quist told the AP nobody was hurt.")
    ] == [
        ("The Associated Press",),
        ("The Associated Press",),
    ]
    assert [c.on for c in cited("A newspaper poll put support at 40 percent.")] == [("newspaper poll",)]


def test_an_outlet_that_is_told_something_is_a_source_and_its_span_shows_it() -> None:
    text = "Two boats sank off the coast, the mayor of Tessel, Nora Quist-Dahl, told Delta Radio."
    (found,) = cited(text)
    assert found.on == ("Delta Radio",)
    assert found.text.endswith("told Delta Radio")


def test_a_line_of_one_sign_takes_no_time() -> None:
    start = time.perf_counter()
    assert lines(article_of("(" * 40_000)) == []
    assert time.perf_counter() - start < 10
