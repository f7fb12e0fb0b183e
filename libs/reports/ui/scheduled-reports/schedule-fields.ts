import type { ScheduledReport, ScheduledReports } from '@stipple/contracts';
import { weekdayNames } from '@stipple/domain';
import type { Field, Values } from '@stipple/ui';

/** The questions of a schedule, in the order in which one thinks of them. */
export function scheduleFields(people: ScheduledReports['people']): readonly Field[] {
  return [
    {
      kind: 'text',
      name: 'name',
      label: 'Name',
      hint: 'People find it in the list by this; no e-mail says it.',
    },
    {
      kind: 'radio',
      name: 'every',
      label: 'How often',
      row: true,
      options: [
        { value: 'week', label: 'Each week' },
        { value: 'month', label: 'Each month' },
      ],
    },
    {
      kind: 'choice',
      name: 'weekday',
      label: 'Weekday',
      half: true,
      when: ({ every }) => every === 'week',
      options: weekdayNames.map((label, at) => ({ value: String(at + 1), label })),
    },
    {
      kind: 'number',
      name: 'day',
      label: 'Day of the month',
      hint: 'A shorter month has it on its last day.',
      half: true,
      min: 1,
      max: 31,
      when: ({ every }) => every === 'month',
    },
    {
      kind: 'choice',
      name: 'format',
      label: 'Format',
      half: true,
      options: [
        { value: 'xlsx', label: 'Excel' },
        { value: 'csv', label: 'CSV' },
        { value: 'pdf', label: 'PDF' },
      ],
    },
    {
      kind: 'choices',
      name: 'recipients',
      label: 'To whom',
      hint: 'They get an e-mail with a link, which opens after they have signed in.',
      options: people.map(({ id, name }) => ({ value: id, label: name })),
    },
  ];
}

/** What a form opens with: a report as it is, or the most usual one. */
export function scheduleValues(report: ScheduledReport | null): Values {
  if (report === null) return { every: 'week', weekday: '1', day: 1, format: 'xlsx' };
  const { name, every, on, format, recipients } = report;
  return {
    name,
    every,
    weekday: every === 'week' ? String(on) : '1',
    day: every === 'month' ? on : 1,
    format,
    recipients: recipients.map(({ id }) => id),
  };
}

/** The values as the API takes them. */
export function scheduleBody(
  { name, every, weekday, day, format, recipients }: Values,
  query: string,
): Values {
  return { name, every, on: Number(every === 'week' ? weekday : day), format, recipients, query };
}
