"""RO-Crate 1.2, the packaging of research data: https://w3id.org/ro/crate/1.2."""

from __future__ import annotations

from typing import Any

from . import linked_data
from .description import Description
from .document import Contents, Document, as_json
from .maker import Maker

_PATH = "ro-crate-metadata.json"
_VERSION = "https://w3id.org/ro/crate/1.2"


def _make(contents: Contents) -> bytes | None:
    """None without the text and the day that every crate must have."""
    about = contents.description
    if about is None or not about.description or not about.day:
        return None
    files = [
        {"@id": path, "@type": "File", **linked_data.file(path, digest)}
        for path, digest in sorted(contents.files.items())
    ]
    makers = [_maker(each, place) for place, each in enumerate(about.makers, start=1)]
    licence = {"@id": about.licence_url, "@type": "CreativeWork", "name": about.licence}
    graph = [_crate(), _root(about, makers, files), licence, *makers, *files]
    return as_json({"@context": f"{_VERSION}/context", "@graph": graph})


def _crate() -> dict[str, Any]:
    return {
        "@id": _PATH,
        "@type": "CreativeWork",
        "about": {"@id": "./"},
        "conformsTo": {"@id": _VERSION},
    }


def _root(about: Description, makers: list[dict[str, Any]], files: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": about.title,
        "description": about.description,
        **linked_data.dataset(about),
        "license": {"@id": about.licence_url},
        "creator": [{"@id": each["@id"]} for each in makers],
        "hasPart": [{"@id": each["@id"]} for each in files],
    }


def _maker(maker: Maker, place: int) -> dict[str, Any]:
    """Every entity must have a type: `Thing` if it is not known to be a person or an organisation."""
    return {"@id": maker.address or f"#creator-{place}", "@type": "Thing", **linked_data.maker(maker)}


DOCUMENT = Document(_PATH, _make)
