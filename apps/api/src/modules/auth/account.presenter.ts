import { abilitiesOf, type Account } from '@virtualcafe/contracts';
import type { UserRecord } from '../users/user-accounts.service.js';

export const presentAccount = (user: UserRecord): Account => ({
  id: user.id,
  loginId: user.loginId,
  nickname: user.nickname,
  email: user.email,
  userType: user.userType,
  abilities: abilitiesOf(user.userType),
  createdAt: user.createdAt.toISOString(),
});
