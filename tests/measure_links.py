"""How much is left to do by hand after a list of thirty links was added: ``python tests/measure_links.py [NUMBER]``.

NUMBER lists of thirty pages are taken by chance from the sources of the corpus, and from the collected facts where they
are at hand; the definitions of those pages are taken out of the corpus first. A list of our own follows.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from statistics import median

import communique
from communique.adding.sources import Wishes
from support.folders import RECORDS
from support.link_lists import FIELDS, Found, added, listed_pages, own_list, random_lists


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")


def show(title: str, found: Sequence[Found]) -> None:
    """Print the figures of lists: the median, and the worst."""
    edits = [each.edits for each in found]
    marks, refused = sum(each.marks for each in found), sum(each.refused for each in found)
    say(f"{title}: {median(edits)} edits, at most {max(edits)}; {marks} marks and {refused} refused in all lists")
    for field in FIELDS:
        right, wrong = [each.right[field] for each in found], sum(each.wrong[field] for each in found)
        unknown = f"{median(each.unknown for each in found)} unknown, " if field == "type" else ""
        say(f"  {field}: {median(right)} right, at least {min(right)}; {unknown}{wrong} wrong in all lists")


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    corpus = communique.load(RECORDS)
    pages = listed_pages(corpus)
    for option, wishes in (("", Wishes()), (" with --type news", Wishes(type="news"))):
        lists = random_lists(pages, number)
        show(f"{number} lists of {len(pages)} pages{option}", [added(corpus, each, wishes) for each in lists])
        show(f"own list{option}", [added(corpus, own_list(), wishes)])


if __name__ == "__main__":
    main()
