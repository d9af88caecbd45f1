import { Injectable } from '@nestjs/common';
import { cafeListTag } from '../cafes/cafe-cache-tags.js';
import { PublicCafesService } from '../cafes/public-cafes.service.js';
import { type PageBody, PageCache } from './page-cache.js';
import { escapeHtml } from './page-description.js';

export const sitemapContentType = 'application/xml; charset=utf-8';

// The protocol's limit for one file (https://www.sitemaps.org/protocol.html).
const maxAddresses = 50_000;
const keptSeconds = 3600;
const listPaths = ['/', '/cafes'];

/** What search engines are told of the site as a whole. */
@Injectable()
export class SiteIndexService {
  constructor(
    private readonly cafes: PublicCafesService,
    private readonly cache: PageCache,
  ) {}

  robots(origin: string): string {
    return ['User-agent: *', 'Disallow: /api/', '', `Sitemap: ${origin}/sitemap.xml`, ''].join('\n');
  }

  /** The pages of all visible cafés and those that list them. */
  sitemap(origin: string): Promise<PageBody> {
    const keeping = {
      key: `sitemap:${origin}`,
      contentType: sitemapContentType,
      tags: [cafeListTag],
      ttlSeconds: keptSeconds,
    };
    return this.cache.getOrMake<never>(keeping, () => this.makeSitemap(origin));
  }

  private async makeSitemap(origin: string): Promise<string> {
    const cafes = await this.cafes.addresses(maxAddresses - listPaths.length);
    const entries = [
      ...listPaths.map((path) => entry(`${origin}${path}`)),
      ...cafes.map(({ code, updatedAt }) => entry(`${origin}/cafes/${code}`, updatedAt)),
    ];
    return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`;
  }
}

function entry(address: string, changedAt?: Date): string {
  const change = changedAt === undefined ? '' : `<lastmod>${changedAt.toISOString()}</lastmod>`;
  return `<url><loc>${escapeHtml(address)}</loc>${change}</url>`;
}
