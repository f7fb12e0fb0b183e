import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { type PhotoView, photoViews } from '@stipple/domain';
import { CaseVisit, type PhotoProblem } from './case-visit';
import { TakePhoto } from './take-photo';

/** The photograph as it was taken, what it shows, and what the clinic may do with it: each use by a tick of its own. */
@Component({
  selector: 'st-photo-form',
  imports: [TakePhoto],
  templateUrl: './photo-form.html',
  styleUrl: './photo-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PhotoForm {
  readonly file = input.required<File>();
  readonly retaken = output<File>();
  readonly sent = output();
  protected readonly visit = inject(CaseVisit);
  protected readonly views = photoViews;
  protected readonly view = signal<PhotoView>('front');
  /** Nothing is ticked beforehand: what is allowed is the patient's to say. */
  protected readonly showsScale = signal(false);
  protected readonly keeps = signal(false);
  protected readonly allowsPayer = signal(false);
  protected readonly missing = signal(false);
  protected readonly problem = signal<PhotoProblem | null>(null);
  /** Part that has been sent, 0 to 1; null while nothing is on its way. */
  protected readonly part = signal<number | null>(null);
  protected readonly url = signal('');
  protected readonly sending = computed(() =>
    this.visit.caseTexts().photos.sending.replace('{part}', String(Math.round((this.part() ?? 0) * 100))),
  );
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');
  private readonly keep = viewChild.required<ElementRef<HTMLInputElement>>('keep');

  constructor() {
    effect((onCleanup) => {
      const url = URL.createObjectURL(this.file());
      this.url.set(url);
      this.problem.set(null);
      onCleanup(() => URL.revokeObjectURL(url));
    });
    afterNextRender(() => this.title().nativeElement.focus());
  }

  protected async send(submitted: Event): Promise<void> {
    submitted.preventDefault();
    this.missing.set(!this.keeps());
    if (this.missing()) return this.keep().nativeElement.focus();
    this.problem.set(null);
    this.part.set(0);
    const photo = {
      file: this.file(),
      view: this.view(),
      showsScale: this.showsScale(),
      allowsPayer: this.allowsPayer(),
    };
    const problem = await this.visit.sends(photo, (part) => this.part.set(part));
    this.part.set(null);
    this.problem.set(problem);
    if (problem === null) this.sent.emit();
  }
}
