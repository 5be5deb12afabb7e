#!/bin/sh
# Restores a portal to a minute, after backup.sh. Run it as the user of PostgreSQL (postgres) on the machine of the new
# server, with the portal stopped:
#   restore.sh FOLDER TIME DATA PORT [HOME]
# FOLDER is that of the backups, TIME as '2026-11-30 14:05:00+08', DATA a folder that does not exist yet: the new server's
# data, from which it is started on PORT of this machine. With HOME, the exchange folder goes along: one that is left there
# is kept, otherwise that of the base backup is unpacked. PGBIN is the folder of PostgreSQL's programs, when not found.
# It takes the latest base backup before TIME and PostgreSQL's log up to TIME. Then it
# - leaves a gap in the numbers of reports, recalls and drills (GAP, default 100000), so that none that went out after TIME
#   is given to something else: customs would take it for a message that it knows;
# - puts files that came in after TIME back into the inbox: the portal reads them again, which is idle for those it knows.
set -eu
[ $# -ge 4 ] || { sed -n '2,6p' "$0" >&2; exit 2; }
folder=$1 time=$2 data=$3 port=$4 home=${5:-}
fail() { echo "$1" >&2; exit 1; }
bin=${PGBIN:-$(ls -d /usr/lib/postgresql/*/bin 2> /dev/null | sort -V | tail -1)}
[ -x "$bin/pg_ctl" ] || fail "pg_ctl is missing (Debian: postgresql); set PGBIN to the folder that has it."
[ ! -e "$data" ] || fail "$data exists already; restore into a folder that does not."
[ -z "$home" ] || [ -d "$home" ] || fail "$home does not exist."
seconds=$(date -d "$time" +%s) || fail "\"$time\" is no time; write it as '2026-11-30 14:05:00+08'."
limit=$(date -u -d "@$seconds" +%Y%m%dT%H%M%SZ)
base=
for candidate in "$folder"/base/*Z; do
  [ -d "$candidate/database" ] && [ ! "$(basename "$candidate")" \> "$limit" ] && base=$candidate
done
[ -n "$base" ] || fail "There is no base backup in $folder/base from before $limit."
echo "Base backup $(basename "$base")"

mkdir -m 700 "$data"
tar -C "$data" -xzf "$base/database/base.tar.gz"
cat >> "$data/postgresql.auto.conf" << END
restore_command = 'cp $folder/wal/%f %p'
recovery_target_time = '$(date -u -d "@$seconds" '+%Y-%m-%d %H:%M:%S+00')'
recovery_target_action = promote
archive_mode = off
END
touch "$data/recovery.signal"
"$bin/pg_ctl" -D "$data" -o "-p $port" -l "$data/restore.log" -t 3600 -w start > /dev/null \
  || fail "The server does not come up; $data/restore.log says why. TIME may be after the end of PostgreSQL's log."
database=${PGDATABASE:-suyuan}
sql() { psql -h "${PGHOST:-127.0.0.1}" -p "$port" -d "$database" -v ON_ERROR_STOP=1 -Atqc "$1"; }
until [ "$(sql 'select pg_is_in_recovery()')" = f ]; do sleep 1; done
for sequence in unified_no_seq recall_no_seq drill_no_seq; do
  sql "select setval('$sequence', nextval('$sequence') + ${GAP:-100000})" > /dev/null
done
sed -i '/^restore_command\|^recovery_target\|^archive_mode = off/d' "$data/postgresql.auto.conf"
echo "The database is as it was at $time, on port $port"

if [ -n "$home" ]; then
  if [ ! -d "$home/exchange" ]; then
    tar -C "$home" -xzf "$base/exchange.tar.gz"
  fi
  again=0
  for archive in "$home"/exchange/*/archive "$home"/exchange/*/quarantine; do
    [ -d "$archive" ] || continue
    later() {
      find "$archive" -type f \( -newermt "@$seconds" -o -newerct "@$seconds" \) ! -name '*.rejects.csv' ! -name '*.reason.txt' "$@"
    }
    again=$((again + $(later -printf 'x\n' | wc -l)))
    later -exec sh -c 'for file; do rm -f "$file.rejects.csv" "$file.reason.txt"; mv --backup=numbered "$file" "$0/"; done' \
      "$(dirname "$archive")/inbox" {} +
  done
  echo "Files that the portal reads again: $again"
fi
