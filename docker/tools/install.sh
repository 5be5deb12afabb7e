#!/usr/bin/env bash
# install.sh chromium|nginx|postgresql|softhsm: what the tests need of the machine, from Debian's packages where it is missing.
set -euo pipefail

case "${1:-}" in
  chromium) # the browser tests, with a Chinese font
    packages="chromium fonts-noto-cjk"
    have() { [ -x /usr/bin/chromium ] && [ -d /usr/share/fonts/opentype/noto ]; } ;;
  nginx) # the proxy of several nodes
    packages="nginx-light"
    have() { command -v nginx >/dev/null; } ;;
  softhsm) # the virtual card control keeps its keys there
    packages="softhsm2"
    have() { command -v softhsm2-util >/dev/null; } ;;
  postgresql) # the test of backups uses PostgreSQL's own programs
    packages="postgresql"
    have() { ls /usr/lib/postgresql/*/bin/pg_ctl >/dev/null 2>&1 && command -v pg_basebackup >/dev/null; } ;;
  *)
    echo "Usage: install.sh chromium|nginx|postgresql|softhsm" >&2
    exit 2 ;;
esac

if have; then exit 0; fi
if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
  echo "The tests need $1 (Debian: $packages). Install it and run again." >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
for attempt in 1 2 3 4 5; do
  # shellcheck disable=SC2086
  if apt-get update -qq && apt-get install -y -qq $packages >/dev/null; then
    have && exit 0
  fi
  echo "Installing $packages failed (attempt $attempt of 5); another installation may be running" >&2
  sleep 10
done
exit 1
