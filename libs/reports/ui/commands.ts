export { denialsCommands } from './denials-page/denials-commands';
export { moneyCommands } from './time-and-money-page/money-commands';
