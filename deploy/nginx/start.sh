#!/bin/sh
# Renders the configuration, takes the certificate there is (or makes one that nobody trusts, so that nginx can start before the first is
# issued), looks for new ones while nginx runs, and becomes nginx.
set -eu

: "${DOMAIN:?DOMAIN is not set: the name under which the site is reached}"
: "${APPS:=app-1 app-2}"
: "${APP_PORT:=4000}"
: "${HTTPS_PORT:=443}"
: "${TRUSTED_PROXIES:=}"
case "$DOMAIN" in
  *[!a-z0-9.-]* | -* | *..*)
    echo "DOMAIN is \"$DOMAIN\": give a host name such as cafe.example.com" >&2
    exit 1
    ;;
esac

here=/etc/virtualcafe
run=/run/nginx
export DOMAIN APPS APP_PORT HTTPS_PORT

mkdir -p "$run/tls" "$run/body" "$run/proxy"
for proxy in $TRUSTED_PROXIES; do echo "set_real_ip_from $proxy;"; done >"$run/real-ip.conf"
# Without any, what a client says of its address is not believed.
[ -z "$TRUSTED_PROXIES" ] || echo 'real_ip_header X-Forwarded-For; real_ip_recursive on;' >>"$run/real-ip.conf"
shown_port=
[ "$HTTPS_PORT" = 443 ] || shown_port=":$HTTPS_PORT"
sed -e "s/@DOMAIN@/$DOMAIN/g" -e "s/@HTTPS_PORT@/$shown_port/g" "$here/nginx.conf" >"$run/nginx.conf"

"$here/upstreams.sh" write
"$here/certificate.sh" install
"$here/certificate.sh" watch &
exec nginx -c "$run/nginx.conf" -e /dev/stderr -g 'daemon off;'
