import '../scoring/scoring.css'
import { useState } from 'preact/hooks'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { t, wordFor } from '../../../words/words.ts'
import { pointsText } from '../hundredths.ts'
import { runningTotal } from '../scoring/running-total.ts'
import { ScoringLeaves } from '../scoring/scoring-leaves.tsx'
import { expertLeavesOf, leavesOf, type Rubric, sourceOf } from './rubric-tree.ts'

interface RubricPreviewProps {
  rubric: Rubric
  onClose: () => void
}

/** The rubric as an expert will meet it: the very form, to try and not to keep. */
export function RubricPreview({ rubric, onClose }: RubricPreviewProps) {
  const [scores, setScores] = useState<Readonly<Record<string, number>>>({})
  const leaves = expertLeavesOf(rubric.criteria)
  const others = leavesOf(rubric.criteria).filter((leaf) => sourceOf(leaf) !== 'expert')
  const { total, most, scored } = runningTotal(leaves, scores)
  return (
    <Dialog
      open
      size="wide"
      title={rubric.title || t('rubrics.untitled')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('ui.close')}</Button>}
    >
      <p class="muted">{t('rubrics.previewHelp')}</p>
      {leaves.length === 0 ? (
        <p>{t('rubrics.previewNone')}</p>
      ) : (
        <>
          <ScoringLeaves
            criteria={rubric.criteria}
            scores={scores}
            errors={{}}
            onScore={(key, value) => {
              const { [key]: _, ...rest } = scores
              setScores(value === null ? rest : { ...rest, [key]: value })
            }}
          />
          <p class="row" role="status">
            <strong>{pointsText(total)}</strong> {t('quality.ofPoints', { most: pointsText(most) })}
            <span class="muted">{t('quality.scored', { n: scored, total: leaves.length })}</span>
          </p>
        </>
      )}
      {others.length > 0 && (
        <p class="muted">
          {t('rubrics.previewOthers', {
            titles: others.map((leaf) => `${leaf.title}（${wordFor('source', sourceOf(leaf))}）`).join('、'),
          })}
        </p>
      )}
    </Dialog>
  )
}
