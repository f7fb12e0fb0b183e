/** Where the case `c` stands, as its patient is told: without the next step, in which the clinic speaks to itself. */
export const toldStandingJson = /* sql */ `json_build_object('stage', c.stage, 'actsNext', c.acts_next, 'dueOn', c.due_on, 'dueFor', c.due_for)`;
