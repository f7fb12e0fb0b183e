import { isDay } from '../calendar';
import { Refusal, refusal } from '../refusal';
import type { Condition } from './condition';
import { parseCondition } from './parse-condition';
import { isObject, shown } from './parsed';

/** Reads the parts and collects what is wrong with them. What it returns in place of a bad part is never used. */
export class JsonReader {
  readonly refusals: Refusal[] = [];

  say(code: string, sentence: string, field: string): void {
    this.refusals.push(refusal(code, sentence, field));
  }

  object(input: unknown, at: string, keys: readonly string[]): Readonly<Record<string, unknown>> | null {
    if (!isObject(input)) {
      this.say('malformed', `${shown(input)} stands where its parts should.`, at);
      return null;
    }
    for (const key of Object.keys(input).filter((one) => !keys.includes(one)))
      this.say('unknown_key', `${shown(key)} has no meaning here.`, at);
    return input;
  }

  text(input: unknown, at: string, most: number): string {
    if (typeof input === 'string' && input.trim() !== '' && input.length <= most && input.isWellFormed())
      return input;
    this.say('text_wrong', `${shown(input)} is no text of 1 to ${most} characters.`, at);
    return '';
  }

  day(input: unknown, at: string): string {
    if (typeof input === 'string' && isDay(input)) return input;
    this.say('day_wrong', `${shown(input)} is not a day (YYYY-MM-DD).`, at);
    return '';
  }

  oneOf<T extends string>(list: readonly [T, ...T[]], input: unknown, at: string): T {
    const found = list.find((one) => one === input);
    if (found === undefined) this.say('choice_wrong', `${shown(input)} is none of ${list.join(', ')}.`, at);
    return found ?? list[0];
  }

  list(input: unknown, at: string, most: number, least = 0): readonly (readonly [unknown, string])[] {
    if (Array.isArray(input) && input.length >= least && input.length <= most)
      return Array.from(input as readonly unknown[], (one, index) => [one, `${at}.${index}`] as const);
    this.say('list_wrong', `${shown(input)} is no list of ${least} to ${most}.`, at);
    return [];
  }

  condition(input: unknown, at: string): Condition {
    const read = parseCondition(input, at);
    this.refusals.push(...read.refusals);
    return read.value ?? { all: [] };
  }
}
