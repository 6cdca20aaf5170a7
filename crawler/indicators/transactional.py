"""The checks of stage 3, by indicator: what can be done on the portal, and its gates."""

from collections.abc import Mapping

from crawler.indicators import accounts, formed, gates, handled, transacted
from crawler.indicators.portal import Check
from crawler.indicators.proven import proven
from crawler.ladder import Capability, Gate

CHECKS: Mapping[str, Check] = {
    "E3-01": proven(Capability.APPLICATION),
    "E3-02": transacted.check_upload,
    "E3-03": accounts.check_registration,
    "E3-04": accounts.check_login,
    "E3-05": accounts.check_recovery,
    "E3-06": transacted.check_payment,
    "E3-07": transacted.check_slip,
    "E3-08": transacted.check_appointment,
    "E3-09": transacted.check_tracking,
    "E3-10": transacted.check_delivery,
    "E3-11": transacted.check_verification,
    "E3-12": transacted.check_signature,
    "E3-13": handled.check_receipt,
    "E3-14": handled.check_reports,
    "E3-15": handled.check_notice,
    "E3-16": handled.check_consent,
    "E3-17": formed.check_secure_forms,
    "E3-18": handled.check_steps,
    "E3-19": handled.check_enrolment,
    "E3-20": gates.gate_check(Gate.IN_PERSON),
    "E3-21": gates.check_available,
    "E3-22": gates.gate_check(Gate.OTHER_OWNER),
}
