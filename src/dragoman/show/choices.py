"""What a user chooses from: days, types, measures; a miss names what there is."""

from collections.abc import Callable, Sequence
from datetime import date

from dragoman.errors import DragomanError
from dragoman.show.days import asked
from dragoman.show.naming import near

MANY = 20


def days(since: str | None, until: str | None) -> dict[str, date | None]:
    """The first and last day asked for; `until="2023"` means the whole of 2023."""
    found = {"since": asked(since)[0] if since else None, "until": asked(until)[1] if until else None}
    if found["since"] and found["until"] and found["since"] > found["until"]:
        raise DragomanError(f"--since {since} is later than --until {until}", "exchange the two")
    return found


def chosen(
    wanted: str | Sequence[str] | None,
    there: Sequence[str],
    what: str,
    written: Callable[[str], str] = str.lower,
) -> list[str] | None:
    """The values asked for; a value that nothing in the record has is found by a part of it, or refused."""
    if not wanted:
        return None
    names = [wanted] if isinstance(wanted, str) else list(wanted)
    return [value for name in names for value in _matching(written(name.strip()), there, what)]


def _matching(name: str, there: Sequence[str], what: str) -> list[str]:
    if name in there:
        return [name]
    if parts := [value for value in there if name.casefold() in value.casefold()]:
        return parts
    if not there:
        return [name]
    some = ", ".join(there[:MANY]) + (" ..." if len(there) > MANY else "")
    raise DragomanError(f"there is no {what} {name!r}{near(name, there)}", f"there are {some}")
