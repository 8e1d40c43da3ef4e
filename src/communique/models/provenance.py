"""Where a source is from."""

from typing import NamedTuple


class Provenance(NamedTuple):
    """The ids of the sources that a source derives from, surely and perhaps, and its origin if it does so from none.

    The origin is a code of `SourceOrigin`, or its text. The publisher is None if it is not known.
    """

    origin: str
    publisher: str | None = None
    sure: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
