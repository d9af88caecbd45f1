import { Module } from '@nestjs/common';
import { TransactionLogModule } from '../transaction-log/transaction-log.module.js';
import { PlayersService } from './players.service.js';
import { ProxyLinksService } from './proxy-links.service.js';
import { ProxyUsersController } from './proxy-users.controller.js';
import { ProxyUsersRepository } from './proxy-users.repository.js';
import { ProxyUsersService } from './proxy-users.service.js';

@Module({
  imports: [TransactionLogModule],
  controllers: [ProxyUsersController],
  providers: [ProxyUsersService, ProxyLinksService, PlayersService, ProxyUsersRepository],
  exports: [PlayersService],
})
export class ProxyUsersModule {}
