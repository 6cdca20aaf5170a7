"""The guard lets only public addresses through, in whatever way they are written."""

import ipaddress
import socket

import pytest

from crawler.guard import AddressGuard, AddressRefused, is_public

STRICT = AddressGuard()
OPEN = AddressGuard(allow_private=True)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0",
        "100.64.0.1", "192.0.0.192", "192.88.99.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
        "198.18.0.1", "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "64:ff9b::7f00:1", "2002:7f00:1::", "2001::1", "2001:db8::1", "3fff::1", "fc00::1",
        "fe80::1", "fec0::1", "ff02::1",
    ],
)  # fmt: skip
def test_address_is_not_public_when_it_belongs_to_nobody_outside(address: str) -> None:
    assert not STRICT.may_connect(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "190.148.0.1", "2606:4700::1111"])
def test_address_is_public_when_it_is_on_the_internet(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))
    assert STRICT.may_connect(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://[::1]/", "http://[::ffff:7f00:1]/", "http://localhost/",
        "http://a.localhost/", "http://router.local/", "http://a.gt:8080/", "http://10.0.0.1/",
        "https://169.254.169.254/latest/",
    ],
)  # fmt: skip
def test_objection_is_said_when_the_writing_alone_shows_it(url: str) -> None:
    assert STRICT.objection(url)


def test_objection_is_empty_when_the_address_is_a_public_name() -> None:
    assert STRICT.objection("https://www.muni.gob.gt/") == ""


@pytest.mark.parametrize("url", ["http://127.0.0.1:8701/", "http://[::1]:80/", "http://a.gt:81/"])
def test_private_addresses_and_ports_are_open_when_allowed(url: str) -> None:
    assert OPEN.objection(url) == ""


@pytest.mark.parametrize("url", ["http://224.0.0.1/", "http://0.0.0.0/"])
def test_reserved_addresses_stay_shut_when_private_ones_are_allowed(url: str) -> None:
    assert OPEN.objection(url)


def test_socket_is_refused_when_a_name_led_to_a_private_address() -> None:
    guard = AddressGuard()
    info = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.9", 80))

    with pytest.raises(AddressRefused):
        guard.make_socket(info)

    assert guard.refused == ["10.0.0.9"]


def test_socket_is_refused_when_the_port_is_not_of_the_web() -> None:
    info = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("8.8.8.8", 25))

    with pytest.raises(AddressRefused):
        AddressGuard().make_socket(info)


def test_socket_is_made_when_the_address_is_public() -> None:
    info = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("8.8.8.8", 443))

    with AddressGuard().make_socket(info) as made:
        assert made.family is socket.AF_INET


def test_only_the_trusted_socket_is_let_through_when_private_ones_are_not() -> None:
    guard = AddressGuard(trusted=frozenset({"127.0.0.1:8080"}))

    def may(host: str, port: int) -> bool:
        info = (socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port))
        try:
            guard.make_socket(info).close()
        except AddressRefused:
            return False
        return True

    assert may("127.0.0.1", 8080)
    assert not may("127.0.0.1", 80)
    assert not may("127.0.0.2", 8080)
    assert not may("93.184.216.34", 8080)
    assert may("93.184.216.34", 80)
    assert guard.objection("http://127.0.0.1:8080/") == ""
    assert guard.objection("http://portal.gob.gt:8080/") == ""
    assert guard.objection("http://127.0.0.2:8080/")
    assert guard.objection("http://portal.gob.gt:8081/")
