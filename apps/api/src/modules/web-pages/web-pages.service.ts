import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { ConfigError } from '../../platform/config/config-section.js';
import { AppError } from '../../platform/errors/app-error.js';
import { entityTagOf } from '../../platform/http/entity-tag.js';
import { httpConfig, type HttpConfig } from '../../platform/http/http.config.js';
import { LOGGER } from '../../platform/logging/logging.module.js';
import { cafePageTag } from '../cafes/cafe-cache-tags.js';
import { PublicCafesService } from '../cafes/public-cafes.service.js';
import { PublicViewersService } from '../meta-viewer/public-viewers.service.js';
import { viewerPageTags } from '../meta-viewer/viewer-cache-tags.js';
import { type PageBody, PageCache } from './page-cache.js';
import { describeCafe, describeMissing, describeRoom, describeSite, type PageDescription } from './page-description.js';
import type { PageLanguage } from './page-language.rules.js';
import { type PageSubject, pageSubjectOf } from './page-subject.rules.js';
import { PageTemplate } from './page-template.js';

export interface WebPage extends PageBody {
  readonly status: 200 | 404 | 503;
}

export interface PageRequest {
  /** Without a query. */
  readonly path: string;
  readonly language: PageLanguage;
  /** The address of the site, without a slash at its end. */
  readonly origin: string;
}

export const htmlContentType = 'text/html; charset=utf-8';
const keptSeconds = 300;

/** The web app's one page, described for where it is opened. */
@Injectable()
export class WebPagesService implements OnModuleInit {
  private template: PageTemplate | undefined;

  constructor(
    private readonly cafes: PublicCafesService,
    private readonly viewers: PublicViewersService,
    private readonly cache: PageCache,
    @Inject(httpConfig.token) private readonly config: HttpConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onModuleInit(): Promise<void> {
    if (this.config.WEB_DIR !== undefined) this.template = new PageTemplate(await readIndex(this.config.WEB_DIR));
  }

  /** The page at a path of the web app; 404 with a page to read where a café's or a room's page would be and there is none. */
  async page(request: PageRequest): Promise<WebPage> {
    const { path, language, origin } = request;
    const subject = pageSubjectOf(path);
    if (subject === null) return this.render(200, describeSite(language, `${origin}${path}`));
    try {
      const page = await this.described(subject, request);
      if (page !== null) return { status: 200, ...page };
      return this.render(404, describeMissing(language, `${origin}${path}`));
    } catch (error) {
      // The visitor gets the app, which says what is wrong in his language, instead of a problem document.
      this.logger.error({ err: error, path }, 'A page could not be described');
      return this.render(503, describeMissing(language, `${origin}${path}`));
    }
  }

  private async described(subject: PageSubject, { language, origin }: PageRequest): Promise<PageBody | null> {
    const { code } = subject;
    if (code === null) return null;
    const template = this.templateInUse;
    const keeping = {
      key: `page:${template.version}:${language}:${subject.kind === 'room' ? `${subject.view}:` : ''}${code}`,
      contentType: htmlContentType,
      tags: subject.kind === 'cafe' ? [cafePageTag(code)] : viewerPageTags(code),
      ttlSeconds: keptSeconds,
    };
    return this.cache.getOrMake<null>(keeping, async () => {
      const description = await this.describe({ ...subject, code }, language, origin);
      return description === null ? null : template.render(description);
    });
  }

  private async describe(
    subject: PageSubject & { readonly code: string },
    language: PageLanguage,
    origin: string,
  ): Promise<PageDescription | null> {
    try {
      if (subject.kind === 'cafe') return describeCafe(await this.cafes.read(subject.code), language, origin);
      const room = await this.viewers.read(subject.code);
      const cafe = await this.cafes.read(room.cafe.code);
      return describeRoom({ room, cafe, view: subject.view }, language, origin);
    } catch (error) {
      if (error instanceof AppError && (error.code === 'cafe.not-found' || error.code === 'viewer.not-found'))
        return null;
      throw error;
    }
  }

  private render(status: WebPage['status'], description: PageDescription): WebPage {
    const body = Buffer.from(this.templateInUse.render(description));
    return { status, body, etag: entityTagOf(body) };
  }

  private get templateInUse(): PageTemplate {
    if (this.template === undefined) throw new Error('WEB_DIR is not set: there are no pages');
    return this.template;
  }
}

async function readIndex(folder: string): Promise<string> {
  const path = join(folder, 'index.html');
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new ConfigError([`WEB_DIR: cannot read ${path} (${reason}); build the web app first`]);
  }
}
