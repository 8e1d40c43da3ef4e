"""Codelists about sources."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .codelist import Codelist, also


class SourceType(Codelist):
    """What kind of source it is, which says how near it stands to the event."""

    OFFICIAL = (
        "official",
        "Published by the announcer or by another public body.",
        also("government, ministry, primary, primary source, press release", "official website"),
    )
    STATE_MEDIA = (
        "state_media",
        "A news outlet that a state runs.",
        also("state-run media, state-owned media, government media, media"),
    )
    NEWS_AGENCY = (
        "news_agency",
        "An agency that supplies other outlets, or a licensed reprint of its report.",
        also("agency, wire, wire service, press agency, newswire"),
    )
    NEWS = (
        "news",
        "A newspaper, broadcaster or news site.",
        also("newspaper, media, press, broadcaster, magazine, article, news article", "news site"),
    )
    LAW_FIRM = "law_firm", "A note of a law firm to its clients.", also("lawyers, legal, client alert, solicitors")
    TRACKER = (
        "tracker",
        "A project that follows policy and keeps its own entries.",
        also("policy tracker, monitor, observatory"),
    )
    BLOG = (
        "blog",
        "A site of one author or a few, or a newsletter.",
        also("newsletter, substack, weblog, personal site"),
    )
    ACADEMIC = (
        "academic",
        "A paper or a book by scholars.",
        also("paper, journal, book, scholarly, university, research paper, preprint"),
    )
    THINK_TANK = "think_tank", "A note or study of a policy institute.", "0.2.0", also("policy institute, policy brief")
    REWRITE = "rewrite", "A retelling of another outlet's report.", also("retelling, paraphrase")
    MIRROR = "mirror", "A copy of another outlet's page on a domain that is not its own.", also("copy, repost")
    DATABASE = "database", "A structured collection of data.", also("dataset")
    SOCIAL = (
        "social",
        "A post on a social network.",
        also("social media, social network, twitter, tweet, weibo, wechat, linkedin", "facebook, post"),
    )
    UNKNOWN = (
        "unknown",
        "Nobody has said yet what kind of source it is.",
        "0.4.0",
        also("unclear, not known, unsure, undetermined"),
    )


class SourceOrigin(Codelist):
    """Whether a source says it of its own, or has it from another source."""

    OWN = (
        "own",
        "It has it from no other source: the text of whoever issued it, an agency's own report, research.",
        "0.3.0",
        also("original, primary, firsthand, independent"),
    )
    DERIVED = (
        "derived",
        "It copies, translates or retells another source, which `derived_from` names if it is known.",
        "0.3.0",
        also("copy, copied, translation, secondary, second hand, retold"),
    )
    UNKNOWN = (
        "unknown",
        "Nobody knows whether it has it of its own or from another source.",
        "0.3.0",
        also("unclear, not known, unsure"),
    )


ORIGINS: Mapping[SourceType, SourceOrigin] = MappingProxyType(
    {
        SourceType.OFFICIAL: SourceOrigin.OWN,
        SourceType.NEWS_AGENCY: SourceOrigin.OWN,
        SourceType.ACADEMIC: SourceOrigin.OWN,
        SourceType.STATE_MEDIA: SourceOrigin.UNKNOWN,
        SourceType.NEWS: SourceOrigin.UNKNOWN,
        SourceType.LAW_FIRM: SourceOrigin.UNKNOWN,
        SourceType.TRACKER: SourceOrigin.UNKNOWN,
        SourceType.BLOG: SourceOrigin.UNKNOWN,
        SourceType.THINK_TANK: SourceOrigin.UNKNOWN,
        SourceType.DATABASE: SourceOrigin.UNKNOWN,
        SourceType.REWRITE: SourceOrigin.DERIVED,
        SourceType.MIRROR: SourceOrigin.DERIVED,
        SourceType.SOCIAL: SourceOrigin.DERIVED,
        SourceType.UNKNOWN: SourceOrigin.UNKNOWN,
    }
)
"""The origin of a source that does not give it, by its type: no more than can be defended."""

COPIES = frozenset({SourceType.REWRITE, SourceType.MIRROR})
"""The types of sources that derive from another one, whatever they give as their origin."""


class SourceAccess(Codelist):
    """How much of the source the curator has read."""

    FULL_TEXT = "full_text", "All of it.", also("full, complete, whole, entire, all")
    EXCERPT = (
        "excerpt",
        "A part of it, such as the start of the page.",
        also("partial, part, abstract, snippet, extract"),
    )
    HEADLINE = "headline", "Its title only.", also("title, title only, headline only")
    NOT_READ = (
        "not_read",
        "Nothing of it; it is known through a copy of it or a mention.",
        "0.2.0",
        also("none, unread, not seen"),
    )


class TitleBasis(Codelist):
    """Where the title of a source comes from."""

    AS_PRINTED = (
        "as_printed",
        "From the source itself.",
        "0.2.0",
        also("printed, original, verbatim, as published, exact"),
    )
    RECONSTRUCTED = (
        "reconstructed",
        "From the address or from a search result; capitals and punctuation are approximate.",
        "0.2.0",
        also("approximate, guessed, from url, inferred"),
    )


class CreditRole(Codelist):
    """What somebody is credited for."""

    PHOTO = "photo", "The picture.", also("photographer, photograph, picture, image")
    AGENCY = "agency", "The agency report that the text is built on.", also("news agency, wire, wire service")
    TRANSLATION = "translation", "The translation.", also("translator, translated by")
    EDITING = "editing", "The editing.", also("editor, edited by")
    OTHER = "other", "Something else; the name says what.", also("misc, miscellaneous")


class TextNormalization(Codelist):
    """How a text was made uniform before it was counted and digested."""

    NFC_SINGLE_SPACE = (
        "nfc_single_space",
        "Unicode NFC, then every run of White_Space characters made one space, then trimmed.",
        "0.1.0",
        "NFC, single spaces",
        also("nfc, single space, nfc and single spaces"),
    )
    NFC_CJK_UNSPACED = (
        "nfc_cjk_unspaced",
        "As nfc_single_space, and then no space between characters of Chinese or Japanese, where it is a broken line.",
        "0.2.1",
        "NFC, single spaces, none in Chinese and Japanese",
        also("cjk, chinese, japanese, nfc without spaces in chinese"),
    )
