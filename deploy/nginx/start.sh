#!/bin/sh
# Renders the configuration, takes the certificate there is (or makes one that nobody trusts, so that nginx can start before the first is
# issued), looks for new ones while nginx runs, and becomes nginx.
set -eu

here=/etc/virtualcafe
run=/run/nginx

"$here/render.sh"
"$here/upstreams.sh" write
"$here/certificate.sh" install
"$here/setup.sh" digest >"$run/setup"
"$here/certificate.sh" watch &
exec nginx -c "$run/nginx.conf" -e /dev/stderr -g 'daemon off;'
