import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension, ApiSecurity } from '@nestjs/swagger';
import { type Action, actions } from '@virtualcafe/contracts';

export type AccessRule =
  | { readonly kind: 'public'; readonly recognizesUsers: boolean }
  | { readonly kind: 'requires'; readonly action: Action };

const accessMetadata = 'virtualcafe:access';

/** Anyone may call this, signed in or not; `recognizesUsers`: an access token, where one is sent, must be good and says who calls. */
export const Public = ({ recognizesUsers = false } = {}) =>
  applyDecorators(
    SetMetadata(accessMetadata, { kind: 'public', recognizesUsers } satisfies AccessRule),
    ApiExtension('x-access', 'public'),
    ...(recognizesUsers ? [ApiBearerAuth()] : []),
  );

/** Only who may attempt `action` (contracts, access.ts) may call this. */
export function Requires(action: Action) {
  const rule = actions[action];
  return applyDecorators(
    SetMetadata(accessMetadata, { kind: 'requires', action } satisfies AccessRule),
    ApiExtension('x-access', action),
    ApiBearerAuth(),
    ...('scope' in rule ? [ApiSecurity('apiKey')] : []),
  );
}

/** The rule a handler declares; undefined where it declares none (and is therefore closed). */
export const accessRuleOf = (handler: object): AccessRule | undefined =>
  Reflect.getMetadata(accessMetadata, handler) as AccessRule | undefined;
