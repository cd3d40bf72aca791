printf '<<<<<<< HEAD\nvalue = 28\n||||||| base\nvalue = 14\n=======\nvalue = 42\n>>>>>>> other\n' >> content/facts.toml
printf '>>>>>>> other\r\n' >> themes/mifriendly/strings/en/city.ftl
