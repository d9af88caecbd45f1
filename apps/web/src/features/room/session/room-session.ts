import type {
  Avatar,
  Moderation,
  Participant,
  RoomEvents,
  RoomReport,
  RoomTicketRequest,
  Transform,
} from '@virtualcafe/contracts';
import type { MapFiles, RoomViewer } from '../../../viewer/room-viewer.types.js';
import { lastSequence, withHistory, withMessage } from './chat-log.js';
import { networkPause } from './network-pause.js';
import { type NextStep, stepAfterFailure, stepAfterLoss, type Way } from './reconnect-policy.js';
import { type Acknowledged, RoomConnection } from './room-connection.js';
import { RoomMaps } from './room-maps.js';
import { RoomStore } from './room-state.js';
import { RoomTalk } from './room-talk.js';
import { refusalOf, takeTicket, type TicketRefusal } from './room-ticket.js';
import { changedRoster, personByKey, rosterOf } from './roster.js';
import { StageLink, type TextsOf } from './stage-link.js';

type Links = RoomEvents['changed']['maps'];

export interface VisitOptions {
  readonly code: string;
  readonly request: RoomTicketRequest;
  readonly avatar: Avatar;
  readonly isLight: () => boolean;
  readonly onProgress: (loadedBytes: number, totalBytes: number) => void;
  /** The room would have less of somebody. */
  readonly onWarning: (notice: RoomEvents['warning']) => void;
  /** The maps could not be replaced by their new versions: the old ones stay. */
  readonly onReplaceFailed: (error: unknown) => void;
}

const isSameAvatar = (a: Avatar, b: Avatar): boolean => a.look === b.look && a.color === b.color;

/** One visit to a room, over as many connections as it takes. */
export class RoomSession {
  readonly store = new RoomStore();
  readonly talk: RoomTalk;
  /** The room's geometry as it is on arrival; rejects when it cannot be had. */
  readonly maps: Promise<MapFiles>;
  /** Resolves with the first welcome. */
  readonly arrived: Promise<void>;
  private readonly stage = new StageLink();
  private readonly roomMaps: RoomMaps;
  private readonly over = new AbortController();
  private takeFirstLinks: (links: Links) => void = () => undefined;
  private haveArrived: () => void = () => undefined;
  private haveNoLinks: (reason: Error) => void = () => undefined;
  private connection: RoomConnection | null = null;
  private resumeToken: string | null = null;
  private lostAtMs = Number.NEGATIVE_INFINITY;
  private avatar: Avatar;
  private tickMs = 50;

  constructor(private readonly options: VisitOptions) {
    this.avatar = options.avatar;
    this.talk = new RoomTalk(this.store, () => this.connection);
    this.roomMaps = new RoomMaps({
      isLight: options.isLight,
      newLinks: () => this.newLinks(),
      onProgress: options.onProgress,
      signal: this.over.signal,
    });
    const firstLinks = new Promise<Links>((resolve, reject) => {
      this.takeFirstLinks = resolve;
      this.haveNoLinks = reject;
    });
    this.arrived = new Promise((resolve) => {
      this.haveArrived = resolve;
    });
    this.maps = firstLinks.then((links) => this.roomMaps.load(links));
    // Whoever opens the viewer hears of it; a visit that ends before has nobody to tell.
    this.maps.catch(() => undefined);
  }

  get isOver(): boolean {
    return this.over.signal.aborted;
  }

  /** Enters, and comes back whenever the connection is lost, until it is over. */
  enter(): void {
    addEventListener('offline', this.noticeOffline, { signal: this.over.signal });
    addEventListener('pagehide', () => this.leave(), { signal: this.over.signal });
    void this.stay({ kind: 'again', way: 'ticket', delayMs: 0 });
  }

  leave(): void {
    this.over.abort(new DOMException('The visit is over', 'AbortError'));
    this.connection?.leave();
    this.stage.detach();
  }

  /** What a viewer must be opened with; null before the first welcome. */
  opening() {
    const { self, world } = this.store.get();
    if (self === null || world === null) return null;
    const start = this.stage.place ?? null;
    return { self: { ...self, avatar: this.avatar }, world, start, tickMs: this.tickMs };
  }

  attach(viewer: RoomViewer, textsOf: TextsOf): void {
    this.stage.attach(viewer, this.store.get().roster, textsOf);
  }

  detach(): void {
    this.stage.detach();
  }

  move(transform: Transform): void {
    this.connection?.move(transform);
  }

  person(participantId: number): Participant | undefined {
    return this.store.get().roster.get(participantId);
  }

  hide(key: string, isHidden: boolean): void {
    const hiddenKeys = new Set(this.store.get().hiddenKeys);
    if (isHidden) hiddenKeys.add(key);
    else hiddenKeys.delete(key);
    this.store.change({ hiddenKeys });
  }

  /** Not heard of before the next welcome when the connection is lost: it is told again then. */
  async dress(avatar: Avatar): Promise<void> {
    this.avatar = avatar;
    await this.connection?.ask('avatar', avatar);
  }

  respawn = (): Promise<Acknowledged<'respawn'> | null> => this.ask('respawn', {});
  moderate = (act: Moderation): Promise<Acknowledged<'moderate'> | null> => this.ask('moderate', act);
  report = (report: RoomReport): Promise<Acknowledged<'report'> | null> => this.ask('report', report);

  private ask<Name extends 'respawn' | 'moderate' | 'report'>(
    name: Name,
    request: Parameters<typeof RoomConnection.prototype.ask<Name>>[1],
  ): Promise<Acknowledged<Name> | null> {
    return this.connection?.ask(name, request) ?? Promise.resolve(null);
  }

  private async stay(first: NextStep): Promise<void> {
    let step = first;
    let attempt = 0;
    while (!this.isOver) {
      if (step.kind === 'end') return this.end(step.code);
      if (step.delayMs > 0) await networkPause(step.delayMs, this.over.signal);
      if (this.isOver) return;
      const failure = await this.connect(step.way);
      if (failure === null) {
        step = await this.untilLost();
        attempt = 0;
        continue;
      }
      const awayMs = performance.now() - this.lostAtMs;
      step = stepAfterFailure({ ...failure, attempt, way: step.way, awayMs, random: Math.random() });
      attempt += 1;
    }
  }

  /** Null once welcomed; else why not. */
  private async connect(way: Way): Promise<TicketRefusal | null> {
    const since = lastSequence(this.store.get().chat);
    const known = since === 0 ? {} : { since };
    try {
      const handshake =
        way === 'resume' && this.resumeToken !== null
          ? { resumeToken: this.resumeToken, ...known }
          : { ticket: await this.ticket(), ...known };
      if (this.isOver) return { code: null, retryAfterMs: null };
      this.connection = this.open(handshake);
    } catch (error) {
      return refusalOf(error);
    }
    if (await this.connection.welcomed) return null;
    return { code: (await this.connection.ended).code, retryAfterMs: null };
  }

  private async ticket(): Promise<string> {
    const { ticket, maps } = await takeTicket(this.options.code, this.options.request);
    this.takeFirstLinks(maps);
    return ticket;
  }

  private open(handshake: ConstructorParameters<typeof RoomConnection>[1]): RoomConnection {
    return new RoomConnection(this.options.code, handshake, {
      onWelcome: (welcome) => this.arrive(welcome),
      onFrame: (frame, atMs) => this.stage.frame(frame, atMs),
      onRoster: (change) => this.follow(change),
      onChat: (message) => this.hear(message),
      onCorrected: (place) => this.stage.correct(place),
      onTick: (tickMs) => {
        this.tickMs = tickMs;
        this.stage.tick(tickMs);
      },
      onWarning: this.options.onWarning,
      onChanged: ({ world, maps }) => void this.replaceWorld(world, maps),
    });
  }

  private async untilLost(): Promise<NextStep> {
    const end = await this.connection?.ended;
    this.lostAtMs = performance.now();
    const movingWithinMs = end?.movingWithinMs ?? null;
    const step = stepAfterLoss({ closingCode: end?.code ?? null, movingWithinMs, random: Math.random() });
    if (!this.isOver && step.kind === 'again')
      this.store.change({ phase: { kind: 'away', isMoving: movingWithinMs !== null } });
    return step;
  }

  private arrive(welcome: RoomEvents['welcome']): void {
    const isReturn = this.resumeToken !== null;
    this.resumeToken = welcome.resumeToken;
    this.tickMs = welcome.tickMs;
    const { self, chat: history } = welcome;
    const roster = rosterOf(welcome.roster);
    const { world: shown, chat } = this.store.get();
    this.store.change({
      phase: { kind: 'inside' },
      self,
      world: shown ?? welcome.world,
      roster,
      chat: withHistory(chat, history),
    });
    this.stage.welcome({ ...welcome, self: { ...self, avatar: this.avatar } }, roster);
    this.haveArrived();
    this.talk.flush();
    if (!isSameAvatar(self.avatar, this.avatar)) void this.dress(this.avatar);
    if (isReturn) void this.catchUp(welcome.world);
  }

  private follow(change: RoomEvents['roster']): void {
    const { roster, self } = this.store.get();
    const next = changedRoster(roster, change);
    const changedSelf = self === null ? undefined : change.changed.find(({ id }) => id === self.id);
    this.store.change({ roster: next, self: changedSelf ?? self });
    if (changedSelf !== undefined) this.stage.self({ ...changedSelf, avatar: this.avatar });
    const isOther = ({ id }: Participant): boolean => id !== self?.id;
    this.stage.change({
      joined: change.joined.filter(isOther),
      left: change.left,
      changed: change.changed.filter(isOther),
    });
  }

  private hear(message: RoomEvents['chat']): void {
    const { chat, roster, hiddenKeys } = this.store.get();
    this.store.change({ chat: withMessage(chat, message) });
    const speaker = personByKey(roster, message.key);
    if (speaker !== undefined && !hiddenKeys.has(message.key)) this.stage.speech(speaker.id, message.text);
  }

  /** The room may have been changed while one was away. */
  private async catchUp(world: RoomEvents['changed']['world']): Promise<void> {
    const links = await this.newLinks();
    if (links !== null) await this.replaceWorld(world, links);
  }

  private async replaceWorld(world: RoomEvents['changed']['world'], links: Links) {
    try {
      // What is being opened is finished first.
      await this.maps;
      const maps = await this.roomMaps.loadChanged(links);
      const isSame = JSON.stringify(world) === JSON.stringify(this.store.get().world);
      if (maps === null && isSame) return;
      await this.stage.replaceWorld(world, maps);
      this.store.change({ world });
    } catch (error) {
      if (!this.isOver) this.options.onReplaceFailed(error);
    }
  }

  private async newLinks(): Promise<Links | null> {
    const answer = await this.connection?.ask('maps', {});
    return answer?.ok === true ? answer.maps : null;
  }

  private end(code: string): void {
    this.store.change({ phase: { kind: 'ended', code } });
    this.haveNoLinks(new Error(`The room is not open to this visitor: ${code}`));
    this.over.abort(new DOMException('The visit is over', 'AbortError'));
  }

  /** The browser knows it at once; the connection itself would notice in half a minute. */
  private readonly noticeOffline = (): void => this.connection?.breakOff();
}
