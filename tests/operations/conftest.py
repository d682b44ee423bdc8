"""Operations are tested on the projects of the store's tests."""

from tests.store.conftest import filled, path, project

__all__ = ["filled", "path", "project"]
