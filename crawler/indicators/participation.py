"""The checks of participation: how people are heard and answered."""

from collections.abc import Mapping

from crawler.indicators.portal import Check

CHECKS: Mapping[str, Check] = {}
