"""A town's own figures and its exports of the 見える化 system."""
