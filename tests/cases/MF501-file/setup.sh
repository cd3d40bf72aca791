echo 'my only copy' > notes
