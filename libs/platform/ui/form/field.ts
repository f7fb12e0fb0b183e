import type { Day, DocumentKind, Place } from '@stipple/domain';
import type { Signal } from '@angular/core';
import type { Finding } from './findings';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** A price of the clinic's list, as a line of a form can take it. */
export interface PriceOffer {
  readonly words: string;
  readonly unitCents: number;
}

export type Values = Record<string, unknown>;

interface Common {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** May stay empty. Everything else must be filled in. */
  readonly optional?: boolean;
  /** Needed in the end, but what there is may be stored without it: `findings` say that it is missing. */
  readonly later?: boolean;
  /** Takes half the width where there is room. */
  readonly half?: boolean;
  /** Shown, and asked for, only then. */
  readonly when?: (values: Values) => boolean;
  /** What there is to say about what stands in it, while the form is filled in. */
  readonly findings?: (values: Values) => readonly Finding[];
}

/** One question of a form. Forms are lists of these, so that all of them look, read and fail alike. */
export type Field = Common &
  (
    | {
        readonly kind: 'text' | 'email' | 'password' | 'date' | 'datetime' | 'time';
        readonly autocomplete?: string;
        readonly suggestions?: readonly Option[];
      }
    | { readonly kind: 'area'; readonly rows?: number }
    | {
        readonly kind: 'number';
        readonly min?: number;
        readonly max?: number;
        readonly step?: number;
        readonly unit?: string;
      }
    | {
        readonly kind: 'choice' | 'choices';
        readonly options: readonly Option[] | Signal<readonly Option[]>;
      }
    | {
        readonly kind: 'radio';
        readonly options: readonly Option[] | Signal<readonly Option[]>;
        /** Side by side. Where the values are numbers, their digits answer and go on to the next such question. */
        readonly row?: boolean;
      }
    | { readonly kind: 'check' }
    | { readonly kind: 'codes'; readonly suggestions: readonly Option[]; readonly add: string }
    | {
        readonly kind: 'diagnoses';
        readonly add: string;
        /** The planned day of service. */
        readonly on: Day;
        /** Where the scar is, as far as the form knows. */
        readonly place: (values: Values) => Place | null;
      }
    | { readonly kind: 'file'; readonly accept: string }
    | { readonly kind: 'lines' }
    | {
        readonly kind: 'prices';
        /** The clinic's own prices: a line that is called so takes its price along. */
        readonly offers?: readonly PriceOffer[];
      }
    | {
        readonly kind: 'document';
        readonly documentKind: DocumentKind;
        readonly caseId: string;
        readonly existing: readonly Option[];
      }
  );

/** What a form opens with where nothing else is said: the empty value of each kind. */
export function emptyValue(field: Field): unknown {
  switch (field.kind) {
    case 'check':
      return false;
    case 'choices':
    case 'codes':
    case 'diagnoses':
      return [];
    case 'lines':
      return [{ procedureCode: '', units: 1 }];
    case 'prices':
      return [{ description: '', quantity: 1, unitCents: 0 }];
    case 'number':
    case 'file':
      return null;
    default:
      return '';
  }
}

export function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** The values as the API takes them: empty optional fields are left out. */
export function filled(values: Values, fields: readonly Field[]): Values {
  const shown = fields.filter((field) => field.when?.(values) ?? true);
  return Object.fromEntries(
    shown.flatMap((field) => {
      const value = values[field.name];
      return (field.optional || field.later) && isEmpty(value) && field.kind !== 'check'
        ? []
        : [[field.name, value]];
    }),
  );
}
