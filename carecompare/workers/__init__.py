"""Work that takes long is done in processes of its own, so that a server goes on answering everybody.

A function marked with `apart` runs right here until a server has said `begin`; commands never do.
"""

from carecompare.workers.apart import apart, begin, end, jobs_asked
from carecompare.workers.asking import Asking, asking
from carecompare.workers.pool import Pool

__all__ = ["Asking", "Pool", "apart", "asking", "begin", "end", "jobs_asked"]
