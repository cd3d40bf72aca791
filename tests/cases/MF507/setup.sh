# Another build has the output folder, for as long as this city is there.
mkdir .public.mifriendly
flock .public.mifriendly/lock sh -c 'echo > taken; while [ -d content ]; do sleep 0.1; done' > other 2>&1 &
until [ -e taken ]; do sleep 0.05; done
