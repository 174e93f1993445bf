"""The command line. Imports what a command needs only when it runs, so that --help is instant."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import chdir
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from crosswire.errors import BadDossier, CrosswireError, UnknownPoint

if TYPE_CHECKING:
    from crosswire.records import Dossier, OutletFamily

FAILED, USAGE = 1, 2
FORMATS = {"terminal": "", "markdown": ".md .markdown", "html": ".html .htm", "json": ".json"}
EXIT_CODES = """\b
Exit codes: 0 fine; 1 nothing could be read, the result could not be written, or a
dossier does not hold; 2 the command was used wrongly."""
Command = TypeVar("Command", bound=Callable[..., Any])


class Paragraphs(click.Command):
    """A command whose help ends with an example, as typed, after the options."""

    def __init__(self, *args: Any, example: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.example = example

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the exit codes and the example."""
        _write_end(formatter, self.example)


class Commands(click.Group):
    """The group of commands; its help ends with an example as well."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the exit codes and the example."""
        _write_end(formatter, "crosswire compare reports/ -o dossier.html")


def _write_end(formatter: click.HelpFormatter, example: str) -> None:
    formatter.write_paragraph()
    formatter.write_text(EXIT_CODES)
    with formatter.section("Example"):
        formatter.write_text("\b\n" + example)


def _shown(command: Command) -> Command:
    """The options of everything that shows a whole dossier."""
    options = [
        click.option("-f", "--format", "form", type=click.Choice(list(FORMATS)),
                     help="How to show the dossier. [default: by the ending of -o, else terminal]"),
        click.option("-o", "--output", "target", default="-", metavar="FILE",
                     help="Where to write it; - is standard output, the default."),
        click.option("--all", "show_all", is_flag=True, help="List every point, those of one report too (terminal)."),
    ]  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="crosswire", prog_name="crosswire", message="%(prog)s %(version)s")
def crosswire() -> None:
    """Read many reports of the same events and say, point by point, what they agree on, where they
    differ and why, who said it, who has it from whom, and who is silent."""


@crosswire.command(cls=Paragraphs, example="crosswire compare reports/ extra.html -o dossier.html")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@_shown
@click.option("--allow-private", is_flag=True, help="Also fetch from private and loopback addresses.")
@click.option("--outlets", metavar="FILE", help="A TOML file of agencies, and of outlets that count as one origin.")
def compare(
    inputs: tuple[str, ...], form: str | None, target: str, show_all: bool, allow_private: bool, outlets: str | None
) -> None:
    """Compare reports and show the dossier.

    INPUT is a file (.txt, .md, .html, .json, .jsonl, .warc, .warc.gz), a folder, an http(s)
    address, or - for standard input. Each source that gives no article is named on standard
    error with the reason, and never stops the rest."""
    _check_target(target)
    from crosswire.settings import Settings

    settings = Settings(allow_private=allow_private, families=_families(outlets) if outlets else ())
    stdin = sys.stdin.buffer.read() if "-" in inputs else None
    dossier = _compare(inputs, settings, stdin)
    _deliver(_document(dossier), form, target, show_all)


def _families(path: str) -> tuple[OutletFamily, ...]:
    """Read a file of agencies and families of outlets; end with the reason where it is none."""
    from tomllib import loads

    from crosswire.text.origins import read_families

    try:
        return read_families(loads(Path(path).read_text("utf-8")))
    except OSError as error:
        _fail(f"{path}: {error.strerror or error}", USAGE)
    except ValueError as error:  # what is no UTF-8 and no TOML is a ValueError too
        _fail(f"{path}: {error}", USAGE)


@crosswire.command(cls=Paragraphs, example="crosswire demo --format html -o demo.html")
@_shown
def demo(form: str | None, target: str, show_all: bool) -> None:
    """Compare the example stories that ship with Crosswire. Needs no network."""
    _check_target(target)
    target = target if target == "-" else os.path.abspath(target)
    from crosswire.present.examples import FOLDER, inputs
    from crosswire.settings import Settings

    with chdir(FOLDER.parent):
        dossier = _compare(inputs(), Settings(), None)
    _deliver(_document(dossier), form, target, show_all)


@crosswire.command(cls=Paragraphs, example='crosswire explain dossier.json "How many were killed"')
@click.argument("dossier")
@click.argument("point")
def explain(dossier: str, point: str) -> None:
    """Tell the trail of one point in words: its claims and the characters they stand on, the
    signals with their scores, the verdict and its reason.

    DOSSIER is a file that --format json wrote, or -. POINT is the id of a point, the start of
    it, or a part of its question."""
    from crosswire.present.explain import explain as words
    from crosswire.provenance import trail

    document = _load(dossier)
    try:
        text = words(trail(document, point))
    except UnknownPoint as error:
        _fail(f"{dossier}: {error}", USAGE)
    except BadDossier as error:
        _fail(f"{dossier}: {error}")
    _write(text, "-")


@crosswire.command(cls=Paragraphs, example="crosswire verify dossier.json")
@click.argument("dossier")
def verify(dossier: str) -> None:
    """Read every step of a dossier again: spans, chains, origins, verdicts, copies, silences. Where
    a source is still at hand (as a file, from this folder), read that again too.

    DOSSIER is a file that --format json wrote, or -."""
    from crosswire.present.sources import Sources
    from crosswire.provenance import verify as faults

    document = _load(dossier)
    sources = Sources()
    found = faults(document, sources.read)
    for fault in found:
        _say(f"{dossier}: {fault}")
    if found:
        _fail(f"{dossier}: does not hold: {len(found)} fault{'' if len(found) == 1 else 's'}")
    _write(_held(document, len(sources.again)), "-")


def _held(document: dict[str, Any], again: int) -> str:
    from crosswire.present.view import claims, count

    points = [point for story in document["stories"] for point in story["points"]]
    spans = sum(1 for _ in claims(points))
    total = len(document["articles"])
    return (
        f"holds: {count(total, 'article')}, {count(len(points), 'point')}, {count(spans, 'claim span')};"
        f" {again} of {total} sources read again\n"
    )


def _compare(inputs: Sequence[str], settings: Any, stdin: bytes | None) -> Dossier:
    from crosswire.present.progress import Reporter

    try:
        with Reporter() as progress:
            from crosswire.pipeline import compare as run

            dossier = run(inputs, settings, stdin, progress)
    except CrosswireError as error:
        *lines, last = str(error).splitlines() or ["nothing could be read"]
        for line in lines:
            _say(line)
        _fail(last)
    for item in dossier.unreadable:
        _say(f"{item.source}: {item.error}")
    return dossier


def _document(dossier: Dossier) -> dict[str, Any]:
    from crosswire.present.document import to_document

    return to_document(dossier)


def _deliver(document: dict[str, Any], form: str | None, target: str, show_all: bool) -> None:
    ending = Path(target).suffix.lower()
    form = form or next((name for name, endings in FORMATS.items() if ending and ending in endings.split()), "terminal")
    _write(_render(document, form, target, show_all), target)


def _render(document: dict[str, Any], form: str, target: str, show_all: bool) -> str:
    if form == "json":
        from crosswire.present.document import dump

        return dump(document)
    if form == "html":
        from crosswire.present.html import render as html

        return html(document)
    if form == "markdown":
        from crosswire.present.markdown import render as markdown

        return markdown(document)
    from rich.console import Console

    from crosswire.present.terminal import render as terminal

    screen = Console()
    on_screen = target == "-" and screen.is_terminal
    width = screen.width if on_screen or os.environ.get("COLUMNS") else 100
    return terminal(document, width, on_screen and not screen.no_color, show_all)


def _load(source: str) -> dict[str, Any]:
    from crosswire.present.document import load

    try:
        data = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
        return load(data, source)
    except OSError as error:
        _fail(f"{source}: {error.strerror or error}")
    except BadDossier as error:
        _fail(str(error))


def _check_target(target: str) -> None:
    """Say at once, and not after the work, that a folder is missing."""
    if target != "-" and (os.path.isdir(target) or not os.path.isdir(os.path.dirname(os.path.abspath(target)))):
        what = "is a folder" if os.path.isdir(target) else "its folder does not exist"
        raise click.UsageError(f"can not write {target}: {what}")


def _write(text: str, target: str) -> None:
    from crosswire.present.output import write

    try:
        write(text, target)
    except OSError as error:
        name = "standard output" if target == "-" else target
        _fail(f"can not write {name}: {error.strerror or error}")


def _say(text: str) -> None:
    from crosswire.present.view import clean

    click.echo(f"crosswire: {clean(text)}", err=True)


def _fail(text: str, code: int = FAILED) -> NoReturn:
    _say(text)
    sys.exit(code)


def main() -> None:
    """Run the command line."""
    try:
        crosswire(prog_name="crosswire")
    except BrokenPipeError:
        from crosswire.present.output import forget_stdout

        forget_stdout()


if __name__ == "__main__":
    main()
