"""One module or folder per page; none imports another."""
