import { evaluationById, evaluationCardById } from '@shixun/db/tenant/evaluations'
import { unitLimit } from '@shixun/domain/identity/permission'
import { explainEvaluation as explainRules } from '@shixun/domain/quality/evaluations/explain'
import { formatHundredths, parseHundredths } from '@shixun/domain/quality/rational'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { WrittenCell, WrittenSheet } from '@shixun/http/documents'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { workbookAnswer } from '../workbook-answer.ts'
import { shownDerivation } from './compare-evaluation.ts'

const LEAVES = [
  { title: '指标', width: 30 },
  { title: '满分', as: 'decimal' },
  { title: '得分', as: 'decimal' },
  { title: '精确值', width: 18 },
  { title: '依据', width: 60 },
] as const satisfies WrittenSheet['columns']

const number = (text: string | null): WrittenCell => {
  const value = text === null ? null : parseHundredths(text)
  return value === null ? null : value / 100
}

/** 计算过程（Excel）：the steps in words on the first sheet, the criteria with their figures on the second. */
export async function exportEvaluation(scene: ReviewScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[card], [row]] = await scene.store.tenant.read(evaluationCardById(params), evaluationById(params))
  const unit = unitLimit(scene.visitor, 'evaluation.read')
  if (!card || !row || (unit !== null && row.unitId !== unit)) return refuse({ code: 'not-found' })
  const derivation = shownDerivation(row)
  const lines = explainRules(derivation)
  const told = (inputs: readonly { name: string; value: string }[]) =>
    inputs.map(({ name, value }) => `${name} ${value}`).join('；')
  const sheet: WrittenSheet = {
    format: 'xlsx',
    name: '计算过程',
    columns: [
      { title: '步骤', width: 60 },
      { title: '公式', width: 40 },
      { title: '依据', width: 60 },
      { title: '精确值', width: 18 },
    ],
    more: [
      {
        name: '指标得分',
        columns: LEAVES,
        rows: derivation.leaves.map((leaf) => [
          leaf.title,
          leaf.nature === 'veto' ? null : Number(formatHundredths(leaf.max)),
          number(leaf.rounded),
          leaf.exact,
          told(lines.find(({ id }) => id === `leaf/${leaf.key}`)?.inputs ?? []),
        ]),
      },
      {
        name: '评估结果',
        columns: [
          { title: '项', width: 16 },
          { title: '内容', width: 70 },
        ],
        rows: [
          ['名称', card.subjectTitle],
          ['单位', card.unitName],
          ['指标体系', `${card.rubricTitle}（第${card.rubricNo}版）`],
          ['总分', derivation.totalText ?? '数据不全，暂不计算'],
          ['等次', derivation.bandTitle ?? ''],
          ['评估日期', chinaDate(card.createdAt)],
          ['计算版本', card.engine],
          ['指纹（SHA-256）', card.sha256],
        ],
      },
    ],
  }
  const rows = lines.map(({ line, formula, inputs, exact }) => [line, formula, told(inputs), exact])
  return ok(await workbookAnswer(scene, sheet, rows, `${card.subjectTitle}评估说明`))
}
