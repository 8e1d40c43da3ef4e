"""Codelists about assertions: how they rank, how firm they are, how they were put."""

from __future__ import annotations

from .codelist import Codelist


class Rank(Codelist):
    """Which of several competing values to show. The way Wikidata keeps disagreement without hiding it."""

    PREFERRED = "preferred", "The value to show when only one can be shown."
    NORMAL = "normal", "A value like any other; what counts when nothing is said."
    DEPRECATED = "deprecated", "A value that a source gives and that is held to be wrong; the note says why."


class Confidence(Codelist):
    """How sure the curator is that the assertion is true."""

    VERIFIED = "verified", "Confirmed by an official text or by sources that do not depend on each other."
    LIKELY = "likely", "Well supported, but not confirmed."
    UNCERTAIN = "uncertain", "Thinly supported."
    DISPUTED = "disputed", "Sources contradict each other and the matter is not settled."


class Modality(Codelist):
    """How firmly something is put."""

    ASSERTED = "asserted", "Put as a fact: it is so, it was done."
    PLANNED = "planned", "Intended, with no condition named."
    CONDITIONAL = "conditional", "To happen only if something else does."
    UNDER_CONSIDERATION = "under_consideration", "Being weighed; no decision taken."
    HYPOTHETICAL = "hypothetical", "A thought of what might be."
    DENIED = "denied", "Said not to be so."


class StatementNature(Codelist):
    """Whose words a statement stands on."""

    REPORTED_FACT = "reported_fact", "Something that the source tells as having happened or being so."
    OFFICIAL_TEXT = "official_text", "What an official document says, in a source that reproduces or renders it."
    ATTRIBUTED_STATEMENT = "attributed_statement", "What somebody said, according to the source."
    INFERENCE = "inference", "A conclusion that the source or the curator draws; `speaker` says who draws it."
    CONTEXT = "context", "Background that helps the reader and is no part of the announcement."


class SpeechAct(Codelist):
    """What the speaker does by saying it."""

    PROPOSES = "proposes", "Puts something forward for others to accept."
    CALLS_FOR = "calls_for", "Asks others to act."
    ANNOUNCES = "announces", "Makes a decision or an event known."
    COMMITS = "commits", "Takes a duty upon itself."
    OFFERS = "offers", "Says that it is ready to give or share something."
    PUBLISHES = "publishes", "Brings out a text."
    ADOPTS = "adopts", "Decides by its own authority that something holds."
    SIGNS = "signs", "Puts its name to a text."
    INVITES = "invites", "Asks others to take part."
    ENDORSES = "endorses", "Supports what another has put forward."
    WARNS = "warns", "Points to a danger."
    CRITICISES = "criticises", "Finds fault with somebody or something."
    REJECTS = "rejects", "Says no to what another has put forward."
    WITHDRAWS = "withdraws", "Takes back what it had put forward or promised."
    ASSESSES = "assesses", "Judges how things stand."
    REPORTS = "reports", "Tells what is or was."


class Comparator(Codelist):
    """How a number relates to the true count, as far as the source says."""

    EXACTLY = "exactly", "The source says that it is this number and no other."
    UNQUALIFIED = "unqualified", "The source gives the bare number and no hint of how exact it is."
    MORE_THAN = "more_than", "Above this number (over, more than)."
    AT_LEAST = "at_least", "This number or above."
    LESS_THAN = "less_than", "Below this number (under, fewer than)."
    AT_MOST = "at_most", "This number or below (up to)."
    ABOUT = "about", "Near this number (about, roughly, some)."
    BETWEEN = "between", "From this number to `upper`, both included."


class RelationType(Codelist, list_name="relation"):
    """How the announcement, or its subject, relates to the target."""

    RESPONDS_TO = "responds_to", "Was made as an answer to the target; only when a source says so."
    FOLLOWS = "follows", "Came after the target in time; nothing is said about why."
    PRECEDES = "precedes", "Came before the target in time; nothing is said about why."
    IMPLEMENTS = "implements", "Carries out what the target asked for or promised."
    SUPERSEDES = "supersedes", "Takes the place of the target."
    AMENDS = "amends", "Changes parts of the target."
    REPEALS = "repeals", "Ends the force of the target."
    BASED_ON = "based_on", "Builds on the target's ideas or text."
    CONTRASTS_WITH = "contrasts_with", "Takes another line than the target."
    PART_OF = "part_of", "Belongs to the target as a part to a whole."
    SAME_EVENT = "same_event", "Was made at the same event as the target."
    REAFFIRMS = "reaffirms", "Says again what the target said.", "0.2.0"
    FULFILS = "fulfils", "Completes what the target promised."
    REPORTS_ON = "reports_on", "Tells about the target."


class RelationBasis(Codelist):
    """Who says that the relation holds."""

    STATED = "stated", "The announcer says so."
    REPORTED = "reported", "A source says so, the announcer does not."
    INFERRED = "inferred", "The curator concludes it; the note says from what."
