"""The command line: what goes to standard output, what to standard error, and the exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import port_maren
import pytest
from click.testing import CliRunner, Result

from crosswire.errors import NothingReadable
from crosswire.present import dump, output
from crosswire.present.cli import crosswire


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(crosswire, list(arguments), input=stdin)


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """Stands in for the pipeline, and keeps what it was asked."""
    asked: list[tuple[Any, ...]] = []

    def compare(inputs: Any, settings: Any, stdin: Any, progress: Any) -> Any:
        asked.append((tuple(inputs), settings, stdin))
        progress("reading", 0, 6)
        if "nothing" in inputs:
            raise NothingReadable("nothing: no such file")
        return port_maren.dossier()

    import crosswire.pipeline

    monkeypatch.setattr(crosswire.pipeline, "compare", compare)
    return asked


@pytest.fixture
def saved(document: dict[str, Any], tmp_path: Path) -> Path:
    path = tmp_path / "dossier.json"
    path.write_text(dump(document), encoding="utf-8")
    return path


def test_outlets_of_a_file_reach_the_settings(pipeline: list[tuple[Any, ...]], tmp_path: Path) -> None:
    table = tmp_path / "outlets.toml"
    table.write_text('[agencies]\n"Harbor Wire" = ["HW"]\n[families]\n"North" = ["Tessel Post"]\n', "utf-8")
    assert run("compare", "a.txt", "--outlets", str(table)).exit_code == 0
    (_, settings, _) = pipeline[0]
    assert [(f.names, f.agency) for f in settings.families] == [
        (("Harbor Wire", "HW"), True),
        (("North", "Tessel Post"), False),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "No such file"),
        ("[agencies", "outlets.toml: "),
        ('agencies = ["Harbor Wire"]', "agencies: only the tables"),
        ("[papers]\nA = []", "papers: only the tables"),
        ('[agencies]\n"Harbor Wire" = "HW"', "agencies.Harbor Wire: a list of names"),
        ('[families]\n"North" = ["", "Tessel Post"]', "families.North: a list of names"),
    ],
)
def test_outlets_that_are_none(pipeline: list[tuple[Any, ...]], tmp_path: Path, text: str | None, told: str) -> None:
    table = tmp_path / "outlets.toml"
    if text is not None:
        table.write_text(text, "utf-8")
    result = run("compare", "a.txt", "--outlets", str(table))
    assert result.exit_code == 2
    assert told in result.stderr
    assert pipeline == []


@pytest.mark.parametrize("command", [(), ("compare",), ("demo",), ("explain",), ("verify",)])
def test_every_help_says_the_exit_codes_and_ends_with_an_example(command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "Exit codes: 0 fine; 1 " in result.stdout
    *_, head, example = result.stdout.strip().splitlines()
    assert head == "Example:"
    assert example.strip().startswith("crosswire " + (command[0] if command else "compare"))


def test_help_loads_nothing_heavy() -> None:
    code = "import sys, crosswire.present.cli; print({'spacy', 'numpy', 'jinja2', 'rich'} & set(sys.modules) or 'none')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "none"


def test_the_version() -> None:
    assert run("--version").stdout.startswith("crosswire ")


@pytest.mark.parametrize(
    "arguments", [("compare",), ("compare", "x", "-f", "pdf"), ("explain",), ("nonsense",), ("verify",)]
)
def test_wrong_use_is_two(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


@pytest.mark.usefixtures("pipeline")
@pytest.mark.parametrize(
    ("form", "starts"),
    [
        ("json", '{\n "format": "crosswire.dossier/1"'),
        ("html", "<!doctype html>"),
        ("markdown", "# Fire at"),
        ("terminal", "━"),
    ],
)
def test_nothing_but_the_result_on_standard_output(form: str, starts: str) -> None:
    result = run("compare", "somewhere", "--format", form)
    assert result.exit_code == 0
    assert result.stdout.startswith(starts)
    assert result.stderr == "crosswire: port-maren/scan.bin: not text: binary data\n"


@pytest.mark.usefixtures("pipeline")
@pytest.mark.parametrize(
    ("name", "starts"),
    [("d.json", "{"), ("d.html", "<!doctype"), ("d.HTM", "<!doctype"), ("d.md", "# "), ("d.txt", "━")],
)
def test_the_ending_of_the_output_chooses_the_format(tmp_path: Path, name: str, starts: str) -> None:
    result = run("compare", "somewhere", "-o", str(tmp_path / name))
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / name).read_text("utf-8").startswith(starts)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_what_the_pipeline_is_asked(pipeline: list[tuple[Any, ...]]) -> None:
    run("compare", "a.txt", "-", "--allow-private", stdin=b"words")
    (inputs, settings, stdin), = pipeline  # fmt: skip
    assert (inputs, settings.allow_private, stdin) == (("a.txt", "-"), True, b"words")


@pytest.mark.usefixtures("pipeline")
def test_nothing_readable_is_one() -> None:
    result = run("compare", "nothing")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "crosswire: nothing: no such file\n"


@pytest.mark.usefixtures("pipeline")
def test_a_folder_that_is_not_there_is_said_before_the_work(tmp_path: Path) -> None:
    result = run("compare", "somewhere", "-o", str(tmp_path / "no" / "d.json"))
    assert result.exit_code == 2
    assert "its folder does not exist" in result.stderr
    assert "is a folder" in run("compare", "somewhere", "-o", str(tmp_path)).stderr


@pytest.mark.usefixtures("pipeline")
def test_a_full_disk_leaves_the_old_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "d.json"
    old.write_text("old", encoding="utf-8")

    def full(handle: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(output.os, "fsync", full)
    result = run("compare", "somewhere", "-o", str(old))
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == f"crosswire: can not write {old}: No space left on device"
    assert old.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [old]


def test_a_written_file_keeps_the_permissions_and_the_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old", encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    output.write("new", str(link))
    assert (real.read_text("utf-8"), real.stat().st_mode & 0o777, link.is_symlink()) == ("new", 0o640, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_standard_output_on_a_full_disk_is_one(saved: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "crosswire.present.cli", "explain", str(saved), "deliberate"],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == "crosswire: can not write standard output: No space left on device\n"


def test_a_reader_that_leaves_early_is_no_error(saved: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as closed:
        done = subprocess.run(
            [sys.executable, "-m", "crosswire.present.cli", "explain", str(saved), "deliberate"],
            stdout=closed, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


def test_explain_tells_a_point(saved: Path) -> None:
    result = run("explain", str(saved), "deliberate")
    assert result.exit_code == 0
    assert "Verdict: ≠ conflict between reports" in result.stdout


def test_explain_reads_standard_input(saved: Path) -> None:
    assert run("explain", "-", "deliberate", stdin=saved.read_bytes()).exit_code == 0


@pytest.mark.parametrize(("point", "says"), [("nothing such", "no point has"), ("how many", "points fit")])
def test_explain_without_such_a_point_is_two(saved: Path, point: str, says: str) -> None:
    result = run("explain", str(saved), point)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr


def test_verify_holds(saved: Path) -> None:
    result = run("verify", str(saved))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "holds: 6 articles, 25 points, 59 claim spans; 0 of 6 sources read again\n"


def test_verify_fails_loudly(document: dict[str, Any], tmp_path: Path) -> None:
    document["stories"][0]["points"][0]["accounts"][0]["claims"][0]["start"] += 1
    path = tmp_path / "d.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    result = run("verify", str(path))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines()[-1] == f"crosswire: {path}: does not hold: 1 fault"
    assert "How many were killed?" in result.stderr


@pytest.mark.parametrize("command", [("verify",), ("explain", "x")])
def test_a_dossier_that_can_not_be_read_is_one(command: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_bytes(b"\x00\x01")
    for name in ("none.json", "bad.json", "."):
        result = run(command[0], str(tmp_path / name), *command[1:])
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith(f"crosswire: {tmp_path / name}: ")
        assert result.stderr.count("\n") == 1
