"""The HTML report in a real browser, opened from a file: clicks, keys, phone, dark, print; no console errors."""

import base64
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from crosswire.present import html, to_document

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
)  # fmt: skip
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not (BROWSER and DRIVER),
        reason="NO BROWSER: the HTML report was NOT checked; install chromium and chromium-driver",
    ),
]


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = str(BROWSER)
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=Service(str(DRIVER)))
    yield browser
    browser.quit()


CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")


class Page:
    """A report on a screen of a certain size, and what a reader does with it."""

    def __init__(self, driver: Any, path: Path, width: int = 1440, height: int = 900, scheme: str = "light") -> None:
        self.driver = driver
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "screen", "features": features})
        driver.get("about:blank")
        driver.get_log("browser")
        driver.get(path.as_uri())

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def all(self, selector: str) -> list[Any]:
        return [node for node in self.driver.find_elements("css selector", selector) if node.is_displayed()]

    def one(self, selector: str) -> Any:
        return self.all(selector)[0]

    def click(self, selector: str, nth: int = 0) -> Any:
        node = self.all(selector)[nth]
        self.run("arguments[0].scrollIntoView({block: 'center', inline: 'center'})", node)
        node.click()
        return node

    def choose(self, selector: str, value: str) -> None:
        from selenium.webdriver.support.ui import Select

        Select(self.one(selector)).select_by_value(value)

    def keys(self, *keys: str) -> None:
        from selenium.webdriver.common.action_chains import ActionChains

        ActionChains(self.driver).send_keys(*keys).perform()

    def focused(self) -> Any:
        return self.driver.switch_to.active_element

    def errors(self) -> list[str]:
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def overflow(self) -> int:
        """Return how many pixels the page is wider than the screen."""
        return int(self.run("return document.documentElement.scrollWidth - innerWidth"))


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import port_maren

    path = tmp_path_factory.mktemp("report") / "dossier.html"
    path.write_text(html.render(to_document(port_maren.dossier())), encoding="utf-8")
    return path


@pytest.fixture
def page(driver: Any, report: Path) -> Iterator[Page]:
    shown = Page(driver, report)
    yield shown
    assert shown.errors() == []


FIRST = ".matrix tbody tr:nth-child(1)"


def test_the_top_tells_the_story(page: Page) -> None:
    assert page.one("h1").text == "Fire at Maren grain terminal kills three"
    assert page.one(".counts").text.replace("\n", "") == "6 articles5 outlets4 independent origins"
    assert len(page.all(".card")) == 4
    assert "between speakers" in page.all(".card")[-1].text
    top = [node.location["y"] for node in (page.one("h1"), page.one(".card"), page.one(".matrix"))]
    assert top == sorted(top)


def test_the_matrix_has_a_row_a_point_and_a_column_an_article(page: Page) -> None:
    heads = [node.text for node in page.all(".matrix thead .who")]
    assert heads == ["Northwire", "The Maren Courier", "Daily Ledger", "Evening Post", "Kystnytt", "statement"]
    assert len(page.all(".matrix tbody tr")) == 16
    verdicts = [node.text for node in page.all(".matrix tbody .badge")]
    assert verdicts[0] == "≠ conflict between reports"
    assert all(text.split()[1] in ("conflict", "update", "compatible", "agree") for text in verdicts)
    assert page.all(f"{FIRST} .silent")[0].text == "silent\ncould have known"


def test_a_cell_opens_its_words_chain_and_reason(page: Page) -> None:
    row = ".matrix tbody tr:nth-child(4)"
    page.click(f"{row} td:nth-of-type(4) .cell")
    assert page.one("#panel-title").text == "Did Halden Agri ignore complaints about the conveyors?"
    assert page.one("#panel .quote mark").text == "Workers had warned about overheated conveyor bearings for months"
    assert [node.text for node in page.all("#panel .chain li:not(.hop)")] == [
        "Marek Dahl",
        "the Courier",
        "Evening Post",
    ]
    assert "the company denies" in page.one("#panel .why").text
    page.click("#panel details summary")
    assert "meaning" in page.one("#panel .signals").text
    page.click("#panel .others .cell", -1)
    assert page.one("#panel .quote mark").text == "At no time did the company ignore a safety complaint"
    page.click("#panel .close")
    assert page.all("#panel") == []


def test_a_silence_opens_what_it_means(page: Page) -> None:
    page.click(f"{FIRST} .silent")
    assert "Silent on this point" in page.one("#panel").text
    assert "It could have known" in page.one("#panel").text


def test_filters_and_search_narrow_the_points(page: Page) -> None:
    page.click(".chip[data-filter='update']")
    assert [node.text for node in page.all(".matrix .question")] == ["How many were killed?"]
    assert page.all(".card") == []
    page.click(".chip[data-filter='conflict']")
    assert len(page.all(".matrix tbody tr")) == 5
    page.choose("[data-kinds]", "date")
    assert [node.text for node in page.all(".matrix .question")] == ["Until when is the harbour closed?"]
    assert page.one("[data-shown]").text == "1 of 25 points shown"


def test_search_reads_the_words_behind_the_cells_and_opens_folds(page: Page) -> None:
    assert page.all(".alone") == []
    page.one("#search").send_keys("electrician hospital")
    assert page.all(".matrix tbody tr") == []
    assert [node.text for node in page.all(".alone .question")] == ["Who died in hospital?"]
    page.one("#search").send_keys(" nothing at all")
    assert "No point fits" in page.one("[data-shown]").text


def test_everything_works_by_keyboard(page: Page) -> None:
    from selenium.webdriver.common.keys import Keys

    page.keys("/")
    assert page.focused().get_attribute("id") == "search"
    page.run("document.querySelector('.matrix .cell').focus()")
    page.keys(Keys.ARROW_RIGHT, Keys.ARROW_DOWN)
    assert page.focused().get_attribute("class").split()[0] == "cell"
    assert page.run("return document.activeElement.closest('tr').rowIndex") == 2
    assert page.run("return document.activeElement.closest('td').cellIndex") == 2
    assert page.run("return getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keys(Keys.END)
    assert page.run("return document.activeElement.closest('td').cellIndex") == 6
    page.keys(Keys.HOME, Keys.ENTER)
    assert page.one("#panel-title").text == "Was the fire deliberate?"
    page.keys(Keys.ESCAPE)
    assert page.all("#panel") == []
    assert page.run("return document.activeElement.closest('tr').rowIndex") == 2
    assert len(page.run("return [...document.querySelectorAll('.matrix .cell')].filter((c) => c.tabIndex === 0)")) == 1


def test_two_reports_side_by_side_are_tied(page: Page) -> None:
    page.click("#read")
    assert page.one(".reader .legend").text.split("\n") == ["≠ 1 conflict", "≈ 2 compatible", "= 5 agree"]
    left, right = page.all(".pane")
    assert "PORT MAREN, May 4" in left.text
    tie = page.all(".pane[data-side='left'] .tie")[-1]
    tie.click()
    index = tie.get_attribute("data-tie")
    other = page.one(f".pane[data-side='right'] .tie[data-tie='{index}']")
    assert "on" in other.get_attribute("class").split()
    box = page.run("return arguments[0].getBoundingClientRect().toJSON()", other)
    frame = page.run("return arguments[0].getBoundingClientRect().toJSON()", right)
    assert frame["top"] < box["top"] < frame["bottom"]
    assert page.all(".wires path.on")


def test_shared_passages_are_tied(page: Page) -> None:
    page.click("#read")
    page.choose(
        ".pane[data-side='right'] select", page.all(".pane[data-side='right'] option")[2].get_attribute("value")
    )
    assert "3 shared passages" in page.one(".reader .legend").text
    assert len(page.all(".pane[data-side='right'] .tie.v-shared")) > 2
    from selenium.webdriver.common.keys import Keys

    page.keys(Keys.ESCAPE)
    assert page.all(".reader") == []


def test_a_link_to_a_point_opens_it(driver: Any, report: Path) -> None:
    from port_maren import dossier

    point = dossier().stories[0].points[15]
    shown = Page(driver, report)
    shown.run("location.hash = arguments[0]", point.id)
    shown.driver.refresh()
    assert shown.one("#panel-title").text == point.question
    assert shown.errors() == []


def test_a_phone_shows_all_without_scrolling_sideways(driver: Any, report: Path) -> None:
    shown = Page(driver, report, 390, 844)
    assert shown.overflow() <= 0
    shown.click(f"{FIRST} .cell")
    assert shown.one("#panel .quote mark").text.startswith("The blaze was brought under control")
    shown.click("#panel .act:not(.close)")
    assert len(shown.all(".pane")) == 2
    assert shown.overflow() <= 0
    assert shown.errors() == []


def test_dark_mode_keeps_its_contrast(driver: Any, report: Path) -> None:
    for scheme in ("light", "dark"):
        shown = Page(driver, report, scheme=scheme)
        shown.click(f"{FIRST} .cell")
        faint = shown.run(CONTRAST)
        assert faint == [], scheme
        dark = shown.run("return getComputedStyle(document.body).backgroundColor") == "rgb(22, 21, 18)"
        assert dark == (scheme == "dark")
        assert shown.errors() == []


def test_print_leaves_out_the_tools_and_opens_the_folds(page: Page) -> None:
    page.run("dispatchEvent(new Event('beforeprint'))")
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert page.all(".bar") == []
    assert len(page.all(".alone li")) == 9
    pdf = page.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]
    assert base64.b64decode(pdf).startswith(b"%PDF")


def test_several_stories_have_a_switch(driver: Any, document: dict[str, Any], tmp_path: Path) -> None:
    other = json.loads(json.dumps(document["stories"][0]).replace("point-", "point-b"))
    other.update(id="story-b", title="Another story")
    document["stories"].append(other)
    path = tmp_path / "two.html"
    path.write_text(html.render(document), encoding="utf-8")
    shown = Page(driver, path)
    shown.choose("#switch", "1")
    assert [node.text for node in shown.all("h1")] == ["Another story"]
    shown.click(f"{FIRST} .cell")
    assert "point-b" in shown.one("#panel .id").text
    assert shown.errors() == []


def test_offsets_count_code_points(driver: Any, document: dict[str, Any], tmp_path: Path) -> None:
    article = document["articles"][0]
    article["text"] = "😀😀" + article["text"]
    for line in article["lines"]:
        line["start"], line["end"] = line["start"] + 2, line["end"] + 2
    for point in document["stories"][0]["points"]:
        for claim in (claim for account in point["accounts"] for claim in account["claims"]):
            if claim["article"] == article["id"]:
                claim["start"], claim["end"] = claim["start"] + 2, claim["end"] + 2
    path = tmp_path / "emoji.html"
    path.write_text(html.render(document), encoding="utf-8")
    shown = Page(driver, path)
    shown.click(f"{FIRST} .cell")
    assert shown.one("#panel .quote mark").text == "The blaze was brought under control after roughly five hours"
