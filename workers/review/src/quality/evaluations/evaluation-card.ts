import type { evaluationCardById } from '@shixun/db/tenant/evaluations'

export type EvaluationCardRow = ReturnType<ReturnType<typeof evaluationCardById>['decode']>

export function evaluationCard(row: EvaluationCardRow) {
  return { ...row, actions: [] as string[], total: row.total === null ? null : row.total / 100 }
}
