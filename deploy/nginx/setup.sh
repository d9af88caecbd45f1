#!/bin/sh
# How nginx is set up: the files of /etc/virtualcafe. Those of a new version are laid by a container of its image where the nginx that runs
# has them from, and taken over by a reload, so that no connection is refused.
#   setup.sh digest   of the programs that are here and, apart from it, of the files
#   setup.sh check    whether nginx would start with what is here, and the digest of that; in a container where none runs
#   setup.sh lay      what is here, for the nginx that runs
#   setup.sh reload   has the nginx that runs take what was laid
set -eu

here=/etc/virtualcafe
laid=/var/lib/virtualcafe/nginx
run=/run/nginx

digest() {
  programs=$(dpkg-query --show | sha256sum)
  files=$(cd "$here" && find . -type f | sort | xargs sha256sum | sha256sum)
  echo "${programs%% *} ${files%% *}"
}

test_configuration() { nginx -t -q -c "$run/nginx.conf"; }

lay() {
  # A file is there whole or not at all.
  (cd "$here" && find . -type f) | while read -r file; do
    mkdir -p "$(dirname "$laid/$file")"
    cp "$here/$file" "$laid/$file.new"
    mv "$laid/$file.new" "$laid/$file"
  done
  (cd "$laid" && find . -type f) | while read -r file; do
    [ -e "$here/$file" ] || rm "$laid/$file"
  done
}

case "${1:-}" in
  digest) digest ;;
  check)
    "$here/render.sh"
    "$here/upstreams.sh" write
    "$here/certificate.sh" install
    test_configuration
    digest
    ;;
  lay) lay ;;
  reload)
    "$here/render.sh"
    "$here/upstreams.sh" write
    test_configuration
    nginx -c "$run/nginx.conf" -s reload
    digest >"$run/setup"
    ;;
  *)
    sed -n '4,7s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
