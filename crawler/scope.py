"""What belongs to a portal: its own host and that host with or without `www.`."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from crawler.guard import parse_address
from crawler.urls import host_of, port_of

_WEB = frozenset({80, 443})


@dataclass(frozen=True, kw_only=True)
class Scope:
    """The hosts and ports of one portal; http and https on their usual ports are one place."""

    hosts: frozenset[str]
    ports: frozenset[int]

    def holds(self, url: str) -> bool:
        """Whether a normalised address is the portal's own."""
        return host_of(url) in self.hosts and port_of(url) in self.ports


def scope_of(url: str, aliases: tuple[str, ...] = ()) -> Scope:
    """The scope of the portal at a normalised address, with further hosts known to be its own."""
    port = port_of(url)
    hosts = {host for name in (host_of(url), *aliases) for host in (name, www_twin(name)) if host}
    return Scope(hosts=frozenset(hosts), ports=_WEB if port in _WEB else frozenset({port}))


def www_twin(host: str) -> str:
    """The same host with `www.` or without it; empty where there is no such thing."""
    if parse_address(host) is not None or "." not in host:
        return ""
    return host.removeprefix("www.") if host.startswith("www.") else f"www.{host}"


def twins_of(url: str) -> tuple[str, ...]:
    """Other addresses under which the same portal may answer: the other scheme, the www twin."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.port is not None or parse_address(host) is not None:
        return ()
    other = "http" if parts.scheme == "https" else "https"
    twin = www_twin(host)
    found = [parts._replace(scheme=other).geturl()]
    if twin:
        found += [parts._replace(netloc=twin).geturl()]
        found += [parts._replace(netloc=twin, scheme=other).geturl()]
    return tuple(found)
