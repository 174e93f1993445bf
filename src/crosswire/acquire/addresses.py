"""Which machines an address may lead to: a name is resolved once, every number checked, and the
connection made to the number that was checked, so that a second answer of the name server can't
lead elsewhere (DNS rebinding)."""

import ipaddress
import socket
from collections.abc import Callable

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], tuple[str, ...]]
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052: the last four bytes are an IPv4 address


def resolve(host: str, port: int) -> tuple[str, ...]:
    """Ask the system for a host's numeric addresses, each once, in its order. Raises OSError."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(answer[4][0]) for answer in answers))


def is_public(number: str) -> bool:
    """Whether a numeric address is a public one: not private, loopback, link-local, multicast or
    reserved, nor an IPv6 form of such an IPv4 address."""
    try:
        address: IPAddress = ipaddress.ip_address(number.split("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if address in NAT64:
            inner = ipaddress.IPv4Address(address.packed[-4:])
        if inner is not None:
            return is_public(str(inner))
    return address.is_global and not (
        address.is_private or address.is_multicast or address.is_reserved or address.is_link_local
        or address.is_loopback or address.is_unspecified
    )  # fmt: skip
