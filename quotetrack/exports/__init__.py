"""Quote sheets in every form that an editor's desk or another program reads."""
