export { type CaseClock, endOf, lastDayOf, ruleBehind } from './case-clock';
export { clocksOfCase, decisionClock } from './case-clocks';
export { extensionRefusals } from './extension-told';
export { type ClockFacts, type ClockedRequest, zoneOfPayer } from './request-question';
export { clockNamed, kindsFiledWithin, clockOverrideRefusals } from './override';
export { type DecisionBreach, decisionBreach } from './decision-breach';
export { type Filing, fileByOnFor, filingWindow } from './filing-window';
export { type FilingDay, type FilingDayFacts, filingDaysOf } from './filing-days';
