import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { Api, ApiProblem, FormOpener, MoveForm, ProblemBanner, Toasts, formatDateTime } from '@stipple/ui';

/** What became of a link, as far as the clinic may know. */
export interface MadeLink {
  readonly madeAt: string;
  readonly by: string;
  readonly expiresAt: string;
  readonly openedAt: string | null;
  readonly endedAt: string | null;
  readonly locked: boolean;
}

/** “…: opened 1 Dec 2026”, in one line. */
export function linkStanding(link: MadeLink, timeZone: string): string {
  const at = (instant: string) => formatDateTime(instant, timeZone);
  const was = `Link for the patient by ${link.by}, ${at(link.madeAt)}`;
  if (link.openedAt !== null) return `${was}: opened ${at(link.openedAt)}`;
  if (link.endedAt !== null) return `${was}: taken back ${at(link.endedAt)}`;
  if (link.locked) return `${was}: locked after five wrong dates of birth`;
  return `${was}: not opened yet, works until ${at(link.expiresAt)}`;
}

/** Makes a form that tells the link to `made` once, and nobody else. */
export type LinkForm = (made: (address: string) => void) => MoveForm | Promise<MoveForm>;

/** Making a link for the patient, showing it this once, and taking it back. */
@Component({
  selector: 'st-link-maker',
  imports: [ProblemBanner],
  template: `
    @if (standing(); as words) {
      <p class="st-small st-muted">{{ words }}</p>
    }
    @if (address(); as address) {
      <div class="shown">
        <label [for]="'link-' + name()">Link for the patient, shown only now</label>
        <input
          #shown
          class="st-control"
          readonly
          [id]="'link-' + name()"
          [value]="address"
          (focus)="shown.select()"
        />
        <button type="button" class="st-button small" (click)="copy(address)">Copy link</button>
      </div>
    }
    <st-problem [problem]="problem()" />
    @if (mayMake()) {
      <div class="buttons">
        <button type="button" class="st-button small" (click)="make()">{{ label() }}</button>
        @if (isOut()) {
          <button type="button" class="st-button quiet small" (click)="end()">Take link back</button>
        }
      </div>
    }
  `,
  styles: `
    :host,
    .shown {
      display: grid;
      gap: var(--st-2);
    }
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: var(--st-2);
    }
    .shown button {
      justify-self: start;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LinkMaker {
  /** Of what it leads to; unique on the page. */
  readonly name = input.required<string>();
  readonly label = input('Link for the patient');
  readonly standing = input('');
  readonly mayMake = input.required<boolean>();
  readonly isOut = input.required<boolean>();
  readonly form = input.required<LinkForm>();
  /** Where links are taken back. */
  readonly endPath = input.required<string>();
  readonly made = output();
  private readonly api = inject(Api);
  private readonly opener = inject(FormOpener);
  private readonly toasts = inject(Toasts);
  protected readonly address = signal<string | null>(null);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected async make(): Promise<void> {
    const form = await this.asked(async () => this.form()((address) => this.address.set(address)));
    if (form !== undefined && (await this.opener.open(form))) this.made.emit();
  }

  protected async end(): Promise<void> {
    await this.asked(async () => {
      await this.api.post(this.endPath(), {});
      this.address.set(null);
      this.toasts.say('The link is taken back');
      this.made.emit();
    });
  }

  protected async copy(address: string): Promise<void> {
    await this.asked(() => navigator.clipboard.writeText(address));
    if (this.problem() === undefined) this.toasts.say('Link copied');
  }

  private async asked<T>(work: () => Promise<T>): Promise<T | undefined> {
    this.problem.set(undefined);
    try {
      return await work();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
      return undefined;
    }
  }
}
