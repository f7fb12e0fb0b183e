import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { CaseVisit } from './case-visit';

/** The telephone's camera, or a photograph that is there. What a telephone keeps as HEIC it hands over as JPEG for this list. */
@Component({
  selector: 'st-take-photo',
  template: `
    @let texts = visit.caseTexts().photos;
    <label class="st-button" [class.main]="!again()">
      {{ again() ? texts.retake : texts.take }}
      <input
        #camera
        class="st-hidden"
        type="file"
        [accept]="kinds"
        capture="environment"
        (change)="take(camera)"
      />
    </label>
    <label class="st-button">
      {{ texts.choose }}
      <input #file class="st-hidden" type="file" [accept]="kinds" (change)="take(file)" />
    </label>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--st-2);
    }
    label {
      position: relative;
      justify-content: center;
      min-height: 3rem;
      font-size: inherit;
      white-space: normal;
      text-align: center;
    }
    /* The field is the label: its focus shows around it. */
    label:focus-within {
      outline: 2px solid var(--st-focus);
      outline-offset: 2px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TakePhoto {
  /** In place of one that was taken. */
  readonly again = input(false);
  readonly taken = output<File>();
  protected readonly visit = inject(CaseVisit);
  protected readonly kinds = 'image/jpeg,image/png,image/webp';

  protected take(field: HTMLInputElement): void {
    const file = field.files?.[0];
    // The same one can be chosen once more.
    field.value = '';
    if (file) this.taken.emit(file);
  }
}
