import { createServer } from 'node:http';
import { Server } from 'socket.io';

// The rival as rooms are usually begun: Socket.IO as it comes, JSON, all changes of a room flushed together every 12 ms.
const flushEveryMs = 12;

interface Move {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly yaw: number;
  readonly animation: string;
  readonly clock: number;
}

const http = createServer((_, response) => response.end('ok'));
const server = new Server(http, { serveClient: false, perMessageDeflate: false });
const changes = new Map<string, ({ id: number } & Move)[]>();
const places = new Map<string, Map<number, Move>>();
let lastId = 0;

server.on('connection', (socket) => {
  const room = String(socket.handshake.query['room']);
  lastId += 1;
  const id = lastId;
  const inRoom = places.get(room) ?? new Map<number, Move>();
  places.set(room, inRoom);
  void socket.join(room);
  socket.emit('welcome', id);
  socket.emit(
    'everybody',
    Array.from(inRoom, ([other, move]) => ({ id: other, ...move })),
  );
  socket.on('move', (move: Move) => {
    inRoom.set(id, move);
    const pending = changes.get(room);
    if (pending === undefined) changes.set(room, [{ id, ...move }]);
    else pending.push({ id, ...move });
  });
  socket.on('disconnect', () => inRoom.delete(id));
});

setInterval(() => {
  for (const [room, moves] of changes) server.to(room).emit('moves', moves);
  changes.clear();
}, flushEveryMs);

http.listen(Number(process.env.PORT), process.env.HOST);
process.on('SIGTERM', () => process.exit(0));
