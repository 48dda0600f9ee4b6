import { call } from '../../call.ts'
import { ImportPage } from '../../frame/import-page.tsx'
import { useActing } from '../../session.ts'
import { t } from '../../words/words.ts'

export function ImportExperts() {
  const { district } = useActing()
  return (
    <ImportPage
      title={t('teachers.importExperts')}
      help={t('teachers.importExpertsHelp')}
      list={{ label: t('menu.experts'), href: '/experts' }}
      template="experts"
      send={(rows) => call('importExperts', { params: { district }, body: { rows: [...rows] } })}
      columns={[
        {
          key: 'name',
          title: t('frame.person'),
          required: true,
          help: t('teachers.nameHelp'),
          example: t('teachers.nameExample'),
        },
        {
          key: 'schoolCode',
          title: t('teachers.schoolCode'),
          required: false,
          help: t('teachers.ownSchoolCodeHelp'),
          example: '2141000001',
        },
        {
          key: 'title',
          title: t('experts.jobTitle'),
          required: false,
          help: t('experts.jobTitleHelp'),
          example: t('experts.jobTitle'),
        },
        {
          key: 'subjects',
          title: t('teachers.subjects'),
          required: false,
          help: t('teachers.subjectsHelp'),
          example: t('teachers.subjectsExample'),
        },
        {
          key: 'phases',
          title: t('teachers.phases'),
          required: false,
          help: t('teachers.phasesHelp'),
          example: t('teachers.phasesExample'),
        },
        {
          key: 'pastSchools',
          title: t('teachers.pastSchools'),
          required: false,
          help: t('teachers.pastSchoolsHelp'),
          example: t('teachers.pastSchoolsExample'),
        },
        {
          key: 'units',
          title: t('experts.units'),
          required: false,
          help: t('experts.unitsImportHelp'),
          example: t('experts.unitsExample'),
        },
      ]}
    />
  )
}
