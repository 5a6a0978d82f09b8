"""Tell a report in the format that was asked for."""

from __future__ import annotations

from miniport.cli import system
from miniport.cli.order import Order
from miniport.cli.show import painted
from miniport.report.outcome import Report


def tell(report: Report, order: Order, language: str) -> None:
    """Write a report to standard output."""
    system.emit(told(report, order, language), system.out())


def told(report: Report, order: Order, language: str) -> str:
    """Return a report as standard output is to show it."""
    if order.format == "text":
        from miniport.report.text import report_lines

        columns = system.columns(system.out(), system.environment())
        return painted(report_lines(report, language, order.verbosity, columns), system.out())
    return _written(report, order, language)


def _written(report: Report, order: Order, language: str) -> str:
    is_ascii = not system.is_utf8(system.out())
    match order.format:
        case "sarif":
            from miniport.report.sarif import report_sarif

            return report_sarif(report, language, is_ascii=is_ascii)
        case "github":
            from miniport.report.github import report_github

            return report_github(report, language)
        case "junit":
            from miniport.report.junit import report_junit

            return report_junit(report, language)
        case _:
            from miniport.report.as_json import report_json

            return report_json(report, language, is_ascii=is_ascii)
