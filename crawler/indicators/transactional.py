"""The checks of stage 3, by indicator: what can be done on the portal, and its gates."""

from collections.abc import Mapping

from crawler.indicators import formed, gates
from crawler.indicators.portal import Check
from crawler.indicators.proven import proven
from crawler.ladder import Capability, Gate

CHECKS: Mapping[str, Check] = {
    "E3-01": proven(Capability.APPLICATION),
    "E3-03": formed.check_registration,
    "E3-04": formed.check_login,
    "E3-06": proven(Capability.PAYMENT),
    "E3-08": proven(Capability.APPOINTMENT),
    "E3-09": proven(Capability.TRACKING),
    "E3-10": proven(Capability.DELIVERY),
    "E3-17": formed.check_secure_forms,
    "E3-20": gates.gate_check(Gate.IN_PERSON),
    "E3-21": gates.check_available,
    "E3-22": gates.gate_check(Gate.OTHER_OWNER),
}
