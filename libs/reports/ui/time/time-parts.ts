import { formatNumber } from '@stipple/domain';

/** Whose time it was, in seconds. */
export interface SplitTime {
  readonly payer: number;
  readonly clinic: number;
}

export interface SplitDays {
  readonly whole: string;
  readonly payer: string;
  readonly clinic: string;
}

const day = 86_400;
const fromWhichWhole = 100;

/**
 * Both sides and their sum in days, so that what is read adds up. Each rounded for itself they need not (0.25 and 0.25 are
 * 0.3 and 0.3, and 0.5 together): the sum is rounded, the larger side after it, and the other is what is left. So each is
 * within one unit of its last place of the true one. From a hundred days on, tenths say nothing more and are left out.
 */
export function splitDays({ payer, clinic }: SplitTime): SplitDays {
  const whole = payer + clinic;
  const places = whole >= fromWhichWhole * day ? 0 : 1;
  const units = (seconds: number) => Math.round((seconds / day) * 10 ** places);
  const larger = units(Math.max(payer, clinic));
  const smaller = units(whole) - larger;
  const said = (count: number) =>
    (count / 10 ** places).toLocaleString('en-US', {
      minimumFractionDigits: places,
      maximumFractionDigits: places,
    });
  const [ofPayer, ofClinic] = payer >= clinic ? [larger, smaller] : [smaller, larger];
  return { whole: said(units(whole)), payer: said(ofPayer), clinic: said(ofClinic) };
}

/** The sum in one sentence: “1,204 days = 633 with payers + 571 with us”. */
export function splitSentence(time: SplitTime): string {
  const { whole, payer, clinic } = splitDays(time);
  return `${whole} days = ${payer} with payers + ${clinic} with us`;
}

/** To the second, where nothing is rounded at all: `633 d 02:10:05`. */
export function exactTime(seconds: number): string {
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  const left = seconds % day;
  const clock = [left / 3600, (left % 3600) / 60, left % 60].map(two).join(':');
  return `${formatNumber(Math.floor(seconds / day))} d ${clock}`;
}

export function exactSentence({ payer, clinic }: SplitTime): string {
  return `To the second: ${exactTime(payer + clinic)} = ${exactTime(payer)} + ${exactTime(clinic)}.`;
}

const percent = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 0 });

/** How much of a time that was the payers’; a dash where no time passed. */
export function payerShare({ payer, clinic }: SplitTime): string {
  return payer + clinic === 0 ? '–' : percent.format(payer / (payer + clinic));
}
