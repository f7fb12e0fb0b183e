import { dayInWords } from '../calendar';
import { FactName, factDefinition } from './facts';
import type { AnyFactValue } from './fact-values';

/**
 * A value beside its fact's label: “Yes”, “6 of 10”, “30°”, “Burn”, “M24.541, L90.5”, “none”, “3 March 2026”. The label
 * is `factDefinition(name).words`.
 */
export function factValueWords(name: FactName, value: AnyFactValue): string {
  const definition = factDefinition(name);
  switch (definition.kind) {
    case 'yes_no':
      return value === true ? 'Yes' : 'No';
    case 'number':
      return /^[°%]/.test(definition.unit)
        ? `${String(value)}${definition.unit}`
        : `${String(value)} ${value === 1 ? definition.unit.replace(/s$/, '') : definition.unit}`;
    case 'one_of':
      return definition.options[String(value)] ?? String(value);
    case 'day':
      return dayInWords(String(value));
    case 'codes': {
      const codes = typeof value === 'object' ? value : [];
      return codes.length === 0 ? 'none' : codes.map((code) => definition.options?.[code] ?? code).join(', ');
    }
  }
}
