# What is named twice, and addresses that lead nowhere or are none in a URI's alphabet.
sed -i 's/^name = "Testford"/&\nbase_url = "https:\/\/tëstford.example"/' content/city.toml
sed -i 's/^kinds = .*/kinds = ["legal", "housing", "legal"]/; s/^areas = .*/areas = ["northside", "northside"]/; s/^languages = .*/languages = ["en", "ar", "en"]\nemail = "hëlp@law.example.org"/' content/services/law-centre/service.toml
sed -i 's/^url = "https:\/\/law.example.org"/url = "https:\/\/law.example.org\/a|b"/; s/^url = ".*contact"/url = "https:\/\/läw.example.org\/contact"/' content/services/law-centre/service.toml
for url in https:///contact https://somebody@law.example.org 'https://law.example.org/a b' https://law.example.org/straße?q[]=100%; do
  printf '\n[[source]]\nname = "Another"\nurl = "%s"\nchecked = 2026-11-01\n' "$url" >> content/services/law-centre/service.toml
done
# Languages: by name, by another program's code, and one that nobody knows.
mkdir -p content/services/cafe
sed '/^languages/s/.*/languages = ["en", "Arabic", "ar_SY", "bfi", "klingon"]/; s/Law Centre/Café/; s/^kinds.*/kinds = ["housing"]/; s/^areas.*/areas = ["northside"]/; /^\[\[source\]\]/,$d; s/^email.*//; s/a|b//' content/services/law-centre/service.toml > content/services/cafe/service.toml
sed 's/Law Centre/Café/g' content/services/law-centre/en.md > content/services/cafe/en.md
# A box for letters is no door.
sed -i 's/^address = .*/address = ["Café", "P.O. Box 15"]/' content/services/cafe/service.toml
