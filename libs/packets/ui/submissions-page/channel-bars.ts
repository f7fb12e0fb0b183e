import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { type SentBy, type SubmissionCounts } from '@stipple/contracts';
import { channelWords, channels } from '@stipple/domain';
import { NumberWords } from '@stipple/ui';

/** How much went out by which channel: words, a number, and a bar beside them. Pressing one shows only that channel. */
@Component({
  selector: 'st-channel-bars',
  imports: [NumberWords],
  template: `
    <ul>
      @for (bar of bars(); track bar.channel) {
        <li>
          <button
            type="button"
            [attr.aria-pressed]="bar.channel === chosen()"
            (click)="choose.emit(bar.channel === chosen() ? null : bar.channel)"
          >
            <span>{{ bar.words }}</span>
            <b>{{ bar.count | stNumber }}</b>
            <i aria-hidden="true"><i [style.inline-size.%]="bar.share"></i></i>
          </button>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
      gap: var(--st-1) var(--st-4);
      padding: var(--st-2);
      list-style: none;
    }
    button {
      display: grid;
      grid-template-columns: 6.5rem 3.5rem minmax(0, 1fr);
      align-items: center;
      gap: var(--st-2);
      width: 100%;
      min-height: 2.25rem;
      padding: 0 var(--st-2);
      border: 1px solid transparent;
      border-radius: var(--st-radius);
      background: none;
      color: var(--st-ink);
      text-align: start;
      cursor: pointer;
    }
    button:hover {
      background: var(--st-surface-sunken);
    }
    button[aria-pressed='true'] {
      border-color: var(--st-accent);
      background: var(--st-accent-soft);
      color: var(--st-accent);
    }
    b {
      text-align: end;
      font-variant-numeric: tabular-nums;
    }
    i {
      display: block;
      height: 0.6rem;
      border-radius: 3px;
      background: var(--st-surface-sunken);
    }
    i i {
      background: var(--st-accent);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChannelBars {
  readonly counts = input.required<SubmissionCounts>();
  readonly chosen = input<string>();
  readonly choose = output<SentBy | null>();
  protected readonly bars = computed(() => {
    const counts = this.counts().channels;
    const most = Math.max(1, ...Object.values(counts));
    const bar = (channel: SentBy, words: string) => ({
      channel,
      words,
      count: counts[channel],
      share: (100 * counts[channel]) / most,
    });
    const known = channels.map((channel) => bar(channel, channelWords[channel]));
    // Nothing to tell where every sending names its channel.
    return counts.none > 0 || this.chosen() === 'none' ? [...known, bar('none', 'Not recorded')] : known;
  });
}
