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

mkdir -p "$run/tls" "$run/body" "$run/proxy" "$run/pages"
for proxy in $TRUSTED_PROXIES; do echo "set_real_ip_from $proxy;"; done >"$run/real-ip.conf"
# Without any, what a client says of its address is not believed.
[ -z "$TRUSTED_PROXIES" ] || echo 'real_ip_header X-Forwarded-For; real_ip_recursive on;' >>"$run/real-ip.conf"
shown_port=
[ "$HTTPS_PORT" = 443 ] || shown_port=":$HTTPS_PORT"
sed -e "s/@DOMAIN@/$DOMAIN/g" -e "s/@HTTPS_PORT@/$shown_port/g" "$here/nginx.conf" >"$run/nginx.conf"

page() { # NAME TITLE TEXT ENGLISH-TITLE ENGLISH-TEXT: what people are shown when nginx answers by itself
  sed -e "s/@TITLE@/$2/g" -e "s/@TEXT@/$3/" -e "s/@ENGLISH_TITLE@/$4/" -e "s/@ENGLISH_TEXT@/$5/" "$here/page.html" >"$run/pages/$1.html"
}
page busy '잠시만요' '한꺼번에 많은 요청이 들어왔습니다. 잠시 후 다시 시도해 주세요.' 'One moment' 'There were many requests at once. Please try again shortly.'
page refused '열 수 없는 주소입니다' '주소를 다시 확인해 주세요.' 'Nothing to open here' 'Please check the address.'
page unavailable '잠시 쉬어 갑니다' '카페를 정리하고 있습니다. 잠시 후 다시 들러 주세요.' 'We will be right back' 'The café is being tidied up. Please look in again in a moment.'

"$here/upstreams.sh" write
"$here/certificate.sh" install
"$here/certificate.sh" watch &
exec nginx -c "$run/nginx.conf" -e /dev/stderr -g 'daemon off;'
