"""A report out of the smallest file of each format, with what its metadata say."""

import gzip
import json
from collections.abc import Callable
from datetime import UTC, datetime

import made_files as made
import pytest

from watchword.collect import Limits, parse_mapping
from watchword.model.report import DateSource, Report, Status, Unread

ReadOne = Callable[..., Report]
Read = Callable[..., list[Report | Unread]]
MOMENT = datetime(2024, 10, 18, 0, 30, tzinfo=UTC)
DAY = datetime(2024, 10, 18, tzinfo=UTC)


@pytest.mark.parametrize("name", made.every_format())
def test_each_format_gives_the_words_of_its_report(name: str, read_file: Read) -> None:
    results = read_file(name, made.every_format()[name])
    reports = [result for result in results if isinstance(result, Report)]
    assert reports
    assert "the troops had left" in reports[0].text or made.FIRST in reports[0].text


def test_a_text_keeps_its_words_and_takes_its_date_from_the_dateline(read_one: ReadOne) -> None:
    report = read_one("a.txt", made.plain())
    assert report.text == made.plain().decode().strip()
    assert report.title == "Troops leave"
    assert report.published.at == DAY
    assert report.published.how is DateSource.TEXT
    assert report.published.day_only
    assert report.bylines == ("Example Wire",)
    assert report.language == "en"


def test_metadata_lines_above_a_text_are_no_part_of_it(read_one: ReadOne) -> None:
    top = "Title: Troops leave\nOutlet: Example News\nDate: 18 October 2024\n\n"
    report = read_one("a.txt", (top + made.STATEMENT).encode())
    assert report.text == made.STATEMENT
    assert (report.outlet, report.title) == ("Example News", "Troops leave")
    assert report.published.how is DateSource.HEADER


def test_markdown_loses_its_marks_and_gives_its_heading_as_title(read_one: ReadOne) -> None:
    report = read_one("a.md", made.markdown())
    assert report.title == "Troops leave"
    assert report.outlet == "Example News"
    assert report.text == f"{made.FIRST}\n\n{made.SECOND}\n\nSee the statement."


def test_a_page_gives_its_head_and_its_article(read_one: ReadOne) -> None:
    head = (
        "<title>Troops leave - Example News</title>"
        "<meta property='og:site_name' content='Example News'>"
        "<meta property='article:published_time' content='2024-10-18T09:30:00+09:00'>"
        "<meta name='author' content='A. Writer'>"
        "<link rel='canonical' href='https://news.example/a'>"
    )
    menu = "<nav><a href='/'>Home</a> <a href='/w'>World</a></nav>"
    body = f"{menu}<article><p>{made.FIRST * 3}</p><p>{made.SECOND}</p></article>"
    report = read_one("a.html", made.html(head=head, body=body))
    assert report.outlet == "Example News"
    assert report.bylines == ("A. Writer",)
    assert report.published.at == MOMENT
    assert report.address == "https://news.example/a"
    assert report.text == f"{made.FIRST * 3}\n\n{made.SECOND}"


def test_a_page_in_an_old_character_set_is_decoded_as_it_declares(read_one: ReadOne) -> None:
    words = "Министерство обороны сообщило, что войска покинули приграничный район."
    page = f"<html><head><meta charset='koi8-r'></head><body><p>{words}</p></body></html>"
    report = read_one("a.html", page.encode("koi8-r"))
    assert report.text == words
    assert report.language == "ru"


def test_a_pdf_gives_mended_words_and_its_metadata(read_one: ReadOne) -> None:
    report = read_one("a.pdf", made.pdf())
    assert made.FIRST in report.text.replace("  ", " ")
    assert report.title == "Troops leave"
    assert report.bylines == ("A. Writer",)
    assert report.published.at == MOMENT


def test_a_locked_pdf_is_told_as_such(read_file: Read) -> None:
    (result,) = read_file("a.pdf", made.pdf(encrypted=True))
    assert isinstance(result, Unread)
    assert "password" in result.reason


def test_a_word_document_gives_paragraphs_and_cells_in_order(read_one: ReadOne) -> None:
    report = read_one("a.docx", made.docx())
    assert report.text.split("\n\n") == [
        "Troops leave", made.FIRST, "Troops | 1,200", made.SECOND,
    ]  # fmt: skip
    assert (report.title, report.bylines) == ("Troops leave", ("A. Writer",))
    assert report.published.how is DateSource.UNKNOWN


def test_a_mail_gives_sender_subject_and_date(read_one: ReadOne) -> None:
    report = read_one("a.eml", made.eml())
    assert report.text == made.STATEMENT
    assert (report.outlet, report.title) == ("Example Wire", "Troops leave")
    assert report.published.at == MOMENT
    assert report.report_id == "one@wire.example"


def test_the_plain_part_of_a_mail_stands_before_the_html_part(read_one: ReadOne) -> None:
    parts = (
        "--b\r\nContent-Type: text/html\r\n\r\n<p>The other one.</p>\r\n"
        f"--b\r\nContent-Type: text/plain\r\n\r\n{made.STATEMENT}\r\n"
        "--b\r\nContent-Type: application/pdf\r\n"
        "Content-Disposition: attachment; filename=a.pdf\r\n\r\n%PDF\r\n--b--\r\n"
    )
    mail = made.eml(headers='Content-Type: multipart/mixed; boundary="b"\r\n', body=parts)
    assert read_one("a.eml", mail).text == made.STATEMENT


def test_a_mail_of_html_alone_is_read_through_its_markup(read_one: ReadOne) -> None:
    body = f"<html><body><p>{made.FIRST}</p><p>{made.SECOND}</p></body></html>"
    mail = made.eml(headers="Content-Type: text/html; charset=utf-8\r\n", body=body)
    assert read_one("a.eml", mail).text == made.STATEMENT


def test_each_mail_of_a_mailbox_is_a_report(read_file: Read) -> None:
    other = made.eml(body="A first line.\n>From here on it was quiet.").replace(b"<one@", b"<two@")
    first, second = read_file("a.mbox", made.mbox(made.eml(), other))
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert first.text == made.STATEMENT
    assert second.text == "A first line.\n\nFrom here on it was quiet."
    assert second.found_at.endswith("a.mbox!2")


def test_subtitles_keep_who_speaks(read_one: ReadOne) -> None:
    assert read_one("a.vtt", made.vtt()).text == (
        "ANA LIMA: The ministry said the troops had left. They may return.\n\n"
        "BO REED: How many & when?"
    )


def test_subrip_in_an_old_character_set_is_decoded_first(read_one: ReadOne) -> None:
    words = made.srt().decode().replace("ministry", "ministère de la défense")
    assert "ministère de la défense" in read_one("a.srt", words.encode("cp1252")).text


def test_a_web_archive_gives_address_and_date_of_capture(read_one: ReadOne) -> None:
    report = read_one("a.warc", made.warc_record(made.html()))
    assert report.address == "https://news.example/a"
    assert report.outlet == "news.example"
    assert report.published.at == datetime(2024, 10, 18, 1, 2, 3, tzinfo=UTC)
    assert report.found_at.endswith("a.warc!https://news.example/a")


def test_each_page_of_a_packed_web_archive_is_a_report(read_file: Read) -> None:
    second = made.html(body=f"<p>{made.SECOND}</p>")
    records = (
        gzip.compress(made.warc_record(made.html())),
        gzip.compress(made.warc_record(second, address="https://news.example/b")),
        gzip.compress(made.warc_record(b"body{}", kind="text/css")),
    )
    results = read_file("a.warc.gz", b"".join(records))
    addresses = [result.address for result in results if isinstance(result, Report)]
    assert addresses == ["https://news.example/a", "https://news.example/b"]


def test_a_wacz_is_read_through_its_archive(read_one: ReadOne) -> None:
    report = read_one("a.wacz", made.wacz())
    assert report.found_at.endswith("a.wacz!archive/data.warc.gz!https://news.example/a")


def test_ninjs_of_the_first_generation_gives_all_its_metadata(read_one: ReadOne) -> None:
    report = read_one("a.json", made.ninjs(ednote="Corrects the number in paragraph two."))
    assert report.form == "ninjs"
    assert report.report_id == "urn:example:1"
    assert report.outlet == "Example Wire"
    assert report.bylines == ("A. Writer",)
    assert report.published.at == MOMENT
    assert report.language == "en"
    assert report.version == "2"
    assert report.note == "Corrects the number in paragraph two."
    assert report.status is Status.USABLE


def test_ninjs_of_the_third_generation_gives_its_lists(read_one: ReadOne) -> None:
    item = {
        "uri": "https://wire.example/3",
        "standard": {"name": "ninjs", "version": "3.0"},
        "pubstatus": "usable",
        "versioncreated": "2024-10-18T00:30:00Z",
        "headlines": [
            {"role": "short", "value": "Leave"},
            {"role": "main", "value": "Troops leave"},
        ],
        "bodies": [
            {"contenttype": "text/html", "value": f"<p>{made.FIRST}</p><p>{made.SECOND}</p>"}
        ],
        "infosources": [{"name": "Example Wire"}],
        "by": "A. Writer and B. Other",
        "altids": [{"role": "web", "value": "https://news.example/a"}],
    }
    report = read_one("a.json", json.dumps(item).encode())
    assert report.text == made.STATEMENT
    assert report.title == "Troops leave"
    assert report.outlet == "Example Wire"
    assert report.bylines == ("A. Writer", "B. Other")
    assert report.address == "https://news.example/a"


def test_a_kill_without_a_body_still_comes_through(read_one: ReadOne) -> None:
    item = made.ninjs(pubstatus="canceled", body_text="", ednote="Kill: the number was wrong.")
    report = read_one("a.json", item)
    assert report.status is Status.CANCELED
    assert report.text == "Kill: the number was wrong."


def test_ninjs_items_may_stand_one_a_line(read_file: Read) -> None:
    lines = b"\n".join((made.ninjs(), made.ninjs(uri="urn:example:2"), made.ninjs(headline=7)))
    results = read_file("a.jsonl", lines)
    ids = [result.report_id for result in results if isinstance(result, Report)]
    assert ids == ["urn:example:1", "urn:example:2"]
    assert results[-1] == Unread(
        found_at=results[-1].found_at, reason="a ninjs item with a wrong value for 'headline'"
    )
    assert results[-1].found_at.endswith("a.jsonl:3")


def test_an_entry_of_rss_gives_its_full_content_and_its_own_source(read_one: ReadOne) -> None:
    report = read_one("a.rss", made.rss())
    assert report.text == made.STATEMENT
    assert report.outlet == "Example Wire"
    assert report.published.at == MOMENT
    assert report.address == "https://news.example/a"
    assert report.report_id == "tag:news.example,1"


def test_an_entry_keeps_its_key_when_the_feed_around_it_changes(read_file: Read) -> None:
    feed = made.rss()
    more = "<item><guid>2</guid><description>Other words.</description></item></channel>"
    (before,) = read_file("a.rss", feed)
    after = read_file("b.rss", feed.replace(b"</channel>", more.encode()))
    assert isinstance(before, Report)
    assert before.key in {result.key for result in after if isinstance(result, Report)}


def test_atom_and_json_feed_give_authors(read_one: ReadOne) -> None:
    for name, content in (("a.atom", made.atom()), ("a.json", made.json_feed())):
        report = read_one(name, content)
        assert report.bylines == ("A. Writer",)
        assert report.outlet == "Example News"
        assert report.published.at == MOMENT


def test_a_bad_item_of_a_json_feed_does_not_take_the_others_along(read_file: Read) -> None:
    good = {"id": 7, "content_text": made.STATEMENT}
    results = read_file("a.json", made.json_feed({"id": []}, good))
    assert isinstance(results[0], Report)
    assert results[0].report_id == "7"
    assert isinstance(results[1], Unread)


def test_a_bad_line_is_told_by_its_number_and_the_rest_goes_on(read_file: Read) -> None:
    first, second, bad = read_file("a.jsonl", made.jsonl().replace(b"\n", b"\n{oops\n", 1))
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert (first.report_id, second.report_id) == ("R1", "R2")
    assert isinstance(bad, Unread)
    assert bad.found_at.endswith("a.jsonl:2")


def test_many_bad_lines_of_one_kind_are_one_entry_with_their_count(read_file: Read) -> None:
    (told,) = read_file("a.jsonl", b"{oops}\n" * 1000)
    assert isinstance(told, Unread)
    assert told.count == 1000
    assert told.found_at.endswith("a.jsonl:1, 2, 3, 4, 5, …")


def test_other_column_names_are_read_through_a_mapping(read_one: ReadOne) -> None:
    line = json.dumps({"body": made.STATEMENT, "published_at": "2024-10-18", "no": 5}).encode()
    mapping = parse_mapping("text=body,date=published_at,id=no")
    report = read_one("a.jsonl", line, mapping=mapping)
    assert (report.text, report.report_id) == (made.STATEMENT, "5")
    assert report.published.at == DAY


def test_a_column_that_only_bears_an_optional_name_is_left_aside(read_one: ReadOne) -> None:
    line = made.jsonl(made.record(status="active", version={"major": 1}))
    report = read_one("a.jsonl", line)
    assert report.status is Status.USABLE
    assert report.version is None


def test_records_in_a_wide_encoding_with_a_mark_are_read(read_file: Read) -> None:
    for name in ("utf-16", "utf-32", "utf-8-sig"):
        results = read_file(f"{name}.jsonl", made.jsonl().decode().encode(name))
        assert [isinstance(result, Report) for result in results] == [True, True], name


def test_a_half_surrogate_becomes_a_replacement_mark(read_one: ReadOne) -> None:
    report = read_one("a.jsonl", b'{"text": "Words \\ud800 here.", "id": "\\udfff"}')
    assert report.text == "Words \ufffd here."
    assert report.report_id == "\ufffd"


def test_a_table_may_have_line_ends_in_its_cells_and_other_delimiters(read_file: Read) -> None:
    for mark in (",", ";", "\t", "|"):
        rows = made.csv().decode().replace('"Example, News"', "Example News")
        cells = rows.split("\r\n", 1)
        table = cells[0].replace(",", mark) + "\r\n" + cells[1].replace(",", mark, 6)
        (report,) = read_file("a.csv", table.encode())
        assert isinstance(report, Report)
        assert report.text == made.STATEMENT
        assert report.outlet == "Example News"
        assert report.found_at.endswith("a.csv:2")


def test_a_table_without_a_column_of_text_says_what_it_has(read_file: Read) -> None:
    (told,) = read_file("a.csv", b"link,body\nx,Words here.\n")
    assert isinstance(told, Unread)
    assert "link, body" in told.reason


def test_the_length_of_one_text_is_bounded(read_file: Read) -> None:
    (told,) = read_file("a.txt", b"word " * 100, limits=Limits(max_characters=100))
    assert isinstance(told, Unread)
    assert "longer than 100 characters" in told.reason


def test_what_a_file_holds_stands_before_what_its_name_says(read_one: ReadOne) -> None:
    assert read_one("a.pdf", made.html()).form == "html"
    assert read_one("a.txt", made.docx()).form == "docx"
    assert read_one("b.html", made.jsonl(made.record())).form == "json"


def test_the_same_bytes_give_the_same_key_whatever_their_path(read_one: ReadOne) -> None:
    assert read_one("a.txt", made.plain()).key == read_one("b.txt", made.plain()).key
