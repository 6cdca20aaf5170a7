"""The checks of stage 2, by indicator: what can be taken home and what can be asked."""

from collections.abc import Mapping

from crawler.indicators import (
    channels,
    formed,
    freshness,
    offered,
    outreach,
    reach,
    requested,
    tongues,
)
from crawler.indicators.portal import Check
from crawler.indicators.proven import proven
from crawler.ladder import Capability

CHECKS: Mapping[str, Check] = {
    "E2-01": proven(Capability.FORM_FILE),
    "E2-02": requested.check_fillable,
    "E2-03": formed.check_query,
    "E2-04": formed.check_search,
    "E2-05": formed.check_contact_form,
    "E2-06": channels.check_complaints,
    "E2-07": channels.check_information_request,
    "E2-08": outreach.check_feeds,
    "E2-09": outreach.check_newsletter,
    "E2-10": reach.check_networks,
    "E2-11": reach.check_media,
    "E2-12": tongues.check_languages,
    "E2-13": requested.check_by_mail,
    "E2-14": proven(Capability.THIRD_PARTY_FORM, unless=requested.SURVEY),
    "E2-15": outreach.check_chat,
    "E2-16": offered.check_whole_sheet,
    "E2-17": requested.check_calculator,
    "E2-18": outreach.check_apps,
    "E2-19": outreach.check_notices,
    "E2-20": freshness.check_vacancies,
}
