import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import { draftOf } from './cohort-draft.ts'
import type { Cohort } from './cohort-tabs.ts'
import { CohortWizard } from './cohort-wizard.tsx'

/** The version that was read when editing began is the one that is changed: somebody else's change is told, never written over. */
function Editing({ cohort }: { cohort: Cohort }) {
  const { district } = useActing()
  const { route } = useLocation()
  const [seen] = useState(cohort)
  const { send, busy, problem } = useSend('editCohort')
  const back = `/cohorts/${seen.id}`
  return (
    <CohortWizard
      initial={draftOf(seen)}
      providerName={seen.providerName}
      stashKey={`cohort.${seen.id}.${seen.version}`}
      saveLabel={t('cohorts.save')}
      backHref={back}
      busy={busy}
      problem={problem}
      onSave={async ({ projectId: _, ...body }) => {
        const answer = await send({ params: { district, id: seen.id }, body, ifMatch: seen.version })
        if (!answer.ok) return false
        showToast({ kind: 'success', text: t('cohorts.saved') })
        route(back)
        return true
      }}
    />
  )
}

/** 修改班次. */
export function EditCohort() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readCohort', { params: { district, id } })
  return (
    <QueryView query={query} skeleton="form">
      {(cohort) => (
        <>
          <PageHead
            title={t('cohorts.edit')}
            crumbs={[
              { label: t('shell.workbench'), href: '/' },
              { label: t('menu.cohorts'), href: '/cohorts' },
              { label: cohort.title, href: `/cohorts/${id}` },
              { label: t('cohorts.edit') },
            ]}
          />
          <Editing cohort={cohort} />
        </>
      )}
    </QueryView>
  )
}
