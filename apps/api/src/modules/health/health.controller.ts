import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Liveness, liveness, type Readiness, readiness } from '@virtualcafe/contracts';
import { Public } from '../../access/requires.decorator.js';
import { Limited } from '../../platform/http/route-config.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { HealthService } from './health.service.js';

@ApiTags('health')
@Controller('api/health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get('live')
  @Public()
  @Limited('none')
  @Returns({ id: 'getLiveness', summary: 'Whether the process runs', schema: liveness })
  live(): Liveness {
    return this.health.live();
  }

  @Get('ready')
  @Public()
  @Limited('none')
  @Returns({
    id: 'getReadiness',
    summary: 'Whether every part the service needs answers',
    schema: readiness,
    errors: ['service.not-ready'],
  })
  ready(): Promise<Readiness> {
    return this.health.ready();
  }
}
