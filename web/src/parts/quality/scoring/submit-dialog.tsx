import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { t } from '../../../words/words.ts'
import { pointsText } from '../hundredths.ts'
import { ScoreTable } from '../rankings/score-table.tsx'
import { expertLeavesOf, type Rubric } from '../rubrics/rubric-tree.ts'
import { missingOf, runningTotal } from './running-total.ts'
import type { SheetDraft } from './sheet-draft.ts'

export interface SubmitDialogProps {
  rubric: Rubric
  draft: SheetDraft
  late: boolean
  busy: boolean
  /** What the server refused. */
  error: string | undefined
  onMissing: (key: string) => void
  onConfirm: () => void
  onClose: () => void
}

/** Every score once more before it is sealed; what is missing is told at once, each with a way to it. */
export function SubmitDialog(props: SubmitDialogProps) {
  const { rubric, draft, late, busy, error, onMissing, onConfirm, onClose } = props
  const leaves = expertLeavesOf(rubric.criteria)
  const missing = missingOf(leaves, draft)
  const { total } = runningTotal(leaves, draft.scores)
  return (
    <Dialog
      open
      size="wide"
      title={t('scoring.submitTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          {missing.length === 0 && (
            <Button kind="primary" busy={busy} onClick={onConfirm}>
              {t('scoring.submitNow')}
            </Button>
          )}
        </>
      }
    >
      <div class="stack">
        {error && <Callout kind="error">{error}</Callout>}
        {missing.length > 0 ? (
          <Callout kind="warning" title={t('scoring.submitMissing', { n: missing.length })}>
            <ul class="scoring-gaps">
              {missing.map(({ key, title, what }) => (
                <li key={key}>
                  <button type="button" class="scoring-link" onClick={() => onMissing(key)}>
                    {title}
                  </button>
                  {what === 'reason' && `：${t('scoring.vetoReason')}`}
                </li>
              ))}
            </ul>
          </Callout>
        ) : (
          <p>{t('scoring.submitHelp', { total: pointsText(total) })}</p>
        )}
        {late && <Callout kind="warning">{t('scoring.submitLate')}</Callout>}
        <ScoreTable rubric={rubric} sheet={draft} total={total} />
      </div>
    </Dialog>
  )
}
