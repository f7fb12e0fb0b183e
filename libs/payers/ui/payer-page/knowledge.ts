import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { PayerProfileView } from '@stipple/contracts';
import {
  appealWindows,
  channelUseWords,
  channelWords,
  clockWords,
  payerClockWords,
  payerClocks,
  payerZoneWords,
  planTypeWords,
} from '@stipple/domain';
import { Chip, joined } from '@stipple/ui';

/** Lines of business, where to send, how long each side has: each clock with the source that says so. */
@Component({
  selector: 'st-payer-knowledge',
  imports: [Chip],
  template: `
    @let known = this.profile();
    <section aria-labelledby="channels">
      <h3 id="channels">Where to send</h3>
      <ul class="channels">
        @for (one of channels(); track $index) {
          <li>
            <span class="st-muted">{{ one.for }}</span>
            <span class="address"
              ><b>{{ one.address }}</b
              ><span class="st-muted">{{ one.by }}</span></span
            >
          </li>
        } @empty {
          <li class="st-muted">No address is written down yet.</li>
        }
      </ul>
    </section>
    <section aria-labelledby="place">
      <h3 id="place">Whose law, whose days</h3>
      <p [class.st-muted]="!place()">
        {{ place() || 'Not known: no state’s rule is applied, and its days are taken to be ours.' }}
      </p>
    </section>
    <section aria-labelledby="peer">
      <h3 id="peer">Peer-to-peer call</h3>
      @if (peer(); as peer) {
        <p>
          Within <b>{{ peer.words }}</b>{{ peer.number }}.
          <span class="st-muted st-small">{{ peer.source }}. It does not stop the clock of an appeal.</span>
        </p>
      } @else {
        <p class="st-muted">Not known.</p>
      }
    </section>
    @for (line of lines(); track line.words) {
      <section>
        <h3>{{ line.words }}</h3>
        @if (line.clocks.length > 0) {
          <div class="frame" tabindex="0" role="region" [attr.aria-label]="'Clocks: ' + line.words">
            <table>
              <thead>
                <tr>
                  <th>Clock</th>
                  <th>How long</th>
                  <th>Source</th>
                </tr>
              </thead>
              <tbody>
                @for (clock of line.clocks; track clock.name) {
                  <tr>
                    <td>
                      {{ clock.name }}
                      @if (clock.window) {
                        <st-chip tone="warn" icon="clock">appeal window</st-chip>
                      }
                    </td>
                    <td>{{ clock.words }}</td>
                    <td class="st-muted">{{ clock.source }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        } @else {
          <p class="st-muted">No clocks are written down: unknown, never guessed.</p>
        }
      </section>
    }
    @if (known.note) {
      <section>
        <h3>Note</h3>
        <p class="note">{{ known.note }}</p>
      </section>
    }
  `,
  styleUrl: './knowledge.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PayerKnowledge {
  readonly profile = input.required<PayerProfileView>();
  protected readonly channels = computed(() =>
    this.profile().channels.map(({ channel, usedFor, address, note }) => ({
      for: channelUseWords[usedFor],
      address,
      by: [channelWords[channel], note].filter(Boolean).join(', '),
    })),
  );
  protected readonly place = computed(() => {
    const { state, timeZone } = this.profile();
    return joined(state && `Law of ${state}`, timeZone && payerZoneWords[timeZone]);
  });
  protected readonly peer = computed(() => {
    const peer = this.profile().peerToPeer;
    return peer && { ...peer, words: clockWords(peer), number: peer.number ? `, at ${peer.number}` : '' };
  });
  protected readonly lines = computed(() => {
    const { lines, clocks } = this.profile();
    return lines.map((line) => ({
      words: planTypeWords[line],
      clocks: payerClocks.flatMap((clock) =>
        clocks
          .filter((one) => one.lineOfBusiness === line && one.clock === clock)
          .map((one) => ({
            name: payerClockWords[clock],
            window: appealWindows.includes(clock),
            words: clockWords(one),
            source: one.source,
          })),
      ),
    }));
  });
}
