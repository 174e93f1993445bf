"""One measurement a process, so that no measurement's memory is counted with another's."""

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any


def measured(script: str, sizes: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Yield what a script measures for each size, each in a process of its own. Raises RuntimeError with the end of
    what a process said where it fails."""
    for size in sizes:
        command = [sys.executable, script, "--worker", str(size)]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"{size} reports failed:\n{done.stderr[-2000:]}")
        yield json.loads(done.stdout.splitlines()[-1])


def serve(run: Callable[[int], Mapping[str, Any]], description: str | None) -> int:
    """Be one such process: measure the size that the command line names, and print it as JSON."""
    parser = argparse.ArgumentParser(description=(description or "").splitlines()[0])
    parser.add_argument("--worker", type=int, required=True, help="how many reports")
    print(json.dumps(run(parser.parse_args().worker)))
    return 0
