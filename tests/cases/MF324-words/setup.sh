printf '%s\n' '+++' 'title = "Urgent help"' 'description = "Whom to call now."' '+++' '' '## Whom to call {#call}' '' 'In danger now? Call [999](tel:999).' > content/urgent/en.md
