import { useRoute } from 'preact-iso'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { useQuery } from '../../use-query.ts'
import { t } from '../../words/words.ts'
import { EnrolmentMoves } from './enrolment-moves.tsx'
import { EnrolmentView } from './enrolment-view.tsx'

/** One enrolment by itself: where a task leads to. */
export function EnrolmentPage() {
  const { district } = useActing()
  const { id = '' } = useRoute().params
  const query = useQuery('readEnrolment', { params: { district, id } })
  return (
    <QueryView query={query}>
      {(one) => (
        <>
          <PageHead
            title={one.name}
            tags={<StateTag group="enrolment" state={one.state} />}
            crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: one.cohortTitle }, { label: one.name }]}
            actions={<EnrolmentMoves enrolment={one} />}
          />
          <section class="card">
            <EnrolmentView enrolment={one} />
          </section>
        </>
      )}
    </QueryView>
  )
}
