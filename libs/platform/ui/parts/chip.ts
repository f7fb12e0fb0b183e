import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon, IconName } from './icon';

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'quiet' | 'accent';

/** A state: picture, word and colour, never colour alone. */
@Component({
  selector: 'st-chip',
  imports: [Icon],
  template: `@if (icon(); as name) {
      <st-icon [name]="name" />
    }
    <span><ng-content /></span>`,
  host: { '[attr.data-tone]': 'tone()' },
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      vertical-align: middle;
      gap: 0.35em;
      padding: 0.1em 0.6em;
      border-radius: 999px;
      font-size: var(--st-size-small);
      font-weight: 560;
      line-height: 1.6;
      white-space: nowrap;
      color: var(--st-quiet);
      background: var(--st-quiet-soft);
    }
    :host([data-tone='good']) {
      color: var(--st-good);
      background: var(--st-good-soft);
    }
    :host([data-tone='warn']) {
      color: var(--st-warn);
      background: var(--st-warn-soft);
    }
    :host([data-tone='bad']) {
      color: var(--st-bad);
      background: var(--st-bad-soft);
    }
    :host([data-tone='info']) {
      color: var(--st-info);
      background: var(--st-info-soft);
    }
    :host([data-tone='accent']) {
      color: var(--st-accent);
      background: var(--st-accent-soft);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Chip {
  readonly tone = input<Tone>('quiet');
  readonly icon = input<IconName>();
}
