#!/usr/bin/env bash
# Runs VirtualCafe on this server with Docker Compose. See docs/operations/install.md.
set -euo pipefail

# shellcheck source=../deploy/installation.sh
. "$(dirname "${BASH_SOURCE[0]}")/../deploy/installation.sh"
project=${COMPOSE_PROJECT_NAME:-virtualcafe}
# Compose believes it rather than .env: it is ours to set.
unset VERSION

usage() {
  cat <<'END'
Usage: scripts/deploy.sh COMMAND

  init --domain NAME --email ADDRESS    install, or bring an installation up to what is said here; safe to run again
      --staging                         take a certificate of Let's Encrypt's staging service, which browsers do not trust
      --self-signed                     show a certificate of our own and ask nobody for one
      --acme-server URL                 take the certificate from another ACME service
      --acme-ca FILE                    the certificate that this service's own address is signed with
      --http-port N, --https-port N     other ports than 80 and 443
      --admin LOGIN-ID                  how the first administrator is called ("admin")
  update                                bring in what the checkout has, one process after the other
      --version TAG                     that version instead: images that are here, the registry's, or the commit that is checked out
  rollback                              go back to the version before the last update
  status                                what runs, which version, how long the certificate is good
END
}

compose() { docker compose --project-directory "$deploy" --file "$deploy/compose.yml" "$@"; }

# --- what is written down ---------------------------------------------------------------------------------------------

keep() { # NAME VALUE
  local written
  written=$(mktemp "$deploy/.env.XXXXXX")
  { [ ! -f "$settings" ] || grep -v "^$1=" "$settings" || true; } >"$written"
  printf '%s=%s\n' "$1" "$2" >>"$written"
  chmod 0600 "$written"
  mv "$written" "$settings"
}

write_secrets() {
  mkdir -p "$secrets"
  chmod 0711 "$secrets"
  local database redis
  database=$(cat "$secrets/database_password" 2>/dev/null || random)
  redis=$(redis_password)
  [ -n "$redis" ] || redis=$(random)
  secret database_password "$database" 999
  secret database_url "postgresql://virtualcafe:$database@db:5432/virtualcafe" 1000
  secret redis_conf "requirepass $redis
appendonly yes
save \"\"
dir /data
maxmemory 256mb
maxmemory-policy volatile-lru
" 999
  secret redis_url "redis://:$redis@redis:6379/0" 1000
  secret auth_token_secret "$(random)" 1000
}

# --- what must be there -----------------------------------------------------------------------------------------------

need_space() { # here, and where Docker keeps images and volumes
  local place free
  for place in "$deploy" "$(docker info --format '{{.DockerRootDir}}')"; do
    [ -d "$place" ] || continue
    free=$(df -Pk "$place" | awk 'NR == 2 { print int($4 / 1024) }')
    [ "$free" -ge 3072 ] || fail "only $free MB are free on the disk of $place: 3 GB are needed"
  done
}

need_port() { # PORT: free, or ours already
  [ -z "$(compose ps -q nginx 2>/dev/null)" ] || return 0
  if (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then
    fail "port $1 is taken by another program (ss -ltnp 'sport = :$1' says which): stop it first"
  fi
}

alone() { # two at once would undo each other's work
  exec 9>"$deploy/.lock"
  flock --nonblock 9 || fail 'another deploy.sh is at work here: wait until it has ended'
}

choose_network() { # one that no other network of this engine overlaps; kept, as addresses within it stand in the configuration
  [ -z "$(setting APP_NETWORK)" ] || return 0
  local third
  for third in 71 72 73 74 75 76 77 78 79; do
    if docker network create --subnet "172.30.$third.0/24" "$project-probe" >/dev/null 2>&1; then
      docker network rm "$project-probe" >/dev/null
      keep APP_NETWORK "172.30.$third"
      return 0
    fi
  done
  fail 'no network is free between 172.30.71.0 and 172.30.79.255: write APP_NETWORK=10.20.30 (three parts of your own) into deploy/.env'
}

# --- steps ------------------------------------------------------------------------------------------------------------

own_volumes() { # certbot and nginx share theirs, as one user
  compose run --rm --no-deps --user 0 --cap-add CHOWN --cap-add DAC_OVERRIDE --entrypoint /bin/sh \
    -v "$project"_certificates:/own/certificates -v "$project"_acme:/own/acme \
    -v "$project"_textfile-metrics:/own/metrics nginx \
    -c 'chown 101:101 /own/certificates /own/acme /own/metrics' >/dev/null
}

inspect() { # SERVICE FORMAT: of its container, or nothing
  docker inspect --format "$2" "$(compose ps -aq "$1" | head -n 1)" 2>/dev/null || true
}

is_healthy() { [ "$(inspect "$1" '{{.State.Status}} {{if .State.Health}}{{.State.Health.Status}}{{end}}')" = 'running healthy' ]; }

wait_for() { # SERVICE SECONDS: until it is healthy
  local until=$((SECONDS + $2)) container state restarts before=''
  container=$(compose ps -aq "$1" | head -n 1)
  while [ "$SECONDS" -lt "$until" ]; do
    read -r restarts state < <(docker inspect --format \
      '{{.RestartCount}} {{.State.Status}} {{if .State.Health}}{{.State.Health.Status}}{{end}}' "$container") || break
    case $state in
      'running healthy') return 0 ;;
      exited* | dead*) break ;;
    esac
    # One that dies again and again does not become healthy later.
    before=${before:-$restarts}
    [ $((restarts - before)) -lt 3 ] || break
    sleep 0.2
  done
  compose logs --no-log-prefix --tail 20 "$1" >&2 || true
  return 1
}

wait_for_app() { # APP
  local within
  within=$(setting HEALTHY_WITHIN)
  wait_for "$1" "${within:-120}"
}

migrate() { compose run --rm --no-TTY migrate; }

take_certificate() {
  say "Asking for a certificate for $(setting DOMAIN)"
  compose run --rm --no-deps --no-TTY certbot once \
    || fail "no certificate was issued. The name must lead to this server and port 80 be open to the world; then run this again.
Until then the site shows a certificate that browsers do not trust."
  compose up --detach --no-deps certbot
  local left=60
  until compose exec --no-TTY nginx cmp -s /etc/letsencrypt/live/virtualcafe/fullchain.pem /run/nginx/tls/fullchain.pem; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || fail 'nginx does not take the certificate that was issued: "docker compose logs nginx" in deploy/ says why'
    sleep 1
  done
}

make_admin() { # LOGIN-ID
  local file="$secrets/first_admin"
  [ ! -e "$file" ] || return 0
  local password
  password=$(random)
  printf '%s\n' "$password" | compose run --rm --no-TTY cafe admin:create --login-id "$1" --nickname "$1" --email "$2"
  (umask 077 && printf 'login id: %s\npassword: %s\n' "$1" "$password" >"$file")
}

# What the built pages need: added to what is there, as pages that are open still ask for the files of older versions.
add_web_files() { compose run --rm --no-deps --no-TTY web-files; }

upstreams() { compose exec --no-TTY nginx /etc/virtualcafe/upstreams.sh "$@"; }

nginx_setup() { compose run --rm --no-deps --no-TTY --entrypoint /etc/virtualcafe/setup.sh web-files "$@"; } # in the image of this version

# Whether its container would not be made anew, however it is.
is_as_defined() { [[ $(compose --dry-run up --detach --no-deps "$1" 2>&1) == *Running* ]]; }

version_of() { # SERVICE: that its container is of
  local image
  image=$(inspect "$1" '{{.Config.Image}}')
  echo "${image##*:}"
}

set_nginx_up() { # DIGEST: as this version has it
  local programs files
  read -r programs files < <(compose exec --no-TTY nginx cat /run/nginx/setup 2>/dev/null || true) || true
  if [ "$programs" != "${1% *}" ] || ! VERSION=$(version_of nginx) is_as_defined nginx; then
    say 'nginx itself is another, or its container is to be: replacing it, which takes some seconds'
    nginx_setup lay
    compose up --detach --no-deps nginx
    wait_for nginx 60 || fail 'nginx does not become healthy: see above'
  elif [ "$files" != "${1#* }" ]; then
    say 'nginx is set up differently in this version: it takes that'
    nginx_setup lay
    compose exec --no-TTY nginx /etc/virtualcafe/setup.sh reload || fail 'nginx does not take its new setup, and goes on with the old one: see above'
  fi
}

tell_readiness() { # APP: what it says of itself, if it answers
  compose exec --no-TTY "$1" node -e \
    'fetch("http://127.0.0.1:4000/api/health/ready").then((answer) => answer.text()).then(console.error, () => {})' || true
}

replace() { # APP: ends with 1 when it does not become healthy; it gets no requests then
  if is_healthy "$1" && is_as_defined "$1"; then
    say "$1 is so already"
    upstreams restore
    return
  fi
  say "Replacing $1"
  upstreams drain "$1" || return 1
  compose up --detach --no-deps "$1" || return 1
  if ! wait_for_app "$1"; then
    tell_readiness "$1"
    return 1
  fi
  upstreams restore
}

# The one that does not serve comes first: the other is all there is.
apps_in_turn() { if is_healthy app-2; then echo app-1 app-2; else echo app-2 app-1; fi; }

image_of() { # API | WEB, VERSION
  local name
  name=$(setting "$1_IMAGE")
  echo "${name:-virtualcafe/${1,,}}:$2"
}

has_images() { docker image inspect "$(image_of API "$1")" "$(image_of WEB "$1")" >/dev/null 2>&1; } # VERSION

build() { # VERSION
  say "Building version $1 (some minutes the first time)"
  VERSION=$1 compose build app-1 nginx || fail "version $1 cannot be built: see above. Nothing was changed"
}

git_here() { git -c safe.directory="$root" -C "$root" "$@"; }

new_version() { # the commit's name, with the time where files differ from it
  local commit now
  now=$(date -u +%Y%m%d%H%M%S)
  commit=$(git_here rev-parse --short=12 HEAD 2>/dev/null) || { echo "$now" && return; }
  if [ -z "$(git_here status --porcelain 2>/dev/null)" ]; then echo "$commit"; else echo "$commit-$now"; fi
}

get_images() { # VERSION: unless they are here, those of the registry, or of the checkout if it is that version
  if has_images "$1"; then
    say "Version $1 is here already"
    return
  fi
  local commit nor=''
  if [ -n "$(setting API_IMAGE)" ] && [ -n "$(setting WEB_IMAGE)" ]; then
    say "Taking version $1 from the registry"
    ! { docker pull "$(image_of API "$1")" && docker pull "$(image_of WEB "$1")"; } || return 0
    nor=' and they cannot be had from the registry (see above)'
  fi
  commit=$(git_here rev-parse HEAD 2>/dev/null || true)
  # As CI names a commit that it has checked out here.
  [[ $1 =~ ^[0-9a-f]{12,40}$ && $commit == "$1"* ]] \
    || fail "there are no images of version $1 here$nor, and the checkout is ${commit:0:12}, which is another. Nothing was changed.
\"docker image ls $(image_of API '*')\" shows which are here. To build another: check its commit out and run update without --version"
  [ -z "$(git_here status --porcelain --untracked-files=no)" ] \
    || fail "files of the checkout differ from commit $1 (git status): undo that, or run update without --version. Nothing was changed"
  build "$1"
}

# --- commands ---------------------------------------------------------------------------------------------------------

init() {
  local domain='' email='' acme='' acme_ca='' mode='' http='' https='' admin=admin
  while [ $# -gt 0 ]; do
    case $1 in
      --domain) domain=${2:-} && shift ;;
      --email) email=${2:-} && shift ;;
      --staging) mode=acme acme=https://acme-staging-v02.api.letsencrypt.org/directory ;;
      --self-signed) mode=self-signed ;;
      --acme-server) mode=acme acme=${2:-} && shift ;;
      --acme-ca) acme_ca=${2:-} && shift ;;
      --http-port) http=${2:-} && shift ;;
      --https-port) https=${2:-} && shift ;;
      --admin) admin=${2:-} && shift ;;
      *) fail "init knows no \"$1\" (scripts/deploy.sh shows what it knows)" ;;
    esac
    shift
  done
  domain=${domain:-$(setting DOMAIN)}
  email=${email:-$(setting EMAIL)}
  [[ $domain =~ ^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?$ ]] \
    || fail 'say --domain, the name under which the site is reached, such as cafe.example.com'
  [[ $email =~ ^[^@[:space:]]+@[^@[:space:]]+$ ]] \
    || fail 'say --email, the address that is told when a certificate runs out and that the first administrator has'
  need_root
  alone
  need_docker
  need_space
  http=${http:-$(setting HTTP_PORT)} https=${https:-$(setting HTTPS_PORT)}
  need_port "${http:-80}"
  need_port "${https:-443}"

  keep DOMAIN "$domain"
  keep EMAIL "$email"
  keep HTTP_PORT "${http:-80}"
  keep HTTPS_PORT "${https:-443}"
  [ "${https:-443}" = 443 ] || keep SHOWN_PORT ":$https"
  [ -z "$mode" ] || keep CERTIFICATES "$mode"
  [ -n "$(setting CERTIFICATES)" ] || keep CERTIFICATES acme
  [ -z "$acme" ] || keep ACME_SERVER "$acme"
  if [ -n "$acme_ca" ]; then
    install -m 0644 "$acme_ca" "$deploy/certbot/acme-ca.pem"
    keep ACME_CA_FILE /etc/virtualcafe/acme-ca.pem
  fi
  write_secrets

  if [ -z "$(setting VERSION)" ]; then
    local version
    version=$(new_version)
    build "$version"
    keep VERSION "$version"
  fi
  choose_network
  say 'Starting the database and Redis'
  compose up --detach --wait db redis
  say 'Bringing the database up to date'
  migrate
  add_web_files
  nginx_setup lay
  own_volumes
  say 'Starting the server'
  if is_healthy nginx; then
    local app
    for app in $(apps_in_turn); do replace "$app" || fail "$app does not become healthy: see above"; done
  else
    compose up --detach --no-deps app-1 app-2
    wait_for_app app-1 || fail 'app-1 does not become healthy: see above'
    wait_for_app app-2 || fail 'app-2 does not become healthy: see above'
  fi
  compose up --detach --no-deps nginx
  wait_for nginx 60 || fail 'nginx does not become healthy: see above'
  say 'Making the first administrator'
  make_admin "$admin" "$email"
  [ "$(setting CERTIFICATES)" = self-signed ] || take_certificate
  cat <<END

VirtualCafe is open:   https://$domain$(setting SHOWN_PORT)
First administrator:   $admin; the password is in $secrets/first_admin (log in, change it, delete the file)
END
}

update() {
  local version=''
  while [ $# -gt 0 ]; do
    case $1 in
      --version)
        version=${2:-}
        [[ $version =~ ^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$ ]] || fail 'say after --version which: letters, digits, _ . and -'
        shift
        ;;
      *) fail "update knows no \"$1\"" ;;
    esac
    shift
  done
  need_root
  alone
  need_docker
  need_installation
  need_space
  if [ -n "$version" ]; then
    get_images "$version"
  else
    version=$(new_version)
    if has_images "$version"; then say "Version $version is here already"; else build "$version"; fi
  fi
  go_to "$version" "$(setting VERSION)"
}

go_to() { # VERSION FROM: written down only when it serves, so that an update that is cut off can be begun again
  is_healthy nginx || fail 'nginx is not healthy: "scripts/deploy.sh init" brings the installation in order. Nothing was changed'
  export VERSION=$1
  local setup
  setup=$(nginx_setup check) || fail "nginx would not start as version $1 sets it up: see above. Nothing was changed"
  say 'Bringing the database up to date'
  migrate || fail "a migration failed: nothing was replaced, version $2 serves on"
  add_web_files
  local app begun=''
  for app in $(apps_in_turn); do
    begun="$app $begun"
    if ! replace "$app"; then
      go_back "$2" "$begun"
      fail "version $1 did not become healthy and was taken back; version $2 serves"
    fi
  done
  keep VERSION "$1"
  [ "$1" = "$2" ] || keep PREVIOUS_VERSION "$2"
  set_nginx_up "$setup"
  say "Version $1 serves"
}

go_back() { # VERSION APPS: these, of which the first gets no requests
  say "Version $VERSION does not become healthy: going back to $1" >&2
  export VERSION=$1
  add_web_files
  local app
  for app in $2; do
    replace "$app" || fail "$app of version $1 does not come back either: see above. It gets no requests, the other process serves"
  done
}

rollback() {
  need_root
  alone
  need_docker
  need_installation
  local before
  before=$(setting PREVIOUS_VERSION)
  [ -n "$before" ] || fail 'there is no version before this one'
  # Compose would build what it misses, out of what the checkout is now.
  has_images "$before" || fail "the images of version $before are not here any more: check its commit out and run update"
  go_to "$before" "$(setting VERSION)"
}

status() {
  need_docker
  need_installation
  echo "https://$(setting DOMAIN)$(setting SHOWN_PORT), version $(setting VERSION)"
  compose ps --format 'table {{.Service}}\t{{.Image}}\t{{.Status}}'
  compose exec --no-TTY nginx openssl x509 -in /run/nginx/tls/fullchain.pem -noout -issuer -enddate
}

command=${1:-}
[ $# -eq 0 ] || shift
case $command in
  init | update | rollback | status) "$command" "$@" ;;
  help | --help | -h) usage ;;
  *)
    usage >&2
    exit 2
    ;;
esac
