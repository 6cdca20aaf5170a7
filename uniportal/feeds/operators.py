"""The list that telephone companies open so that the lite view costs its readers nothing.

One host, everything of it but the doors out: what an operator needs to tell it from the rest by
address, server name or path. Nothing is stated here that the settings do not know.
"""

import re
from typing import Any

VERSION = "1"
MOST_BYTES = 14_000
REQUESTS_A_PAGE = 1
_PATHS = r"(en/?)?(l/?)?((buscar|por/[a-z]+|s/[0-9]+)([?].*)?)?$"
_PATHS_BESIDE_OTHERS = r"(en/)?l(/((buscar|por/[a-z]+|s/[0-9]+)([?].*)?)?)?$"


def operator_list(host: str, *, is_own_host: bool) -> dict[str, Any]:
    """What to open for a host; `is_own_host` when it serves the lite view and nothing else."""
    return {
        "version": VERSION,
        "hosts": [
            {
                "host": host,
                "puertos": [80, 443],
                "sni": host,
                "http3": False,
                "ech": False,
                "ipv4": [],
                "ipv6": [],
                "exclusivo": is_own_host,
                "rutas": ["/"] if is_own_host else ["/l/", "/en/l/"],
                "rutas_excluidas": ["/l/salir/", "/en/l/salir/"],
                "contenido": ["text/html"],
                "max_bytes_pagina": MOST_BYTES,
                "max_solicitudes_pagina": REQUESTS_A_PAGE,
                "video": False,
                "terceros": [],
                "publicidad": False,
                "cookies": False,
            }
        ],
        "expresion_regular": address_pattern(host, is_own_host=is_own_host),
    }


def address_pattern(host: str, *, is_own_host: bool) -> str:
    """An expression that every address to open matches, in Python, PCRE and POSIX alike."""
    paths = _PATHS if is_own_host else _PATHS_BESIDE_OTHERS
    return rf"^https?://{re.escape(host)}(:(80|443))?/{paths}".replace(r"\-", "-")
