"""Where a source is from."""

from typing import NamedTuple


class Provenance(NamedTuple):
    """The ids of the sources that a source derives from, surely and perhaps, and its origin if it does so from none.

    The origin is a code of `SourceOrigin`, or its text.
    """

    origin: str
    sure: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
