"""Stage 2, other languages: whether the portal speaks to people in more than one."""

from canse.domain.audit import Verdict
from crawler.indicators import national_languages, translations
from crawler.indicators.portal import Answer, PortalView, missing, partly


def check_languages(portal: PortalView) -> Answer:
    """E2-12: own words in another language; a machine's translation counts half."""
    written = (
        translations.check_other_language(portal),
        national_languages.check_national_languages(portal),
    )
    met = [answer for answer in written if answer.verdict is Verdict.MET]
    if met:
        return met[0]
    weak = [a for a in (*written, translations.check_translator(portal)) if _is_some(a)]
    return partly(weak[0].evidence, weak[0].detail) if weak else missing()


def _is_some(answer: Answer) -> bool:
    return answer.verdict in (Verdict.MET, Verdict.PARTIAL)
