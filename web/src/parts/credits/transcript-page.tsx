import { useLocation, useRoute } from 'preact-iso'
import { inWeChat } from '../../frame/download.ts'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useQuery } from '../../use-query.ts'
import { t } from '../../words/words.ts'
import { judgedBy, type Transcript, TranscriptView, teacherLine } from './transcript-view.tsx'

/** Policy and cycle stand in the address, so that a link brings the same view. */
export function useTranscript() {
  const { district, membership, role } = useActing()
  const { path, query, route } = useLocation()
  const id = useRoute().params['id'] ?? membership.unit ?? ''
  const { asOf = '', line = '' } = query
  const transcript = useQuery('readTranscript', { params: { district, id }, query: asOf ? { asOf } : {} })
  const go = (next: { asOf: string; line: string }) => {
    const search = new URLSearchParams(Object.entries(next).filter(([, value]) => value !== '')).toString()
    route(search === '' ? path : `${path}?${search}`)
  }
  return { id, own: role === 'teacher', asOf, line, transcript, go }
}

function Actions({ id, transcript, line }: { id: string; transcript: Transcript; line: string }) {
  const judged = judgedBy(transcript, line)
  const search = new URLSearchParams({ asOf: transcript.asOf, ...(judged ? { line: judged.line } : {}) }).toString()
  if (inWeChat()) return null
  return (
    <>
      <Button icon="print" href={`/transcripts/${id}/form?${search}`}>
        {t('transcripts.printForm')}
      </Button>
      <Button kind="primary" icon="print" href={`/transcripts/${id}/proof?${search}`}>
        {t('transcripts.printProof')}
      </Button>
    </>
  )
}

/** 成长档案: a teacher's own, or that of a teacher whom a school or the bureau looks at. */
export function TranscriptPage() {
  const { id, own, asOf, line, transcript, go } = useTranscript()
  const crumbs = own
    ? [{ label: t('shell.workbench'), href: '/' }, { label: t('menu.transcript') }]
    : [
        { label: t('shell.workbench'), href: '/' },
        { label: t('menu.teachers'), href: '/teachers' },
      ]
  return (
    <QueryView query={transcript}>
      {(data) => (
        <>
          <PageHead
            title={own ? t('menu.transcript') : data.teacher.name}
            crumbs={own ? crumbs : [...crumbs, { label: data.teacher.name }]}
            help={
              <>
                {own ? data.teacher.name : ''} {teacherLine(data)}
                <br />
                {t('transcripts.help', { asOf: data.asOf })}
              </>
            }
            actions={<Actions id={id} transcript={data} line={line} />}
          />
          {inWeChat() && <Callout>{t('transcripts.wechat')}</Callout>}
          <TranscriptView
            transcript={data}
            line={line}
            onLine={(next) => go({ asOf, line: next })}
            onCycle={(next) => go({ asOf: next, line })}
          />
        </>
      )}
    </QueryView>
  )
}
