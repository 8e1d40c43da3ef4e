"""JUnit XML, which almost every CI system shows as test results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..diagnostics.finding import Finding, Severity
from ..diagnostics.report import Report
from ..text.escaping import break_commands, escape
from .format import Format
from .location import relative
from .style import Style
from .summary import lines as summary

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def render(report: Report, style: Style) -> str:
    """The report as one test suite with a test case per finding, or one that passed."""
    from xml.etree import ElementTree

    failures = sum(finding.severity is Severity.ERROR for finding in report.findings)
    count = str(max(1, len(report.findings)))
    suites = ElementTree.Element("testsuites", tests=count, failures=str(failures))
    attributes = {"name": "communique validate", "tests": count, "failures": str(failures), "errors": "0"}
    suite = ElementTree.SubElement(suites, "testsuite", attributes)
    for finding in report.findings:
        _case(suite, finding)
    if not report.findings:
        ElementTree.SubElement(suite, "testcase", classname="communique", name=next(summary(report)))
    ElementTree.indent(suites)
    return break_commands(ElementTree.tostring(suites, encoding="unicode"), "&#35;") + "\n"


def _case(suite: Element, finding: Finding) -> None:
    from xml.etree.ElementTree import SubElement

    name = f"{finding.code} {finding.name} {finding.line}:{finding.column}"
    case = SubElement(suite, "testcase", classname=escape(relative(finding.path)), name=name)
    help = f"\nhelp: {escape(finding.help)}" if finding.help else ""
    place = f"{escape(finding.path)}:{finding.line}:{finding.column}"
    if finding.severity is Severity.ERROR:
        failure = SubElement(case, "failure", type=finding.name, message=escape(finding.message))
        failure.text = f"{place}: {escape(finding.message)}{help}"
    else:
        out = SubElement(case, "system-out")
        out.text = f"{place}: {finding.severity} {escape(finding.message)}{help}"


FORMAT = Format("junit", render)
