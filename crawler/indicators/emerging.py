"""The checks of stage 1, by indicator: information about the institution and its services."""

from collections.abc import Mapping

from crawler.indicators import freshness, identity, information, offered, people
from crawler.indicators.portal import Check

CHECKS: Mapping[str, Check] = {
    "E1-01": information.check_readable,
    "E1-02": identity.check_identity,
    "E1-03": information.check_mission,
    "E1-04": information.check_contact,
    "E1-05": people.check_directory,
    "E1-06": people.check_chart,
    "E1-07": information.check_norms,
    "E1-08": offered.check_list,
    "E1-09": offered.check_sheet,
    "E1-10": freshness.check_news,
    "E1-11": freshness.check_update,
    "E1-12": information.check_state_links,
    "E1-13": information.check_questions,
    "E1-14": freshness.check_archive,
    "E1-15": identity.check_place,
    "E1-16": identity.check_domain,
    "E1-17": identity.check_menu,
}
