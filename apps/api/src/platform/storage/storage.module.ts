import { Global, Module } from '@nestjs/common';
import { MediaStorage } from './media-storage.js';

@Global()
@Module({ providers: [MediaStorage], exports: [MediaStorage] })
export class StorageModule {}
