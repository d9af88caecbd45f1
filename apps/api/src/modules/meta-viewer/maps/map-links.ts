import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { MapFileQuery, MapLink } from '@virtualcafe/contracts';
import { Clock } from '../../../platform/clock/clock.js';
import { AppError } from '../../../platform/errors/app-error.js';
import { AuthKeys } from '../../auth/auth-keys.js';
import { MapVersionsRepository, type VisibleMapFile } from './map-versions.repository.js';

/** Long enough to fetch a large model on a slow line: a fetch that has begun is not cut off. */
export const mapLinkSeconds = 600;

/** What a link allows: one file of one room to one participant, until `expires` (seconds since 1970). */
interface MapGrant {
  readonly code: string;
  readonly fileId: string;
  readonly expires: number;
  readonly participant: string;
}

/** Short-lived links to the files of rooms' maps: HMAC-SHA256 over what they allow, with a key of their own. */
@Injectable()
export class MapLinks {
  constructor(
    private readonly maps: MapVersionsRepository,
    private readonly keys: AuthKeys,
    private readonly clock: Clock,
  ) {}

  /** Links to the active pair of a room for one of its participants: every variant there is, the collider's one. */
  async forVisitor(code: string, participantKey: string): Promise<MapLink[]> {
    const files = await this.maps.findVisibleFiles(code);
    const expires = Math.floor(this.clock.now().getTime() / 1000) + mapLinkSeconds;
    return files.map((file) => this.link(file, { code, fileId: file.id, expires, participant: participantKey }));
  }

  /** @throws AppError `map.link-invalid`, `map.link-expired`. */
  assertGood(code: string, fileId: string, query: MapFileQuery): void {
    const { expires, participant, signature } = query;
    if (expires === undefined || participant === undefined || signature === undefined)
      throw new AppError('map.link-invalid');
    const expected = this.sign({ code, fileId, expires: Number(expires), participant });
    const given = Buffer.from(signature, 'base64url');
    if (given.byteLength !== expected.byteLength || !timingSafeEqual(given, expected))
      throw new AppError('map.link-invalid');
    if (Number(expires) * 1000 <= this.clock.now().getTime()) throw new AppError('map.link-expired');
  }

  private link({ mapId, type, version, variant, contentHash, sizeBytes }: VisibleMapFile, grant: MapGrant): MapLink {
    const query = new URLSearchParams({
      expires: String(grant.expires),
      participant: grant.participant,
      signature: this.sign(grant).toString('base64url'),
    });
    const url = `/api/v1/viewers/${grant.code}/map-files/${grant.fileId}?${query.toString()}`;
    const expiresAt = new Date(grant.expires * 1000).toISOString();
    return { mapId, type, version, variant, contentHash, sizeBytes, url, expiresAt };
  }

  // No part holds a line feed but the participant, which comes last: no two grants are one text.
  private sign({ code, fileId, expires, participant }: MapGrant): Buffer {
    return createHmac('sha256', this.keys.mapLink).update([code, fileId, expires, participant].join('\n')).digest();
  }
}
