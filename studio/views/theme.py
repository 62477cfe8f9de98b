"""The look: named tokens (spacing, colours, type) and the one style sheet made from them.

Contrast of every text colour against every ground it is used on is at least 4.5:1 (tested).
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

ICON_FOLDER: Final = Path(__file__).resolve().parents[2] / "resources" / "icons"

SPACE_XS_PX: Final = 4
SPACE_S_PX: Final = 8
SPACE_M_PX: Final = 12
SPACE_L_PX: Final = 16

GROUND: Final = "#121418"
PANEL: Final = "#191C22"
CARD: Final = "#22262E"
RAISED: Final = "#2C313B"
LINE: Final = "#353B47"
LINE_STRONG: Final = "#4A5261"

TEXT: Final = "#ECEEF2"
TEXT_SOFT: Final = "#B4BBC8"
TEXT_FAINT: Final = "#98A0AF"

AMBER: Final = "#F2B24C"
AMBER_SOFT: Final = "#3C3121"
TEAL: Final = "#58C7D8"
TEAL_SOFT: Final = "#1D363D"
ON_ACCENT: Final = "#17130A"

READY: Final = "#6FCF97"
BUSY: Final = TEAL
WAITING: Final = "#B9A7F0"
STALE: Final = AMBER
FAILED: Final = "#F58A80"
DRAFT: Final = TEXT_FAINT

VIDEO_CLIP: Final = "#2F4A6B"
SOUND_CLIP: Final = "#1F5A4B"
WAVEFORM: Final = "#7FD8BB"
PLAYHEAD: Final = "#FF6B5E"

TEXT_PX: Final = 13
SMALL_PX: Final = 12
TITLE_PX: Final = 15
RADIUS_PX: Final = 6


def colour(token: str, alpha: float = 1.0) -> QColor:
    """A token as a colour, ``alpha`` 0 to 1."""
    made = QColor(token)
    made.setAlphaF(alpha)
    return made


def timecode_font(size_px: int = TEXT_PX) -> QFont:
    """Fixed-width digits, so that a running timecode does not tremble."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(size_px)
    return font


def dress(application: QApplication) -> None:
    """Gives the whole application the look."""
    application.setStyle("Fusion")
    font = application.font()
    font.setPixelSize(TEXT_PX)
    application.setFont(font)
    application.setPalette(_palette())
    chevron = (ICON_FOLDER / "chevron-soft.svg").as_posix()
    application.setStyleSheet(STYLE_SHEET.replace("%CHEVRON%", f'"{chevron}"'))


def set_role(widget: QWidget, role: str) -> None:
    """Gives a widget one of the style sheet's roles (``title``, ``soft``, ``primary`` ...)."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _palette() -> QPalette:
    palette = QPalette()
    for part, token in (
        (QPalette.ColorRole.Window, PANEL),
        (QPalette.ColorRole.WindowText, TEXT),
        (QPalette.ColorRole.Base, GROUND),
        (QPalette.ColorRole.AlternateBase, CARD),
        (QPalette.ColorRole.Text, TEXT),
        (QPalette.ColorRole.PlaceholderText, TEXT_FAINT),
        (QPalette.ColorRole.Button, CARD),
        (QPalette.ColorRole.ButtonText, TEXT),
        (QPalette.ColorRole.ToolTipBase, RAISED),
        (QPalette.ColorRole.ToolTipText, TEXT),
        (QPalette.ColorRole.Highlight, TEAL),
        (QPalette.ColorRole.HighlightedText, ON_ACCENT),
        (QPalette.ColorRole.Link, TEAL),
        (QPalette.ColorRole.Light, RAISED),
        (QPalette.ColorRole.Mid, LINE),
        (QPalette.ColorRole.Dark, GROUND),
    ):
        palette.setColor(part, QColor(token))
    for part in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, part, QColor(LINE_STRONG))
    return palette


STYLE_SHEET: Final = f"""
QMainWindow, QDialog {{ background: {PANEL}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QDialog {{ border: 1px solid {LINE_STRONG}; }}
QMainWindow::separator {{ background: {GROUND}; width: 4px; height: 4px; }}
QMainWindow::separator:hover {{ background: {LINE_STRONG}; }}
QToolTip {{ background: {RAISED}; color: {TEXT}; border: 1px solid {LINE_STRONG};
    padding: {SPACE_XS_PX}px {SPACE_S_PX}px; }}

QMenuBar {{ background: {GROUND}; padding: 2px {SPACE_S_PX}px; }}
QMenuBar::item {{ padding: {SPACE_XS_PX}px 10px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {RAISED}; }}
QMenu {{ background: {CARD}; border: 1px solid {LINE_STRONG}; padding: {SPACE_XS_PX}px; }}
QMenu::item {{ padding: 6px 28px 6px {SPACE_M_PX}px; border-radius: 4px; }}
QMenu::item:selected {{ background: {RAISED}; }}
QMenu::item:disabled {{ color: {TEXT_FAINT}; }}
QMenu::separator {{ height: 1px; background: {LINE}; margin: {SPACE_XS_PX}px {SPACE_S_PX}px; }}

QLabel {{ background: transparent; }}
QLabel[role="title"] {{ font-size: {TITLE_PX}px; font-weight: 600; }}
QLabel[role="hero"] {{ font-size: 26px; font-weight: 600; }}
QLabel[role="section"] {{ font-size: {SMALL_PX}px; font-weight: 600; color: {TEXT_SOFT}; }}
QLabel[role="soft"] {{ color: {TEXT_SOFT}; }}
QLabel[role="failed"] {{ color: {FAILED}; font-size: {SMALL_PX}px; }}
QLabel[role="small"] {{ color: {TEXT_SOFT}; font-size: {SMALL_PX}px; }}
QLabel[role="keys"] {{ color: {TEXT}; background: {RAISED}; border: 1px solid {LINE_STRONG};
    border-radius: 4px; padding: 2px 6px; font-size: {SMALL_PX}px; }}

QFrame[role="panel"] {{ background: {PANEL}; border: none; }}
QFrame[role="bar"] {{ background: {PANEL}; border: none; border-bottom: 1px solid {GROUND}; }}
QFrame[role="card"] {{ background: {CARD}; border: 1px solid {CARD};
    border-radius: {RADIUS_PX}px; }}
QFrame[role="card"]:hover {{ border-color: {LINE_STRONG}; }}
QFrame[role="chosen"] {{ background: {RAISED}; border: 1px solid {AMBER};
    border-radius: {RADIUS_PX}px; }}
QFrame[role="refusal"] {{ background: #3B2224; border: 1px solid {FAILED};
    border-radius: {RADIUS_PX}px; }}
QFrame[role="notice"] {{ background: {TEAL_SOFT}; border: 1px solid {TEAL};
    border-radius: {RADIUS_PX}px; }}
QFrame[role="popup"] {{ background: {CARD}; border: 1px solid {LINE_STRONG};
    border-radius: {RADIUS_PX}px; }}

QPushButton, QToolButton {{ background: {RAISED}; color: {TEXT}; border: 1px solid {LINE_STRONG};
    border-radius: {RADIUS_PX}px; padding: 5px {SPACE_M_PX}px; }}
QPushButton:hover, QToolButton:hover {{ background: {LINE}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {GROUND}; }}
QPushButton:focus, QToolButton:focus {{ border-color: {TEAL}; }}
QPushButton:disabled, QToolButton:disabled {{ background: {CARD}; color: {TEXT_FAINT};
    border-color: {LINE}; }}
QPushButton[role="primary"] {{ background: {AMBER}; color: {ON_ACCENT}; border-color: {AMBER};
    font-weight: 600; }}
QPushButton[role="primary"]:hover {{ background: #FFC566; }}
QPushButton[role="primary"]:focus {{ border-color: {TEXT}; }}
QPushButton[role="primary"]:disabled {{ background: {AMBER_SOFT}; color: {TEXT_SOFT};
    border-color: {AMBER_SOFT}; }}
QToolButton[role="quiet"], QPushButton[role="quiet"] {{ background: transparent;
    border-color: transparent; padding: 4px; }}
QToolButton[role="quiet"]:hover, QPushButton[role="quiet"]:hover {{ background: {RAISED}; }}
QToolButton[role="quiet"]:checked {{ background: {AMBER_SOFT}; border-color: {AMBER}; }}
QToolButton[role="quiet"]:focus, QPushButton[role="quiet"]:focus {{ border-color: {TEAL}; }}
QToolButton::menu-indicator {{ image: none; }}

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox {{
    background: {GROUND}; color: {TEXT}; border: 1px solid {LINE}; border-radius: {RADIUS_PX}px;
    padding: 5px {SPACE_S_PX}px; selection-background-color: {TEAL};
    selection-color: {ON_ACCENT}; placeholder-text-color: {TEXT_FAINT}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QComboBox:focus {{ border-color: {TEAL}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled,
QComboBox:disabled {{ color: {TEXT_FAINT}; background: {PANEL}; }}
QAbstractSpinBox QLineEdit {{ border: none; background: transparent; padding: 0 6px; }}
QSpinBox::up-button, QDoubleSpinBox::up-button, QSpinBox::down-button,
QDoubleSpinBox::down-button {{ width: 0; border: none; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url(%CHEVRON%); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{ background: {CARD}; border: 1px solid {LINE_STRONG};
    selection-background-color: {RAISED}; selection-color: {TEXT}; padding: 4px; }}

QTabWidget::pane {{ border: none; }}
QTabBar {{ background: {PANEL}; }}
QTabBar::tab {{ background: transparent; color: {TEXT_SOFT}; padding: 7px {SPACE_M_PX}px;
    border-bottom: 2px solid transparent; }}
QTabBar::tab:hover {{ color: {TEXT}; }}
QTabBar::tab:selected {{ color: {TEXT}; border-bottom-color: {AMBER}; }}

QScrollArea {{ border: none; background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {LINE}; border-radius: 4px; min-height: 28px; min-width: 28px;
    margin: 1px; }}
QScrollBar::handle:hover {{ background: {LINE_STRONG}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QProgressBar {{ background: {GROUND}; border: none; border-radius: 3px; max-height: 6px;
    min-height: 6px; }}
QProgressBar::chunk {{ background: {TEAL}; border-radius: 3px; }}
QSlider::groove:horizontal {{ height: 4px; background: {LINE}; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {TEAL}; border-radius: 2px; }}
QSlider::handle:horizontal {{ width: 14px; height: 14px; margin: -5px 0; border-radius: 7px;
    background: {TEXT}; }}
QCheckBox {{ spacing: {SPACE_S_PX}px; }}
QListView, QTreeView, QTableView {{ background: {GROUND}; border: 1px solid {LINE};
    border-radius: {RADIUS_PX}px; outline: none; }}
QTableView::item {{ padding: 4px 6px; }}
QListView::item {{ padding: 6px {SPACE_S_PX}px; border-radius: 4px; }}
QListView::item:selected {{ background: {RAISED}; color: {TEXT}; }}

QStatusBar {{ background: {GROUND}; color: {TEXT_SOFT}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {TEXT_SOFT}; font-size: {SMALL_PX}px; padding: 0 {SPACE_S_PX}px; }}
QDockWidget {{ color: {TEXT_SOFT}; titlebar-close-icon: none; titlebar-normal-icon: none; }}
"""
