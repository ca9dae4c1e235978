"""Tables for spreadsheets, in which no cell is a formula."""

import csv
import io
from collections.abc import Iterable, Iterator

# What makes a spreadsheet calculate: OWASP "CSV Injection". Full-width forms are read alike.
STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def harmless(cell: object) -> str:
    """The cell as text, with an apostrophe before what a spreadsheet would calculate."""
    text = "" if cell is None else str(cell)
    return "'" + text if text.startswith(STARTS_FORMULA) else text


def lines(rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """CSV (RFC 4180), a line a row, each cell harmless."""
    for row in rows:
        out = io.StringIO()
        csv.writer(out).writerow([harmless(cell) for cell in row])
        yield out.getvalue()
