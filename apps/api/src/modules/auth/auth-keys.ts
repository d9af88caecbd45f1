import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { authConfig, type AuthConfig } from './auth.config.js';

/** The keys that come from AUTH_TOKEN_SECRET, one for each purpose. */
@Injectable()
export class AuthKeys {
  /** Signs access tokens: the secret itself, so that other tools can check a token with it. */
  readonly accessToken: KeyObject;
  /** Makes a refresh token's successor. */
  readonly refreshToken: KeyObject;
  /** Hides client addresses in the notes of failed logins. */
  readonly clientAddress: KeyObject;
  /** Signs what lets people into rooms. */
  readonly roomTicket: KeyObject;
  /** Signs the links to the files of rooms' maps. */
  readonly mapLink: KeyObject;

  constructor(@Inject(authConfig.token) { AUTH_TOKEN_SECRET: secret }: AuthConfig) {
    this.accessToken = createSecretKey(Buffer.from(secret));
    this.refreshToken = derived(secret, 'refresh token');
    this.clientAddress = derived(secret, 'client address');
    this.roomTicket = derived(secret, 'room ticket');
    this.mapLink = derived(secret, 'map link');
  }
}

const derived = (secret: string, purpose: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `virtualcafe ${purpose}`, 32)));
