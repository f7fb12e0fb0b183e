/* The buttons of moves. They have a door of their own, so that the menus they open are no part of the first transfer. */
export { CaseMoves } from './case-moves';
export { MoveButtons } from './case-page/move-buttons';
export { findingForm } from './case-page/finding-form';
