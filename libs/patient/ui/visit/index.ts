/* What the patient's pages share. It has a door of its own, so that nothing of it comes along with the routes. */
export * from './case-standing';
export * from './visit';
export * from './visit-page';
