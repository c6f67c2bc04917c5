"""Addresses on the web: which may be asked, and which lie inside a private network."""

import socket
from ipaddress import IPv4Address, IPv6Network, ip_address
from urllib.parse import SplitResult, quote, urlsplit

from dragoman.errors import UnreadablePage

PORTS = frozenset({80, 443})
WRAPPED = IPv6Network("64:ff9b::/96")


def place_of(address: str) -> SplitResult:
    """The parts of an address; raises UnreadablePage for any but http and https, and for one with a name and password."""
    try:
        place = urlsplit(address)
        port_of(place)
    except ValueError as error:
        raise UnreadablePage(f"no address: {error}", "see how it is spelt") from error
    if place.scheme not in ("http", "https") or not place.hostname or place.username is not None:
        raise UnreadablePage("no address of a page", "give one that begins with https:// and holds no password")
    if any(char.isspace() or ord(char) < 32 for char in address):
        raise UnreadablePage("address with a space in it", "see how it is spelt")
    return place


def port_of(place: SplitResult) -> int:
    return place.port or (443 if place.scheme == "https" else 80)


def checked(host: str, port: int, allow_private: bool) -> str:
    """The first address of a host; raises UnreadablePage when any of its addresses is inside a private network."""
    found = list(dict.fromkeys(str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
    private = [one for one in found if not is_public(one)]
    if not allow_private and (private or port not in PORTS):
        what = f"{private[0]} is inside a private network" if private else f"port {port} is none of the web's"
        raise UnreadablePage(what, "allow it with --allow-private if you trust the address")
    return found[0]


def is_public(said: str) -> bool:
    """Is an IP address out on the internet? An IPv4 address that is wrapped in IPv6 counts as itself."""
    one = ip_address(said.partition("%")[0])
    mapped = getattr(one, "ipv4_mapped", None) or getattr(one, "sixtofour", None)
    teredo = getattr(one, "teredo", None)
    wrapped = IPv4Address(int(one) & 0xFFFF_FFFF) if one in WRAPPED else None
    inner = [each for each in (mapped, wrapped, *(teredo or ())) if each is not None]
    return one.is_global and not one.is_multicast and all(each.is_global for each in inner)


def request_of(place: SplitResult) -> tuple[str, str]:
    """The path that is asked for and the host that is named to the server, both in ASCII."""
    path = quote(place.path, safe="/%:@!$&'()*+,;=~-._") or "/"
    query = "?" + quote(place.query, safe="%:@!$&'()*+,;=~-._/?") if place.query else ""
    host = place.netloc if place.netloc.isascii() else place.netloc.encode("idna").decode("ascii")
    return path + query, host
