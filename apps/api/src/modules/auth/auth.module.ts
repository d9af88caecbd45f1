import { Module } from '@nestjs/common';
import { Authenticator } from '../../access/authenticator.js';
import { ApiKeysModule } from '../api-keys/api-keys.module.js';
import { ModerationModule } from '../moderation/moderation.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { UsersModule } from '../users/users.module.js';
import { AccessTokens } from './access-tokens.js';
import { AuthController } from './auth.controller.js';
import { AuthKeys } from './auth-keys.js';
import { AuthService } from './auth.service.js';
import { ExpiredCredentialsJob } from './expired-credentials.job.js';
import { LoginAttemptsRepository } from './login-attempts.repository.js';
import { LoginAttemptsService } from './login-attempts.service.js';
import { RefreshCookie } from './refresh-cookie.js';
import { RefreshTokens } from './refresh-tokens.js';
import { TokenAuthenticator } from './token-authenticator.js';

/** Offers the `Authenticator` that the guard of every route asks. */
@Module({
  imports: [UsersModule, SessionsModule, ApiKeysModule, ModerationModule],
  controllers: [AuthController],
  providers: [
    AuthService,
    AuthKeys,
    AccessTokens,
    RefreshTokens,
    RefreshCookie,
    LoginAttemptsService,
    LoginAttemptsRepository,
    ExpiredCredentialsJob,
    { provide: Authenticator, useClass: TokenAuthenticator },
  ],
  exports: [Authenticator, AuthKeys],
})
export class AuthModule {}
