import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { PlanType, PolicyVersion, planTypeWords, planTypes } from '@stipple/domain';

/** Whose text it is, from when on, for which plans, and who read it where. */
@Component({
  selector: 'st-policy-head-editor',
  template: `
    @let one = policy();
    <div class="grid">
      <label class="quarter"
        >Number of the policy
        <input class="st-control" [value]="one.number" (input)="put({ number: typed($event) })" />
      </label>
      <label class="quarter"
        >Version
        <input class="st-control" [value]="one.version" (input)="put({ version: typed($event) })" />
      </label>
      <label class="quarter"
        >Applies from
        <input
          class="st-control"
          type="date"
          [value]="one.effectiveFrom"
          (change)="put({ effectiveFrom: typed($event) })"
        />
      </label>
      <label class="quarter"
        >Last day, if named
        <input
          class="st-control"
          type="date"
          [value]="one.effectiveTo ?? ''"
          (change)="put({ effectiveTo: typed($event) || null })"
        />
      </label>
      <label class="half"
        >Title
        <input class="st-control" [value]="one.title" (input)="put({ title: typed($event) })" />
      </label>
      <label class="half"
        >Source
        <input class="st-control" [value]="one.source.title" (input)="source({ title: typed($event) })" />
      </label>
      <label class="half"
        >Where it was read
        <input class="st-control" [value]="one.source.readAt" (input)="source({ readAt: typed($event) })" />
      </label>
      <label class="quarter"
        >Read by
        <input class="st-control" [value]="one.source.readBy" (input)="source({ readBy: typed($event) })" />
      </label>
      <label class="quarter"
        >Read on
        <input
          class="st-control"
          type="date"
          [max]="today()"
          [value]="one.source.readOn"
          (change)="source({ readOn: typed($event) })"
        />
      </label>
      <fieldset>
        <legend>Lines of business</legend>
        @for (line of lines; track line) {
          <label class="check"
            ><input
              type="checkbox"
              [checked]="one.linesOfBusiness.includes(line)"
              (change)="toggle(line)"
            />{{ words[line] }}</label
          >
        }
      </fieldset>
    </div>
  `,
  styleUrl: './editor-grid.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PolicyHeadEditor {
  readonly policy = input.required<PolicyVersion>();
  readonly today = input.required<string>();
  readonly changed = output<PolicyVersion>();
  protected readonly lines = planTypes;
  protected readonly words = planTypeWords;

  protected typed({ target }: Event): string {
    return (target as HTMLInputElement).value;
  }

  protected put(part: Partial<PolicyVersion>): void {
    this.changed.emit({ ...this.policy(), ...part });
  }

  protected source(part: Partial<PolicyVersion['source']>): void {
    this.put({ source: { ...this.policy().source, ...part } });
  }

  protected toggle(line: PlanType): void {
    const { linesOfBusiness } = this.policy();
    this.put({
      linesOfBusiness: planTypes.filter((one) => linesOfBusiness.includes(one) !== (one === line)),
    });
  }
}
