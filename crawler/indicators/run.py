"""Puts every indicator of the catalogue to a portal."""

from collections.abc import Callable, Mapping

from canse.domain.audit import Finding, Verdict
from crawler.indicators import formed, gates, information, offered, reach
from crawler.indicators.catalogue import Catalogue, load_catalogue
from crawler.indicators.portal import Answer, PortalView
from crawler.indicators.proven import proven
from crawler.ladder import Capability, Gate

CHECKS: Mapping[str, Callable[[PortalView], Answer]] = {
    "E1-01": information.check_readable,
    "E1-03": information.check_mission,
    "E1-04": information.check_contact,
    "E1-07": information.check_norms,
    "E1-08": offered.check_list,
    "E1-09": offered.check_sheet,
    "E1-12": information.check_state_links,
    "E1-13": information.check_questions,
    "E2-01": proven(Capability.FORM_FILE),
    "E2-03": formed.check_query,
    "E2-04": formed.check_search,
    "E2-05": formed.check_contact_form,
    "E2-06": formed.check_complaints,
    "E2-07": formed.check_information_request,
    "E2-10": reach.check_networks,
    "E2-11": reach.check_media,
    "E2-14": proven(Capability.THIRD_PARTY_FORM),
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
    "E4-01": proven(Capability.ONE_WINDOW),
    "E4-02": proven(Capability.SINGLE_SIGN_ON),
    "E4-03": proven(Capability.SHARED_DATA),
    "E4-05": proven(Capability.PERSONAL_AREA),
    "E4-10": reach.check_ratings,
    "E4-14": proven(Capability.REUSE),
}


def run_indicators(portal: PortalView, catalogue: Catalogue | None = None) -> tuple[Finding, ...]:
    """One finding for each indicator, in the order of the catalogue."""
    known = catalogue or load_catalogue()
    is_read = next(portal.pages(), None) is not None
    findings = []
    for indicator in known.indicators:
        answer = CHECKS[indicator.id](portal) if is_read else Answer(verdict=Verdict.NOT_EVALUABLE)
        findings.append(
            Finding(
                id=indicator.id,
                name=indicator.name,
                verdict=answer.verdict,
                reason=indicator.reason(answer.verdict, answer.detail),
                evidence=answer.evidence,
            )
        )
    return tuple(findings)
