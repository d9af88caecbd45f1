import sharp from 'sharp';
import type { HttpsClient } from './https-client.js';
import { photoForm } from './photo-form.js';
import { adminId, type Stack } from './stack.js';

export interface StoredPhoto {
  /** A path. */
  readonly url: string;
  readonly thumbnailUrl: string;
  readonly sizeBytes: number;
}

/** The first administrator, signed in as a program: with a token and without cookies. */
export class FirstAdmin {
  private constructor(
    private readonly client: HttpsClient,
    readonly token: string,
    /** As a browser would send it. */
    readonly cookie: string,
  ) {}

  /** @throws Error when there is no such account. */
  static async signIn(stack: Stack, client: HttpsClient): Promise<FirstAdmin> {
    const body = JSON.stringify({ loginId: adminId, password: await stack.adminPassword() });
    const answer = await client.call('POST', '/api/v1/auth/login', { body });
    if (answer.status !== 200) throw new Error(`The first administrator cannot sign in: ${answer.text}`);
    const { accessToken } = JSON.parse(answer.text) as { accessToken: string };
    const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    return new FirstAdmin(client, accessToken, cookie);
  }

  /** A photo that is nobody else's: what lies there is named by what is in it. */
  async upload(width = 320, height = 240): Promise<StoredPhoto> {
    const background = { r: colour(), g: colour(), b: colour() };
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
    const picture = await sharp({ create: { width, height, channels: 3, background, noise } })
      .png()
      .toBuffer();
    const { type, body } = photoForm(picture);
    const headers = { authorization: `Bearer ${this.token}`, 'content-type': type };
    const answer = await this.client.call('POST', '/api/v1/images', { headers, body });
    if (answer.status !== 201) throw new Error(`The photo was not taken: ${answer.text}`);
    return JSON.parse(answer.text) as StoredPhoto;
  }
}

const colour = (): number => Math.floor(Math.random() * 256);
