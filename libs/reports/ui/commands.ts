/* Every command of these pages, without a line of the pages: what lists commands needs nothing else. */
export { denialsCommands } from './denials-page/denials-commands';
export { standingCommands } from './standing/page/standing-commands';
export { moneyCommands } from './time-and-money-page/money-commands';
