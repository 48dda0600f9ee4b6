import { call } from '../../call.ts'
import { PasteImport } from '../../frame/paste-import.tsx'
import { useActing } from '../../session.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { t } from '../../words/words.ts'

export function ImportExperts() {
  const { district } = useActing()
  const title = t('teachers.importExperts')
  return (
    <>
      <PageHead
        title={title}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.experts'), href: '/experts' },
          { label: title },
        ]}
        help={t('teachers.importExpertsHelp')}
      />
      <PasteImport
        template="experts"
        backHref="/experts"
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
        ]}
      />
    </>
  )
}
