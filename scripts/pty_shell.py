"""A shell in a pseudo-terminal of its own: keys are typed, and what it writes is waited for."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

ROWS, COLUMNS = 30, 100

# what a terminal obeys and does not show
CONTROLS = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # colours, cursor
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # titles
    r"|\x1b[ -/]*[0-Z\\^-~]"
    r"|[\x00-\x08\x0b-\x0c\x0e-\x1a]"
)

# the most that a pattern may span; what a flood writes before is forgotten
KEPT = 4096


class Missing(Exception):
    """What was waited for did not come. Its text is the end of what was written instead."""


class Shell:
    def __init__(self, command, env):
        self.started = time.monotonic()
        self._pid, self._terminal = pty.fork()
        if self._pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execvpe(command[0], command, env)
        self._raw = b""
        self._text = ""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        """Ends the shell and what it started."""
        os.killpg(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._terminal)

    def type(self, keys):
        os.write(self._terminal, keys.encode())

    def wait_for(self, pattern, seconds=60):
        """When the first match of the pattern was there. The text up to its end is done with."""
        deadline = time.monotonic() + seconds
        read_at = time.monotonic()
        while not (match := re.search(pattern, self._text)):
            self._text = self._text[-KEPT:]
            left = deadline - time.monotonic()
            if left <= 0 or not self._read(left):
                raise Missing(self._text[-800:])
            read_at = time.monotonic()
        self._text = self._text[match.end() :]
        return read_at

    def wait_until_raw(self, seconds=10):
        """Until the shell reads keys itself; before, what is echoed is echoed by the terminal."""
        deadline = time.monotonic() + seconds
        while termios.tcgetattr(self._terminal)[3] & termios.ECHO:
            if time.monotonic() > deadline:
                raise Missing("the terminal still echoes by itself")
            time.sleep(0.0005)

    def _read(self, seconds):
        """Reads what is there within some time; whether there was any."""
        if not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            chunk = os.read(self._terminal, 65536)
        except OSError:  # the shell has ended
            return False
        raw = self._raw + chunk
        # a sequence or a character that is cut off is left for later
        whole = raw
        escape = raw.rfind(b"\x1b")
        if escape >= 0 and not CONTROLS.match(raw[escape:].decode(errors="replace")):
            whole = raw[:escape]
        self._raw = raw[len(whole) :]
        self._text += CONTROLS.sub("", whole.decode(errors="replace"))
        return True
