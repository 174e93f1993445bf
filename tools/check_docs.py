"""Check what the documents say against the program: part of `make check`.

- links between the project's own pages resolve, headings included
- every `crosswire` command shown in a shell block of a page is one that the program takes
- what a page shows as the program's output is what the program prints (`--write` refreshes it)
- every `--help` ends with an example, and that example is a command that the program takes
- docs/dossier.md names every key of the dossier's schema
- no file names a path of somebody's machine or the host of a package registry
"""

import argparse
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import click

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "src" / "crosswire" / "present" / "dossier.schema.json"
FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```\s*$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+\s+(.+?)\s*$", re.MULTILINE)
# <!-- output: crosswire demo ferry --> and the block under it; "first N lines" keeps the head of it
OUTPUT = re.compile(
    r"<!-- output: (?P<command>crosswire [^\n]*?)(?: \(lines (?P<first>\d+)-(?P<last>\d+)\))? -->\n"
    r"```(?:text)?\n(?P<shown>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
# Written in pieces so that this file does not hold what it looks for.
FORBIDDEN = {
    "a path of somebody's machine": re.compile(r"(?<![\w.~-])/" + r"(?:work|root|home/\w+|Users/\w+|tmp/\w+)/"),
    "the host of a package registry": re.compile(
        r"\b(?:py" + r"pi|test\.py" + r"pi|files\.pythonhosted|registry\.np" + r"mjs|deb\.deb" + r"ian)\.(?:org|com)\b"
    ),
}
TEXT = {".py", ".md", ".toml", ".txt", ".json", ".html", ".css", ".js", ".yaml", ".yml", ".cfg", "", ".j2"}


def tracked() -> list[Path]:
    """Return the files that belong to the project: git's list, and what git would add."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    names = [name for name in listed.stdout.split("\0") if name]
    found = [ROOT / name for name in names] if names else [p for p in ROOT.rglob("*") if ".venv" not in p.parts]
    return sorted(path for path in found if path.is_file())


def pages() -> list[Path]:
    """Return the project's Markdown pages (the example reports are not pages)."""
    return [
        p
        for p in tracked()
        if p.suffix == ".md" and "src" not in p.relative_to(ROOT).parts[:1] and "tests" not in p.parts
    ]


def slug(heading: str) -> str:
    """Return a heading's anchor as the usual Markdown hosts make it."""
    return re.sub(r"[^\w\- ]", "", re.sub(r"[`*]", "", heading).lower()).strip().replace(" ", "-")


def without_fences(text: str) -> str:
    """Return a page without its code blocks."""
    return FENCE.sub("", text)


def check_links(page: Path) -> Iterator[str]:
    """Yield the links of a page that lead nowhere in the project."""
    for target in LINK.findall(without_fences(page.read_text("utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        there = (page.parent / name).resolve() if name else page
        if not there.exists():
            yield f"{page.relative_to(ROOT)}: link to {target}: no such file"
        elif anchor and anchor not in {slug(h) for h in HEADING.findall(without_fences(there.read_text("utf-8")))}:
            yield f"{page.relative_to(ROOT)}: link to {target}: no such heading"


# --- commands ---------------------------------------------------------------------------------------------------


def program() -> click.Group:
    """Return the command line as click knows it."""
    from crosswire.present import cli

    found = [value for value in vars(cli).values() if isinstance(value, click.Group)]
    if len(found) != 1:
        raise LookupError("crosswire.present.cli holds no click group of commands, or several")
    return found[0]


def subcommands(group: click.Group) -> dict[str, click.Command]:
    """Return the commands by name."""
    context = click.Context(group, info_name="crosswire")
    found = {name: group.get_command(context, name) for name in group.list_commands(context)}
    return {name: command for name, command in found.items() if command is not None}


def command_lines(script: str) -> Iterator[str]:
    """Yield the `crosswire ...` commands of a shell block: prompts, pipes and redirections taken off."""
    for line in script.replace("\\\n", " ").splitlines():
        for part in re.split(r"\s(?:\||&&|;)\s", line.strip().removeprefix("$ ")):
            if part.startswith("crosswire "):
                yield re.sub(r"\s+(?:[12]?>|<)\s*\S+", "", part.split("  #")[0]).strip()


def refused(line: str, group: click.Group) -> str | None:
    """Return why the program would not take a command, or None: options and commands are checked, files are not."""
    name, *args = shlex.split(line)[1:]
    if name.startswith("-"):
        return None if name in {"--help", "--version"} else f"no such option {name}"
    command = subcommands(group).get(name)
    if command is None:
        return f"no command {name!r}"
    context = click.Context(command, info_name=name, resilient_parsing=False)
    try:
        if "--help" not in args:
            command.make_parser(context).parse_args(args=list(args))
    except click.UsageError as error:
        return error.format_message()
    return None


def check_commands(page: Path, group: click.Group) -> Iterator[str]:
    """Yield the commands of a page's shell blocks that the program would not take."""
    for language, script in FENCE.findall(page.read_text("utf-8")):
        if language in {"sh", "bash", "shell", "console"}:
            for line in command_lines(script):
                why = refused(line, group)
                if why:
                    yield f"{page.relative_to(ROOT)}: `{line}`: {why}"


def check_help(group: click.Group) -> Iterator[str]:
    """Yield the commands whose --help does not end with an example that works."""
    top = click.Context(group, info_name="crosswire")
    for name, command in [("", group), *subcommands(group).items()]:
        context = click.Context(command, info_name=name, parent=top) if name else top
        last = command.get_help(context).rstrip().splitlines()[-1].strip().removeprefix("$ ")
        if not last.startswith("crosswire "):
            yield f"crosswire {name} --help: ends with {last!r}, not with an example"
        else:
            why = [refused(line, group) for line in command_lines(last)]
            yield from (f"crosswire {name} --help: its example `{last}`: {reason}" for reason in why if reason)


# --- output -----------------------------------------------------------------------------------------------------


@cache
def printed(command: str) -> str:
    """Run a command and return what it prints, 100 columns wide, without colour."""
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb", "PYTHONUTF8": "1"}
    arguments = [sys.executable, "-m", "crosswire.present.cli", *shlex.split(command)[1:]]
    script = Path(sys.executable).with_name("crosswire")
    if script.exists():
        arguments = [str(script), *shlex.split(command)[1:]]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False, env=environment, cwd=ROOT)
    if done.returncode:
        raise RuntimeError(f"`{command}` exits {done.returncode}: {done.stderr.strip()[-300:]}")
    return done.stdout


def check_output(page: Path, write: bool) -> Iterator[str]:
    """Yield where a page shows another output than the program's; with ``write``, mend the page instead."""
    text = page.read_text("utf-8")
    mended, at = [], 0
    for match in OUTPUT.finditer(text):
        try:
            lines = [line.rstrip() for line in printed(match["command"]).splitlines()]
        except RuntimeError as error:
            yield f"{page.relative_to(ROOT)}: {error}"
            continue
        kept = lines[int(match["first"]) - 1 : int(match["last"])] if match["first"] else lines
        now = "\n".join(kept).strip("\n") + "\n"
        mended += [text[at : match.start("shown")], now]
        at = match.end("shown")
        if match["shown"] != now:
            yield f"{page.relative_to(ROOT)}: the output of `{match['command']}` is another now: make docs"
    if write and mended:
        page.write_text("".join(mended) + text[at:], "utf-8")


# --- the format, and what no file may hold ----------------------------------------------------------------------


def keys(schema: Any) -> Iterator[str]:
    """Yield the names of all properties of a JSON Schema."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for inner in schema.values():
            yield from keys(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from keys(inner)


def check_schema(page: Path) -> Iterator[str]:
    """Yield the keys of the dossier's schema that its page does not name."""
    text = page.read_text("utf-8")
    for key in sorted(set(keys(json.loads(SCHEMA.read_text("utf-8"))))):
        if f"`{key}`" not in text:
            yield f"{page.relative_to(ROOT)}: does not name the key `{key}`"


def check_forbidden(path: Path) -> Iterator[str]:
    """Yield what a file holds that no file of the project may hold."""
    if path.suffix not in TEXT:
        return
    text = path.read_text("utf-8", errors="replace")
    for what, pattern in FORBIDDEN.items():
        found = list(pattern.finditer(text))
        if found:
            line = text.count("\n", 0, found[0].start()) + 1
            yield f"{path.relative_to(ROOT)}:{line}: names {what}: {found[0][0]!r} ({len(found)} in all)"


def faults(write: bool) -> Iterator[str]:
    """Yield everything that does not hold."""
    for path in tracked():
        yield from check_forbidden(path)
    yield from check_schema(ROOT / "docs" / "dossier.md")
    group = program()
    yield from check_help(group)
    for page in pages():
        yield from check_links(page)
        yield from check_commands(page, group)
        yield from check_output(page, write)


def main() -> int:
    """Check every page; print what does not hold."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the program's present output into the pages")
    args = parser.parse_args()
    found = list(faults(args.write))
    for line in found:
        print(f"docs: {line}", file=sys.stderr)
    print(f"docs: {len(pages())} pages, {len(found)} faults")
    return 1 if found and not args.write else 0


if __name__ == "__main__":
    sys.exit(main())
