import './transcript.css'
import type { OutputOf } from '../../call.ts'
import { Callout } from '../../ui/callout.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Select } from '../../ui/select.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { Tag } from '../../ui/tag.tsx'
import { t, wordFor } from '../../words/words.ts'
import { figure, RequirementBar } from './requirement-bar.tsx'
import { TranscriptEntries } from './transcript-entries.tsx'

export type Transcript = OutputOf<'readTranscript'>
export type Judged = Transcript['policies'][number]

const marks = { done: 'done', do: 'right', late: 'warn', wait: 'clock' } as const

interface TranscriptViewProps {
  transcript: Transcript
  /** Line of the policy that is looked at; the first when there is no such. */
  line: string
  onLine: (line: string) => void
  /** The last day of another cycle, or '' for today. */
  onCycle: (asOf: string) => void
}

/** The policy that is looked at. */
export function judgedBy({ policies }: Transcript, line: string): Judged | undefined {
  return policies.find((one) => one.line === line) ?? policies[0]
}

function Choices({ transcript, judged, onLine, onCycle }: Omit<TranscriptViewProps, 'line'> & { judged: Judged }) {
  const { policies, today } = transcript
  const cycles = [...judged.cycles].reverse()
  const now = judged.cycles[judged.cycles.length - 1]
  return (
    <div class="transcript-choices no-print">
      {policies.length > 1 && (
        <Field label={t('transcripts.policy')}>
          {(link) => (
            <Select
              {...link}
              value={judged.line}
              placeholder={null}
              onChange={onLine}
              options={policies.map(({ line, title }) => ({ value: line, label: title }))}
            />
          )}
        </Field>
      )}
      {cycles.length > 1 && (
        <Field label={t('transcripts.cycle')}>
          {(link) => (
            <Select
              {...link}
              value={judged.cycle.to}
              placeholder={null}
              onChange={(to) => onCycle(to >= today ? '' : to)}
              options={cycles.map((cycle) => ({
                value: cycle.to,
                label: t(cycle === now ? 'transcripts.cycleNow' : 'transcripts.cycleOf', cycle),
              }))}
            />
          )}
        </Field>
      )}
    </div>
  )
}

function Standing({ judged }: { judged: Judged }) {
  const { cycle, totals, unit, met, requirements, next } = judged
  const asked = requirements.filter(({ applies }) => applies)
  const rest = requirements.filter(({ applies }) => !applies)
  return (
    <>
      <section class="card stack">
        <div class="transcript-sum">
          <h2>{judged.title}</h2>
          <Tag tone={met ? 'green' : 'amber'}>{t(met ? 'transcripts.met' : 'transcripts.short')}</Tag>
        </div>
        <p class="muted">
          {t('transcripts.cycleOf', cycle)}
          {cycle.extendedBy > 0 && `　${t('transcripts.extended', { days: cycle.extendedBy })}`}
        </p>
        <dl class="transcript-figures">
          <div>
            <dt>{t('transcripts.totalHours')}</dt>
            <dd>{figure(totals.hours)}</dd>
          </div>
          {unit === 'credits' && (
            <div>
              <dt>{t('transcripts.totalCredits')}</dt>
              <dd>{figure(totals.credits)}</dd>
            </div>
          )}
        </dl>
      </section>
      <section class="card">
        <h2>{t('transcripts.next')}</h2>
        <ul class="next-steps">
          {next.map(({ tone, words }) => (
            <li key={words} class={`next-${tone}`}>
              <Icon name={marks[tone]} size={18} />
              <span>{words}</span>
            </li>
          ))}
        </ul>
      </section>
      <section class="card">
        <h2>{t('transcripts.requirements')}</h2>
        <ul class="requirements">
          {[...asked, ...rest].map((one) => (
            <RequirementBar key={one.id} one={one} />
          ))}
        </ul>
      </section>
    </>
  )
}

function Certificates({ certificates }: Pick<Transcript, 'certificates'>) {
  return (
    <section class="card">
      <h2>{t('transcripts.certificates')}</h2>
      {certificates.length === 0 && <p class="muted">{t('transcripts.noCertificates')}</p>}
      <ul class="transcript-certificates">
        {certificates.map(({ id, number, printed, state }) => (
          <li key={id}>
            <a href={`/certificates/${id}`}>{printed.projectTitle}</a>
            <span class="muted">
              {number}　{t('transcripts.hoursOf', { hours: printed.hours })}　{printed.issuedOn}
            </span>
            <StateTag group="certificate" state={state} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A teacher's standing, what to do next, every entry and why, and the certificates: for a phone and for an office. */
export function TranscriptView({ transcript, line, onLine, onCycle }: TranscriptViewProps) {
  const judged = judgedBy(transcript, line)
  const { asOf, today, notes, groups, certificates } = transcript
  return (
    <div class="transcript">
      {notes.map((note) => (
        <Callout key={note} kind="warning">
          {note}
        </Callout>
      ))}
      {judged && <Choices transcript={transcript} judged={judged} onLine={onLine} onCycle={onCycle} />}
      {asOf !== today && <Callout>{t('transcripts.past', { asOf })}</Callout>}
      {judged ? (
        <Standing judged={judged} />
      ) : (
        <div class="card">
          <EmptyState title={t('transcripts.noPolicy')} help={t('transcripts.noPolicyHelp')} />
        </div>
      )}
      <section class="card">
        <h2>{t('transcripts.entries')}</h2>
        {groups.length === 0 ? (
          <EmptyState title={t('transcripts.noEntries')} help={t('transcripts.noEntriesHelp')} />
        ) : (
          <TranscriptEntries groups={groups} verdicts={judged?.verdicts ?? []} />
        )}
      </section>
      <Certificates certificates={certificates} />
    </div>
  )
}

/** What stands under the name in a head. */
export function teacherLine({ teacher }: Transcript): string {
  return [teacher.schoolName, wordFor('phase', teacher.phase), teacher.subject, teacher.title]
    .filter(Boolean)
    .join('　')
}
