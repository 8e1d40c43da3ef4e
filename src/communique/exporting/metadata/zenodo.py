"""The metadata that Zenodo takes from a repository: https://developers.zenodo.org/#deposit-metadata."""

from __future__ import annotations

import langcodes

from .description import Description
from .document import Contents, Document, as_json, known


def _make(contents: Contents) -> bytes | None:
    if (about := contents.description) is None:
        return None
    return as_json(
        known(
            upload_type="dataset",
            title=about.title,
            description=about.description,
            creators=[known(name=each.name, orcid=each.orcid) for each in about.makers],
            version=about.version,
            publication_date=about.day.isoformat() if about.day else None,
            license=about.licence.lower(),  # the ids of Zenodo's list
            language=_language(about),
            notes=about.note,
        )
    )


def _language(about: Description) -> str:
    """The language by ISO 639-3; empty if there are several, because Zenodo takes one."""
    return langcodes.get(about.languages[0]).to_alpha3() if len(about.languages) == 1 else ""


DOCUMENT = Document(".zenodo.json", _make)
