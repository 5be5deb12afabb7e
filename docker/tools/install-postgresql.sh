#!/usr/bin/env bash
# The test of backups uses PostgreSQL's own programs; installs them from Debian's packages where they are missing.
set -euo pipefail

have() { ls /usr/lib/postgresql/*/bin/pg_ctl >/dev/null 2>&1 && command -v pg_basebackup >/dev/null; }

if have; then exit 0; fi
if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
  echo "The test of backups needs PostgreSQL (Debian: postgresql). Install it and run again." >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
for attempt in 1 2 3 4 5; do
  if apt-get update -qq && apt-get install -y -qq postgresql >/dev/null; then
    have && exit 0
  fi
  echo "Installing PostgreSQL failed (attempt $attempt of 5); another installation may be running" >&2
  sleep 10
done
exit 1
