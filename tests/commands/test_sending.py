"""`followup --send` and `circulate`: nothing is marked as sent that was not, and a repeat sends only the rest."""

import email
import email.policy
import json
import re

import pytest

from tests import post

MINUTES = "minutes-20231226-y6db"
PATH = f"records/2023Q4/minutes/{MINUTES}.yaml"


@pytest.fixture
def mailed(company, monkeypatch):
    """Return a way to call the program with a mail server behind it."""

    def call(port, *arguments, **values):
        for name, value in post.environment(port).items():
            monkeypatch.setenv(name, value)
        return company(*arguments, **values)

    return call


# ── reminders ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_everybody_gets_one_mail_with_their_part(mailed):
    handler = post.Taking()
    with post.served(handler) as port:
        answer = mailed(port, "followup", "--send")

    receivers = [one for (one,) in handler.receivers]
    assert len(receivers) == len(set(receivers)) > 8
    assert f"{len(receivers)} mails sent." in answer.err
    mine = next(mail for (to,), mail in handler.mails if to == "sunhao@example.com")
    assert "commcoord done a-re5g" in mine.get_content()


def test_nobody_is_reminded_of_one_thing_twice_a_day(mailed):
    handler = post.Taking()
    with post.served(handler) as port:
        mailed(port, "followup", "--send", "--who", "孙浩")
        again = mailed(port, "followup", "--send", "--who", "孙浩")
        mailed(port, "followup", "--send", "--who", "孙浩", "--again")
        mailed(port, "followup", "--send", "--who", "孙浩", now="2023-12-30 09:00")

    assert len(handler.mails) == 3
    assert "Everybody was reminded today already." in again.err


def test_a_new_thing_is_told_the_same_day_alone(mailed):
    handler = post.Taking()
    with post.served(handler) as port:
        mailed(port, "followup", "--send", "--who", "徐丽")
        mailed(port, "followup", "--send", "--who", "徐丽", "--within", "90")

    first, second = (mail.get_content() for _to, mail in handler.mails)
    assert "m-2z6n" in first
    assert "m-2z6n" not in second
    assert "a-da92" in second


def test_a_refused_person_is_named_and_only_that_one_is_tried_again(mailed):
    handler = post.Taking(refused=["sunhao@example.com"])
    with post.served(handler) as port:
        failed = mailed(port, "followup", "--send", code=3)
        before = len(handler.mails)
        handler.refused = ()
        mailed(port, "followup", "--send")

    assert "sunhao@example.com (550 no such mailbox)" in failed.err
    assert handler.receivers[before:] == [["sunhao@example.com"]]


def test_when_the_server_dies_midway_the_rest_is_sent_the_next_time(mailed):
    handler = post.Taking(breaks_at=3)
    with post.served(handler) as port:
        failed = mailed(port, "followup", "--send", code=3)
        assert "2 mails sent." in failed.err
        handler.breaks_at = None
        mailed(port, "followup", "--send")

    receivers = [one for (one,) in handler.receivers]
    assert len(receivers) == len(set(receivers)) > 8


def test_a_rehearsal_needs_no_server_and_remembers_nothing(company):
    rehearsed = company("followup", "--send", "--dry-run")

    assert "孙浩 <sunhao@example.com>\t3" in rehearsed.out
    assert not (company.root / ".commcoord/reminded.json").exists()


def test_without_a_server_nothing_happens(company, monkeypatch):
    monkeypatch.delenv("COMMCOORD_SMTP_HOST", raising=False)

    assert "COMMCOORD_SMTP_HOST is missing or wrong." in company("followup", "--send", code=2).err


def test_a_damaged_memory_is_an_empty_one(mailed, company):
    (company.root / ".commcoord").mkdir(exist_ok=True)
    (company.root / ".commcoord/reminded.json").write_text("[1, {", encoding="utf-8")
    handler = post.Taking()
    with post.served(handler) as port:
        mailed(port, "followup", "--send", "--who", "孙浩")

    assert len(handler.mails) == 1
    assert "sunhao@example.com" in json.loads(company.file(".commcoord/reminded.json"))


# ── circulate ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_minutes_go_to_everybody_concerned_and_the_time_is_noted(mailed, company):
    handler = post.Taking()
    with post.served(handler) as port:
        mailed(port, "circulate", MINUTES, "--send", lang="zh-Hans")

    ((receivers, mail),) = handler.mails
    assert "hanmei@example.com" in receivers
    assert {part.get_content_type() for part in mail.walk()} == {
        "multipart/alternative",
        "text/plain",
        "text/html",
    }
    assert "春节放假与物流衔接会" in mail["Subject"]
    assert "2023-12-29 17:00" in company.file(PATH)
    assert "digest:" in company.file(PATH)


def test_who_was_refused_is_not_noted_and_gets_it_with_the_next_try(mailed, company):
    handler = post.Taking(refused=["hanmei@example.com"])
    with post.served(handler) as port:
        failed = mailed(port, "circulate", MINUTES, "--send", code=3)
        assert "hanmei@example.com (550" in failed.err
        assert "韩梅" not in company.file(PATH).partition("circulated:")[2].partition("history")[0]
        handler.refused = ()
        mailed(port, "circulate", MINUTES, "--send", now="2023-12-29 18:00")
        done = mailed(port, "circulate", MINUTES, "--send")

    assert handler.receivers[1] == ["hanmei@example.com"]
    assert len(handler.mails) == 2
    assert "Everybody concerned has them" in done.err
    assert "2023-12-29 17:00" in company.file(PATH)
    assert "2023-12-29 18:00" not in company.file(PATH)


@pytest.mark.parametrize("misbehaving", ["dies", "is silent", "is not there"])
def test_a_server_that_fails_leaves_the_record_as_it_was(mailed, company, misbehaving):
    before = company.file(PATH)
    if misbehaving == "dies":
        with post.served(post.Taking(breaks_at=1)) as port:
            mailed(port, "circulate", MINUTES, "--send", code=3)
    elif misbehaving == "is silent":
        with post.silent() as port:
            mailed(port, "circulate", MINUTES, "--send", code=3)
    else:
        mailed(post.free_port(), "circulate", MINUTES, "--send", code=3)

    assert company.file(PATH) == before


def test_a_later_change_goes_out_as_a_correction(mailed, company):
    handler = post.Taking()
    with post.served(handler) as port:
        mailed(port, "circulate", MINUTES, "--send")
        path = company.root / PATH
        path.write_text(
            path.read_text("utf-8").replace("提交春节值守名单", "提交春节值班名单"), encoding="utf-8"
        )
        mailed(port, "circulate", MINUTES, "--send", now="2023-12-30 09:00")

    first, second = handler.mails
    assert first[0] == second[0]
    assert second[1]["Subject"].startswith("Correction: Minutes 2023-12-26")
    text = company.file(PATH)
    assert "2023-12-29 17:00" in text
    assert "corrected: 2023-12-30 09:00" in text


def test_progress_is_no_correction(mailed, company):
    handler = post.Taking()
    with post.served(handler) as port:
        mailed(port, "circulate", MINUTES, "--send")
        company("reschedule", "a-", "2024-01-20", "--because", "承运商未定", code=None)
        item = json.loads(company("show", MINUTES, "--json").out)["actions"][0]["id"]
        company("progress", item, "已联系承运商")
        mailed(port, "circulate", MINUTES, "--send")

    assert len(handler.mails) == 1


def circulated(company):
    return json.loads(company("show", MINUTES, "--json").out).get("circulated")


def test_a_mail_is_written_and_noted_as_sent_at_once(company, tmp_path):
    said = company("circulate", MINUTES, "--eml", str(tmp_path / "minutes.eml")).err
    mail = email.message_from_bytes((tmp_path / "minutes.eml").read_bytes(), policy=email.policy.default)

    assert "hanmei@example.com" in str(mail["To"])
    assert circulated(company).items() >= {"at": "2023-12-29 17:00", "by": "email"}.items()
    assert "韩梅" in str(circulated(company)["to"])
    assert "韩梅" in said
    assert "send the file now" in said


def test_a_draft_is_only_written_and_its_sending_noted_later(company, tmp_path):
    said = company("circulate", MINUTES, "--eml", str(tmp_path / "minutes.eml"), "--draft").err

    assert (tmp_path / "minutes.eml").is_file()
    assert not circulated(company)
    assert "--sent" in said
    company("circulate", MINUTES, "--sent")
    assert circulated(company)["at"] == "2023-12-29 17:00"


def test_a_mail_that_cannot_be_written_is_not_noted(company, tmp_path):
    company("circulate", MINUTES, "--eml", str(tmp_path / "nowhere/minutes.eml"), code=3)

    assert not circulated(company)


@pytest.mark.parametrize("way", [["--sent"], ["--send"], ["--eml", "minutes.eml"]])
def test_a_rehearsal_shows_what_would_be_noted(company, way):
    before = company.file(PATH)
    shown = company("circulate", MINUTES, *way, "--dry-run").out

    assert "+circulated:" in shown
    assert json.loads(company("circulate", MINUTES, *way, "--dry-run", "--json").out)["diff"] == shown
    assert company.file(PATH) == before
    assert not (company.root / "minutes.eml").exists()


def test_a_draft_is_one_of_a_file(company):
    assert "--eml" in company("circulate", MINUTES, "--send", "--draft", code=2).err


def test_a_mail_that_reaches_nobody_is_refused_in_rehearsal_too(company):
    path = company.root / "commcoord.yaml"
    path.write_text(re.sub(r", email: [^,}]+", "", path.read_text("utf-8")), encoding="utf-8")

    for rehearsal in ([], ["--dry-run"]):
        assert "no address" in company("circulate", MINUTES, "--eml", "minutes.eml", *rehearsal, code=1).err
    assert not (company.root / "minutes.eml").exists()


def test_without_a_way_it_shows_what_would_be_sent(company):
    shown = company("circulate", MINUTES)

    assert "To: 何晓燕 <hexiaoyan@example.com>" in shown.out
    assert "Nothing is sent yet" in shown.err
    assert f"commcoord circulate {MINUTES} --send”" in shown.err
    assert f"commcoord circulate {MINUTES} --sent”" in shown.err


def test_minutes_that_name_nobody_have_not_reached_everybody(repository):
    made = repository("new", "minutes", "--title", "Weekly", "--scenario", "routine", "--date", "2023-12-01")
    name = made.out.split("/")[-1].removesuffix(".yaml\n")
    told = repository("circulate", name).err

    assert "Everybody" not in told
    assert f'nobody whom they are to reach: commcoord hold {name} --attendee "…"' in told


def test_who_has_no_address_is_named(company):
    path = company.root / "commcoord.yaml"
    path.write_text(
        path.read_text("utf-8").replace(
            "email: hanmei@example.com", 'email: "hanmei@example.com, x@example.com"'
        ),
        encoding="utf-8",
    )

    answer = company("circulate", MINUTES, "--json")

    assert json.loads(answer.out)["missing"] == ["韩梅"]
    assert "No address is known for 韩梅." in company("circulate", MINUTES).err


def test_what_is_for_the_inside_only_is_left_out(company):
    path = company.root / PATH
    path.write_text(
        path.read_text("utf-8").replace("topic: 末班发车,", "topic: 末班发车, audience: internal,"),
        encoding="utf-8",
    )

    assert "承运商二月初停运" not in company("circulate", MINUTES).out
    assert "承运商二月初停运" in company("circulate", MINUTES, "--audience", "internal").out


def test_numbers_of_persons_are_flagged_where_the_mail_goes_outside(company):
    path = company.root / PATH
    path.write_text(path.read_text("utf-8").replace("topic: 末班发车,", "topic: 请打13812345678,"), "utf-8")

    flagged = "a telephone number …5678 is in it"
    assert flagged in company("circulate", MINUTES, "--audience", "external").err
    assert flagged not in company("circulate", MINUTES).err


def test_without_a_mail_server_the_way_that_needs_none_is_named(company):
    refused = company("circulate", MINUTES, "--send", code=2).err

    assert "COMMCOORD_SMTP_HOST is missing or wrong." in refused
    assert f"commcoord circulate {MINUTES} --eml FILE" in refused


def test_only_minutes_are_circulated(company):
    assert "only minutes are circulated" in company("circulate", "plan-20231020-m4x9", code=2).err


@pytest.fixture
def sent_while_writing(mailed, company):
    """Return a way to send minutes to whose file somebody adds lines while the mail is out."""

    def send(lines, **values):
        class Meanwhile(post.Taking):
            async def handle_DATA(self, server, session, envelope):  # noqa: N802
                (company.root / PATH).write_text(company.file(PATH) + lines, "utf-8")
                return await super().handle_DATA(server, session, envelope)

        assert "circulated:" not in company.file(PATH)
        with post.served(Meanwhile()) as port:
            return mailed(port, "circulate", MINUTES, "--send", **values)

    return send


@pytest.mark.parametrize("to", ["[新同事]", "新同事"])
def test_whoever_was_noted_while_the_mail_was_out_stays_noted(sent_while_writing, company, to):
    sent_while_writing(f"circulated:\n  at: 2023-12-28 09:00\n  to: {to}  # by hand\n")

    assert circulated(company)["to"][0] == "新同事"
    assert "韩梅（人事行政部）" in circulated(company)["to"]
    assert circulated(company)["at"] == "2023-12-28 09:00"
    assert "# by hand" in company.file(PATH)


def test_a_file_that_was_spoiled_while_the_mail_was_out_is_said(sent_while_writing, company):
    failed = sent_while_writing("circulated: yesterday\n", code=3)

    assert "The mail is out, but that could not be noted" in failed.err
    assert company.file(PATH).endswith("circulated: yesterday\n")
