"""What a format of the ledger is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from ..corpus.corpus import Corpus
from ..corpus.ledger import LedgerEntry


class Ledger(NamedTuple):
    """Entries to write, the day for which they hold, the corpus that they are from, and the width of the terminal.

    ``not_made`` is the number of commitments that were made only after the day, which are no entries.
    """

    entries: Sequence[LedgerEntry]
    on: date
    corpus: Corpus
    width: int
    not_made: int = 0


class Format(NamedTuple):
    """The name of a format, the function that writes the ledger in it, and one that says what it leaves out, if any."""

    name: str
    render: Callable[[Ledger], str]
    left_out: Callable[[Ledger], str] = lambda _: ""
