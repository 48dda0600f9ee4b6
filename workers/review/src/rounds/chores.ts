import { keepAssessments } from '../quality/assessments/keep-assessments.ts'
import { askForInterests } from '../quality/conflicts/ask-for-interests.ts'
import { checkPanels } from '../quality/panels/check-panels.ts'
import { keepExplaining } from '../quality/rankings/explain-ranked.ts'
import type { ReviewScene } from '../store.ts'
import { remindPanels } from './remind-panels.ts'

/** What time alone brings about in one district, each minute, in this order. */
export const CHORES: readonly ((scene: ReviewScene) => Promise<void>)[] = [
  askForInterests,
  checkPanels,
  keepAssessments,
  keepExplaining,
  remindPanels,
]
