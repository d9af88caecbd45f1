import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { cafeCode, id, participantKey, roomRole } from '@virtualcafe/contracts';
import { jwtVerify, SignJWT, errors } from 'jose';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { AuthKeys } from '../auth/auth-keys.js';
import { USED_TICKETS, type UsedTickets } from './used-tickets.js';

const issuer = 'virtualcafe';
const ticketAudience = 'virtualcafe-room';
const resumeAudience = 'virtualcafe-room-resume';
const ticketSeconds = 60;
/** Longer than a visit: how long a place is kept once the connection is lost is the room's business. */
const resumeSeconds = 24 * 3600;

const claims = z.object({
  room: cafeCode,
  shard: z.int().min(1),
  sub: participantKey,
  nickname: z.string().min(1),
  role: roomRole,
  /** Their own account; null for a guest. */
  userId: id.nullable(),
  /** Keyed hash of whose connections are counted together: an address, and a user if there is one. */
  counted: z.tuple([z.string()], z.string()),
});

/** Whom a ticket lets in where. */
export type Admission = z.infer<typeof claims>;

/** Tickets and resume tokens: JWT (RFC 7519), HS256, of a key and an audience of their own. */
@Injectable()
export class RoomTickets {
  constructor(
    private readonly keys: AuthKeys,
    private readonly clock: Clock,
    @Inject(USED_TICKETS) private readonly used: UsedTickets,
  ) {}

  /** A ticket for one connection within 60 s. */
  issue(admission: Admission): Promise<string> {
    return this.sign(admission, ticketAudience, ticketSeconds);
  }

  /** A token that opens a place again that the room still keeps. */
  issueResume(admission: Admission): Promise<string> {
    return this.sign(admission, resumeAudience, resumeSeconds);
  }

  /** @throws AppError `room.ticket-invalid`, also for a ticket that was used. */
  async redeem(ticket: string): Promise<Admission> {
    const { admission, id } = await this.verify(ticket, ticketAudience);
    if (!(await this.used.use(id, ticketSeconds * 1000)))
      throw new AppError('room.ticket-invalid', { detail: 'The ticket was used' });
    return admission;
  }

  /** @throws AppError `room.ticket-invalid`. */
  async resume(token: string): Promise<Admission> {
    return (await this.verify(token, resumeAudience)).admission;
  }

  private sign({ sub, ...rest }: Admission, audience: string, seconds: number): Promise<string> {
    const now = this.clock.now();
    return new SignJWT(rest)
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(sub)
      .setJti(randomUUID())
      .setIssuedAt(now)
      .setExpirationTime(new Date(now.getTime() + seconds * 1000))
      .sign(this.keys.roomTicket);
  }

  private async verify(token: string, audience: string): Promise<{ admission: Admission; id: string }> {
    try {
      const { payload } = await jwtVerify(token, this.keys.roomTicket, {
        algorithms: ['HS256'],
        issuer,
        audience,
        requiredClaims: ['jti', 'exp'],
        currentDate: this.clock.now(),
      });
      return { admission: claims.parse(payload), id: payload.jti ?? '' };
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof z.ZodError)
        throw new AppError('room.ticket-invalid', { cause: error });
      throw error;
    }
  }
}
