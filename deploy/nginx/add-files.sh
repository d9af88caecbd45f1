#!/bin/sh
# Adds the files of this image's web app to those that are served, and lets go of what no page has asked for in 30 days of versions.
set -eu

from=/srv/web
to=/var/lib/virtualcafe/web
next="$to/.next"
rm -rf "$next"
cp -R "$from" "$next"
# A file appears whole or not at all.
(cd "$next" && find . -type d) | while read -r folder; do
  mkdir -p "$to/$folder"
  find "$next/$folder" -maxdepth 1 -type f -exec mv -f -t "$to/$folder" {} +
done
rm -rf "$next"
find "$to/assets" -type f -mtime +30 -delete
