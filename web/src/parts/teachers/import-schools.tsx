import { call } from '../../call.ts'
import { ImportPage } from '../../frame/import-page.tsx'
import { useActing } from '../../session.ts'
import { t } from '../../words/words.ts'

export function ImportSchools() {
  const { district } = useActing()
  return (
    <ImportPage
      title={t('teachers.importSchools')}
      list={{ label: t('menu.schools'), href: '/schools' }}
      template="schools"
      send={(rows) => call('importSchools', { params: { district }, body: { rows: [...rows] } })}
      columns={[
        {
          key: 'code',
          title: t('teachers.schoolCode'),
          required: true,
          help: t('teachers.schoolCodeHelp'),
          example: '2141000001',
        },
        {
          key: 'name',
          title: t('teachers.schoolName'),
          required: true,
          help: t('teachers.schoolNameHelp'),
          example: t('teachers.schoolExample'),
        },
        {
          key: 'area',
          title: t('teachers.area'),
          required: true,
          help: t('teachers.areaHelp'),
          example: t('teachers.areaExample'),
        },
        {
          key: 'phase',
          title: t('teachers.phase'),
          required: true,
          help: t('teachers.phaseHelp'),
          example: t('teachers.phaseExample'),
        },
      ]}
    />
  )
}
