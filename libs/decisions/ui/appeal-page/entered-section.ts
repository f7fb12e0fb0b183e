import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { findingForm } from '@stipple/cases-ui/moves';
import type { CaseView, EnteredGround, FindingView, GroundView, GroundsView } from '@stipple/contracts';
import { findingAnswers } from '@stipple/domain';
import { Api, Chip, FormOpener, MoveForm, formatDateTime, joined } from '@stipple/ui';
import { groundForm } from './ground-forms';

type FoundOut = NonNullable<FindingView['newest']>;

/** What people enter for an appeal because no record says it, each with who and when, and with all that it was before. */
@Component({
  selector: 'st-entered-section',
  imports: [Chip],
  templateUrl: './entered-section.html',
  styleUrls: ['../desk.css', './appeal-card.css', './entered-section.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EnteredSection {
  readonly view = input.required<CaseView>();
  readonly challengeId = input.required<string>();
  readonly entered = input.required<GroundsView>();
  readonly made = output();
  private readonly api = inject(Api);
  private readonly opener = inject(FormOpener);
  protected readonly obstacle = computed(() => this.entered().refusals[0]?.sentence ?? null);

  protected enter(ground: GroundView): Promise<void> {
    const { api } = this;
    const context = { api, case: this.view(), challengeId: this.challengeId(), entered: this.entered() };
    return this.open(groundForm(context, ground));
  }

  protected takeBack({ title, newest }: GroundView): Promise<void> {
    return this.open({
      title: 'Take back',
      lead: `${title}: what was entered counts no more. It stays on record.`,
      submit: 'Take back',
      danger: true,
      fields: [],
      send: () =>
        this.api.post(`/api/challenges/${this.challengeId()}/grounds/takings-back`, {
          replacesId: newest?.id,
        }),
    });
  }

  protected find(finding: FindingView): Promise<void> {
    return this.open(findingForm(this.api, this.view(), this.entered().requestId, finding));
  }

  private async open(form: MoveForm): Promise<void> {
    if (await this.opener.open(form)) this.made.emit();
  }

  protected stands({ newest }: GroundView): boolean {
    return newest !== null && !newest.takenBack;
  }

  protected codesOf({ codeWas, codeNow }: EnteredGround): string {
    return codeWas === codeNow ? `${codeNow} stands` : `${codeWas} corrected to ${codeNow}`;
  }

  /** Where it stands, who entered it, and when. */
  protected below({ source, page, section, by, at, takenOver }: EnteredGround): string {
    return joined(
      source,
      page && `page ${page}`,
      section && `section ${section}`,
      takenOver ? `taken over by ${by}` : by,
      formatDateTime(at, this.view().timeZone),
    );
  }

  protected answerOf(topic: FindingView['topic'], { says }: FoundOut): string {
    return says ? findingAnswers[topic].yes : findingAnswers[topic].no;
  }

  protected foundBy({ by, at }: FoundOut): string {
    return joined(by, formatDateTime(at, this.view().timeZone));
  }
}
