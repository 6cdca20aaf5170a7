"""The guard of addresses: which hosts the crawler may connect to, tested at the socket itself.

`ipaddress.is_global` is not enough on Python 3.11: it calls NAT64, 6to4 and multicast addresses
global. aiohttp calls the socket factory for IP literals too, where it asks no resolver.
"""

import ipaddress
import socket
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from crawler.urls import port_of

WEB_PORTS = frozenset({80, 443})
LOCAL_NAMES = ("localhost", "local", "internal", "intranet", "lan", "home.arpa")

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_REFUSED_V4 = tuple(ipaddress.IPv4Network(net) for net in ("192.0.0.0/24", "192.88.99.0/24"))
_GLOBAL_V6 = ipaddress.IPv6Network("2000::/3")
_REFUSED_V6 = tuple(
    ipaddress.IPv6Network(net) for net in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
)
_PRIVATE = tuple(
    ipaddress.ip_network(net)
    for net in (
        "127.0.0.0/8",
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "169.254.0.0/16",
        "::1/128",
        "fc00::/7",
        "fe80::/10",
    )
)


class AddressRefused(OSError):
    """The address is not one the crawler may connect to."""


@dataclass(frozen=True, kw_only=True)
class AddressGuard:
    """Decides by address and port; `refused` lists the socket addresses turned away so far, and
    `led_to` holds the last one let through.

    `trusted` are sockets, "address:port", that whoever runs the crawler vouches for: they alone may
    be private or on another port.
    """

    allow_private: bool = False
    trusted: frozenset[str] = frozenset()
    refused: list[str] = field(default_factory=list)
    led_to: list[str] = field(default_factory=list)

    def objection(self, url: str) -> str:
        """Why a normalised address is refused before any connection, in Spanish; empty when not."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        if self.allow_private:
            literal = parse_address(host)
            return "" if literal is None or self.may_connect(literal) else "dirección reservada"
        if f"{host}:{port_of(url)}" in self.trusted:
            return ""
        if port_of(url) not in WEB_PORTS and not self._trusts_port(port_of(url)):
            return "puerto distinto de 80 y 443"
        if any(host == name or host.endswith(f".{name}") for name in LOCAL_NAMES):
            return "nombre de una red privada"
        literal = parse_address(host)
        if literal is not None and not self.may_connect(literal):
            return "dirección privada o reservada"
        return ""

    def _trusts_port(self, port: int) -> bool:
        """Whether a name may stand before this port; where it leads is looked at afterwards."""
        return any(socket_name.rpartition(":")[2] == str(port) for socket_name in self.trusted)

    def may_connect(self, address: _Address) -> bool:
        """Whether a socket to this IP address may be opened."""
        plain = _unwrap(address)
        return is_public(plain) or (self.allow_private and is_private(plain))

    def make_socket(self, info: tuple[Any, ...]) -> socket.socket:
        """The socket factory of the connector: the last step before `connect()`."""
        family, kind, protocol, _, target = info
        if f"{target[0]}:{target[1]}" in self.trusted:
            return socket.socket(family, kind, protocol)
        address = parse_address(str(target[0]))
        if address is None or not self.may_connect(address):
            self.refused.append(str(target[0]))
            raise AddressRefused(f"dirección rechazada: {target[0]}")
        if not self.allow_private and target[1] not in WEB_PORTS:
            self.refused.append(f"{target[0]}:{target[1]}")
            raise AddressRefused(f"puerto rechazado: {target[1]}")
        self.led_to[:] = [str(target[0])]
        return socket.socket(family, kind, protocol)


def parse_address(text: str) -> _Address | None:
    """An IP address, or None when the text is a name."""
    try:
        return ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return None


def is_public(address: _Address) -> bool:
    """Whether an address belongs to the public internet."""
    if isinstance(address, ipaddress.IPv4Address):
        return (
            address.is_global
            and not address.is_multicast
            and not address.is_reserved
            and not any(address in net for net in _REFUSED_V4)
        )
    return address in _GLOBAL_V6 and not any(address in net for net in _REFUSED_V6)


def is_private(address: _Address) -> bool:
    """Whether an address is loopback, private or link-local."""
    return any(address in net for net in _PRIVATE)


def is_loopback_host(host: str) -> bool:
    """Whether a host is this very machine by its writing alone."""
    address = parse_address(host)
    return host == "localhost" or (address is not None and _unwrap(address).is_loopback)


def _unwrap(address: _Address) -> _Address:
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address
