import type { ApiScope } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';

// A colon stands for an area in the keys of texts.
const keys = {
  'cafes:read': 'cafesRead',
  'coupons:issue': 'couponsIssue',
  'coupons:redeem': 'couponsRedeem',
  'products:read': 'productsRead',
  'proxy-users:link': 'proxyUsersLink',
  'viewers:read': 'viewersRead',
  'wishes:write': 'wishesWrite',
} as const satisfies Record<ApiScope, string>;

/** What a scope lets a key do, in words. */
export function useScopeText(): (scope: ApiScope) => string {
  const { t } = useTranslation('admin');
  return (scope) => t(`apiKeys.scope.${keys[scope]}`);
}
