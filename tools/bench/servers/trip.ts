/** One statement as it went to PostgreSQL. */
export interface Asked {
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** All statements of one request: what went out together stands together, and each group waited for the one before. */
export type Trip = readonly (readonly Asked[])[];

/** What surrounds every question: who asks, for which clinic, as one transaction, entered in the audit trail. */
const around =
  /^(BEGIN|START TRANSACTION|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)|set_config|who_signed_in|append_audit/;

/** The questions themselves, without what surrounds them. */
export const questionsOf = (trip: Trip): Trip =>
  trip.map((group) => group.filter(({ text }) => !around.test(text))).filter((group) => group.length > 0);

/** Whether PostgreSQL was told to keep its plans for this request, which the floor has to know of its bare questions. */
export const keepsPlans = (trip: Trip): boolean =>
  trip.flat().some(({ text }) => text.includes('force_generic_plan'));
