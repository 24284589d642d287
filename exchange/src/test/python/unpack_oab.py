"""Unpacks full downloads of offline address books with libmspack.

usage: unpack_oab.py PACKED UNPACKED [PACKED UNPACKED ...]
Exit code 3: libmspack is missing.
"""
import ctypes
import sys

try:
    mspack = ctypes.CDLL("libmspack.so.0")
except OSError as missing:
    print(missing)
    sys.exit(3)

DECOMPRESS = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p)


class Decompressor(ctypes.Structure):
    _fields_ = [("decompress", DECOMPRESS)]


mspack.mspack_create_oab_decompressor.restype = ctypes.POINTER(Decompressor)
mspack.mspack_create_oab_decompressor.argtypes = [ctypes.c_void_p]
decompressor = mspack.mspack_create_oab_decompressor(None)
for packed, unpacked in zip(sys.argv[1::2], sys.argv[2::2]):
    error = decompressor.contents.decompress(
        ctypes.cast(decompressor, ctypes.c_void_p), packed.encode(), unpacked.encode()
    )
    if error:
        print(f"{packed}: libmspack answers error {error}")
        sys.exit(1)
print("DONE")
