import { ChangeDetectionStrategy, Component, model } from '@angular/core';
import { Icon } from '@stipple/ui';
import type { EditedProfile } from './edited-profile';
import { changed, profileWords, typed } from './profile-words';

type EditedChannel = EditedProfile['channels'][number];

/** Where to send what. */
@Component({
  selector: 'st-channel-lines',
  imports: [Icon],
  templateUrl: './channel-lines.html',
  styleUrl: './lines.css',
  styles: `
    :host {
      --columns: 10rem 10rem minmax(0, 3fr) minmax(0, 2fr);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChannelLines {
  readonly rows = model.required<EditedProfile['channels']>();
  protected readonly words = profileWords;
  protected readonly typed = typed;

  /** Null takes the line out. */
  protected put(at: number, part: Partial<EditedChannel> | null): void {
    this.rows.update((rows) => changed(rows, at, part));
  }
}
