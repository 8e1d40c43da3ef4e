"""The dataset as JSON-LD in the terms of schema.org and of DCAT 3, for pages on the web and for data catalogues."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...files.checksum import Digest
from . import linked_data
from .description import Description
from .document import Contents, Document, as_json, known, media_type

_CONTEXT = {
    "@vocab": "https://schema.org/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def _make(contents: Contents) -> bytes | None:
    if (about := contents.description) is None:
        return None
    files = [_file(path, digest) for path, digest in sorted(contents.files.items())]
    return as_json(
        {
            "@context": _CONTEXT,
            "@id": about.url or "./",
            "@type": ["Dataset", "dcat:Dataset"],
            "name": _in_languages(about.titles),
            **known(description=_in_languages(about.descriptions)),
            **linked_data.dataset(about),
            "license": {"@id": about.licence_url},
            "creator": [linked_data.maker(each) for each in about.makers],
            **_catalogued(about),
            "distribution": files,
            "dcat:distribution": [{"@id": each["@id"]} for each in files],
        }
    )


def _catalogued(about: Description) -> dict[str, Any]:
    """The same facts in the terms of DCAT."""
    period = {"dcat:startDate": _day(about.starts), "dcat:endDate": _day(about.ends)}
    covered = {name: day for name, day in period.items() if day}
    values = {
        "dct:title": _in_languages(about.titles),
        "dct:description": _in_languages(about.descriptions),
        "dct:license": {"@id": about.licence_url},
        "dct:issued": _day(about.day),
        "dct:temporal": {"@type": "dct:PeriodOfTime", **covered} if covered else None,
        "dcat:version": about.version,
        "dcat:landingPage": {"@id": about.url} if about.url else None,
    }
    return {name: value for name, value in values.items() if value}


def _file(path: str, digest: Digest) -> dict[str, Any]:
    return {
        "@id": path,
        "@type": ["DataDownload", "dcat:Distribution"],
        **linked_data.file(path, digest),
        "contentUrl": {"@id": path},
        "dcat:downloadURL": {"@id": path},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{media_type(path)}"},
        "dcat:byteSize": {"@value": str(digest.size), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": digest.sha256, "@type": "xsd:hexBinary"},
        },
    }


def _in_languages(texts: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"@value": text, "@language": language} for language, text in texts.items()]


def _day(value: object) -> dict[str, str] | None:
    return {"@value": str(value), "@type": "xsd:date"} if value else None


DOCUMENT = Document("dataset.jsonld", _make)
