"""The checks of participation: ways to talk, to be consulted and to ask for account."""

from collections.abc import Mapping

from crawler.indicators import consultation, dialogue
from crawler.indicators.portal import Check

CHECKS: Mapping[str, Check] = {
    "P-01": dialogue.check_networks,
    "P-02": dialogue.check_comments,
    "P-03": consultation.check_consultations,
    "P-04": dialogue.check_surveys,
    "P-05": consultation.check_accounts,
    "P-06": consultation.check_councils,
    "P-07": consultation.check_results,
    "P-08": consultation.check_social_audit,
}
