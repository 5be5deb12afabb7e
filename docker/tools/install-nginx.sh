#!/usr/bin/env bash
# The tests of several nodes use the proxy that docker/nginx describes; installs it from Debian's packages where it is missing.
set -euo pipefail

have() { command -v nginx >/dev/null; }

if have; then exit 0; fi
if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
  echo "The tests of several nodes need nginx (Debian: nginx-light). Install it and run again." >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
for attempt in 1 2 3 4 5; do
  if apt-get update -qq && apt-get install -y -qq nginx-light >/dev/null; then
    have && exit 0
  fi
  echo "Installing nginx failed (attempt $attempt of 5); another installation may be running" >&2
  sleep 10
done
exit 1
