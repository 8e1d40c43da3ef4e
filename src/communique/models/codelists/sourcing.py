"""Codelists about sources."""

from __future__ import annotations

from .codelist import Codelist


class SourceType(Codelist):
    """What kind of source it is, which says how near it stands to the event."""

    OFFICIAL = "official", "Published by the announcer or by another public body."
    STATE_MEDIA = "state_media", "A news outlet that a state runs."
    NEWS_AGENCY = "news_agency", "An agency that supplies other outlets, or a licensed reprint of its report."
    NEWS = "news", "A newspaper, broadcaster or news site."
    LAW_FIRM = "law_firm", "A note of a law firm to its clients."
    TRACKER = "tracker", "A project that follows policy and keeps its own entries."
    BLOG = "blog", "A site of one author or a few, or a newsletter."
    ACADEMIC = "academic", "A paper or a book by scholars."
    THINK_TANK = "think_tank", "A note or study of a policy institute.", "0.2.0"
    REWRITE = "rewrite", "A retelling of another outlet's report."
    MIRROR = "mirror", "A copy of another outlet's page on a domain that is not its own."
    DATABASE = "database", "A structured collection of data."
    SOCIAL = "social", "A post on a social network."


class SourceAccess(Codelist):
    """How much of the source the curator has read."""

    FULL_TEXT = "full_text", "All of it."
    EXCERPT = "excerpt", "A part of it, such as the start of the page."
    HEADLINE = "headline", "Its title only."
    NOT_READ = "not_read", "Nothing of it; it is known through a copy of it or a mention.", "0.2.0"


class TitleBasis(Codelist):
    """Where the title of a source comes from."""

    AS_PRINTED = "as_printed", "From the source itself.", "0.2.0"
    RECONSTRUCTED = (
        "reconstructed",
        "From the address or from a search result; capitals and punctuation are approximate.",
        "0.2.0",
    )


class CreditRole(Codelist):
    """What somebody is credited for."""

    PHOTO = "photo", "The picture."
    AGENCY = "agency", "The agency report that the text is built on."
    TRANSLATION = "translation", "The translation."
    EDITING = "editing", "The editing."
    OTHER = "other", "Something else; the name says what."


class TextNormalization(Codelist):
    """How a text was made uniform before it was counted and digested."""

    NFC_SINGLE_SPACE = (
        "nfc_single_space",
        "Unicode NFC, then every run of White_Space characters made one space, then trimmed.",
        "0.1.0",
        "NFC, single spaces",
    )
    NFC_CJK_UNSPACED = (
        "nfc_cjk_unspaced",
        "As nfc_single_space, and then no space between characters of Chinese or Japanese, where it is a broken line.",
        "0.2.1",
        "NFC, single spaces, none in Chinese and Japanese",
    )
