rm -r content/urgent
