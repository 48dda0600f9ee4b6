import type { CallKind } from '../calls/design/call.ts'
import { chineseAmount } from '../money/chinese-amount.ts'
import { yuanText } from '../money/exact-figures.ts'
import { AGREEMENT_TITLES, chineseDay, chineseOrdinal } from './agreement-text.ts'
import type { AgreementBody } from './figures.ts'
import { promisedText } from './promised-text.ts'

/** The reply (批复) by which a bureau approves a project, in the parts of an official document (GB/T 9704). */
export type ApprovalLetter = {
  bureau: string
  title: string
  to: string
  paragraphs: string[]
  attachment: string
  /** Of the document number 〔2026〕. */
  year: number
  /** `2026年3月10日`. */
  date: string
}

type Approved = {
  bureau: string
  kind: CallKind
  projectNumber: string
  /** The day of the approval in China, `2026-03-10`. */
  approvedOn: string
  /** The first agreement: what was approved, whatever was amended since. */
  body: AgreementBody
}

function points({ targets, money, dates }: AgreementBody, agreement: string): string[] {
  const promised = targets.flatMap(({ name, promised, unit }) =>
    typeof promised === 'number' ? [`${name} ${promisedText(promised, unit)}`] : [],
  )
  const { from, to } = dates
  return [
    promised.length === 0 ? '' : `目标任务。${promised.join('，')}。`,
    money.total === 0
      ? ''
      : `项目经费。核定经费总额人民币${chineseAmount(money.total)}（${yuanText(BigInt(money.total))}），专款专用，按任务书所列科目列支。`,
    from === null || to === null ? '' : `实施时间。自${chineseDay(from)}起，至${chineseDay(to)}止。`,
    `组织实施。请及时在系统中确认${agreement}，严格按照任务书组织实施，按期结项；确需调整的，按程序申请变更。`,
  ].filter((point) => point !== '')
}

/** The reply to the unit that applied: what is approved, under which number, and what is asked of it. */
export function approvalLetter({ bureau, kind, projectNumber, approvedOn, body }: Approved): ApprovalLetter {
  const agreement = `《${AGREEMENT_TITLES[kind]}》（编号：${body.number}）`
  return {
    bureau,
    title: `关于同意“${body.title}”立项的批复`,
    to: body.unitName,
    paragraphs: [
      `你单位关于“${body.title}”的申报材料收悉。经评审、公示，同意该项目立项，项目编号为 ${projectNumber}。现将有关事项批复如下：`,
      ...points(body, agreement).map((point, index) => `${chineseOrdinal(index + 1)}、${point}`),
      '此复。',
    ],
    attachment: agreement,
    year: Number(approvedOn.slice(0, 4)),
    date: chineseDay(approvedOn),
  }
}
