"""What leaves the screen: slides, workbooks, papers, frozen views, and the registry of views."""
