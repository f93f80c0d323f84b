"""Texts in English and French: translator, labels of codes and columns, sentences, source lines."""
