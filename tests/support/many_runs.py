"""Runs the command line many times in one process: pairs of folder and words come in, exit codes and outputs go out.

It is run with any checkout on Python's path, and knows of communique no more than what every version has: ``cli.main``.
"""

from __future__ import annotations

import io
import json
import os
import sys

from communique.cli import main

Run = tuple[str, list[str]]
"""The current folder and the words of a call."""
Outcome = tuple[int, str]


def outcome(run: Run) -> Outcome:
    folder, words = run
    os.chdir(folder)
    sys.argv = ["communique", *words]
    output = io.BytesIO()
    sys.stdout, sys.stderr = io.TextIOWrapper(output), io.TextIOWrapper(io.BytesIO())
    try:
        main()
    except SystemExit as end:
        sys.stdout.flush()
        return int(end.code or 0), output.getvalue().decode("utf-8")


if __name__ == "__main__":
    answer = sys.stdout
    answer.write(json.dumps([outcome((folder, words)) for folder, words in json.load(sys.stdin)]))
    answer.flush()
    os._exit(0)  # the streams that the runs had are nobody's any more
