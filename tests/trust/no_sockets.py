"""Run a command that has no network, nor has any program that it starts: who asks for a socket of one is killed.

The system is asked for it as any user may: on Linux by a filter of system calls (seccomp), on macOS by its sandbox.
"""

import ctypes
import os
import platform
import socket
import struct
import sys

ARCHITECTURES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""How the kernel names each (linux/audit.h), and its number of the call `socket`."""
NUMBER, ARCHITECTURE, FAMILY = 0, 4, 16  # where they stand in what the filter is shown (struct seccomp_data)
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06  # linux/bpf_common.h
ALLOW, KILL = 0x7FFF0000, 0x80000000  # linux/seccomp.h
NO_NEW_PRIVILEGES, SECCOMP, FILTER = 38, 22, 2  # linux/prctl.h
DENIED = "(version 1)(allow default)(deny network*)"


def close(architecture: int, call: int) -> None:
    """From now on sockets within the machine alone (AF_UNIX) may be opened, here and in what is started from here."""
    steps = (
        (LOAD, 0, 0, ARCHITECTURE),
        (EQUAL, 0, 5, architecture),
        (LOAD, 0, 0, NUMBER),
        (EQUAL, 0, 2, call),
        (LOAD, 0, 0, FAMILY),
        (EQUAL, 0, 1, socket.AF_UNIX),
        (RETURN, 0, 0, ALLOW),
        (RETURN, 0, 0, KILL),
    )
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    program = ctypes.create_string_buffer(struct.pack("@HP", len(steps), ctypes.addressof(code)))
    system = ctypes.CDLL(None, use_errno=True)
    if system.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0) or system.prctl(SECCOMP, FILTER, program, 0, 0):
        raise OSError(ctypes.get_errno(), "the system gives no filter of calls")


def main() -> None:
    command = sys.argv[1:]
    if sys.platform == "darwin":
        command = ["sandbox-exec", "-p", DENIED, *command]
    else:
        close(*ARCHITECTURES[platform.machine()])
    os.execvp(command[0], command)


if __name__ == "__main__":
    main()
