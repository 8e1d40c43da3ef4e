"""Codelists about the announcement as an act: what it is, when, where it stands."""

from __future__ import annotations

from .codelist import Codelist


class AnnouncementType(Codelist):
    """What kind of announcement it is."""

    SPEECH = "speech", "Words spoken to an audience, by which something is made known."
    PRESS_RELEASE = "press_release", "A text handed to the press or put on the announcer's own site."
    DECLARATION = "declaration", "A text of principles or intentions that one or more actors put their name to."
    JOINT_STATEMENT = "joint_statement", "A text that two or more actors issue together, short of a treaty."
    ACTION_PLAN = "action_plan", "A list of steps that the announcer means to take or wants others to take."
    STRATEGY = "strategy", "Goals and priorities for several years."
    LEGISLATIVE_ACT = "legislative_act", "A step in the life of a statute: introduced, passed, signed into law."
    EXECUTIVE_ACT = "executive_act", "An order, decree or regulation made by an executive on its own authority."
    REGULATORY_GUIDANCE = "regulatory_guidance", "A regulator explains how it will apply the rules."
    CONSULTATION = "consultation", "The public or a group is asked for its views on a draft or a question."
    TREATY = "treaty", "A step in the life of an agreement that binds states under international law."
    RESOLUTION = "resolution", "A decision that an assembly or a council takes by vote or by consensus."
    INSTITUTION_PROPOSAL = "institution_proposal", "A new organisation, body or network is put forward."
    INSTITUTION_FOUNDING = "institution_founding", "An organisation, body or network comes into being or is renamed."
    FUNDING = "funding", "Money is promised, raised or spent."
    STANDARD = "standard", "A technical or management standard is proposed, published or changed."
    REPORT = "report", "Findings are published."
    CORPORATE_COMMITMENT = "corporate_commitment", "One or more companies promise to act or not to act in some way."
    ENFORCEMENT = "enforcement", "Rules are applied to somebody: an investigation, a fine, a ban, a licence refused."
    APPOINTMENT = "appointment", "Somebody is named to an office or a panel."
    MEETING = "meeting", "A meeting or a summit is called, opened or held.", "0.2.0"
    MEETING_OUTCOME = "meeting_outcome", "What a meeting or a summit agreed or made known at its end."
    LICENSING = "licensing", "A licence is promised, granted, refused or withdrawn.", "0.2.0"
    OTHER = "other", "None of the other codes fits; the summary says what it is."


class DateRole(Codelist):
    """What happened, or is to happen, on a date."""

    ANNOUNCED = "announced", "It was made known to the public."
    DELIVERED = "delivered", "The speech was given, when that differs from the day it became known."
    PUBLISHED = "published", "The text came out."
    SUBMITTED = "submitted", "It was put before the body that decides.", "0.2.0"
    ADOPTED = "adopted", "The body that decides said yes."
    SIGNED = "signed", "It was signed."
    OPENED_FOR_SIGNATURE = "opened_for_signature", "From this day it could be signed."
    PROMULGATED = "promulgated", "It was published as law in the official journal."
    ENTRY_INTO_FORCE = "entry_into_force", "It became law or otherwise took effect as a whole."
    APPLIES_FROM = "applies_from", "The duties in it, or in the part named by the scope, count from this day."
    DEADLINE = "deadline", "Something has to be done by this day."
    REVOKED = "revoked", "It was withdrawn or repealed."
    EXPIRED = "expired", "It ran out by its own terms."
    SCHEDULED = "scheduled", "It is planned for this day, as far as the source knows."
    HELD = "held", "The event took place."


class AttendanceMode(Codelist):
    """How people take part in an occasion. After schema.org's eventAttendanceMode."""

    IN_PERSON = "in_person", "They come together in one place.", "0.2.0"
    ONLINE = "online", "They meet by video or take part in writing.", "0.2.0"
    MIXED = "mixed", "Some come, some take part from afar.", "0.2.0"


class RecordStatus(Codelist):
    """How far the record itself has got. A record is never deleted."""

    DRAFT = "draft", "Being written; missing evidence is only warned about."
    REVIEWED = "reviewed", "A second look found it complete: every assertion has its evidence."
    WITHDRAWN = "withdrawn", "It should not have been recorded; the record stays so that its id keeps its meaning."
    SUPERSEDED = "superseded", "Another record, named by `replaced_by`, took its place."


class RevisionChange(Codelist):
    """What a revision did to the record."""

    CREATED = "created", "The record was written."
    UPDATED = "updated", "Something was added because the world moved on or more became known."
    CORRECTED = "corrected", "Something in the record was wrong and was mended."


class UnknownReason(Codelist):
    """Why a value is knowingly left out."""

    NOT_STATED = "not_stated", "The sources do not say."
    NOT_SEEN = "not_seen", "The part of the sources that was read does not show it.", "0.2.0"
    NOT_YET_DECIDED = "not_yet_decided", "The actors have not settled it, as far as the sources tell."
    NOT_APPLICABLE = "not_applicable", "There is nothing of the kind here."
    WITHHELD = "withheld", "It is known to somebody who does not say it, or we may not publish it."


class CodingScheme(Codelist):
    """A scheme of another project in which the same announcement can be coded."""

    AGORA = "agora", "AI GOvernance and Regulatory Archive: codes documents.", "0.1.0", "AGORA"
    OECD_AI = "oecd_ai", "OECD.AI Policy Observatory: codes policy initiatives.", "0.1.0", "OECD.AI"
    DIGITAL_POLICY_ALERT = "digital_policy_alert", "Digital Policy Alert: codes binding interventions."
    PLOVER = "plover", "PLOVER: codes events between a source and a target actor.", "0.1.0", "PLOVER"
    CAP = "cap", "Comparative Agendas Project: codes policy topics.", "0.1.0", "CAP"
    OTHER = "other", "A scheme that has no code here yet; the note says which."
