"""What a page has around an article and in between: navigation, labels, notes of the editors, small print."""

from __future__ import annotations

from collections.abc import Iterable

from ..lazy import lazy_pattern

_LONGEST_LABEL = 120
_FEWEST_LETTERS = 8
_BEGINNING = lazy_pattern(
    r"(?i)(?:[•*>–-] ?)?(?:skip to|jump to|back to top|we use cookies|this (?:site|page) uses cookies|"
    r"accept all|read more|read also|read next|see also|click here|sign up|subscribe|log ?in\b|register (?:now|here)|"
    r"share this|share (?:on|via)|follow us|print this|listen to this|reading time|advertisement\b|advertisement?$|"
    r"all rights reserved|(?:©|\(c\)|copyright) ?(?:19|20)|terms of (?:use|service)|privacy policy|"
    r"correction:|corrections?:|clarification:|editor[’']s note|this (?:article|story|interview|post|page|report|piece|"
    r"text|transcript) (?:has been|was|is) (?:edited|updated|corrected|amended|translated|generated|condensed)|"
    r"an earlier version of this|this (?:alert|publication|article|newsletter|update|material|memo) is "
    r"(?:for|intended|provided|not)\b|attorney advertising|nothing in this (?:alert|article|publication)|"
    r"(?:if you have|for) (?:any |more |further )?(?:questions?|information)\b[^.]{0,60}\b(?:contact|call|visit|mail)|"
    r"(?:media|press) (?:contacts?|enquiries|inquiries)|contacts? for (?:the )?(?:media|press)|"
    r"[^.]{0,80}\bcontributed to this (?:report|story|article)|"
    r"责任编辑|编辑[:：]|相关阅读|版权所有|点击|扫码)"
)
_CHAIN_OF_LINKS = lazy_pattern(r"[^.!?0-9]{2,40}(?: [>»|/·›] [^.!?0-9]{1,40}){1,9}")
_RIGHTS = lazy_pattern(r"(?i)\ball rights reserved\b|\bcookies?\b[^.]{0,60}\b(?:browser|experience|consent|partners)\b")
_RELATED = lazy_pattern(
    r"(?i)(?:related|most (?:viewed|read|popular|recent)|more (?:from|on|stories|news|about)|recommended|"
    r"you (?:may|might) also|latest (?:news|stories|posts)|trending|top stories|相关新闻|延伸阅读)\b[^.!?]{0,60}"
)
_LABEL = lazy_pattern(
    r"(?i)(?:embargo(?:ed)?\b.*|for (?:immediate|general) (?:release|publication).*|not for publication.*|"
    r"(?:[\w’' -]{1,40} [-–—|:] ?)?(?:press|news|media) (?:release|statement|room)|client alert|"
    r"legal (?:alert|update)|news alert|newsletter|breaking(?: news)?|exclusive|opinion|"
    r"analysis|statement|speech|news|announcements?|blog|"
    r"(?:the )?(?:government|ministry|department|office|embassy|permanent mission|secretariat) (?:of|for|to)"
    r"(?: (?:of|and|for|the|to|on|(?-i:[A-Z])[\w’'-]*),?){1,12}|(?:press|news|media) release\b.{0,40}|"
    r"(?:corrected|updated?)\b:?.{0,20})"
)


def is_furniture(line: str) -> bool:
    """Whether a line or a sentence is about the page and not a part of what the article tells.

    >>> is_furniture("© 2025 Example Inc."), is_furniture("Home > News > Europe"), is_furniture("Copyright is a right.")
    (True, True, False)
    """
    short = line[:_LONGEST_LABEL]
    return (
        _BEGINNING.match(short) is not None
        or _RIGHTS.search(short) is not None
        or (len(line) <= _LONGEST_LABEL and _CHAIN_OF_LINKS.fullmatch(line) is not None)
    )


def begins_links(line: str) -> bool:
    """Whether a line is the heading over links to other articles."""
    return len(line) <= _LONGEST_LABEL and _RELATED.fullmatch(line) is not None


def is_label(line: str) -> bool:
    """Whether a line above an article says what kind of text it is, and not what it is about."""
    return _LABEL.fullmatch(line[: 2 * _LONGEST_LABEL]) is not None or is_furniture(line)


def without_links(lines: Iterable[str]) -> list[bool]:
    """For each line, whether it belongs to the article, and not to the links under a heading for them."""
    kept, in_links = [], False
    for line in lines:
        closes = in_links and line.endswith((".", "。", "”", '"')) and line.count(" ") >= _FEWEST_LETTERS
        in_links = begins_links(line) or (in_links and not closes)
        kept.append(not in_links and not is_furniture(line))
    return kept
