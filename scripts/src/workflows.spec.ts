import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const WORKFLOWS = fileURLToPath(new URL('../../.github/workflows', import.meta.url));

const linesOf = (workflow: string): string[] => readFileSync(join(WORKFLOWS, workflow), 'utf8').split('\n');

/** The lines that belong to the one at an index: those that are further in. */
function blockAt(lines: readonly string[], index: number): string[] {
  const indent = (line: string | undefined): number => line?.search(/\S/) ?? 0;
  const end = lines.findIndex((line, at) => at > index && line !== '' && indent(line) <= indent(lines[index]));
  return lines.slice(index + 1, end === -1 ? undefined : end);
}

/** What a named step runs. */
function stepScript(workflow: string, name: string): string {
  const lines = linesOf(workflow);
  const step = lines.indexOf(`      - name: ${name}`);
  const run = lines.indexOf('        run: |', step);
  return blockAt(lines, run)
    .map((line) => line.slice(10))
    .join('\n');
}

describe.each(readdirSync(WORKFLOWS))('the workflow %s', (workflow) => {
  const lines = linesOf(workflow);

  it('may only read the repository where nothing else is said', () => {
    expect(blockAt(lines, lines.indexOf('permissions:'))).toEqual(['  contents: read']);
  });

  it('uses only the actions of GitHub and its own workflows', () => {
    const used = lines.flatMap((line) => /^\s*(?:- )?uses: (.*)/.exec(line)?.[1] ?? []);
    expect(
      used.filter((action) => !/^actions\/[a-z-]+@v\d+$|^\.\/\.github\/workflows\/[a-z-]+\.yml$/.test(action)),
    ).toEqual([]);
  });

  it('writes no value into a script: the value could be a command', () => {
    const scripts = lines.flatMap((line, index) =>
      /^\s*(- )?run:/.test(line) ? [line, ...blockAt(lines, index)] : [],
    );
    expect(scripts.filter((line) => line.includes('${{'))).toEqual([]);
  });
});

/** Stands in for scripts/deploy.sh: writes down when it was asked for what, in which commit; fails or takes long when told. */
const DEPLOY = `#!/usr/bin/env bash
note() { echo "$1 $(git rev-parse HEAD)" >>"$NOTES"; }
note "begin $*"
until [ ! -e "$NOTES.hold" ]; do sleep 0.05; done
note end
[ ! -e "$NOTES.fail" ]
`;
/** Runs what it is to run over there right here. */
const SSH = '#!/bin/sh\necho "$1 $2 $3" >>"$NOTES.ssh"; shift 3; exec sh -c "$*"\n';
const SUDO = '#!/bin/sh\nshift; exec "$@"\n';
/** How often a commit has passed CI. */
const GH = '#!/bin/sh\ncase $2 in *"$PASSED"*Everything%20passed*) echo 1 ;; *) echo 0 ;; esac\n';

describe.skipIf(process.platform !== 'linux')('a deployment', () => {
  let dir: string;
  let commits: [string, string, string];
  const children: ChildProcess[] = [];

  const git = (repository: string, ...args: string[]): string =>
    execFileSync('git', ['-C', join(dir, repository), ...args], { encoding: 'utf8', env: environment() }).trim();
  const notes = (): string[] => {
    const file = join(dir, 'notes');
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  };
  const served = (): string => git('server', 'rev-parse', 'HEAD');
  const update = (commit: string): string => `begin update --version ${commit.slice(0, 12)} ${commit}`;

  const environment = (): NodeJS.ProcessEnv => ({
    PATH: `${join(dir, 'bin')}${delimiter}${process.env['PATH']}`,
    HOME: dir,
    NOTES: join(dir, 'notes'),
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.com',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.com',
  });

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'virtualcafe-workflow-'));
    mkdirSync(join(dir, 'bin'));
    for (const [name, text] of [
      ['ssh', SSH],
      ['sudo', SUDO],
      ['gh', GH],
    ] as const)
      writeFileSync(join(dir, 'bin', name), text, { mode: 0o755 });
    mkdirSync(join(dir, 'checkout/scripts'), { recursive: true });
    writeFileSync(join(dir, 'checkout/scripts/deploy.sh'), DEPLOY);
    chmodSync(join(dir, 'checkout/scripts/deploy.sh'), 0o755);
    git('checkout', 'init', '--quiet', '--initial-branch', 'main');
    const commit = (text: string): string => {
      writeFileSync(join(dir, 'checkout/version'), text);
      git('checkout', 'add', '.');
      git('checkout', 'commit', '--quiet', '--message', text);
      return git('checkout', 'rev-parse', 'HEAD');
    };
    commits = [commit('one'), commit('two'), commit('three')];
    execFileSync('git', ['clone', '--quiet', join(dir, 'checkout'), join(dir, 'server')], { env: environment() });
    // What is shipped comes from the workflow's checkout alone.
    git('server', 'remote', 'remove', 'origin');
    git('server', 'checkout', '--quiet', '--detach', commits[1]);
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(dir, { recursive: true });
  });

  const start = (step: string, variables: NodeJS.ProcessEnv): { child: ChildProcess; ended: Promise<string> } => {
    // As GitHub runs it.
    const child = spawn('bash', ['-e', '-c', stepScript('deploy.yml', step)], {
      cwd: join(dir, 'checkout'),
      env: { ...environment(), DOMAIN: 'cafe.example.com', DEPLOY_PATH: join(dir, 'server'), ...variables },
      stdio: 'pipe',
      // A group of its own, which can be ended as a whole.
      detached: true,
    });
    children.push(child);
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    return { child, ended: once(child, 'close').then(([code]) => `${output}ended with ${code}`) };
  };
  const ship = (commit: string, variables: NodeJS.ProcessEnv = {}): ReturnType<typeof start> =>
    start('Ship the commit and change to it', {
      COMMIT: commit,
      MAY_GO_BACK: 'false',
      DEPLOY_RUNNER: 'cafe',
      ...variables,
    });

  it('takes by hand only a commit of main that has passed', async () => {
    const output = join(dir, 'output');
    git('checkout', 'update-ref', 'refs/remotes/origin/main', commits[1]);
    const choose = (WANTED: string, variables: NodeJS.ProcessEnv = {}): Promise<string> =>
      start('Take the commit that passed', {
        GITHUB_REF: 'refs/heads/main',
        GITHUB_EVENT_NAME: 'workflow_dispatch',
        GITHUB_REPOSITORY: 'cafe/cafe',
        GITHUB_OUTPUT: output,
        PASSED: commits[0],
        WANTED,
        ...variables,
      }).ended;
    expect(await choose(commits[0], { GITHUB_REF: 'refs/heads/other' })).toContain('Only main is deployed');
    expect(await choose('$(id)')).toContain('A version is a commit');
    expect(await choose('0123456')).toContain('There is no commit 0123456.');
    expect(await choose(commits[2])).toContain('is not on main');
    expect(await choose(commits[1])).toContain('has not passed CI');
    expect(existsSync(output)).toBe(false);
    expect(await choose(commits[0].slice(0, 7))).toBe('ended with 0');
    expect(readFileSync(output, 'utf8')).toBe(`commit=${commits[0]}\n`);
    expect(await choose(commits[1], { GITHUB_EVENT_NAME: 'push' })).toBe('ended with 0');
  });

  it('changes the server to the commit that passed', async () => {
    expect(await ship(commits[2]).ended).toMatch(/ended with 0$/);
    expect(notes()).toEqual([update(commits[2]), `end ${commits[2]}`]);
    expect(served()).toBe(commits[2]);
  });

  it('goes over SSH to a server that was known before', async () => {
    const secrets = {
      DEPLOY_HOST: 'cafe.example.com',
      DEPLOY_USER: 'deploy',
      DEPLOY_SSH_KEY: 'K',
      DEPLOY_KNOWN_HOSTS: 'H',
    };
    const runner = { RUNNER_TEMP: dir, DEPLOY_RUNNER: '' };
    expect(await start('Get ready for SSH', { ...secrets, ...runner }).ended).toBe('ended with 0');
    const config = readFileSync(join(dir, 'ssh/config'), 'utf8');
    expect(config).toContain('HostName cafe.example.com\nUser deploy\n');
    expect(config).toContain('StrictHostKeyChecking yes\n');
    expect(statSync(join(dir, 'ssh/key')).mode & 0o777).toBe(0o600);

    expect(await ship(commits[2], runner).ended).toMatch(/ended with 0$/);
    expect(readFileSync(join(dir, 'notes.ssh'), 'utf8')).toBe(`-F ${dir}/ssh/config server\n`.repeat(2));
    expect(served()).toBe(commits[2]);
  });

  it('names what is not set up', async () => {
    expect(await ship(commits[2], { DOMAIN: '' }).ended).toContain('The variable DOMAIN is not set.');
    expect(await start('Get ready for SSH', { RUNNER_TEMP: dir, DEPLOY_HOST: 'h' }).ended).toContain('DEPLOY_USER');
  });

  it('fails, with the checkout as it was, when the new version was taken back', async () => {
    writeFileSync(join(dir, 'notes.fail'), '');
    expect(await ship(commits[2]).ended).toMatch(/ended with 1$/);
    expect(notes()).toContain(update(commits[2]));
    expect(served()).toBe(commits[1]);
  });

  it('goes back to an older commit by hand only', async () => {
    expect(await ship(commits[0]).ended).toMatch(/newer commit .*nothing was changed.*\nended with 0$/);
    expect(notes()).toEqual([]);
    expect(await ship(commits[0], { MAY_GO_BACK: 'true' }).ended).toMatch(/ended with 0$/);
    expect(served()).toBe(commits[0]);
  });

  it('does not write over what somebody changed on the server', async () => {
    appendFileSync(join(dir, 'server/version'), 'changed');
    expect(await ship(commits[2]).ended).toMatch(/M version\nended with 1$/);
    expect(notes()).toEqual([]);
  });

  it('is finished when its connection breaks, and waited for by the next', async () => {
    const hold = join(dir, 'notes.hold');
    writeFileSync(hold, '');
    const broken = ship(commits[1], { MAY_GO_BACK: 'true' });
    await expect.poll(notes, { timeout: 10_000 }).toHaveLength(1);
    process.kill(-Number(broken.child.pid), 'SIGKILL');
    expect(await broken.ended).toBe('ended with null');

    const next = ship(commits[2]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(notes()).toEqual([update(commits[1])]);
    rmSync(hold);
    expect(await next.ended).toMatch(/ended with 0$/);
    const order = [update(commits[1]), `end ${commits[1]}`, update(commits[2]), `end ${commits[2]}`];
    expect(notes()).toEqual(order);
  });
});
