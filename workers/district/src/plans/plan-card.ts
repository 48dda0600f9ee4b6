import type { planItemById } from '@shixun/db/tenant/training'

export type PlanRow = ReturnType<ReturnType<typeof planItemById>['decode']>

/** A row of the plan table as the API shows it. */
export function planCard({ createdAt: _, ...row }: PlanRow) {
  return { ...row, actions: [] }
}
