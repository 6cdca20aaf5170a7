"""The running text of a page's own body, for those who judge how it is written."""

from crawler.page import Page, Region

TEXT_LENGTH = 8000
LEAST_WORDS_OF_A_PASSAGE = 3


def main_text(page: Page) -> str:
    """What the page says outside its menus, header, footer and sidebars, links and titles included.

    A menu says nothing of the language of a portal: passages of a word or two are left out.
    """
    return ". ".join(main_passages(page))


def main_passages(page: Page) -> tuple[str, ...]:
    """The same as separate passages, up to TEXT_LENGTH characters in all."""
    kept: list[str] = []
    length = 0
    for block in page.blocks:
        if block.region is Region.MAIN and block.text.count(" ") + 1 >= LEAST_WORDS_OF_A_PASSAGE:
            kept.append(block.text)
            length += len(block.text)
            if length > TEXT_LENGTH:
                break
    return tuple(kept)
