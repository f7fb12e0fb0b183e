import { Actor, Role } from '@stipple/domain';

/** The signed-in person, in their clinic. Every query and every move happens on behalf of one. */
export interface Principal extends Actor {
  readonly clinicId: string;
  readonly clinicName: string;
  readonly timeZone: string;
  readonly isDemo: boolean;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}
