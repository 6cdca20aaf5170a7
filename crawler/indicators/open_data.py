"""The checks of open data: files that machines can read, with licence and dates."""

from collections.abc import Mapping

from crawler.indicators.portal import Check

CHECKS: Mapping[str, Check] = {}
