import { keepAssessments } from '../quality/assessments/keep-assessments.ts'
import { askForInterests } from '../quality/conflicts/ask-for-interests.ts'
import { checkPanels } from '../quality/panels/check-panels.ts'
import { keepExplaining } from '../quality/rankings/explain-ranked.ts'
import type { ReviewScene } from '../store.ts'
import { remindPanels } from './remind-panels.ts'

/** What time alone brings about in one district, each minute, in this order. */
const CHORES: readonly ((scene: ReviewScene) => Promise<void>)[] = [
  askForInterests,
  checkPanels,
  keepAssessments,
  keepExplaining,
  remindPanels,
]

/** One chore that fails holds up no other; the round then fails as a whole, so that the queue tries again. */
export async function runChores(scene: ReviewScene): Promise<void> {
  const failed: string[] = []
  for (const chore of CHORES)
    try {
      await chore(scene)
    } catch (error) {
      failed.push(`${chore.name}: ${error}`)
    }
  if (failed.length > 0) throw new Error(failed.join('; '))
}
