import '@shixun/contract/calls-field-problems'
import '@shixun/contract/classes-field-problems'
import '@shixun/contract/people-field-problems'
import { FIELD_PROBLEMS } from '@shixun/contract/field-problem'
import { PROBLEMS, problemType } from '@shixun/contract/problem'
import { refusalsOf } from '@shixun/contract/refusals-of'
import { ALL_ROUTES } from '@shixun/contract/routes'
import { REFUSAL_CODES } from '@shixun/domain/shared/refusal'

const MANY = 6

function answeredBy(code: (typeof REFUSAL_CODES)[number]): string {
  const ids = ALL_ROUTES.filter((route) => refusalsOf(route).includes(code)).map(({ id }) => `\`${id}\``)
  return ids.length > MANY ? `${ids.length} operations` : ids.join(', ')
}

/** docs/problems.md: every problem of the API with its status, title, remedy and who answers it. */
export function printProblems(): string {
  const problems = REFUSAL_CODES.map((code) => {
    const { status, title, remedy } = PROBLEMS[code]
    return `| ${status} | \`${problemType(code)}\` | ${title} | ${remedy} | ${answeredBy(code)} |`
  })
  const fields = Object.entries(FIELD_PROBLEMS).map(([key, text]) => `| \`${key}\` | ${text} |`)
  return [
    '# Problems',
    '',
    'Printed by `scripts/print-docs.ts` from `packages/contract/src/problem.ts`. Change that, never this file.',
    '',
    'Every refusal is `application/problem+json` (RFC 9457); its `type` is stable for ever. `{name}` is filled at run time.',
    '',
    '| status | type | title | remedy | answered by |',
    '|---|---|---|---|---|',
    ...problems,
    '',
    '## Members of an input',
    '',
    'In `errors` each wrong member has an RFC 6901 `pointer` and one of these.',
    '',
    '| problem | text |',
    '|---|---|',
    ...fields,
    '',
  ].join('\n')
}
