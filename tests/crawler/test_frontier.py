"""The queue goes breadth first, and every trap has an end and a reason."""

from crawler.frontier import DEPTH, LINKS_A_PAGE, NOTICES_A_PAGE, Found, Frontier
from crawler.scope import scope_of, twins_of
from crawler.traps import Skip

HOME = "http://muni.gob.gt/"


def frontier() -> Frontier:
    return Frontier(scope_of(HOME))


def drain(queue: Frontier) -> list[str]:
    found = []
    while (seat := queue.next()) is not None:
        found.append(seat.url)
    return found


def add(queue: Frontier, *paths: str, depth: int = 1) -> None:
    for path in paths:
        queue.add(f"http://muni.gob.gt{path}", depth=depth, found_on=HOME)


def test_addresses_come_out_in_the_order_found() -> None:
    queue = frontier()

    add(queue, "/a", "/b", "/a", "/c")

    assert [url[-2:] for url in drain(queue)] == ["/a", "/b", "/c"]
    assert queue.known == 3


def test_sitemap_and_links_take_turns() -> None:
    queue = frontier()
    add(queue, "/a", "/b")
    for path in ("/1", "/2"):
        queue.add(f"http://muni.gob.gt{path}", depth=1, found_on="", is_listed=True)

    assert [url[-2:] for url in drain(queue)] == ["/1", "/a", "/2", "/b"]


def test_what_promises_services_comes_sooner_and_old_news_last() -> None:
    queue = frontier()
    links = [
        Found(url=f"{HOME}noticias/1", words="Se inauguró el parque"),
        Found(url=f"{HOME}historia", words="Historia"),
        Found(url=f"{HOME}p?id=7", words="Licencia de construcción"),
        Found(url=f"{HOME}transparencia", words="Transparencia"),
        Found(url=f"{HOME}tramites", words=""),
        Found(url=f"{HOME}deportes", words="Deportes"),
    ]

    queue.add_links(links, depth=1, found_on=HOME)

    assert [url.removeprefix(HOME) for url in drain(queue)] == [
        "p?id=7", "tramites", "historia", "transparencia", "deportes", "noticias/1",
    ]  # fmt: skip


def test_no_queue_waits_longer_than_one_round() -> None:
    queue = frontier()
    add(queue, *(f"/tramites/{n}" for n in range(100)), "/historia", "/contacto")

    first = drain(queue)[:6]

    assert f"{HOME}historia" in first
    assert f"{HOME}contacto" in first


def test_what_is_still_waiting_is_counted_in_every_queue() -> None:
    queue = frontier()
    add(queue, "/tramites", "/historia", "/contacto", "/tag/obras")

    assert queue.waiting == 4


def test_scheme_and_www_are_one_page() -> None:
    queue = frontier()
    for url in ("http://muni.gob.gt/a", "https://muni.gob.gt/a", "http://www.muni.gob.gt/a"):
        queue.add(url, depth=1, found_on=HOME)

    assert drain(queue) == ["http://muni.gob.gt/a"]


def test_other_hosts_and_ports_stay_out() -> None:
    queue = frontier()
    for url in ("http://otra.gob.gt/", "http://sub.muni.gob.gt/", "http://muni.gob.gt:8080/"):
        queue.add(url, depth=1, found_on=HOME)

    assert drain(queue) == []
    assert queue.skipped == {Skip.OTHER_PORTAL: 3}


def test_each_exclusion_has_its_reason() -> None:
    queue = Frontier(scope_of(HOME), lambda url: "/privado" not in url)
    add(queue, "/x", depth=DEPTH + 1)
    add(queue, "/" + "/".join(f"d{n}" for n in range(16)))
    add(queue, "/a/b/a/b/a/b")
    add(queue, "/foto.JPG", "/salir/logout", "/x?action=delete&id=1", "/privado/x")
    add(queue, "/expedientes/eliminar/5", "/tramites/eliminar-antecedentes")
    queue.add(None, depth=1, found_on=HOME)

    assert drain(queue) == [HOME + "tramites/eliminar-antecedentes"]
    assert queue.skipped == {
        Skip.TOO_DEEP: 1,
        Skip.LONG_PATH: 1,
        Skip.REPEATED_PATH: 1,
        Skip.NOT_A_PAGE: 1,
        Skip.DANGEROUS: 3,
        Skip.ROBOTS: 1,
        Skip.BAD_ADDRESS: 1,
    }


def test_exclusion_is_counted_once_when_found_again() -> None:
    queue = frontier()

    add(queue, "/foto.jpg", "/foto.jpg")

    assert queue.skipped[Skip.NOT_A_PAGE] == 1


def test_what_a_page_of_services_offers_comes_with_the_services() -> None:
    queue = frontier()
    links = [
        Found(url=f"{HOME}a", words="Boda"),
        Found(url=f"{HOME}b", words="Agua", is_offered=True),
        Found(url=f"{HOME}noticias/c", words="Boda en el parque", is_offered=True),
    ]

    queue.add_links(links, depth=1, found_on=HOME)

    assert [url.removeprefix(HOME) for url in drain(queue)] == ["b", "a", "noticias/c"]


def test_page_of_many_notices_does_not_keep_others_waiting() -> None:
    queue = frontier()
    add(queue, *(f"/historia-{letter}" for letter in "abcdefghij"))
    add(queue, *(f"/aviso-de-privacidad-{letter}" for letter in "abcdefghijklmnop"))

    first = drain(queue)[: 10 + NOTICES_A_PAGE]

    assert sum("historia" in url for url in first) == 10


def test_links_of_one_page_are_cut() -> None:
    queue = frontier()

    links = [Found(url=f"http://muni.gob.gt/{n}") for n in range(LINKS_A_PAGE + 7)]
    queue.add_links(links, depth=1, found_on=HOME)

    assert len(drain(queue)) == LINKS_A_PAGE
    assert queue.skipped[Skip.TOO_MANY_LINKS] == 7


def test_documents_wait_apart_in_order() -> None:
    queue = frontier()

    add(queue, "/b.pdf", "/a.DOCX", "/pagina")

    assert [seat.url[-6:] for seat in queue.documents] == ["/b.pdf", "a.DOCX"]
    assert len(drain(queue)) == 1


def test_retry_comes_last_and_counts_its_tries() -> None:
    queue = frontier()
    add(queue, "/a", "/b")
    first = queue.next()
    assert first is not None

    queue.retry(first)

    assert drain(queue)[-1] == first.url
    assert queue.waiting == 0


def test_twins_are_the_other_scheme_and_the_other_name() -> None:
    assert twins_of("http://muni.gob.gt/") == (
        "https://muni.gob.gt/",
        "http://www.muni.gob.gt/",
        "https://www.muni.gob.gt/",
    )
    assert twins_of("http://127.0.0.1:80/") == ()


def test_files_of_data_are_documents_and_feeds_are_not() -> None:
    queue = frontier()
    add(queue, "/obras.json", "/mapa.geojson", "/gasto.xml", "/lista.tsv")
    add(queue, "/sitemap_index.xml", "/blog/feed.xml", "/rss.xml")

    named = [seat.url.removeprefix(HOME) for seat in queue.documents]

    assert named == ["obras.json", "mapa.geojson", "gasto.xml", "lista.tsv"]
    assert queue.skipped[Skip.NOT_A_PAGE] == 3
