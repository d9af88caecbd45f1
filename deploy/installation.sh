# What scripts/deploy.sh and scripts/monitoring.sh know of the installation in this folder; they read it in.
# shellcheck shell=bash
# shellcheck disable=SC2034 # Used by those that read it in.

deploy=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$deploy")
settings="$deploy/.env"
secrets="$deploy/secrets"

say() { printf '\033[1m==>\033[0m %s\n' "$*"; }
fail() {
  printf '%s: %s\n' "$(basename "$0" .sh)" "$*" >&2
  exit 1
}

setting() { # NAME: its value in .env, or nothing
  [ -f "$settings" ] || return 0
  sed -n "s/^$1=//p" "$settings" | tail -n 1
}

redis_password() { sed -n 's/^requirepass //p' "$secrets/redis_conf" 2>/dev/null || true; }

random() { head -c 64 /dev/urandom | base64 | tr -dc 'A-Za-z0-9' | head -c 40; }

secret() { # NAME TEXT UID: written once, never changed, readable by the one user who needs it
  local file="$secrets/$1"
  if [ ! -e "$file" ]; then
    (umask 077 && printf '%s' "$2" >"$file.new" && mv "$file.new" "$file")
  fi
  chmod 0600 "$file"
  [ "$(stat -c %u "$file")" = "$3" ] || chown "$3" "$file"
}

need_docker() {
  command -v docker >/dev/null || fail 'Docker is not installed: see https://docs.docker.com/engine/install/'
  docker info >/dev/null 2>&1 || fail 'the Docker Engine does not answer: start it, or run this as root'
  docker compose version >/dev/null 2>&1 || fail 'Docker Compose v2 is not installed (package docker-compose-plugin)'
}

need_root() { [ "$(id -u)" = 0 ] || fail 'run this as root (sudo): secrets belong to the users of their services'; }

need_installation() { [ -n "$(setting DOMAIN)" ] || fail 'nothing is installed here yet: begin with "scripts/deploy.sh init"'; }
