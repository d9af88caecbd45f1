import type { IncomingMessage } from 'node:http';
import {
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { finalize, type Observable } from 'rxjs';
import { anonymous, asUser, type AuthenticatedRequest } from '../../access/actor.js';
import { AppError } from '../../platform/errors/app-error.js';
import { LOGGER } from '../../platform/logging/logging.module.js';
import { MediaStorage } from '../../platform/storage/media-storage.js';
import { imageUploadConfig, type ImageUploadConfig } from './image-upload.config.js';
import type { ReceivedFile } from './received-file.js';
import { UploadAdmission } from './upload-admission.js';
import { maxRequestBytes, UploadReception } from './upload-reception.js';

interface UploadRequest extends AuthenticatedRequest {
  receivedFile?: ReceivedFile;
}

/** The file that `ImageFileInterceptor` received. */
export const UploadedImageFile = createParamDecorator((_: unknown, context: ExecutionContext): ReceivedFile => {
  const { receivedFile } = context.switchToHttp().getRequest<UploadRequest>();
  if (receivedFile === undefined) throw new Error('The route lacks ImageFileInterceptor');
  return receivedFile;
});

/** Receives the multipart field `file` before the handler and lets go of it afterwards, whatever happened. */
@Injectable()
export class ImageFileInterceptor implements NestInterceptor {
  private readonly admission = new UploadAdmission();

  constructor(
    private readonly storage: MediaStorage,
    @Inject(imageUploadConfig.token) private readonly config: ImageUploadConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest & UploadRequest>();
    assertPlausible(request.raw);
    const leave = this.admission.enter(asUser(request.actor ?? anonymous).userId);
    try {
      const reception = new UploadReception(this.storage, this.config.UPLOAD_STALL_MS);
      const file = await reception.receive(request.raw, http.getResponse<FastifyReply>().raw);
      request.receivedFile = file;
      return next.handle().pipe(
        finalize(() => {
          leave();
          this.discard(file);
        }),
      );
    } catch (error) {
      leave();
      throw error;
    }
  }

  private discard(file: ReceivedFile): void {
    file.discard().catch((error: unknown) => this.logger.error({ err: error }, 'A received file could not be closed'));
  }
}

/** What is wrong for certain is refused before any of it is read. */
function assertPlausible({ headers }: IncomingMessage): void {
  const type = headers['content-type'];
  if (type !== undefined && !/^multipart\/form-data\b/i.test(type))
    throw new AppError('request.unsupported-media-type');
  if (Number(headers['content-length'] ?? 0) > maxRequestBytes) throw new AppError('image.too-large');
}
