#!/bin/sh
# The certificate that nginx shows.
#   certificate.sh install   takes the one that was issued, or makes one that nobody trusts
#   certificate.sh watch     looks every 10 s whether there is a new one, and has nginx take it if it is sound
set -eu

run=/run/nginx
issued="${CERTIFICATE_DIR:-/etc/letsencrypt/live/virtualcafe}"
shown="$run/tls"

digest() { cat "$1/fullchain.pem" "$1/privkey.pem" 2>/dev/null | sha256sum; }

# Both files, and they belong together: a half-written pair is left alone.
is_sound() {
  [ -s "$issued/fullchain.pem" ] && [ -s "$issued/privkey.pem" ] || return 1
  [ "$(openssl x509 -in "$issued/fullchain.pem" -noout -pubkey 2>/dev/null)" = "$(openssl pkey -in "$issued/privkey.pem" -pubout 2>/dev/null)" ]
}

take() {
  umask 077
  cp "$issued/fullchain.pem" "$shown/fullchain.pem.new"
  cp "$issued/privkey.pem" "$shown/privkey.pem.new"
  mv "$shown/privkey.pem.new" "$shown/privkey.pem"
  mv "$shown/fullchain.pem.new" "$shown/fullchain.pem"
}

self_sign() {
  umask 077
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 \
    -subj "/CN=$DOMAIN" -addext "subjectAltName=DNS:$DOMAIN" \
    -keyout "$shown/privkey.pem" -out "$shown/fullchain.pem" 2>/dev/null
}

case "${1:-}" in
  install)
    mkdir -p "$shown"
    if is_sound; then take; else self_sign; fi
    ;;
  watch)
    while sleep 10; do
      is_sound || continue
      [ "$(digest "$issued")" != "$(digest "$shown")" ] || continue
      take
      if nginx -t -q -c "$run/nginx.conf" && nginx -c "$run/nginx.conf" -s reload; then
        echo '{"event":"certificate.taken","expires":"'"$(openssl x509 -in "$shown/fullchain.pem" -noout -enddate | cut -d= -f2)"'"}'
      else
        echo '{"event":"certificate.refused"}' >&2
      fi
    done
    ;;
  *)
    sed -n '2,4s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
