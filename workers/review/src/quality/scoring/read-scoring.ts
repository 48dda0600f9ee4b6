import { ownSheetsOfPanel, panelWithRubric } from '@shixun/db/tenant/scoring'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ownStanding } from '@shixun/domain/quality/evaluations/own-standing'
import { SCORESHEET } from '@shixun/domain/quality/lifecycles'
import { expertLeaves } from '@shixun/domain/quality/rubrics/rubric'
import { criterionHead } from '@shixun/domain/quality/scoring/score-table'
import { isLate } from '@shixun/domain/quality/scoring/sealed-sheet'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { actionsOf } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { submissionProblems } from './seal-for-submission.ts'
import { neutralLabel, sheetOpen } from './sheet-card.ts'

/** The criterion that a pointer such as `/scores/input.course` names. */
function criterionIn(pointer: string): string {
  return pointer.split('/').at(-1)?.replaceAll('~1', '/').replaceAll('~0', '~') ?? ''
}

/** 本人的评分：all sheets of one expert in one panel, how far each is, and how they themselves scored so far. */
export async function readScoring(scene: ReviewScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const expert = unitLimit(scene.visitor, 'scoresheet.write') ?? ''
  const [[panel], sheets] = await scene.store.tenant.read(
    panelWithRubric(params),
    ownSheetsOfPanel({ ...params, expert }),
  )
  // a panel in which one has no sheet is as unknown as none
  if (!panel || sheets.length === 0) return refuse({ code: 'not-found' })
  const today = chinaDate(scene.now)
  const open = sheets.filter(({ state }) => sheetOpen(state))
  const standing = ownStanding(panel.rubric, open)
  const placeOf = new Map(standing.sheets.map((place) => [place.id, place]))
  const leaves = expertLeaves(panel.rubric)
  const { mean, lowest, highest, n } = standing.all
  return ok({
    body: {
      panelId: panel.id,
      callTitle: panel.callTitle,
      state: panel.state,
      blind: panel.blindness === 'double',
      dueOn: panel.dueOn,
      overdue: isLate(panel.dueOn, today),
      rubricTitle: panel.rubric.title,
      rubricRetired: panel.rubricState === 'retired',
      criteria: leaves.map((leaf, index) => ({
        key: leaf.key,
        title: leaf.title,
        nature: leaf.nature,
        max: leaf.max,
        head: criterionHead(leaf, index),
      })),
      sheets: sheets.map((sheet, index) => {
        const { id, version, state } = sheet
        const place = placeOf.get(id)
        const missing = place ? submissionProblems({ ...sheet, rubric: panel.rubric, ...panelOf(panel) }) : []
        const score = state === 'declared' && panel.state === 'scoring' ? ['score'] : []
        return {
          id,
          version,
          actions: panel.state === 'scoring' ? [...score, ...actionsOf(scene, SCORESHEET, state, {})] : [],
          no: index + 1,
          label: neutralLabel(id),
          state,
          scored: place?.scored ?? 0,
          total: place ? place.total : null,
          missing: [...new Set(missing.map(({ pointer }) => criterionIn(pointer)))],
          rank: place?.rank ?? null,
          tied: place?.tied ?? false,
          late: isLate(panel.dueOn, sheet.sealedAt === null ? today : chinaDate(sheet.sealedAt)),
          reopened: sheet.reopenNote !== null && state === 'declared',
          scores: place ? sheet.scores : {},
        }
      }),
      own: { n, mean, lowest, highest, criteria: standing.criteria },
    },
  })
}

function panelOf({ rubricId, dueOn }: { rubricId: string; dueOn: string | null }) {
  return { rubricId, dueOn }
}
