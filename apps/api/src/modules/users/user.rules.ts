import type { UpdateUserRequest, UserType } from '@virtualcafe/contracts';

/** What a login id is looked up by: upper and lower case are one. */
export const loginIdKeyOf = (loginId: string): string => loginId.toLowerCase();

interface Standing {
  readonly userType: UserType;
  readonly isDisabled: boolean;
}

const isEnabledAdmin = ({ userType, isDisabled }: Standing): boolean => userType === 'ADMIN' && !isDisabled;

/** The standing after `changes`, and whether anything differs. */
export function standingAfter(
  before: Standing,
  changes: UpdateUserRequest,
): Standing & { readonly isChanged: boolean } {
  const userType = changes.userType ?? before.userType;
  const isDisabled = changes.isDisabled ?? before.isDisabled;
  return { userType, isDisabled, isChanged: userType !== before.userType || isDisabled !== before.isDisabled };
}

/** Whether the change would take the last administrator who can log in; `enabledAdminIds` are all there are now. */
export function takesLastAdmin(
  userId: string,
  before: Standing,
  after: Standing,
  enabledAdminIds: readonly string[],
): boolean {
  return isEnabledAdmin(before) && !isEnabledAdmin(after) && enabledAdminIds.every((id) => id === userId);
}
