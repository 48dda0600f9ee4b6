import { ListTable } from '../../frame/list-table.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePages } from '../../use-pages.ts'
import { formatNumber } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import type { CohortTabProps } from './cohort-tabs.ts'

/** 各校名额: those that are set one by one; a school that does not run the cohort sees its own. */
export function QuotasTab({ cohort }: CohortTabProps) {
  const { district } = useActing()
  const pages = usePages('listQuotas', (after) => ({
    params: { district, id: cohort.id },
    query: { limit: 50, after },
  }))
  const n = cohort.rules.quotaPerSchool
  const writes = cohort.actions.includes('edit')
  if (!writes) {
    const [own] = pages.items
    return (
      <section class="card">
        <Callout>{t('cohorts.ownQuota', { n: formatNumber(own?.places ?? n) })}</Callout>
      </section>
    )
  }
  return (
    <div class="stack">
      <Callout
        actions={
          <Button size="small" icon="upload" href={`/cohorts/${cohort.id}/import-quotas`}>
            {t('cohorts.importQuotas')}
          </Button>
        }
      >
        {t('cohorts.quotasHelp', { n })}
      </Callout>
      <ListTable
        pages={pages}
        caption={t('cohorts.quotas')}
        empty={<EmptyState title={t('cohorts.noQuotas')} help={t('cohorts.noQuotasHelp', { n })} />}
        columns={[
          { key: 'school', title: t('cohorts.school'), render: (row) => row.schoolName, card: 'title' },
          { key: 'places', title: t('cohorts.places'), align: 'right', render: (row) => formatNumber(row.places) },
        ]}
      />
    </div>
  )
}
