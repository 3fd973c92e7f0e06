"""`commcoord import`, as a person types it."""

import json

import pytest

from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message
from commcoord.workspace import Workspace

NOTES = """\
# 周例会

时间：2023-10-20 14:00-15:00
主持人：张伟
参会人：张伟、李娜

议题：预算
财务部同意总额
决议：总预算17万元 @张伟
行动：提交场地清单 @王强 !10月24日
确认：首批8家门店
"""


def written(repository, answer):
    """The lines of the first record that was made, without its ids."""
    return repository.file(answer.out.splitlines()[0])


def test_minutes_typed_as_quick_notes(repository, tmp_path):
    path = tmp_path / "notes.md"
    path.write_text(NOTES, "utf-8")
    answer = repository("import", str(path))
    text = written(repository, answer)

    assert answer.out.startswith("records/2023Q4/minutes/minutes-20231020-")
    for line in ("title: 周例会", "scenario: cross-department", "step: goal", "start: 2023-10-20 14:00", "chair: 张伟", "due: 2023-10-24", "owner: 王强"):  # fmt: skip
        assert line in text
    assert "taken to be across departments; --scenario says otherwise" in answer.err
    repository("check", code=None)
    assert json.loads(repository("list", "--json").out)[0]["title"] == "周例会"


def test_a_form_goes_out_and_comes_back_into_another_repository(repository, company, tmp_path):
    for to in ("docx", "xlsx", "md"):
        path = tmp_path / f"{to}-form.{to}"
        company("render", "n5c8", "--to", to, "-o", str(path), lang="zh-Hans")
        answer = repository("import", "--dry-run", str(path), lang="zh-Hans")

        assert "宣传页定稿并印刷" in answer.out
    assert json.loads(repository("list", "--json").out) == []  # a dry run writes nothing


def test_the_same_form_is_not_brought_in_twice(company, tmp_path):
    path = tmp_path / "form.md"
    company("render", "n5c8", "-o", str(path))
    answer = company("import", str(path), code=1)

    assert "task-20231023-n5c8 is here already; nothing was imported." in answer.err


def test_a_bad_file_does_not_keep_the_others_out(repository, tmp_path):
    good, bad = tmp_path / "good.md", tmp_path / "bad.docx"
    good.write_text(NOTES, "utf-8")
    bad.write_bytes(b"no document")
    answer = repository("import", str(bad), str(good), code=3)

    assert len(answer.out.splitlines()) == 1
    assert "bad.docx cannot be imported: it is damaged, or no Office file." in answer.err


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (",plan,周会,2023-11-20,routine\n,plan,月会,2023-11-21,nonsense\n", "nonsense"),
        (",plan,周会,2023-11-20,routine\n,plan,月会,2023-13-21,routine\n", "no day with its year"),
        (
            "plan-20231120-7qk2,plan,周会,2023-11-20,routine\nplan-20231120-7qk2,plan,月会,2023-11-20,routine\n",
            "plan-20231120-7qk2 stands in it twice; nothing was imported.",
        ),
    ],
)
def test_of_a_list_with_a_bad_row_nothing_is_written(repository, tmp_path, rows, said):
    path = tmp_path / "list.csv"
    path.write_text(f"id,kind,title,date,scenario\n{rows}", "utf-8")
    answer = repository("import", str(path), code=None)

    assert said in answer.err
    assert answer.out == ""
    assert json.loads(repository("list", "--json").out) == []


def test_the_days_of_a_list_that_excel_has_saved(repository, tmp_path):
    path = tmp_path / "list.csv"
    head = "kind,title,date,scenario,start,end"
    path.write_text(f"{head}\nplan,周会,2023/11/20,routine,2023/11/20 9:00,2023/11/20 10:30\n", "utf-8")
    text = written(repository, repository("import", str(path)))

    for line in ("date: 2023-11-20", "start: 2023-11-20 09:00", "end: 2023-11-20 10:30"):
        assert line in text


def test_what_was_written_before_a_failure_is_counted(repository, tmp_path, monkeypatch):
    path = tmp_path / "list.csv"
    path.write_text("kind,title,date,scenario\n" + "plan,周会,2023-11-20,routine\n" * 3, "utf-8")
    created = Workspace.create

    def full(workspace, *arguments, **values):
        if len(workspace.written) == 2:
            raise ImpossibleError(Message("The disk is full."))
        return created(workspace, *arguments, **values)

    monkeypatch.setattr(Workspace, "create", full)
    answer = repository("import", str(path), code=3)

    assert "2 records imported" in answer.err
    assert len(answer.out.splitlines()) == 2


@pytest.mark.parametrize("kind", ["plan", "task", "feedback"])
def test_what_has_no_field_stays_in_the_file(repository, tmp_path, kind):
    path = tmp_path / "form.csv"
    title = {"plan": "沟通主题", "task": "任务名称", "feedback": "沟通事由"}[kind]
    path.write_text(f"{title},推广\n负责人,张伟\n密级,内部\n", "utf-8")
    answer = repository("import", str(path), "--kind", kind, "--date", "2023-10-20", "--scenario", "customer")

    assert "# 密级：内部" in written(repository, answer)
    assert "kept as a note: 密级：内部" in answer.err
    assert "scenario: customer" in written(repository, answer)


def test_in_minutes_it_is_a_topic_of_its_own(repository, tmp_path):
    path = tmp_path / "form.csv"
    path.write_text("会议名称,周例会\n时间,2023-10-20 14:00\n地点,301\n密级,内部\n", "utf-8")
    answer = repository("import", str(path))

    assert "{topic: From the old form, notes: 密级：内部}" in written(repository, answer)


def test_a_form_without_a_day_asks_for_one(repository, tmp_path):
    path = tmp_path / "form.csv"
    path.write_text("会议名称,周例会\n时间,周五\n地点,301\n主持人,张伟\n", "utf-8")

    assert "no day is named in it" in repository("import", str(path), code=3).err
    assert "minutes-20231020-" in repository("import", str(path), "--date", "2023-10-20").out


@pytest.mark.parametrize("head", ["时间：2023-10-20", "时间：2023-10-20\n主持人：张伟\n参会人：张伟、王强"])
def test_actions_below_a_heading(repository, tmp_path, head):
    path = tmp_path / "notes.md"
    path.write_text(f"# 周例会\n\n{head}\n\n## 行动项\n- 提交清单 @王强 !10月25日\n- 写一份说明\n", "utf-8")
    (made,) = json.loads(repository("import", str(path), "--json").out)
    actions = json.loads(repository("show", made["id"], "--json").out)["actions"]

    assert [(one["what"], one.get("owner"), one.get("due")) for one in actions] == [
        ("提交清单", "王强", "2023-10-25"),
        ("写一份说明", None, None),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("行动项,负责人,截止时间\n提交清单,王强,下周三\n", "下周三 → 2023-10-25 周三"),
        ("行动项,下周三前提交清单\n", "下周三 → 2023-10-25 周三"),
        ("行动项,提交清单 !3个工作日内\n", "3个工作日内 → 2023-10-25 周三"),
        ("行动项,提交清单 !2023-10-25\n", ""),
    ],
)
def test_days_that_were_phrases_are_read_back(repository, tmp_path, text, told):
    path = tmp_path / "form.csv"
    path.write_text(f"会议名称,周例会\n时间,2023-10-20\n地点,301\n{text}", "utf-8")
    answer = repository("import", str(path), lang="zh-Hans")

    assert "due: 2023-10-25" in written(repository, answer)
    assert [line for line in answer.err.splitlines() if "→" in line] == [told][: bool(told)]
    assert "按“部门间协作”处理" in answer.err


def test_the_day_of_a_form_is_read_back_where_it_was_a_phrase(repository, tmp_path):
    path = tmp_path / "form.csv"
    path.write_text("会议名称,周例会\n主持人,张伟\n地点,301\n", "utf-8")
    answer = repository("import", str(path), "--date", "下周五", lang="zh-Hans", now="2023-10-20 09:00")

    assert "下周五 → 2023-10-27 周五" in answer.err


LIST = "序号,客户,事由,时间,负责人\n1,ABC科技,导出缺字段,2023-11-01,杨帆\n2,远大,发货慢,{day},王强\n"


def test_a_table_with_a_record_in_each_row(repository, tmp_path):
    path = tmp_path / "台账.csv"
    path.write_text(LIST.format(day="2023-11-03"), "utf-8")
    answer = repository("import", str(path))

    assert [line[:34] for line in answer.out.splitlines()] == [
        "records/2023Q4/feedback/feedback-2",
        "records/2023Q4/feedback/feedback-2",
    ]
    listed = [(one["title"], one["date"]) for one in json.loads(repository("list", "--json").out)]
    assert sorted(listed) == [("发货慢", "2023-11-03"), ("导出缺字段", "2023-11-01")]


def test_a_row_that_names_no_day_is_said_and_nothing_comes_in(repository, tmp_path):
    path = tmp_path / "台账.csv"
    path.write_text(LIST.format(day="11月3日"), "utf-8")
    answer = repository("import", str(path), code=3)

    assert "台账.csv: no day with its year is named in the row “远大 发货慢 11月3日 王强”." in answer.err
    assert json.loads(repository("list", "--json").out) == []
    assert len(repository("import", str(path), "--date", "2023-11-03").out.splitlines()) == 2


def test_a_day_that_stands_elsewhere_is_not_said_to_be_missing(repository, tmp_path):
    path = tmp_path / "form.csv"
    path.write_text("会议名称,周例会\n时间,周五\n地点,301\n决议事项,2023-10-24前定渠道\n", "utf-8")
    answer = repository("import", str(path), code=3)

    assert "which of its days is the communication's is not clear" in answer.err


def test_a_list_of_actions_becomes_a_task(repository, tmp_path):
    path = tmp_path / "待办.csv"
    path.write_text("行动项,负责人,截止时间,状态\n提交清单,王强,2023-10-24,已完成\n", "utf-8")
    answer = repository("import", str(path), now="2023-10-20 09:00")

    assert answer.out.startswith("records/2023Q4/task/task-20231020-")
    assert "title: 待办" in written(repository, answer)


@pytest.mark.parametrize(
    "text",
    [
        "## 行动项\n\n| 事项 | 负责人 | 截止 |\n|---|---|---|\n| 提交清单 | 王强 | 10月25日 |\n",
        "## 行动项\n- 提交清单 @王强 !10月25日\n\n备注：改到三楼\n记录人：李娜\n",
    ],
)
def test_actions_of_a_meeting_with_few_headings(repository, tmp_path, text):
    path = tmp_path / "notes.md"
    path.write_text(f"# 周例会\n\n时间：2023-10-20 14:00\n\n{text}", "utf-8")
    (made,) = json.loads(repository("import", str(path), "--json").out)
    record = json.loads(repository("show", made["id"], "--json").out)

    assert (record["kind"], record["title"]) == ("minutes", "周例会")
    assert [(one["what"], one["owner"], one["due"]) for one in record["actions"]] == [
        ("提交清单", "王强", "2023-10-25")
    ]


def test_a_list_that_was_exported_comes_in_again(repository, company, tmp_path):
    path = tmp_path / "records.csv"
    company("export", "task", "--to", "csv", "-o", str(path))
    repository("import", str(path))

    listed = [
        (one["id"], one["title"], one["owner"], one["step"])
        for one in json.loads(repository("list", "--json").out)
    ]
    assert listed == [
        (one["id"], one["title"], one["owner"], one["step"])
        for one in json.loads(company("list", "task", "--json").out)
    ]


@pytest.mark.parametrize("kind", ["minutes", "feedback"])
@pytest.mark.parametrize("first", [(), ("--items",)])
def test_a_workbook_of_records_and_items_comes_in_again(repository, company, tmp_path, kind, first):
    path = tmp_path / "export.xlsx"
    company("export", kind, "--to", "xlsx", *first, "-o", str(path))
    answer = repository("import", str(path))

    for asked in ((), ("--items",)):
        back, went = (
            json.loads(one("export", kind, "--to", "json", *asked).out) for one in (repository, company)
        )
        assert [one["id"] for one in back] == [one["id"] for one in went]
        if asked:
            assert [one | {"department": ""} for one in back] == [one | {"department": ""} for one in went]
    assert "kept as a note" not in answer.err


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("id,what,record\na-3f9k,提交清单,minutes-20231020-7qk2\n", "minutes-20231020-7qk2, of which “提交清单” is an item, is not in this file."),
        ("kind,title,date\nletter,提交清單,2023-10-20\n", "no kind of record is named in the row “letter 提交清單 2023-10-20”."),
        ("kind,title,date\ntask,提交清单,\n", "no day with its year is named in the row “task 提交清单”."),
    ],
)  # fmt: skip
def test_a_row_of_a_list_that_can_be_no_record_is_said(repository, tmp_path, text, sentence):
    path = tmp_path / "list.csv"
    path.write_text(text, "utf-8")

    assert sentence in repository("import", str(path), code=3).err
    assert json.loads(repository("list", "--json").out) == []


def test_a_list_takes_its_day_from_the_option_and_keeps_a_remark_below_it(repository, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("kind,title,date\ntask,提交清单,\n,填表人：杨帆,\n", "utf-8")
    answer = repository("import", str(path), "--date", "2023-10-20")

    assert answer.out.startswith("records/2023Q4/task/task-20231020-")
    assert "kept as a note: 填表人：杨帆" in answer.err


@pytest.mark.parametrize(("chair", "absent", "heading"), [("主持", "缺席", "待办"), ("主持", "缺席", "待辦")])
def test_a_list_of_boxes_below_a_short_heading(repository, tmp_path, chair, absent, heading):
    path = tmp_path / "notes.md"
    path.write_text(
        f"# 周会 2023年10月20日\n\n{chair}：张伟\n{absent}：冯雪（出差）\n\n## 决议\n1. 定渠道\n\n## {heading}\n"
        "- [ ] 提交清单 @王强 10月22日\n- [x] 交付初稿 @刘洋\n",
        "utf-8",
    )
    text = written(repository, repository("import", str(path)))

    for line in ("chair: 张伟", "{who: 冯雪, why: 出差}", "what: 提交清单", "owner: 王强", "due: 2023-10-22", "what: 交付初稿", "owner: 刘洋", "status: done"):  # fmt: skip
        assert line in text


def test_json_tells_what_was_made(repository, tmp_path):
    path = tmp_path / "notes.md"
    path.write_text(NOTES, "utf-8")
    (made,) = json.loads(repository("import", "--json", str(path)).out)

    assert made["kind"] == "minutes"
    assert made["path"].endswith(f"{made['id']}.yaml")
    assert made["notes"] == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("x.pdf",), "x.pdf is no file that can be imported."),
        (("x.md", "--kind", "letter"), "“letter” is none of plan, minutes, task, feedback."),
        (("x.md", "--step", "later"), "“later” is none of goal"),
    ],
)
def test_wrong_use_is_said(repository, arguments, sentence):
    assert sentence in repository("import", *arguments, code=2).err


def test_a_paper_that_is_no_form_is_said(repository, tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n", "utf-8")
    answer = repository("import", str(path), code=3)

    assert "no form is recognised in it" in answer.err
    assert "--kind" in answer.err


def test_a_day_in_words_is_read_back(repository):
    (repository.root / "minutes.md").write_text(
        "# 会议纪要表：周例会\n\n| 会议名称 | 周例会 |\n| --- | --- |\n| 主持人 | 张伟 |\n", "utf-8"
    )
    said = repository("import", "minutes.md", "--date", "昨天", "--dry-run", now="2023-10-21 09:00")

    assert "昨天 → 2023-10-20 Fri" in said.err
    assert "+date: 2023-10-20" in said.out


def test_a_day_that_is_given_is_for_forms_that_tell_none(repository, tmp_path):
    (tmp_path / "told.md").write_text("# 周例会\n\n时间：2023-10-20 14:00\n参会人：张伟\n", "utf-8")
    (tmp_path / "纪要 2023-10-19.md").write_text("# 周例会\n\n参会人：张伟\n", "utf-8")
    made = [
        repository("import", str(tmp_path / name), "--kind", "minutes", "--date", "2023-12-20").out
        for name in ("told.md", "纪要 2023-10-19.md")
    ]

    assert "minutes-20231020-" in made[0]
    assert "minutes-20231220-" in made[1]
