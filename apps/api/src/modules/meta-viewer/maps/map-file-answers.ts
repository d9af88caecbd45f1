import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { MapFileQuery } from '@virtualcafe/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../../access/actor.js';
import { AppError } from '../../../platform/errors/app-error.js';
import { allowsRange, type ByteRange, hasTag, rangeOf } from './byte-range.rules.js';
import { MapFilesService } from './map-files.service.js';
import { mapLinkSeconds } from './map-links.js';
import type { MapFile } from './map-versions.repository.js';

export interface AskedFile {
  readonly actor: Actor;
  readonly code: string;
  readonly fileId: string;
  readonly query: MapFileQuery;
}

/** Files of maps as HTTP answers: streamed, in ranges, and with a tag that is the content's hash (RFC 9110). */
@Injectable()
export class MapFileAnswers {
  constructor(private readonly files: MapFilesService) {}

  /** @throws AppError as `MapFilesService.find`; `request.range-not-satisfiable`. */
  async answer(
    asked: AskedFile,
    { headers, method }: FastifyRequest,
    reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const file = await this.files.find(asked.actor, asked.code, asked.fileId, asked.query);
    const etag = `"${file.contentHash}"`;
    // Whoever else is given the address by a proxy would not have to show a link.
    void reply.headers({ etag, 'accept-ranges': 'bytes', 'cache-control': `private, max-age=${mapLinkSeconds}` });
    if (hasTag(headers['if-none-match'], etag)) {
      void reply.code(304);
      return undefined;
    }
    const ifRange = headers['if-range'];
    const range = allowsRange(typeof ifRange === 'string' ? ifRange : undefined, etag)
      ? rangeOf(headers.range, file.sizeBytes)
      : 'whole';
    if (range === 'unsatisfiable')
      throw new AppError('request.range-not-satisfiable', {
        headers: { 'content-range': `bytes */${file.sizeBytes}` },
      });
    return this.send(file, range, method === 'HEAD', reply);
  }

  private async send(
    file: MapFile,
    range: ByteRange | 'whole',
    isHead: boolean,
    reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { start, end } = range === 'whole' ? { start: 0, end: file.sizeBytes - 1 } : range;
    if (range !== 'whole') void reply.code(206).header('content-range', `bytes ${start}-${end}/${file.sizeBytes}`);
    const handle = await this.files.open(file);
    if (isHead) await handle.close();
    const stream = isHead ? Readable.from([]) : handle.createReadStream({ start, end });
    return new StreamableFile(stream, { type: 'model/gltf-binary', length: end - start + 1 });
  }
}
