"""A library of Zotero, exported as CSV: its items, as sources."""

from __future__ import annotations

from ..layout import SOURCE, Layout, always

LAYOUT = Layout(
    name="zotero",
    title="a CSV file of Zotero",
    namespace="zotero",
    gives=SOURCE,
    suffixes=(".csv",),
    signature=frozenset({"Key", "Item Type", "Title", "Url", "Publication Title", "Abstract Note"}),
    fields=always(
        {
            "Item Type": "type", "Title": "title", "Url": "url", "DOI": "doi", "Author": "authors", "Date": "published",
            "Language": "language", "Publication Title": "publisher",
            "Publisher": "publisher",
        }
    ),
    dropped={
        "Abstract Note": "the text of somebody else",
        "Notes": "private notes",
        "File Attachments": "paths on somebody's machine",
        "Publication Year": "the same as in Date",
    },
    key="Key",
    prefix="zotero",
    types={
        "newspaperArticle": "news", "journalArticle": "academic", "conferencePaper": "academic", "thesis": "academic",
        "preprint": "academic", "blogPost": "blog", "statute": "official", "bill": "official", "hearing": "official",
        "dataset": "database", "forumPost": "social",
    },
)  # fmt: skip
