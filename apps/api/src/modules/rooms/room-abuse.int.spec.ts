import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../../test/eventually.js';
import { RoomClient, takeTicket } from '../../../test/room-client.js';
import { RoomScene } from '../../../test/room-scene.js';
import { RoomTickets } from './room-tickets.js';
import { RoomsGateway } from './rooms.gateway.js';

let scene: RoomScene;

beforeAll(async () => {
  scene = await RoomScene.start({ ROOM_CAPACITY: '5' });
});
afterAll(() => scene.stop());
beforeEach(() => scene.openRoom());
afterEach(() => scene.leaveAll());

describe('somebody who means harm', () => {
  it.each<[string, (client: RoomClient) => void, RegExp]>([
    [
      '200 messages a second',
      (client) => void Array.from({ length: 200 }, () => client.socket.emit('chat', { text: 'x' })),
      /./,
    ],
    ['movement without end', (client) => void Array.from({ length: 400 }, () => client.move({})), /./],
    [
      'what nobody listens to',
      (client) => void Array.from({ length: 200 }, (_, count) => client.socket.emit(`x${count}`, {})),
      /./,
    ],
    [
      'movement of a wrong length',
      (client) => void Array.from({ length: 200 }, () => client.socket.emit('transforms', new Uint8Array(11))),
      /./,
    ],
    ['a message of 65 kB', (client) => client.socket.emit('chat', { text: 'x'.repeat(66_000) }), /transport/],
    ['a placeholder', (client) => client.socket.io.engine.write('51-["chat",{"_placeholder":true,"num":0}]'), /./],
  ])('by %s is put out, and nobody else', async (_, attack, why) => {
    const other = await scene.enter();
    const attacker = await scene.enter();
    attack(attacker);
    await eventually(() => expect(attacker.heard('disconnect')).toEqual([expect.stringMatching(why)]));
    expect(await other.ask('chat', { text: '괜찮아요' })).toMatchObject({ ok: true });
    expect(other.socket.connected).toBe(true);
  });

  it('by many connections gets five', async () => {
    const user = await scene.app.signIn('GENERAL');
    const first = await scene.enter({ token: user.token });
    for (let count = 1; count < 5; count += 1) await scene.enter({ token: user.token });
    const { ticket } = await takeTicket(scene.app, scene.code, { token: user.token });
    expect(await scene.refusalOf({ ticket })).toBe('room.too-many-connections');
    first.socket.disconnect();
    await eventually(async () => {
      const { ticket: another } = await takeTicket(scene.app, scene.code, { token: user.token });
      await scene.enterWith({ ticket: another });
    });
  });

  it('by going while a ticket is looked at holds no place', async () => {
    const user = await scene.app.signIn('GENERAL');
    const tickets = scene.app.app.get(RoomTickets);
    const redeem = tickets.redeem.bind(tickets);
    for (let count = 0; count < 6; count += 1) {
      const { ticket } = await takeTicket(scene.app, scene.code, { token: user.token });
      let goOn = (): void => undefined;
      const isGone = new Promise<void>((resolve) => (goOn = resolve));
      const looked = new Promise<void>((resolve) => {
        tickets.redeem = async (given) => {
          resolve();
          await isGone;
          return redeem(given);
        };
      });
      const client = new RoomClient(scene.app.url, { ticket });
      await looked;
      client.breakOff();
      await eventually(() => expect(scene.app.app.get(RoomsGateway).connectionCount).toBe(0));
      tickets.redeem = redeem;
      goOn();
    }
    await eventually(async () => expect((await scene.enter({ token: user.token })).socket.connected).toBe(true));
  });

  it('by moving as nobody can again and again is put out', async () => {
    const one = await scene.enter();
    let count = 0;
    const moving = setInterval(() => one.move({ x: (count += 1) % 2 === 0 ? 90 : -90 }), 60);
    await eventually(() => expect(one.heard('closing')).toEqual([expect.objectContaining({ code: 'room.expelled' })]));
    clearInterval(moving);
    expect(await scene.refusalOf({ resumeToken: one.welcome?.resumeToken })).toBe('room.ticket-invalid');
  });
});
