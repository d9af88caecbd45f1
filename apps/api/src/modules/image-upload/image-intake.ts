import { availableParallelism } from 'node:os';
import { Inject, Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error.js';
import { Allowance } from './allowance.js';
import { formatHeadBytes, imageFormatOf } from './image-format.rules.js';
import { assertWithinLimits, renderingCostBytes } from './image-limits.rules.js';
import { ImageProcessor, type RenderedImage } from './image-processor.js';
import { imageUploadConfig, type ImageUploadConfig } from './image-upload.config.js';

/** Where an image's bytes come from. */
export interface ImageSource {
  /** The first `length` bytes, or all of them. */
  read(length?: number): Promise<Buffer>;
  /** Aborted when nobody waits for the image any more. */
  readonly abandoned?: AbortSignal;
}

// Decoding takes a whole core: two at once at most, and one core is left to answer everybody else.
const imagesAtOnce = Math.max(1, Math.min(2, availableParallelism() - 1));
const maxWaitMs = 60_000;

/** Takes strangers' images in: checks each, cheapest check first, when its turn has come, and renders it. */
@Injectable()
export class ImageIntake {
  private readonly turns = new Allowance(imagesAtOnce);
  private readonly memoryBytes: number;
  private readonly memory: Allowance;

  constructor(
    private readonly processor: ImageProcessor,
    @Inject(imageUploadConfig.token) config: ImageUploadConfig,
  ) {
    this.memoryBytes = config.IMAGE_MEMORY_MB * 1024 * 1024;
    this.memory = new Allowance(this.memoryBytes);
  }

  /**
   * Renders the image and hands it to `keep`, still in its turn, so that rendered images do not pile up in memory.
   * @throws AppError `image.type-not-accepted`, `image.too-many-pixels`, `image.too-many-frames`, `image.unreadable`,
   * `service.unavailable` when too many wait.
   */
  async render<T>(source: ImageSource, keep: (image: RenderedImage) => Promise<T>): Promise<T> {
    const format = imageFormatOf(await source.read(formatHeadBytes));
    if (format === undefined) throw new AppError('image.type-not-accepted');
    const waiting = { maxWaitMs, abandoned: source.abandoned };
    const endTurn = await this.turns.take(1, waiting);
    try {
      const bytes = await source.read();
      const header = await this.processor.inspect(bytes, format);
      assertWithinLimits(header, this.memoryBytes);
      const giveBack = await this.memory.take(renderingCostBytes(header), waiting);
      try {
        return await keep(await this.processor.render(bytes));
      } finally {
        giveBack();
      }
    } finally {
      endTurn();
    }
  }
}
