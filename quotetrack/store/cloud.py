"""Folders that a service copies to the cloud while a program writes in them."""

from __future__ import annotations

from pathlib import Path

# The beginning of a folder's name, and files that a service leaves in its folder.
_FOLDERS = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud": "pCloud",
    "mega": "MEGA",
    "yandex.disk": "Yandex Disk",
    "box sync": "Box",
    "seafile": "Seafile",
}
_WHOLE_NAMES = {"mega", "my drive"}
_LEFT_BEHIND = {".dropbox": "Dropbox", ".dropbox.cache": "Dropbox", ".stfolder": "Syncthing"}


def service_of(path: Path) -> str | None:
    """The service that copies the folder of `path`, None where none is known to."""
    for folder in path.absolute().parents:
        name = folder.name.casefold()
        for beginning, service in _FOLDERS.items():
            if name == beginning or (beginning not in _WHOLE_NAMES and name.startswith(beginning)):
                return service
        for file, service in _LEFT_BEHIND.items():
            if (folder / file).exists():
                return service
    return None
