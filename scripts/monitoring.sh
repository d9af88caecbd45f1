#!/usr/bin/env bash
# Watches over an installation: Prometheus, Alertmanager and what they ask. See docs/operations/monitoring.md.
set -euo pipefail

# shellcheck source=../deploy/installation.sh
. "$(dirname "${BASH_SOURCE[0]}")/../deploy/installation.sh"
monitors=(prometheus alertmanager node-exporter postgres-exporter redis-exporter nginx-exporter)
dashboards=(grafana loki alloy)

usage() {
  cat <<'END'
Usage: scripts/monitoring.sh COMMAND

  on                 start it, or take over what was changed in deploy/.env; safe to run again
      --dashboards   Grafana, Loki and Alloy as well
  off                stop it; figures and logs stay
  status             what runs, what is watched, and which alerts fire
END
}

compose() {
  docker compose --project-directory "$deploy" --file "$deploy/compose.yml" --file "$deploy/compose.monitoring.yml" \
    --profile monitoring --profile dashboards "$@"
}

write_secrets() {
  secret monitoring_password "$(random)" 65534
  secret redis_exporter_passwords "{\"redis://redis:6379\":\"$(redis_password)\"}" 59000
  secret grafana_admin_password "$(random)" 472
  # For the mail server; stays empty where that asks for none.
  secret smtp_password '' 65534
}

make_role() { # the one that sees statistics and no data
  compose exec --no-TTY db psql --quiet --username virtualcafe --set ON_ERROR_STOP=1 <<END
SET log_statement = 'none';
SELECT 'CREATE ROLE monitoring' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'monitoring') \gexec
ALTER ROLE monitoring LOGIN CONNECTION LIMIT 5 PASSWORD '$(cat "$secrets/monitoring_password")';
ALTER ROLE monitoring SET statement_timeout = '10s';
GRANT pg_monitor TO monitoring;
END
}

on() {
  local services=("${monitors[@]}")
  if [ "${1:-}" = --dashboards ]; then
    services+=("${dashboards[@]}")
    shift
  fi
  [ $# -eq 0 ] || fail "on knows no \"$1\""
  need_root
  need_docker
  need_installation
  write_secrets
  say 'Making the role that reads statistics'
  make_role
  say "Starting ${services[*]}"
  # None of the site's own services is touched.
  compose up --detach --no-deps --wait --wait-timeout 180 "${services[@]}" \
    || fail 'not everything has started: see above, and "docker compose logs" in deploy/'
  # Prometheus reads its rules again; the others have read their settings as they were started.
  compose kill --signal HUP prometheus >/dev/null 2>&1
  say 'Monitoring runs'
  [ ${#services[@]} -eq ${#monitors[@]} ] \
    || echo 'Grafana: ssh -L 3000:127.0.0.1:3000 to this server, then http://localhost:3000 as admin; the password is in deploy/secrets/grafana_admin_password'
}

off() {
  need_root
  need_docker
  need_installation
  compose rm --force --stop "${monitors[@]}" "${dashboards[@]}"
}

ask() { compose exec --no-TTY prometheus promtool query instant http://127.0.0.1:9090 "$1"; }

status() {
  need_root
  need_docker
  need_installation
  compose ps --format 'table {{.Service}}\t{{.Status}}' "${monitors[@]}" "${dashboards[@]}"
  echo
  echo 'Watched (1: answers):'
  ask up
  echo
  echo 'Alerts that fire:'
  ask 'ALERTS{alertstate="firing"}'
}

command=${1:-}
[ $# -eq 0 ] || shift
case $command in
  on | off | status) "$command" "$@" ;;
  help | --help | -h) usage ;;
  *)
    usage >&2
    exit 2
    ;;
esac
