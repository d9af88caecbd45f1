#!/bin/sh
# Gets the certificate and keeps it new: looks every 12 hours, renews when a third of its lifetime is left (30 days of 90). What fails is
# said in the log and tried again; the certificate there is stays. nginx takes a new one by itself.
#   renew.sh          for as long as it runs
#   renew.sh once     one look; ends with 1 when it failed
#   renew.sh force    renews now
set -eu

: "${DOMAIN:?}" "${ACME_SERVER:?}"
name=virtualcafe
live="/etc/letsencrypt/live/$name"
metrics=/var/lib/node-exporter
[ -z "${ACME_CA_FILE:-}" ] || export REQUESTS_CA_BUNDLE="$ACME_CA_FILE"

say() { echo "{\"event\":\"certificate.$1\",\"domain\":\"$DOMAIN\"}"; }

# When the certificate begins and ends to be good, in seconds since 1970.
lifetime() {
  python3 - "$live/cert.pem" <<'END'
import datetime, sys
from cryptography import x509

certificate = x509.load_pem_x509_certificate(open(sys.argv[1], 'rb').read())

def seconds(name):
    # Older versions of the library give times without a zone.
    moment = getattr(certificate, name + '_utc', None) or getattr(certificate, name).replace(tzinfo=datetime.timezone.utc)
    return int(moment.timestamp())

print(seconds('not_valid_before'), seconds('not_valid_after'))
END
}

# Whether less than a third of it is left.
is_due() {
  # shellcheck disable=SC2046
  set -- $(lifetime)
  [ $((($2 - $(date +%s)) * 3)) -lt $(($2 - $1)) ]
}

order() {
  if [ -n "${EMAIL:-}" ]; then contact="--email $EMAIL"; else contact=--register-unsafely-without-email; fi
  # shellcheck disable=SC2086
  certbot certonly --non-interactive --agree-tos $contact --webroot --webroot-path /var/www/acme \
    --server "$ACME_SERVER" --cert-name "$name" --domain "$DOMAIN" --key-type ecdsa \
    --work-dir /tmp/certbot --logs-dir /tmp/certbot-logs "$@"
}

# For the monitoring: whether the last attempt failed, and until when the certificate is good, in seconds since 1970.
tell() { # FAILED (0 or 1)
  [ -d "$metrics" ] || return 0
  {
    echo "certificate_renewal_failed{domain=\"$DOMAIN\"} $1"
    if [ -s "$live/cert.pem" ]; then echo "certificate_expiry_timestamp_seconds{domain=\"$DOMAIN\"} $(lifetime | cut -d " " -f 2)"; fi
  } >"$metrics/certificate.prom.new"
  chmod 0644 "$metrics/certificate.prom.new"
  mv "$metrics/certificate.prom.new" "$metrics/certificate.prom"
}

look() {
  if [ "${1:-}" != force ] && [ -s "$live/cert.pem" ] && ! is_due; then
    tell 0
  elif order --force-renewal; then
    say issued
    tell 0
  else
    say failed >&2
    tell 1
    return 1
  fi
}

case "${1:-}" in
  once) look ;;
  force) look force ;;
  *)
    trap 'exit 0' TERM INT
    while :; do
      look || true
      sleep 43200 &
      wait $!
    done
    ;;
esac
