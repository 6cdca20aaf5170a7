"""A portal of many pages in the shape of a tree, each page naming the next ones."""

from tests.crawler.small_site import Pages, Reply, page

BRANCHES = 2


def tree(pages: int) -> Pages:
    """So many pages: the home and, below it, "/p/1" and on, each linking to those under it."""
    return {address(number): _page(number, pages) for number in range(pages)}


def address(number: int) -> str:
    """The address of a page by its number; the home is page 0."""
    return f"/p/{number}" if number else "/"


def _page(number: int, pages: int) -> Reply:
    first = BRANCHES * number + 1
    below = [address(one) for one in range(first, first + BRANCHES) if one < pages]
    return page(f"Página {number}", *below)
