mkdir content/places
echo 'written by an older command' > content/places/postcodes.gaz
