import './transcript-paper.css'
import type { ComponentChildren } from 'preact'
import { inWeChat } from '../../frame/download.ts'
import { QueryView } from '../../frame/query-view.tsx'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { t, wordFor } from '../../words/words.ts'
import { useTranscript } from './transcript-page.tsx'
import { type Judged, judgedBy, type Transcript } from './transcript-view.tsx'

interface TranscriptPaperProps {
  title: string
  children: (transcript: Transcript, judged: Judged | undefined) => ComponentChildren
}

/** The person on a paper: two pairs a line. */
export function Person({ transcript: { teacher } }: { transcript: Transcript }) {
  const facts: [string, string | null][] = [
    [t('transcripts.name'), teacher.name],
    [t('transcripts.document'), teacher.documentMasked],
    [t('transcripts.school'), teacher.schoolName],
    [t('transcripts.phase'), wordFor('phase', teacher.phase)],
    [t('transcripts.subject'), teacher.subject],
    [t('transcripts.title'), teacher.title],
    [t('transcripts.education'), teacher.education],
    [t('transcripts.entryDate'), teacher.entryDate],
  ]
  const lines = facts.flatMap((fact, n) => (n % 2 === 0 ? [[fact, facts[n + 1]]] : []))
  return (
    <table class="form-table form-person">
      <tbody>
        {lines.map(([left, right]) => (
          <tr key={left?.[0]}>
            <th scope="row">{left?.[0]}</th>
            <td>{left?.[1] ?? ''}</td>
            <th scope="row">{right?.[0]}</th>
            <td>{right?.[1] ?? ''}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('transcripts.posts')}</th>
          <td colSpan={3}>{teacher.posts.join('、')}</td>
        </tr>
      </tbody>
    </table>
  )
}

/** A paper of a transcript, A4 upright, with the button that prints it. */
export function TranscriptPaper({ title, children }: TranscriptPaperProps) {
  const { id, own, line, transcript } = useTranscript()
  return (
    <QueryView query={transcript}>
      {(data) => (
        <>
          <div class="no-print">
            <PageHead
              title={title}
              crumbs={[
                { label: t('shell.workbench'), href: '/' },
                {
                  label: own ? t('menu.transcript') : data.teacher.name,
                  href: own ? '/transcript' : `/transcripts/${id}`,
                },
                { label: title },
              ]}
              actions={
                inWeChat() ? undefined : (
                  <Button kind="primary" icon="print" onClick={() => print()}>
                    {t('certificates.print')}
                  </Button>
                )
              }
            />
            {inWeChat() && <Callout>{t('transcripts.wechat')}</Callout>}
          </div>
          <div class="form-scroll" {...{ tabIndex: 0, role: 'region' as const, 'aria-label': title }}>
            <article class="form-paper">
              <h2>{title}</h2>
              {children(data, judgedBy(data, line))}
              <p class="form-foot">
                {t('transcripts.proofFoot')}　{t('transcripts.printedAt', { date: data.today })}
              </p>
            </article>
          </div>
        </>
      )}
    </QueryView>
  )
}

/** Hours that stand for an entry: as the policy counts them, or plain minutes where there is none. */
export function entriesThatCount(transcript: Transcript, judged: Judged | undefined) {
  const verdicts = new Map(judged?.verdicts.map((verdict) => [verdict.id, verdict]))
  return transcript.groups
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => {
      const verdict = verdicts.get(entry.id)
      return verdict?.counts ? [{ entry, verdict }] : []
    })
    .sort((a, b) => (a.entry.date === b.entry.date ? 0 : a.entry.date < b.entry.date ? -1 : 1))
}
