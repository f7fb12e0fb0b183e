/*
 * What draws forms. It has a door of its own, because it brings Angular's forms along: what stands in the main door is
 * part of the first transfer as soon as two pages share it.
 */
export * from './changed-notice';
export * from './clash-choices';
export * from './form-fields';
export * from './form-standing';
export * from './form-tree';
