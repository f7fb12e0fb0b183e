import type { CodeUnits, PriceLine } from '@stipple/domain';
import { formatCents } from '@stipple/domain';
import { isSignal } from '@angular/core';
import { count, formatDay } from '../formats';
import { Field, Option, isEmpty } from './field';

/** What a field holds, in words: for showing two versions of it side by side. */
export function fieldWords(field: Field, value: unknown): string {
  if (field.kind === 'check') return value === true ? 'Yes' : 'No';
  if (isEmpty(value)) return 'nothing';
  switch (field.kind) {
    case 'choice':
    case 'radio':
      return labelOf(optionsOf(field), value);
    case 'choices':
      return list(value)
        .map((one) => labelOf(optionsOf(field), one))
        .join(', ');
    case 'codes':
    case 'diagnoses':
      return list(value).join(', ');
    case 'lines':
      return (value as readonly CodeUnits[])
        .map((line) => `${line.procedureCode}: ${count(line.units, 'unit')}`)
        .join(', ');
    case 'prices':
      return (value as readonly PriceLine[])
        .map((line) => `${line.description}: ${line.quantity} × ${formatCents(line.unitCents)}`)
        .join(', ');
    case 'document':
      return labelOf(field.existing, value);
    case 'date':
      return formatDay(String(value));
    case 'datetime':
      return `${formatDay(String(value).slice(0, 10))}, ${String(value).slice(11, 16)}`;
    case 'number':
      return field.unit ? `${String(value)} ${field.unit}` : String(value);
    default:
      return String(value);
  }
}

function optionsOf(field: Field): readonly Option[] {
  if (!('options' in field)) return [];
  return isSignal(field.options) ? field.options() : field.options;
}

function labelOf(options: readonly Option[], value: unknown): string {
  return options.find((option) => option.value === value)?.label ?? String(value);
}

const list = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
