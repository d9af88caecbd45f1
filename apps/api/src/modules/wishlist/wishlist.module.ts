import { Module } from '@nestjs/common';
import { ProxyUsersModule } from '../proxy-users/proxy-users.module.js';
import { TransactionLogModule } from '../transaction-log/transaction-log.module.js';
import { WishesController } from './wishes.controller.js';
import { WishesRepository } from './wishes.repository.js';
import { WishesService } from './wishes.service.js';

@Module({
  imports: [ProxyUsersModule, TransactionLogModule],
  controllers: [WishesController],
  providers: [WishesService, WishesRepository],
})
export class WishlistModule {}
