import './inspections.css'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { call, newKey } from '../../call.ts'
import type { ProblemError } from '../../problem.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Field } from '../../ui/field.tsx'
import { ResultPage } from '../../ui/result-page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { formatDate, formatTime } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { useVisit, type VisitNow } from './use-visit.ts'
import { VisitItem } from './visit-item.tsx'
import { drawnPhoto } from './visit-photo.ts'

type Visiting = ReturnType<typeof useVisit>

/** Where what was filled in is now: on this device, on its way, or with the bureau. */
function Whereabouts({ now, visiting }: { now: VisitNow; visiting: Visiting }) {
  const waiting = now.changes.length + now.photos.length + (now.kept.wordsOpen ? 1 : 0)
  const { problem, sending } = visiting
  const text =
    waiting === 0
      ? t('inspections.allSent')
      : sending
        ? t('inspections.sending', { n: waiting })
        : t('inspections.waiting', { n: waiting })
  return (
    <div class={`visit-where${waiting > 0 ? ' visit-where-open' : ''}`}>
      <p role="status">{text}</p>
      {waiting > 0 && !sending && (
        <Button size="small" onClick={() => void visiting.send()}>
          {t('inspections.sendNow')}
        </Button>
      )}
      {problem && problem.code !== 'offline' && <RefusedHint problem={problem} />}
    </div>
  )
}

function RefusedHint({ problem }: { problem: ProblemError }) {
  return (
    <Callout kind="error" title={problem.title}>
      {problem.detail} {Object.values(problem.fields).join('；')} {t('inspections.keptHere')}
      {problem.code === 'not-signed-in' && <a href="/sign-in"> {t('inspections.signInAgain')}</a>}
    </Callout>
  )
}

function Ending({
  now,
  visiting,
  onRefused,
}: {
  now: VisitNow
  visiting: Visiting
  onRefused: (p: ProblemError) => void
}) {
  const { kept } = now
  const [busy, setBusy] = useState(false)
  async function seal() {
    setBusy(true)
    const refused = await visiting.send()
    const answer = refused
      ? ({ ok: false, problem: refused } as const)
      : await call('sealInspectionSheet', {
          params: { district: kept.district, id: kept.record.id },
          body: { receivedBy: kept.receivedBy.trim(), photos: kept.record.photos.length },
        })
    setBusy(false)
    if (!answer.ok) return onRefused(answer.problem)
    await visiting.reload()
  }
  return (
    <section class="card stack">
      <h2>{t('inspections.ending')}</h2>
      <Field label={t('inspections.summary')}>
        {(link) => (
          <Textarea
            {...link}
            rows={4}
            maxLength={4000}
            value={kept.summary}
            onChange={(summary) => void visiting.words({ ...kept, summary })}
          />
        )}
      </Field>
      <Field label={t('inspections.receivedBy')} help={t('inspections.receivedByHelp')} required>
        {(link) => (
          <TextInput
            {...link}
            maxLength={40}
            value={kept.receivedBy}
            onChange={(receivedBy) => void visiting.words({ ...kept, receivedBy })}
          />
        )}
      </Field>
      <p class="muted">{t('inspections.sealHelp')}</p>
      <Button kind="primary" busy={busy} disabled={kept.receivedBy.trim() === ''} onClick={() => void seal()}>
        {t('inspections.seal')}
      </Button>
    </section>
  )
}

function Filling({ now, visiting }: { now: VisitNow; visiting: Visiting }) {
  const [refused, setRefused] = useState<ProblemError | null>(null)
  const [unread, setUnread] = useState(0)
  const { kept, changes, photos } = now
  const { visit, record, district } = kept
  const readOnly = !record.actions.includes('fill')
  const errorOf = (key: string) =>
    Object.entries(refused?.fields ?? {}).find(([pointer]) => pointer.startsWith(`/entries/${key}/`))?.[1]
  async function take(item: string, files: FileList) {
    let bad = 0
    for (const file of Array.from(files)) {
      const drawn = await drawnPhoto(file)
      if (drawn === null) bad++
      else
        await visiting.photograph({
          id: newKey(),
          sheet: record.id,
          item,
          caption: '',
          takenAt: new Date().toISOString(),
          file: drawn,
        })
    }
    setUnread(bad)
  }
  return (
    <>
      <Whereabouts now={now} visiting={visiting} />
      {record.reopenNote !== null && !readOnly && (
        <Callout kind="warning" title={t('inspections.returned')}>
          {record.reopenNote}
        </Callout>
      )}
      {readOnly && (
        <Callout kind="info">{t('inspections.sealedHelp', { at: formatTime(record.sealedAt ?? '') })}</Callout>
      )}
      {visiting.shell === false && <p class="muted">{t('inspections.noShell')}</p>}
      {unread > 0 && <Callout kind="error">{t('inspections.notAPicture', { n: unread })}</Callout>}
      {visit.checklist.map((item) => (
        <VisitItem
          key={item.key}
          item={item}
          entry={changes.find(({ key }) => key === item.key) ?? record.entries[item.key]}
          photos={photos.filter((photo) => photo.item === item.key)}
          sent={record.photos.filter(({ itemKey }) => itemKey === item.key)}
          photoPath={`/api/districts/${district}/inspections/${visit.id}/photos`}
          error={errorOf(item.key)}
          readOnly={readOnly}
          onChange={(value) => {
            const waiting = changes.find(({ key }) => key === item.key)
            const seen = waiting ? waiting.seen : (record.entries[item.key]?.at ?? null)
            void visiting.change({ sheet: record.id, key: item.key, ...value, at: new Date().toISOString(), seen })
          }}
          onPhotos={(files) => void take(item.key, files)}
          onDropPhoto={(id) => void visiting.dropPhoto(id)}
        />
      ))}
      {refused && <RefusedHint problem={refused} />}
      {readOnly ? (
        <Button href={`/inspections/${visit.id}`}>{t('inspections.toReport')}</Button>
      ) : (
        <Ending
          now={now}
          visiting={visiting}
          onRefused={(problem) => {
            setRefused(problem)
            const [pointer] = Object.keys(problem.fields)
            const key = pointer?.split('/')[2]
            if (key) document.getElementById(`item-${key}`)?.scrollIntoView()
          }}
        />
      )}
    </>
  )
}

/** 现场考察记录, on a phone and without a network. It stands outside the frame, for the frame needs a session to begin with. */
export function VisitPage() {
  const { query } = useLocation()
  const id = query['id'] ?? ''
  const visiting = useVisit(id)
  const { state } = visiting
  return (
    <main class="visit">
      {state.kind === 'loading' && <Skeleton rows={6} />}
      {state.kind === 'missing' && (
        <div class="card">
          <ResultPage
            kind="warning"
            title={state.problem?.title ?? t('inspections.notMine')}
            help={state.problem?.code === 'offline' ? t('inspections.firstOnline') : (state.problem?.detail ?? '')}
            actions={<Button href="/inspections">{t('inspections.toList')}</Button>}
          />
        </div>
      )}
      {state.kind === 'ready' && (
        <>
          <header class="visit-head">
            <a href={`/inspections/${state.kept.visit.id}`}>{t('inspections.back')}</a>
            <h1>{state.kept.visit.title}</h1>
            <p class="muted">
              {state.kept.visit.unitName} · {formatDate(state.kept.visit.visitOn)} · {state.kept.record.visitorName}
            </p>
          </header>
          <Filling now={state} visiting={visiting} />
        </>
      )}
    </main>
  )
}
