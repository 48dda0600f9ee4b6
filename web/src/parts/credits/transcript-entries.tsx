import { Icon } from '../../ui/icon.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { t, wordFor } from '../../words/words.ts'
import { figure } from './requirement-bar.tsx'
import type { Judged, Transcript } from './transcript-view.tsx'

type Group = Transcript['groups'][number]
type Entry = Group['entries'][number]
type Verdict = Judged['verdicts'][number]

function verdictTag(entry: Entry, verdict: Verdict | undefined): { tone: Tone; words: string } {
  if (entry.state === 'refused' || entry.state === 'withdrawn')
    return { tone: 'red', words: wordFor('transcriptEntry', entry.state) }
  if (verdict === undefined) return { tone: 'neutral', words: t('transcripts.notJudged') }
  if (verdict.why.code === 'pending') return { tone: 'amber', words: wordFor('transcriptEntry', 'pending') }
  if (!verdict.counts) return { tone: 'neutral', words: t('transcripts.countsNo') }
  return verdict.why.code === 'counted'
    ? { tone: 'green', words: t('transcripts.countsYes') }
    : { tone: 'amber', words: t('transcripts.countsPartly') }
}

/** One entry, which opens to say why it counts or not. */
function EntryRow({ entry, verdict }: { entry: Entry; verdict: Verdict | undefined }) {
  const { tone, words } = verdictTag(entry, verdict)
  const facts: [string, string][] = [
    [t('transcripts.why'), verdict?.why.words ?? ''],
    [t('transcripts.channel'), wordFor('channel', entry.channel)],
    [t('transcripts.category'), entry.category],
    [t('transcripts.provider'), entry.providerName],
    [
      t('transcripts.source'),
      wordFor('ledgerSource', entry.source) + (entry.origin ? t('transcripts.from', { name: entry.origin }) : ''),
    ],
    [t('transcripts.note'), entry.note ?? ''],
  ]
  return (
    <details class="entry">
      <summary>
        <span class="entry-date">{entry.date}</span>
        <span class="entry-hours">{t('transcripts.hoursOf', { hours: figure(verdict?.hours ?? entry.hours) })}</span>
        <Tag tone={tone}>{words}</Tag>
        <Icon name="down" />
      </summary>
      <dl class="entry-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </details>
  )
}

/** Entries by project, each with what became of it under the policy that is looked at. */
export function TranscriptEntries({ groups, verdicts }: { groups: readonly Group[]; verdicts: readonly Verdict[] }) {
  const byId = new Map(verdicts.map((verdict) => [verdict.id, verdict]))
  return (
    <>
      {groups.map((group) => (
        <section key={group.key} class="entry-group">
          <h3>
            {group.title}
            <span class="muted">
              {group.from === group.to ? group.to : t('transcripts.days', { from: group.from, to: group.to })}
            </span>
          </h3>
          {group.entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} verdict={byId.get(entry.id)} />
          ))}
        </section>
      ))}
    </>
  )
}
