echo 'a file' > city.txt
