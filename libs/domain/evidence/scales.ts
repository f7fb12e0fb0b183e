import { Refusal, refusal } from '../refusal';
import type { ratedScales } from '../necessity/derive-facts';
import { scaleDefinitions } from './scale-definitions';

export const scaleNames = ['vss', 'posas_observer', 'posas_patient', 'dlqi', 'phq9', 'pain', 'itch'] as const;
export type ScaleName = (typeof scaleNames)[number];

export interface ScaleItem {
  /** Our own short words; what the instrument prints belongs to its publisher. */
  readonly words: string;
  readonly least: number;
  readonly most: number;
  /** Words for the values from the least on, or only for the two ends. */
  readonly values: readonly string[];
}

/** What a total means, from this total on. */
export interface ScaleBand {
  readonly from: number;
  readonly words: string;
}

export interface Scale {
  readonly words: string;
  readonly longWords: string;
  /** Which edition of the instrument; stored with every rating. */
  readonly version: string;
  readonly ratedBy: 'observer' | 'patient';
  /** The fact that its total is. */
  readonly fact: (typeof ratedScales)[number];
  readonly items: readonly ScaleItem[];
  readonly bands: readonly ScaleBand[];
}

export function scaleOf(name: ScaleName): Scale {
  return scaleDefinitions[name];
}

/** The sum of the items. A total is never typed and never taken from anybody. */
export function itemsTotal(items: readonly number[]): number {
  return items.reduce((sum, item) => sum + item, 0);
}

export function totalRange(name: ScaleName): { readonly least: number; readonly most: number } {
  const { items } = scaleOf(name);
  return {
    least: itemsTotal(items.map((item) => item.least)),
    most: itemsTotal(items.map((item) => item.most)),
  };
}

/** What the total means, where the scale has bands: “moderate”. */
export function bandOf(name: ScaleName, total: number): string | null {
  return scaleOf(name).bands.findLast((band) => band.from <= total)?.words ?? null;
}

/** Why these answers are none of this scale: every item that is wrong, by its name. */
export function scaleRefusals(name: ScaleName, items: readonly number[]): readonly Refusal[] {
  const scale = scaleOf(name);
  if (items.length !== scale.items.length) {
    const sentence = `${scale.words} has ${scale.items.length === 1 ? 'one item' : `${scale.items.length} items`}; ${items.length} ${items.length === 1 ? 'is' : 'are'} answered.`;
    return [refusal('items_incomplete', sentence, 'items')];
  }
  return scale.items.flatMap(({ words, least, most }, index) => {
    const value = items[index] ?? Number.NaN;
    if (Number.isInteger(value) && value >= least && value <= most) return [];
    const item = scale.items.length === 1 ? scale.words : `${scale.words}, item ${index + 1} (${words})`;
    const sentence = `${item}: ${String(value)} is outside the scale of ${least} to ${most}.`;
    return [refusal('item_out_of_range', sentence, `items.${index}`)];
  });
}

/** The item of the PHQ-9 that asks for thoughts of death or self-harm, counted from 1. */
export const harmItem = 9;

/** Whether these answers must reach the physician at once, and not only be stored. */
export function callsPhysician(name: ScaleName, items: readonly number[]): boolean {
  return name === 'phq9' && (items[harmItem - 1] ?? 0) > 0;
}
