"""The checks of the open budget: the documents that say what is spent and how."""

from collections.abc import Mapping

from crawler.indicators.portal import Check

CHECKS: Mapping[str, Check] = {}
