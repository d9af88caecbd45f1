import { z } from 'zod';
import { userType } from './access.js';
import { id, instant } from './identifiers.js';
import { pageOf, pageQuery } from './pagination.js';
import { line } from './text.js';

export const loginTypes = ['LOCAL', 'KAKAO', 'NAVER', 'GOOGLE', 'APPLE'] as const;
export const loginType = z.enum(loginTypes).meta({ id: 'LoginType' });

/** `q` searches nickname, login id, name and e-mail. */
export const userListQuery = pageQuery.extend({
  q: line(1, 100).optional(),
  userType: userType.optional(),
  isDisabled: z.enum(['true', 'false']).optional(),
});

export const managedUser = z
  .object({
    id,
    loginId: z.string().nullable(),
    nickname: z.string(),
    /** The real name, where it is known: only administrators see it. */
    name: z.string().nullable(),
    email: z.string().nullable(),
    loginType,
    userType,
    isDisabled: z.boolean(),
    lastLoginAt: instant.nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'ManagedUser' });

export const managedUserPage = pageOf(managedUser).meta({ id: 'ManagedUserPage' });

/** Days are KST days; the last seven include today. */
export const userFigures = z
  .object({ total: z.int(), byType: z.record(userType, z.int()), newToday: z.int(), newInLast7Days: z.int() })
  .meta({ id: 'UserFigures' });

export const updateUserRequest = z
  .strictObject({ userType: userType.optional(), isDisabled: z.boolean().optional() })
  .refine((value) => value.userType !== undefined || value.isDisabled !== undefined, 'name something to change')
  .meta({ id: 'UpdateUserRequest' });

export type UserListQuery = z.infer<typeof userListQuery>;
export type ManagedUser = z.infer<typeof managedUser>;
export type UserFigures = z.infer<typeof userFigures>;
export type UpdateUserRequest = z.infer<typeof updateUserRequest>;
