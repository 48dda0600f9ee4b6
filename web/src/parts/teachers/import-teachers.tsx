import { call } from '../../call.ts'
import { ImportPage } from '../../frame/import-page.tsx'
import { useActing } from '../../session.ts'
import { t } from '../../words/words.ts'

export function ImportTeachers() {
  const { district } = useActing()
  return (
    <ImportPage
      title={t('teachers.importTeachers')}
      help={t('teachers.importTeachersHelp')}
      list={{ label: t('menu.teachers'), href: '/teachers' }}
      template="teachers"
      send={(rows) => call('importTeachers', { params: { district }, body: { rows: [...rows] } })}
      columns={[
        {
          key: 'name',
          title: t('frame.person'),
          required: true,
          help: t('teachers.nameHelp'),
          example: t('teachers.nameExample'),
        },
        {
          key: 'documentType',
          title: t('teachers.documentType'),
          required: false,
          help: t('teachers.documentTypeHelp'),
          example: t('teachers.documentTypeExample'),
        },
        {
          key: 'document',
          title: t('teachers.document'),
          required: true,
          help: t('teachers.documentHelp'),
          example: t('teachers.documentExample'),
        },
        {
          key: 'schoolCode',
          title: t('teachers.schoolCode'),
          required: true,
          help: t('teachers.schoolCodeHelp'),
          example: '2141000001',
        },
        {
          key: 'phase',
          title: t('teachers.phase'),
          required: true,
          help: t('teachers.phaseHelp'),
          example: t('teachers.phaseExample'),
        },
        {
          key: 'subject',
          title: t('teachers.subject'),
          required: true,
          help: t('teachers.subjectHelp'),
          example: t('teachers.subjectExample'),
        },
        {
          key: 'title',
          title: t('teachers.title'),
          required: false,
          help: t('teachers.titleHelp'),
          example: t('teachers.titleExample'),
        },
        {
          key: 'posts',
          title: t('teachers.posts'),
          required: false,
          help: t('teachers.postsHelp'),
          example: t('teachers.postsExample'),
        },
      ]}
    />
  )
}
