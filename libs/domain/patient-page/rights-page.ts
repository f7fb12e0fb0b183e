import type { Day } from '../calendar';
import type { Channel } from '../channel';
import type { EstimateLanguage } from '../estimate/language';
import { longDay } from './long-day';
import type { PatientRight, RightsAfterDecision } from './patient-rights';
import { type RightsTexts, rightsTexts } from './rights-texts';

export interface RightsMaterial {
  readonly clinic: string;
  readonly phone: string | null;
  readonly payer: string;
  /** Where the payer takes appeals, by the newest profile of it; empty where the clinic has none. */
  readonly appealsTo: readonly { readonly channel: Channel; readonly address: string }[];
  readonly decisions: readonly RightsAfterDecision[];
  readonly packet: { readonly sentOn: Day; readonly isLastOfSeveral: boolean } | null;
}

export interface RightsPage {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
}

/** The page that goes before the copy of a patient's papers, in words alone. What is not known is said. */
export function rightsPage(material: RightsMaterial, language: EstimateLanguage): RightsPage {
  const texts = rightsTexts[language];
  const day = (text: string, on: Day) => text.replace('{day}', longDay(on, language));
  const { decisions, packet, clinic, phone } = material;
  const said =
    decisions.length === 0 ? [texts.decision.none] : decisions.map((one) => decisionWords(one, texts, day));
  const then = [...new Set(decisions.flatMap(({ afterNextNo }) => afterNextNo ?? []))];
  const call = phone === null ? texts.call.withoutPhone : texts.call.withPhone.replace('{phone}', phone);
  const { headings } = texts;
  return {
    title: texts.title,
    lead: texts.lead,
    sections: [
      { heading: headings.decision, paragraphs: said },
      ...(decisions.length === 0
        ? []
        : [
            { heading: headings.steps, paragraphs: decisions.flatMap((one) => stepWords(one, texts, day)) },
            { heading: headings.how, paragraphs: [...texts.how, call.replace('{clinic}', clinic)] },
            { heading: headings.where, paragraphs: whereWords(material, texts) },
          ]),
      ...(then.length === 0
        ? []
        : [{ heading: headings.then, paragraphs: then.map((next) => texts.afterNextNo[next]) }]),
      ...(decisions.length === 0 ? [] : [{ heading: headings.counts, paragraphs: texts.counts }]),
      {
        heading: headings.packet,
        paragraphs:
          packet === null
            ? [texts.packet.none]
            : [
                day(texts.packet.holds, packet.sentOn),
                ...(packet.isLastOfSeveral ? [texts.packet.earlier] : []),
              ],
      },
    ],
  };
}

type DayWords = (text: string, on: Day) => string;

function decisionWords(
  { decidedOn, denied }: RightsAfterDecision,
  texts: RightsTexts,
  day: DayWords,
): string {
  const { decision } = texts;
  if (decidedOn === null) return denied ? decision.deniedNoDay : decision.partNoDay;
  return day(denied ? decision.denied : decision.part, decidedOn);
}

function stepWords({ rights }: RightsAfterDecision, texts: RightsTexts, day: DayWords): readonly string[] {
  return rights.length === 0 ? [texts.noSteps] : rights.map((right) => rightWords(right, texts, day));
}

function rightWords(right: PatientRight, { steps, answerBy }: RightsTexts, day: DayWords): string {
  const words = steps[right.step][right.standing];
  if (right.standing === 'day_not_known') return words;
  const sentence = day(words, right.onDay);
  return right.standing === 'sent' && right.answerBy !== null
    ? `${sentence} ${day(answerBy, right.answerBy)}`
    : sentence;
}

function whereWords(
  { payer, appealsTo }: RightsMaterial,
  { where, channels }: RightsTexts,
): readonly string[] {
  const lead = (appealsTo.length === 0 ? where.notKnown : where.known).replace('{payer}', payer);
  return [lead, ...appealsTo.map(({ channel, address }) => `${channels[channel]}: ${address}`)];
}
