"""Everything said in words, in English and French: translator, labels, sentences, source lines."""
