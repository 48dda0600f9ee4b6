import { call } from '../../call.ts'
import { ImportPage } from '../../frame/import-page.tsx'
import { useActing } from '../../session.ts'
import { t } from '../../words/words.ts'

export function ImportEthics() {
  const { district } = useActing()
  return (
    <ImportPage
      title={t('ethics.importTitle')}
      help={t('ethics.importHelp')}
      list={{ label: t('menu.ethics'), href: '/ethics' }}
      template="ethics"
      send={(rows) => call('importEthicsRecords', { params: { district }, body: { rows: [...rows] } })}
      columns={[
        {
          key: 'schoolCode',
          title: t('ethics.schoolCode'),
          required: true,
          help: t('ethics.schoolCodeHelp'),
          example: '2141000001',
        },
        {
          key: 'name',
          title: t('frame.person'),
          required: false,
          help: t('ethics.nameHelp'),
          example: t('ethics.nameExample'),
        },
        {
          key: 'document',
          title: t('ethics.document'),
          required: false,
          help: t('ethics.documentHelp'),
          example: '',
        },
        { key: 'year', title: t('ethics.year'), required: true, help: t('ethics.yearHelp'), example: '2025' },
        {
          key: 'result',
          title: t('ethics.result'),
          required: true,
          help: t('ethics.resultHelp'),
          example: t('ethicsResult.fail'),
        },
        {
          key: 'until',
          title: t('ethics.until'),
          required: false,
          help: t('ethics.untilHelp'),
          example: '2027-12-31',
        },
        {
          key: 'reason',
          title: t('ethics.reason'),
          required: true,
          help: t('ethics.reasonHelp'),
          example: t('ethics.reasonExample'),
        },
      ]}
    />
  )
}
