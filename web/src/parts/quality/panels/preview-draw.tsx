import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { call, type OutputOf } from '../../../call.ts'
import type { ProblemError } from '../../../problem.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { useSend } from '../../../use-send.ts'
import { t, wordFor } from '../../../words/words.ts'
import { DrawnRows } from './drawn-rows.tsx'
import type { PanelChoices } from './form-panel.tsx'

export type Preview = OutputOf<'previewPanel'>
const mostRedraws = 5

interface PreviewDrawProps {
  choices: PanelChoices
  onChange: (more: Partial<PanelChoices>) => void
  onBack: () => void
}

function Refused({ problem }: { problem: ProblemError }) {
  const told = [...new Set(Object.values(problem.fields))]
  return (
    <Callout kind="error" title={problem.title}>
      {told.length > 0 ? (
        <ul>
          {told.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      ) : (
        problem.detail
      )}
    </Callout>
  )
}

/** What stands in the way of forming, or is worth knowing before: short items, who could help, subjects nobody knows. */
function Findings({ preview, onAdd }: { preview: Preview; onAdd: (id: string) => void }) {
  const { shortages, helpers, unmatched } = preview
  return (
    <>
      {shortages.length > 0 && (
        <Callout kind="warning" title={t('panels.shortages', { n: shortages.length })}>
          <ul>
            {shortages.slice(0, 10).map(({ applicationId, title, unitName: unit, needed, available }) => (
              <li key={applicationId}>{t('panels.shortageOf', { title, unit, needed, available })}</li>
            ))}
          </ul>
          {helpers.length > 0 && <p>{t('panels.helpers')}</p>}
          <div class="row">
            {helpers.map(({ id, name, fills }) => (
              <Button key={id} size="small" icon="plus" onClick={() => onAdd(id)}>
                {`${t('panels.addHelper', { name })}（${t('panels.helperFills', { n: fills })}）`}
              </Button>
            ))}
          </div>
        </Callout>
      )}
      {unmatched.length > 0 && (
        <Callout kind="warning" title={t('panels.unmatched')}>
          {unmatched.map(({ subject, items: n }) => t('panels.unmatchedOf', { subject, n })).join('、')}
          <p>{t('panels.unmatchedHelp')}</p>
        </Callout>
      )}
    </>
  )
}

/** Third step: the draw with its reasons. What is formed is exactly this. */
export function PreviewDraw({ choices, onChange, onBack }: PreviewDrawProps) {
  const { district } = useActing()
  const { route } = useLocation()
  const [shown, setShown] = useState<Preview | null>(null)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [round, setRound] = useState(0)
  const [from, setFrom] = useState(0)
  const [asking, setAsking] = useState<'redraw' | 'form' | null>(null)
  const forming = useSend('formPanel')
  const body = {
    callId: choices.callId,
    expertIds: [...choices.expertIds],
    size: choices.size ?? undefined,
    dueOn: choices.dueOn === '' ? undefined : choices.dueOn,
    redraws: [...choices.redraws],
  }
  useEffect(() => {
    let gone = false
    const load = async () => {
      const answer = await call('previewPanel', { params: { district }, body: { ...body, from } })
      if (gone) return
      setShown(answer.ok ? answer.body : null)
      setProblem(answer.ok ? null : answer.problem)
    }
    void load()
    return () => {
      gone = true
    }
  }, [round, from, choices])
  async function form() {
    if (!shown) return
    const answer = await forming.send({ params: { district }, body: { ...body, seed: shown.seed } })
    setAsking(null)
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('panels.formed') })
    route(`/panels/${answer.body.id}`)
  }
  const back = <Button onClick={onBack}>{t('panels.back')}</Button>
  if (problem)
    return (
      <div class="card stack">
        <Refused problem={problem} />
        <div class="row">
          {back}
          <Button onClick={() => setRound(round + 1)}>{t('panels.again')}</Button>
        </div>
      </div>
    )
  if (!shown) return <Skeleton kind="table" rows={8} />
  const { items, seats, seeds } = shown
  return (
    <div class="stack">
      {forming.problem && <Refused problem={forming.problem} />}
      <Callout title={t('panels.nothingWritten')}>{t('panels.nothingWrittenHelp', { items, seats })}</Callout>
      {shown.blindness === 'double' && (
        <Callout
          actions={
            <Button size="small" href={`/panels/documents/${choices.callId}`}>
              {t('panels.documents')}
            </Button>
          }
        >
          {t('panels.documentsHelp')}
        </Callout>
      )}
      <Findings preview={shown} onAdd={(id) => onChange({ expertIds: [...choices.expertIds, id] })} />
      <section class="card stack">
        <DescriptionList
          items={[
            { label: t('quality.call'), value: shown.callTitle },
            { label: t('menu.rubrics'), value: <a href={`/rubrics/${shown.rubric.id}`}>{shown.rubric.title}</a> },
            {
              label: t('panels.rules'),
              value: [wordFor('blindness', shown.blindness), wordFor('method', shown.method)].join('；'),
            },
            { label: t('panels.size'), value: `${shown.size} ${t('quality.persons')}` },
            { label: t('panels.dueOn'), value: shown.dueOn ?? t('panels.noDue') },
            {
              label: t('panels.seed'),
              value: (
                <ol class="panels-seeds">
                  {seeds.map(({ seed, reason }, at) => (
                    <li key={seed}>
                      {t('panels.drawNo', { n: at + 1 })} <code class="quality-code">{seed}</code>
                      {reason !== null && <span class="muted"> {t('panels.redrawnBecause', { reason })}</span>}
                    </li>
                  ))}
                </ol>
              ),
              wide: true,
            },
          ]}
        />
        <p class="muted">{t('panels.seedHelp')}</p>
        <div>
          <Button size="small" disabled={seeds.length > mostRedraws} onClick={() => setAsking('redraw')}>
            {t('panels.redraw')}
          </Button>
        </div>
      </section>
      <DrawnRows preview={shown} onFrom={setFrom} />
      <div class="card row panels-foot">
        {back}
        <Button
          kind="primary"
          busy={forming.busy}
          disabled={shown.shortages.length > 0}
          onClick={() => setAsking('form')}
        >
          {t('panels.form')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking === 'form'}
        title={t('panels.form')}
        message={t('panels.formAsk', { items, experts: shown.experts.length })}
        confirmLabel={t('panels.form')}
        busy={forming.busy}
        onConfirm={() => void form()}
        onClose={() => setAsking(null)}
      />
      <ConfirmDialog
        open={asking === 'redraw'}
        title={t('panels.redraw')}
        message={t('panels.redrawHelp')}
        confirmLabel={t('panels.redraw')}
        note={{ label: t('frame.reason'), required: true, maxLength: 200, help: t('panels.redrawMost') }}
        onConfirm={(note) => {
          setAsking(null)
          onChange({ redraws: [...choices.redraws, note] })
        }}
        onClose={() => setAsking(null)}
      />
    </div>
  )
}
