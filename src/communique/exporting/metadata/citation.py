"""Citation File Format 1.2.0, which GitHub, Zenodo and Zotero read: https://citation-file-format.github.io."""

from __future__ import annotations

import yaml

from .document import Contents, Document, known
from .maker import Maker


def _make(contents: Contents) -> bytes | None:
    if (about := contents.description) is None:
        return None
    values = {
        "cff-version": "1.2.0",
        "message": "If you use this dataset, please cite it.",
        "type": "dataset",
        "title": about.title,
        **known(abstract=about.description),
        "authors": list(map(_author, about.makers)),
        "version": about.version,
        "license": about.licence,
        **({"date-released": about.day.isoformat()} if about.day else {}),
        **known(url=about.url),
    }
    text: str = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=100)
    return text.encode()


def _author(maker: Maker) -> dict[str, str]:
    """An entity: the record does not part the names of a person."""
    return known(name=maker.name, website=maker.url, orcid=f"https://orcid.org/{maker.orcid}" if maker.orcid else "")


DOCUMENT = Document("CITATION.cff", _make)
