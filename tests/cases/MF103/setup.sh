ln -s gone.md content/urgent/ar.md
