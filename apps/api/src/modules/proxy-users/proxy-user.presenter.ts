import type { ManagedProxyUser, ProxyUser } from '@virtualcafe/contracts';
import type { ManagedProxyUserRecord, ProxyUserRecord } from './proxy-users.repository.js';

export const presentProxyUser = (
  player: Pick<ProxyUserRecord, 'id' | 'type' | 'memberId' | 'displayName' | 'linkedAt'>,
): ProxyUser => ({
  id: player.id,
  type: player.type,
  memberId: player.memberId,
  displayName: player.displayName,
  linkedAt: player.linkedAt?.toISOString() ?? null,
});

export const presentManagedProxyUser = (player: ManagedProxyUserRecord): ManagedProxyUser => ({
  ...presentProxyUser(player),
  isDisabled: player.isDisabled,
  user: player.user === null ? null : { id: player.user.id, nickname: player.user.nickname },
  wishCount: player._count.wishlist,
  createdAt: player.createdAt.toISOString(),
  updatedAt: player.updatedAt.toISOString(),
});
