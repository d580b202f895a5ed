#!/bin/sh
# One per process that uses the embedded database. Our standard input is a pipe held open by that process, so the read
# below ends when it ends, however it ends. Then, if no other living process uses the database, we stop it.
# Arguments: the data folder, and the name of that process in postgres.users.
data=$1 user=$2 lock=$1/postgres.lock

# A zombie answers kill -0, but it is over: nothing may reap it in a container.
alive() { kill -0 "$1" 2>/dev/null && ! grep -q ') Z ' "/proc/$1/stat" 2>/dev/null; }

read -r _never
rm -f "$data/postgres.users/$user"

tries=0
until mkdir "$lock" 2>/dev/null; do
  tries=$((tries + 1))
  holder=$(cat "$lock/holder" 2>/dev/null)
  if [ -n "$holder" ] && ! alive "${holder%%-*}"; then rm -rf "$lock"; fi
  [ "$tries" -lt 600 ] && [ -d "$data" ] || exit 0
  sleep 0.1
done
echo "$$" >"$lock/holder"
trap 'rm -rf "$lock"' EXIT

for other in "$data/postgres.users"/*; do
  name=${other##*/}
  [ -e "$other" ] && alive "${name%%-*}" && exit 0
done

postmaster=$(head -n 1 "$data/pg/postmaster.pid" 2>/dev/null)
[ -n "$postmaster" ] && [ "$(readlink "/proc/$postmaster/cwd")" = "$(readlink -f "$data/pg")" ] || exit 0
kill -INT "$postmaster"
tries=0
while alive "$postmaster" && [ "$tries" -lt 300 ]; do
  tries=$((tries + 1))
  sleep 0.1
done
rm -f "$data/postgres.json"
