"""A bare Streamlit page: the least that the framework itself takes."""

import plotly.graph_objects as go
import streamlit as st

st.title("hello")
land = st.selectbox("Country", ["fr", "us", "de"])
st.plotly_chart(go.Figure(go.Scatter(x=[1, 2, 3], y=[len(land), ord(land[0]), 5])), key="chart")
