import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { AgreementView, CaseView, Directory } from '@stipple/contracts';
import { CurrentPerson } from '@stipple/staff-ui';
import { Api } from '@stipple/ui';
import { firstValueFrom } from 'rxjs';
import { type LinkForm, LinkMaker, linkStanding } from './link-maker';
import { patientLinkForm } from './patient-link-form';

/** The patient's own way to an estimate. */
@Component({
  selector: 'st-patient-link',
  imports: [LinkMaker],
  template: `
    <st-link-maker
      [name]="agreement().id"
      [standing]="standing()"
      [mayMake]="mayMake()"
      [isOut]="agreement().patientLink?.endedAt === null"
      [form]="form"
      [endPath]="'/api/self-pay-agreements/' + agreement().id + '/patient-link-ends'"
      (made)="made.emit()"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PatientLink {
  readonly view = input.required<CaseView>();
  readonly agreement = input.required<AgreementView>();
  readonly made = output();
  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);
  private readonly person = inject(CurrentPerson);
  protected readonly mayMake = computed(
    () => this.agreement().state === 'estimate_issued' && this.person.holds('coordinator'),
  );

  protected readonly standing = computed(() => {
    const { patientLink: link, estimates } = this.agreement();
    if (link === null) return '';
    if (link.estimate !== estimates[0]?.version)
      return `Link for the patient by ${link.by}: to an earlier estimate, dead`;
    return linkStanding(link, this.view().timeZone);
  });

  protected readonly form: LinkForm = async (made) => {
    const directory = await firstValueFrom(this.http.get<Directory>('/api/directory'));
    return patientLinkForm(this.api, this.view(), this.agreement(), directory, made);
  };
}
