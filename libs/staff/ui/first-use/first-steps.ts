import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ClinicStart } from '@stipple/contracts';
import { Icon, liveResource } from '@stipple/ui';
import { CurrentPerson } from '../current-person';
import { PutAway } from './put-away';
import { Step, stepsOf } from './steps';

/** Four steps from an empty clinic to its first call. It leaves when they are done, or when somebody puts it away. */
@Component({
  selector: 'st-first-steps',
  imports: [Icon, RouterLink],
  templateUrl: './first-steps.html',
  styleUrl: './first-steps.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FirstSteps {
  private readonly person = inject(CurrentPerson);
  protected readonly putAway = inject(PutAway);
  private readonly start = liveResource<ClinicStart>(() =>
    this.putAway.has('first steps') || !this.person.holds('coordinator', 'administrator')
      ? undefined
      : { url: '/api/start' },
  );
  private readonly steps = computed(() => {
    const start = this.start.value();
    return start ? stepsOf(start) : [];
  });
  protected readonly shown = computed(() =>
    this.putAway.has('first steps') || this.steps().every(({ done }) => done) ? [] : this.steps(),
  );
  protected readonly done = computed(() => this.steps().filter(({ done }) => done).length);
  /** The one to do now. */
  protected readonly current = computed(() => this.steps().find(({ done }) => !done));

  protected linksOf(step: Step): Step['links'] {
    return step.links.filter(({ roles }) => this.person.holds(...roles));
  }
}
