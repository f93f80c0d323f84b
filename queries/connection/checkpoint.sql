-- Compress what was laid.
checkpoint room;
