import './inspections.css'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { newKey } from '../../../call.ts'
import type { ProblemError } from '../../../problem.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { ResultPage } from '../../../ui/result-page.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { formatDate, formatInstant } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { useVisit, type VisitNow } from './use-visit.ts'
import { VisitItem } from './visit-item.tsx'
import { drawnPhoto } from './visit-photo.ts'

type Visiting = ReturnType<typeof useVisit>

/** Where what was filled in is now: on this device, on its way, or with the bureau. */
function Whereabouts({ now, visiting }: { now: VisitNow; visiting: Visiting }) {
  const { problem, sending, keeping, unkept } = visiting
  const waiting = now.changes.length + now.photos.length + (now.kept.wordsOpen ? 1 : 0)
  const text = keeping
    ? t('inspections.keeping')
    : waiting === 0
      ? t('inspections.allSent')
      : sending
        ? t('inspections.sending', { n: waiting })
        : t('inspections.waiting', { n: waiting })
  return (
    <div class={`visit-where${waiting > 0 ? ' visit-where-open' : ''}`}>
      <p role="status">{text}</p>
      {waiting > 0 && (
        <Button size="small" busy={sending} onClick={() => void visiting.send()}>
          {t('inspections.sendNow')}
        </Button>
      )}
      {unkept && (
        <Callout kind="error" title={t('inspections.unkept')}>
          {t('inspections.unkeptHelp')}
        </Callout>
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

interface EndingProps {
  kept: VisitNow['kept']
  visiting: Visiting
  onRefused: (problem: ProblemError) => void
}

function Ending({ kept, visiting, onRefused }: EndingProps) {
  const [busy, setBusy] = useState(false)
  const [asking, setAsking] = useState(false)
  async function seal() {
    setBusy(true)
    const refused = await visiting.seal()
    setBusy(false)
    setAsking(false)
    if (refused) onRefused(refused)
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
            onChange={(summary) => void visiting.words({ summary })}
          />
        )}
      </Field>
      <Field label={t('inspections.receivedBy')} help={t('inspections.receivedByHelp')} required>
        {(link) => (
          <TextInput
            {...link}
            maxLength={40}
            value={kept.receivedBy}
            onChange={(receivedBy) => void visiting.words({ receivedBy })}
          />
        )}
      </Field>
      <p class="muted">{t('inspections.sealHelp')}</p>
      <Button kind="primary" disabled={kept.receivedBy.trim() === ''} onClick={() => setAsking(true)}>
        {t('inspections.seal')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('inspections.seal')}
        message={t('inspections.sealHelp')}
        confirmLabel={t('inspections.seal')}
        busy={busy}
        onConfirm={() => void seal()}
        onClose={() => setAsking(false)}
      />
    </section>
  )
}

/** What the record says of itself: returned, sealed, or over. */
function RecordNote({ record }: { record: VisitNow['kept']['record'] }) {
  if (record.state === 'cancelled') return <Callout kind="warning">{t('inspections.cancelledHelp')}</Callout>
  if (record.state === 'sealed')
    return <Callout kind="success">{t('inspections.sealedHelp', { at: formatInstant(record.sealedAt) })}</Callout>
  return record.reopenNote === null ? null : (
    <Callout kind="warning" title={t('inspections.returned')}>
      {record.reopenNote}
    </Callout>
  )
}

function Filling({ now, visiting }: { now: VisitNow; visiting: Visiting }) {
  const [refused, setRefused] = useState<ProblemError | null>(null)
  const [unread, setUnread] = useState(0)
  const { kept, changes, photos } = now
  const { visit, record, district } = kept
  const readOnly = !record.actions.includes('fill')
  const errors = Object.entries({ ...visiting.problem?.fields, ...refused?.fields })
  const errorOf = (key: string) => errors.find(([pointer]) => pointer.startsWith(`/entries/${key}/`))?.[1]
  async function take(item: string, files: readonly File[]) {
    let bad = 0
    for (const file of files) {
      const drawn = await drawnPhoto(file)
      const takenAt = new Date().toISOString()
      const photo = { id: newKey(), sheet: record.id, item, caption: kept.place.trim(), takenAt }
      if (drawn === null) bad++
      else await visiting.photograph({ ...photo, file: drawn })
    }
    setUnread(bad)
  }
  return (
    <>
      <Whereabouts now={now} visiting={visiting} />
      <RecordNote record={record} />
      {!readOnly && visiting.shell !== null && (
        <p class="muted">{visiting.shell ? t('inspections.shellKept') : t('inspections.noShell')}</p>
      )}
      {unread > 0 && <Callout kind="error">{t('inspections.notAPicture', { n: unread })}</Callout>}
      {!readOnly && (
        <Field label={t('inspections.place')} help={t('inspections.placeHelp')} optional>
          {(link) => (
            <TextInput
              {...link}
              maxLength={60}
              value={kept.place}
              onChange={(place) => void visiting.words({ place: place.slice(0, 60) })}
            />
          )}
        </Field>
      )}
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
            setRefused(null)
            void visiting.change(record.id, item.key, { ...value, at: new Date().toISOString() })
          }}
          onPhotos={(files) => void take(item.key, files)}
          onDropPhoto={(id) => void visiting.dropPhoto(id)}
          onRemoveSent={(id) => void visiting.removeSent(id)}
        />
      ))}
      {refused && refused.code !== visiting.problem?.code && <RefusedHint problem={refused} />}
      {readOnly ? (
        <Button href={`/inspections/${visit.id}`}>{t('inspections.toReport')}</Button>
      ) : (
        <Ending
          kept={kept}
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

/** What there is to do when this device has nothing to show. */
function Missing({ problem }: { problem: ProblemError | null }) {
  const unsigned = problem?.code === 'not-signed-in'
  const title = unsigned ? t('inspections.signInFirst') : t('inspections.notMine')
  const help = {
    offline: t('inspections.firstOnline'),
    forbidden: t('inspections.othersDraft'),
    'not-signed-in': t('inspections.signInFirstHelp'),
  }
  return (
    <div class="card">
      <ResultPage
        kind="warning"
        title={problem?.code === 'offline' ? problem.title : title}
        help={help[problem?.code as keyof typeof help] ?? t('inspections.notMineHelp')}
        actions={
          unsigned ? (
            <Button kind="primary" href="/sign-in">
              {t('inspections.signInAgain')}
            </Button>
          ) : (
            <Button href="/inspections">{t('inspections.toList')}</Button>
          )
        }
      />
    </div>
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
      {state.kind === 'missing' && <Missing problem={state.problem} />}
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
