#!/usr/bin/env bash
# Lets the Internet reach this server's web ports, named addresses its SSH, and nothing else. See docs/operations/firewall.md.
set -euo pipefail
export LC_ALL=C PATH="$PATH:/usr/sbin:/sbin"

readonly WEB_PORTS=(80 443) SSH_PORT=22
readonly BEGIN='# BEGIN VirtualCafe: ports that Docker publishes' END='# END VirtualCafe'

usage() {
  cat <<'TEXT'
Usage: scripts/firewall.sh --ssh-from ADDRESS [--ssh-from ADDRESS ...] [--check | --dry-run] [--force]

  --ssh-from CIDR        who may use SSH, such as 203.0.113.7 or 2001:db8::/48; can be said several times
  --ssh-from anywhere    everybody may
  --check                change nothing; name what is missing or wider than it should be, and end with 1 if anything is
  --dry-run              change nothing; print what would be done
  --force                go on although the SSH connection in use would be shut out
TEXT
}

say() { printf '\033[1m==>\033[0m %s\n' "$*"; }
fail() {
  printf 'firewall: %s\n' "$*" >&2
  exit 1
}

run() {
  if [ "$mode" = dry-run ]; then
    printf 'would run: %s\n' "$*"
  else
    "$@"
  fi
}

# --- addresses --------------------------------------------------------------------------------------------------------

# network TEXT: the address or network as ufw writes it. covers NETWORK ADDRESS: whether it is one of them.
addresses() { # ufw is a Python program: where it is, Python is
  python3 - "$@" <<'PYTHON'
import ipaddress
import sys

def address(text):
    found = ipaddress.ip_address(text.split('%')[0])
    return getattr(found, 'ipv4_mapped', None) or found

question, network, *rest = sys.argv[1:]
try:
    network = ipaddress.ip_network(network, strict=False)
    if question == 'network':
        if network.prefixlen == 0:
            sys.exit(2)
        whole = network.prefixlen == network.max_prefixlen
        print(network.network_address if whole else network)
    else:
        sys.exit(0 if address(rest[0]) in network else 1)
except ValueError:
    sys.exit(1)
PYTHON
}

read_ssh_from() { # ADDRESS
  local network result=0
  [ "$1" = anywhere ] || network=$(addresses network "$1") || result=$?
  [ "$result" != 2 ] || fail "\"$1\" is everybody: say \"--ssh-from anywhere\" if that is meant"
  [ "$result" = 0 ] || fail "\"$1\" is no address: say one such as 203.0.113.7 or 203.0.113.0/24, or \"anywhere\""
  ssh_from+=("${network:-anywhere}")
}

# What sshd says of the connection we came by: sudo keeps it from us, but not from the shell that sudo was typed in.
ssh_connection() {
  local pid=$$ found=${SSH_CONNECTION:-}
  while [ -z "$found" ] && [ "${pid:-0}" -gt 1 ]; do
    found=$(tr '\0' '\n' 2>/dev/null <"/proc/$pid/environ" | sed -n 's/^SSH_CONNECTION=//p' || true)
    pid=$(sed -n 's/^PPid:[[:space:]]*//p' "/proc/$pid/status" 2>/dev/null || true)
  done
  printf '%s\n' "$found"
}

may_use_ssh() { # ADDRESS
  local from
  while read -r from; do
    if addresses covers "$from" "$1"; then return 1; fi
  done < <(present_rules | sed -nE 's/^(deny|reject) (.* )?from ([^ ]+).*/\3/p')
  for from in "${ssh_from[@]}"; do
    if [ "$from" = anywhere ] || addresses covers "$from" "$1"; then return 0; fi
  done
  return 1
}

guard_caller() {
  local client port
  read -r client _ _ port < <(ssh_connection) || true
  [ -n "$client" ] && [ "$force" = no ] || return 0
  [ "${port:-$SSH_PORT}" = "$SSH_PORT" ] \
    || fail "you are here by SSH on port $port, and only port $SSH_PORT stays open: you would be shut out. --force goes on."
  may_use_ssh "$client" \
    || fail "you are here by SSH from $client, which may not use it afterwards: you would be shut out.
Add \"--ssh-from $client\"; --force goes on without."
}

# --- what should be ---------------------------------------------------------------------------------------------------

wanted_rules() { # in the words of `ufw show added`
  local from
  for from in "${ssh_from[@]}"; do
    if [ "$from" = anywhere ]; then
      echo "allow $SSH_PORT/tcp"
    else
      echo "allow from $from to any port $SSH_PORT proto tcp"
    fi
  done
  printf 'allow %s/tcp\n' "${WEB_PORTS[@]}"
}

# Docker takes packets to published ports past ufw's chains and asks this one first. Ports are those the client asked for:
# the container's own ones differ. What comes from Docker's bridges is containers talking, out or to one another.
docker_chain() {
  local port
  echo '-A DOCKER-USER -m conntrack --ctstate RELATED,ESTABLISHED -j RETURN'
  echo '-A DOCKER-USER -i docker0 -j RETURN'
  echo '-A DOCKER-USER -i br-+ -j RETURN'
  for port in "${WEB_PORTS[@]}"; do
    echo "-A DOCKER-USER -p tcp -m conntrack --ctstate DNAT --ctorigdstport $port -j RETURN"
  done
  echo '-A DOCKER-USER -j DROP'
}

docker_block() { # declaring the chain makes it when Docker has not yet, and empties it when it has
  printf '%s\n' "$BEGIN" '*filter' ':DOCKER-USER - [0:0]' "$(docker_chain)" COMMIT "$END"
}

with_docker_block() { # FILE: its text with the block as it should be
  [ "$(grep -cFx "$BEGIN" "$1")" = "$(grep -cFx "$END" "$1")" ] \
    || fail "$1 has the beginning or the end of our block without the other: remove what is left of it"
  sed "/^$BEGIN\$/,/^$END\$/d" "$1"
  docker_block
}

# --- what is ----------------------------------------------------------------------------------------------------------

present_rules() { ufw show added | sed -n "s/^ufw //p" | sed "s/ comment '.*'\$//"; }

superfluous_rules() { # what lets in more, and what is for everybody and could be in the way of the wanted ones
  local rule
  while read -r rule; do
    case $rule in
      route\ deny* | route\ reject*) ;;
      route\ *) echo "$rule" ;;
      *\ out | *\ out\ *) ;;
      deny*\ from\ any* | reject*\ from\ any*) echo "$rule" ;;
      deny*\ from\ * | reject*\ from\ *) ;; # somebody who was banned stays so
      *) echo "$rule" ;;
    esac
  done < <(present_rules | grep -vFxf <(wanted_rules))
}

is_active() { ufw status | grep -qx 'Status: active'; }
is_enabled() { grep -qx 'ENABLED=yes' /etc/ufw/ufw.conf; }
policy() { sed -n "s/^DEFAULT_$1_POLICY=\"\(.*\)\"/\1/p" /etc/default/ufw; }
is_closed() { [ "$(policy "$1")" = DROP ] || [ "$(policy "$1")" = REJECT ]; }

families() { # each with the file whose rules it gets
  echo iptables /etc/ufw/after.rules
  if grep -qx 'IPV6=yes' /etc/default/ufw; then echo ip6tables /etc/ufw/after6.rules; fi
}

has_docker_chain() { # iptables|ip6tables: as Docker may add a rule of its own to the end, the beginning counts
  local lines
  lines=$(docker_chain | wc -l)
  [ "$("$1" -w -S DOCKER-USER 2>/dev/null | grep '^-A' | head -n "$lines")" = "$(docker_chain)" ]
}

user_chain() { if [ "$1" = iptables ]; then echo ufw-user-input; else echo ufw6-user-input; fi; }
is_open() { "$1" -w -C "$(user_chain "$1")" -p tcp --dport "$2" -j ACCEPT 2>/dev/null; } # iptables|ip6tables PORT

kernel_findings() { # iptables|ip6tables
  local port
  for port in "${WEB_PORTS[@]}"; do
    is_open "$1" "$port" || echo "missing: port $port, in the kernel ($1 -S $(user_chain "$1"))"
  done
  has_docker_chain "$1" || echo "missing: the rules for Docker's published ports, in the kernel ($1 -S DOCKER-USER)"
  if "$1" -w -S DOCKER >/dev/null 2>&1 && [ "$("$1" -w -S FORWARD | grep -m 1 '^-A')" != '-A FORWARD -j DOCKER-USER' ]; then
    echo "missing: forwarded packets are not shown to DOCKER-USER first ($1 -S FORWARD); restarting Docker mends it"
  fi
  "$1" -w -S INPUT | grep -qx -- '-P INPUT DROP' || echo "wider than it should be: $1 -P INPUT is not DROP"
  "$1" -w -S INPUT | sed -n "/-i lo /d; /^-A INPUT .*-j ACCEPT/s/^/wider than it should be: $1 /p"
}

findings() { # a line for each
  local rule family file
  is_enabled || echo 'missing: ufw does not start with the server'
  is_closed INPUT || echo 'wider than it should be: ufw default allow incoming'
  is_closed FORWARD || echo 'wider than it should be: ufw default allow routed'
  wanted_rules | grep -vFxf <(present_rules) | sed 's/^/missing: ufw /' || true
  superfluous_rules | sed 's/^/wider than it should be: ufw /'
  while read -r family file; do
    with_docker_block "$file" | cmp -s - "$file" || echo "missing: the rules for Docker's published ports, in $file"
    if is_active; then kernel_findings "$family"; fi
  done < <(families)
  is_active || echo 'missing: ufw is not active'
}

check() {
  local found
  found=$(findings)
  if [ -n "$found" ]; then
    printf '%s\n' "$found"
    return 1
  fi
  say "Only ${WEB_PORTS[*]} and, from ${ssh_from[*]}, $SSH_PORT can be reached"
}

# --- what is done -----------------------------------------------------------------------------------------------------

put_docker_block() { # iptables|ip6tables FILE
  new=$(mktemp "$2.XXXXXX")
  with_docker_block "$2" >"$new"
  if ! cmp -s "$new" "$2"; then
    # ufw would stop in the middle at a rule that cannot be loaded, and let nobody in.
    docker_block | "$1-restore" --test --noflush || fail "the kernel does not take the rules for Docker: nothing was changed"
    if [ "$mode" = dry-run ]; then
      printf 'would write to %s:\n%s\n' "$2" "$(docker_block)"
    else
      chmod --reference="$2" "$new"
      mv "$new" "$2"
    fi
    must_reload=yes
  fi
  rm -f "$new"
}

delete_rule() { # RULE
  local words
  mapfile -t words < <(xargs printf '%s\n' <<<"$1") # application profiles can be in quotes
  if [ "${words[0]}" = route ]; then
    run ufw --force route delete "${words[@]:1}"
  else
    run ufw --force delete "${words[@]}"
  fi
}

apply() {
  local family file rule words
  guard_caller
  while read -r family file; do
    put_docker_block "$family" "$file"
    if ! has_docker_chain "$family" || ! is_open "$family" "${WEB_PORTS[0]}"; then must_reload=yes; fi
  done < <(families)
  # Who may come in is said before who may not. What the kernel lacks is said again, as it may be there for IPv4 alone.
  while read -r rule; do
    read -ra words <<<"$rule"
    run ufw "${words[@]}"
  done < <(wanted_rules | grep -vFxf <([ "$must_reload" = yes ] || present_rules))
  is_closed INPUT || run ufw default deny incoming
  is_closed FORWARD || run ufw default deny routed
  while read -r rule; do
    delete_rule "$rule"
  done < <(superfluous_rules)
  if ! is_active || ! is_enabled; then
    run ufw --force enable
  elif [ "$must_reload" = yes ]; then
    run ufw reload
  fi
  if [ "$mode" = apply ]; then check; fi
}

# --- the command line -------------------------------------------------------------------------------------------------

need_server() {
  [ "$(id -u)" = 0 ] || fail 'run this as root (sudo): only root can read and change the firewall'
  command -v ufw >/dev/null || fail 'ufw is not installed: apt-get install ufw'
  if grep -qx 'MANAGE_BUILTINS=yes' /etc/default/ufw; then
    fail "MANAGE_BUILTINS=yes in /etc/default/ufw makes ufw delete Docker's rules: set it to no, and restart Docker"
  fi
  local outside
  outside=$({ ip -o route show default && ip -o -6 route show default; } | sed -nE 's/.* dev ((docker0|br-)[^ ]*).*/\1/p')
  [ -z "$outside" ] || fail "the Internet comes in by $outside, a name that Docker's bridges have: what comes by it could
not be told from containers. Give that interface another name."
}

mode=apply force=no must_reload=no new='' ssh_from=() said=()
trap 'rm -f "$new"' EXIT
while [ $# -gt 0 ]; do
  case $1 in
    --ssh-from) said+=("${2:-}") && shift ;;
    --check) mode=check ;;
    --dry-run) mode=dry-run ;;
    --force) force=yes ;;
    --help | -h) usage && exit 0 ;;
    *) usage >&2 && exit 2 ;;
  esac
  [ $# -eq 0 ] || shift
done
[ "${#said[@]}" -gt 0 ] || fail 'say who may use SSH: --ssh-from ADDRESS, or --ssh-from anywhere (--help tells more)'
need_server
for from in "${said[@]}"; do read_ssh_from "$from"; done
if [ "$mode" = check ]; then check; else apply; fi
