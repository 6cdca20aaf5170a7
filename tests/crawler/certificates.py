"""Certificates made within a test by the `openssl` program: good, expired, of another, without end.

Nothing here is worth anything outside a test: the authority is born and dies with it.
"""

import shutil
import ssl
import subprocess
import warnings
from dataclasses import dataclass
from pathlib import Path

OPENSSL = shutil.which("openssl")
NAMES = "DNS:portal.localhost,IP:127.0.0.1"
CA = "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n"


@dataclass(frozen=True)
class Pair:
    """A certificate and its key in one file each."""

    certificate: Path
    key: Path


@dataclass(frozen=True)
class Authority:
    """A root, and an authority below it that signs the servers' certificates."""

    folder: Path
    root: Pair
    middle: Pair

    def leaf(self, name: str, *, names: str = NAMES, days: int = 30) -> Pair:
        """A server's certificate for these names; negative days give one that has expired."""
        return _signed(self.folder, name, self.middle, f"subjectAltName={names}\n", days)

    def chain(self, leaf: Pair, *others: Pair) -> Path:
        """What a server sends: its own certificate, those given, and its key."""
        path = leaf.certificate.with_suffix(f".{len(others)}.chain.pem")
        parts = [leaf.certificate, *(pair.certificate for pair in others), leaf.key]
        path.write_text("".join(part.read_text() for part in parts))
        return path


def make_authority(folder: Path) -> Authority:
    """A new authority whose files lie in this folder."""
    root = Pair(folder / "raiz.pem", folder / "raiz.key")
    _run(
        *("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "60", "-sha256"),
        *("-keyout", root.key, "-out", root.certificate, "-subj", "/CN=Raiz de ejemplo"),
        *("-addext", "keyUsage=critical,keyCertSign,cRLSign"),
    )
    return Authority(folder, root, _signed(folder, "intermedia", root, CA, 50))


def self_signed(folder: Path) -> Path:
    """A certificate that nobody but itself vouches for, with its key."""
    pair = Pair(folder / "solo.pem", folder / "solo.key")
    _run(
        *("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-sha256"),
        *("-keyout", pair.key, "-out", pair.certificate, "-subj", "/CN=portal.localhost"),
        *("-addext", f"subjectAltName={NAMES}"),
    )
    path = folder / "solo.chain.pem"
    path.write_text(pair.certificate.read_text() + pair.key.read_text())
    return path


def weak_dh(folder: Path) -> Path:
    """Parameters of Diffie-Hellman that are too short today."""
    path = folder / "dh.pem"
    _run("dhparam", "-dsaparam", "-out", path, "1024")
    return path


def server_context(
    chain: Path,
    *,
    lowest: ssl.TLSVersion | None = None,
    highest: ssl.TLSVersion | None = None,
    ciphers: str = "",
    dh: Path | None = None,
) -> ssl.SSLContext:
    """How a server speaks TLS; old versions and weak ciphers where asked."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = lowest or context.minimum_version
        context.maximum_version = highest or context.maximum_version
    if lowest or ciphers:
        context.set_ciphers(ciphers or "DEFAULT:@SECLEVEL=0")
    if dh is not None:
        context.load_dh_params(str(dh))
    return context


def _signed(folder: Path, name: str, issuer: Pair, extensions: str, days: int) -> Pair:
    pair = Pair(folder / f"{name}.pem", folder / f"{name}.key")
    request, more = folder / f"{name}.csr", folder / f"{name}.ext"
    more.write_text(extensions)
    _run(
        *("req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", pair.key),
        *("-out", request, "-subj", f"/CN={name}.localhost"),
    )
    _run(
        *("x509", "-req", "-in", request, "-CA", issuer.certificate, "-CAkey", issuer.key),
        *("-CAcreateserial", "-days", str(days), "-sha256", "-extfile", more),
        *("-out", pair.certificate),
    )
    return pair


def _run(*words: str | Path) -> None:
    assert OPENSSL is not None
    subprocess.run([OPENSSL, *map(str, words)], check=True, capture_output=True)
