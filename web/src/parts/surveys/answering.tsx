import './surveys.css'
import { useState } from 'preact/hooks'
import type { OutputOf } from '../../call.ts'
import type { ProblemError } from '../../problem.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Field } from '../../ui/field.tsx'
import { focusFirstError } from '../../ui/first-error.ts'
import { ResultPage } from '../../ui/result-page.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { showToast } from '../../ui/toast.tsx'
import { t, wordFor } from '../../words/words.ts'
import { AnswerForm, type Values } from './answer-form.tsx'
import { forgetAnswer, type KeptAnswer, keep, type Place } from './kept-answer.ts'
import { segmentWord } from './segment-word.ts'
import { sendAnswer } from './send-answer.ts'
import { type Sign, useToken } from './use-token.ts'

type Paper = OutputOf<'readPaper'>

function Why({ least }: { least: number }) {
  return (
    <details class="card">
      <summary>{t('surveys.why')}</summary>
      <ul class="answer-why">
        <li>{t('surveys.why1')}</li>
        <li>{t('surveys.why2')}</li>
        <li>{t('surveys.why3', { least })}</li>
        <li>{t('surveys.why4')}</li>
      </ul>
    </details>
  )
}

function SegmentFields({
  paper,
  kept,
  onChange,
}: {
  paper: Paper
  kept: KeptAnswer
  onChange: (segments: Record<string, string>) => void
}) {
  if (paper.segments.length === 0) return null
  return (
    <section class="card stack">
      <h2>{t('surveys.aboutYou')}</h2>
      <p class="muted">{t('surveys.aboutYouHelp')}</p>
      <div class="grid">
        {paper.segments.map(({ key, values }) => (
          <Field key={key} label={wordFor('surveySegment', key)}>
            {(link) => (
              <Select
                {...link}
                value={kept.segments[key] ?? ''}
                onChange={(value) => onChange({ ...kept.segments, [key]: value })}
                placeholder={t('surveys.untold')}
                options={values.map((value) => ({ value, label: segmentWord(key, value) }))}
              />
            )}
          </Field>
        ))}
      </div>
    </section>
  )
}

function isOpen(value: Values[string] | undefined): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** What was refused and is still as it was. */
function stillWrong(errors: Readonly<Record<string, string>>, values: Values): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).filter(([pointer]) => isOpen(values[pointer.slice('/values/'.length)])),
  )
}

function Form({
  district,
  paper,
  place,
  kept: first,
  onDone,
}: {
  district: string
  paper: Paper
  place: Place
  kept: KeptAnswer
  onDone: () => void
}) {
  const [kept, setKept] = useState(first)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const change = (next: KeptAnswer) => {
    setKept(next)
    keep(place, next)
  }
  function clear() {
    change({ ...kept, values: {}, segments: {} })
    showToast({ text: t('surveys.cleared') })
  }
  async function submit() {
    const missing = paper.questions.filter(({ key, required }) => required && isOpen(kept.values[key]))
    setErrors(Object.fromEntries(missing.map(({ key }) => [`/values/${key}`, t('surveys.pick')])))
    if (missing.length > 0) {
      showToast({ kind: 'error', text: t('surveys.missing', { n: missing.length }) })
      return focusFirstError()
    }
    setBusy(true)
    const before = kept.sending
    change({ ...kept, sending: true })
    const answer = await sendAnswer({ district, id: paper.id, answer: kept })
    setBusy(false)
    // an answer whose receipt was lost on the way has used the token: it has arrived
    if (answer.ok || (before && answer.problem.code === 'survey-token-used')) {
      forgetAnswer(place)
      return onDone()
    }
    // refused before anything was kept: this device has sent nothing yet
    if (answer.problem.status >= 400 && answer.problem.status < 500) change({ ...kept, sending: before })
    setProblem(answer.problem)
    setErrors(answer.problem.fields)
    focusFirstError()
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void submit()
      }}
    >
      {paper.intro !== '' && <p class="card">{paper.intro}</p>}
      <Why least={paper.least} />
      <section class="card">
        <AnswerForm
          questions={paper.questions}
          values={kept.values}
          onChange={(values) => {
            change({ ...kept, values })
            setErrors(stillWrong(errors, values))
          }}
          errors={errors}
        />
      </section>
      <SegmentFields paper={paper} kept={kept} onChange={(segments) => change({ ...kept, segments })} />
      {problem && (
        <Callout kind="error" title={problem.title}>
          {problem.detail}
        </Callout>
      )}
      <div class="answer-foot">
        <span class="muted">
          {t('surveys.kept')}{' '}
          <Button kind="text" size="small" onClick={clear}>
            {t('surveys.clear')}
          </Button>
        </span>
        <Button kind="primary" type="submit" busy={busy}>
          {t('surveys.submit')}
        </Button>
      </div>
      <p class="muted">{t('surveys.submitHelp')}</p>
    </form>
  )
}

interface AnsweringProps {
  /** Whose survey it is: one's own bureau, or the organiser of a cohort elsewhere. */
  district: string
  paper: Paper
  taken: boolean
  sign: Sign
  /** Where all of one's surveys are. */
  home: { href: string; label: string }
}

/** A survey as one answers it: the token first, then the form, then that it was sent. */
export function Answering({ district, paper, taken, sign, home }: AnsweringProps) {
  const { session } = useActing()
  const place = { survey: paper.id, account: session.account.id }
  const { state, take, done } = useToken({ place, sign, paper, taken })
  const back = <Button href={home.href}>{home.label}</Button>
  const result = (kind: 'success' | 'info' | 'warning', title: string, help: string, actions = back) => (
    <div class="card">
      <ResultPage kind={kind} title={title} help={help} actions={actions} />
    </div>
  )
  if (state.kind === 'done') return result('success', t('surveys.answered.title'), t('surveys.answered.help'))
  if (paper.state === 'closed') return result('info', t('surveys.closed.title'), t('surveys.closed.help'))
  if (state.kind === 'elsewhere') return result('info', t('surveys.elsewhere.title'), t('surveys.elsewhere.help'))
  if (state.kind === 'insecure') return result('warning', t('surveys.insecure'), t('surveys.insecureHelp'))
  if (state.kind === 'badKey') return result('warning', t('surveys.badKey'), t('surveys.badKeyHelp'))
  if (state.kind === 'failed')
    return result(
      'warning',
      t('surveys.takeFailed'),
      `${state.problem.title}。${state.problem.detail}`,
      <Button kind="primary" onClick={take}>
        {t('shell.retry')}
      </Button>,
    )
  if (state.kind === 'taking')
    return (
      <div class="card" role="status">
        <p>{t('surveys.taking')}</p>
        <Skeleton rows={5} />
      </div>
    )
  return <Form district={district} paper={paper} place={place} kept={state.kept} onDone={done} />
}
