"""Plan and actual: the judgement of a cycle, reasons, entering."""
