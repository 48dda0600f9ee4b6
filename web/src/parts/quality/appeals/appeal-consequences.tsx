import type { OutputOf } from '../../../call.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatNumber } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'

type Consequences = NonNullable<OutputOf<'readAppeal'>['consequences']>
type Place = Consequences['items'][number]['before']

export interface AppealConsequencesProps {
  consequences: Consequences
  kind: 'application' | 'project'
  tried?: boolean | undefined
}

function placeText({ rank, seat }: Place): string {
  return `${t('appeals.place', { rank })}（${wordFor('appealSeat', seat)}）`
}

/** Places and seats that the new result changes, and whether the ranking follows. `tried`: a preview, nothing is decided yet. */
export function AppealConsequences({ consequences, kind, tried = false }: AppealConsequencesProps) {
  const { applied, held, items } = consequences
  const said = applied
    ? t(kind === 'project' ? 'appeals.projectApplied' : 'appeals.applied')
    : wordFor('appeals.held', held ?? 'not_asked')
  return (
    <div class="stack">
      <h3>{t('appeals.consequences')}</h3>
      <p>{tried && applied ? t('appeals.previewRanking') : said}</p>
      {items.length > 0 && (
        <DataTable
          caption={t('appeals.consequences')}
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            { key: 'title', title: t('appeals.subject'), card: 'title', render: ({ title }) => title },
            { key: 'before', title: t('appeals.placeNow'), render: ({ before }) => placeText(before) },
            { key: 'after', title: t('appeals.placeThen'), render: ({ after }) => placeText(after) },
            {
              key: 'score',
              title: t('appeals.scoreThen'),
              align: 'right',
              nowrap: true,
              render: ({ before, after }) => `${formatNumber(before.score, 2)} → ${formatNumber(after.score, 2)}`,
            },
          ]}
        />
      )}
    </div>
  )
}
