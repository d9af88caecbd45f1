import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { isRoot } from './users.js';

export const SCRIPT = fileURLToPath(new URL('../firewall.sh', import.meta.url));

export const SERVER = '192.0.2.1';
export const SERVER_V6 = '2001:db8:1::1';
export const WEB_CONTAINER = '172.30.71.2';
export const DB_CONTAINER = '172.30.71.3';
export const FRIEND = '203.0.113.10';
export const FRIEND_V6 = '2001:db8:2::10';
export const STRANGER = '198.51.100.20';
export const STRANGER_V6 = '2001:db8:3::20';

/** Each port says its name and then what it is told. */
const SERVE = `for (const [name, port] of process.argv.slice(1).map((each) => each.split(':')))
  require('node:net')
    .createServer((socket) => socket.on('error', () => {}).pipe(socket).write(name))
    .listen(+port, () => console.log('listens: ' + name));`;
const SERVED_PORTS = 7;

/** Who answers at each place, asked from an address. */
const ASK = `const [from, ...places] = process.argv.slice(1);
const ask = (place) => new Promise((resolve) => {
  const at = place.lastIndexOf(':');
  const socket = require('node:net').connect({ host: place.slice(0, at), port: +place.slice(at + 1), localAddress: from });
  const end = (answer) => (socket.destroy(), resolve(answer));
  // A kernel answers at once, however busy the machine is; what listens may need a while.
  socket.on('connect', () => socket.setTimeout(30_000)).on('data', (name) => end(String(name)));
  socket.setTimeout(2000, () => end('nobody')).on('error', () => end('nobody'));
});
Promise.all(places.map(ask)).then((answers) => console.log(JSON.stringify(answers)));`;

/** A connection that stays: tells what it gets, sends what it is told. */
const HOLD = `const [localAddress, host, port] = process.argv.slice(1);
const socket = require('node:net').connect({ host, port: +port, localAddress });
socket.pipe(process.stdout); process.stdin.pipe(socket);`;

/**
 * What Docker sets up for one network with two containers: `web` with 80 and 443, and `db`, which somebody published too, as
 * 5432 and, its own port 443, as 9443. Arguments: iptables or ip6tables, the network and the containers' addresses.
 */
const DOCKER = `as_docker() {
  local table=$1 net=$2 web=$3 db=$4
  $table -t nat -N DOCKER
  $table -t nat -A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER
  $table -t nat -A POSTROUTING -s "$net" ! -o $bridge -j MASQUERADE
  $table -P FORWARD DROP
  $table -N DOCKER
  $table -N DOCKER-USER
  $table -A DOCKER-USER -j RETURN
  $table -A FORWARD -j DOCKER-USER
  $table -A FORWARD -o $bridge -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
  $table -A FORWARD -o $bridge -j DOCKER
  $table -A FORWARD -i $bridge -j ACCEPT
  local published
  for published in 80:$web:8080 443:$web:8443 5432:$db:5432 9443:$db:443; do
    local to=\${published#*:} ; local port=\${to##*:} ; local address=\${to%:*}
    [ $table = iptables ] || to="[$address]:$port"
    $table -t nat -A DOCKER ! -i $bridge -p tcp --dport "\${published%%:*}" -j DNAT --to-destination "$to"
    $table -A DOCKER -d "$address" ! -i $bridge -o $bridge -p tcp --dport "$port" -j ACCEPT
  done
}`;

/**
 * A server with containers behind it and the world before it, in namespaces of their own with ufw's files copied: what
 * happens there does not reach the machine.
 */
const WORLD = `set -euo pipefail
mount --make-rprivate /
mount -t tmpfs tmpfs /run
for files in ufw default; do cp -a /etc/$files /run/etc-$files; mount --bind /run/etc-$files /etc/$files; done

bridge=br-0123456789ab
ip link set lo up
ip link add $bridge type bridge
ip address add 172.30.71.1/24 dev $bridge
ip -6 address add fd00:71::1/64 dev $bridge nodad
ip link set $bridge up

attach() { # NAMESPACE INTERFACE THERE ADDRESS... : joins it by a cable, whose end there gets the addresses
  local name=$1 here=$2 there=$3 address
  shift 3
  ip netns add "$name"
  ip link add "$here" type veth peer name "$there" netns "$name"
  ip link set "$here" up
  ip -n "$name" link set lo up
  ip -n "$name" link set "$there" up
  for address in "$@"; do
    case $address in
      *:*) ip -n "$name" -6 address add "$address" dev "$there" nodad ;;
      *) ip -n "$name" address add "$address" dev "$there" ;;
    esac
  done
}
attach outside eth0 eth0 192.0.2.254/24 ${FRIEND}/32 ${STRANGER}/32 2001:db8:1::fe/64 ${FRIEND_V6}/128 ${STRANGER_V6}/128
ip address add ${SERVER}/24 dev eth0
ip -6 address add ${SERVER_V6}/64 dev eth0 nodad
ip route add default via 192.0.2.254
ip -6 route add default via 2001:db8:1::fe
# Outside are neighbours, too, who know where the containers are.
ip -n outside route add 172.30.71.0/24 via ${SERVER}
attach web veth-web eth0 ${WEB_CONTAINER}/24 fd00:71::2/64
attach db veth-db eth0 ${DB_CONTAINER}/24 fd00:71::3/64
for container in web db; do
  ip link set veth-$container master $bridge
  ip -n $container route add default via 172.30.71.1
  ip -n $container -6 route add default via fd00:71::1
done
echo 1 >/proc/sys/net/ipv4/ip_forward
echo 1 >/proc/sys/net/ipv6/conf/all/forwarding

${DOCKER}
as_docker iptables 172.30.71.0/24 ${WEB_CONTAINER} ${DB_CONTAINER}
as_docker ip6tables fd00:71::/64 fd00:71::2 fd00:71::3
ufw --force reset >/dev/null

"$NODE" -e "$SERVE" sshd:22 app:4000 &
ip netns exec outside "$NODE" -e "$SERVE" internet:443 &
ip netns exec web "$NODE" -e "$SERVE" http:8080 https:8443 &
ip netns exec db "$NODE" -e "$SERVE" postgres:5432 admin:443 &
wait`;

const UNSHARE = ['--mount', '--net', '--pid', '--fork', '--kill-child', '--mount-proc'];

/** Why there can be no such world here; nothing when there can. */
export function whyNoWorld(): string | undefined {
  if (!isRoot) return 'only root may make namespaces';
  const { status, stderr, error } = spawnSync('unshare', [...UNSHARE, 'true'], { encoding: 'utf8' });
  return status === 0 ? undefined : `namespaces are not permitted here: ${error?.message ?? stderr.trim()}`;
}

export class FirewallWorld {
  private constructor(
    private readonly holder: ChildProcess,
    private readonly pid: string,
  ) {}

  static async start(): Promise<FirewallWorld> {
    const holder = spawn('unshare', [...UNSHARE, 'bash', '-c', WORLD], {
      env: { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin`, NODE: process.execPath, SERVE },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    await new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer): void => {
        output += chunk.toString();
        if (output.split('listens: ').length > SERVED_PORTS) resolve();
      };
      holder.stdout.on('data', hear);
      holder.stderr.on('data', hear);
      holder.once('close', () => reject(new Error(`The namespaces could not be set up: ${output}`)));
    });
    const pid = execFileSync('ps', ['-o', 'pid=', '--ppid', String(holder.pid)], { encoding: 'utf8' }).trim();
    return new FirewallWorld(holder, pid);
  }

  async stop(): Promise<void> {
    this.holder.kill('SIGKILL');
    await once(this.holder, 'close');
  }

  /** On the server, as root. */
  run(command: string, ...args: string[]): { status: number | null; output: string } {
    const result = spawnSync('nsenter', this.inside('bash', '-c', command, 'bash', ...args), {
      encoding: 'utf8',
      env: this.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { status: result.status, output: `${result.stdout}${result.stderr}` };
  }

  firewall(...args: string[]): { status: number | null; output: string } {
    return this.run(`'${SCRIPT}' "$@"`, ...args);
  }

  /** Who answers somebody in a namespace at "address:port". */
  ask(namespace: string, from: string, ...places: string[]): string[] {
    const args = this.inside('ip', 'netns', 'exec', namespace, process.execPath, '-e', ASK, from, ...places);
    return JSON.parse(execFileSync('nsenter', args, { encoding: 'utf8', env: this.environment })) as string[];
  }

  hold(from: string, host: string, port: number): ChildProcess {
    const client = [process.execPath, '-e', HOLD, from, host, String(port)];
    return spawn('nsenter', this.inside('ip', 'netns', 'exec', 'outside', ...client), {
      env: this.environment,
      stdio: 'pipe',
    });
  }

  /** All that can be different after somebody changed it. */
  state(): string {
    return this.run(`sed '' /etc/ufw/*.rules /etc/ufw/ufw.conf /etc/default/ufw
      iptables -S; ip6tables -S; iptables -t nat -S`).output;
  }

  /** Without the SSH connection that the tests themselves may run in. */
  private get environment(): NodeJS.ProcessEnv {
    return { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };
  }

  private inside(...command: string[]): string[] {
    return ['--target', this.pid, '--mount', '--net', '--pid', '--', ...command];
  }
}
