"""Starts the merge driver as git does: `python -I -S merge_start.py BASE OURS THEIRS`, without a look for packages.

So short because Python compiles the file that it is started with anew each time, and all others once.
"""

import sys

if __name__ == "__main__":
    sys.path.insert(0, __file__.rpartition("/commcoord/")[0])
    from commcoord.merge_driver import main

    main()
