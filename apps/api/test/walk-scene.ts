import type { CallOptions, TestApp } from './app.js';

/** What the walked routes point at: one owner's café and its room, a region, a user, a key, an image. */
export interface WalkScene {
  readonly app: TestApp;
  readonly adminToken: string;
  readonly ownerToken: string;
  readonly ownerId: string;
  readonly cafeCode: string;
  readonly cafeId: string;
  /** A room of the café, open to visitors. */
  readonly viewerCode: string;
  readonly viewerId: string;
  readonly regionId: string;
  readonly categoryId: string;
  readonly categoryCode: string;
  /** A product of the café. */
  readonly productId: string;
  readonly productCode: string;
  readonly imageId: string;
  readonly bystanderId: string;
  readonly image: Uint8Array;
}

/** A well-formed call of one operation, so that what is refused is refused for who asks. */
export interface Sample {
  readonly params?: Readonly<Record<string, string>>;
  /** Without its question mark. */
  readonly query?: string;
  readonly options?: CallOptions;
}
