import type { appealById, appealPage } from '@shixun/db/tenant/appeals'
import { scopeOf, unitLimit } from '@shixun/domain/identity/permission'
import { APPEAL, type AppealConsequences } from '@shixun/domain/quality/appeals/appeal'
import { chinaDate } from '@shixun/domain/shared/china-time'
import type { Facts } from '@shixun/domain/shared/machine'
import { actionsOf } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'

export type AppealRow = ReturnType<ReturnType<typeof appealById>['decode']>
type Listed = ReturnType<ReturnType<typeof appealPage>['decode']>
type File = { id: string; name: string; mediaType: string; size: number; sha256: string }

const points = (hundredths: number | null) => (hundredths === null ? null : hundredths / 100)

/** A further opinion has to be in before an appeal that asked for one is settled. */
export function appealFacts(row: { way: string | null; sheetState?: string | null }): Facts {
  return { opinionIn: row.way !== 'opinion' || row.sheetState === 'submitted' }
}

function cardOf(scene: ReviewScene, row: Omit<Listed, 'sheetId'>) {
  const overdue = (row.state === 'open' || row.state === 'accepted') && chinaDate(scene.now) > row.dueOn
  return { ...row, overdue, totalBefore: points(row.totalBefore), totalAfter: points(row.totalAfter) }
}

export function appealCard(scene: ReviewScene, { sheetId: _, ...row }: Listed) {
  return { ...cardOf(scene, row), actions: [] as string[] }
}

export function consequencesView(scene: ReviewScene, row: { subjectId: string }, found: AppealConsequences) {
  // places of other units are the bureau's to know
  const seesAll = unitLimit(scene.visitor, 'appeal.read') === null
  const items = seesAll ? found.items : found.items.filter(({ id }) => id === row.subjectId)
  return {
    ...found,
    items: items.map(({ before, after, ...item }) => ({
      ...item,
      before: { ...before, score: before.score / 100 },
      after: { ...after, score: after.score / 100 },
    })),
  }
}

/** An appeal whole, with what this visitor may do to it now. */
export function appealView(scene: ReviewScene, row: AppealRow, files: readonly File[]) {
  const { sheetId, sheetState, points: contested, consequences, ...rest } = row
  const writes = scopeOf(scene.visitor, 'appeal.write') !== null
  const attaches =
    (row.state === 'open' && scopeOf(scene.visitor, 'appeal_evidence.write') !== null) ||
    (row.state === 'accepted' && scopeOf(scene.visitor, 'appeal.settle') !== null)
  const answered = row.state === 'settled' || row.state === 'dismissed'
  const seesOpinion = scopeOf(scene.visitor, 'scoresheet.read') === 'district'
  return {
    ...cardOf(scene, rest),
    actions: [
      ...actionsOf(scene, APPEAL, row.state, appealFacts(row)),
      ...(attaches ? ['attach'] : []),
      ...(answered && writes && row.acknowledgedAt === null ? ['acknowledge'] : []),
    ],
    points: contested,
    files: files.map(({ id, name, mediaType, size, sha256 }) => ({ id, name, mediaType, size, sha256 })),
    opinion: sheetId !== null && seesOpinion ? { sheetId, state: sheetState ?? 'assigned' } : null,
    consequences: consequences ? consequencesView(scene, row, consequences) : null,
  }
}
