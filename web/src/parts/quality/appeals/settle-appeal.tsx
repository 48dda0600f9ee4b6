import type { Derivation } from '@shixun/domain/quality/evaluations/evaluate'
import { useState } from 'preact/hooks'
import type { OutputOf } from '../../../call.ts'
import { QueryView } from '../../../frame/query-view.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Field } from '../../../ui/field.tsx'
import { Select } from '../../../ui/select.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { useQuery } from '../../../use-query.ts'
import { useSend } from '../../../use-send.ts'
import { t } from '../../../words/words.ts'
import { ComparisonTable, changeText } from '../evaluations/comparison-table.tsx'
import { AppealConsequences } from './appeal-consequences.tsx'
import type { Appeal } from './appeal-page.tsx'
import { CorrectFigures } from './correct-figures.tsx'

type Preview = OutputOf<'previewAppeal'>

function Tried({ preview, kind }: { preview: Preview; kind: Appeal['subjectKind'] }) {
  return (
    <div class="stack" aria-live="polite">
      <Callout kind="info" title={t('appeals.preview')}>
        {t('quality.total')} {changeText(preview.comparison.total.change)}
      </Callout>
      <ComparisonTable comparison={preview.comparison} onlyChanged />
      <AppealConsequences consequences={preview.consequences} kind={kind} tried />
    </div>
  )
}

function Form({ one, derivation }: { one: Appeal; derivation: Derivation }) {
  const { district } = useActing()
  const params = { district, id: one.id }
  const rubrics = useQuery(
    'listRubrics',
    one.way === 'arithmetic' ? { params: { district }, query: { limit: 200 } } : null,
  )
  const trial = useSend('previewAppeal')
  const settle = useSend('settleAppeal')
  const [figures, setFigures] = useState<Readonly<Record<string, number>>>({})
  const [rubricId, setRubricId] = useState('')
  const [preview, setPreview] = useState<Preview | null>(null)
  const [note, setNote] = useState('')
  const [applyRanking, setApplyRanking] = useState(false)
  const problem = settle.problem ?? trial.problem
  const correction = {
    ...(one.way === 'figures' ? { figures } : {}),
    ...(rubricId === '' ? {} : { rubricId }),
  }
  const changed = () => {
    setPreview(null)
    trial.clear()
    settle.clear()
  }
  async function tryIt() {
    const answer = await trial.send({ params, body: correction })
    if (answer.ok) setPreview(answer.body)
  }
  async function submit() {
    const answer = await settle.send({ params, body: { ...correction, note, applyRanking }, ifMatch: one.version })
    if (answer.ok) showToast({ kind: 'success', text: t('frame.done', { action: t('appeals.settle') }) })
  }
  return (
    <section class="card stack">
      <h2>{t('appeals.settle')}</h2>
      <p class="muted">{t('appeals.settleHelp')}</p>
      {problem && (
        <Callout kind="error" title={problem.title}>
          {problem.detail}
        </Callout>
      )}
      {one.way === 'figures' && (
        <CorrectFigures
          derivation={derivation}
          value={figures}
          errors={problem?.fields ?? {}}
          onChange={(next) => {
            setFigures(next)
            changed()
          }}
        />
      )}
      {one.way === 'arithmetic' && (
        <Field label={t('appeals.rubric')} error={problem?.fields['/rubricId']} optional>
          {(link) => (
            <Select
              {...link}
              value={rubricId}
              onChange={(value) => {
                setRubricId(value)
                changed()
              }}
              placeholder={t('appeals.rubricSame')}
              options={(rubrics.data?.items ?? [])
                .filter(({ state }) => state !== 'draft')
                .map(({ id, title, no }) => ({ value: id, label: t('evaluations.version', { title, no }) }))}
            />
          )}
        </Field>
      )}
      <div class="row">
        <Button
          busy={trial.busy}
          disabled={one.way === 'figures' && Object.keys(figures).length === 0}
          onClick={() => void tryIt()}
        >
          {t('appeals.preview')}
        </Button>
      </div>
      {preview !== null && (
        <>
          <Tried preview={preview} kind={one.subjectKind} />
          {preview.consequences.items.length > 0 && preview.consequences.held !== 'noticed' && (
            <Checkbox checked={applyRanking} onChange={setApplyRanking}>
              {t('appeals.applyRanking')} <small class="muted">{t('appeals.applyRankingHelp')}</small>
            </Checkbox>
          )}
          <Field label={t('appeals.note')} error={problem?.fields['/note']} required>
            {(link) => <Textarea {...link} value={note} onChange={setNote} rows={3} maxLength={2000} />}
          </Field>
          <div class="row">
            <Button kind="primary" busy={settle.busy} disabled={note.trim() === ''} onClick={() => void submit()}>
              {t('appeals.settle')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

/** 出具新结果: corrected, tried out, looked at with its consequences, and only then issued. */
export function SettleAppeal({ one }: { one: Appeal }) {
  const { district } = useActing()
  const explanation = useQuery('explainEvaluation', { params: { district, id: one.evaluationId } })
  return (
    <QueryView query={explanation}>
      {({ derivation }) => <Form one={one} derivation={derivation as Derivation} />}
    </QueryView>
  )
}
