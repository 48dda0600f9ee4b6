import { useRoute } from 'preact-iso'
import { call } from '../../call.ts'
import { ImportPage } from '../../frame/import-page.tsx'
import { useActing } from '../../session.ts'
import { t } from '../../words/words.ts'

export function ImportQuotas() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  return (
    <ImportPage
      title={t('cohorts.importQuotas')}
      help={t('cohorts.importQuotasHelp')}
      list={{ label: t('cohorts.quotas'), href: `/cohorts/${id}?tab=quotas` }}
      template="quotas"
      send={async (rows) => {
        const answer = await call('putQuotas', { params: { district, id }, body: { rows: [...rows] } })
        return answer.ok
          ? { ...answer, body: { accepted: answer.body.accepted.length, rejected: answer.body.rejected } }
          : answer
      }}
      columns={[
        {
          key: 'school',
          title: t('cohorts.school'),
          required: true,
          help: t('cohorts.schoolHelp'),
          example: '2141000001',
        },
        { key: 'places', title: t('cohorts.places'), required: true, help: '', example: '3' },
      ]}
    />
  )
}
