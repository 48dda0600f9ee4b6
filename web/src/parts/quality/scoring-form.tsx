import { useEffect, useRef, useState } from 'preact/hooks'
import { useActing } from '../../session.ts'
import { AutosaveMark } from '../../ui/autosave-mark.tsx'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { focusFirstError } from '../../ui/first-error.ts'
import { isComposing } from '../../ui/ime.ts'
import { Textarea } from '../../ui/textarea.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import { pointsText } from './hundredths.ts'
import { expertLeavesOf, type Rubric } from './rubric-tree.ts'
import { runningTotal } from './running-total.ts'
import type { Sheet } from './scoresheet-page.tsx'
import { ScoringLeaves } from './scoring-leaves.tsx'
import { useSheetSaver } from './use-sheet-saver.ts'

/** Rubric to be filled in: Tab or Enter goes on, the arrows move by half a point, everything is stored as it is typed. */
export function ScoringForm({ sheet, rubric }: { sheet: Sheet; rubric: Rubric }) {
  const { district } = useActing()
  const { draft, change, flush, mark, problem } = useSheetSaver(district, sheet)
  const submission = useSend('submitScoresheet')
  const [asking, setAsking] = useState(false)
  const box = useRef<HTMLElement>(null)
  const leaves = expertLeavesOf(rubric.criteria)
  const { total, most, scored } = runningTotal(leaves, draft.scores)
  const refused = submission.problem ?? problem
  const errors = refused?.fields ?? {}
  useEffect(() => {
    if (submission.problem) focusFirstError(box.current ?? document)
  }, [submission.problem])

  function onward(event: KeyboardEvent) {
    if (event.key !== 'Enter' || isComposing(event)) return
    const fields = [...(box.current?.querySelectorAll<HTMLElement>('input, textarea') ?? [])]
    const at = fields.indexOf(event.target as HTMLElement)
    const next = fields[at + 1]
    // on a button Enter is its own
    if (at < 0 || event.target instanceof HTMLTextAreaElement || !next) return
    event.preventDefault()
    next.focus()
    if (next instanceof HTMLInputElement) next.select()
  }
  async function submit() {
    const version = await flush()
    if (version !== null) {
      const answer = await submission.send({ params: { district, id: sheet.id }, body: {}, ifMatch: version })
      if (answer.ok) showToast({ kind: 'success', text: t('quality.submitted') })
    }
    setAsking(false)
    if (version === null) focusFirstError(box.current ?? document)
  }
  return (
    <section class="card scoring-rubric" ref={box} aria-label={t('quality.scoring')} onKeyDown={onward}>
      <h2>{t('quality.scoring')}</h2>
      <p class="muted scoring-keys">{t('quality.keys')}</p>
      {mark.kind === 'conflict' && (
        <Callout
          kind="warning"
          title={t('quality.conflict')}
          actions={
            <Button size="small" onClick={() => location.reload()}>
              {t('quality.reload')}
            </Button>
          }
        >
          {t('quality.conflictHelp')}
        </Callout>
      )}
      {submission.problem && (
        <Callout kind="error" title={submission.problem.title}>
          {submission.problem.detail}
        </Callout>
      )}
      <ScoringLeaves
        criteria={rubric.criteria}
        scores={draft.scores}
        errors={errors}
        onScore={(key, value) => {
          submission.clear()
          const { [key]: _, ...others } = draft.scores
          change({ ...draft, scores: value === null ? others : { ...others, [key]: value } })
        }}
      />
      <Field label={t('quality.comment')} help={t('quality.commentHelp')} error={errors['/comment']}>
        {(link) => (
          <Textarea
            {...link}
            value={draft.comment}
            onChange={(comment) => change({ ...draft, comment })}
            maxLength={4000}
            rows={4}
          />
        )}
      </Field>
      <div class="scoring-foot">
        <div class="scoring-total" role="status">
          <strong>{pointsText(total)}</strong>
          <span>{t('quality.ofPoints', { most: pointsText(most) })}</span>
          <span class="muted">{t('quality.scored', { n: scored, total: leaves.length })}</span>
        </div>
        <AutosaveMark state={mark} />
        {problem?.code === 'invalid-input' && <span class="scoring-wrong">{t('quality.notStored')}</span>}
        <Button kind="primary" onClick={() => setAsking(true)}>
          {t('quality.submit')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('quality.submit')}
        message={
          scored < leaves.length
            ? t('quality.submitUnfinished', { n: leaves.length - scored })
            : t('quality.submitHelp', { total: pointsText(total) })
        }
        confirmLabel={t('quality.submit')}
        busy={submission.busy}
        onConfirm={() => void submit()}
        onClose={() => setAsking(false)}
      />
    </section>
  )
}
