-- Where a question finds what was laid for it.
use room;
