"""What an editor's settings add to a check: the texts of sources, and a baseline of known findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ..diagnostics.report import Report
from ..errors import CommuniqueError
from ..files.paths import is_folder, place
from ..text.source_text import Texts
from ..validation import baseline

SECTION = "communique"
"""The section of an editor's settings that is ours."""


class AidsError(CommuniqueError, ValueError):
    """The editor's settings are invalid; the message says why."""


class Aids(NamedTuple):
    """Where the texts of sources and the baseline are; None if there are none."""

    sources: Path | None = None
    baseline: Path | None = None

    @classmethod
    def of(cls, given: Any, root: Path) -> Aids:
        """The aids that settings of an editor name; paths are relative to the folder in which it works.

        The settings may be those of the section, or have it among others. Whatever else is there is not ours.

        Raises:
            AidsError: a value is no path.
        """
        own = given.get(SECTION, given) if isinstance(given, Mapping) else {}
        found = own if isinstance(own, Mapping) else {}
        return cls(*(_path(name, found.get(name), root) for name in cls._fields))


def _path(name: str, given: Any, root: Path) -> Path | None:
    if given is None or given == "":
        return None
    if not isinstance(given, str) or "\0" in given:
        raise AidsError(f"the setting {SECTION}.{name} must be a path, not {given!r}")
    return place(root / Path(given).expanduser())


class LoadedAids:
    """The texts and the baseline as they were when somebody last looked at the disk."""

    def __init__(self, aids: Aids) -> None:
        """Read them.

        Raises:
            AidsError: the folder of texts does not exist.
            communique.validation.baseline.BaselineError: the baseline cannot be read.
        """
        if aids.sources and not is_folder(aids.sources):
            raise AidsError(f"the setting {SECTION}.sources: no folder {aids.sources}")
        self.texts = Texts.from_folder(aids.sources) if aids.sources else None
        self._known = baseline.read(aids.baseline) if aids.baseline else Counter[baseline.Key]()

    def without_known(self, report: Report) -> Report:
        """The report without the findings of the baseline."""
        if not self._known:
            return report
        return report._replace(findings=tuple(baseline.subtract(report, self._known)[0]))
