"""How right a record is, and how far two coders agree, for the eye."""

from typing import Any

from dragoman.show.sheet import Column, Line, Sheet
from dragoman.show.sheets.common import counted

LONGEST = 90


def evaluation_sheets(found: dict[str, Any], show: bool) -> list[Sheet]:
    """The scores by table; with `show` every item that was missed or wrong, and every row that no item explains."""
    columns = (
        Column("table", style="bold"),
        Column("pages", right=True),
        Column("precision", right=True, style="cyan"),
        Column("recall", right=True, style="cyan"),
        Column("F1", right=True, style="cyan"),
        Column("right of required", right=True),
        Column("located", right=True),
        Column("rows", right=True),
    )
    lines = [
        Line(
            (
                name,
                str(t["pages"]),
                *(_rate(t[rate], t[f"{rate}_95"]) for rate in ("precision", "recall", "f1")),
                f"{t['right']} of {t['required']}",
                str(t["located"]),
                str(t["rows"]),
            )
        )
        for name, t in found["tables"].items()
    ]
    notes = [f"in brackets: 95 % of {found['draws']} draws of the pages; located: something stands there, right or not"]
    if missing := found["documents_missing"]:
        notes.append(
            f"not in the record: {', '.join(missing[:5])}{' …' if len(missing) > 5 else ''}; what they hold counts as missed"
        )
    notes += [f"{number} lines about {name} are not scored" for name, number in found.get("skipped", {}).items()]
    sheets = [Sheet("Against the gold", columns, lines, notes), _columns_sheet(found)]
    return [*sheets, *(_mistakes(name, table) for name, table in found["tables"].items())] if show else sheets


def _rate(value: float | None, interval: list[float] | None) -> str:
    """A rate with its interval: '.84 (.71–.93)'."""
    if value is None:
        return "–"
    return f"{value:.3f}" + (f" ({interval[0]:.2f}–{interval[1]:.2f})" if interval else "")


def _columns_sheet(found: dict[str, Any]) -> Sheet:
    columns = (Column("table"), Column("column", style="bold"), Column("right", right=True), Column("checked", right=True))
    lines = [
        Line((name, column, str(counts["right"]), str(counts["checked"])))
        for name, table in found["tables"].items()
        for column, counts in table["columns"].items()
    ]
    return Sheet("Column by column, where something was located", columns, lines)


def _mistakes(name: str, table: dict[str, Any]) -> Sheet:
    columns = (Column("", style="yellow", fixed=True), Column("where", style="dim"), Column("columns"), Column("text"))
    lines = [Line(("missed", one["gold"], "", _cut(one["text"]))) for one in table["missed"]]
    lines += [
        Line(("wrong", f"{one['gold']} {one['row']}", ", ".join(one["columns"]), _cut(one["text"]))) for one in table["wrong"]
    ]
    lines += [Line(("extra", f"{one['document']} {one['row']}", "", _cut(one["text"]))) for one in table["extra"]]
    return Sheet(f"{name}: {counted(len(lines), 'mistake')}", columns, lines)


def _cut(text: str | None) -> str:
    return (text or "")[:LONGEST]


def agreement_sheets(found: dict[str, Any]) -> list[Sheet]:
    """Two coders: what both found, and where they say the same of it."""
    columns = (
        Column("table", style="bold"),
        Column("pages", right=True),
        Column("items of one", right=True),
        Column("of the other", right=True),
        Column("in both", right=True),
        Column("F1", right=True, style="cyan"),
    )
    lines = [
        Line((name, str(t["pages"]), *map(str, t["items"]), str(t["both"]), "–" if t["f1"] is None else f"{t['f1']:.3f}"))
        for name, t in found["tables"].items()
    ]
    parts = (
        Column("table"),
        Column("column", style="bold"),
        Column("agreed", right=True),
        Column("kappa", right=True, style="cyan"),
    )
    told = [
        Line((name, column, f"{c['agreed']} of {c['compared']}", f"{c['kappa']:.3f}" if c.get("kappa") is not None else ""))
        for name, t in found["tables"].items()
        for column, c in t["columns"].items()
    ]
    return [Sheet("Two coders, on the pages that both coded", columns, lines), Sheet("Where both found something", parts, told)]
