import { z } from 'zod';
import { userType } from './access.js';
import { id, instant } from './identifiers.js';
import { line } from './text.js';

export const loginId = z
  .string()
  .min(3)
  .max(20)
  .regex(/^[A-Za-z0-9_-]+$/, 'letters, digits, _ and -');

export const nickname = line(2, 20);

export const email = z.email().max(254).toLowerCase();

/** 10 to 128 characters; the server also refuses common ones and the login id itself. */
export const newPassword = z
  .string()
  .min(10)
  .max(128)
  .refine((value) => value.isWellFormed() && !value.includes('\u0000'), 'has characters that are not allowed');

/** What is typed into a login form: bounded, otherwise unjudged, so that the answer says nothing about the rules. */
const typedPassword = z.string().min(1).max(128);

export const signupRequest = z
  .strictObject({ loginId, password: newPassword, nickname, email })
  .meta({ id: 'SignupRequest' });

export const loginRequest = z
  .strictObject({ loginId: line(1, 20), password: typedPassword })
  .meta({ id: 'LoginRequest' });

export const changePasswordRequest = z
  .strictObject({ currentPassword: typedPassword, newPassword })
  .meta({ id: 'ChangePasswordRequest' });

/** The signed-in user as they see themselves; `abilities` are actions their type may attempt. */
export const account = z
  .object({
    id,
    loginId: z.string().nullable(),
    nickname: z.string(),
    email: z.string().nullable(),
    userType,
    abilities: z.array(z.string()),
    createdAt: instant,
  })
  .meta({ id: 'Account' });

/** An access token for `Authorization: Bearer`, good for `expiresInSeconds`; the refresh token is only in the cookie. */
export const session = z
  .object({ accessToken: z.string(), expiresInSeconds: z.int(), account })
  .meta({ id: 'Session' });

export type SignupRequest = z.infer<typeof signupRequest>;
export type LoginRequest = z.infer<typeof loginRequest>;
export type ChangePasswordRequest = z.infer<typeof changePasswordRequest>;
export type Account = z.infer<typeof account>;
export type Session = z.infer<typeof session>;
