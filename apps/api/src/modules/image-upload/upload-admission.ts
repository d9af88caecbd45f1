import { AppError } from '../../platform/errors/app-error.js';

// Each may hold 10 MB of disk and a connection; the user's share keeps one account from taking all of them.
const maxUploads = 100;
const maxUploadsOfOneUser = 32;
const retryAfterSeconds = 5;

/** How many uploads are under way in this process, from their first byte to their answer. */
export class UploadAdmission {
  private readonly countByUser = new Map<string, number>();
  private count = 0;

  /**
   * Lets one more upload of `userId` in.
   * @returns what counts it out again.
   * @throws AppError `rate.limited` or `service.unavailable`.
   */
  enter(userId: string): () => void {
    const ofUser = this.countByUser.get(userId) ?? 0;
    if (ofUser >= maxUploadsOfOneUser)
      throw new AppError('rate.limited', { detail: 'Too many uploads of yours at once', retryAfterSeconds });
    if (this.count >= maxUploads)
      throw new AppError('service.unavailable', { detail: 'Too many uploads at once', retryAfterSeconds });
    this.countByUser.set(userId, ofUser + 1);
    this.count += 1;
    return () => this.leave(userId);
  }

  private leave(userId: string): void {
    const ofUser = (this.countByUser.get(userId) ?? 0) - 1;
    if (ofUser > 0) this.countByUser.set(userId, ofUser);
    else this.countByUser.delete(userId);
    this.count -= 1;
  }
}
