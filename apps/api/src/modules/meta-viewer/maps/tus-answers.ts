import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { line, viewerCode, viewerMapType } from '@virtualcafe/contracts';
import { MemoryLocker, Metadata, Server, TUS_RESUMABLE } from '@tus/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Actor, asUser } from '../../../access/actor.js';
import { AppError } from '../../../platform/errors/app-error.js';
import { uploadPartType } from '../../../platform/http/upload-part-passage.js';
import { MapUploadStore } from './map-upload-store.js';
import type { UploadRecord } from './map-uploads.repository.js';
import { MapUploadsService, type UploadPlan } from './map-uploads.service.js';

const uploadPath = '/api/v1/map-uploads';

const metadata = z.object({
  viewer: viewerCode,
  type: viewerMapType,
  filename: line(1, 255).default('map.glb'),
});

/**
 * Speaks tus 1.0.0 (https://tus.io/protocols/resumable-upload: core, creation, termination, expiration) for uploads of maps: the protocol's
 * own server reads and writes the bytes, everything else is as in the rest of the API.
 */
@Injectable()
export class TusAnswers {
  private readonly tus: Server;
  /** Which upload a request to the protocol's server creates. */
  private readonly created = new WeakMap<object, string>();

  constructor(
    private readonly uploads: MapUploadsService,
    store: MapUploadStore,
  ) {
    this.tus = new Server({
      path: uploadPath,
      datastore: store,
      locker: new MemoryLocker(),
      namingFunction: (request) => this.created.get(request) ?? '',
      // Our own errors pass as they are; the others say by their status what was wrong.
      onResponseError: (_, error) => {
        throw error;
      },
    });
  }

  async create(actor: Actor, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    speak(reply);
    const upload = await this.uploads.begin(actor, planOf(request));
    const given = toWebRequest(request, uploadPath);
    this.created.set(given, upload.id);
    const receivedBytes = offsetOf(await this.ask(given).catch((error: unknown) => this.forget(upload.id, error)));
    void reply.header('location', `${uploadPath}/${upload.id}`);
    describe(reply, receivedBytes === 0 ? upload : await this.uploads.advance(asUser(actor), upload.id, receivedBytes));
  }

  async append(actor: Actor, id: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    speak(reply);
    const upload = await this.uploads.refresh(asUser(actor), id);
    if (upload.status !== 'RECEIVING') throw new AppError('map-upload.over');
    const receivedBytes = offsetOf(await this.ask(toWebRequest(request, `${uploadPath}/${id}`)));
    describe(reply, await this.uploads.advance(asUser(actor), id, receivedBytes));
  }

  async tell(actor: Actor, id: string, reply: FastifyReply): Promise<void> {
    speak(reply);
    const upload = await this.uploads.refresh(asUser(actor), id);
    describe(reply, upload);
    void reply.header('upload-length', String(upload.sizeBytes));
  }

  async cancel(actor: Actor, id: string, reply: FastifyReply): Promise<void> {
    speak(reply);
    await this.uploads.cancel(actor, id);
  }

  /** Nobody was told where the upload is. */
  private async forget(id: string, error: unknown): Promise<never> {
    await this.uploads.abandon(id);
    throw error;
  }

  private async ask(request: Request): Promise<Response> {
    try {
      const response = await this.tus.handleWeb(request);
      if (!response.ok) throw refusalOf(response.status, (await response.text()).trim());
      return response;
    } catch (error) {
      throw toRefusal(error);
    }
  }
}

const offsetOf = (response: Response): number => Number(response.headers.get('upload-offset') ?? 0);

function speak(reply: FastifyReply): void {
  void reply.headers({ 'tus-resumable': TUS_RESUMABLE, 'cache-control': 'no-store' });
}

/** How far an upload is; once it is complete, which map it has become. */
function describe(reply: FastifyReply, { receivedBytes, mapId, status, expiresAt }: UploadRecord): void {
  void reply.header('upload-offset', String(receivedBytes));
  if (mapId !== null) void reply.header('upload-map-id', mapId);
  if (status === 'RECEIVING') void reply.header('upload-expires', expiresAt.toUTCString());
}

/** @throws AppError `map-upload.invalid` naming what is missing. */
function planOf({ headers }: FastifyRequest): UploadPlan {
  const length = headers['upload-length'];
  if (typeof length !== 'string' || !/^[1-9]\d{0,15}$/.test(length))
    throw new AppError('map-upload.invalid', { detail: 'Upload-Length must say how many bytes there are' });
  const { success, data, error } = metadata.safeParse(readMetadata(headers['upload-metadata']));
  if (!success)
    throw new AppError('map-upload.invalid', {
      detail: "Upload-Metadata must have viewer (a room's code), type (RENDER or COLLIDER) and may have filename",
      errors: error.issues.map(({ path, message }) => ({ pointer: path.join('/'), in: 'header' as const, message })),
    });
  return { viewerCode: data.viewer, type: data.type, fileName: data.filename, sizeBytes: Number(length) };
}

function readMetadata(header: string | string[] | undefined): Record<string, string | null> {
  try {
    return typeof header === 'string' ? Metadata.parse(header) : {};
  } catch (error) {
    throw new AppError('map-upload.invalid', { detail: 'Upload-Metadata cannot be read', cause: error });
  }
}

const passedHeaders = ['content-type', 'content-length', 'tus-resumable', 'upload-length', 'upload-offset'] as const;

/** The request as the protocol's server takes it, with the body as a stream. */
function toWebRequest({ raw, headers, method }: FastifyRequest, path: string): Request {
  const passed = passedHeaders.flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value] as [string, string]] : [];
  });
  const init = { method, headers: passed, duplex: 'half' };
  const hasBody = headers['content-type'] === uploadPartType;
  const body = hasBody ? (Readable.toWeb(raw) as ReadableStream) : null;
  return new Request(`http://localhost${path}`, { ...init, body } as RequestInit);
}

function toRefusal(error: unknown): unknown {
  if (error instanceof Error) return error;
  const { status_code: status, body } = error as { status_code?: number; body?: string };
  return status === undefined ? error : refusalOf(status, body?.trim() ?? '');
}

function refusalOf(status: number, detail: string): AppError {
  if (status === 404 || status === 410) return new AppError('map-upload.not-found', { detail });
  if (status === 409) return new AppError('map-upload.offset-differs', { detail });
  if (status === 413) return new AppError('map-upload.too-large', { detail });
  return new AppError('map-upload.invalid', { detail });
}
