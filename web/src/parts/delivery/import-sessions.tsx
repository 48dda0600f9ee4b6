import { IMPORT_TEMPLATES } from '@shixun/contract/import-templates'
import { useRoute } from 'preact-iso'
import { call } from '../../call.ts'
import { ImportPage } from '../../frame/import-page.tsx'
import { useActing } from '../../session.ts'
import { t } from '../../words/words.ts'

/** 导入课表: a workbook or pasted rows, checked row by row. */
export function ImportSessions() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  return (
    <ImportPage
      title={t('cohorts.importSessions')}
      help={t('cohorts.importSessionsHelp')}
      list={{ label: t('cohorts.tab.timetable'), href: `/cohorts/${id}?tab=timetable` }}
      template="sessions"
      send={(rows) => call('importSessions', { params: { district, id }, body: { rows: [...rows] } })}
      columns={IMPORT_TEMPLATES.sessions.columns.map(({ key, title, required, help, example }) => ({
        key,
        title,
        required,
        help,
        example,
      }))}
    />
  )
}
