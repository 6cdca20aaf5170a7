"""The checks of languages: in which ones the portal speaks."""

from collections.abc import Mapping

from crawler.indicators import national_languages, translations
from crawler.indicators.portal import Check

CHECKS: Mapping[str, Check] = {
    "L-01": translations.check_spanish,
    "L-02": translations.check_other_language,
    "L-03": national_languages.check_national_languages,
    "L-04": translations.check_translator,
}
