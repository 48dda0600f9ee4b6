import { yuanText } from '../money/exact-figures.ts'
import type { AgreementTerms } from './agreement.ts'
import { budgetItemName, chineseDay, spanText } from './agreement-text.ts'
import type { AgreementTarget } from './figures.ts'
import { promisedText } from './promised-text.ts'

export const DIFFERENCE_PARTS = ['target', 'money', 'output', 'date', 'milestone'] as const

/** One line that an amendment changes, as both sides read it: null before an added line, null after a removed one. */
export type AgreementDifference = {
  part: (typeof DIFFERENCE_PARTS)[number]
  name: string
  before: string | null
  after: string | null
}

type Line = { key: string; name: string; text: string }

/** Lines of one key are met in their order, so that a name that stands twice is compared twice. */
function keyed(lines: readonly Line[]): Map<string, Line> {
  const seen = new Map<string, number>()
  return new Map(
    lines.map((line) => {
      const times = seen.get(line.key) ?? 0
      seen.set(line.key, times + 1)
      return [`${line.key} ${times}`, line]
    }),
  )
}

function compare(part: AgreementDifference['part'], before: readonly Line[], after: readonly Line[]) {
  const [old, next] = [keyed(before), keyed(after)]
  const gone = [...old].filter(([key]) => !next.has(key))
  const here = [...next].filter(([key, line]) => old.get(key)?.text !== line.text)
  return [
    ...here.map(([key, { name, text }]) => ({ part, name, before: old.get(key)?.text ?? null, after: text })),
    ...gone.map(([, { name, text }]) => ({ part, name, before: text, after: null })),
  ]
}

const promise = ({ promised, unit }: AgreementTarget) => promisedText(promised, unit)

function targetLines({ targets }: AgreementTerms): Line[] {
  return targets.map((target) => ({ key: target.name, name: target.name, text: promise(target) }))
}

function moneyLines({ money }: AgreementTerms): Line[] {
  const items = money.items.map(({ item, amount }) => ({
    key: item,
    name: budgetItemName(item),
    text: yuanText(BigInt(amount)),
  }))
  return [{ key: '', name: '经费总额', text: yuanText(BigInt(money.total)) }, ...items]
}

function dateLines({ dates: { from, to } }: AgreementTerms): Line[] {
  return [
    ...(from === null ? [] : [{ key: 'from', name: '开始日期', text: chineseDay(from) }]),
    ...(to === null ? [] : [{ key: 'to', name: '结束日期', text: chineseDay(to) }]),
  ]
}

function milestoneLines({ dates }: AgreementTerms): Line[] {
  return dates.milestones.map((step) => ({ key: step.text, name: step.text, text: spanText(step) }))
}

const outputLines = ({ outputs }: AgreementTerms): Line[] => outputs.map((text) => ({ key: text, name: '', text }))

/** What differs between two agreements of one project, in the order of the printed text. */
export function agreementDifference(before: AgreementTerms, after: AgreementTerms): AgreementDifference[] {
  return [
    ...compare('target', targetLines(before), targetLines(after)),
    ...compare('money', moneyLines(before), moneyLines(after)),
    ...compare('output', outputLines(before), outputLines(after)),
    ...compare('date', dateLines(before), dateLines(after)),
    ...compare('milestone', milestoneLines(before), milestoneLines(after)),
  ]
}
