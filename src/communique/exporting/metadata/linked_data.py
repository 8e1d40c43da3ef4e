"""The dataset in the terms of schema.org, which search engines for data, Croissant and RO-Crate share."""

from __future__ import annotations

from typing import Any

from ...files.checksum import Digest
from .description import Description
from .document import known, media_type
from .maker import Maker


def dataset(about: Description) -> dict[str, Any]:
    """What is known of the dataset."""
    return known(
        version=about.version,
        datePublished=about.day.isoformat() if about.day else None,
        temporalCoverage=_period(about),
        inLanguage=[*about.languages],
        url=about.url,
    )


def maker(each: Maker) -> dict[str, Any]:
    """What is known of a creator; the type is left out if it is not known."""
    return known(name=each.name, url=each.url, sameAs=[*each.pages]) | ({"@type": each.kind} if each.kind else {})


def file(path: str, digest: Digest) -> dict[str, str]:
    """A file of the export."""
    return {
        "name": path,
        "encodingFormat": media_type(path),
        "contentSize": f"{digest.size} B",
        "sha256": digest.sha256,
    }


def _period(about: Description) -> str:
    """An interval by ISO 8601; empty if one end is not known, because an open end would mean that there is none."""
    return f"{about.starts}/{about.ends}" if about.starts and about.ends else ""
