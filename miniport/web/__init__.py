"""The web family: pages compiled to JavaScript beside our browser runtime."""
