"""The JDKs of this machine."""

import glob
import os
import re


def jdks():
    """The folders of those that ams-shell runs on, by version, each version once; JAVA_HOME first."""
    found = {}
    folders = [os.environ.get("JAVA_HOME", "")]
    for pattern in "/usr/lib/jvm/*", "/Library/Java/JavaVirtualMachines/*/Contents/Home":
        folders += sorted(glob.glob(pattern))
    for folder in folders:
        try:
            with open(os.path.join(folder, "release")) as release:
                version = re.search(r'^JAVA_VERSION="(.*)"', release.read(), re.M).group(1)
        except (OSError, AttributeError):
            continue
        is_whole = os.access(os.path.join(folder, "bin", "jshell"), os.X_OK)
        if is_whole and int(re.match(r"\d+", version).group()) >= 17:
            found.setdefault(version, os.path.realpath(folder))
    return found
