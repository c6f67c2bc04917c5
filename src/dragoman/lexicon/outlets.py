"""Who publishes: wire services, broadcasters, newspapers and official sites, by printed name and by domain."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from dragoman.lexicon.files import Row, table


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet as outlets.csv knows it; what is unknown is None or empty."""

    id: str
    name: str
    aliases: tuple[str, ...]
    credits: tuple[str, ...]  # forms that name it in a credit or dateline only: "(Petra)", "Dawn"
    domains: tuple[str, ...]
    state: str | None
    kind: str
    state_owned: bool | None
    rule: str


@dataclass(frozen=True, slots=True, eq=False)
class Outlets:
    """The outlets, found by a name form or by the host of an address."""

    rows: tuple[Outlet, ...]
    names: dict[str, tuple[Outlet, ...]]
    domains: dict[str, Outlet]

    @classmethod
    def load(cls, folders: tuple[Path, ...]) -> Self:
        """The outlets of our folder with the user's over it."""
        rows = tuple(_outlet(row) for row in table("outlets.csv", folders, ("id",)))
        names: dict[str, tuple[Outlet, ...]] = {}
        for outlet in rows:
            for form in dict.fromkeys(_plain(f) for f in (outlet.name, *outlet.aliases, *outlet.credits)):
                names[form] = (*names.get(form, ()), outlet)
        return cls(rows, names, {domain: outlet for outlet in rows for domain in outlet.domains})

    def by_name(self, name: str, state: str | None = None) -> Outlet | None:
        """The outlet printed so, in any case and with or without "the"; None when nobody or two are called that.

        "APA" is Austria's wire and a Baku agency; a state settles which.
        """
        found = self.names.get(_plain(name), ())
        meant = [o for o in found if state is None or o.state == state]
        return meant[0] if len(meant) == 1 else None

    def by_domain(self, address: str) -> Outlet | None:
        """The outlet of a host or an address: "https://eng.belta.by/society/view/1" is BelTA's; None when unlisted."""
        labels = _host(address).split(".")
        tails = (".".join(labels[n:]) for n in range(len(labels) - 1))
        return next((self.domains[tail] for tail in tails if tail in self.domains), None)

    def wires(self) -> tuple[Outlet, ...]:
        """The wire services among them."""
        return tuple(o for o in self.rows if o.kind == "wire")


def _outlet(row: Row) -> Outlet:
    return Outlet(
        id=row.text("id"),
        name=row.text("name"),
        aliases=row.list("aliases"),
        credits=row.list("credits"),
        domains=tuple(d.lower() for d in row.list("domain")),
        state=row.text("state") or None,
        kind=row.text("kind"),
        state_owned={"yes": True, "no": False}.get(row.text("state_owned")),
        rule=row.place,
    )


def _plain(name: str) -> str:
    plain = " ".join(name.replace("’", "'").split()).casefold()
    return plain.removeprefix("the ") or plain


def _host(address: str) -> str:
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:  # "http://[broken": no host can be read off it
        host = ""
    return host.removesuffix(".")
