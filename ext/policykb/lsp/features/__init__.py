"""What the server can do, a file a kind of question; each adds its own to a server."""
