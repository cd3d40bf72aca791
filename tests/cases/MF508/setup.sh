# A file system without locks, as the command sees it.
cat > no-locks.c <<'C'
#include <errno.h>
int flock(int file, int operation) { errno = ENOLCK; return -1; }
C
cc -shared -fPIC -o no-locks.so no-locks.c
