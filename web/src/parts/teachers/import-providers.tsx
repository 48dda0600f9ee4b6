import { call } from '../../call.ts'
import { ImportPage } from '../../frame/import-page.tsx'
import { useActing } from '../../session.ts'
import { t } from '../../words/words.ts'

export function ImportProviders() {
  const { district } = useActing()
  return (
    <ImportPage
      title={t('teachers.importProviders')}
      help={t('teachers.importProvidersHelp')}
      list={{ label: t('menu.providers'), href: '/providers' }}
      template="providers"
      send={(rows) => call('importProviders', { params: { district }, body: { rows: [...rows] } })}
      columns={[
        {
          key: 'name',
          title: t('teachers.providerName'),
          required: true,
          help: t('teachers.providerNameHelp'),
          example: t('teachers.providerExample'),
        },
        {
          key: 'levels',
          title: t('teachers.accreditedLevels'),
          required: true,
          help: t('teachers.accreditedLevelsHelp'),
          example: t('teachers.accreditedLevelsExample'),
        },
        { key: 'number', title: t('providers.number'), required: false, help: '', example: '郑教师〔2026〕12号' },
        {
          key: 'accreditedFrom',
          title: t('teachers.accreditedFrom'),
          required: true,
          help: t('teachers.accreditedFromHelp'),
          example: '2026-01-01',
        },
        {
          key: 'accreditedTo',
          title: t('teachers.accreditedTo'),
          required: true,
          help: t('teachers.accreditedToHelp'),
          example: '2028-12-31',
        },
      ]}
    />
  )
}
