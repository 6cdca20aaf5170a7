"""The checks of stage 4, by indicator: what institutions do together for one person."""

from collections.abc import Mapping

from crawler.indicators import reach
from crawler.indicators.portal import Check
from crawler.indicators.proven import proven
from crawler.ladder import Capability

CHECKS: Mapping[str, Check] = {
    "E4-01": proven(Capability.ONE_WINDOW),
    "E4-02": proven(Capability.SINGLE_SIGN_ON),
    "E4-03": proven(Capability.SHARED_DATA),
    "E4-05": proven(Capability.PERSONAL_AREA),
    "E4-10": reach.check_ratings,
    "E4-14": proven(Capability.REUSE),
}
