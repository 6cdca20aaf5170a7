"""The checks of stage 2, by indicator: what can be taken home and what can be asked."""

from collections.abc import Mapping

from crawler.indicators import formed, reach
from crawler.indicators.portal import Check
from crawler.indicators.proven import proven
from crawler.ladder import Capability

CHECKS: Mapping[str, Check] = {
    "E2-01": proven(Capability.FORM_FILE),
    "E2-03": formed.check_query,
    "E2-04": formed.check_search,
    "E2-05": formed.check_contact_form,
    "E2-06": formed.check_complaints,
    "E2-07": formed.check_information_request,
    "E2-10": reach.check_networks,
    "E2-11": reach.check_media,
    "E2-14": proven(Capability.THIRD_PARTY_FORM),
}
