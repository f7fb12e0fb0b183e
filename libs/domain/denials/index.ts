export * from './adjustment-reason';
export * from './adjustment-reasons';
export * from './classes';
export * from './denial';
export * from './denial-findings';
export * from './denial-rate';
export * from './electronic-answers';
export * from './groups';
export * from './listed-code';
export * from './read-denial';
export * from './read-reason';
export * from './remarks';
export * from './reported-reasons';
export * from './review-rejections';
export * from './first-route';
export * from './plan-levels';
export * from './routes-after';
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
export * from './appeal-material';
export {
  type AppealOutline,
  type AppealParagraph,
  type AppealSection,
  appealOutline,
} from './appeal-outline';
export * from './peer-brief';
