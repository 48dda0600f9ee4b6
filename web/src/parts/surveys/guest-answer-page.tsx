import { useRoute } from 'preact-iso'
import { call, type OutputOf } from '../../call.ts'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { useQuery } from '../../use-query.ts'
import { formatInstant } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { Answering } from './answering.tsx'

function Abroad({ id, held: { sender, pass } }: { id: string; held: OutputOf<'readGuestPass'> }) {
  const params = { district: sender, id }
  const paper = useQuery('readPaper', { params })
  const title = paper.data?.title ?? t('surveys.answer')
  const home = { href: '/my-training', label: t('surveys.toTraining') }
  return (
    <>
      <PageHead
        title={title}
        crumbs={[home, { label: title }]}
        help={paper.data && `${paper.data.subjectTitle} · ${t('surveys.until')} ${formatInstant(paper.data.until)}`}
      />
      <QueryView query={paper} skeleton="form">
        {(shown) => (
          <Answering
            key={shown.id}
            district={sender}
            paper={shown}
            taken={false}
            sign={(blinded) => call('takeGuestToken', { params, body: { pass, blinded } })}
            home={home}
          />
        )}
      </QueryView>
    </>
  )
}

/** 填写外局班次的问卷: the token is taken with the pass of this teacher, the answer is sent without it. */
export function GuestAnswerPage() {
  const { district } = useActing()
  const { guest = '', id = '' } = useRoute().params
  const held = useQuery('readGuestPass', { params: { district, id: guest } })
  return (
    <QueryView query={held} skeleton="form">
      {(shown) => <Abroad id={id} held={shown} />}
    </QueryView>
  )
}
