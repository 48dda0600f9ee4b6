import type { Derivation } from '@shixun/domain/quality/evaluations/evaluate'
import { DataTable } from '../../../ui/data-table.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { t, wordFor } from '../../../words/words.ts'
import { hundredthsOf, pointsText } from '../hundredths.ts'

type Leaf = Derivation['leaves'][number]

interface CorrectFiguresProps {
  derivation: Derivation
  value: Readonly<Record<string, number>>
  errors: Readonly<Record<string, string>>
  onChange: (value: Readonly<Record<string, number>>) => void
}

const isPercent = ({ source }: Leaf) => source === 'metric' || source === 'survey'

/** What the figure is now; of a result that one person scored by hand also those points. */
function nowOf(leaf: Leaf): number | null {
  return leaf.source === 'expert' ? (leaf.scores[0]?.score ?? null) : leaf.measured
}

/** Figures that can be corrected on evidence, each beside what it was. */
export function CorrectFigures({ derivation, value, errors, onChange }: CorrectFiguresProps) {
  const byHand = derivation.sheets.length === 1
  const rows = derivation.leaves.filter((leaf) => leaf.source !== 'expert' || byHand)
  function put(key: string, points: number | null) {
    const { [key]: _, ...rest } = value
    onChange(points === null ? rest : { ...rest, [key]: hundredthsOf(points) })
  }
  return (
    <DataTable
      caption={t('appeals.wayFiguresHelp')}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'title', title: t('quality.criterion'), card: 'title', render: ({ title }) => title },
        { key: 'source', title: t('quality.source'), render: ({ source }) => wordFor('source', source) },
        {
          key: 'now',
          title: t('appeals.figureNow'),
          align: 'right',
          render: (leaf) => {
            const now = nowOf(leaf)
            return now === null ? t('evaluations.noFigure') : `${pointsText(now)}${isPercent(leaf) ? '%' : ''}`
          },
        },
        {
          key: 'then',
          title: t('appeals.figure'),
          render: (leaf) => {
            const given = value[leaf.key]
            const error = errors[`/figures/${leaf.key}`]
            return (
              <>
                <NumberInput
                  aria-label={`${leaf.title} ${t('appeals.figure')}`}
                  aria-invalid={error ? true : undefined}
                  decimals={2}
                  unit={isPercent(leaf) ? '%' : t('quality.points')}
                  value={given === undefined ? null : given / 100}
                  onChange={(points) => put(leaf.key, points)}
                />
                {error && <div class="field-error">{error}</div>}
              </>
            )
          },
        },
      ]}
    />
  )
}
