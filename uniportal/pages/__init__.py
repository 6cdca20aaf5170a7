"""The pages that citizens meet: each a blueprint of its own."""

from flask import Blueprint

from uniportal.pages import (
    audit,
    audit_data,
    category,
    components,
    deadline,
    home,
    institution,
    institutions,
    journey,
    languages,
    letters,
    life_event,
    open_data,
    operators,
    poster,
    reply,
    report,
    search,
    service,
    stages,
    suggestions,
    topic,
)

BLUEPRINTS: tuple[Blueprint, ...] = (
    home.blueprint,
    search.blueprint,
    suggestions.blueprint,
    service.blueprint,
    poster.blueprint,
    deadline.blueprint,
    institution.blueprint,
    audit.blueprint,
    audit_data.blueprint,
    reply.blueprint,
    report.blueprint,
    institutions.blueprint,
    category.blueprint,
    topic.blueprint,
    life_event.blueprint,
    journey.blueprint,
    letters.blueprint,
    stages.blueprint,
    open_data.blueprint,
    operators.blueprint,
    languages.blueprint,
    components.blueprint,
)
"""Every page for citizens, in the order of the house's drawing."""
