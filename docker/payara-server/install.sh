#!/bin/sh
# Sets up and starts suyuan.ear on Payara Server: install.sh PAYARA_FOLDER EAR_FILE POSTGRESQL_DRIVER
# From the environment: SUYUAN_ADMIN_PASSWORD (of the console's user "admin"), SUYUAN_DB_URL, SUYUAN_DB_USER,
# SUYUAN_DB_PASSWORD and every other SUYUAN_… setting of the portal; SUYUAN_KEY_STORE (PKCS#12 with one key, its password
# in SUYUAN_KEY_STORE_PASSWORD) for https, without it a key of its own; SUYUAN_PORT_BASE moves all ports
# (console = base + 48, http = base + 80, https = base + 81), without it they are 4848, 8080 and 8181.
set -eu
payara=$1 ear=$2 driver=$3
here=$(cd "$(dirname "$0")" && pwd)
: "${SUYUAN_ADMIN_PASSWORD:?set it to the password of the console}" "${SUYUAN_DB_URL:?set it to the PostgreSQL database}"
: "${SUYUAN_DB_USER:?}" "${SUYUAN_DB_PASSWORD:?}" "${SUYUAN_HOME:?set it to the folder of the exchange with customs}"
asadmin=$payara/bin/asadmin
domain=$payara/glassfish/domains/suyuan

umask 077
secrets=$(mktemp)
trap 'rm -f "$secrets"' EXIT
# the master password guards the key store of the domain; Payara's default lets the domain start by itself
printf 'AS_ADMIN_PASSWORD=%s\nAS_ADMIN_MASTERPASSWORD=changeit\n' "$SUYUAN_ADMIN_PASSWORD" > "$secrets"

if [ ! -d "$domain" ]; then
  "$asadmin" --user admin --passwordfile "$secrets" create-domain ${SUYUAN_PORT_BASE:+--portbase "$SUYUAN_PORT_BASE"} suyuan
  cp "$driver" "$domain/lib/"
  keys=$domain/config/keystore.p12
  if [ -n "${SUYUAN_KEY_STORE:-}" ]; then
    from=$(keytool -list -keystore "$SUYUAN_KEY_STORE" -storepass "$SUYUAN_KEY_STORE_PASSWORD" | sed -n 's/, .*PrivateKeyEntry.*//p' | head -n 1)
    keytool -importkeystore -noprompt -srckeystore "$SUYUAN_KEY_STORE" -srcstorepass "$SUYUAN_KEY_STORE_PASSWORD" -srcalias "$from" \
      -destkeystore "$keys" -deststoretype PKCS12 -deststorepass changeit -destalias suyuan
  else
    keytool -genkeypair -alias suyuan -keyalg RSA -keysize 3072 -validity 365 -dname "CN=$(hostname)" -keystore "$keys" -storepass changeit
  fi
  "$asadmin" start-domain --prebootcommandfile "$here/domain.asadmin" suyuan
else
  "$asadmin" start-domain suyuan
fi
"$asadmin" --user admin --passwordfile "$secrets" --port "$((${SUYUAN_PORT_BASE:-4800} + 48))" deploy --force --name suyuan "$ear"
