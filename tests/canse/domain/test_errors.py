"""A refusal can be said in another language, with its values."""

from canse.domain.errors import BadInput


def test_refusal_is_translated_before_its_values_are_put_in() -> None:
    error = BadInput("«{text}» no es un monto.", text="{name}")

    assert str(error) == "«{name}» no es un monto."
    assert error.said_in({"«{text}» no es un monto.": "“{text}” is no amount."}.__getitem__) == (
        "“{name}” is no amount."
    )
