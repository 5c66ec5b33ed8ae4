"""The editor's desk: a title's editions in a browser while it is written. The only room that knows a web server."""
