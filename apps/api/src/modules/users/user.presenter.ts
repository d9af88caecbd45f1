import { type ManagedUser, type UserFigures, type UserType, userTypes } from '@virtualcafe/contracts';
import type { TypeCount, UserRecord } from './users.repository.js';

export const presentManagedUser = (user: UserRecord): ManagedUser => ({
  id: user.id,
  loginId: user.loginId,
  nickname: user.nickname,
  name: user.name,
  email: user.email,
  loginType: user.loginType,
  userType: user.userType,
  isDisabled: user.isDisabled,
  lastLoginAt: user.lastLoginAt?.toISOString() ?? null,
  createdAt: user.createdAt.toISOString(),
  updatedAt: user.updatedAt.toISOString(),
});

export function presentFigures(counts: readonly TypeCount[]): UserFigures {
  const totalOf = (type: UserType): number => counts.find(({ userType }) => userType === type)?.total ?? 0;
  const sum = (field: 'total' | 'sinceToday' | 'sinceWeek'): number =>
    counts.reduce((total, count) => total + count[field], 0);
  return {
    total: sum('total'),
    byType: Object.fromEntries(userTypes.map((type) => [type, totalOf(type)])) as Record<UserType, number>,
    newToday: sum('sinceToday'),
    newInLast7Days: sum('sinceWeek'),
  };
}
