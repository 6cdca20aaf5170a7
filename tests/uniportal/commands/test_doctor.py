"""The doctor looks at every part, and one that is ill hides no other."""

import json

from tests.uniportal.commands.conftest import Run


def test_doctor_finds_all_in_order_after_init(run: Run) -> None:
    run("init")

    result = run("doctor", "--json")

    assert result.exit_code == 0, result.output
    checks = json.loads(result.stdout)
    assert [check["name"] for check in checks] == ["ajustes", "base de datos", "índice", "disco"]
    assert all(check["ok"] for check in checks)


def test_doctor_tells_each_thing_that_is_wrong_before_init(run: Run) -> None:
    result = run("doctor")

    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["bien", "MAL", "MAL", "bien"]


def test_doctor_shows_no_secret(run: Run) -> None:
    secret = "s" * 40

    result = run("doctor", UNIPORTAL_SECRET_KEY=secret)

    assert secret not in result.output
