"""Rows of tests/cases/figures.toml and figures of the flow, written the same way."""

from dragoman.records import Figure

PARTS = 6


def row_of(figure: Figure) -> list[str]:
    """A figure as the cells of a case: measure, sides, value and unit, change, bound, period."""
    value = "-" if figure.value is None else number(figure.value)
    if figure.value_max is not None:
        value += f"..{number(figure.value_max)}"
    change = "-" if figure.change_percent is None else f"{number(figure.change_percent, sign=True)}%"
    if figure.change_value is not None:
        change = number(figure.change_value, sign=True)
    sides = f"{figure.subject or '-'} {figure.partner or '-'}"
    return [figure.measure, sides, f"{value} {figure.unit}", change, figure.comparator or "-", period(figure)]


def number(value: float, sign: bool = False) -> str:
    """A number in five digits."""
    return f"{value:+.5g}" if sign else f"{value:.5g}"


def period(figure: Figure) -> str:
    """A period as an editor writes it: 2021, 2021-03, 2021-03-01..2021-06-30."""
    start, end = figure.period_start, figure.period_end
    if start is None or end is None:
        return "-"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return str(start.year)
    return f"{start}..{end}" if start != end else str(start)


def row_wanted(row: str) -> list[str]:
    """The cells of a row in a case, numbers in five digits, absent cells as '-'."""
    cells = [cell.strip() for cell in row.split("|")]
    cells += ["-"] * (PARTS - len(cells))
    value, unit = cells[2].split(" ", 1)
    cells[2] = "..".join(v if v == "-" else number(float(v)) for v in value.split("..")) + f" {unit}"
    if cells[3] != "-":
        share = cells[3].endswith("%")
        cells[3] = number(float(cells[3].rstrip("%")), sign=True) + ("%" if share else "")
    return cells
