#!/bin/sh
# Which of the server's processes get requests.
#   upstreams.sh write [NAME ...]   all but these; before nginx starts
#   upstreams.sh drain NAME ...     the same, and tells nginx: no new requests go there, those that run end by themselves
#   upstreams.sh restore            all of them again
set -eu

run=/run/nginx
: "${APPS:=app-1 app-2}"
: "${APP_PORT:=4000}"

write() {
  drained=" $* "
  left=0
  for app in $APPS; do
    case "$drained" in *" $app "*) ;; *) left=$((left + 1)) ;; esac
  done
  # A process that does not answer is left out for two seconds (a longer time would outlast a restart), but not while it is the only one: there
  # is nobody else to ask then.
  fails=3
  [ "$left" -gt 1 ] || fails=0
  servers=
  room_servers=
  for app in $APPS; do
    state=
    case "$drained" in *" $app "*) state=' down' ;; esac
    servers="$servers
  server $app:$APP_PORT max_fails=$fails fail_timeout=2s$state;"
    # Not so for rooms: nginx believes in a process again when a connection to it has ended, which in rooms takes hours, and until then would
    # send there one every two seconds and the others of that room elsewhere.
    room_servers="$room_servers
  server $app:$APP_PORT max_fails=0$state;"
  done
  cat >"$run/upstreams.conf.new" <<END
upstream app {$servers
  keepalive 64;
  keepalive_timeout 60s;
}
upstream rooms {
  hash \$room_key consistent;$room_servers
}
END
  mv "$run/upstreams.conf.new" "$run/upstreams.conf"
}

case "${1:-}" in
  write)
    shift
    write "$@"
    ;;
  drain)
    shift
    write "$@"
    nginx -c "$run/nginx.conf" -s reload
    ;;
  restore)
    write
    nginx -c "$run/nginx.conf" -s reload
    ;;
  *)
    sed -n '2,5s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
