import { Injectable, computed, inject, signal } from '@angular/core';
import { ConsentGiver, ConsentUse, PhotoView } from '@stipple/domain';
import { Api, ApiProblem, Toasts, count } from '@stipple/ui';

/** A file that was chosen and is not in the case yet. */
export interface ChosenPhoto {
  readonly key: number;
  readonly file: File;
  /** Where the browser shows it from. */
  readonly url: string;
  readonly takenOn: string;
  readonly view: PhotoView;
  readonly showsScale: boolean;
  /** Part that has been sent, 0 to 1; null while it waits. */
  readonly sent: number | null;
  readonly refused: string | null;
}

/** Who allowed the use of all that are added together. */
export interface Consent {
  readonly uses: readonly ConsentUse[];
  readonly by: ConsentGiver;
  readonly name: string;
  readonly on: string;
}

let keys = 0;

/** Photographs on their way into a case: each is sent by itself, and one that is refused keeps none of the others. */
@Injectable()
export class ChosenPhotos {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly all = signal<readonly ChosenPhoto[]>([]);
  readonly list = this.all.asReadonly();
  readonly busy = signal(false);
  readonly waiting = computed(() => this.all().filter(({ refused }) => refused === null).length);

  /** A camera writes its files when it takes them, so that a file's day is the likely one. The view goes on as last chosen. */
  take(files: Iterable<File>, today: string): void {
    const last = this.all().at(-1);
    const chosen = [...files].map((file): ChosenPhoto => {
      const day = localDay(file.lastModified);
      return {
        key: keys++,
        file,
        url: URL.createObjectURL(file),
        takenOn: day > today ? today : day,
        view: last?.view ?? 'front',
        showsScale: last?.showsScale ?? false,
        sent: null,
        refused: null,
      };
    });
    this.all.update((list) => [...list, ...chosen]);
  }

  change(key: number, change: Partial<ChosenPhoto>): void {
    this.all.update((list) => list.map((one) => (one.key === key ? { ...one, ...change } : one)));
  }

  drop(key: number): void {
    const gone = this.all().find((one) => one.key === key);
    if (gone) URL.revokeObjectURL(gone.url);
    this.all.update((list) => list.filter((one) => one.key !== key));
  }

  clear(): void {
    for (const { key } of this.all()) this.drop(key);
  }

  async send(caseId: string, consent: Consent): Promise<void> {
    this.busy.set(true);
    let added = 0;
    for (const { key } of this.all()) {
      const photo = this.all().find((one) => one.key === key);
      if (photo && (await this.sendOne(caseId, consent, photo))) added++;
    }
    this.busy.set(false);
    if (added > 0) this.toasts.say(`${count(added, 'photograph')} added`);
  }

  private async sendOne(caseId: string, consent: Consent, photo: ChosenPhoto): Promise<boolean> {
    const { key, file, takenOn, view, showsScale } = photo;
    this.change(key, { sent: 0, refused: null });
    const given = consent.uses.length > 0;
    const fields = {
      takenOn,
      view,
      showsScale: showsScale ? 'yes' : 'no',
      consentUses: consent.uses.join(','),
      consentBy: given ? consent.by : '',
      consentName: given && consent.by === 'guardian' ? consent.name : '',
      consentOn: given ? consent.on : '',
    };
    try {
      await this.api.upload(`/api/cases/${caseId}/photos`, fields, [file], (sent) =>
        this.change(key, { sent }),
      );
      this.drop(key);
      return true;
    } catch (error) {
      this.change(key, { sent: null, refused: ApiProblem.from(error).message });
      return false;
    }
  }
}

function localDay(milliseconds: number): string {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds)
    .toZonedDateTimeISO(Temporal.Now.timeZoneId())
    .toPlainDate()
    .toString();
}
