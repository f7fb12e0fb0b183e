import { StandardSchemaValidationPipe } from '@nestjs/common';
import { refusal } from '@stipple/domain';
import { z } from 'zod';
import { HttpProblem } from './http-problem';

/** Zod's own words, made to follow the name of a field: “noticeReceivedOn is missing”. */
z.config({
  customError: (issue) => {
    if (issue.code === 'invalid_type')
      return issue.input === undefined ? 'is missing' : `is not ${article(issue.expected)}`;
    if (issue.code === 'unrecognized_keys') return 'is not known here';
    if (issue.code === 'invalid_value') return `is none of ${issue.values.slice(0, 30).join(', ')}`;
    if (issue.code === 'too_big') return `is more than ${issue.maximum}`;
    if (issue.code === 'too_small') return `is less than ${issue.minimum}`;
    if (issue.code === 'invalid_format') return `is not a valid ${issue.format}`;
    if (issue.code === 'invalid_union') return 'fits none of the allowed forms';
    return undefined;
  },
});

function article(expected: string): string {
  return expected === 'int'
    ? 'a whole number'
    : /^[aeiou]/.test(expected)
      ? `an ${expected}`
      : `a ${expected}`;
}

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
  /** Zod's issue about fields that nobody asked for lists them here and stands at their parent. */
  readonly keys?: readonly string[];
}

/** Checks every body, query and path parameter against its contract; says all that is wrong, field by field. */
export function validationPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({ exceptionFactory: (issues) => invalidInput(issues) });
}

export function invalidInput(issues: readonly Issue[]): HttpProblem {
  const unknown = ({ keys, path = [], message }: Issue) =>
    keys?.map((key) => ({ path: [...path, key.slice(0, 100)], message }));
  const each = issues.slice(0, 50).flatMap((issue) => unknown(issue) ?? [issue]);
  const refusals = each.slice(0, 50).map((issue) => {
    const field = (issue.path ?? [])
      .map((part) => String(typeof part === 'object' ? part.key : part))
      .join('.');
    return refusal(
      'invalid',
      field === '' ? `The request ${issue.message}.` : `${field} ${issue.message}.`,
      field || undefined,
    );
  });
  return new HttpProblem(
    400,
    'invalid',
    refusals
      .map((one) => one.sentence)
      .join(' ')
      .slice(0, 1000),
    refusals,
  );
}

/** For bodies that do not come through the pipe, such as the fields beside a file. */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) throw invalidInput(result.error.issues);
  return result.data;
}
