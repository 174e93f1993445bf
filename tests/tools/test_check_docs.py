"""The documents' checker finds what it is made to find."""

from pathlib import Path

import click
import pytest

import check_docs

GROUP = click.Group("crosswire")


@GROUP.command(epilog="crosswire weigh a.txt --scale kilo")
@click.argument("files", nargs=-1, required=True)
@click.option("--scale", type=click.Choice(["kilo", "stone"]))
def weigh(files: tuple[str, ...], scale: str) -> None:
    """Weigh files."""


@GROUP.command(epilog="See the manual.")
def sink() -> None:
    """Sink."""


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(check_docs, "ROOT", tmp_path)
    return tmp_path / "page.md"


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        ("crosswire weigh a.txt b.txt --scale stone", False),
        ("crosswire weigh - --help", False),
        ("crosswire --version", False),
        ("crosswire weigh a.txt --weight 3", True),
        ("crosswire fly a.txt", True),
        ("crosswire --fly", True),
    ],
)
def test_commands_that_the_program_would_not_take(line: str, refused: bool) -> None:
    assert bool(check_docs.refused(line, GROUP)) is refused


def test_commands_are_found_in_shell_blocks_alone(page: Path) -> None:
    page.write_text(
        "```sh\n$ crosswire fly a.txt > out.txt  # up\ncat a | crosswire weigh \\\n  - --scale kilo\n```\n"
        "```python\ncrosswire fly\n```\n",
        "utf-8",
    )
    found = list(check_docs.check_commands(page, GROUP))
    assert found == ["page.md: `crosswire fly a.txt`: no command 'fly'"]


def test_help_has_to_end_with_an_example_that_works() -> None:
    group = click.Group("crosswire", commands={"weigh": weigh, "sink": sink}, epilog="crosswire weigh a.txt")
    found = list(check_docs.check_help(group))
    assert len(found) == 1
    assert found[0].startswith("crosswire sink --help")


def test_links_that_lead_nowhere(page: Path) -> None:
    page.write_text(
        "# Top of *it*\n[a](#top-of-it) [b](#bottom) [c](other.md#here) [d](absent.md) [e](https://example.org/x)\n"
        "```\n[f](absent-in-a-block.md)\n```\n",
        "utf-8",
    )
    (page.parent / "other.md").write_text("## Here\n", "utf-8")
    assert [fault.split(": ")[1] for fault in check_docs.check_links(page)] == ["link to #bottom", "link to absent.md"]


def test_output_that_is_another_now_is_found_and_mended(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_docs, "printed", lambda command: "one  \ntwo\nthree\n")
    before = "x\n<!-- output: crosswire weigh a.txt (lines 1-2) -->\n```text\n{}```\ny\n"
    page.write_text(before.format("one\nzwei\n"), "utf-8")
    assert len(list(check_docs.check_output(page, write=True))) == 1
    assert page.read_text("utf-8") == before.format("one\ntwo\n")
    assert not list(check_docs.check_output(page, write=False))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("see /wor" + "k/main/x", True),
        ("in /home" + "/ann/x", True),
        ("https://py" + "pi.org/simple", True),
        ("a path like tests/work/x.txt or ~/home/x", False),
        ("https://example.org/work/x", False),
    ],
)
def test_what_no_file_may_hold(page: Path, text: str, named: bool) -> None:
    page.write_text(text, "utf-8")
    assert bool(list(check_docs.check_forbidden(page))) is named


def test_the_schema_names_its_keys() -> None:
    schema = {"properties": {"a": {"properties": {"b": {}}}}, "$defs": {"x": {"anyOf": [{"properties": {"c": {}}}]}}}
    assert sorted(check_docs.keys(schema)) == ["a", "b", "c"]
