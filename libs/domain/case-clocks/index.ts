export { type CaseClock, type CitedRule, endOf, lastDayOf, ruleBehind } from './case-clock';
export { type ClockedCase, clocksOfCase, decisionClock } from './case-clocks';
export { type ClockChange, type KeptClock, type Recomputed, recomputed } from './recomputed';
export { extensionRefusals } from './extension-told';
export { type ClockFacts, type ClockedRequest, zoneOfPayer } from './request-question';
export { clockNamed, kindsFiledWithin, clockOverrideRefusals } from './override';
export { type DecisionBreach, decisionBreach, decisionTiming } from './decision-breach';
export { type Filing, fileByOnFor, filingWindow } from './filing-window';
export { type FilingDay, type FilingDayFacts, filingDaysOf } from './filing-days';
