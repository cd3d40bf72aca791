mkdir public
echo 'my only copy' > public/thesis.txt
