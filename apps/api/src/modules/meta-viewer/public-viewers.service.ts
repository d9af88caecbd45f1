import { Injectable } from '@nestjs/common';
import type { Viewer } from '@virtualcafe/contracts';
import { AppError } from '../../platform/errors/app-error.js';
import { presentViewer } from './viewer.presenter.js';
import { ViewerReadsRepository } from './viewer-reads.repository.js';

/** Rooms as visitors enter them. */
@Injectable()
export class PublicViewersService {
  constructor(private readonly viewers: ViewerReadsRepository) {}

  /** @throws AppError `viewer.not-found` also for a room that is not open. */
  async read(code: string): Promise<Viewer> {
    const viewer = await this.viewers.findOpenPage(code);
    if (viewer === null) throw new AppError('viewer.not-found');
    return presentViewer(viewer);
  }
}
