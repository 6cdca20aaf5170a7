"""The checks of languages: Spanish, foreign ones and those of Guatemala."""

from collections.abc import Mapping

from crawler.indicators.portal import Check

CHECKS: Mapping[str, Check] = {}
