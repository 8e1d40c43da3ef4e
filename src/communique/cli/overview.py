"""What ``communique --help`` and ``--version`` print, without click: its import takes longer than all the rest.

The commands and their short help are stated here, and nowhere else.
"""

from __future__ import annotations

import os
import sys

from ..version import __version__

TYPE_CHECKING = False  # typing is not needed here
if TYPE_CHECKING:
    from collections.abc import Sequence

ABOUT = """AI-governance announcements as validated records.

Records are YAML or JSON files; a folder with a dataset record is a corpus."""

COMMANDS = {
    "init": "Start a tracker of your own.",
    "new": "Create a new announcement.",
    "add": "Add sources, actors, instruments, occasions or notes.",
    "draft": "Write a draft of a record from the text of an article.",
    "validate": "Check records and report all findings.",
    "review": "List what stands between drafts and the status reviewed.",
    "show": "Show what the corpus has about one thing.",
    "find": "Find ids by words of names.",
    "due": "List commitments: overdue, open and ended.",
    "cite": "Print the passage of words in the text of a source.",
    "rule": "Explain a rule, or list all rules.",
    "codes": "Explain the codes of a codelist, or list all codelists.",
    "fields": "Explain the fields of records, or list all objects.",
    "export": "Export valid records as tables and JSON.",
    "lsp": "Help an editor with records: a language server.",
    "serve": "Show an export in a browser, with Datasette.",
    "release": "Write a version of the data as files to publish.",
    "import": "Read an export, or the edits in one, back into records.",
    "migrate": "Migrate records to another version of the schema.",
    "schema": "Print, compare or publish versions of the JSON Schema.",
    "docs": "Write the generated reference pages.",
}
"""Every command, and its short help; each is a function of its name in the module of its name; of import, `import_`."""

VERSION = f"communique, version {__version__}\n"
HELP_NAMES = ("-h", "--help")
_WIDTH = 80  # columns: in a narrower terminal, click wraps the lines


def answer(arguments: Sequence[str]) -> bool:
    """Print the help or the version, if the arguments ask for nothing else; whether that is done.

    It is not done in a narrow terminal, or if standard output cannot be written. Then click does it, or says why not.
    """
    if len(arguments) != 1 or arguments[0] not in ("--version", *HELP_NAMES) or _columns() < _WIDTH:
        return False
    try:
        sys.stdout.write(VERSION if arguments[0] == "--version" else help_page())
        sys.stdout.flush()
    except (AttributeError, OSError):  # without a standard output there is no such object
        return False
    return True


def help_page() -> str:
    """The help of the whole program, as click lays it out where no line has to be wrapped."""
    widest = max(map(len, COMMANDS))
    about = [f"  {line}".rstrip() for line in ABOUT.splitlines()]
    commands = [f"  {name:<{widest}}  {COMMANDS[name]}" for name in sorted(COMMANDS)]
    options = ["  --version   Show the version and exit.", "  -h, --help  Show this message and exit."]
    head = "Usage: communique [OPTIONS] COMMAND [ARGS]..."
    return "\n".join([head, "", *about, "", "Options:", *options, "", "Commands:", *commands, ""])


def _columns() -> int:
    """The width of the terminal, by the rules of `shutil.get_terminal_size`, whose module takes long to import."""
    named = os.environ.get("COLUMNS", "")
    if named.isdecimal() and int(named):
        return int(named)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or _WIDTH  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):  # it is no terminal
        return _WIDTH
