import { SetMetadata } from '@nestjs/common';
import { Role } from '@stipple/domain';

/** Who may call an endpoint. An endpoint that says nothing is closed to everyone. */
export type Access =
  | { readonly to: 'anyone' }
  | { readonly to: 'signed-in'; readonly evenWhenLocked: boolean }
  | { readonly to: 'roles'; readonly roles: readonly Role[] };

export const accessKey = 'stipple:access';

export const passiveKey = 'stipple:passive';

/** What the page does by itself: calling it does not keep an idle sign-in awake. */
export const Passive = () => SetMetadata(passiveKey, true);

/** For these roles only. */
export const Allow = (...roles: readonly [Role, ...Role[]]) =>
  SetMetadata(accessKey, { to: 'roles', roles } satisfies Access);
/** For whoever is signed in, whatever their role. */
export const AllowSignedIn = (options: { evenWhenLocked?: boolean } = {}) =>
  SetMetadata(accessKey, {
    to: 'signed-in',
    evenWhenLocked: options.evenWhenLocked ?? false,
  } satisfies Access);
/** For anyone at all: sign-in and health only. */
export const AllowAnyone = () => SetMetadata(accessKey, { to: 'anyone' } satisfies Access);
