export const roles = ['coordinator', 'physician', 'manager', 'administrator'] as const;
export type Role = (typeof roles)[number];

export const roleWords: Record<Role, string> = {
  coordinator: 'billing coordinator',
  physician: 'physician',
  manager: 'manager',
  administrator: 'administrator',
};

/** Whoever makes a move. A person may hold several roles, as in a clinic owned by its physician. */
export interface Actor {
  readonly staffId: string;
  readonly roles: readonly Role[];
}

export function holds(actor: Actor, allowed: readonly Role[]): boolean {
  return actor.roles.some((role) => allowed.includes(role));
}

/** The least a password must be: long. Composition rules make people write passwords down. */
export const passwordLeast = 12;
