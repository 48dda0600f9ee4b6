import { t, wordFor } from '../../words/words.ts'
import { figure } from './requirement-bar.tsx'
import { entriesThatCount, Person, TranscriptPaper } from './transcript-paper.tsx'
import type { Judged, Transcript } from './transcript-view.tsx'

function Requirements({ judged }: { judged: Judged }) {
  return (
    <table class="form-table">
      <thead>
        <tr>
          <th scope="col">{t('transcripts.requirement')}</th>
          <th scope="col">{t('transcripts.required')}</th>
          <th scope="col">{t('transcripts.earned')}</th>
          <th scope="col">{t('transcripts.lacking')}</th>
          <th scope="col">{t('transcripts.state')}</th>
        </tr>
      </thead>
      <tbody>
        {judged.requirements
          .filter(({ applies }) => applies)
          .map((one) => (
            <tr key={one.id}>
              <td>
                {one.title}（{t('transcripts.unitOf', { unit: wordFor('creditUnit', one.unit) })}）
              </td>
              <td class="form-figure">{figure(one.required)}</td>
              <td class="form-figure">{figure(one.earned)}</td>
              <td class="form-figure">{one.kind === 'min' && one.remaining > 0 ? figure(one.remaining) : ''}</td>
              <td>{wordFor('pace', one.pace)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

function Counted({ transcript, judged }: { transcript: Transcript; judged: Judged }) {
  const counted = entriesThatCount(transcript, judged)
  return (
    <table class="form-table">
      <caption>{t('transcripts.proofList')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('transcripts.date')}</th>
          <th scope="col">{t('transcripts.training')}</th>
          <th scope="col">{t('transcripts.channel')}</th>
          <th scope="col">{t('transcripts.provider')}</th>
          <th scope="col">{t('transcripts.counted')}</th>
        </tr>
      </thead>
      <tbody>
        {counted.map(({ entry, verdict }) => (
          <tr key={entry.id}>
            <td class="form-day">{entry.date}</td>
            <td>{entry.title}</td>
            <td>{wordFor('channel', entry.channel)}</td>
            <td>{entry.providerName}</td>
            <td class="form-figure">{figure(verdict.counted)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Proof({ transcript, judged }: { transcript: Transcript; judged: Judged | undefined }) {
  const { teacher, asOf, issuer } = transcript
  if (judged === undefined) return <p>{t('transcripts.noPolicy')}</p>
  const { totals, unit, cycle, title } = judged
  const credits = unit === 'credits' ? t('transcripts.proofCredits', { credits: figure(totals.credits) }) : ''
  return (
    <>
      <Person transcript={transcript} />
      <p class="form-text">
        {t('transcripts.proofText', {
          school: teacher.schoolName,
          name: teacher.name,
          policy: title,
          from: cycle.from,
          to: cycle.to,
          asOf,
          hours: figure(totals.hours),
          credits,
        })}
      </p>
      <Requirements judged={judged} />
      <Counted transcript={transcript} judged={judged} />
      <div class="form-sign">
        <p>
          {issuer}
          {t('transcripts.stamp')}
        </p>
        <p>{asOf}</p>
      </div>
    </>
  )
}

/** 教师培训学时学分证明: where somebody stands in a cycle, to be stamped. */
export function TranscriptProofPage() {
  return (
    <TranscriptPaper title={t('transcripts.proofTitle')}>
      {(transcript, judged) => <Proof transcript={transcript} judged={judged} />}
    </TranscriptPaper>
  )
}
