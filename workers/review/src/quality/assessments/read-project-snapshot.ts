import { rubricOfSnapshot, snapshotOfMonth } from '@shixun/db/tenant/assessments'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { leavesView, readingView, snapshotCard } from './assessment-card.ts'

/** 一个月的考核快照：what it was made from, every figure, and the hash of its canonical bytes. */
export async function readProjectSnapshot(
  scene: ReviewScene,
  { params }: { params: { id: string; month: string } },
): Promise<Verdict> {
  const [[row], [rubric]] = await scene.store.tenant.read(
    snapshotOfMonth({ project: params.id, month: params.month }),
    rubricOfSnapshot({ project: params.id, month: params.month }),
  )
  const limit = unitLimit(scene.visitor, 'assessment.read')
  if (!row || !rubric || (limit !== null && row.unitId !== limit)) return refuse({ code: 'not-found' })
  const { derivation } = row
  return ok({
    body: {
      ...row,
      ...snapshotCard(row),
      readings: derivation.readings.map(readingView),
      leaves: leavesView(rubric.body, derivation),
    },
  })
}
