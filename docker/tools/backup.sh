#!/bin/sh
# Backs a portal up, while it runs: a base backup of PostgreSQL and the exchange folder.
#   PGHOST=… PGPORT=… PGUSER=suyuan_backup PGPASSWORD=… backup.sh HOME FOLDER
# makes FOLDER/base/<time in UTC> and prints its name. From it and the log in FOLDER/wal, which PostgreSQL must write there
# all the time, restore.sh goes to any later minute. PostgreSQL is told so once, and then restarted:
#   archive_mode = on
#   archive_command = 'test ! -f FOLDER/wal/%f && cp %p FOLDER/wal/%f.tmp && mv FOLDER/wal/%f.tmp FOLDER/wal/%f'
#   archive_timeout = 60
# FOLDER belongs on another machine than the database. Old backups are removed by hand: a base backup, and the files of
# the log that are older than the oldest one that is kept (pg_archivecleanup).
set -eu
[ $# -eq 2 ] || { sed -n '2,4p' "$0" >&2; exit 2; }
home=$1
folder=$2
command -v pg_basebackup > /dev/null || { echo "pg_basebackup is missing (Debian: postgresql-client)." >&2; exit 1; }
[ -d "$folder/wal" ] || { echo "$folder/wal is missing: make it, and let PostgreSQL write its log there (see $0)." >&2; exit 1; }
[ -d "$home/exchange" ] || { echo "$home is not the home of a portal: it has no folder exchange." >&2; exit 1; }
name=$(date -u +%Y%m%dT%H%M%SZ)
target=$folder/base/$name
mkdir -p "$folder/base"
mkdir -m 700 "$target.part"
# the folder first: what it lacks was in the inbox or is in the database; what the database lacks would be lost
tar -C "$home" -czf "$target.part/exchange.tar.gz" --warning=no-file-changed --ignore-failed-read exchange || [ $? -eq 1 ]
pg_basebackup -D "$target.part/database" -Ft -z -X fetch --checkpoint=fast --no-password
mv "$target.part" "$target"
echo "$name"
