import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { AgreementView, CaseView, Directory } from '@stipple/contracts';
import { CurrentPerson } from '@stipple/staff-ui';
import { Api, ApiProblem, FormOpener, ProblemBanner, Toasts, formatDateTime } from '@stipple/ui';
import { firstValueFrom } from 'rxjs';
import { patientLinkForm } from './patient-link-form';

/** The patient's own way to an estimate: making a link, what became of it, and taking it back. */
@Component({
  selector: 'st-patient-link',
  imports: [ProblemBanner],
  template: `
    @if (standing(); as words) {
      <p class="st-small st-muted">{{ words }}</p>
    }
    @if (address(); as address) {
      <div class="shown">
        <label [for]="'link-' + agreement().id">Link for the patient, shown only now</label>
        <input
          #shown
          class="st-control"
          readonly
          [id]="'link-' + agreement().id"
          [value]="address"
          (focus)="shown.select()"
        />
        <button type="button" class="st-button small" (click)="copy(address)">Copy link</button>
      </div>
    }
    <st-problem [problem]="problem()" />
    @if (mayMake()) {
      <div class="buttons">
        <button type="button" class="st-button small" (click)="make()">Link for the patient</button>
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
export class PatientLink {
  readonly view = input.required<CaseView>();
  readonly agreement = input.required<AgreementView>();
  readonly made = output();
  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);
  private readonly opener = inject(FormOpener);
  private readonly toasts = inject(Toasts);
  private readonly person = inject(CurrentPerson);
  protected readonly address = signal<string | null>(null);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly mayMake = computed(
    () => this.agreement().state === 'estimate_issued' && this.person.holds('coordinator'),
  );
  protected readonly isOut = computed(() => this.agreement().patientLink?.endedAt === null);

  protected readonly standing = computed(() => {
    const link = this.agreement().patientLink;
    if (link === null) return '';
    const at = (instant: string) => formatDateTime(instant, this.view().timeZone);
    const was = `Link for the patient by ${link.by}, ${at(link.madeAt)}`;
    if (link.estimate !== this.agreement().estimates[0]?.version)
      return `${was}: to an earlier estimate, dead`;
    if (link.openedAt !== null) return `${was}: opened ${at(link.openedAt)}`;
    if (link.endedAt !== null) return `${was}: taken back ${at(link.endedAt)}`;
    if (link.locked) return `${was}: locked after five wrong dates of birth`;
    return `${was}: not opened yet, works until ${at(link.expiresAt)}`;
  });

  protected async make(): Promise<void> {
    this.problem.set(undefined);
    const directory = await this.asked(() => firstValueFrom(this.http.get<Directory>('/api/directory')));
    if (directory === undefined) return;
    const form = patientLinkForm(this.api, this.view(), this.agreement(), directory, (address) =>
      this.address.set(address),
    );
    if (await this.opener.open(form)) this.made.emit();
  }

  protected async end(): Promise<void> {
    const path = `/api/self-pay-agreements/${this.agreement().id}/patient-link-ends`;
    await this.asked(async () => {
      await this.api.post(path, {});
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
