import { Body, Controller, Get, Post, UseGuards, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Account,
  account,
  type ChangePasswordRequest,
  changePasswordRequest,
  type LoginRequest,
  loginRequest,
  session,
  type SignupRequest,
  signupRequest,
} from '@virtualcafe/contracts';
import { type Actor, asUser, CurrentActor } from '../../access/actor.js';
import { Public, Requires } from '../../access/requires.decorator.js';
import { Limited } from '../../platform/http/route-config.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { AuthService } from './auth.service.js';
import { type Client, CurrentClient } from './client.decorator.js';
import type { EndedSession, IssuedSession } from './issued-session.js';
import { RefreshCookieInterceptor } from './refresh-cookie.interceptor.js';
import { RefreshCookieValue } from './refresh-cookie.js';
import { SameOriginGuard } from './same-origin.guard.js';

@ApiTags('auth')
@Controller('api/v1/auth')
@UseGuards(SameOriginGuard)
@UseInterceptors(RefreshCookieInterceptor)
export class AuthController {
  constructor(private readonly auth: AuthService) {}

  @Post('signup')
  @Public()
  @Limited('credentials')
  @Returns({
    id: 'signUp',
    summary: 'Make an account and log in',
    schema: session,
    status: 201,
    errors: [
      'user.login-id-taken',
      'user.nickname-taken',
      'user.email-taken',
      'auth.password-too-common',
      'auth.password-holds-login-id',
    ],
  })
  signUp(
    @CurrentClient() client: Client,
    @Body({ schema: signupRequest }) request: SignupRequest,
  ): Promise<IssuedSession> {
    return this.auth.signUp(client, request);
  }

  @Post('login')
  @Public()
  @Limited('credentials')
  @Returns({
    id: 'logIn',
    summary: 'Log in',
    schema: session,
    errors: ['auth.invalid-credentials', 'auth.too-many-attempts', 'auth.banned'],
  })
  logIn(
    @CurrentClient() client: Client,
    @Body({ schema: loginRequest }) request: LoginRequest,
  ): Promise<IssuedSession> {
    return this.auth.logIn(client, request);
  }

  // Counted among the reads: every page load asks, and nobody guesses 256 bits.
  @Post('refresh')
  @Public()
  @Limited('read')
  @Returns({
    id: 'refreshSession',
    summary: "A new access token for the refresh cookie's session",
    schema: session,
    errors: ['auth.refresh-invalid', 'auth.refresh-reused', 'auth.banned'],
  })
  refresh(@RefreshCookieValue() token: string | undefined): Promise<IssuedSession> {
    return this.auth.refresh(token);
  }

  @Post('logout')
  @Public()
  @Returns({ id: 'logOut', summary: "End the refresh cookie's session" })
  logOut(@RefreshCookieValue() token: string | undefined): Promise<EndedSession> {
    return this.auth.logOut(token);
  }

  @Get('me')
  @Requires('account.read')
  @Returns({ id: 'getAccount', summary: 'The signed-in user', schema: account })
  me(@CurrentActor() actor: Actor): Promise<Account> {
    return this.auth.account(asUser(actor));
  }

  @Post('password')
  @Requires('account.change-password')
  @Limited('credentials')
  @Returns({
    id: 'changePassword',
    summary: 'Change the password and end all other sessions',
    schema: session,
    errors: [
      'auth.wrong-password',
      'auth.password-too-common',
      'auth.password-holds-login-id',
      'auth.too-many-attempts',
      'auth.banned',
    ],
  })
  changePassword(
    @CurrentActor() actor: Actor,
    @CurrentClient() client: Client,
    @Body({ schema: changePasswordRequest }) request: ChangePasswordRequest,
  ): Promise<IssuedSession> {
    return this.auth.changePassword(asUser(actor), client, request);
  }
}
