import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { CaseVisit } from './case-visit';
import { StepPicture } from './step-picture';
import { TakePhoto } from './take-photo';

/** One thing at a time, as it is done: distance, light, ruler, view. The last step takes the photograph. */
@Component({
  selector: 'st-photo-guide',
  imports: [StepPicture, TakePhoto],
  template: `
    @let texts = visit.caseTexts();
    @let step = texts.steps[at()]!;
    <div class="st-card">
      <p class="st-muted">{{ count() }}</p>
      <st-step-picture [step]="at()" />
      <h3 #title tabindex="-1">{{ step.title }}</h3>
      <p>{{ step.how }}</p>
      @if (isLast()) {
        @if (before(); as words) {
          <p>{{ words }}</p>
        }
        <st-take-photo (taken)="taken.emit($event)" />
      } @else {
        <button class="st-button main" type="button" (click)="go(1)">{{ texts.photos.next }}</button>
      }
      @if (at() > 0) {
        <button class="st-button quiet" type="button" (click)="go(-1)">{{ texts.photos.back }}</button>
      }
    </div>
  `,
  styles: `
    .st-card {
      display: grid;
      gap: var(--st-3);
      padding: var(--st-5);
    }
    h3 {
      font-size: 1.25rem;
    }
    button {
      min-height: 3rem;
      font-size: inherit;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PhotoGuide {
  /** From where there are photographs already, in words; empty where there are none. */
  readonly before = input('');
  readonly taken = output<File>();
  protected readonly visit = inject(CaseVisit);
  private readonly injector = inject(Injector);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');
  protected readonly at = signal(0);
  protected readonly isLast = computed(() => this.at() === this.visit.caseTexts().steps.length - 1);
  protected readonly count = computed(() => {
    const { photos, steps } = this.visit.caseTexts();
    return photos.step.replace('{step}', String(this.at() + 1)).replace('{steps}', String(steps.length));
  });

  constructor() {
    this.readOut();
  }

  protected go(by: number): void {
    this.at.update((at) => at + by);
    this.readOut();
  }

  /** The button that was pressed is another one now; the focus goes to what is to be read. */
  private readOut(): void {
    afterNextRender(() => this.title().nativeElement.focus(), { injector: this.injector });
  }
}
