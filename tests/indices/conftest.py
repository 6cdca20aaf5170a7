"""What the tests of the index share."""

import pytest

pytest.register_assert_rewrite("tests.indices.contract")
