import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CasePhotos, PhotoView } from '@stipple/contracts';
import { PhotoDetails, pairToCompare } from '@stipple/domain';
import {
  Api,
  Commands,
  EmptyState,
  FormOpener,
  Icon,
  ProblemBanner,
  Skeleton,
  count,
  doing,
  formatDay,
  liveResource,
} from '@stipple/ui';
import { AddPhotos } from './add-photos';
import { ChosenPhotos } from './chosen-photos';
import { photoForm } from './photo-form';
import { PhotoTile } from './photo-tile';
import { PhotoViewer } from './photo-viewer';
import { photosCommands } from './photos-commands';
import { SentPhotos } from './sent-photos';

/** The photographs of a case: added, described, looked at closely, and compared with those of another day. */
@Component({
  selector: 'st-photos-page',
  imports: [
    AddPhotos,
    EmptyState,
    Icon,
    PhotoTile,
    PhotoViewer,
    ProblemBanner,
    RouterLink,
    SentPhotos,
    Skeleton,
  ],
  providers: [ChosenPhotos],
  templateUrl: './photos-page.html',
  styleUrl: './photos-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PhotosPage {
  readonly caseId = input.required<string>();
  /** Ids of the photographs looked at, in the address: one, or two with a comma. */
  readonly look = input<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly opener = inject(FormOpener);
  private readonly injector = inject(Injector);
  private readonly adding = viewChild(AddPhotos);
  private readonly viewer = viewChild(PhotoViewer);
  protected readonly page = liveResource<CasePhotos>(
    () => ({ url: `/api/cases/${this.caseId()}/photos` }),
    (moved) => moved.caseId === this.caseId(),
  );
  /** Another case's photographs must never stay on screen while this one's load. */
  protected readonly view = computed(() =>
    this.page.value()?.caseId === this.caseId() ? this.page.value() : undefined,
  );
  protected readonly pictures = computed(() =>
    (this.view()?.photos ?? []).filter(({ picture }) => picture !== null),
  );
  /** What is looked at, at once: the address follows a moment later. */
  private readonly asked = linkedSignal<readonly string[]>(() => (this.look() ?? '').split(',').slice(0, 2));
  protected readonly looked = computed<readonly PhotoView[]>(() => {
    return this.asked().flatMap((id) => this.pictures().find((photo) => photo.id === id) ?? []);
  });
  protected readonly pair = computed(() =>
    pairToCompare(
      this.pictures().flatMap(({ id, details }) => (details ? [{ ...(details as PhotoDetails), id }] : [])),
    ),
  );
  protected readonly days = computed(() => {
    const days = new Map<string, PhotoView[]>();
    for (const photo of this.view()?.photos ?? []) {
      const day = photo.details?.takenOn ?? '';
      days.set(day, [...(days.get(day) ?? []), photo]);
    }
    // What nobody has described yet comes first: it is something to do.
    const sorted = [...days].sort(([one], [other]) => (one && other ? 0 : one.localeCompare(other)));
    return sorted.map(([day, photos]) => ({
      day,
      words: day ? formatDay(day) : 'Not described yet',
      many: count(photos.length, 'photograph'),
      photos,
    }));
  });

  constructor() {
    const viewing = () => this.looked().length > 0;
    inject(Commands).offer(
      doing(photosCommands, {
        'photos.add': { when: () => !!this.adding(), run: () => this.adding()?.choose() },
        'photos.compare': { when: () => this.pair() !== null, run: () => this.compare() },
        'photos.overlay': { when: () => this.looked().length > 1, run: () => this.viewer()?.toggle() },
        'photos.zoom-in': { when: viewing, run: () => this.viewer()?.zoom(1.25) },
        'photos.zoom-out': { when: viewing, run: () => this.viewer()?.zoom(0.8) },
        'photos.whole': { when: viewing, run: () => this.viewer()?.whole() },
        'photos.close': { when: viewing, run: () => this.open([]) },
        'photos.back': { run: () => void this.router.navigate(['/cases', this.caseId()]) },
      }),
    );
  }

  /** Shows one photograph or two; the earlier one first. */
  protected open(ids: readonly string[]): void {
    const known = this.looked().map(({ id }) => id);
    const look = ids.length > 0 ? ids.join() : null;
    this.asked.set(ids);
    void this.router.navigate([], { queryParams: { look }, replaceUrl: known.length > 0 }).then(() => {
      if (known.length === 0) afterNextRender(() => this.viewer()?.focus(), { injector: this.injector });
      const [id] = known;
      if (ids.length === 0 && id) document.getElementById(`photo-${id}`)?.querySelector('button')?.focus();
    });
  }

  protected compare(): void {
    const pair = this.pair();
    if (pair) this.open(pair);
  }

  /** Ticks a photograph for comparison, or takes it out; of three the one ticked first gives way. */
  protected tick({ id }: PhotoView): void {
    const ids = this.looked().map((photo) => photo.id);
    const next = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id].slice(-2);
    this.open(this.inOrder(next));
  }

  protected describe(photo: PhotoView): void {
    const today = this.view()?.today;
    if (today)
      void this.opener.open(photoForm(this.api, photo, today)).then((sent) => sent && this.page.reload());
  }

  protected isLooked({ id }: PhotoView): boolean {
    return this.looked().some((photo) => photo.id === id);
  }

  private inOrder(ids: readonly string[]): readonly string[] {
    const taken = (id: string) => this.pictures().find((photo) => photo.id === id)?.details?.takenOn ?? '';
    return [...ids].sort((one, other) => taken(one).localeCompare(taken(other)));
  }
}
