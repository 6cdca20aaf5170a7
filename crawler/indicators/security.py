"""The checks of security: how the portal travels, and signs that it was broken into."""

from collections.abc import Mapping

from crawler.indicators import answers, compromise, contents, exposure, travel
from crawler.indicators.portal import Check

CHECKS: Mapping[str, Check] = {
    "S-01": travel.check_https,
    "S-02": travel.check_redirect,
    "S-03": travel.check_certificate,
    "S-04": travel.check_versions,
    "S-05": answers.check_hsts,
    "S-06": contents.check_forms,
    "S-07": contents.check_mixed,
    "S-08": answers.check_cookies,
    "S-09": answers.check_headers,
    "S-10": exposure.check_privacy,
    "S-11": exposure.check_warning,
    "S-12": exposure.check_leaks,
    "S-13": compromise.check_compromise,
}
