"""Texts that match a pattern: ids, language tags, digests, addresses.

Each becomes a definition of its own in the schema, with a title that messages use ("expected an id, such as ...").
"""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType

from . import edtf
from .pattern import Help, Pattern

_SLUG = Pattern("^[a-z0-9]+(-[a-z0-9]+)*$", 100)
_SEMVER = "^(0|[1-9][0-9]*)[.](0|[1-9][0-9]*)[.](0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?$"

Id = TypeAliasType(
    "Id",
    Annotated[
        str,
        _SLUG,
        Help("an id has lower-case letters, digits and single hyphens, like cn-waico-proposal-2025"),
        Field(
            title="an id",
            description="A readable name in lower-case letters, digits and single hyphens, unique in the corpus. "
            "It is never reused and never given to something else.",
            examples=["cn-waico-proposal-2025"],
        ),
    ],
)
LocalId = TypeAliasType(
    "LocalId",
    Annotated[
        str,
        _SLUG,
        Help("an id has lower-case letters, digits and single hyphens, like seat-shanghai"),
        Field(
            title="a local id",
            description="A readable name in lower-case letters, digits and single hyphens, unique in its record.",
            examples=["seat-shanghai"],
        ),
    ],
)
CommitmentId = TypeAliasType(
    "CommitmentId",
    Annotated[
        str,
        Pattern("^[a-z0-9]+(-[a-z0-9]+)*#[a-z0-9]+(-[a-z0-9]+)*$", 201),
        Help(
            "use the id of its announcement, # and the name of the commitment there, as in us-eo-14179-2025#action-plan"
        ),
        Field(
            title="the id of a commitment",
            description="The id of an announcement, `#`, and the local id of a commitment in it.",
            examples=["us-eo-14179-2025#action-plan"],
        ),
    ],
)
EdtfDate = TypeAliasType(
    "EdtfDate",
    Annotated[
        edtf.EdtfDate,
        Help(
            'give only what the source states, in quotes, as "2025-07-26", "2025-07" or "2025"; with ~ '
            "if it is approximate, such as 2025~; with / for an interval, such as 2026-04-01/2026-06-30; "
            "with .. for an open start, such as ../2026"
        ),
        Field(
            title="a date in EDTF",
            description="A date in EDTF (ISO 8601-2), level 0 or 1: 2025-07-26, 2025-07, 2025, with a time "
            "2025-07-26T14:06:00+03:00, an interval 2025-07-26/2025-07-28, open 2025-08/.., uncertain 2025-07?, "
            "approximate 2025~, unspecified 202X. In YAML, write it in quotes.",
            examples=["2025-07-26"],
        ),
    ],
)
TimeZone = TypeAliasType(
    "TimeZone",
    Annotated[
        str,
        Pattern("^[A-Z][A-Za-z0-9]*([_+/-][A-Za-z0-9]+)*$", 50),
        Help("use its name in the IANA time zone database, such as America/New_York or Asia/Shanghai"),
        Field(
            title="the name of a time zone",
            description="A time zone by the name of a place in the IANA time zone database: America/New_York, "
            "Asia/Shanghai. Or UTC.",
            examples=["America/New_York"],
        ),
    ],
)
Duration = TypeAliasType(
    "Duration",
    Annotated[
        str,
        Pattern("^P([0-9]+Y([0-9]+M)?([0-9]+D)?|[0-9]+M([0-9]+D)?|[0-9]+D|[0-9]+W)$"),
        Help("use P, a number, and D for days, W for weeks, M for months or Y for years, such as P3D for three days"),
        Field(
            title="an ISO 8601 duration of whole days, weeks, months or years",
            description="A span of time in ISO 8601: P3D is three days, P2W two weeks, P1Y6M a year and a half.",
            examples=["P3D"],
        ),
    ],
)
LanguageTag = TypeAliasType(
    "LanguageTag",
    Annotated[
        str,
        Pattern("^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[a-z0-9]{5,8})*$"),
        Help("use a language tag, such as en for English, fr for French, zh-Hans for Chinese in simplified characters"),
        Field(
            title="a BCP 47 language tag",
            description="A language by BCP 47: en, fr, zh-Hans (Chinese in simplified characters), pt-BR.",
            examples=["en"],
        ),
    ],
)
CountryCode = TypeAliasType(
    "CountryCode",
    Annotated[
        str,
        Pattern("^[A-Z]{2}$"),
        Help("use the two capital letters of ISO 3166-1, such as CN for China"),
        Field(
            title="an ISO 3166-1 country code",
            description="A country by its two capital letters in ISO 3166-1. In YAML, write NO in quotes.",
            examples=["CN"],
        ),
    ],
)
SubdivisionCode = TypeAliasType(
    "SubdivisionCode",
    Annotated[
        str,
        Pattern("^[A-Z]{2}-[A-Z0-9]{1,3}$"),
        Help(
            "use the code of ISO 3166-2: the country code, a hyphen and the subdivision, such as US-CA for California"
        ),
        Field(
            title="an ISO 3166-2 subdivision code",
            description="A state, province or region by ISO 3166-2: the letters of its country, a hyphen, its own.",
            examples=["US-CA"],
        ),
    ],
)
CurrencyCode = TypeAliasType(
    "CurrencyCode",
    Annotated[
        str,
        Pattern("^[A-Z]{3}$"),
        Help("use the three capital letters of ISO 4217, such as EUR for the euro"),
        Field(
            title="an ISO 4217 currency code",
            description="A currency by its three capital letters in ISO 4217.",
            examples=["EUR"],
        ),
    ],
)
Digest = TypeAliasType(
    "Digest",
    Annotated[
        str,
        Pattern("^sha256:[0-9a-f]{64}$"),
        Help("use sha256: and 64 lower-case hexadecimal digits, as `communique cite` prints them"),
        Field(
            title="a SHA-256 digest",
            description="`sha256:` and 64 lower-case hexadecimal digits, over the UTF-8 form of the normalised text.",
            examples=["sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
        ),
    ],
)
Url = TypeAliasType(
    "Url",
    Annotated[
        str,
        Pattern('^https?://[^ \t\r\n"<>]+$', 2000),
        Help("use the full address, with http:// or https:// and without spaces"),
        Field(
            title="a web address",
            description="An address that begins with https:// or http:// and has no spaces.",
            examples=["https://example.org/news/1"],
        ),
    ],
)
SemVer = TypeAliasType(
    "SemVer",
    Annotated[
        str,
        Pattern(_SEMVER),
        Help("use three numbers with points between them, such as 1.4.0"),
        Field(
            title="a version number",
            description="A version by Semantic Versioning: major.minor.patch.",
            examples=["0.1.0"],
        ),
    ],
)
FieldName = TypeAliasType(
    "FieldName",
    Annotated[
        str,
        Pattern("^[a-z]+(_[a-z]+)*$"),
        Help("use the name of a field of a record: lower-case letters, and underscores between words"),
        Field(
            title="a field name", description="The name of a field, as it is written in a record.", examples=["date"]
        ),
    ],
)
Namespace = TypeAliasType(
    "Namespace",
    Annotated[
        str,
        Pattern("^[a-z][a-z0-9]*([._-][a-z0-9]+)*$"),
        Help("use a short name in lower-case letters; join its parts with a point, a hyphen or an underscore"),
        Field(
            title="a namespace",
            description="Whose extension it is: a short lower-case name.",
            examples=["example.org"],
        ),
    ],
)
Line = TypeAliasType(
    "Line",
    Annotated[
        str,
        Pattern("^[^ \t\r\n][^\r\n]*$"),
        Help("use text on one line, without a space at the beginning"),
        Field(
            title="text on one line",
            description="Text without line breaks that begins with something other than a space.",
            examples=["World AI Conference"],
        ),
    ],
)
Text = TypeAliasType(
    "Text",
    Annotated[
        str,
        Pattern("^[^ \t\r\n]"),
        Help("use text that is not empty, without a space or line break at the beginning"),
        Field(
            title="text",
            description="Text that is not empty and does not begin with a space or a line break.",
            examples=["A sentence or two in our own words."],
        ),
    ],
)
LocalizedLine = TypeAliasType(
    "LocalizedLine",
    Annotated[
        dict[LanguageTag, Line],
        Field(
            title="text by language",
            description="The same one-line text in one or more languages, each under its BCP 47 tag.",
            examples=[{"en": "China", "zh-Hans": "中国"}],
            min_length=1,
        ),
    ],
)
LocalizedText = TypeAliasType(
    "LocalizedText",
    Annotated[
        dict[LanguageTag, Text],
        Field(
            title="text by language",
            description="The same text in one or more languages, each under its BCP 47 tag.",
            examples=[{"en": "A sentence or two in our own words."}],
            min_length=1,
        ),
    ],
)


def is_id(text: str) -> bool:
    """Whether the text is written as an id.

    >>> is_id("cn-waico-proposal-2025"), is_id("CN WAICO")
    (True, False)
    """
    return _SLUG.matches(text)


def commitment_parts(commitment: str) -> tuple[str, str]:
    """The id of the announcement and the local id, of the id of a commitment.

    >>> commitment_parts("us-eo-14179-2025#action-plan")
    ('us-eo-14179-2025', 'action-plan')
    """
    announcement, _, local = commitment.partition("#")
    return announcement, local


def main_language(texts: Mapping[str, str]) -> str | None:
    """The language to show when only one can be shown: English if there is any, else the first; None without texts."""
    return "en" if "en" in texts else next(iter(texts), None)


def main_text(texts: Mapping[str, str] | None) -> str:
    """The text in that language; nothing if there is none."""
    return texts[main_language(texts) or ""] if texts else ""
