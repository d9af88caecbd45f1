import type { ChildProcess } from 'node:child_process';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  DB_CONTAINER,
  FRIEND,
  FRIEND_V6,
  FirewallWorld,
  SCRIPT,
  SERVER,
  SERVER_V6,
  STRANGER,
  STRANGER_V6,
  WEB_CONTAINER,
  whyNoWorld,
} from '../test/firewall-world.js';
import { NOBODY } from '../test/users.js';

const FOR_FRIENDS = ['--ssh-from', '203.0.113.0/24', '--ssh-from', '2001:db8:2::/48'];

const OLD_SITE = `printf '[Old Site]\\ntitle=Old\\ndescription=Old\\nports=8081/tcp\\n' >/etc/ufw/applications.d/old
  ufw allow 'Old Site'`;

const reason = whyNoWorld();

describe.skipIf(reason !== undefined)(`the firewall${reason === undefined ? '' : ` (not tried: ${reason})`}`, () => {
  let world: FirewallWorld;
  let login: ChildProcess;
  let heard = '';

  const from = (address: string, ...ports: number[]): string[] => {
    const server = address.includes(':') ? SERVER_V6 : SERVER;
    return world.ask('outside', address, ...ports.map((port) => `${server}:${port}`));
  };
  const direct = [`${WEB_CONTAINER}:8080`, `${DB_CONTAINER}:443`, `${DB_CONTAINER}:5432`];

  beforeAll(async () => {
    world = await FirewallWorld.start();
  });
  afterAll(async () => {
    login?.kill();
    await world?.stop();
  });

  describe('before it is set up', () => {
    it('is missed: everything answers everybody', async () => {
      const everybody = ['sshd', 'http', 'https', 'app', 'postgres', 'admin'];
      for (const stranger of [STRANGER, STRANGER_V6])
        // The first packets over new cables can get lost.
        await expect.poll(() => from(stranger, 22, 80, 443, 4000, 5432, 9443), { timeout: 20_000 }).toEqual(everybody);
      expect(world.ask('outside', STRANGER, ...direct)).toEqual(['http', 'admin', 'postgres']);
      login = world.hold(FRIEND, SERVER, 22);
      login.stdout?.on('data', (chunk: Buffer) => (heard += chunk.toString()));
      await expect.poll(() => heard).toBe('sshd');
    });

    it('tells with --dry-run what it would do, and does nothing', () => {
      const before = world.state();
      const { status, output } = world.firewall(...FOR_FRIENDS, '--dry-run');
      expect(status).toBe(0);
      expect(output).toContain('would run: ufw allow from 203.0.113.0/24 to any port 22 proto tcp\n');
      expect(output).toContain('would run: ufw --force enable\n');
      expect(output).toContain('-A DOCKER-USER -j DROP\n');
      expect(world.state()).toBe(before);
    });
  });

  describe('once set up', () => {
    beforeAll(() => {
      const { status, output } = world.firewall(...FOR_FRIENDS);
      expect(output).toContain('Only 80 443 and, from 203.0.113.0/24 2001:db8:2::/48, 22 can be reached');
      expect(status).toBe(0);
    });

    it.each([FRIEND, FRIEND_V6])('lets those who were named use SSH (%s)', (address) => {
      expect(from(address, 22, 80, 443, 4000, 5432)).toEqual(['sshd', 'http', 'https', 'nobody', 'nobody']);
    });

    it.each([STRANGER, STRANGER_V6])('lets everybody see the pages, and nothing else (%s)', (address) => {
      const web = ['http', 'https'];
      expect(from(address, 80, 443, 22, 4000, 5432, 9443)).toEqual([...web, ...Array<string>(4).fill('nobody')]);
    });

    it('lets nobody go to a container past the published port', () => {
      expect(world.ask('outside', STRANGER, ...direct)).toEqual(Array(3).fill('nobody'));
    });

    it('lets containers talk to one another and to the Internet, and what was connected go on', async () => {
      const places = [`${DB_CONTAINER}:5432`, '192.0.2.254:443'];
      expect(world.ask('web', WEB_CONTAINER, ...places)).toEqual(['postgres', 'internet']);
      login.stdin?.write(', still here');
      await expect.poll(() => heard).toBe('sshd, still here');
    });

    it('changes nothing the second time', () => {
      const before = world.state();
      expect(
        world
          .firewall(...FOR_FRIENDS)
          .output.trim()
          .split('\n'),
      ).toHaveLength(1);
      expect(world.firewall(...FOR_FRIENDS, '--check').status).toBe(0);
      expect(world.state()).toBe(before);
    });

    const docker = "missing: the rules for Docker's published ports, in";
    it.each([
      ['an open port', "ufw allow 8080/tcp comment 'for a test'", 'wider than it should be: ufw allow 8080/tcp'],
      ['an open program', OLD_SITE, "wider than it should be: ufw allow 'Old Site'"],
      ['SSH for everybody', 'ufw limit 22', 'wider than it should be: ufw limit 22'],
      [
        'a way through',
        'ufw route allow in on eth0 out on lo',
        'wider than it should be: ufw route allow in on eth0 out on lo',
      ],
      ['what is in the way', 'ufw prepend reject 443', 'wider than it should be: ufw reject 443'],
      ['a port that is closed', 'ufw delete allow 443/tcp', 'missing: ufw allow 443/tcp'],
      [
        'an open default',
        "sed -i '/INPUT/s/DROP/ACCEPT/' /etc/default/ufw",
        'wider than it should be: ufw default allow incoming',
      ],
      ['rules taken out of the kernel', 'iptables -F DOCKER-USER', `${docker} the kernel (iptables -S DOCKER-USER)`],
      ['rules taken out of a file', "sed -i '/DROP/d' /etc/ufw/after6.rules", `${docker} /etc/ufw/after6.rules`],
      [
        'ports taken out of the kernel',
        'ip6tables -F ufw6-user-input',
        'missing: port 80, in the kernel (ip6tables -S ufw6-user-input)',
      ],
      ['no firewall', 'ufw disable', 'missing: ufw is not active'],
    ])('names %s with --check, and mends it', (_what, command, finding) => {
      expect(world.run(command).status).toBe(0);
      const before = world.state();
      const { status, output } = world.firewall(...FOR_FRIENDS, '--check');
      expect(output.split('\n')).toContain(finding);
      expect(status).toBe(1);
      expect(world.state()).toBe(before);
      expect(world.firewall(...FOR_FRIENDS).status).toBe(0);
    });

    it.each([
      ['INPUT', '-p tcp -m tcp --dport 4000 -j ACCEPT', 'wider than it should be: iptables -A INPUT'],
      ['FORWARD', '-j ACCEPT', 'missing: forwarded packets are not shown to DOCKER-USER first'],
    ])('names what somebody put before it in %s', (chain, rule, finding) => {
      world.run(`iptables -I ${chain} ${rule}`);
      const { status, output } = world.firewall(...FOR_FRIENDS);
      world.run(`iptables -D ${chain} ${rule}`);
      expect(output).toContain(finding);
      expect(status).toBe(1);
    });

    it('keeps those out who were banned', () => {
      world.run(`ufw prepend deny from ${FRIEND}`);
      expect(world.firewall(...FOR_FRIENDS).status).toBe(0);
      expect(from(FRIEND, 22)).toEqual(['nobody']);
      world.run(`ufw delete deny from ${FRIEND}`);
      expect(from(FRIEND, 22)).toEqual(['sshd']);
    });

    it.each([
      ['who is not named', '', `${STRANGER} 50000 ${SERVER} 22`, `--ssh-from ${STRANGER}`],
      ['who came by another port', '', `${FRIEND} 50000 ${SERVER} 2222`, 'only port 22 stays open'],
      ['who is banned', `ufw prepend deny from ${FRIEND}`, `${FRIEND} 50000 ${SERVER} 22`, `--ssh-from ${FRIEND}`],
    ])('does not lock out somebody %s, unless forced to', (_who, prepare, connection, advice) => {
      world.run(prepare);
      const before = world.state();
      // As sudo does, which lets the variable reach its own parent only.
      const asked = `SSH_CONNECTION='${connection}' bash -c 'env -u SSH_CONNECTION "$0" "$@"; exit $?' '${SCRIPT}' "$@"`;
      const { status, output } = world.run(asked, ...FOR_FRIENDS);
      expect(output).toContain(advice);
      expect(status).toBe(1);
      expect(world.state()).toBe(before);
      expect(world.run(asked, ...FOR_FRIENDS, '--force').status).toBe(0);
      world.run(prepare.replace('prepend', 'delete'));
    });

    it.each([
      [[], 'say who may use SSH'],
      [['--ssh-from', '0.0.0.0/0'], 'say "--ssh-from anywhere" if that is meant'],
      [['--ssh-from', 'home'], '"home" is no address'],
    ])('refuses %j', (args, message) => {
      expect(world.firewall(...args)).toEqual({ status: 1, output: expect.stringContaining(message) });
    });

    it('says what it needs', () => {
      const asNobody = world.run(`setpriv --reuid ${NOBODY} bash <'${SCRIPT}' -s -- --ssh-from anywhere`);
      expect(asNobody.output).toContain('run this as root');
      const without = world.run(
        `cp -a /usr/sbin /run/sbin && rm /run/sbin/ufw && mount --bind /run/sbin /usr/sbin
        '${SCRIPT}' --ssh-from anywhere; umount /usr/sbin`,
      );
      expect(without.output).toContain('ufw is not installed: apt-get install ufw');
    });

    it('opens SSH to everybody when told so', () => {
      expect(world.firewall('--ssh-from', 'anywhere').status).toBe(0);
      expect(from(STRANGER, 22)).toEqual(['sshd']);
      expect(world.run('ufw show added').output).not.toContain('203.0.113.0');
    });
  });
});
