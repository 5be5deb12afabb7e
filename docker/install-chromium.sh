#!/usr/bin/env bash
# The browser tests need Chromium and a Chinese font; installs both from Debian's packages where they are missing.
set -euo pipefail

have_all() { [ -x /usr/bin/chromium ] && [ -d /usr/share/fonts/opentype/noto ]; }

if have_all; then exit 0; fi
if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
  echo "The browser tests need /usr/bin/chromium and Noto CJK fonts (Debian: chromium, fonts-noto-cjk). Install them and run again." >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
for attempt in 1 2 3 4 5; do
  if apt-get update -qq && apt-get install -y -qq chromium fonts-noto-cjk >/dev/null; then
    have_all && exit 0
  fi
  echo "Installing Chromium failed (attempt $attempt of 5); another installation may be running" >&2
  sleep 10
done
exit 1
