import type { Column } from '../../ui/data-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { t } from '../../words/words.ts'

/** Who came, and from where. */
export function attendeeColumns<Row extends { name: string; guest: boolean; schoolName: string }>(): Column<Row>[] {
  return [
    {
      key: 'name',
      title: t('hours.person'),
      card: 'title',
      nowrap: true,
      render: ({ name, guest }) => (
        <>
          {name} {guest && <Tag tone="blue">{t('hours.guest')}</Tag>}
        </>
      ),
    },
    { key: 'school', title: t('hours.school'), render: ({ schoolName }) => schoolName },
  ]
}
