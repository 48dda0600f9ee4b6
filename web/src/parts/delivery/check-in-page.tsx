import { useEffect, useMemo, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { call, newKey, type OutputOf } from '../../call.ts'
import type { ProblemError } from '../../problem.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { ResultPage } from '../../ui/result-page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { formatInstant } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'

type Scanned = OutputOf<'checkIn'>

function Done({ scanned }: { scanned: Scanned }) {
  const { lateBy, topic, cohortTitle, at, minutes } = scanned
  return (
    <ResultPage
      kind="success"
      title={lateBy > 0 ? t('hours.checkedLate', { n: lateBy }) : t('hours.checkedIn')}
      facts={
        <DescriptionList
          single
          items={[
            { label: t('hours.session'), value: topic },
            { label: t('hours.cohort'), value: cohortTitle },
            { label: t('hours.checkedAt'), value: formatInstant(at) },
            { label: t('hours.counts'), value: t('hours.minutesOf', { n: minutes }) },
          ]}
        />
      }
      actions={<Button href="/my-training">{t('hours.myTraining')}</Button>}
    />
  )
}

function Refused({ problem, onAgain }: { problem: ProblemError; onAgain: () => void }) {
  const used = problem.code === 'code-used'
  const offline = problem.status === 0
  return (
    <ResultPage
      kind={used ? 'info' : offline ? 'offline' : 'warning'}
      title={problem.title}
      help={problem.detail}
      actions={
        <>
          {/* the same code again: it may only have been the network */}
          {offline && (
            <Button kind="primary" onClick={onAgain}>
              {t('hours.tryAgain')}
            </Button>
          )}
          <Button href="/my-training">{t('hours.myTraining')}</Button>
        </>
      }
    />
  )
}

/** 扫码签到: what a phone opens from the screen's code. It signs in where nobody is, and then sends the code once. */
export function CheckInPage() {
  const { district, role } = useActing()
  const code = useLocation().query['c'] ?? ''
  const [scanned, setScanned] = useState<Scanned | null>(null)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  // the same key for every try of one code: an answer that was lost is given again
  const key = useMemo(newKey, [code])
  const ready = role === 'teacher' && code !== ''
  async function send() {
    setProblem(null)
    // who takes part at another bureau checks in there, by the pass of their own
    const abroad = code.startsWith(`${district}.`)
      ? null
      : await import('../exchange/guest-check-in.ts').then((m) => m.checkInAbroad(district, code))
    const own = { params: { district }, body: { code }, idempotencyKey: key }
    const answer = abroad ?? (await call('checkIn', own))
    if (answer.ok) setScanned(answer.body)
    else setProblem(answer.problem)
  }
  useEffect(() => {
    document.title = `${t('hours.checkIn')} · ${t('shell.product')}`
    if (ready) void send()
  }, [code, ready])
  return (
    <div class="card" aria-live="polite">
      {code === '' && <ResultPage kind="missing" title={t('hours.noCode')} help={t('hours.scanAgainHelp')} />}
      {code !== '' && role !== 'teacher' && (
        <ResultPage
          kind="forbidden"
          title={t('hours.notTeacher')}
          help={t('hours.notTeacherHelp', { role: wordFor('role', role) })}
        />
      )}
      {ready && scanned && <Done scanned={scanned} />}
      {ready && problem && <Refused problem={problem} onAgain={() => void send()} />}
      {ready && !scanned && !problem && (
        <>
          <h1 tabIndex={-1}>{t('hours.checking')}</h1>
          <Skeleton rows={3} />
        </>
      )}
    </div>
  )
}
