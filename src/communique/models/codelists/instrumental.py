"""Codelists about instruments, what is done to them and where they stand."""

from __future__ import annotations

from .codelist import Codelist


class InstrumentType(Codelist):
    """What kind of thing an instrument is."""

    INTERNATIONAL_ORGANISATION = "international_organisation", "An organisation that states found together."
    BODY = "body", "A committee, panel, institute, office or agency."
    NETWORK = "network", "A loose union of bodies that keep their independence."
    TREATY = "treaty", "An agreement that binds states under international law."
    LAW = "law", "A statute passed by a legislature."
    BILL = "bill", "A draft law, put before the body that decides.", "0.2.0"
    EXECUTIVE_ORDER = "executive_order", "An order of a head of state or government."
    REGULATION = "regulation", "Binding rules of general reach below or beside a statute."
    RULE = "rule", "Binding rules that an agency makes under a statute."
    GUIDANCE = "guidance", "Advice of a regulator on how to follow the rules."
    CODE_OF_PRACTICE = "code_of_practice", "Conduct that those who join promise to keep."
    DECLARATION = "declaration", "A text of principles or intentions with names under it."
    INITIATIVE = "initiative", "Ideas that one actor puts forward for others to take up.", "0.2.0"
    COMMITMENT = "commitment", "A promise of companies or governments, each for itself.", "0.2.0"
    MEMORANDUM = "memorandum", "An understanding between a few, signed, without the force of a treaty.", "0.2.0"
    FRAMEWORK = "framework", "Several texts or steps that belong together under one name.", "0.2.0"
    RESOLUTION = "resolution", "A decision of an assembly or council."
    ACTION_PLAN = "action_plan", "A list of steps to be taken."
    STRATEGY = "strategy", "Goals and priorities for several years."
    PROGRAMME = "programme", "A set of activities with its own means."
    FUND = "fund", "Money set apart for a purpose."
    STANDARD = "standard", "A technical or management standard."
    REPORT = "report", "A text of findings."
    EXPORT_CONTROL = "export_control", "Limits on what may be sold or sent abroad."
    LICENCE = "licence", "A permission for somebody to do what is otherwise not allowed."
    PARTNERSHIP = "partnership", "A lasting union of public and private bodies for a purpose.", "0.2.0"
    COMMUNITY = "community", "People or projects that work together in the open, without a founding text."
    DIALOGUE = "dialogue", "A standing series of talks."
    SUMMIT = "summit", "A meeting of leaders, as a thing that is planned, moved or called off."
    OTHER = "other", "None of the other codes fits; the description says what it is."


class Action(Codelist):
    """What is done to an instrument."""

    ESTABLISH = "establish", "It is brought into being, or that is proposed (see stage and modality)."
    INTRODUCE = "introduce", "A draft of it is put before the body that decides.", "0.2.0"
    ADOPT = "adopt", "The body that decides says yes."
    PUBLISH = "publish", "Its text comes out."
    SIGN = "sign", "Somebody puts their name to it."
    OPEN_FOR_SIGNATURE = "open_for_signature", "From now on it can be signed.", "0.2.0"
    RATIFY = "ratify", "A state confirms that it will be bound."
    BRING_INTO_FORCE = "bring_into_force", "It, or a part of it, begins to count.", "0.2.0"
    LAUNCH = "launch", "It starts its work.", "0.2.0"
    CONVENE = "convene", "It meets.", "0.2.0"
    APPOINT = "appoint", "Its members or its head are named.", "0.2.0"
    GRANT = "grant", "A licence is given or promised.", "0.2.0"
    AMEND = "amend", "Parts of it are changed."
    POSTPONE = "postpone", "Its day is moved back."
    SUSPEND = "suspend", "It is not applied for the time being.", "0.2.0"
    REPEAL = "repeal", "A legislature or a successor text ends it."
    REVOKE = "revoke", "The authority that made it takes it back."
    RENAME = "rename", "It goes on under another name."
    FUND = "fund", "Money is given or promised to it."
    JOIN = "join", "Somebody becomes a member or a party."
    IMPLEMENT = "implement", "It is carried out."
    ENFORCE = "enforce", "It is applied to somebody who did not keep it."


class Stage(Codelist):
    """Where an instrument stands after what was done to it."""

    IDEA = "idea", "Spoken of; nobody has put it forward formally."
    ANNOUNCED = "announced", "Decided or promised by those who can bring it about; nothing is set up yet.", "0.2.0"
    PROPOSED = "proposed", "Put forward by somebody who could bring it about."
    UNDER_CONSULTATION = "under_consultation", "Views on a draft are being gathered."
    UNDER_DELIBERATION = "under_deliberation", "Before the body that decides."
    PUBLISHED = "published", "Its text is out; no further decision is needed or none has been taken."
    ADOPTED = "adopted", "Decided; not yet in force, or meant to have none."
    OPEN_FOR_SIGNATURE = "open_for_signature", "Can be signed, not yet in force.", "0.2.0"
    SIGNED = "signed", "Signed, not yet in force."
    IN_FORCE_PARTIALLY = "in_force_partially", "Parts of it count already."
    IN_FORCE = "in_force", "It counts, it exists, it works."
    POSTPONED = "postponed", "Moved to a later day or to no day at all."
    SUSPENDED = "suspended", "In being, and not applied for the time being.", "0.2.0"
    FULFILLED = "fulfilled", "Done with: what it asked for has been done."
    LAPSED = "lapsed", "Ended by its own terms or by time."
    WITHDRAWN = "withdrawn", "Taken back by those who put it forward."
    REJECTED = "rejected", "The body that decides said no."
    SUPERSEDED = "superseded", "Another instrument took its place."
    REPEALED = "repealed", "Its force was ended."


class Bindingness(Codelist):
    """Whom an instrument obliges, and how."""

    BINDING = "binding", "Law for those it addresses."
    CONDITIONALLY_BINDING = "conditionally_binding", "Binds only those who join, sign or take the money."
    NON_BINDING = "non_binding", "Advice or intention without legal force.", "0.1.0", "Non-binding"
    VOLUNTARY = "voluntary", "A promise that those who choose to join may leave again."
    POLITICAL = "political", "A promise between governments without legal force."
    UNKNOWN = "unknown", "The sources do not let one tell."


class AttributeName(Codelist):
    """Which property of an instrument an attribute gives."""

    SEAT = "seat", "Where it has, or is to have, its head office."
    MEMBERS = "members", "Who belongs to it."
    OPENNESS = "openness", "Who may join it."
    BUDGET = "budget", "How much money it has or is to have."
    DURATION = "duration", "How long it is to last."
    POINTS = "points", "How many points, actions or pillars it has."
    ARTICLES = "articles", "How many articles or sections it has."
    PURPOSE = "purpose", "What it is for."
    PARTNERS = "partners", "Who is to work together under it."
    SCOPE = "scope", "Whom or what it covers."
    PENALTY = "penalty", "What breaking it costs."
    THRESHOLD = "threshold", "From which size or risk on it applies."
    VOTE = "vote", "How the vote on it went."
    SIGNATORIES = "signatories", "How many or who signed it."
    NAME = "name", "How it is, or is to be, called."
    OTHER = "other", "Another property; the note says which."
