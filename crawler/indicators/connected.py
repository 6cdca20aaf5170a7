"""The checks of stage 4, by indicator: what institutions do together for one person."""

from collections.abc import Mapping

from crawler.indicators import centred, joined
from crawler.indicators.portal import Check

CHECKS: Mapping[str, Check] = {
    "E4-01": joined.check_one_window,
    "E4-02": joined.check_single_login,
    "E4-03": joined.check_shared_data,
    "E4-04": joined.check_api,
    "E4-05": centred.check_personal_area,
    "E4-06": centred.check_moments,
    "E4-07": centred.check_reminders,
    "E4-08": centred.check_cocreation,
    "E4-09": centred.check_budget_vote,
    "E4-10": centred.check_ratings,
    "E4-11": joined.check_national_portal,
    "E4-12": joined.check_shared_payment,
    "E4-13": joined.check_shared_status,
    "E4-14": centred.check_reuse,
}
