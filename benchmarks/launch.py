"""Run a command as the child of a small process: launch.py FD COMMAND...; what it cost goes to FD as JSON.

The largest resident size of a process begins with that of the one that started it.
"""

from __future__ import annotations

import json
import os
import sys
import time

if __name__ == "__main__":
    told, command = int(sys.argv[1]), sys.argv[2:]
    os.set_inheritable(told, False)
    started = time.perf_counter()
    _, status, used = os.wait4(os.posix_spawnp(command[0], command, os.environ), 0)
    cost = {
        "cpu": used.ru_utime + used.ru_stime,
        "wall": time.perf_counter() - started,
        "megabytes": used.ru_maxrss / 1024,
        "exit_code": os.waitstatus_to_exitcode(status),
    }
    os.write(told, json.dumps(cost).encode())
