"""An OpenGL context without a window, or one sentence on how this machine gets one."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

import moderngl

from engine.errors import CannotHere
from engine.world.renderer.gl import GL

_EGL_LIBRARY = "libEGL.so.1"
_GL_LIBRARY = "libGL.so.1"

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
    return (_egl_context, _default_context)


def _default_context() -> Any:
    return import_module("glcontext").default_backend()(mode="standalone", glversion=330)


def _egl_context() -> Any:
    _wake_egl()
    backend = import_module("glcontext").get_backend_by_name("egl")
    return backend(mode="standalone", glversion=330, libegl=_EGL_LIBRARY, libgl=_GL_LIBRARY)


def _wake_egl() -> None:
    """Loads and initialises the driver with the GIL released; glcontext would hold it.

    Loading Mesa with its compiler takes up to a second from a cold disk.  What is initialised
    here is the display that glcontext asks for next (the first device), so its own call is short.
    """
    process = ctypes.CDLL(None)
    process.dlopen.restype = ctypes.c_void_p
    process.dlopen.argtypes = (ctypes.c_char_p, ctypes.c_int)
    lazy = 1
    if not process.dlopen(_EGL_LIBRARY.encode(), lazy):
        return
    process.dlopen(_GL_LIBRARY.encode(), lazy)
    egl = ctypes.CDLL(_EGL_LIBRARY)
    egl.eglGetProcAddress.restype = ctypes.c_void_p
    egl.eglGetProcAddress.argtypes = (ctypes.c_char_p,)
    query = egl.eglGetProcAddress(b"eglQueryDevicesEXT")
    display_of = egl.eglGetProcAddress(b"eglGetPlatformDisplayEXT")
    if not query or not display_of:
        return
    query_devices = ctypes.CFUNCTYPE(
        ctypes.c_uint, ctypes.c_int, ctypes.c_void_p, ctypes.POINTER(ctypes.c_int)
    )(query)
    platform_display = ctypes.CFUNCTYPE(
        ctypes.c_void_p, ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p
    )(display_of)
    devices = (ctypes.c_void_p * 8)()
    count = ctypes.c_int()
    query_devices(8, devices, ctypes.byref(count))
    if count.value:
        platform_device_ext = 0x313F
        display = platform_display(platform_device_ext, devices[0], None)
        egl.eglInitialize.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
        egl.eglInitialize(display, None, None)
