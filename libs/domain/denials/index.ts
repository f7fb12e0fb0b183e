export { type AdjustmentReason, type Avoidable, avoidableWords, avoidables } from './adjustment-reason';
export * from './adjustment-reasons';
export * from './appeal-grounds';
export { unmetCriteria } from './appeal-lines';
export * from './appeal-material';
export {
  type AppealOutline,
  type AppealParagraph,
  type AppealSection,
  appealOutline,
} from './appeal-outline';
export * from './appeal-text';
export * from './asked-findings';
export * from './asked-grounds';
export * from './classes';
export * from './decision-findings';
export * from './denial';
export type { DenialFinding } from './denial-findings';
export * from './electronic-answers';
export type { FirstRoute } from './first-route';
export * from './ground-refusals';
export * from './groups';
export { type ListedCode, type ReadCode, codeListsReadOn, isOffered } from './listed-code';
export * from './peer-brief';
export * from './plan-levels';
export * from './read-denial';
export * from './read-reason';
export * from './remarks';
export * from './reported-reasons';
export * from './review-rejections';
export {
  type ChallengeRoute,
  type Route,
  type RouteAnswer,
  type RouteFacts,
  type RouteKind,
  type RouteWindow,
  type RouteWindows,
  challengeRoutes,
  routeKinds,
  routeWords,
} from './route';
export * from './routes-after';
