import { Module } from '@nestjs/common';
import { PasswordsModule } from '../../platform/passwords/passwords.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { TransactionLogModule } from '../transaction-log/transaction-log.module.js';
import { UserAccountsService } from './user-accounts.service.js';
import { UsersController } from './users.controller.js';
import { UsersRepository } from './users.repository.js';
import { UsersService } from './users.service.js';

@Module({
  imports: [PasswordsModule, SessionsModule, TransactionLogModule],
  controllers: [UsersController],
  providers: [UsersService, UserAccountsService, UsersRepository],
  exports: [UsersService, UserAccountsService],
})
export class UsersModule {}
