"""Names joined across the articles of a story: invented people, bodies and places."""

from dataclasses import replace

import pytest

from crosswire.align import join_names
from crosswire.annotate import annotate
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.records import Annotations, Article, Entity, Line, Mention, NameKind, Parse

Given = tuple[str, NameKind]


def noted(number: int, names: list[Given]) -> tuple[Article, Annotations]:
    """An article that is a list of names, a line each, and its annotations."""
    text = "\n".join(name for name, _ in names)
    lines, entities, mentions, at = [], [], [], 0
    for k, (name, kind) in enumerate(names):
        lines.append(Line(at, at + len(name), "body"))
        entities.append(Entity(f"e{number}-{k}", name, kind))
        mentions.append(Mention(at, at + len(name), name, f"e{number}-{k}", "name"))
        at += len(name) + 1
    key = f"a{number}"
    article = Article(key, f"{key}.txt", text, None, None, None, None, None, "en", None, tuple(lines), "0")
    return article, Annotations(key, Parse((), (), ()), tuple(entities), tuple(mentions), (), (), (), ())


def joined(*articles: list[Given]) -> list[set[str]]:
    """The forms of every name that the articles have between them."""
    pairs = [noted(n, names) for n, names in enumerate(articles)]
    names = join_names([a for a, _ in pairs], {a.id: notes for a, notes in pairs})
    assert all(v.reason for name in names for v in name.variants)
    return [{v.text for v in name.variants} for name in names]


ONE: list[tuple[Given, Given]] = [
    (("Academy Awards", "organization"), ("Oscars", "other")),
    (("Emmys", "organization"), ("Emmy Awards", "organization")),
    (("Philly", "place"), ("Philadelphia", "place")),
    (("Ky.", "place"), ("Kentucky", "place")),
    (("Vt", "place"), ("Vermont", "place")),
    (("Calif.", "other"), ("California", "place")),
    (("Goalkeeper Ilse Osk", "person"), ("Ilse Osk", "person")),
    (("Kelland Relief Centre", "organization"), ("Kelland Relief Center", "organization")),
    (("Osk Ave", "place"), ("Osk Avenue", "place")),
    (("N.Y. Tide Herald", "organization"), ("New York Tide Herald", "organization")),
    (("Seattle Herons", "organization"), ("Herons", "organization")),
    (("Velmanda Quistberg", "person"), ("Quistberg", "place")),
    (("Velmanda Quistberger", "person"), ("Quitsbegrer", "person")),
    (("Kenji Takamori", "person"), ("Takamoli", "place")),
    (("Gao Sen", "person"), ("Gao Sen Emi", "person")),
    (("Velmando Quist", "person"), ("Vel Quist", "person")),
    (("U.S. Senate", "organization"), ("Senate", "organization")),
    (("California Tide Patrol", "organization"), ("Tide Patrol", "other")),
    (("Kelland Herald Channel", "organization"), ("Kelland Herald", "organization")),
    (("Robert Gomez Osk", "person"), ("RGO", "person")),
    (("Velmanda", "person"), ("Vemlanda", "person")),
    (("Heidar Velmandi", "person"), ("Heydar Velmandi", "person")),
    (("Kathryn Osk", "person"), ("Catherine Osk", "person")),
    (("Kathryn Osk", "place"), ("Catherine Osk", "person")),
    (("Mirelle Tanoka", "person"), ("Tanoca", "person")),
    (("Mirelle Tanoka", "person"), ("Ta Nuoka", "other")),
    (("Nora Quist", "person"), ("Quist", "person")),
    (("Delta Rescue League", "organization"), ("DRL", "organization")),
    (("Ministry of Harbors", "organization"), ("Harbors Ministry", "organization")),
    (("Relief Delta UK", "organization"), ("Relief Delta U.K.", "organization")),
    (("Center for Tides and Winds", "organization"), ("Center for Tides & Winds", "organization")),
    (("U.N. Harbor Command", "organization"), ("United Nations Harbor Command", "organization")),
    (("Pentagon", "organization"), ("Defense Department", "organization")),
    (("Kyiv", "place"), ("Kiev", "place")),
    (("Hormuzvan", "person"), ("Hormozvan", "place")),
    (("Tokyo", "organization"), ("Japan", "place")),
    (("Yamakawa", "person"), ("Shan Chuan", "person")),
    (("Hsieh Kuo-chung", "person"), ("Xie Guozhong", "person")),
    (("The Delta Times", "organization"), ("Times", "organization")),
    (("New Vastia Times", "organization"), ("Times", "organization")),
    (("Vastian Sea", "place"), ("Vastian", "place")),
    (("GOP", "organization"), ("Republican Party", "organization")),
    (("Harborlink Cable 4", "organization"), ("HC4", "organization")),
    (("Sel Ma Ro 4", "other"), ("SMR4", "other")),
    (("Maren Hospital Medical Center", "organization"), ("Maren Hospital", "organization")),
    (("Port Kelland Police", "organization"), ("PKPD", "organization")),
    (("Port Kelland Police", "organization"), ("Port Kelland Police Department", "organization")),
    (("Velmar Distribution Ltd.", "organization"), ("Velmar Distribution", "person")),
    (("Velmar Distribution Ltd.", "organization"), ("Velmar Distributors Ltd.", "organization")),
    (("Velmar Distribution Ltd.", "organization"), ("Velmar", "organization")),
    (("Maren Memorial Cemetery", "place"), ("Maren Cemetery", "organization")),
    (("WKLD-TV", "organization"), ("WKLD", "other")),
    (("Maren County District Attorney's Office", "organization"), ("D.A.'s office", "organization")),
    (("Republican", "nationality"), ("GOP", "organization")),
    (("Vastian Harbor Police", "organization"), ("VHP", "person")),
    (("Internal Tide Planners", "person"), ("ITP", "organization")),
    (("North Vastia", "place"), ("N.V.", "other")),
    (("Tidecom", "organization"), ("Tide Command", "organization")),
    (("KSV Heron", "person"), ("Kelland Strait Vessel Heron", "place")),
    (("deltaherald.com", "organization"), ("The Delta Herald", "organization")),
    (("Vastian Gulf", "place"), ("Gulf", "place")),
    (("MV Heron", "person"), ("Heron", "place")),
    (("Velmanda Quist", "person"), ("Velmandi", "person")),
    (("Mirelle Tanoka", "person"), ("Tanoca", "organization")),
    (("Bagrouz", "place"), ("Bagruz", "other")),
    (("Kelland State University", "organization"), ("Kelland State", "organization")),
    (("House of Representatives", "organization"), ("House", "organization")),
    (("U.S. House of Representatives", "organization"), ("House", "organization")),
    (("House of Representatives", "organization"), ("U.S. House", "organization")),
    (("Advisory Panel on Harbor Dues", "organization"), ("Advisory Panel for Harbor Dues", "organization")),
    (("Mt. Karrow National Park", "place"), ("Mount Karrow National Park", "place")),
    (("Letitia Osk", "person"), ("Tish Osk", "person")),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_two_forms_of_one_name_are_joined(one: Given, other: Given) -> None:
    assert {one[0], other[0]} in joined([one], [other])


TWO: list[tuple[Given, Given]] = [
    (("Us", "organization"), ("U.S.", "place")),
    (("Ice", "person"), ("Immigration and Customs Enforcement", "organization")),
    (("Wash.", "place"), ("Washington", "place")),
    (("Mo", "person"), ("Missouri", "place")),
    (("N.Y.", "place"), ("Manhattan", "place")),
    (("Dan Osk", "person"), ("Dana Osk", "person")),
    (("Kelland Senate", "organization"), ("Senate", "organization")),
    (("Robert Osk", "person"), ("RO", "person")),
    (("Seattle Democrats", "organization"), ("Democrats", "organization")),
    (("Velmanda Bergen", "person"), ("Bergen", "place")),
    (("John Osk", "person"), ("Jane Osk", "person")),
    (("Nora Quist", "person"), ("Nora", "person")),
    (("White House", "organization"), ("House", "organization")),
    (("Council Harbor Committee", "organization"), ("Council", "organization")),
    (("Kelland Harbor Ministry", "organization"), ("Kelland", "place")),
    (("Delta Telecom Marine", "organization"), ("Delta Telecom", "organization")),
    (("North Vastia", "place"), ("South Vastia", "place")),
    (("Tokyo", "place"), ("Japan", "place")),
    (("Flight 447", "other"), ("Flight 477", "other")),
    (("Ann Chen", "person"), ("Chan", "person")),
    (("Kim Min-su", "person"), ("Kim Min-ho", "person")),
    (("Takashi Osk", "person"), ("Takeshi Osk", "person")),
    (("Harbor Fund II", "organization"), ("Harbor Fund III", "organization")),
    (("Vastia", "place"), ("Vastia City", "place")),
    (("Kelland Court", "organization"), ("Kelland Court Commission", "organization")),
    (("Osk White House", "organization"), ("White House", "organization")),
    (("K.S.", "organization"), ("Kelland Shipping", "organization")),
    (("KS", "place"), ("Kelland Shipping", "organization")),
    (("U.S.", "place"), ("U.S. Assembly", "place")),
    (("Maren University Medical Center", "organization"), ("Maren University", "organization")),
    (("Maren Police Union", "organization"), ("Maren Police", "organization")),
    (("Delta Distribution Ltd.", "organization"), ("Delta Distribution Inc.", "organization")),
    (("Velmar Distribution Ltd.", "organization"), ("Velmar Drilling Ltd.", "organization")),
    (("Maren East Cemetery", "place"), ("Maren Cemetery", "place")),
    (("King TV", "organization"), ("King", "person")),
    (("Joao da Silva", "person"), ("Joao Silveira", "person")),
    (("Kelland Gulls", "organization"), ("Gulls", "organization")),
    (("Republican", "nationality"), ("Democratic Party", "organization")),
    (("Delta Herald Magazine", "organization"), ("Delta Herald", "organization")),
    (("Peter Osk Jr.", "person"), ("Peter Osk", "person")),
    (("Virginia Capitol", "person"), ("Capitol", "organization")),
    (("Marianne Quist", "person"), ("Mariana", "person")),
    (("Mt Heron", "place"), ("Heron", "person")),
    (("University of Vastia", "organization"), ("University of North Vastia", "organization")),
    (("Nora Mendoza", "person"), ("Nora Mendez", "person")),
    (("Ali Orhan Osk", "person"), ("Orhan Ali Osk", "person")),
    (("House of Representatives", "organization"), ("Kelland House", "organization")),
    (("House of Representatives", "organization"), ("White House", "organization")),
    (("Panel on Tides", "organization"), ("Panel for Winds", "organization")),
    (("HMS Nora May Quist", "person"), ("Nora Quist", "person")),
    (("TOKYO", "organization"), ("Japan", "place")),
]


@pytest.mark.parametrize(("one", "other"), TWO)
def test_what_only_looks_alike_stays_apart(one: Given, other: Given) -> None:
    assert not any({one[0], other[0]} <= forms for forms in joined([one], [other]))


def test_names_that_stand_in_one_report_are_two() -> None:
    assert joined([("Heidar Velmandi", "person"), ("Heydar Velmandi", "person")]) == []


def test_two_letters_changed_about_are_one_name_in_one_report_too() -> None:
    right, wrong = ("Velmandsburg", "place"), ("Velmadnsburg", "person")
    assert {"Velmandsburg", "Velmadnsburg"} in joined([right, wrong], [right])
    assert len(joined([("Velmandburg", "place"), ("Velmandsburg", "place")], [right])) == 1
    assert {"Mirelle Velmanoska", "Velmanosak"} in joined(
        [("Mirelle Velmanoska", "person"), ("Velmanosak", "other")], [("Mirelle Velmanoska", "person")]
    )


def test_of_two_spellings_the_one_that_is_written_more_often_is_canonical() -> None:
    pairs = [noted(0, [("Bagrouz", "place")]), noted(1, [("Bagruz", "place")])]
    (article, notes), mention = pairs[1], pairs[1][1].mentions[0]
    pairs[1] = article, replace(notes, mentions=(mention, mention))
    names = join_names([a for a, _ in pairs], {a.id: notes for a, notes in pairs})
    assert [name.canonical for name in names] == ["Bagruz"]


def test_a_gulf_goes_by_its_last_word_with_the() -> None:
    text = "In the Gulf it stood."
    article = replace(noted(1, [("Gulf", "place")])[0], text=text, lines=(Line(0, len(text), "body"),))
    notes = replace(noted(1, [("Gulf", "place")])[1], mentions=(Mention(7, 11, "Gulf", "e1-0", "name"),))
    full = noted(0, [("Vastian Gulf", "place")])
    names = join_names([full[0], article], {"a0": full[1], "a1": notes})
    assert {v.text for v in names[0].variants} == {"Vastian Gulf", "the Gulf"}


def test_an_office_before_a_name_is_no_part_of_what_it_is_called_by() -> None:
    pairs = [noted(0, [("Undersheriff James Quist", "person")]), noted(1, [("James Quist", "person")])]
    names = join_names([a for a, _ in pairs], {a.id: notes for a, notes in pairs})
    assert [name.canonical for name in names] == ["James Quist"]


def test_a_paper_goes_by_its_last_word_with_the() -> None:
    paper = noted(0, [("Delta Post", "organization")])
    text = "In the Post it stood."
    article = replace(paper[0], id="a1", text=text, lines=(Line(0, len(text), "body"),))
    entity = Entity("e1", "Post", "organization")
    notes = replace(paper[1], article="a1", entities=(entity,), mentions=(Mention(7, 11, "Post", "e1", "name"),))
    names = join_names([paper[0], article], {"a0": paper[1], "a1": notes})
    assert {v.text for v in names[0].variants} == {"Delta Post", "the Post"}


def test_a_team_goes_by_its_name_without_its_town() -> None:
    town, team = ("Port Kelland", "place"), ("Port Kelland White Gulls", "organization")
    assert {"Port Kelland White Gulls", "White Gulls", "Gulls"} in joined(
        [team, town], [("White Gulls", "organization")], [("Gulls", "organization")]
    )
    rivals: list[Given] = [("Maren Gulls", "organization"), ("Maren", "place")]
    assert not any("Gulls" in forms for forms in joined([team, town], rivals, [("Gulls", "organization")]))


def test_members_of_a_party_are_no_name_of_their_own() -> None:
    assert joined([("Republican", "nationality")], [("Republicans", "nationality")]) == []


def test_a_party_is_listed_by_its_own_name() -> None:
    pairs = [noted(0, [("Republicans", "nationality")]), noted(1, [("GOP", "organization")])]
    assert [n.canonical for n in join_names([a for a, _ in pairs], {a.id: notes for a, notes in pairs})] == ["GOP"]


def test_a_thing_is_listed_only_under_two_forms() -> None:
    assert joined([("Sel Ma Ro 4", "other")], [("Sel Ma Ro 4", "other")]) == []
    assert joined([("VELMAR", "other")], [("Velmar", "other")]) == []


def test_she_tells_a_person_where_reports_are_split() -> None:
    name: Given = ("Bettine Velmar", "person")
    (article, notes), other = noted(0, [name]), noted(1, [("Bettine Velmar", "organization")])
    she = Mention(0, 3, "she", "e0-0", "pronoun")
    names = join_names([article, other[0]], {"a0": replace(notes, mentions=(*notes.mentions, she)), "a1": other[1]})
    assert [n.kind for n in names] == ["person"]


def test_a_surname_taken_for_a_body_joins_the_person_whose_it_is() -> None:
    full: Given = ("Bettine Velmar", "person")
    misread: list[Given] = [("Bettine Velmar", "organization"), ("Velmar", "organization")]
    assert {"Bettine Velmar", "Velmar"} in joined([full], [full], misread)
    assert not any("Velmar" in forms for forms in joined([full], [full, ("Velmar", "organization")]))


def told(text: str, name: str, form: str = "name") -> tuple[Article, Annotations]:
    """An article of one sentence about one person, whose name stands in it once."""
    article, notes = noted(0, [(name, "person")])
    at = text.index(name)
    article = replace(article, text=text, lines=(Line(0, len(text), "body"),))
    return article, replace(notes, mentions=(Mention(at, at + len(name), name, "e0-0", "name"),))


OFFICES = [
    ("There President Ilse Osk spoke.", "President Ilse Osk"),
    ("There Gov. Ilse Osk spoke.", "Gov. Ilse Osk"),
    ("The Vastian Prime Minister Ilse Osk spoke.", "Prime Minister Ilse Osk"),
    ("There Acting Attorney General Ilse Osk spoke.", None),
    ("The former President Ilse Osk spoke.", None),
    ("Then the mayor and Ilse Osk spoke.", None),
    ("Then Mr. Ilse Osk spoke.", None),
]


@pytest.mark.parametrize(("text", "titled"), OFFICES)
def test_a_name_with_its_office_is_a_form_of_it(text: str, titled: str | None) -> None:
    (article, notes), other = told(text, "Ilse Osk"), noted(1, [("Ilse Osk", "person")])
    names = join_names([article, other[0]], {"a0": notes, "a1": other[1]})
    assert [n.canonical for n in names] == ["Ilse Osk"]
    assert {v.text for v in names[0].variants} == {"Ilse Osk"} | ({titled} if titled else set())


DESCRIBED = [
    ("It was given to former Ostland spy Ilse Osk in May.", "former Ostland spy Ilse Osk"),
    ("It was given by communications director Ilse Osk in May.", "communications director Ilse Osk"),
    ("It was given to Osk County mayor Ines Dorn in May.", "Osk County mayor Ines Dorn"),
    ("It was given in May to Ilse Osk.", None),
    ("On the north pier last week Ilse Osk spoke.", None),
]


@pytest.mark.models
@pytest.mark.parametrize(("text", "called"), DESCRIBED)
def test_the_words_that_say_who_somebody_is_are_a_form_of_the_name(text: str, called: str | None) -> None:
    told = [text, f"{'Ines Dorn' if 'Dorn' in text else 'Ilse Osk'} spoke."]
    articles = [replace(noted(n, [])[0], text=t, lines=(Line(0, len(t), "body"),)) for n, t in enumerate(told)]
    notes = {a.id: annotate(a, SpacyParser().parse(a)) for a in articles}
    forms = {v.text for name in join_names(articles, notes) for v in name.variants if v.reason.startswith("as the")}
    assert forms == ({called} if called else set())


def test_a_word_that_one_report_of_many_puts_before_a_name_is_no_part_of_it() -> None:
    plain: list[Given] = [("Ilsa Velmar", "person")]
    pairs = [noted(n, names) for n, names in enumerate([plain, plain, plain, [("Notorious Ilsa Velmar", "person")]])]
    names = join_names([a for a, _ in pairs], {a.id: notes for a, notes in pairs})
    assert [n.canonical for n in names] == ["Ilsa Velmar"]


def test_a_short_form_of_the_given_name_joins_within_a_report() -> None:
    assert {"Robert Osk", "Bob Osk"} in joined([("Robert Osk", "person"), ("Bob Osk", "person")])
    assert {"Stephen Osk", "Steve Osk"} in joined([("Stephen Osk", "person"), ("Steve Osk", "person")])
    assert {"Cathy May Osk", "Cathie Osk"} in joined([("Cathy May Osk", "person"), ("Cathie Osk", "person")])
    assert not any(len(forms) > 1 for forms in joined([("Cathy Osk", "person"), ("Cathie Osk", "person")]))


def test_a_surname_taken_for_a_place_joins_neither_of_two_who_bear_it() -> None:
    people: list[Given] = [("Velmanda Quistberg", "person"), ("Ilse Quistberg", "person")]
    assert not any("Quistberg" in forms and len(forms) > 1 for forms in joined(people, [("Quistberg", "place")]))


def test_what_is_one_already_is_no_choice_between_two() -> None:
    reports: list[list[Given]] = [
        [("Kathryn May Osk", "person")],
        [("Catherine May Osk", "person")],
        [("Osk", "person")],
    ]
    assert {"Kathryn May Osk", "Catherine May Osk", "Osk"} in joined(*reports)
    short: list[Given] = [("Fred Osk", "person")]
    assert {"Fred Osk", "Frederick C. Osk", "Frederick Carl Osk"} in joined(
        short, [("Frederick C. Osk", "person"), ("Frederick Carl Osk", "person")]
    )
    two: list[Given] = [("Frederick Carl Osk", "person"), ("Frederick Nils Osk", "person")]
    assert not any("Fred Osk" in forms and len(forms) > 1 for forms in joined(short, two))
    initials: list[Given] = [("W. Mark Osk", "person"), ("William Mark Osk", "person")]
    assert any("Mark Osk" in forms and len(forms) > 1 for forms in joined(initials, [("Mark Osk", "person")]))


SAID: list[tuple[list[Given], str, bool]] = [
    ([("Tidewave", "organization"), ("Gullnet", "organization")], ", formerly known as ", True),
    ([("Tidewave", "organization"), ("Gullnet", "organization")], " (previously ", True),
    ([("Gullnet", "organization"), ("Tidewave", "organization")], " was renamed ", True),
    ([("Ilse Osk", "person"), ("Birdie Salt", "person")], ", better known as ", True),
    ([("Ilse Osk", "person"), ("Delta Bank", "organization")], ", formerly ", False),
    ([("Ilse Osk", "person"), ("Ivo Salt", "person")], ", formerly ", False),
    ([("Tidewave", "organization"), ("Gullnet", "organization")], " and ", False),
]


@pytest.mark.parametrize(("given", "between", "one"), SAID)
def test_a_report_may_say_itself_that_two_names_are_one(given: list[Given], between: str, one: bool) -> None:
    article, notes = noted(0, given)
    (first, _), (second, _) = given
    text = first + between + second
    at = len(first + between)
    last = replace(notes.mentions[1], start=at, end=at + len(second))
    article, notes = replace(article, text=text), replace(notes, mentions=(notes.mentions[0], last))
    assert any(len({v.text for v in n.variants}) > 1 for n in join_names([article], {article.id: notes})) is one


def test_letters_in_brackets_are_short_for_the_body_before_them() -> None:
    body, letters = ("Delta Harbor Transport Board", "organization"), ("HTB", "organization")
    for name, one in ((body, True), (("Tidewave Inc", "organization"), False), (("Delta", "place"), False)):
        article, notes = noted(0, [name, letters])
        text = f"{name[0]} ({letters[0]}) said"
        at = len(name[0]) + 2
        last = replace(notes.mentions[1], start=at, end=at + len(letters[0]))
        article, notes = replace(article, text=text), replace(notes, mentions=(notes.mentions[0], last))
        found = join_names([article], {article.id: notes})
        assert any({v.text for v in n.variants} == {name[0], letters[0]} for n in found) is one


def test_a_form_that_begins_amid_a_bracket_is_what_stands_behind_it() -> None:
    pairs = [noted(0, [("Ilse) Osk", "person")]), noted(1, [("Ilse) Osk", "person")])]
    names = join_names([a for a, _ in pairs], {a.id: notes for a, notes in pairs})
    assert {v.text for name in names for v in name.variants} == {"Osk"}


def test_a_name_without_its_nickname_is_the_same() -> None:
    kin = [("Ivo Osk", "person"), ("Maren Osk", "person")]
    reports: list[list[Given]] = [[('Ilse "The Birdie" Osk', "person"), *kin], [("Ilse Osk", "person"), *kin]]
    assert {'Ilse "The Birdie" Osk', "Ilse Osk", "The Birdie"} in joined(*reports)


def test_a_nickname_in_marks_is_a_name_of_its_bearer() -> None:
    reports: list[list[Given]] = [[('Ilse "Birdie" Osk', "person")], [("Birdie Osk", "person"), ("Birdie", "person")]]
    assert {'Ilse "Birdie" Osk', "Birdie Osk", "Birdie"} in joined(*reports)
    pairs = [noted(n, [('Ilse "The Gull" Osk', "person")]) for n in range(2)]
    names = join_names([a for a, _ in pairs], {a.id: notes for a, notes in pairs})
    assert {v.text for name in names for v in name.variants} == {'Ilse "The Gull" Osk', "The Gull"}


def test_a_double_surname_is_that_of_one_part_of_it() -> None:
    assert {"Ilse Osk", "Ilse Osk-Salt"} in joined([("Ilse Osk", "person")], [("Ilse Osk-Salt", "person")])


def test_a_state_is_listed_by_its_name() -> None:
    pairs = [noted(0, [("Ky.", "place")]), noted(1, [("Kentucky", "place")])]
    assert [n.canonical for n in join_names([a for a, _ in pairs], {a.id: n for a, n in pairs})] == ["Kentucky"]


def test_a_surname_that_two_people_bear_joins_neither() -> None:
    forms = joined([("Ann Osk", "person"), ("Paul Osk", "person")], [("Osk", "person")])
    assert not any("Osk" in f and len(f) > 1 for f in forms)


def test_letters_join_the_shorter_of_two_forms_of_their_body() -> None:
    full, plain = ("U.S. Ferry and Tide Patrol", "organization"), ("Ferry and Tide Patrol", "organization")
    assert {"U.S. Ferry and Tide Patrol", "Ferry and Tide Patrol", "FTP"} in joined([full], [plain], [("FTP", "other")])


def test_letters_that_two_bodies_have_join_neither() -> None:
    two: list[Given] = [("Delta Rescue League", "organization"), ("Delta Rowing League", "organization")]
    assert not any("DRL" in name for name in joined([("DRL", "organization")], two) if len(name) > 1)


def test_a_surname_is_the_father_s_where_the_son_has_his_name() -> None:
    father, son = ("Peter Osk", "person"), ("Peter Osk Jr.", "person")
    assert {"Peter Osk", "Osk"} in joined([father, son], [("Osk", "person")])


def test_readings_of_one_name_join_within_a_report() -> None:
    assert {"Yamakawa", "Shan Chuan"} in joined([("Yamakawa", "person"), ("Shan Chuan", "person")])


def test_a_form_of_the_given_name_joins_within_a_report() -> None:
    assert {"Nicholas Osk", "Nick"} in joined([("Nicholas Osk", "person"), ("Nick", "person")])
    two = joined([("Nicholas Osk", "person"), ("Nicholas Quist", "person"), ("Nick", "person")])
    assert not any("Nick" in forms and len(forms) > 1 for forms in two)
