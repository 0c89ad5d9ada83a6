"""What is shown, without a screen: from figures to blocks and files. Imports no Streamlit."""
