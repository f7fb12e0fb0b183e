import { ChangeDetectionStrategy, Component, ViewEncapsulation, computed, input } from '@angular/core';
import type { IconNode } from 'lucide';
import { icons } from './icons';

export type IconName = keyof typeof icons;

/** A small picture beside a word. It is never the only carrier of a meaning, so screen readers pass over it. */
@Component({
  selector: 'st-icon',
  template: `<svg viewBox="0 0 24 24" aria-hidden="true"><path [attr.d]="outline()" /></svg>`,
  // A list draws hundreds: how they are drawn is said once, for all, and not by each in a dozen attributes.
  encapsulation: ViewEncapsulation.None,
  styles: `
    st-icon {
      display: inline-flex;
      flex: none;
      width: 1.15em;
      height: 1.15em;
    }
    st-icon svg {
      width: 100%;
      height: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: 2;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly outline = computed(() => outlineOf(this.name()));
}

const outlines = new Map<IconName, string>();

/** A list draws the same few pictures hundreds of times. */
function outlineOf(name: IconName): string {
  const known = outlines.get(name) ?? icons[name].map(pathOf).join('');
  outlines.set(name, known);
  return known;
}

/** Every shape as a part of one path, each beginning where it says: no part hangs on where the one before has ended. */
function pathOf([tag, attributes]: IconNode[number]): string {
  const number = (name: string) => Number(attributes[name] ?? 0);
  if (tag === 'path') return String(attributes['d']).replace(/^m/, 'M0 0m');
  if (tag === 'line') return `M${number('x1')} ${number('y1')}L${number('x2')} ${number('y2')}`;
  if (tag === 'circle') {
    const [x, y, r] = [number('cx'), number('cy'), number('r')];
    return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
  }
  if (tag === 'rect') {
    const [x, y, w, h, r] = [number('x'), number('y'), number('width'), number('height'), number('rx')];
    return `M${x + r} ${y}h${w - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${h - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}h${2 * r - w}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - h}a${r} ${r} 0 0 1 ${r} ${-r}z`;
  }
  const points = String(attributes['points'] ?? '')
    .trim()
    .split(/\s+/)
    .join('L');
  return tag === 'polygon' ? `M${points}z` : `M${points}`;
}
