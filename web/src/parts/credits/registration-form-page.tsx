import { Fragment } from 'preact'
import { t, wordFor } from '../../words/words.ts'
import { figure } from './requirement-bar.tsx'
import { entriesThatCount, Person, TranscriptPaper } from './transcript-paper.tsx'
import type { Judged, Transcript } from './transcript-view.tsx'

type Line = ReturnType<typeof entriesThatCount>[number]

const sum = (lines: readonly Line[], of: (line: Line) => number) =>
  figure(Math.round(lines.reduce((total, line) => total + of(line), 0) * 100) / 100)

/** Entries that count by the year in which they were, oldest first. */
function byYear(lines: readonly Line[]): [string, Line[]][] {
  const years = new Map<string, Line[]>()
  for (const line of lines) {
    const year = line.entry.date.slice(0, 4)
    years.set(year, [...(years.get(year) ?? []), line])
  }
  return [...years]
}

function SumRow({ label, lines, last }: { label: string; lines: readonly Line[]; last?: boolean }) {
  return (
    <tr class={last ? 'form-total' : 'form-sum'}>
      <th scope="row" colSpan={4}>
        {label}
      </th>
      <td class="form-figure">{sum(lines, ({ verdict }) => verdict.hours)}</td>
      <td class="form-figure">{sum(lines, ({ verdict }) => verdict.counted)}</td>
      <td />
    </tr>
  )
}

function Register({ transcript, judged }: { transcript: Transcript; judged: Judged | undefined }) {
  const lines = entriesThatCount(transcript, judged)
  const unit = wordFor('creditUnit', judged?.unit ?? 'hours')
  return (
    <table class="form-table">
      <thead>
        <tr>
          <th scope="col">{t('transcripts.date')}</th>
          <th scope="col">{t('transcripts.training')}</th>
          <th scope="col">{t('transcripts.channel')}</th>
          <th scope="col">{t('transcripts.provider')}</th>
          <th scope="col">{t('transcripts.hours')}</th>
          <th scope="col">
            {t('transcripts.counted')}
            {unit}
          </th>
          <th scope="col">{t('transcripts.registrar')}</th>
        </tr>
      </thead>
      <tbody>
        {byYear(lines).map(([year, among]) => (
          <Fragment key={year}>
            {among.map(({ entry, verdict }) => (
              <tr key={entry.id}>
                <td class="form-day">{entry.date}</td>
                <td>{entry.title}</td>
                <td>{wordFor('channel', entry.channel)}</td>
                <td>{entry.providerName}</td>
                <td class="form-figure">{figure(verdict.hours)}</td>
                <td class="form-figure">{figure(verdict.counted)}</td>
                <td />
              </tr>
            ))}
            <SumRow label={t('transcripts.yearSum', { year })} lines={among} />
          </Fragment>
        ))}
        <SumRow label={t('transcripts.sum')} lines={lines} last />
      </tbody>
    </table>
  )
}

function Certificates({ certificates }: Pick<Transcript, 'certificates'>) {
  const valid = certificates.filter(({ state }) => state === 'valid')
  if (valid.length === 0) return null
  return (
    <table class="form-table">
      <caption>{t('transcripts.certificates')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('transcripts.certificateNumber')}</th>
          <th scope="col">{t('transcripts.training')}</th>
          <th scope="col">{t('transcripts.hours')}</th>
          <th scope="col">{t('certificates.issuedOn')}</th>
        </tr>
      </thead>
      <tbody>
        {valid.map(({ id, number, printed }) => (
          <tr key={id}>
            <td>{number}</td>
            <td>{printed.projectTitle}</td>
            <td class="form-figure">{printed.hours}</td>
            <td class="form-day">{printed.issuedOn}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 教师继续教育登记表（登记证书）: what counts in a cycle year by year, certificates, and places for seals. */
export function RegistrationFormPage() {
  return (
    <TranscriptPaper title={t('transcripts.formTitle')}>
      {(transcript, judged) => (
        <>
          <p class="form-head">
            {judged && t('transcripts.policyOf', { title: judged.title, no: judged.no })}
            {judged && `　${t('transcripts.cycleOf', judged.cycle)}`}
          </p>
          <Person transcript={transcript} />
          <Register transcript={transcript} judged={judged} />
          <Certificates certificates={transcript.certificates} />
          <table class="form-table form-seals">
            <tbody>
              <tr>
                <td>{t('transcripts.schoolSign')}</td>
                <td>{t('transcripts.bureauSign')}</td>
              </tr>
            </tbody>
          </table>
        </>
      )}
    </TranscriptPaper>
  )
}
