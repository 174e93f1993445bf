"""Which numeric addresses are public."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.acquire.addresses import is_public

PUBLIC = ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:8.8.8.8", "64:ff9b::808:808"]
NOT_PUBLIC = [
    "127.0.0.1", "127.8.9.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0",
    "fc00::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
    "localhost", "", "1.2.3",
]  # fmt: skip


@pytest.mark.parametrize("number", PUBLIC)
def test_public(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize("number", NOT_PUBLIC)
def test_not_public(number: str) -> None:
    assert not is_public(number)


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_as_public_in_ipv6_clothes(address: object) -> None:
    assert is_public(f"::ffff:{address}") == is_public(str(address))
