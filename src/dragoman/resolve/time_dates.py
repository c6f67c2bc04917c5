"""Days, months, quarters and years of the calendar: the year that the words leave out is found here."""

from collections.abc import Callable
from datetime import date

from dragoman.resolve.time_meaning import Meaning
from dragoman.resolve.time_reading import PUBLISHED, Before, Reading, first_day, symbolic
from dragoman.text.calendar import Interval, day_or_none, days_of, easter, nth_weekday

CENTURY_TURN = 50  # 25/12/49 is 2049, 25/12/50 is 1950
SOON = 92  # a month named without a year and tense lies at most a quarter ahead
CLOSE = 60


def calendar_value(meaning: Meaning, year: str) -> str:
    """TIMEX3 value of a day, month, quarter, half or season in a year (or "XXXX")."""
    parts = meaning.parts
    if meaning.kind == "day":
        month = int(parts.get("month", parts.get("monthnumber", 1)))
        return f"{year}-{month:02d}-{int(parts['day']):02d}"
    if meaning.kind == "month":
        return f"{year}-{int(parts['month']):02d}"
    if meaning.kind == "quarter":
        return f"{year}-Q{int(parts.get('ordinal', parts.get('quarter', 1)))}"
    if meaning.kind == "half":
        return f"{year}-H{int(parts.get('halfword', parts.get('half', 1)))}"
    return f"{year}-{parts['season']}"


def read_calendar(meaning: Meaning, before: Before) -> Reading | None:
    """A day, month, quarter, half or season: with its year, or in the year that tense and the day of printing give."""
    year, anchor = meaning.number("year"), None
    if year is None:
        year, anchor = _year_of(meaning, before)
    value = _value_in(meaning, year)
    if meaning.kind == "day" and year and days_of(value) is None:
        return None  # 29 February of a year that has none
    return Reading("DATE", value, None, anchor)


def _value_in(meaning: Meaning, year: int | None) -> str:
    """Value in a year, both ends of a range: "1-3 March", "May 30-June 2", "January-June 2023"."""
    value = calendar_value(meaning, f"{year:04d}" if year else "XXXX")
    if "day2" not in meaning.parts and "month2" not in meaning.parts:
        return value
    month = meaning.number("month2") or meaning.number("month") or 1
    if year and month < (meaning.number("month") or 1):
        year += 1
    said = f"{year:04d}" if year else "XXXX"
    day = meaning.number("day2")
    return f"{value}/{said}-{month:02d}-{day:02d}" if day else f"{value}/{said}-{month:02d}"


def _year_of(meaning: Meaning, before: Before) -> tuple[int | None, str | None]:
    told = meaning.word("of") or meaning.word("which")
    if told.startswith("mentioned") and (known := before.last("Y")):
        return int(known[0][:4]) + int(told.partition(":")[2]), known[1]
    today = before.today
    if today is None:
        return None, None
    step = int(told.partition(":")[2]) if told else 0
    if meaning.word("of"):
        return today.year + step, PUBLISHED
    near = [year for year in (today.year - 1, today.year, today.year + 1) if 1 <= year <= 9999]
    if weekday := meaning.number("weekday"):
        # "Monday, Oct. 26" proves its year: 26 October is a Monday in one year of six.
        near = [y for y in near if (d := first_day(_value_in(meaning, y))) and d.isoweekday() == weekday] or near
    choices = [(year, days) for year in near if (days := days_of(_value_in(meaning, year)))]
    return (_choose(choices, today, meaning, step, bool(told)), PUBLISHED) if choices else (None, None)


def _choose(choices: list[tuple[int, Interval]], today: date, meaning: Meaning, step: int, told: bool) -> int:
    """The year of the candidate that fits: "last June", "this June", June by the verb's tense, else the nearest."""
    if told and step < 0:
        return max((y for y, days in choices if days[1] < today), default=choices[0][0])
    if told and step > 0:
        return min((y for y, days in choices if days[0] > today), default=choices[-1][0])
    if told:
        return min(choices, key=lambda c: abs(c[0] - today.year))[0]
    nearest = min(choices, key=lambda c: _distance(c[1], today))
    if meaning.tense == "future":
        past_due = meaning.kind == "day" and (today - nearest[1][1]).days in range(1, CLOSE)
        if meaning.kind in ("quarter", "half") or past_due:
            return nearest[0]  # "expects third-quarter profit to fall", said in November
        return min((y for y, days in choices if days[1] >= today), default=choices[-1][0])
    begun = [y for y, days in choices if (days[1] if meaning.is_range else days[0]) <= today]
    latest = max(begun, default=choices[0][0])
    if meaning.tense == "past" and meaning.kind != "day":
        return latest
    ahead = (nearest[1][0] - today).days
    limit = CLOSE if meaning.tense == "past" else SOON
    return nearest[0] if ahead <= limit else latest


def _distance(days: Interval, today: date) -> int:
    if days[0] <= today <= days[1]:
        return 0
    return min(abs((days[0] - today).days), abs((days[1] - today).days))


def read_year(meaning: Meaning, before: Before) -> Reading | None:
    """A year, or a range of years: "2018", "2018-19", "2021-2025"."""
    year, until = meaning.number("year"), meaning.number("year2")
    short = meaning.number("shortyear")
    if year is None:
        return None
    if short is not None:
        until = year - year % 100 + short
    if until is None:
        return Reading("DATE", f"{year:04d}")
    return Reading("DATE", f"{year:04d}/{until:04d}") if until > year else None


def read_decade(meaning: Meaning, before: Before) -> Reading | None:
    """The 1990s are 199; "the nineties" are those of the last century."""
    if decade := meaning.number("decade"):
        return Reading("DATE", f"{decade // 10:03d}")
    digit = meaning.number("decadeword") or (meaning.number("shortdecade") or 0) // 10
    return Reading("DATE", f"{meaning.number('hundred') or 19}{digit}")


def read_century(meaning: Meaning, before: Before) -> Reading | None:
    """The 20th century is 19: the years that begin so."""
    return Reading("DATE", f"{(meaning.number('century') or 1) - 1:02d}")


def read_numeric(meaning: Meaning, before: Before) -> Reading | None:
    """04/12/2023: day or month first, as only one is a date; else the one near the day of printing; else the year alone."""
    one, two = meaning.number("one") or 0, meaning.number("two") or 0
    year = meaning.number("year")
    if year is None:
        short = meaning.number("shortyear") or 0
        year = short + (2000 if short < CENTURY_TURN else 1900)
    readings = {day for day in (day_or_none(year, two, one), day_or_none(year, one, two)) if day}
    if not readings:
        return None
    if len(readings) == 1:
        return Reading("DATE", readings.pop().isoformat())
    if before.today:
        near = [day for day in readings if abs((day - before.today).days) <= 31]
        if len(near) == 1:
            return Reading("DATE", near[0].isoformat(), None, PUBLISHED, 0.8)
    return Reading("DATE", f"{year:04d}-XX-XX", (min(readings), max(readings)), None, 0.5)


def read_feast(meaning: Meaning, before: Before) -> Reading | None:
    """A day with a name of its own, the one nearest to the day of printing that the tense allows."""
    today, feast = before.today, meaning.word("feast")
    year = meaning.number("year")
    if year or today is None:
        day = _feast_day(feast, year) if year else None
        fixed = f"XXXX-{feast}" if "-" in feast else symbolic("D")
        return Reading("DATE", day.isoformat() if day else fixed)
    days = [day for y in (today.year - 1, today.year, today.year + 1) if (day := _feast_day(feast, y))]
    pick: Callable[[date], int] = lambda day: abs((day - today).days)  # noqa: E731
    if meaning.tense == "future":
        days = [day for day in days if day >= today] or days
    elif meaning.tense == "past":
        days = [day for day in days if day <= today] or days
    return Reading("DATE", min(days, key=pick).isoformat(), None, PUBLISHED) if days else None


def _feast_day(feast: str, year: int) -> date | None:
    if feast == "easter":
        return easter(year)
    if ":" in feast:
        month, weekday, nth = map(int, feast.split(":"))
        return nth_weekday(year, month, weekday, nth)
    month, day = map(int, feast.split("-"))
    return day_or_none(year, month, day)
