import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import type { Person } from '@stipple/contracts';
import { passwordLeast, roleWords, roles } from '@stipple/domain';
import {
  Api,
  ApiProblem,
  Chip,
  EmptyState,
  Field,
  FormOpener,
  Icon,
  MoveForm,
  ProblemBanner,
  Skeleton,
  formatDateTime,
  liveResource,
} from '@stipple/ui';
import { CurrentPerson } from '../current-person';
import { FirstSteps } from '../first-use/first-steps';

const roleField: Field = {
  kind: 'choices',
  name: 'roles',
  label: 'Roles',
  options: roles.map((role) => ({ value: role, label: roleWords[role] })),
  hint: 'One person may hold several.',
};
const passwordField: Field = {
  kind: 'password',
  name: 'password',
  label: 'Password to begin with',
  autocomplete: 'new-password',
  hint: `At least ${passwordLeast} characters. Hand it over in person.`,
};

/** Who may sign in, and as what. */
@Component({
  selector: 'st-people-page',
  imports: [Chip, EmptyState, FirstSteps, Icon, ProblemBanner, Skeleton],
  templateUrl: './people-page.html',
  styleUrl: './people-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeoplePage {
  private readonly api = inject(Api);
  private readonly opener = inject(FormOpener);
  protected readonly person = inject(CurrentPerson);
  protected readonly people = liveResource<readonly Person[]>(
    () => ({ url: '/api/people' }),
    () => false,
  );
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected rolesOf({ roles: held }: Person): string {
    return held.map((role) => roleWords[role]).join(', ') || 'no role';
  }

  protected lockedWords({ lockedUntil }: Person): string {
    return lockedUntil ? `locked out until ${formatDateTime(lockedUntil, this.person.timeZone())}` : '';
  }

  protected add(): Promise<void> {
    return this.ask({
      title: 'Add a person',
      submit: 'Add',
      fields: [
        { kind: 'text', name: 'name', label: 'Name' },
        { kind: 'email', name: 'email', label: 'E-mail address', autocomplete: 'off' },
        roleField,
        passwordField,
      ],
      send: (values) => this.api.post('/api/people', values),
    });
  }

  protected changeRoles(one: Person): Promise<void> {
    return this.ask({
      title: `Roles of ${one.name}`,
      submit: 'Save',
      initial: { roles: [...one.roles] },
      fields: [roleField],
      send: (values) => this.api.post(`/api/people/${one.id}/roles`, values),
    });
  }

  protected resetPassword(one: Person): Promise<void> {
    return this.ask({
      title: `New password for ${one.name}`,
      lead: 'Ends their sign-ins everywhere, and a lock-out.',
      submit: 'Set password',
      fields: [passwordField],
      send: (values) => this.api.post(`/api/people/${one.id}/passwords`, values),
    });
  }

  /** Letting somebody in also lifts a lock-out. */
  protected async admit(one: Person, active: boolean): Promise<void> {
    if (active) return this.send(() => this.api.post(`/api/people/${one.id}/access`, { active }));
    return this.ask({
      title: `Deactivate ${one.name}`,
      lead: 'Ends their sign-ins at once. What they did and signed stays on record, and you can let them in again.',
      submit: 'Deactivate',
      danger: true,
      fields: [],
      send: () => this.api.post(`/api/people/${one.id}/access`, { active }),
    });
  }

  private async ask(form: MoveForm): Promise<void> {
    if (await this.opener.open(form)) this.people.reload();
  }

  private async send(work: () => Promise<unknown>): Promise<void> {
    this.problem.set(undefined);
    try {
      await work();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    }
    this.people.reload();
  }
}
