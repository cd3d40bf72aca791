cp content/urgent/en.md content/urgent/fr.md
cp content/urgent/en.md content/urgent/notes.md
