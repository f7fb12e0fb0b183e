import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  effect,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import {
  ConsentGiver,
  ConsentUse,
  consentGiverWords,
  consentGivers,
  consentUseWords,
  consentUses,
  photoViewWords,
  photoViews,
} from '@stipple/domain';
import { Icon, count } from '@stipple/ui';
import { ChosenPhotos } from './chosen-photos';

/** New photographs: chosen, dropped, pasted or taken right here; what they show; who allowed their use. */
@Component({
  selector: 'st-add-photos',
  imports: [Icon],
  templateUrl: './add-photos.html',
  styleUrl: './add-photos.css',
  host: { '(document:paste)': 'paste($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AddPhotos {
  readonly caseId = input.required<string>();
  readonly today = input.required<string>();
  protected readonly chosen = inject(ChosenPhotos);
  protected readonly over = signal(false);
  protected readonly uses = signal<readonly ConsentUse[]>(['record', 'payer']);
  protected readonly by = signal<ConsentGiver>('patient');
  protected readonly name = signal('');
  protected readonly on = signal('');
  protected readonly views = photoViews;
  protected readonly viewWords = photoViewWords;
  protected readonly allUses = consentUses;
  protected readonly useWords = consentUseWords;
  protected readonly givers = consentGivers;
  protected readonly giverWords = consentGiverWords;
  protected readonly count = count;
  private readonly files = viewChild.required<ElementRef<HTMLInputElement>>('files');

  constructor() {
    effect(() => this.on.set(this.today()));
  }

  /** Opens the browser's own choice of files. */
  choose(): void {
    this.files().nativeElement.click();
  }

  protected paste(event: ClipboardEvent): void {
    const pasted = [...(event.clipboardData?.files ?? [])];
    if (pasted.length === 0) return;
    event.preventDefault();
    this.chosen.take(pasted, this.today());
  }

  protected take(files: FileList | null | undefined): void {
    this.over.set(false);
    if (files && !this.chosen.busy()) this.chosen.take([...files], this.today());
  }

  protected allow(use: ConsentUse, allowed: boolean): void {
    this.uses.update((uses) => consentUses.filter((one) => (one === use ? allowed : uses.includes(one))));
  }

  protected percent(part: number): string {
    return `${Math.round(part * 100)}%`;
  }

  protected send(): void {
    const consent = { uses: this.uses(), by: this.by(), name: this.name(), on: this.on() };
    void this.chosen.send(this.caseId(), consent);
  }
}
