import { type DynamicModule, Module } from '@nestjs/common';
import type { Tracer } from './tracer.js';

/** The injection token of the application's tracer. */
export const TRACER = Symbol('tracer');

@Module({})
export class TracingModule {
  static forRoot(tracer: Tracer): DynamicModule {
    return {
      module: TracingModule,
      global: true,
      providers: [{ provide: TRACER, useValue: tracer }],
      exports: [TRACER],
    };
  }
}
