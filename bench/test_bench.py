"""The benchmark's own tests: `pytest bench`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from bench.editor.choice import Choice, Role
from bench.editor.client import Answer
from bench.editor.rows import Latencies, Row, percentile
from bench.latency import main as measure_latency
from bench.measure.edits import choose_module
from bench.measure.process import Command, CommandFailed, run
from bench.measure.scaling import fit
from bench.run import main
from bench.synthetic import generate
from bench.synthetic_python import generate as generate_python
from boundary_lsp.cli.main import main as boundary

HONEST = "import sys; open(sys.argv[sys.argv.index('--output') + 1], 'w').write('{}')"
TWO_FACED = "import sys; open(sys.argv[sys.argv.index('--output') + 1], 'w').write(str('--no-cache' in sys.argv))"


def contents(tree: Path) -> dict[str, bytes]:
    return {str(path.relative_to(tree)): path.read_bytes() for path in tree.rglob("*") if path.is_file()}


def test_equal_seeds_give_equal_trees_of_the_asked_size(tmp_path: Path) -> None:
    first, second = generate(tmp_path / "a", 120, seed=3), generate(tmp_path / "b", 120, seed=3)
    assert first == second
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    assert sum(name.endswith((".ts", ".tsx")) for name in contents(tmp_path / "a")) == first.modules == 120


def test_every_expected_server_function_stands_in_its_module(tmp_path: Path) -> None:
    expected = generate(tmp_path, 400)
    for identity in expected.liveness:
        path, name = identity.split("#")
        text = (tmp_path / path).read_text()
        assert text.startswith('"use server";')
        assert f"export async function {name}(" in text


def test_a_python_tree_has_what_was_built_into_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    expected = generate_python(tmp_path / "tree", 60, seed=2)
    assert expected == generate_python(tmp_path / "again", 60, seed=2)
    assert contents(tmp_path / "tree") == contents(tmp_path / "again")
    assert boundary(["endpoints", str(tmp_path / "tree"), "--no-cache", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)["endpoints"]
    assert {f"{one['path']}#{one['name']}": one["liveness"] for one in found} == expected.liveness


def test_only_unused_server_functions_are_named_nowhere_else(tmp_path: Path) -> None:
    expected = generate(tmp_path, 400)
    texts = {path: data.decode() for path, data in contents(tmp_path).items()}
    for identity, fate in expected.liveness.items():
        home, name = identity.split("#")
        assert any(name in text for path, text in texts.items() if path != home) == (fate != "unused")


def test_edits_change_one_module_and_can_be_undone(tmp_path: Path) -> None:
    generate(tmp_path, 120)
    before, edited = contents(tmp_path), choose_module(tmp_path)
    edited.edit_body()
    edited.edit_exports()
    after = contents(tmp_path)
    changed = [path for path in before if before[path] != after[path]]
    assert changed == [edited.path.relative_to(tmp_path).as_posix()]
    assert b"  void 0;\n" in after[changed[0]]
    edited.restore()
    assert contents(tmp_path) == before


def test_a_process_left_behind_is_waited_for_and_counted(tmp_path: Path) -> None:
    burn = "import time\nwhile time.process_time() < 0.3: pass"
    leave = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {burn!r}], start_new_session=True)"
    cost = run(Command([sys.executable, "-c", leave], tmp_path, tmp_path / "out", {}))
    assert cost.cpu > 0.25 or sys.platform != "linux"


def test_an_unexpected_status_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CommandFailed, match="status 3"):
        run(Command([sys.executable, "-c", "raise SystemExit(3)"], tmp_path, tmp_path / "out", {}))


@pytest.mark.parametrize(("program", "status"), [(HONEST, 0), (TWO_FACED, 1), ("raise SystemExit(2)", 2)])
def test_reports_must_equal_uncached_ones(tmp_path: Path, program: str, status: int) -> None:
    script = tmp_path / "program.py"
    script.write_text(program)
    command = f"'{sys.executable}' '{script}'"
    assert main(["--synthetic", "60", "--runs", "1", "--boundary", command]) == status


def test_the_fit_finds_the_exponent() -> None:
    assert fit({10: 1.0, 100: 10.0, 1000: 100.0}).exponent == pytest.approx(1)
    assert fit({10: 1.0, 100: 100.0}).exponent == pytest.approx(2)
    assert fit({10: 1.0, 20: 2.0}).seconds_per_module == pytest.approx(0.1)


def test_equal_trees_give_equal_choices_of_every_role(tmp_path: Path) -> None:
    generate(tmp_path, 120)
    chosen = Choice(tmp_path, 1).in_turn(8)
    assert chosen == Choice(tmp_path, 1).in_turn(8)
    assert {one.role for one in chosen[:4]} == set(Role)
    assert len(set(chosen)) == 8


def test_a_percentile_is_a_value_that_was_measured() -> None:
    values = [float(value) for value in range(100, 0, -1)]
    assert [percentile(values, of) for of in (50, 95, 99)] == [50.0, 95.0, 99.0]
    assert percentile([1.0, 2.0], 99) == 2.0


def test_an_empty_answer_makes_no_row_look_fast() -> None:
    latencies = Latencies()
    latencies.take(Row.HOVER, Answer(None, 0.001, 0.001), is_empty=True)
    latencies.take(Row.HOVER, Answer("found", 0.01, 0.01))
    assert (latencies[Row.HOVER].wall, latencies[Row.HOVER].empty) == ([0.01], 1)


def test_a_server_is_measured_in_every_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    figures = tmp_path / "figures.json"
    command = f"'{sys.executable}' -m boundary_lsp"
    options = ["--synthetic", "120", "--edits", "1", "--boundary", command, "--json", str(figures)]
    assert measure_latency(options) == 0, capsys.readouterr().err
    (result,) = json.loads(figures.read_text())["results"]
    assert [row["row"] for row in result["rows"]] == [str(row) for row in Row]
    assert all(row["wall"] for row in result["rows"])
    assert set(result["memory"]) == {"after start", "after the edits"}


def test_a_server_that_ends_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    command = f"'{sys.executable}' -c 'raise SystemExit(3)'"
    assert measure_latency(["--synthetic", "120", "--boundary", command]) == 2
    assert "the server ended" in capsys.readouterr().err


def test_a_server_that_is_not_there_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert measure_latency(["--synthetic", "120", "--boundary", "no-such-command"]) == 2
    assert capsys.readouterr().err == "no-such-command cannot be started: No such file or directory\n"
