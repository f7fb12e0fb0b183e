import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Icon } from '../parts/icon';
import { Presence } from './presence';

/** On top of an open form: that somebody else has the same one open. Said before anything is typed. */
@Component({
  selector: 'st-editing-too',
  imports: [Icon],
  template: `<div role="status">
    @if (who(); as who) {
      <p><st-icon name="edit" />{{ who }} the same form open. Talk to each other before you go on.</p>
    }
  </div>`,
  styles: `
    /* Nothing to say takes no room, and stays there to be heard. */
    :host(:not(:has(p))) {
      position: absolute;
    }
    p {
      display: flex;
      align-items: center;
      gap: var(--st-3);
      padding: var(--st-2) var(--st-4);
      border: 1px solid var(--st-warn);
      border-radius: var(--st-radius);
      background: var(--st-warn-soft);
      color: var(--st-ink);
    }
    st-icon {
      flex: none;
      color: var(--st-warn);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditingToo {
  private readonly presence = inject(Presence);
  protected readonly who = computed(() => {
    const own = this.presence.editing();
    if (own === null) return undefined;
    const names = this.presence
      .colleagues(own.caseId)
      .filter(({ editing }) => editing.includes(own.form))
      .map(({ name }) => name);
    return names.length === 0 ? undefined : `${names.join(' and ')} ${names.length === 1 ? 'has' : 'have'}`;
  });
}
