"""A page's Plotly figures as pictures, drawn without a browser.

Plotly itself draws in a browser only. Here the same figure, as the app sent it, is laid out by Matplotlib, which is
pure Python to install: the marks, axes and words that figures/ uses, and no others.
"""
