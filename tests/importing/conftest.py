"""The queue is tested on the empty project of the store's tests."""

from tests.store.conftest import path, project

__all__ = ["path", "project"]
