#!/bin/sh
# Renders the configuration from the environment and becomes Alertmanager. Each way of telling is optional:
#   e-mail    ALERT_EMAIL_TO (several with commas), SMTP_HOST (host:port), SMTP_FROM; SMTP_USER and the secret smtp_password to log in
#   webhook   ALERT_WEBHOOK_URL
#   start.sh render   writes the configuration to standard output and ends
set -eu

here=$(dirname "$0")
: "${ALERT_EMAIL_TO:=}" "${SMTP_HOST:=}" "${SMTP_FROM:=}" "${SMTP_USER:=}" "${SMTP_REQUIRE_TLS:=true}" "${ALERT_WEBHOOK_URL:=}"
: "${SMTP_PASSWORD_FILE:=/run/secrets/smtp_password}"

fail() {
  echo "{\"event\":\"alerts.misconfigured\",\"reason\":\"$1\"}" >&2
  exit 1
}

check() {
  case "$SMTP_REQUIRE_TLS" in true | false) ;; *) fail 'SMTP_REQUIRE_TLS is neither true nor false' ;; esac
  case "$ALERT_WEBHOOK_URL" in '' | http://?* | https://?*) ;; *) fail 'ALERT_WEBHOOK_URL is no http or https address' ;; esac
  [ -n "$ALERT_EMAIL_TO" ] || return 0
  case "$SMTP_HOST" in ?*:[0-9]*) ;; *) fail 'ALERT_EMAIL_TO is set, but SMTP_HOST is not host:port' ;; esac
  [ -n "$SMTP_FROM" ] || fail 'ALERT_EMAIL_TO is set, but SMTP_FROM is not'
  [ -z "$SMTP_USER" ] || [ -s "$SMTP_PASSWORD_FILE" ] || fail 'SMTP_USER is set, but the secret smtp_password is empty'
}

# As a YAML string that nothing in it can leave.
quoted() {
  text=$1
  result=
  while :; do
    case "$text" in
      *"'"*)
        result="$result${text%%"'"*}''"
        text=${text#*"'"}
        ;;
      *) break ;;
    esac
  done
  printf "'%s'" "$result$text"
}

value() { # NAME
  case "$1" in
    SMTP_REQUIRE_TLS) printf '%s' "$SMTP_REQUIRE_TLS" ;;
    *) eval "quoted \"\$$1\"" ;;
  esac
}

render() {
  while IFS= read -r line; do
    case "$line" in
      '#email '*) [ -n "$ALERT_EMAIL_TO" ] || continue && line=${line#'#email '} ;;
      '#login '*) [ -n "$ALERT_EMAIL_TO" ] && [ -n "$SMTP_USER" ] || continue && line=${line#'#login '} ;;
      '#webhook '*) [ -n "$ALERT_WEBHOOK_URL" ] || continue && line=${line#'#webhook '} ;;
      '#'* | ' '*'# '*) continue ;;
    esac
    case "$line" in
      *@*@*)
        name=${line#*@}
        name=${name%%@*}
        printf '%s%s%s\n' "${line%%@*}" "$(value "$name")" "${line##*@}"
        ;;
      *) printf '%s\n' "$line" ;;
    esac
  done <"$here/alertmanager.yml.template"
}

check
if [ "${1:-}" = render ]; then
  render
  exit 0
fi

umask 077
render >/tmp/alertmanager.yml
if [ -z "$ALERT_EMAIL_TO$ALERT_WEBHOOK_URL" ]; then
  echo '{"event":"alerts.tell-nobody","reason":"neither ALERT_EMAIL_TO nor ALERT_WEBHOOK_URL is set: alerts are seen in Alertmanager only"}' >&2
fi
# One process, which has no others to agree with.
exec /bin/alertmanager --config.file=/tmp/alertmanager.yml --storage.path=/alertmanager --cluster.listen-address= \
  --web.external-url=http://localhost:9093
