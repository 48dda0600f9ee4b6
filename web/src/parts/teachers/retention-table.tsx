import { TEACHER_RETENTION } from '@shixun/domain/teachers/retention'
import { DataTable } from '../../ui/data-table.tsx'
import { t } from '../../words/words.ts'

/** What erasure clears and what it keeps, and why: read before, not after. */
export function RetentionTable() {
  return (
    <>
      <p>{t('roster.eraseHelp')}</p>
      <DataTable
        caption={t('roster.retention')}
        rows={TEACHER_RETENTION}
        rowKey={({ what }) => what}
        columns={[
          { key: 'what', title: t('import.content'), render: ({ what }) => what, card: 'title' },
          {
            key: 'rule',
            title: t('roster.retention'),
            render: ({ rule }) => (rule === 'cleared' ? t('roster.cleared') : t('roster.kept')),
            nowrap: true,
          },
          { key: 'why', title: t('frame.reason'), render: ({ why }) => why },
        ]}
      />
    </>
  )
}
