"""The checks of usability and technique."""

from collections.abc import Mapping

from crawler.indicators import comfort, content_system, technique
from crawler.indicators.portal import Check

CHECKS: Mapping[str, Check] = {
    "U-01": technique.check_real_404,
    "U-02": technique.check_broken_links,
    "U-03": technique.check_robots,
    "U-04": technique.check_sitemap,
    "U-05": technique.check_canonical,
    "U-06": comfort.check_mobile,
    "U-07": technique.check_weight,
    "U-08": technique.check_description,
    "U-09": comfort.check_feedback,
    "U-10": comfort.check_depth,
    "U-11": technique.check_third_parties,
    "U-12": content_system.check_system,
    "U-13": comfort.check_dates,
    "U-14": comfort.check_plain_words,
}
