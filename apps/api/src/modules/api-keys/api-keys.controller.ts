import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type ApiKeyListQuery,
  apiKeyListQuery,
  apiKeyPage,
  type ApiKeyView,
  type CreateApiKeyRequest,
  createApiKeyRequest,
  type CreatedApiKey,
  createdApiKey,
  id,
  type Page,
} from '@virtualcafe/contracts';
import { type Actor, CurrentActor } from '../../access/actor.js';
import { Requires } from '../../access/requires.decorator.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { ApiKeysService } from './api-keys.service.js';

@ApiTags('API keys')
@Controller('api/v1/api-keys')
export class ApiKeysController {
  constructor(private readonly apiKeys: ApiKeysService) {}

  @Get()
  @Requires('api-key.list')
  @Returns({ id: 'listApiKeys', summary: 'API keys, newest first, without their secrets', schema: apiKeyPage })
  list(@Query({ schema: apiKeyListQuery }) query: ApiKeyListQuery): Promise<Page<ApiKeyView>> {
    return this.apiKeys.list(query);
  }

  @Post()
  @Requires('api-key.create')
  @Returns({
    id: 'createApiKey',
    summary: 'Make an API key; only this answer shows it',
    schema: createdApiKey,
    status: 201,
    errors: ['api-key.cafe-unusable'],
  })
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: createApiKeyRequest }) request: CreateApiKeyRequest,
  ): Promise<CreatedApiKey> {
    return this.apiKeys.create(actor, request);
  }

  @Delete(':id')
  @Requires('api-key.revoke')
  @Returns({ id: 'revokeApiKey', summary: 'End an API key', errors: ['api-key.not-found'] })
  revoke(@CurrentActor() actor: Actor, @Param('id', { schema: id }) apiKeyId: string): Promise<void> {
    return this.apiKeys.revoke(actor, apiKeyId);
  }
}
