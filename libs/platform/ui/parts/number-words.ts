import { Pipe, type PipeTransform } from '@angular/core';
import { formatNumber } from '../formats';

/** A whole number with its thousands apart, `12,345`; nothing where there is none. */
@Pipe({ name: 'stNumber' })
export class NumberWords implements PipeTransform {
  transform(many: number | null | undefined): string {
    return many === null || many === undefined ? '' : formatNumber(many);
  }
}
