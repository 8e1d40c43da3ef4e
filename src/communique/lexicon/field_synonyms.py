"""The names that people give to fields, and the fields that hold such things here."""

from __future__ import annotations

FIELD_WORDS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("event", "meeting", "conference", "summit", "session"), ("occasion",)),
    **dict.fromkeys(("events", "meetings", "conferences"), ("occasions",)),
    **dict.fromkeys(("numbers", "figures", "statistics", "stats", "amounts", "counts", "metrics"), ("quantities",)),
    **dict.fromkeys(("amount", "number", "count", "figure", "quantity"), ("value", "quantities")),
    **dict.fromkeys(("lower", "min", "minimum", "least"), ("value",)),
    **dict.fromkeys(("max", "maximum", "most", "higher"), ("upper",)),
    **dict.fromkeys(("currency", "units", "unit_of_measure"), ("unit",)),
    **dict.fromkeys(("operator", "qualifier", "approximation", "precision"), ("comparator",)),
    **dict.fromkeys(("url", "link", "href", "uri", "web", "website", "web_address", "address"), ("url", "sources")),
    **dict.fromkeys(("archive", "archived", "archive_url", "wayback"), ("archived_url",)),
    **dict.fromkeys(("date", "day", "when", "datetime"), ("dates", "published", "as_of", "value", "date")),
    **dict.fromkeys(("publication_date", "date_published", "published_on", "published_at"), ("published", "dates")),
    **dict.fromkeys(("accessed", "access_date", "retrieved_on", "date_accessed", "read_on"), ("retrieved",)),
    **dict.fromkeys(("deadline", "signed", "adopted", "announced", "in_force", "entry_into_force"), ("dates",)),
    **dict.fromkeys(("speaker", "speakers", "said_by", "by", "who"), ("speaker", "actor", "roles", "actors")),
    **dict.fromkeys(("author", "writer", "byline"), ("authors", "speaker", "roles")),
    **dict.fromkeys(("signatories", "participants", "announcer", "host", "people", "persons"), ("roles",)),
    **dict.fromkeys(("person", "organisation", "organization", "institution"), ("actor", "roles", "actors")),
    **dict.fromkeys(("organizer", "organiser", "organizers", "organized_by"), ("organisers",)),
    **dict.fromkeys(("outlet", "newspaper", "site", "medium"), ("publisher",)),
    **dict.fromkeys(("quote", "quotation", "excerpt", "citation_text"), ("quote", "evidence")),
    **dict.fromkeys(("wording", "stated", "original_wording"), ("as_stated", "published_as_stated", "evidence")),
    **dict.fromkeys(("source", "sources", "citation", "citations", "reference", "references", "proof"), (
        "evidence", "sources", "source",
    )),
    **dict.fromkeys(("name", "headline", "heading", "title"), ("title", "name", "subject", "venue", "part")),
    **dict.fromkeys(("description", "abstract", "details", "content", "body"), ("summary", "description", "text")),
    **dict.fromkeys(("text", "statement", "claim", "message"), ("text", "statements", "summary", "description")),
    **dict.fromkeys(("comment", "comments", "remark", "remarks", "notes"), ("note",)),
    **dict.fromkeys(("where", "location", "venue", "city", "country", "locality"), ("place", "city", "country")),
    **dict.fromkeys(("state", "province", "region"), ("subdivision", "place")),
    **dict.fromkeys(("type", "category", "kind_of"), ("types", "type", "nature", "role", "name")),
    **dict.fromkeys(("tags", "keywords", "subjects", "themes", "tag"), ("topics",)),
    **dict.fromkeys(("certainty", "reliability", "sure"), ("confidence",)),
    **dict.fromkeys(("priority", "preferred"), ("rank",)),
    **dict.fromkeys(("aliases", "alias", "aka", "abbreviation", "acronym", "short_name"), ("other_names",)),
    **dict.fromkeys(("parent", "belongs_to", "member_of"), ("part_of",)),
    **dict.fromkeys(("old_ids", "previous_ids", "merged_ids"), ("former_ids",)),
    **dict.fromkeys(("copy_of", "based_on", "translation_of", "original"), ("derived_from",)),
    **dict.fromkeys(("related", "links", "follows", "responds_to", "relationships"), ("relations",)),
    **dict.fromkeys(("law", "act", "bill", "document", "instrument"), ("instrument", "about", "instruments")),
    **dict.fromkeys(("laws", "acts", "bills", "documents", "treaties"), ("instruments",)),
    **dict.fromkeys(("actions", "decisions", "outcomes", "results"), ("measures",)),
    **dict.fromkeys(("quotes", "claims", "points", "remarks_made"), ("statements",)),
    **dict.fromkeys(("properties", "details_of", "features"), ("attributes",)),
    **dict.fromkeys(("attendance", "mode", "format"), ("attendance_mode",)),
    **dict.fromkeys(("legal_force", "binding", "legal_status"), ("bindingness",)),
    **dict.fromkeys(("missing", "gaps", "unknowns", "not_known"), ("unknown",)),
    **dict.fromkeys(("history", "changes", "changelog", "versions"), ("revisions",)),
    **dict.fromkeys(("page", "section", "paragraph", "pages"), ("locator",)),
    **dict.fromkeys(("audience", "recipients", "to"), ("addressees",)),
    **dict.fromkeys(("qid", "wikidata", "doi", "isbn", "identifier"), ("identifiers",)),
    **dict.fromkeys(("licence", "license"), ("licence",)),
}  # fmt: skip
"""By an everyday word, the fields that may hold what it means; the first that an object has is the one."""

ELSEWHERE: dict[str, str] = {
    **dict.fromkeys(
        ("conflicts", "conflict", "contradictions", "disagreements", "disputes", "rivals", "alternatives"),
        "of two values that contradict each other, give both in the same list, each with its evidence and a rank",
    ),
    **dict.fromkeys(
        ("quote", "quotation", "excerpt"), "the words themselves stand under quote, in an item of the evidence"
    ),
    **dict.fromkeys(("url", "link", "website"), "addresses stand under url, in an item of sources"),
    **dict.fromkeys(("speaker", "said_by"), "who says something stands under speaker, in an item of statements"),
}
"""What to do about a word for which an object has no field, since such things stand in another place."""
