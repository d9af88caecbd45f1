import { outcomeOf, run, words } from './run.js';

/** Somebody on another machine: a network namespace that reaches this one by a cable of its own. Needs root and iproute2. */
export class Outsider {
  private constructor(
    private readonly name: string,
    readonly address: string,
    /** Of this machine, at its end of the cable. */
    readonly machine: string,
  ) {}

  /** @param network Three parts of an address that nobody else uses. */
  static async arrive(name: string, network: string): Promise<Outsider> {
    const outsider = new Outsider(name, `${network}.2`, `${network}.1`);
    await outsider.leave();
    const [here, there] = [`${name}-0`, `${name}-1`];
    const ip = (command: string): Promise<string> => run('ip', words(command));
    await ip(`netns add ${name}`);
    await ip(`link add ${here} type veth peer name ${there} netns ${name}`);
    await ip(`address add ${outsider.machine}/24 dev ${here}`);
    await ip(`link set ${here} up`);
    await ip(`-n ${name} address add ${outsider.address}/24 dev ${there}`);
    await ip(`-n ${name} link set ${there} up`);
    await ip(`-n ${name} link set lo up`);
    await ip(`-n ${name} route add default via ${outsider.machine}`);
    return outsider;
  }

  /** Of these places (address and port) those that a connection leads to. */
  async reachable(places: readonly (readonly [string, number])[]): Promise<string[]> {
    const program = `
      const { connect } = require('node:net');
      const look = ([host, port]) => new Promise((resolve) => {
        const socket = connect({ host, port, timeout: 2000 });
        const end = (is) => { socket.destroy(); resolve(is ? [host + ':' + port] : []); };
        socket.on('connect', () => end(true)).on('error', () => end(false)).on('timeout', () => end(false));
      });
      Promise.all(${JSON.stringify(places)}.map(look)).then((all) => console.log(JSON.stringify(all.flat())));`;
    return JSON.parse(await this.run(process.execPath, '-e', program)) as string[];
  }

  /** Runs a program there. @throws Error when it fails. */
  run(program: string, ...args: readonly string[]): Promise<string> {
    return run('ip', ['netns', 'exec', this.name, program, ...args]);
  }

  async leave(): Promise<void> {
    await outcomeOf('ip', ['link', 'delete', `${this.name}-0`]);
    await outcomeOf('ip', ['netns', 'delete', this.name]);
  }
}
