import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { JobsRepository } from '../jobs/jobs.repository.js';
import { Metrics } from './metrics.js';

/** What the platform's parts tell: connections to the database, jobs. */
@Injectable()
export class PlatformMetrics {
  constructor(metrics: Metrics, database: Database, jobs: JobsRepository) {
    metrics.add({
      name: 'database_pool_connections',
      help: 'Connections to PostgreSQL at work and at rest, and callers waiting for one',
      labelNames: ['state'],
      read: () => Object.entries(database.poolUse).map(([state, value]) => ({ labels: { state }, value })),
    });
    metrics.add({
      name: 'jobs',
      help: 'Background jobs that wait, run or have failed, of all processes',
      labelNames: ['kind', 'status'],
      read: async () =>
        (await jobs.countsByStatus()).map(({ kind, status, count }) => ({ labels: { kind, status }, value: count })),
    });
    metrics.add({
      name: 'job_due_seconds',
      help: 'How long the next waiting job of a kind has been due',
      labelNames: ['kind'],
      read: async () => (await jobs.delays()).map(({ kind, dueSeconds }) => ({ labels: { kind }, value: dueSeconds })),
    });
  }
}
