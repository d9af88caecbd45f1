#!/usr/bin/env bash
# Checks everything here that can be checked without starting it. Needs promtool, amtool and node (Debian: apt-get install
# --no-install-recommends prometheus prometheus-alertmanager, and stop what they start). Ends with 1 when something is wrong.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
runbook="$here/../../docs/operations/monitoring.md"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
faults=0

fault() {
  printf 'fault: %s\n' "$*" >&2
  faults=$((faults + 1))
}

quietly() { # TITLE COMMAND...: shows what it says only when it fails
  local title=$1
  shift
  if "$@" >"$work/said" 2>&1; then printf 'ok: %s\n' "$title"; else
    cat "$work/said" >&2
    fault "$title"
  fi
}

for tool in promtool amtool node; do
  command -v "$tool" >/dev/null || {
    printf 'check.sh: %s is not installed\n' "$tool" >&2
    exit 2
  }
done

# --- Prometheus -------------------------------------------------------------------------------------------------------

quietly 'prometheus.yml' promtool check config "$here/prometheus/prometheus.yml"
for file in "$here"/prometheus/rules/*.yml; do quietly "rules/${file##*/}" promtool check rules "$file"; done
for file in "$here"/prometheus/tests/*.yml; do quietly "tests/${file##*/}" promtool test rules "$file"; done

# Each alert is seen to fire and seen not to, of each severity it has, and says where to read on.
while read -r alert; do
  grep -qF "### $alert" "$runbook" || fault "$alert has no section in docs/operations/monitoring.md"
  grep -hF "alertname: $alert }" "$here"/prometheus/tests/*.yml | grep -q . || fault "no test in which $alert does not fire"
done < <(sed -n 's/^ *- alert: //p' "$here"/prometheus/rules/*.yml | sort -u)

cat >"$work/tested.mjs" <<'JS'
// Rules and tests are written in one way (a key a line), which is all that is needed to read them here.
import { readdirSync, readFileSync } from 'node:fs';
const folder = process.argv[2];
const read = (kind) => readdirSync(`${folder}/${kind}`).map((name) => readFileSync(`${folder}/${kind}/${name}`, 'utf8')).join('\n');
const tests = read('tests');
let wrong = 0;
for (const rule of read('rules').split(/^ *- alert: /m).slice(1)) {
  const alert = rule.match(/^\w+/)[0];
  const severity = rule.match(/severity: (\w+)/)?.[1];
  const link = rule.match(/runbook: (\S+)/)?.[1];
  const say = (what) => { wrong += 1; console.error(`${alert} (${severity}): ${what}`); };
  if (!['warning', 'critical'].includes(severity)) say('no severity that is known');
  if (!/summary: ./.test(rule)) say('no summary');
  if (link !== `docs/operations/monitoring.md#${alert.toLowerCase()}`) say('its runbook is another alert\'s');
  const fires = tests.split(/^ *- (?:eval_time|\{ eval_time)/m)
    .some((test) => new RegExp(`^\\s*alertname: ${alert}\\s*$`, 'm').test(test) && new RegExp(`exp_labels:\\s*\\{?\\s*severity: ${severity}\\b`).test(test));
  if (!fires) say('no test in which it fires');
}
process.exit(wrong === 0 ? 0 : 1);
JS
quietly 'each alert has a severity, a summary, a runbook and a test in which it fires' node "$work/tested.mjs" "$here/prometheus"

# --- Alertmanager -----------------------------------------------------------------------------------------------------

printf 'secret' >"$work/smtp_password"
render() { # VARIABLE=VALUE...
  env -i PATH="$PATH" SMTP_PASSWORD_FILE="$work/smtp_password" "$@" sh "$here/alertmanager/start.sh" render
}
mail=(ALERT_EMAIL_TO='one@example.com, two@example.com' SMTP_HOST=mail.example.com:587 SMTP_FROM="o'clock@example.com")
variant() { # TITLE e-mail? login? webhook? VARIABLE=VALUE...
  local title=$1 wanted="$2 $3 $4" found
  shift 4
  if ! render "$@" >"$work/alertmanager.yml" 2>"$work/said"; then
    cat "$work/said" >&2
    fault "alertmanager: $title is not rendered"
    return
  fi
  quietly "alertmanager: $title" amtool check-config "$work/alertmanager.yml"
  found="$(grep -c '^ *- to: ' "$work/alertmanager.yml" || true) $(grep -c 'smtp_auth_username: ' "$work/alertmanager.yml" || true)"
  found="$found $(grep -c '^ *- url: ' "$work/alertmanager.yml" || true)"
  [ "$found" = "$wanted" ] || fault "alertmanager: $title has (mail, login, webhook) $found instead of $wanted"
  ! grep -nE '@[A-Z_]+@|^#' "$work/alertmanager.yml" || fault "alertmanager: $title is not rendered to the end"
}
refused() { # TITLE VARIABLE=VALUE...
  local title=$1
  shift
  if render "$@" >"$work/said" 2>&1; then fault "alertmanager: $title is taken"; else printf 'ok: alertmanager: %s is refused\n' "$title"; fi
}
variant 'nobody is told' 0 0 0
variant 'e-mail' 1 0 0 "${mail[@]}"
variant 'e-mail with a login' 1 1 0 "${mail[@]}" SMTP_USER=alerts
variant 'e-mail without TLS' 1 0 0 "${mail[@]}" SMTP_REQUIRE_TLS=false
variant 'webhook' 0 0 1 ALERT_WEBHOOK_URL="https://hooks.example.com/a?b=c&d='e'#f"
variant 'webhook, and a login without a receiver' 0 0 1 ALERT_WEBHOOK_URL=https://hooks.example.com/ SMTP_USER=alerts
variant 'e-mail and webhook' 1 1 1 "${mail[@]}" SMTP_USER=alerts ALERT_WEBHOOK_URL=https://hooks.example.com/
refused 'e-mail without a server' ALERT_EMAIL_TO=one@example.com SMTP_FROM=two@example.com
refused 'a server without a port' "${mail[@]}" SMTP_HOST=mail.example.com
refused 'e-mail without a sender' "${mail[@]}" SMTP_FROM=
refused 'a login without a password' "${mail[@]}" SMTP_USER=alerts SMTP_PASSWORD_FILE="$work/none"
refused 'a webhook that is no address' ALERT_WEBHOOK_URL=hooks.example.com

for alert in $(sed -n 's/.*alertname =~ "\([^"]*\)".*/\1/p; s/.*alertname = \([A-Za-z]*\).*/\1/p' \
  "$here/alertmanager/alertmanager.yml.template" | tr '|' '\n' | sort -u); do
  grep -q "alert: $alert\$" "$here"/prometheus/rules/*.yml || fault "alertmanager: no alert is called $alert"
done

# --- Grafana ----------------------------------------------------------------------------------------------------------

cat >"$work/dashboards.mjs" <<'JS'
// What a dashboard asks Prometheus becomes rules, which promtool reads; Grafana's own variables are given a value.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
const [, , folder, rules] = process.argv;
const asked = [];
const uids = new Set();
let wrong = 0;
for (const name of readdirSync(folder)) {
  const say = (what) => { wrong += 1; console.error(`${name}: ${what}`); };
  const dashboard = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
  if (uids.has(dashboard.uid)) say('its uid is another one\'s');
  uids.add(dashboard.uid);
  const variables = new Set(['__rate_interval', '__interval', '__range', ...dashboard.templating.list.map((variable) => variable.name)]);
  const ask = (where, expr) => {
    for (const [, variable] of expr.matchAll(/\$\{?(\w+)/g)) if (!variables.has(variable)) say(`${where}: $${variable} is not known`);
    return expr.replaceAll(/\$__(?:rate_)?interval|\$__range/g, '5m').replaceAll(/\$\{?\w+\}?/g, '.*');
  };
  const ids = new Set(dashboard.panels.map((panel) => panel.id));
  if (ids.size !== dashboard.panels.length) say('two panels have one id');
  for (const panel of dashboard.panels) {
    const { x, w } = panel.gridPos;
    if (x + w > 24) say(`"${panel.title}" is wider than the page`);
    if (panel.type !== 'row' && panel.targets.length === 0) say(`"${panel.title}" asks nothing`);
    for (const target of panel.targets ?? []) {
      const expr = ask(`"${panel.title}"`, target.expr);
      if (!['prometheus', 'loki'].includes(target.datasource.uid)) say(`"${panel.title}" asks a source that is not provided`);
      if (target.datasource.uid === 'prometheus') asked.push(expr);
    }
  }
  for (const { expr } of dashboard.annotations.list) asked.push(ask('an annotation', expr));
}
writeFileSync(rules, JSON.stringify({ groups: [{ name: 'dashboards', rules: asked.map((expr, index) => ({ record: `asked_${index}`, expr })) }] }));
console.log(`${asked.length} expressions`);
process.exit(wrong === 0 && asked.length > 0 ? 0 : 1);
JS
quietly 'dashboards' node "$work/dashboards.mjs" "$here/grafana/dashboards" "$work/dashboards.yml"
quietly "what dashboards ask ($(cat "$work/said"))" promtool check rules --lint=none "$work/dashboards.yml"

# ----------------------------------------------------------------------------------------------------------------------

if [ "$faults" -gt 0 ]; then
  printf '%s faults\n' "$faults" >&2
  exit 1
fi
echo 'everything is in order'
