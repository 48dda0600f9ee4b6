import type { CallKind } from '../calls/design/call.ts'
import { BUDGET_ITEMS, type BudgetItem } from '../money/budget-items.ts'
import { chineseAmount } from '../money/chinese-amount.ts'
import { yuanText } from '../money/exact-figures.ts'
import type { AgreementBody, AgreementTarget } from './figures.ts'
import { promisedText } from './promised-text.ts'

/** What an agreement of each kind is called on paper. */
export const AGREEMENT_TITLES: Readonly<Record<CallKind, string>> = {
  training_project: '教师培训项目任务书',
  studio: '名师工作室建设任务书',
  base: '教师培训基地建设任务书',
  development_school: '教师发展学校建设任务书',
  demonstration_school: '示范校建设任务书',
  flagship: '精品项目任务书',
  honour: '荣誉称号任务书',
}

/** What the text says beside the terms. `reason` is that of the amendment which made this number; null for the first. */
export type AgreementHead = { kind: CallKind; bureau: string; projectNumber: string; no: number; reason: string | null }

const NUMERALS = '〇一二三四五六七八九'

/** 1 to 99 as Chinese paragraphs count: 十, 十一, 二十三. */
export function chineseOrdinal(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  if (tens === 0) return NUMERALS[ones] ?? ''
  return `${tens === 1 ? '' : NUMERALS[tens]}十${ones === 0 ? '' : NUMERALS[ones]}`
}

/** A date as documents write it: 2026年4月1日. */
export function chineseDay(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

export function budgetItemName(item: string): string {
  return Object.hasOwn(BUDGET_ITEMS, item) ? BUDGET_ITEMS[item as BudgetItem] : item
}

function targetText({ name, promised, unit }: AgreementTarget): string {
  return typeof promised === 'number' ? `${name}：${promisedText(promised, unit)}` : `${name}：${promised}`
}

export function spanText({ from, to }: { from: string; to: string }): string {
  return from === to ? chineseDay(from) : `${chineseDay(from)}至${chineseDay(to)}`
}

/** Sentences end once, whatever the writer put there. */
function sentence(text: string): string {
  return `${text.replace(/[。；;.\s]+$/u, '')}。`
}

function paragraphs(items: readonly string[], none: string): string[] {
  return items.length === 0 ? [none] : items.map((item, index) => `（${chineseOrdinal(index + 1)}）${sentence(item)}`)
}

function numbered(items: readonly string[]): string[] {
  return items.map((item, index) => `    ${index + 1}. ${sentence(item)}`)
}

function moneyLines({ total, items }: AgreementBody['money']): string[] {
  const sum = `（一）项目经费总额为人民币${chineseAmount(total)}（${yuanText(BigInt(total))}）。`
  const detail = items.length === 0 ? [] : ['（二）经费按下列科目安排：']
  const lines = items.map(({ item, amount }) => `${budgetItemName(item)}：${yuanText(BigInt(amount))}`)
  const rule = `（${chineseOrdinal(items.length === 0 ? 2 : 3)}）经费专款专用，按规定科目列支，凭证齐全。`
  return [sum, ...detail, ...numbered(lines), rule]
}

function dateLines({ from, to, milestones }: AgreementBody['dates']): string[] {
  const term = from !== null && to !== null ? `（一）项目自${chineseDay(from)}起实施，至${chineseDay(to)}结束。` : null
  const steps = milestones.map((step) => `${spanText(step)}：${step.text}`)
  if (term === null && steps.length === 0) return ['按教育局通知的时间实施。']
  const head = steps.length === 0 ? [] : [`（${term === null ? '一' : '二'}）各阶段的时间和任务（可以交叉进行）：`]
  return [...(term === null ? [] : [term]), ...head, ...numbered(steps)]
}

/**
 * The text of an agreement (任务书) that both sides confirm, whole and in fixed words: the same body and head give the
 * same text for ever, and its SHA-256 is what is confirmed. A change of these words must not touch texts already made:
 * they are stored.
 */
export function agreementText(body: AgreementBody, head: AgreementHead): string {
  const edition = head.no === 1 ? '' : `（第${chineseOrdinal(head.no)}版）`
  const change = head.reason === null ? [] : [`变更事由：${sentence(head.reason)}`]
  const replaced = head.no === 1 ? [] : [`本版自双方同意之日起代替第${chineseOrdinal(head.no - 1)}版。`]
  return `${[
    AGREEMENT_TITLES[head.kind] + edition,
    '',
    `任务书编号：${body.number}`,
    `项目编号：${head.projectNumber}`,
    `项目名称：${body.title}`,
    `甲方（委托单位）：${head.bureau}`,
    `乙方（承担单位）：${body.unitName}`,
    ...change,
    '',
    `乙方申报的“${body.title}”经评审、公示，由甲方批准立项。双方就项目的目标、经费、成果和进度约定如下，共同遵守。${replaced.join('')}`,
    '',
    '一、任务目标',
    ...paragraphs(body.targets.map(targetText), '按批准的申报书执行。'),
    '',
    '二、项目经费',
    ...moneyLines(body.money),
    '',
    '三、预期成果',
    ...paragraphs(body.outputs, '按批准的申报书执行。'),
    '',
    '四、实施进度',
    ...dateLines(body.dates),
    '',
    '五、变更、暂停与终止',
    '（一）任何一方不得单方改动本任务书。确需调整的，由一方提出变更并说明理由，另一方同意后形成新的一版，以最新一版为准。',
    '（二）项目的暂停、恢复和终止由甲方决定，说明理由，通知乙方，并记入项目档案。',
    '',
    '六、确认',
    '本任务书以本文本为准，经双方确认后生效。确认人、确认时间和本文本的 SHA-256 摘要记入项目档案。',
    '',
    `甲方：${head.bureau}`,
    `乙方：${body.unitName}`,
  ].join('\n')}\n`
}
