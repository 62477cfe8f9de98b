"""An OpenGL context without a window, or one sentence on how this machine gets one."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Sequence
from ctypes import POINTER, c_char_p, c_int, c_uint, c_void_p
from functools import partial
from importlib import import_module
from typing import Any

import moderngl

from engine.errors import CannotHere
from engine.world.renderer.gl import GL

_EGL_LIBRARY = "libEGL.so.1"
_GL_LIBRARY = "libGL.so.1"
_EGL_EXTENSIONS = 0x3055
_PLATFORM_DEVICE = 0x313F
_SOFTWARE = "EGL_MESA_device_software"
_MOST_DEVICES = 16

OpenContext = Callable[[], Any]
"""Makes a glcontext object (it has ``load``, ``enter``, ``exit`` and ``release``) or raises."""


def open_context(opener: OpenContext | None = None) -> tuple[moderngl.Context, GL]:
    """A context of OpenGL 3.3 or later, current in this thread, with its functions.

    Args:
        opener: makes the window-system side; None takes what fits the platform.

    Raises:
        CannotHere: no OpenGL 3.3 here; the sentence names the fix for this platform.
    """
    openers = (opener,) if opener is not None else _platform_openers()
    reasons: list[str] = []
    for make in openers:
        try:
            native = make()
            context = moderngl.create_context(require=330, context=native)
            return context, GL(native.load)
        except Exception as error:  # glcontext and moderngl raise nothing narrower for a fault
            reasons.append(str(error).strip() or type(error).__name__)
    raise CannotHere(
        f"The picture needs OpenGL 3.3, which this machine did not give ({'; '.join(reasons)}): "
        f"{_remedy()}."
    )


def _remedy() -> str:
    if sys.platform == "win32":
        return "install the graphics card's current driver, or Mesa's software OpenGL beside it"
    if sys.platform == "darwin":
        return "log in to the desktop of this Mac once, then start again"
    return (
        "install Mesa's software OpenGL, on Debian and Ubuntu with "
        "“apt-get install libegl1 libgl1 libgl1-mesa-dri”"
    )


def _platform_openers() -> tuple[OpenContext, ...]:
    if sys.platform in {"win32", "darwin"}:
        return (_default_context,)
    devices = hardware_first(_egl_device_extensions())
    return (*(partial(_egl_context, device) for device in devices), _default_context)


def hardware_first(extensions: Sequence[str]) -> list[int]:
    """Numbers of the devices in the order to try them: graphics cards, then software.

    Args:
        extensions: of each device, as EGL lists them.
    """
    return sorted(range(len(extensions)), key=lambda index: _SOFTWARE in extensions[index].split())


def _default_context() -> Any:
    return import_module("glcontext").default_backend()(mode="standalone", glversion=330)


def _egl_context(device: int) -> Any:
    _wake_egl(device)
    backend = import_module("glcontext").get_backend_by_name("egl")
    return backend(
        mode="standalone", glversion=330, libegl=_EGL_LIBRARY, libgl=_GL_LIBRARY,
        device_index=device,
    )  # fmt: skip


def _egl_device_extensions() -> list[str]:
    """What each EGL device says of itself; empty without EGL or its device extensions."""
    if not _loaded(_EGL_LIBRARY):
        return []
    _loaded(_GL_LIBRARY)
    describe = _egl_function("eglQueryDeviceStringEXT", c_char_p, c_void_p, c_int)
    if describe is None:
        return [""] * len(_egl_devices())
    return [(describe(device, _EGL_EXTENSIONS) or b"").decode() for device in _egl_devices()]


def _egl_devices() -> list[int]:
    query = _egl_function("eglQueryDevicesEXT", c_uint, c_int, c_void_p, POINTER(c_int))
    if query is None:
        return []
    devices, count = (c_void_p * _MOST_DEVICES)(), c_int()
    query(_MOST_DEVICES, devices, ctypes.byref(count))
    return [device or 0 for device in devices[: count.value]]


def _wake_egl(device: int) -> None:
    """Initialises the driver with the GIL released; glcontext would hold it.

    Loading Mesa with its compiler takes up to a second from a cold disk.  What is initialised
    here is the display that glcontext asks for next, so its own call is short.
    """
    display_of = _egl_function("eglGetPlatformDisplayEXT", c_void_p, c_uint, c_void_p, c_void_p)
    if display_of is None:
        return
    display = display_of(_PLATFORM_DEVICE, _egl_devices()[device], None)
    initialize = ctypes.CDLL(_EGL_LIBRARY).eglInitialize
    initialize.argtypes = (c_void_p, c_void_p, c_void_p)
    initialize(display, None, None)


def _loaded(library: str) -> bool:
    """Loads a shared library with the GIL released."""
    process = ctypes.CDLL(None)
    process.dlopen.restype = c_void_p
    process.dlopen.argtypes = (c_char_p, c_int)
    lazy = 1
    return bool(process.dlopen(library.encode(), lazy))


def _egl_function(name: str, result: Any, *arguments: Any) -> Callable[..., Any] | None:
    egl = ctypes.CDLL(_EGL_LIBRARY)
    egl.eglGetProcAddress.restype = c_void_p
    egl.eglGetProcAddress.argtypes = (c_char_p,)
    address = egl.eglGetProcAddress(name.encode())
    return ctypes.CFUNCTYPE(result, *arguments)(address) if address else None
