import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** `vck_<publicId>_<secret>`: 96 bits in hexadecimal to find it by, 256 in base64url to know it by. */
const shape = /^vck_(?<publicId>[0-9a-f]{24})_(?<secret>[\w-]{43})$/;

export interface ApiKeyParts {
  readonly publicId: string;
  readonly secret: string;
}

/** SHA-256 of a key's secret: it is random and long, so a fast hash will do. */
export type SecretHash = Uint8Array<ArrayBuffer>;

export const drawApiKey = (): ApiKeyParts => ({
  publicId: randomBytes(12).toString('hex'),
  secret: randomBytes(32).toString('base64url'),
});

export const formatApiKey = ({ publicId, secret }: ApiKeyParts): string => `vck_${publicId}_${secret}`;

export function parseApiKey(key: string): ApiKeyParts | undefined {
  const { publicId, secret } = shape.exec(key)?.groups ?? {};
  return publicId === undefined || secret === undefined ? undefined : { publicId, secret };
}

export const hashSecret = (secret: string): SecretHash => new Uint8Array(createHash('sha256').update(secret).digest());

interface KeptKey {
  readonly secretHash: Uint8Array;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

/** Whether `secret` opens the key at `now`. The comparison takes the same time wherever the two differ. */
export function opens({ secretHash, expiresAt, revokedAt }: KeptKey, secret: string, now: Date): boolean {
  const isRight = timingSafeEqual(secretHash, hashSecret(secret));
  return isRight && revokedAt === null && (expiresAt === null || expiresAt.getTime() > now.getTime());
}

/** `lastUsedAt` is kept to the minute: not every call writes a row. */
const useNoteIntervalMs = 60_000;

export const isUseNoteDue = (lastUsedAt: Date | null, now: Date): boolean =>
  lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= useNoteIntervalMs;
