import { DataTable } from '../../ui/data-table.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import type { Panel } from './panel-page.tsx'

type Sheet = Panel['sheets'][number]
interface Item {
  id: string
  title: string
  unitName: string
  seats: Sheet[]
}

/** Barred by a computed conflict before anybody saw anything; one who recused later has no such card. */
function barred(sheet: Sheet): boolean {
  return sheet.state === 'recused' && sheet.conflicts.length > 0
}

function itemsOf(sheets: readonly Sheet[]): Item[] {
  const items = new Map<string, Item>()
  for (const sheet of sheets) {
    if (barred(sheet)) continue
    const { applicationId: id, title, unitName } = sheet
    const item = items.get(id) ?? { id, title, unitName, seats: [] }
    item.seats.push(sheet)
    items.set(id, item)
  }
  return [...items.values()].sort((a, b) => a.title.localeCompare(b.title, 'zh'))
}

/** Who got what, how far each is, and whom a conflict of interest kept away. */
export function PanelSeats({ panel }: { panel: Panel }) {
  const kept = panel.sheets.filter(barred)
  return (
    <div class="stack">
      <DataTable
        caption={t('quality.seats')}
        rows={itemsOf(panel.sheets)}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'title',
            title: t('quality.application'),
            card: 'title',
            render: (item) => <a href={`/applications/${item.id}`}>{item.title}</a>,
          },
          { key: 'unit', title: t('quality.unit'), render: (item) => item.unitName },
          {
            key: 'seats',
            title: t('quality.expertsAndSheets'),
            render: (item) => (
              <ul class="quality-seats">
                {item.seats.map((sheet) => (
                  <li key={sheet.id}>
                    <a href={`/scoresheets/${sheet.id}`}>{sheet.expertName}</a>
                    <StateTag group="scoresheet" state={sheet.state} />
                    {sheet.total !== null && <strong>{formatNumber(sheet.total, 2)}</strong>}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <h2>{t('quality.keptAway', { n: kept.length })}</h2>
      <p class="muted">{t('quality.keptAwayHelp')}</p>
      {kept.length > 0 && (
        <DataTable
          caption={t('quality.keptAway', { n: kept.length })}
          rows={kept}
          rowKey={({ id }) => id}
          columns={[
            { key: 'expert', title: t('quality.expert'), render: (sheet) => sheet.expertName, card: 'title' },
            { key: 'item', title: t('quality.application'), render: (sheet) => `${sheet.title}（${sheet.unitName}）` },
            {
              key: 'why',
              title: t('quality.keptAwayBecause'),
              render: (sheet) => (
                <ul>
                  {sheet.conflicts.map((conflict) => (
                    <li key={conflict.rule}>
                      {wordFor('conflict', conflict.rule)}
                      <span class="muted">（{conflict.detail}）</span>
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      )}
    </div>
  )
}
