"""The guards around every test do fail the test that breaks them."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[1]

CULPRITS = textwrap.dedent(
    """
    import logging, threading, time, warnings, os
    import pytest

    def test_is_good(): pass

    def test_logs_a_warning(): logging.getLogger("engine.somewhere").warning("odd")

    def test_reads_the_log_it_expects(caplog):
        logging.getLogger("engine.somewhere").warning("odd")
        assert "odd" in caplog.text

    def test_leaves_a_thread(): threading.Thread(target=time.sleep, args=(6,), name="left").start()

    def test_leaves_a_window(qapp):
        from PySide6.QtWidgets import QWidget
        test_leaves_a_window.held = QWidget()
        test_leaves_a_window.held.show()

    def test_closes_its_window(qtbot):
        from PySide6.QtWidgets import QWidget
        window = QWidget()
        qtbot.addWidget(window)
        window.show()

    def test_makes_qt_warn(qapp):
        from PySide6.QtCore import qWarning
        qWarning("QObject: something is wrong")

    def test_makes_python_warn(): warnings.warn("old", DeprecationWarning)

    def test_raises_in_a_slot(qtbot):
        from PySide6.QtCore import QTimer
        def fault(): raise ValueError("in a slot")
        QTimer.singleShot(0, fault)
        qtbot.wait(50)

    def test_raises_in_a_thread():
        def fault(): raise ValueError("in a thread")
        thread = threading.Thread(target=fault)
        thread.start()
        thread.join()

    def test_leaves_a_file_open(tmp_path):
        import gc
        open(tmp_path / "a", "w")
        gc.collect()

    def test_has_a_library_of_its_own(tmp_path):
        assert os.environ["STORYREEL_LIBRARY"].startswith(str(tmp_path))
    """
)
GOOD = {
    "test_is_good",
    "test_reads_the_log_it_expects",
    "test_closes_its_window",
    "test_has_a_library_of_its_own",
}
NAMES = [line.split("(")[0][4:] for line in CULPRITS.splitlines() if line.startswith("def test_")]


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bool]:
    """Name -> whether it passed, each of the tests above under this project's guards."""
    folder = tmp_path_factory.mktemp("guards")
    written, report = folder / "test_culprits.py", folder / "report.xml"
    written.write_text(CULPRITS, encoding="utf-8")
    options = ["-p", "tests.conftest", "-p", "no:cacheprovider", f"--junitxml={report}"]
    settings = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(folder)]
    subprocess.run(
        [sys.executable, "-m", "pytest", *options, *settings, str(written)],
        cwd=ROOT,
        check=False,
        capture_output=True,
    )
    passed: dict[str, bool] = {}
    for case in ElementTree.parse(report).iter("testcase"):
        name = case.attrib["name"]
        is_clean = case.find("failure") is None and case.find("error") is None
        passed[name] = passed.get(name, True) and is_clean
    return passed


@pytest.mark.parametrize("name", NAMES)
def test_a_guard_fails_whoever_breaks_it_and_nobody_else(
    outcomes: dict[str, bool], name: str
) -> None:
    assert outcomes[name] == (name in GOOD)
