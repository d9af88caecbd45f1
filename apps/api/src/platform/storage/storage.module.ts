import { Global, Module } from '@nestjs/common';
import { MapStorage } from './map-storage.js';
import { MediaStorage } from './media-storage.js';

@Global()
@Module({ providers: [MediaStorage, MapStorage], exports: [MediaStorage, MapStorage] })
export class StorageModule {}
