import type { CallInput } from '../../call.ts'
import type { FormErrors, FormValues } from '../../ui/form-field.ts'
import { asNumber, asText } from '../../ui/form-field.ts'

export type Terms = CallInput<'compareTerms'>['body']['terms']
type Target = Terms['targets'][number]

/** What stands in the form: rows as they are typed, perhaps with gaps, which the server then names. */
export interface TermsDraft {
  measured: readonly Target[]
  others: readonly FormValues[]
  total: number | null
  items: readonly FormValues[]
  outputs: readonly FormValues[]
  from: string
  to: string
  milestones: readonly FormValues[]
}

export function draftOf({ targets, money, outputs, dates }: Terms): TermsDraft {
  const others = targets.filter(({ means }) => means === 'target')
  return {
    measured: targets.filter(({ means }) => means !== 'target'),
    others: others.map(({ name, promised, unit }) => ({ name, promised: String(promised), unit })),
    total: money.total,
    items: money.items.map((item) => ({ ...item })),
    outputs: outputs.map((text) => ({ text })),
    from: dates.from ?? '',
    to: dates.to ?? '',
    milestones: dates.milestones.map((step) => ({ ...step })),
  }
}

/** `12` and `12.5` are figures; anything else is a sentence. */
function promiseOf(text: string): number | string {
  return /^-?\d{1,8}(\.\d{1,2})?$/.test(text.trim()) ? Number(text) : text
}

function otherOf({ name, promised, unit }: FormValues): Target {
  return { means: 'target', name: asText(name), promised: promiseOf(asText(promised)), unit: asText(unit) }
}

/** The sum of the items, in fen; null where there are none and the total is typed. */
export function itemSum({ items }: TermsDraft): number | null {
  return items.length === 0 ? null : items.reduce((sum, { amount }) => sum + (asNumber(amount) ?? 0), 0)
}

export function termsOf(draft: TermsDraft): Terms {
  const { measured, others, total, items, outputs, from, to, milestones } = draft
  return {
    targets: [...measured, ...others.map(otherOf)],
    money: {
      total: itemSum(draft) ?? total ?? 0,
      items: items.map(({ item, amount }) => ({ item: asText(item), amount: asNumber(amount) ?? 0 })),
    },
    outputs: outputs.map(({ text }) => asText(text)),
    dates: {
      from: from || null,
      to: to || null,
      milestones: milestones.map((step) => ({
        text: asText(step['text']),
        from: asText(step['from']),
        to: asText(step['to']),
      })),
    },
  }
}

/** The server counts all targets in one list; the rows of the others begin after the measured ones. */
export function errorsOfOthers(errors: FormErrors, measured: number): FormErrors {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([pointer, text]) => {
      const [, at = '', rest = ''] = /^\/terms\/targets\/(\d+)(.*)$/.exec(pointer) ?? []
      return at === '' ? [] : [[`/terms/targets/${Number(at) - measured}${rest}`, text]]
    }),
  )
}

/** A list of texts has one column: its errors are shown at that. */
export function errorsOfOutputs(errors: FormErrors): FormErrors {
  return Object.fromEntries(
    Object.entries(errors)
      .filter(([pointer]) => /^\/terms\/outputs\/\d+$/.test(pointer))
      .map(([pointer, text]) => [`${pointer}/text`, text]),
  )
}
