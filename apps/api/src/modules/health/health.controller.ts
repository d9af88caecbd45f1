import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Liveness, liveness, type Readiness, readiness } from '@virtualcafe/contracts';
import { Public } from '../../access/requires.decorator.js';
import { ConstantAnswer, Limited } from '../../platform/http/route-config.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { HealthService } from './health.service.js';

const alive: Liveness = { status: 'ok' };

@ApiTags('health')
@Controller('api/health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  // Says nothing of the database or Redis: a process that lives is not to be restarted because they are away.
  @Get('live')
  @Public()
  @ConstantAnswer(alive)
  @Returns({ id: 'getLiveness', summary: 'Whether the process runs', schema: liveness })
  live(): Liveness {
    return alive;
  }

  @Get('ready')
  @Header('cache-control', 'no-store')
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
