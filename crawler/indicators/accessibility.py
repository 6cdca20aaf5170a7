"""The checks of accessibility that a machine can make; passing them is not conformance."""

from collections.abc import Mapping

from crawler.indicators.portal import Check

CHECKS: Mapping[str, Check] = {}
