"""The lite sheet says the same as the full one, within a weight."""

from canse.domain.service import Channel, ChannelKind, DownloadableForm, Requirement, Step
from tests.builders import sheet
from uniportal.lite.sheet import LIST_CHARACTERS, MOST_CHARACTERS, lite_sheet


def test_lists_are_cut_when_they_weigh_too_much() -> None:
    many = tuple(Requirement(text=f"{number} " + "x" * 500) for number in range(50))

    shown = lite_sheet(sheet(requirements=many)).requirements

    assert shown.is_cut
    assert 0 < sum(len(line) for line in shown.lines) <= LIST_CHARACTERS


def test_lists_are_whole_when_they_fit() -> None:
    shown = lite_sheet(sheet(steps=(Step(title="Pague", description="En el banco."),))).steps

    assert shown.lines == ("Pague. En el banco.",)
    assert not shown.is_cut


def test_case_of_a_requirement_is_told() -> None:
    shown = lite_sheet(sheet(requirements=(Requirement(text="poder", case="si va otro"),)))

    assert shown.requirements.lines == ("poder (si va otro)",)


def test_endless_summary_is_cut() -> None:
    assert len(lite_sheet(sheet(summary="a" * 10_000)).summary) <= MOST_CHARACTERS


def test_links_are_told_once_and_only_when_they_may_be_linked() -> None:
    shown = lite_sheet(
        sheet(
            action_url="https://a.example/inicio",
            channels=(
                Channel(kind=ChannelKind.WEB, url="https://a.example/inicio"),
                Channel(kind=ChannelKind.WEB, url="javascript:alert(1)"),
                Channel(kind=ChannelKind.TELEPHONE, telephone="1500", hours="8 a 16"),
            ),
            forms=(DownloadableForm(title="F-1", url="https://b.example/f.pdf"),),
        )
    )

    assert [link.url for link in shown.links] == [
        "https://a.example/inicio",
        "https://b.example/f.pdf",
    ]
    assert shown.telephones == ("1500",)
    assert shown.hours == ("8 a 16",)


def test_service_without_owner_has_no_institution() -> None:
    assert lite_sheet(sheet(institution=None)).institution == ""
