import { ChangeDetectionStrategy, Component, model } from '@angular/core';
import { type EditedProfile, blankPeer } from './edited-profile';
import { number, profileWords, typed } from './profile-words';

type EditedPeer = NonNullable<EditedProfile['peer']>;

/** How long a physician may ask for a call with the medical director. */
@Component({
  selector: 'st-peer-line',
  templateUrl: './peer-line.html',
  styleUrl: './lines.css',
  styles: `
    :host {
      --columns: 5rem 12rem minmax(0, 3fr) 10rem minmax(0, 3fr);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeerLine {
  readonly peer = model.required<EditedPeer | null>();
  protected readonly words = profileWords;
  protected readonly typed = typed;
  protected readonly number = number;

  protected put(part: Partial<EditedPeer>): void {
    this.peer.update((peer) => ({ ...(peer ?? blankPeer), ...part }));
  }
}
