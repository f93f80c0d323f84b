"""The pages of the static site as files: valid, light, linked, with previews."""

import struct
import xml.etree.ElementTree as ET
from urllib.parse import urlsplit

from tests.export.site.static_site import SITE, Page, StaticSite

LIGHT = 300_000  # [bytes]
NEEDED = ("og:title", "og:description", "og:url", "og:image", "og:type", "og:site_name", "og:image:alt")
TWITTER = ("twitter:card", "twitter:title", "twitter:description", "twitter:image")
FRENCH_AND_ENGLISH = {"fr", "en", "x-default"}


def test_every_page_is_well_formed_and_says_its_language(static_site: StaticSite) -> None:
    for page in static_site.sheets():
        assert page.path.read_bytes().startswith(b"<!DOCTYPE html>")
        assert page.tree.attrib["lang"] == page.lang
        assert len(list(page.tree.iter("h1"))) == 1, page.path


def test_no_page_holds_an_id_twice(static_site: StaticSite) -> None:
    for page in static_site.pages():
        ids = [one.attrib["id"] for one in page.tree.iter() if "id" in one.attrib]
        assert len(ids) == len(set(ids)), page.path


def test_no_page_is_heavier_than_300_kilobytes(static_site: StaticSite) -> None:
    assert max(page.path.stat().st_size for page in static_site.pages()) < LIGHT


def test_every_link_within_the_site_leads_to_a_file(static_site: StaticSite) -> None:
    for page in static_site.pages():
        for one in page.tree.iter():
            for name in ("href", "src", "srcset"):
                address = urlsplit(one.attrib.get(name, ""))
                if address.path and not address.scheme:
                    assert (page.path.parent / address.path).is_file(), (page.path, address.path)


def test_every_page_can_be_reached_from_the_first_one(static_site: StaticSite) -> None:
    seen, ahead = set(), [static_site.folder / "index.html"]
    while ahead:
        path = ahead.pop().resolve()
        if path not in seen:
            seen.add(path)
            found = [urlsplit(one.attrib["href"]) for one in Page(path).tree.iter("a")]
            ahead += [
                path.parent / one.path for one in found if one.path.endswith(".html") and not one.scheme
            ]
    assert seen == {page.path.resolve() for page in static_site.pages()}


def test_every_preview_has_title_description_and_a_picture_of_its_own(static_site: StaticSite) -> None:
    titles, pictures = set(), set()
    for page in static_site.sheets():
        for name in (*NEEDED, *TWITTER, "description"):
            assert page.meta(name).strip(), (page.path, name)
        picture = static_site.folder / page.meta("og:image").removeprefix(f"{SITE}/")
        assert struct.unpack(">II", picture.read_bytes()[16:24]) == (1200, 630)
        assert page.meta("og:image") == page.meta("twitter:image")
        assert len(page.meta("description")) <= 300
        titles.add((page.lang, page.meta("og:title")))
        pictures.add(picture)
    assert len(titles) == len(pictures) == len(list(static_site.sheets()))


def test_a_preview_answers_the_question_of_its_page(static_site: StaticSite) -> None:
    rank, launch = static_site.page("en", "rank-fr-productivity"), static_site.page("fr", "launch-le-chat")
    assert rank.meta("description").startswith("8 Oct 2026: ")
    assert "ChatGPT" in rank.meta("description")
    assert launch.meta("description").startswith(
        "1\u00a0M de téléchargements\u00a0: Le Chat au plus tard au jour 14"
    )
    assert launch.meta("og:title") == "Vitesse de lancement\u00a0: Le Chat · Palmarès"
    assert (
        static_site.page("en", "index")
        .meta("description")
        .startswith("France, Productivity, 8 Oct 2026: Claude no. 1")
    )


def test_each_page_names_its_counterpart_and_itself(static_site: StaticSite) -> None:
    for page in static_site.sheets():
        [itself] = page.links("canonical")
        assert itself["href"] == f"{SITE}/{page.lang}/{page.path.name}"
        others = {one["hreflang"]: one["href"] for one in page.links("alternate") if "hreflang" in one}
        assert set(others) == FRENCH_AND_ENGLISH
        for lang in ("fr", "en"):
            assert (static_site.folder / others[lang].removeprefix(f"{SITE}/")).is_file()


def test_the_map_lists_every_page_and_robots_find_it(static_site: StaticSite) -> None:
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    listed = ET.parse(static_site.folder / "sitemap.xml").getroot().findall("s:url/s:loc", spaces)
    pages = {f"{SITE}/{page.path.relative_to(static_site.folder)}" for page in static_site.sheets()}
    assert {one.text for one in listed} == pages | {f"{SITE}/"}
    assert f"Sitemap: {SITE}/sitemap.xml" in (static_site.folder / "robots.txt").read_text()


def test_no_page_needs_a_script_and_every_picture_says_what_it_shows(static_site: StaticSite) -> None:
    for page in static_site.pages():
        assert list(page.tree.iter("script")) == []
        assert [name for one in page.tree.iter() for name in one.attrib if name.startswith("on")] == []
        assert all(len(one.attrib["alt"]) > 10 for one in page.tree.iter("img")), page.path


def test_pictures_are_vectors_that_fit_their_page_and_follow_light_and_dark(static_site: StaticSite) -> None:
    pictures = list((static_site.folder / "pictures").glob("*.svg"))
    assert len(pictures) > 20
    for picture in pictures:
        text = picture.read_text("utf-8")
        assert ET.fromstring(text).attrib["width"] == picture.stem.rsplit("-", 1)[1]
        assert "prefers-color-scheme:dark" in text
        assert "var(--ink)" in text
