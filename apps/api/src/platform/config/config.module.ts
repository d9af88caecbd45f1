import { type DynamicModule, Module } from '@nestjs/common';
import type { ConfigSection, ParsedConfig } from './config-section.js';

/** Offers each parsed section under its token: `@Inject(httpConfig.token) private readonly config: ConfigOf<typeof httpConfig>`. */
@Module({})
export class ConfigModule {
  static forRoot(sections: readonly ConfigSection[], config: ParsedConfig): DynamicModule {
    const providers = sections.map((section) => ({ provide: section.token, useValue: config.get(section.token) }));
    return { module: ConfigModule, global: true, providers, exports: providers.map(({ provide }) => provide) };
  }
}
