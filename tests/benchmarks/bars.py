"""The ratios that communique is held to."""

from __future__ import annotations

from typing import NamedTuple


class Bar(NamedTuple):
    """What is compared, what it was before, and the ratio to reach; ``more`` if a higher one is better."""

    work: str
    before: str
    bar: float
    beyond: float | None
    more: bool = False
    unit: str = ""

    def is_met(self, value: float) -> bool:
        return _reaches(self, value, self.bar)

    def verdict(self, value: float) -> str:
        """Whether the bar is met, in words.

        >>> Bar("speed", "", 15, 30, more=True).verdict(31)
        'met, and beyond'
        """
        if self.beyond is not None and _reaches(self, value, self.beyond):
            return "met, and beyond"
        return "met" if self.is_met(value) else "**not met**"


def _reaches(bar: Bar, value: float, limit: float) -> bool:
    return value >= limit if bar.more else value <= limit


BARS = {
    "events": Bar(
        "processor time of `validate -j 1`, {small} announcements, cold, to that of counting the events of "
        "`yaml.parse(..., Loader=CLoader)` over the same bytes",
        "45.6",
        2.5,
        1.5,
    ),
    "schema-only": Bar(
        "processor time of check-jsonschema (schema only), {small} announcements, to that of `validate -j 1`",
        "1.3",
        15,
        30,
        more=True,
    ),
    "schema-only-wall": Bar(
        "wall time of check-jsonschema, {large} announcements (measured on {small}), to that of `validate -j 2`, cold",
        "-",
        30,
        60,
        more=True,
    ),
    "unchanged": Bar(
        "wall time of `validate`, {large} announcements, nothing changed, to that of reading and hashing the files in "
        "Python",
        "-",
        4,
        2,
    ),
    "one-changed": Bar(
        "processor time of `validate FILE`, the one file that changed in {large} announcements, with the cache, to "
        "that of the same file alone",
        "17 s at 1,000",
        2,
        1.2,
    ),
    "one-changed-all": Bar(
        "the same, but `validate` of all files after one has changed, with the cache",
        "17 s at 1,000",
        2,
        1.2,
    ),
    "one-small": Bar(
        "processor time of `validate`, one small record alone, to that of check-jsonschema", "1.7", 0.6, 0.4
    ),
    "start": Bar("processor time of `--help` to that of `python -c pass`", "3.4", 3, 2),
    "growth": Bar("cost of one record among {large} announcements to that among {small}", "1.0 at 1,000", 1.1, None),
    "growth-on": Bar("cost of one record among {huge} announcements to that among {large}", "-", 1.1, None),
    "memory": Bar("peak memory at {huge} announcements to 8 kB for each and 150 MB; 1 is the most", "-", 1, None),
    "cores": Bar("wall time of `-j 1` to that of `-j 2`, {large} announcements, cold", "-", 1.6, None, more=True),
    "csv-flatten-tool": Bar(
        "processor time of flatten-tool for one record to that of `export --format csv -j 1`, {large} announcements",
        "-",
        10,
        None,
        more=True,
    ),
    "csv-frictionless": Bar(
        "processor time of frictionless for one record to that of `export --format csv -j 1`, {large} announcements",
        "-",
        10,
        None,
        more=True,
    ),
    "csv-memory": Bar("peak memory of `export --format csv`, {large} announcements, in MB", "-", 150, None, unit=" MB"),
}
"""In the order of the page."""
