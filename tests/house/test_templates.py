"""Guard: every template parses, is used, and imports only macros that it calls."""

from pathlib import Path

import pytest
from flask import Flask
from jinja2 import StrictUndefined, meta, nodes

from tests.house.tree import files, python_files, source

TEMPLATES = [path for path in files() if path.parts[0] == "templates" and path.suffix != ".py"]


def name_of(path: Path) -> str:
    """The name under which a template is rendered or included."""
    return path.relative_to("templates").as_posix()


def parsed(app: Flask, path: Path) -> nodes.Template:
    """A template as a tree, in the site's own dialect."""
    return app.jinja_env.parse(source(path), name_of(path))


def imported_names(tree: nodes.Template) -> set[str]:
    """The macros and modules a template imports, under the names it gives them."""
    names = {node.target for node in tree.find_all(nodes.Import)}
    for node in tree.find_all(nodes.FromImport):
        names.update(name if isinstance(name, str) else name[1] for name in node.names)
    return names


@pytest.mark.parametrize("path", TEMPLATES, ids=str)
def test_template_parses_and_calls_all_it_imports(empty_site: Flask, path: Path) -> None:
    tree = parsed(empty_site, path)

    called = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}

    assert imported_names(tree) - called == set()


def test_undefined_names_are_errors(empty_site: Flask) -> None:
    assert issubclass(empty_site.jinja_env.undefined, StrictUndefined)


def test_every_template_is_used(empty_site: Flask) -> None:
    referenced: set[str] = set()
    for path in TEMPLATES:
        names = set(meta.find_referenced_templates(parsed(empty_site, path)))
        assert None not in names, f"{path}: write the name of the template that is included"
        referenced.update(name for name in names if name)
    code = "".join(source(path) for path in python_files("uniportal"))

    unused = {
        name
        for name in map(name_of, TEMPLATES)
        if name not in referenced and f'"{name}"' not in code
    }

    assert unused == set()


def test_every_template_a_view_names_exists(empty_site: Flask) -> None:
    for path in python_files("uniportal"):
        for line in source(path).splitlines():
            if "render_template(" in line and '"' in line:
                name = line.split("render_template(", 1)[1].split('"')[1]
                assert empty_site.jinja_env.get_template(name).name == name


def test_no_template_marks_text_as_safe_html() -> None:
    trusting = [str(path) for path in TEMPLATES if "|safe" in source(path).replace(" ", "")]

    assert trusting == []
