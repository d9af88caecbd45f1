import { Global, Module } from '@nestjs/common';
import { AdvisoryLock } from './advisory-lock.js';
import { Database } from './database.js';

@Global()
@Module({ providers: [Database, AdvisoryLock], exports: [Database, AdvisoryLock] })
export class DatabaseModule {}
