import { useState } from 'preact/hooks'
import type { OutputOf } from '../../call.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { ItemOf } from '../../use-pages.ts'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import { AdmissionResult } from './admission-result.tsx'

type Result = OutputOf<'admitEnrolments'>

/** Adds up the steps of one filling: whoever is left is told by the last step that saw them. */
function together(whole: Result | null, step: Result): Result {
  if (whole === null) return step
  const seen = new Set(step.items.map(({ id }) => id))
  return {
    ...step,
    items: [...whole.items.filter(({ id }) => !seen.has(id)), ...step.items],
    admitted: whole.admitted + step.admitted,
    queued: whole.queued + step.queued,
  }
}

interface FillPlacesProps {
  cohort: string
}

/** 按顺序录满: tried out first, then done step by step until nothing more can be given. */
export function FillPlaces({ cohort }: FillPlacesProps) {
  const { district } = useActing()
  const params = { district, id: cohort }
  const check = useSend('admitEnrolments')
  const fill = useSend('admitEnrolments')
  const [open, setOpen] = useState(false)
  const [would, setWould] = useState<Result | null>(null)
  const [result, setResult] = useState<Result | null>(null)

  async function begin() {
    setWould(null)
    fill.clear()
    setOpen(true)
    const answer = await check.send({ params, body: { mode: 'fill', dryRun: true } })
    if (answer.ok) setWould(answer.body)
  }
  async function run() {
    let whole: Result | null = null
    for (let more = true; more; ) {
      const answer = await fill.send({ params, body: { mode: 'fill' } })
      if (!answer.ok) return
      whole = together(whole, answer.body)
      more = answer.body.more
    }
    setOpen(false)
    setResult(whole)
  }
  const problem = fill.problem ?? check.problem
  const nothing = would !== null && would.admitted + would.queued === 0
  return (
    <>
      <Button icon="check" onClick={() => void begin()}>
        {t('enrol.fill')}
      </Button>
      <ConfirmDialog
        open={open}
        title={t('enrol.fill')}
        message={
          <div class="stack">
            <p>{t('enrol.fillHelp')}</p>
            <p role="status">
              <strong>
                {would === null
                  ? t('enrol.fillChecking')
                  : nothing
                    ? t('enrol.fillNothing')
                    : t('enrol.fillWould', {
                        admitted: would.admitted,
                        queued: would.queued,
                        left: would.items.filter(({ done }) => !done).length,
                      })}
              </strong>
            </p>
          </div>
        }
        confirmLabel={t('enrol.fill')}
        busy={check.busy || fill.busy}
        error={problem ? `${problem.title}　${problem.detail}` : undefined}
        onConfirm={() => (nothing ? setOpen(false) : void run())}
        onClose={() => setOpen(false)}
      />
      <AdmissionResult result={result} onClose={() => setResult(null)} />
    </>
  )
}

interface AdmitChosenProps {
  cohort: string
  chosen: readonly ItemOf<'listEnrolments'>[]
  free: number
  onDone: () => void
}

/** 录取所选: whoever cannot be admitted is told with the reason, the others go on. */
export function AdmitChosen({ cohort, chosen, free, onDone }: AdmitChosenProps) {
  const { district } = useActing()
  const admit = useSend('admitEnrolments')
  const [open, setOpen] = useState(false)
  const [result, setResult] = useState<Result | null>(null)

  async function run() {
    const items = chosen.map(({ id, version }) => ({ enrolmentId: id, version }))
    const answer = await admit.send({ params: { district, id: cohort }, body: { mode: 'selected', items } })
    if (!answer.ok) return
    setOpen(false)
    if (answer.body.admitted < items.length) return setResult(answer.body)
    showToast({ kind: 'success', text: t('enrol.resultDone', { admitted: answer.body.admitted, queued: 0 }) })
    onDone()
  }
  return (
    <>
      <Button
        size="small"
        kind="primary"
        onClick={() => {
          admit.clear()
          setOpen(true)
        }}
      >
        {t('enrol.admitChosen')}
      </Button>
      <ConfirmDialog
        open={open}
        title={t('enrol.admitChosen')}
        message={t('enrol.admitHelp', { n: chosen.length, free })}
        confirmLabel={t('enrol.admitChosen')}
        busy={admit.busy}
        error={admit.problem ? `${admit.problem.title}　${admit.problem.detail}` : undefined}
        onConfirm={() => void run()}
        onClose={() => setOpen(false)}
      />
      <AdmissionResult
        result={result}
        onClose={() => {
          setResult(null)
          onDone()
        }}
      />
    </>
  )
}
