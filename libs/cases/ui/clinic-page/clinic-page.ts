import { ChangeDetectionStrategy, Component, computed, effect, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ProviderView, RoomView } from '@stipple/contracts';
import { CurrentPerson, FirstSteps } from '@stipple/staff-ui';
import {
  Api,
  ApiProblem,
  Chip,
  EmptyState,
  Field,
  FormOpener,
  Icon,
  ProblemBanner,
  Skeleton,
  Values,
  filled,
  liveResource,
} from '@stipple/ui';
import { CodeLists } from './code-lists';

const roomFields: readonly Field[] = [{ kind: 'text', name: 'name', label: 'Name' }];
const clinicianFields: readonly Field[] = [
  { kind: 'text', name: 'name', label: 'Name' },
  {
    kind: 'text',
    name: 'npi',
    label: 'National Provider Identifier',
    optional: true,
    hint: 'Ten digits. Payers name clinicians by it.',
  },
];

/** What the schedule is made of: the rooms, and who treats in them. */
@Component({
  selector: 'st-clinic-page',
  imports: [Chip, CodeLists, EmptyState, FirstSteps, Icon, ProblemBanner, RouterLink, Skeleton],
  templateUrl: './clinic-page.html',
  styleUrl: './clinic-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClinicPage {
  protected readonly person = inject(CurrentPerson);
  private readonly api = inject(Api);
  private readonly opener = inject(FormOpener);
  protected readonly rooms = liveResource<readonly RoomView[]>(
    () => ({ url: '/api/rooms' }),
    () => false,
  );
  protected readonly typed = signal('');
  private readonly search = signal('');
  protected readonly providers = liveResource<readonly ProviderView[]>(
    () => ({ url: `/api/providers?${new URLSearchParams({ q: this.search() })}` }),
    () => false,
  );
  protected readonly treating = computed(() =>
    (this.providers.value() ?? []).filter(({ practicesHere }) => practicesHere),
  );
  protected readonly others = computed(() =>
    (this.providers.value() ?? []).filter(({ practicesHere }) => !practicesHere),
  );
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  constructor() {
    effect((onCleanup) => {
      const text = this.typed().trim();
      const timer = setTimeout(() => this.search.set(text), 200);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected aboutOf({ npi, specialty, organization }: ProviderView): string {
    return [specialty?.toLowerCase(), organization, npi && `NPI ${npi}`].filter(Boolean).join(' · ');
  }

  protected async addRoom(): Promise<void> {
    const sent = await this.opener.open({
      title: 'Add a room',
      submit: 'Add',
      fields: roomFields,
      send: (values) => this.api.post('/api/rooms', values),
    });
    if (sent) this.rooms.reload();
  }

  protected async rename(room: RoomView): Promise<void> {
    const sent = await this.opener.open({
      title: `Rename ${room.name}`,
      submit: 'Rename',
      fields: roomFields,
      initial: { name: room.name },
      send: ({ name }: Values) => this.api.post(`/api/rooms/${room.id}/changes`, { name, inUse: room.inUse }),
    });
    if (sent) this.rooms.reload();
  }

  protected async use({ id, name }: RoomView, inUse: boolean): Promise<void> {
    await this.attempt(() => this.api.post(`/api/rooms/${id}/changes`, { name, inUse }));
    this.rooms.reload();
  }

  protected async addClinician(): Promise<void> {
    const sent = await this.opener.open({
      title: 'Add a clinician',
      lead: 'For somebody who treats here and is in no imported roster.',
      submit: 'Add',
      fields: clinicianFields,
      send: (values) => this.api.post('/api/providers', filled(values, clinicianFields)),
    });
    if (sent) this.providers.reload();
  }

  protected async practise({ id }: ProviderView, practicesHere: boolean): Promise<void> {
    await this.attempt(() => this.api.post(`/api/providers/${id}/practice`, { practicesHere }));
    this.providers.reload();
  }

  private async attempt(work: () => Promise<unknown>): Promise<void> {
    this.problem.set(undefined);
    try {
      await work();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    }
  }
}
