"""The checks of use and technique: addresses, links, weight and plain words."""

from collections.abc import Mapping

from crawler.indicators.portal import Check

CHECKS: Mapping[str, Check] = {}
