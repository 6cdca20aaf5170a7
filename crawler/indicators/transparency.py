"""The checks of public information that the law orders to publish."""

from collections.abc import Mapping

from crawler.indicators import transparency_section
from crawler.indicators.disclosure import disclosure_check
from crawler.indicators.portal import Check

CHECKS: Mapping[str, Check] = {
    "T-00": transparency_section.check_section,
    "T-Q1": transparency_section.check_current,
    "T-Q2": transparency_section.check_not_empty,
    "T-Q3": transparency_section.check_text_layer,
    "T-Q4": transparency_section.check_editable,
    "T-Q5": transparency_section.check_dated,
    **{f"T10-{number:02}": disclosure_check(f"T10-{number:02}") for number in range(1, 30)},
    **{f"T11-{number:02}": disclosure_check(f"T11-{number:02}") for number in range(1, 11)},
}
