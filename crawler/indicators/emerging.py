"""The checks of stage 1, by indicator: information about the institution and its services."""

from collections.abc import Mapping

from crawler.indicators import information, offered
from crawler.indicators.portal import Check

CHECKS: Mapping[str, Check] = {
    "E1-01": information.check_readable,
    "E1-03": information.check_mission,
    "E1-04": information.check_contact,
    "E1-07": information.check_norms,
    "E1-08": offered.check_list,
    "E1-09": offered.check_sheet,
    "E1-12": information.check_state_links,
    "E1-13": information.check_questions,
}
