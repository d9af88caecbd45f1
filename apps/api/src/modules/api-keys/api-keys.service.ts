import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { ApiKeyListQuery, ApiKeyView, CreateApiKeyRequest, CreatedApiKey, Page } from '@virtualcafe/contracts';
import type { Logger } from 'pino';
import type { Actor, ApiKeyActor } from '../../access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError, fieldRefused } from '../../platform/errors/app-error.js';
import { LOGGER } from '../../platform/logging/logging.module.js';
import { TransactionLogService } from '../transaction-log/transaction-log.service.js';
import { cafeIdsOf, presentApiKey, scopesOf } from './api-key.presenter.js';
import { drawApiKey, formatApiKey, hashSecret, isUseNoteDue, opens, parseApiKey } from './api-key.rules.js';
import { ApiKeysRepository, type PresentedApiKey } from './api-keys.repository.js';

/** The keys of partners and build servers. */
@Injectable()
export class ApiKeysService implements BeforeApplicationShutdown {
  private readonly notesUnderWay = new Set<Promise<void>>();

  constructor(
    private readonly apiKeys: ApiKeysRepository,
    private readonly database: Database,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async list(query: ApiKeyListQuery): Promise<Page<ApiKeyView>> {
    const { items, total } = await this.apiKeys.findPage(query);
    return { items: items.map(presentApiKey), page: query.page, pageSize: query.pageSize, total };
  }

  /**
   * Makes a key. Its text is in this answer and nowhere else.
   * @throws AppError `request.invalid` for an expiry that has passed, `api-key.cafe-unusable`.
   */
  async create(actor: Actor, { name, scopes, cafeIds, expiresAt }: CreateApiKeyRequest): Promise<CreatedApiKey> {
    const expiry = expiresAt === null ? null : new Date(expiresAt);
    if (expiry !== null && expiry.getTime() <= this.clock.now().getTime())
      throw fieldRefused('request.invalid', '/expiresAt', 'must be in the future');
    const parts = drawApiKey();
    const key = {
      publicId: parts.publicId,
      secretHash: hashSecret(parts.secret),
      name,
      scopes: [...new Set(scopes)],
      expiresAt: expiry,
      createdById: actor.kind === 'user' ? actor.userId : null,
    };
    const cafes = [...new Set(cafeIds)];
    return this.database.transaction(async () => {
      if ((await this.apiKeys.countCafes(cafes)) !== cafes.length)
        throw fieldRefused('api-key.cafe-unusable', '/cafeIds', 'names a café that does not exist');
      const view = presentApiKey(await this.apiKeys.create(key, cafes));
      const after = { name, scopes: view.scopes, cafeIds: view.cafeIds, expiresAt: view.expiresAt };
      const act = { action: 'api-key.create', resourceType: 'api-key', resourceId: view.id, after };
      await this.transactionLog.record(actor, act);
      return { ...view, key: formatApiKey(parts) };
    });
  }

  /**
   * Ends a key from the next call on; one that was revoked already stays so.
   * @throws AppError `api-key.not-found`.
   */
  async revoke(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const revokedAt = this.clock.now();
      if (await this.apiKeys.revoke(id, revokedAt)) {
        const after = { revokedAt };
        const act = { action: 'api-key.revoke', resourceType: 'api-key', resourceId: id, after };
        await this.transactionLog.record(actor, act);
      } else if (!(await this.apiKeys.exists(id))) throw new AppError('api-key.not-found');
    });
  }

  /** Who calls with this key; undefined when it is none of ours, revoked or expired. */
  async identify(key: string): Promise<ApiKeyActor | undefined> {
    const parts = parseApiKey(key);
    if (parts === undefined) return undefined;
    const found = await this.apiKeys.findByPublicId(parts.publicId);
    const now = this.clock.now();
    if (found === null || !opens(found, parts.secret, now)) return undefined;
    this.noteUse(found, now);
    return { kind: 'apiKey', apiKeyId: found.id, scopes: scopesOf(found), cafeIds: cafeIdsOf(found) };
  }

  /** Lets the notes under way be written before the database is closed. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.notesUnderWay);
  }

  // The caller does not wait for it, and does not fail by it: it only tells administrators which keys are in use.
  private noteUse({ id, lastUsedAt }: PresentedApiKey, now: Date): void {
    if (!isUseNoteDue(lastUsedAt, now)) return;
    const note = this.apiKeys
      .noteUse(id, lastUsedAt, now)
      .catch((error: unknown) =>
        this.logger.error({ err: error, apiKeyId: id }, 'Could not note the use of an API key'),
      )
      .finally(() => this.notesUnderWay.delete(note));
    this.notesUnderWay.add(note);
  }
}
