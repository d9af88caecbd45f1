#!/bin/sh
# Adds the files of this image's web app to those that are served, and lets go of what no page has asked for in 30 days of versions.
set -eu

from=/srv/web
to=/var/lib/virtualcafe/web
mkdir -p "$to/assets"
# A file appears whole or not at all.
find "$from" -type f | while read -r file; do
  target="$to/${file#"$from"/}"
  mkdir -p "$(dirname "$target")"
  cp "$file" "$target.new"
  mv "$target.new" "$target"
done
find "$to/assets" -type f -mtime +30 -delete
