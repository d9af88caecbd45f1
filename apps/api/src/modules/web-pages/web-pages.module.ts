import { Module } from '@nestjs/common';
import { CafesModule } from '../cafes/cafes.module.js';
import { PageCache } from './page-cache.js';
import { SiteIndexService } from './site-index.service.js';
import { WebPagesService } from './web-pages.service.js';

@Module({ imports: [CafesModule], providers: [WebPagesService, SiteIndexService, PageCache] })
export class WebPagesModule {}
