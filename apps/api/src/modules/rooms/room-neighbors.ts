import type { Participant } from '@virtualcafe/contracts';
import type { Resident } from './room-member.js';
import type { ResidentMessage, RoomMessage } from './room-messages.js';
import type { OutpostRoom } from './outpost-room.js';
import { leaseMs } from './shared/places.rules.js';

/** People of a process that stops come back within three seconds, and a little for the way. */
const moveMs = 5000;

interface Neighbor {
  heardAtMs: number;
  readonly residents: Map<number, Resident>;
}

/** The other processes that have this room open, and whom they look after. */
export class RoomNeighbors {
  private readonly neighbors = new Map<string, Neighbor>();

  constructor(private readonly room: Pick<OutpostRoom, 'arrive' | 'depart' | 'change'>) {}

  /** Whether anybody else has the room open. */
  get isEmpty(): boolean {
    return this.neighbors.size === 0;
  }

  /** Everybody elsewhere. */
  *residents(): Generator<Resident> {
    for (const { residents } of this.neighbors.values()) yield* residents.values();
  }

  find(key: string): Resident | undefined {
    for (const resident of this.residents()) if (resident.participant.key === key) return resident;
    return undefined;
  }

  /** They are here from now on: what their process says of them does not count any more. */
  claim(id: number): void {
    for (const { residents } of this.neighbors.values()) residents.delete(id);
  }

  hear(from: string, nowMs: number): void {
    this.neighborOf(from).heardAtMs = nowMs;
  }

  /** All that a process looks after. */
  takeState(from: string, residents: readonly ResidentMessage[], nowMs: number): void {
    const neighbor = this.neighborOf(from);
    const ids = new Set(residents.map(({ participant }) => participant.id));
    for (const id of neighbor.residents.keys()) if (!ids.has(id)) this.depart(neighbor, id);
    for (const resident of residents) this.arrive(neighbor, resident, nowMs);
  }

  takeRoster({ from, joined, left, changed }: Extract<RoomMessage, { kind: 'roster' }>, nowMs: number): void {
    const neighbor = this.neighborOf(from);
    for (const id of left) this.depart(neighbor, id);
    for (const resident of joined) this.arrive(neighbor, resident, nowMs);
    for (const participant of changed) this.change(neighbor, participant);
  }

  /** Whether we know of just those of whom the process speaks. */
  isComplete({ from, count, sum }: Extract<RoomMessage, { kind: 'beat' }>): boolean {
    const ids = [...this.neighborOf(from).residents.keys()];
    return ids.length === count && ids.reduce((total, id) => total + id, 0) === sum;
  }

  /** Forgets those who have not been heard of for `leaseMs`: a killed process leaves no ghosts. */
  forgetSilent(nowMs: number): void {
    for (const [from, neighbor] of this.neighbors) {
      if (nowMs - neighbor.heardAtMs < leaseMs) continue;
      for (const resident of neighbor.residents.values()) this.room.depart(resident);
      this.neighbors.delete(from);
    }
  }

  /** It stops: its people stand until they have come back elsewhere, or a little longer. */
  sayBye(from: string, nowMs: number): void {
    this.neighborOf(from).heardAtMs = nowMs - leaseMs + moveMs;
  }

  private neighborOf(from: string): Neighbor {
    const neighbor = this.neighbors.get(from) ?? { heardAtMs: 0, residents: new Map() };
    this.neighbors.set(from, neighbor);
    return neighbor;
  }

  private arrive(neighbor: Neighbor, message: ResidentMessage, nowMs: number): void {
    const { participant, userId, clientKey, turn } = message;
    // They may have come over from another process, which does not know it yet.
    const known = this.find(participant.key);
    if (known !== undefined && known.turn > turn) return;
    if (known !== undefined) this.claim(known.participant.id);
    if (!this.room.arrive(message, nowMs)) return;
    neighbor.residents.set(participant.id, { participant, userId, clientKey, turn });
  }

  private change(neighbor: Neighbor, participant: Participant): void {
    const known = neighbor.residents.get(participant.id);
    if (known === undefined) return;
    neighbor.residents.set(participant.id, { ...known, participant });
    this.room.change(participant);
  }

  private depart(neighbor: Neighbor, id: number): void {
    const resident = neighbor.residents.get(id);
    if (resident === undefined) return;
    neighbor.residents.delete(id);
    this.room.depart(resident);
  }
}
