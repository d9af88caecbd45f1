import { Module } from '@nestjs/common';
import { CafesModule } from '../cafes/cafes.module.js';
import { MetaViewerModule } from '../meta-viewer/meta-viewer.module.js';
import { PageCache } from './page-cache.js';
import { SiteIndexService } from './site-index.service.js';
import { WebPagesService } from './web-pages.service.js';

@Module({ imports: [CafesModule, MetaViewerModule], providers: [WebPagesService, SiteIndexService, PageCache] })
export class WebPagesModule {}
