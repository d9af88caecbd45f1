#!/bin/sh
# Renders the configuration into /run/nginx, with what this container is told of its surroundings.
set -eu

: "${DOMAIN:?DOMAIN is not set: the name under which the site is reached}"
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

page() { # NAME TITLE TEXT ENGLISH-TITLE ENGLISH-TEXT: what people are shown when nginx answers by itself
  sed -e "s/@TITLE@/$2/g" -e "s/@TEXT@/$3/" -e "s/@ENGLISH_TITLE@/$4/" -e "s/@ENGLISH_TEXT@/$5/" "$here/page.html" >"$run/pages/$1.html"
}

answer() { # CODE STATUS TITLE PAGE [RETRY-AFTER]: the server's own code, status and title to programs, a page to people
  sed -e "s/@CODE@/$1/g" -e "s/@STATUS@/$2/g" -e "s/@TITLE@/$3/" -e "s/@PAGE@/$4/" -e "s/@RETRY_AFTER@/${5:-}/" "$here/answer.conf"
}

mkdir -p "$run/body" "$run/proxy" "$run/pages"

for proxy in $TRUSTED_PROXIES; do echo "set_real_ip_from $proxy;"; done >"$run/real-ip.conf"
# Without any, what a client says of its address is not believed.
[ -z "$TRUSTED_PROXIES" ] || echo 'real_ip_header X-Forwarded-For; real_ip_recursive on;' >>"$run/real-ip.conf"

shown_port=
[ "$HTTPS_PORT" = 443 ] || shown_port=":$HTTPS_PORT"
sed -e "s/@DOMAIN@/$DOMAIN/g" -e "s/@HTTPS_PORT@/$shown_port/g" "$here/nginx.conf" >"$run/nginx.conf"

page busy '잠시만요' '한꺼번에 많은 요청이 들어왔습니다. 잠시 후 다시 시도해 주세요.' 'One moment' 'There were many requests at once. Please try again shortly.'
page refused '열 수 없는 주소입니다' '주소를 다시 확인해 주세요.' 'Nothing to open here' 'Please check the address.'
page unavailable '잠시 쉬어 갑니다' '카페를 정리하고 있습니다. 잠시 후 다시 들러 주세요.' 'We will be right back' 'The café is being tidied up. Please look in again in a moment.'

{
  answer request.malformed 400 'The request could not be read' refused
  answer route.not-found 404 'There is nothing at this address' refused
  answer request.too-large 413 'The request is too large' refused
  answer request.uri-too-long 414 'The address is too long' refused
  answer request.headers-too-large 431 'The request headers are too large' refused
  answer rate.limited 429 'Too many requests; try again later' busy 1
  answer service.unavailable 503 'The service cannot answer right now; try again shortly' unavailable 5
} >"$run/answers.conf"
