import { useEffect, useRef, useState } from 'preact/hooks'
import { lazyExtra } from '../../../lazy-page.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { Field } from '../../../ui/field.tsx'
import { focusFirstError } from '../../../ui/first-error.ts'
import { Textarea } from '../../../ui/textarea.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { useSend } from '../../../use-send.ts'
import { t } from '../../../words/words.ts'
import type { SheetConflictDialogProps } from '../conflicts/sheet-conflict-dialog.tsx'
import { pointsText } from '../hundredths.ts'
import { expertLeavesOf, type Rubric } from '../rubrics/rubric-tree.ts'
import { missingOf, runningTotal } from './running-total.ts'
import type { Sheet } from './scoresheet-page.tsx'
import { type OwnOn, ScoringLeaves } from './scoring-leaves.tsx'
import { ScoringMark } from './scoring-mark.tsx'
import type { SubmitDialogProps } from './submit-dialog.tsx'
import { goTo, useScoringKeys } from './use-scoring-keys.ts'
import { useSheetSaver } from './use-sheet-saver.ts'

interface ScoringFormProps {
  sheet: Sheet
  rubric: Rubric
  ownOn: (key: string) => OwnOn | undefined
  /** Goes to the sheet before or after this one, when there is one. */
  onGo: (by: 1 | -1) => void
  onSubmitted: () => void
}

const longest = 4000

const SheetConflictDialog = lazyExtra<SheetConflictDialogProps>(() =>
  import('../conflicts/sheet-conflict-dialog.tsx').then((m) => m.SheetConflictDialog),
)
const SubmitDialog = lazyExtra<SubmitDialogProps>(() => import('./submit-dialog.tsx').then((m) => m.SubmitDialog))
const ScoringKeys = lazyExtra<{ onClose: () => void }>(() => import('./scoring-keys.tsx').then((m) => m.ScoringKeys))

/** Rubric to be filled in, with the keyboard alone if one likes; everything is stored as it is typed. */
export function ScoringForm({ sheet, rubric, ownOn, onGo, onSubmitted }: ScoringFormProps) {
  const { district } = useActing()
  const saver = useSheetSaver(district, sheet)
  const { draft, change, flush, mark, problem, conflict } = saver
  const submission = useSend('submitScoresheet')
  const [asking, setAsking] = useState(false)
  const [help, setHelp] = useState(false)
  const [choosing, setChoosing] = useState(conflict !== null)
  const [said, setSaid] = useState<readonly string[]>([])
  const box = useRef<HTMLElement>(null)
  const leaves = expertLeavesOf(rubric.criteria)
  const { total, most, scored } = runningTotal(leaves, draft.scores)
  const missing = missingOf(leaves, draft)
  const refused = submission.problem ?? problem
  const errors = refused?.fields ?? {}
  useEffect(() => {
    if (conflict !== null) setChoosing(true)
  }, [conflict])
  useEffect(() => {
    if (submission.problem) focusFirstError(box.current ?? document)
  }, [submission.problem])

  const leafOf = (key: string) => box.current?.querySelector<HTMLElement>(`[data-criterion="${CSS.escape(key)}"]`)
  /** The words of a criterion, or where its points stand. */
  function toLeaf(key: string, words = false) {
    const leaf = leafOf(key)
    goTo(
      leaf?.querySelector<HTMLElement>(
        words ? '.scoring-words textarea' : '.scoring-points input, .scoring-veto input',
      ),
    )
  }
  function openWords(key: string) {
    setSaid((before) => [...before, key])
    requestAnimationFrame(() => toLeaf(key, true))
  }
  function toMissing() {
    const here = document.activeElement?.closest<HTMLElement>('[data-criterion]')?.dataset['criterion']
    const order = leaves.map(({ key }) => key)
    const at = here === undefined ? -1 : order.indexOf(here)
    const next = missing.find(({ key }) => order.indexOf(key) > at) ?? missing[0]
    if (next) toLeaf(next.key, next.what === 'reason')
  }
  async function go(by: 1 | -1) {
    await flush()
    onGo(by)
  }
  async function submit() {
    const version = await flush()
    if (version === null) return setAsking(false)
    const answer = await submission.send({ params: { district, id: sheet.id }, body: {}, ifMatch: version })
    setAsking(false)
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('scoring.submitted') })
    onSubmitted()
  }
  useScoringKeys(box, {
    onSave: () => void flush(),
    onSubmit: () => setAsking(true),
    onHelp: () => setHelp(true),
    onNextSheet: () => void go(1),
    onPreviousSheet: () => void go(-1),
    onMissing: toMissing,
    onComment: openWords,
  })
  return (
    <section class="card scoring-rubric" ref={box} aria-label={t('quality.scoring')}>
      <div class="scoring-head">
        <h2>{t('quality.scoring')}</h2>
        <Button kind="text" size="small" onClick={() => setHelp(true)}>
          {t('scoring.keysButton')} <kbd>?</kbd>
        </Button>
      </div>
      {saver.restored && mark.kind !== 'conflict' && <Callout>{t('scoring.restored')}</Callout>}
      {conflict && (
        <Callout
          kind="warning"
          title={t('scoring.conflict')}
          actions={
            <Button size="small" onClick={() => setChoosing(true)}>
              {t('scoring.resolve')}
            </Button>
          }
        >
          {t('scoring.conflictHelp')}
        </Callout>
      )}
      {refused && refused.code !== 'offline' && (
        <Callout kind="error" title={refused.title}>
          {refused.detail}
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
        words={{
          comments: draft.comments,
          open: said,
          onOpen: openWords,
          onComment: (key, text) => change({ ...draft, comments: { ...draft.comments, [key]: text } }),
          ownOn,
        }}
      />
      <div class="scoring-general">
        <Field label={t('scoring.generalComment')} help={t('quality.commentHelp')} error={errors['/comment']}>
          {(link) => (
            <Textarea
              {...link}
              value={draft.comment}
              onChange={(comment) => change({ ...draft, comment })}
              maxLength={longest}
              rows={4}
            />
          )}
        </Field>
      </div>
      <div class="scoring-foot">
        <div class="scoring-total" role="status">
          <strong>{pointsText(total)}</strong>
          <span>{t('quality.ofPoints', { most: pointsText(most) })}</span>
          <span class="muted">{t('quality.scored', { n: scored, total: leaves.length })}</span>
        </div>
        {missing.length > 0 && (
          <button type="button" class="scoring-link" onClick={toMissing} title={t('scoring.toMissing')}>
            {t('scoring.missing', { n: missing.length })}
          </button>
        )}
        <ScoringMark mark={mark} />
        <Button kind="primary" onClick={() => setAsking(true)}>
          {t('scoring.submit')}
        </Button>
      </div>
      {help && <ScoringKeys onClose={() => setHelp(false)} />}
      {conflict && choosing && (
        <SheetConflictDialog
          conflict={conflict}
          mine={draft}
          leaves={leaves}
          onClose={() => setChoosing(false)}
          onResolve={(takeTheirs) => {
            setChoosing(false)
            saver.resolve(takeTheirs)
          }}
        />
      )}
      {asking && (
        <SubmitDialog
          rubric={rubric}
          draft={draft}
          late={sheet.late}
          busy={submission.busy}
          error={submission.problem?.detail}
          onMissing={(key) => {
            setAsking(false)
            requestAnimationFrame(() => toLeaf(key))
          }}
          onConfirm={() => void submit()}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  )
}
