import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { FirstAdmin } from './first-admin.js';
import { type Call, HttpsClient } from './https-client.js';
import { type Form, photoForm } from './photo-form.js';
import type { Stack } from './stack.js';

/** A region and a café in the stack, published by its first administrator. */
export class CafeScene {
  cafeCode = '';
  private token = '';
  private regionId = '';
  private cafeId = '';
  private upload: Form = { type: '', body: Buffer.alloc(0) };

  private constructor(
    readonly stack: Stack,
    readonly rootCertificate: string,
    private readonly client: HttpsClient,
  ) {}

  static async make(stack: Stack, rootCertificate: string): Promise<CafeScene> {
    const scene = new CafeScene(stack, rootCertificate, new HttpsClient(stack.place, rootCertificate));
    await scene.logIn();
    const name = randomBytes(4).toString('hex');
    const region = { name, type: 'SPECIAL_CITY' };
    scene.regionId = await scene.create({
      method: 'POST',
      path: '/api/v1/regions',
      ...scene.json(region),
    });
    scene.cafeCode = `scene-${name}`;
    scene.cafeId = await scene.create(scene.newCafe(scene.cafeCode));
    const noise = { create: { width: 64, height: 48, channels: 3, background: '#a05030' } } as const;
    scene.upload = photoForm(await sharp(noise).png().toBuffer());
    return scene;
  }

  /** A login is good for a quarter of an hour. */
  async logIn(): Promise<void> {
    this.token = (await FirstAdmin.signIn(this.stack, this.client)).token;
  }

  get authorization(): Record<string, string> {
    return { authorization: `Bearer ${this.token}` };
  }

  newCafe(code: string): Call {
    const place = { regionId: this.regionId, address: '테헤란로 1', latitude: 37.498, longitude: 127.028 };
    return { method: 'POST', path: '/api/v1/cafes', ...this.json({ code, name: '온기', ...place }) };
  }

  photo(): Call {
    const { type, body } = this.upload;
    return { method: 'POST', path: '/api/v1/images', headers: { ...this.authorization, 'content-type': type }, body };
  }

  /** Rooms that can be entered; with maps that nobody can fetch, which whoever only plays does not. */
  async openRooms(count: number): Promise<string[]> {
    const stem = `room-${randomBytes(4).toString('hex')}`;
    const codes = Array.from({ length: count }, (_, index) => `${stem}-${index}`);
    for (const code of codes) {
      const room = { code, name: '온기 방', cafeId: this.cafeId };
      await this.create({ method: 'POST', path: '/api/v1/viewers', ...this.json(room) });
    }
    await this.query(`
      WITH map AS (
        INSERT INTO "MetaViewerMap" (id, "viewerId", type, version, status, "isActive")
        SELECT gen_random_uuid(), viewer.id, kind::"MetaViewerMapType", 1, 'READY', true
        FROM "MetaViewerInfo" viewer, unnest(ARRAY['RENDER', 'COLLIDER']) kind WHERE viewer.code LIKE '${stem}-%'
        RETURNING id)
      INSERT INTO "MetaViewerMapFile" (id, "mapId", variant, "fileName", "contentHash", "sizeBytes")
      SELECT gen_random_uuid(), id, 'DESKTOP', encode(sha256(id::text::bytea), 'hex') || '.glb',
             encode(sha256(id::text::bytea), 'hex'), 1 FROM map`);
    return codes;
  }

  query(sql: string): Promise<string> {
    return this.stack.query(sql);
  }

  close(): void {
    this.client.close();
  }

  private json(body: object): Pick<Call, 'headers' | 'body'> {
    const headers = { ...this.authorization, 'content-type': 'application/json' };
    return { headers, body: JSON.stringify(body) };
  }

  /** The id of what was made. */
  private async create({ method, path, headers = {}, body = '' }: Call): Promise<string> {
    const { status, text } = await this.client.call(method, path, { headers, body });
    if (status !== 201) throw new Error(`${method} ${path} was answered with ${status}: ${text}`);
    return (JSON.parse(text) as { id: string }).id;
  }
}
