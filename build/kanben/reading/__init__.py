"""Read a title folder into a Book; every fault of the folder is told with its file and line."""
