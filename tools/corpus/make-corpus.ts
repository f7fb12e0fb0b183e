import { Dice } from './dice';
import type { Clinic } from './clinic';
import { foundClinic } from './found-clinic';
import { Patients, type Patient } from './patients';
import { tellPayers } from './payer-knowledge';
import { PlannedCase, planCases } from './plan-cases';
import { Rows } from './rows';
import { cosmeticScar } from './cosmetic-scars';
import { historyOf, isLikely } from './scar-history';
import { functionalScar } from './scars';
import type { ClinicSketch } from './sketch';
import type { Plot, Threads } from './stories/plot';
import { Cast, Story } from './story';
import { nextTouchNear, planTouch } from './telling/care';
import { writeNotes } from './telling/notes';
import { WorkingDays } from './working-days';

export const timeZone = 'America/New_York';

export interface CorpusOptions {
  readonly sketch: ClinicSketch;
  readonly cases: number;
  /** Names the dice. The same name, sketch, number of cases and moment make the same corpus, to the byte. */
  readonly seed: string;
  /** The moment the corpus is made for. */
  readonly now: string;
  /** What each person signs in with, hashed; not part of what is deterministic. */
  readonly passwordHash: (email: string) => string;
  /** Hears every story when it is told. */
  readonly listen?: (story: Story, plot: Plot) => void;
}

export interface Corpus {
  readonly clinic: Clinic;
  /** The clinic itself: people, rooms, payers, files. */
  readonly founding: Rows;
  /** The cases, in portions of that many, in the order in which they were opened. */
  told(portion: number): Generator<Rows>;
}

/** Makes a clinic of invented cases. Reads no clock, throws no other dice, writes nothing. */
export function makeCorpus({ sketch, cases, seed, now, passwordHash, listen }: CorpusOptions): Corpus {
  const dice = new Dice(seed);
  const days = new WorkingDays(now, timeZone);
  const founding = new Rows();
  const clinic = foundClinic(founding, dice.fork('clinic'), days, { sketch, cases, passwordHash });
  tellPayers(founding, clinic, dice.fork('payers'));
  const planned = planCases(cases, dice, days);
  const patients = new Patients(clinic, dice.fork('patients'));
  return {
    clinic,
    founding,
    *told(portion) {
      for (let first = 0; first < planned.length; first += portion) {
        const rows = new Rows();
        planned.slice(first, first + portion).forEach((one, index) => {
          const story = tell(clinic, patients, rows, one, first + index + 1);
          listen?.(story, one.plot);
        });
        yield rows;
      }
    },
  };
}

function tell(
  clinic: Clinic,
  patients: Patients,
  rows: Rows,
  planned: PlannedCase,
  caseNumber: number,
): Story {
  const { plot, dice, start, steps } = planned;
  const payer = dice.weighted(clinic.payers.map((one) => [one, one.leaning[plot.leaning]]));
  const day = clinic.days.dayAt(start.day);
  const openedAt = clinic.days.moment(start.day, start.minute);
  const patient = patients.find(rows, payer, openedAt, day, plot.alone ?? false);
  const scar = scarOf(dice, plot.scar, patient, day);
  const story = new Story(clinic, dice, rows, castOf(clinic, planned), patient, scar, start, caseNumber);
  const threads: Threads = {};
  for (const { gap, act } of steps) {
    if (act !== steps[0]?.act) story.goOn(gap);
    act(story, threads);
  }
  plot.then?.(story, threads);
  const told = threads.case;
  if (told === undefined) throw new Error(`“${plot.name}” never opened its case`);
  if (told.fact.state === 'open') {
    writeNotes(story);
    if (steps.length > 1 || (told.fact.nextTouchOn ?? '') < clinic.days.today)
      planTouch(story, told, nextTouchNear(story));
  }
  const now = story.settle();
  Object.assign(told.row, {
    stage: now.stage,
    acts_next: now.actsNext,
    next_step: now.nextStep,
    due_on: now.dueOn,
    due_for: now.dueFor,
    deadline_on: now.deadlineOn,
    deadline_what: now.deadlineWhat,
    file_by_on: now.fileByOn,
    bookable_until: now.bookableUntil,
    money_cents: now.moneyCents,
  });
  return story;
}

/** A scar the patient has not been here for before. */
function scarOf(dice: Dice, kind: 'functional' | 'cosmetic', patient: Patient, day: string) {
  const age =
    Number(day.slice(0, 4)) -
    Number(patient.birthDate.slice(0, 4)) -
    (day.slice(5) < patient.birthDate.slice(5) ? 1 : 0);
  const bearer = { age, pronoun: patient.pronoun };
  for (;;) {
    const scar = kind === 'functional' ? functionalScar(dice, day, bearer) : cosmeticScar(dice, day, bearer);
    if (patient.sites.has(`${scar.site} ${scar.side}`)) continue;
    if (isLikely(scar, patient, dice)) return historyOf(scar, patient, day, dice);
  }
}

/** What waits for a physician only a few times in the clinic is shared out in turn, so that each has some of it. */
function castOf({ staff }: Clinic, { plot, turn, dice }: PlannedCase): Cast {
  const [owner, colleague] = dice.chance(0.54) ? [staff.robin, staff.sam] : [staff.sam, staff.robin];
  const physicians = [staff.hart, staff.santos, staff.nair] as const;
  const physician =
    plot.most === undefined
      ? dice.weighted([
          [staff.hart, 40],
          [staff.santos, 35],
          [staff.nair, 25],
        ] as const)
      : (physicians[turn % physicians.length] ?? staff.hart);
  return { owner, colleague, physician, manager: dice.chance(0.9) ? staff.dana : staff.nair };
}
