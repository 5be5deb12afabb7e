#!/bin/sh
# Restarts the nodes behind a proxy one after the other, so that no request is refused:
#   RELOAD='nginx -s reload' RESTART='systemctl restart suyuan@' READY='ready.sh' rolling-restart.sh NODES_FILE NODE...
# A node is marked "down" in the proxy's NODES_FILE (its line ends with "# NODE") and the proxy told so by RELOAD; after DRAIN
# seconds (default 30), in which it ends what it has begun, RESTART NODE stops and starts it. When READY NODE succeeds, which
# is tried for five minutes, the node comes back to the proxy. SETTLE seconds (default 10) later, when the others have
# copied sessions to it, the next one follows. It ends with 1, and changes nothing more, when a node does not come back.
set -eu
file=$1
shift
mark() { # node, from, to: written in place, since a container may have mounted this very file
  marked=$(sed "/# $1\$/s/$2/$3/" "$file")
  printf '%s\n' "$marked" > "$file"
  sh -c "$RELOAD"
}
for node; do
  grep -q "# $node\$" "$file" || { echo "$file has no line that ends with \"# $node\"" >&2; exit 1; }
  echo "$node leaves the proxy"
  mark "$node" ';' ' down;'
  sleep "${DRAIN:-30}"
  $RESTART "$node"
  tries=0
  until $READY "$node"; do
    tries=$((tries + 1))
    [ "$tries" -lt 150 ] || { echo "$node is not ready after five minutes; it stays out of the proxy" >&2; exit 1; }
    sleep 2
  done
  mark "$node" ' down;' ';'
  echo "$node is back"
  sleep "${SETTLE:-10}"
done
