"""Keeps a spreadsheet from running a text of ours as a formula."""

DANGEROUS = frozenset("=+-@|\t\r\n＝＋－＠｜−")
"""What a cell that is a formula may begin with; full-width forms too, since some read them so."""
GUARD = "'"


def guarded(cell: str) -> str:
    """The cell with an apostrophe before it when it would begin a formula.

    Blanks before the sign do not count: some spreadsheets take them away.
    """
    begins = cell[:1] in DANGEROUS or cell.lstrip(" \xa0")[:1] in DANGEROUS
    return f"{GUARD}{cell}" if cell and begins else cell
