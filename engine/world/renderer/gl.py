"""OpenGL calls that let other threads run: each goes through ctypes, which releases the GIL.

A software OpenGL does its work inside the calls that compile, draw, finish and read back.
moderngl makes them with the GIL held, which would freeze the window of the process; here only
its objects (textures, buffers, framebuffers) are used, and whatever may block is called directly.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Mapping
from ctypes import POINTER, c_char, c_char_p, c_double, c_float, c_int, c_size_t, c_uint, c_void_p

import numpy as np
from numpy.typing import NDArray

TRIANGLES = 0x0004
UNSIGNED_INT = 0x1405
FLOAT = 0x1406
DEPTH_TEST = 0x0B71
CULL_FACE = 0x0B44
BLEND = 0x0BE2
SCISSOR_TEST = 0x0C11
DEPTH_CLAMP = 0x864F
POLYGON_OFFSET_FILL = 0x8037
LESS, LEQUAL, EQUAL, GREATER, ALWAYS = 0x0201, 0x0203, 0x0202, 0x0204, 0x0207
NONE = 0
ZERO, ONE, ONE_MINUS_SRC_ALPHA = 0, 1, 0x0303
CONSTANT_ALPHA, ONE_MINUS_CONSTANT_ALPHA = 0x8003, 0x8004
RGB, RGBA, RED, RG, RED_INTEGER = 0x1907, 0x1908, 0x1903, 0x8227, 0x8D94
UNSIGNED_BYTE, UNSIGNED_SHORT = 0x1401, 0x1403
TEXTURE_2D, TEXTURE0 = 0x0DE1, 0x84C0
COLOR, DEPTH = 0x1800, 0x1801
COLOR_ATTACHMENT0 = 0x8CE0
FRAMEBUFFER = 0x8D40
READ_FRAMEBUFFER, DRAW_FRAMEBUFFER = 0x8CA8, 0x8CA9
DEPTH_BUFFER_BIT, COLOR_BUFFER_BIT = 0x0100, 0x4000
NEAREST = 0x2600
TEXTURE_MIN_FILTER, TEXTURE_MAG_FILTER = 0x2801, 0x2800
TEXTURE_COMPARE_MODE, NO_COMPARISON = 0x884C, 0
ARRAY_BUFFER, ELEMENT_ARRAY_BUFFER, UNIFORM_BUFFER = 0x8892, 0x8893, 0x8A11
STREAM_DRAW, STREAM_READ = 0x88E0, 0x88E1
PIXEL_PACK_BUFFER = 0x88EB
PACK_ALIGNMENT = 0x0D05
_VERTEX_SHADER, _FRAGMENT_SHADER = 0x8B31, 0x8B30
_COMPILE_STATUS, _LINK_STATUS, _INFO_LOG_LENGTH = 0x8B81, 0x8B82, 0x8B84
_INVALID_INDEX = 0xFFFFFFFF

_Signature = tuple[type | None, tuple[type, ...]]
_SIGNATURES: Mapping[str, _Signature] = {
    "glCreateShader": (c_uint, (c_uint,)),
    "glShaderSource": (None, (c_uint, c_int, POINTER(c_char_p), c_void_p)),
    "glCompileShader": (None, (c_uint,)),
    "glGetShaderiv": (None, (c_uint, c_uint, POINTER(c_int))),
    "glGetShaderInfoLog": (None, (c_uint, c_int, c_void_p, POINTER(c_char))),
    "glDeleteShader": (None, (c_uint,)),
    "glCreateProgram": (c_uint, ()),
    "glAttachShader": (None, (c_uint, c_uint)),
    "glBindAttribLocation": (None, (c_uint, c_uint, c_char_p)),
    "glBindFragDataLocation": (None, (c_uint, c_uint, c_char_p)),
    "glLinkProgram": (None, (c_uint,)),
    "glGetProgramiv": (None, (c_uint, c_uint, POINTER(c_int))),
    "glGetProgramInfoLog": (None, (c_uint, c_int, c_void_p, POINTER(c_char))),
    "glDeleteProgram": (None, (c_uint,)),
    "glUseProgram": (None, (c_uint,)),
    "glGetUniformLocation": (c_int, (c_uint, c_char_p)),
    "glUniform1i": (None, (c_int, c_int)),
    "glUniform1f": (None, (c_int, c_float)),
    "glUniform2f": (None, (c_int, c_float, c_float)),
    "glGetUniformBlockIndex": (c_uint, (c_uint, c_char_p)),
    "glUniformBlockBinding": (None, (c_uint, c_uint, c_uint)),
    "glGenBuffers": (None, (c_int, POINTER(c_uint))),
    "glDeleteBuffers": (None, (c_int, POINTER(c_uint))),
    "glBufferData": (None, (c_uint, c_size_t, c_void_p, c_uint)),
    "glBindBufferBase": (None, (c_uint, c_uint, c_uint)),
    "glGenVertexArrays": (None, (c_int, POINTER(c_uint))),
    "glDeleteVertexArrays": (None, (c_int, POINTER(c_uint))),
    "glBindVertexArray": (None, (c_uint,)),
    "glBindBuffer": (None, (c_uint, c_uint)),
    "glEnableVertexAttribArray": (None, (c_uint,)),
    "glVertexAttribPointer": (None, (c_uint, c_int, c_uint, ctypes.c_ubyte, c_int, c_void_p)),
    "glVertexAttribDivisor": (None, (c_uint, c_uint)),
    "glDrawArraysInstanced": (None, (c_uint, c_int, c_int, c_int)),
    "glDrawArrays": (None, (c_uint, c_int, c_int)),
    "glMultiDrawElements": (None, (c_uint, c_void_p, c_uint, c_void_p, c_int)),
    "glScissor": (None, (c_int, c_int, c_int, c_int)),
    "glBlitFramebuffer": (None, (*(c_int,) * 8, c_uint, c_uint)),
    "glEnable": (None, (c_uint,)),
    "glDisable": (None, (c_uint,)),
    "glDepthFunc": (None, (c_uint,)),
    "glDepthMask": (None, (ctypes.c_ubyte,)),
    "glBlendFuncSeparate": (None, (c_uint, c_uint, c_uint, c_uint)),
    "glBlendColor": (None, (c_float, c_float, c_float, c_float)),
    "glColorMask": (None, (ctypes.c_ubyte,) * 4),
    "glDepthRange": (None, (c_double, c_double)),
    "glBlendFunc": (None, (c_uint, c_uint)),
    "glPolygonOffset": (None, (c_float, c_float)),
    "glViewport": (None, (c_int, c_int, c_int, c_int)),
    "glBindFramebuffer": (None, (c_uint, c_uint)),
    "glDrawBuffers": (None, (c_int, c_void_p)),
    "glClearBufferfv": (None, (c_uint, c_int, c_void_p)),
    "glClearBufferuiv": (None, (c_uint, c_int, c_void_p)),
    "glActiveTexture": (None, (c_uint,)),
    "glBindTexture": (None, (c_uint, c_uint)),
    "glReadBuffer": (None, (c_uint,)),
    "glReadPixels": (None, (c_int, c_int, c_int, c_int, c_uint, c_uint, c_void_p)),
    "glPixelStorei": (None, (c_uint, c_int)),
    "glBufferSubData": (None, (c_uint, c_size_t, c_size_t, c_void_p)),
    "glTexSubImage2D": (
        None,
        (c_uint, c_int, c_int, c_int, c_int, c_int, c_uint, c_uint, c_void_p),
    ),
    "glGetBufferSubData": (None, (c_uint, c_size_t, c_size_t, c_void_p)),
    "glFlush": (None, ()),
    "glFinish": (None, ()),
    "glGenSamplers": (None, (c_int, POINTER(c_uint))),
    "glDeleteSamplers": (None, (c_int, POINTER(c_uint))),
    "glBindSampler": (None, (c_uint, c_uint)),
    "glSamplerParameteri": (None, (c_uint, c_uint, c_int)),
    "glGetError": (c_uint, ()),
}


class ShaderFault(Exception):
    """A driver refused one of our shaders: the log says where."""


class GL:
    """The functions of one context, by name without their ``gl``: ``gl.Finish()``.

    Args:
        address_of: the context's loader; 0 for a function it does not have.

    Raises:
        LookupError: a function of OpenGL 3.3 is missing.
    """

    def __init__(self, address_of: Callable[[str], int]) -> None:
        self._functions: dict[str, Callable[..., int]] = {}
        for name, (result, arguments) in _SIGNATURES.items():
            address = address_of(name)
            if not address:
                raise LookupError(name)
            prototype = ctypes.CFUNCTYPE(result, *arguments)
            self._functions[name.removeprefix("gl")] = prototype(address)

    def __getattr__(self, name: str) -> Callable[..., int]:
        try:
            return self._functions[name]
        except KeyError:
            raise AttributeError(name) from None

    def read(self, attachment: int, size: tuple[int, int], layout: tuple[int, int],
             into: NDArray[np.generic]) -> None:  # fmt: skip
        """Copies one colour attachment of the bound framebuffer into ``into``, bottom row first.

        Args:
            layout: pixel format and component type, e.g. ``(RGB, UNSIGNED_BYTE)``.
            into: contiguous, exactly as large as the picture.
        """
        self.PixelStorei(PACK_ALIGNMENT, 1)
        self.ReadBuffer(COLOR_ATTACHMENT0 + attachment)
        self.ReadPixels(0, 0, size[0], size[1], layout[0], layout[1], into.ctypes.data)


class Program:
    """One linked vertex and fragment shader.

    Args:
        attributes: vertex attribute names in the order of their locations.
        outputs: fragment outputs in the order of their colour attachments.
        samplers: sampler uniform name to texture unit, set once.

    Raises:
        ShaderFault: it does not compile or link here.
    """

    def __init__(
        self,
        gl: GL,
        vertex: str,
        fragment: str,
        *,
        samplers: Mapping[str, int],
        attributes: tuple[str, ...] = (),
        outputs: tuple[str, ...] = ("color",),
    ) -> None:
        self._gl = gl
        self._locations: dict[str, int] = {}
        self.handle = gl.CreateProgram()
        shaders = (_compiled(gl, _VERTEX_SHADER, vertex), _compiled(gl, _FRAGMENT_SHADER, fragment))
        for shader in shaders:
            gl.AttachShader(self.handle, shader)
        for index, name in enumerate(attributes):
            gl.BindAttribLocation(self.handle, index, name.encode())
        for index, name in enumerate(outputs):
            gl.BindFragDataLocation(self.handle, index, name.encode())
        gl.LinkProgram(self.handle)
        for shader in shaders:
            gl.DeleteShader(shader)
        self._check_link()
        block = gl.GetUniformBlockIndex(self.handle, b"Frame")
        if block != _INVALID_INDEX:
            gl.UniformBlockBinding(self.handle, block, 0)
        gl.UseProgram(self.handle)
        for name, unit in samplers.items():
            gl.Uniform1i(self._location(name), unit)

    def _check_link(self) -> None:
        status = c_int()
        self._gl.GetProgramiv(self.handle, _LINK_STATUS, ctypes.byref(status))
        if not status.value:
            log = ctypes.create_string_buffer(4096)
            self._gl.GetProgramInfoLog(self.handle, 4096, None, log)
            self.release()
            raise ShaderFault(log.value.decode(errors="replace"))

    def _location(self, name: str) -> int:
        if name not in self._locations:
            self._locations[name] = self._gl.GetUniformLocation(self.handle, name.encode())
        return self._locations[name]

    def use(self, **values: int | float | tuple[float, float]) -> None:
        """Makes it current and sets the named uniforms."""
        self._gl.UseProgram(self.handle)
        for name, value in values.items():
            location = self._location(name)
            match value:
                case int():
                    self._gl.Uniform1i(location, value)
                case float():
                    self._gl.Uniform1f(location, value)
                case (x, y):
                    self._gl.Uniform2f(location, x, y)

    def release(self) -> None:
        """Frees it; it must not be used afterwards."""
        self._gl.DeleteProgram(self.handle)


def _compiled(gl: GL, kind: int, source: str) -> int:
    shader = gl.CreateShader(kind)
    text = c_char_p(source.encode("ascii"))
    gl.ShaderSource(shader, 1, ctypes.byref(text), None)
    gl.CompileShader(shader)
    status = c_int()
    gl.GetShaderiv(shader, _COMPILE_STATUS, ctypes.byref(status))
    if not status.value:
        log = ctypes.create_string_buffer(4096)
        gl.GetShaderInfoLog(shader, 4096, None, log)
        gl.DeleteShader(shader)
        raise ShaderFault(log.value.decode(errors="replace"))
    return shader
