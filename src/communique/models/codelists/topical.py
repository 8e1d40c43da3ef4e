"""The codelist of topics."""

from __future__ import annotations

from .codelist import Codelist


class Topic(Codelist):
    """What an announcement or a statement is about.

    Hierarchical: a dot parts a child from its parent, and whoever uses the child uses the parent too. The groups
    strategy, risk, harm and application follow the plan of AGORA's taxonomy; the others are what announcements
    between states need.
    """

    INTERNATIONAL_COOPERATION = "international_cooperation", "Working together across borders on AI."
    GLOBAL_SOUTH = "global_south", "The interests and the share of developing countries.", "0.1.0", "Global South"
    OPEN_SOURCE = "open_source", "Models, code and data that anyone may use and change."
    COMPUTE_AND_CHIPS = "compute_and_chips", "Computing power, chips, data centres and their supply."
    EXPORT_CONTROLS = "export_controls", "Limits on the sale of technology abroad."
    TALENT = "talent", "Skilled people: their training, exchange and movement."
    CAPACITY_BUILDING = "capacity_building", "Helping others to build and use AI."
    STANDARDS = "standards", "Technical and management standards."
    SAFETY = "safety", "Keeping AI systems from causing harm, now or when they grow more able."
    SAFETY_FRONTIER = "safety.frontier", "The dangers of the most capable models."
    INNOVATION = "innovation", "Research, development and their support."
    COMPETITION = "competition", "Market power and rivalry between firms or states."
    GOVERNANCE = "governance", "How AI is to be ruled: by whom, with which institutions."
    STRATEGY = "strategy", "Means by which governance is pursued."
    STRATEGY_CONVENING = "strategy.convening", "Bringing actors together."
    STRATEGY_DISCLOSURE = "strategy.disclosure", "Duties to tell users, regulators or the public."
    STRATEGY_EVALUATION = "strategy.evaluation", "Tests, audits and impact assessments."
    STRATEGY_FINES = "strategy.fines", "Fines and other civil or administrative penalties."
    STRATEGY_GOVERNMENT_STUDY = "strategy.government_study", "Government looks into the matter and reports."
    STRATEGY_GOVERNMENT_SUPPORT = "strategy.government_support", "Money, computing power or data from the state."
    STRATEGY_INPUT_CONTROLS = "strategy.input_controls", "Rules on data, computing power and other inputs."
    STRATEGY_LABELLING = "strategy.labelling", "Marking what AI has made."
    STRATEGY_LICENSING = "strategy.licensing", "Licences, registers and certificates."
    STRATEGY_NEW_INSTITUTION = "strategy.new_institution", "Founding a body."
    STRATEGY_PERFORMANCE_REQUIREMENTS = "strategy.performance_requirements", "What a system must or must not do."
    STRATEGY_PILOTS = "strategy.pilots", "Trials, sandboxes and testbeds."
    STRATEGY_PROCUREMENT = "strategy.procurement", "What the state buys, and on which terms."
    STRATEGY_TIERING = "strategy.tiering", "Duties that grow with risk, size or ability."
    RISK = "risk", "Properties of AI systems that make them risky."
    RISK_BIAS = "risk.bias", "Skewed results for some groups."
    RISK_INTERPRETABILITY = "risk.interpretability", "Results that nobody can explain."
    RISK_PRIVACY = "risk.privacy", "Use of personal data."
    RISK_RELIABILITY = "risk.reliability", "Failures and wrong results."
    RISK_SECURITY = "risk.security", "Attacks on or through AI systems."
    RISK_TRANSPARENCY = "risk.transparency", "Systems whose workings or use are hidden."
    HARM = "harm", "What AI may do to people and the world."
    HARM_DISCRIMINATION = "harm.discrimination", "Unequal treatment."
    HARM_ECOLOGICAL = "harm.ecological", "Damage to nature and climate."
    HARM_FINANCIAL = "harm.financial", "Loss of money or work."
    HARM_HEALTH_AND_SAFETY = "harm.health_and_safety", "Damage to body and mind."
    HARM_INFRASTRUCTURE = "harm.infrastructure", "Damage to power, water, networks."
    HARM_RIGHTS = "harm.rights", "Breach of human or civil rights."
    HARM_SYNTHETIC_CONTENT = "harm.synthetic_content", "Deceptive or abusive content made by AI."
    APPLICATION = "application", "Fields in which AI is used."
    APPLICATION_DEFENCE = "application.defence", "Military and intelligence use."
    APPLICATION_EDUCATION = "application.education", "Schools and universities."
    APPLICATION_ENERGY = "application.energy", "Power and utilities."
    APPLICATION_FINANCE = "application.finance", "Banks, insurance, markets."
    APPLICATION_GOVERNMENT = "application.government", "Public services and administration."
    APPLICATION_HEALTH = "application.health", "Medicine and care."
    APPLICATION_JUSTICE = "application.justice", "Police, courts and prisons."
    APPLICATION_LABOUR = "application.labour", "Work and hiring."
    APPLICATION_MANUFACTURING = "application.manufacturing", "Industry and robots."
    APPLICATION_MEDIA = "application.media", "Press, broadcasting, platforms, culture."
    APPLICATION_SCIENCE = "application.science", "Research done with AI."
    APPLICATION_TRANSPORT = "application.transport", "Vehicles and traffic."

    @property
    def parent(self) -> Topic | None:
        """The topic one level up, or None at the top."""
        head, dot, _ = self.value.rpartition(".")
        return Topic[head.replace(".", "_").upper()] if dot else None
