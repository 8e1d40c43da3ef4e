"""Words by which a sentence rests on a source that it does not name: officials said, according to a summary."""

from __future__ import annotations

from ..lazy import lazy_pattern

_PEOPLE = (
    "officials|sources|analysts|experts|critics|observers|organisers|organizers|ministers|diplomats|lawmakers|"
    "researchers|campaigners"
)
_ONE = (
    "an? (?:official|spokes(?:man|woman|person)|source|person)(?: (?:for|from|of|at|with|familiar with) [^,.;]{2,40}?)?"
)
_SAY = "said|say|says|believe|believed|argue|argued|think|warn|warned|reported"
_SOURCE = lazy_pattern(
    r"(?i)\baccording to [^,.;]{2,60}|\bit (?:is|was|has been) (?:reported|said|understood|believed|alleged) that\b|"
    r"\b(?:is|are|was|were) (?:said|reported|believed|understood|thought|alleged|rumou?red) to\b|"
    r"\breportedly\b|\ballegedly\b|"
    rf"\b(?:(?:some|many|several|senior|government|unnamed) )*(?:{_PEOPLE}|{_ONE}) (?:{_SAY})\b|"
    r"据[^，。]{0,12}(?:报道|介绍|悉|称|透露|消息)"
)


def unnamed_source(text: str) -> str:
    """The words of a text that put it on a source without a name; empty if there are none.

    >>> unnamed_source("The plan is late, officials said.")
    'officials said'
    """
    match = _SOURCE.search(text)
    return match[0] if match else ""
