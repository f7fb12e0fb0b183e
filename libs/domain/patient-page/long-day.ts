import type { Day } from '../calendar';
import { dayWords } from '../estimate/estimate-document';
import { estimateTexts } from '../estimate/estimate-texts';
import type { EstimateLanguage } from '../estimate/language';

const weekdays: Readonly<Record<EstimateLanguage, readonly string[]>> = {
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
  es: 'lunes martes miércoles jueves viernes sábado domingo'.split(' '),
};

/** `Thursday, December 17, 2026`: a last day is put into a calendar, and the weekday shows a slip. */
export function longDay(day: Day, language: EstimateLanguage): string {
  const { dayOfWeek } = Temporal.PlainDate.from(day);
  return `${weekdays[language][dayOfWeek - 1]}, ${dayWords(day, estimateTexts[language])}`;
}
