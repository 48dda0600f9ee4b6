import { formatNumber } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'
import { pointsText } from '../hundredths.ts'
import { expertLeavesOf, natureOf, type Rubric } from '../rubrics/rubric-tree.ts'
import type { SheetDraft } from '../scoring/sheet-draft.ts'

/** A score in words: points, a veto, or nothing. */
export function scoreText(score: number | undefined, veto: boolean): string {
  if (score === undefined) return t('ui.none')
  return veto ? (score > 0 ? t('quality.vetoRaised') : t('quality.vetoClear')) : pointsText(score)
}

interface ScoreTableProps {
  rubric: Rubric
  sheet: SheetDraft
  /** Hundredths; null while it has none. */
  total: number | null
}

/** All scores of a sheet with the words on them, to read and to print. */
export function ScoreTable({ rubric, sheet, total }: ScoreTableProps) {
  return (
    <>
      <table class="rubric-table">
        <caption class="visually-hidden">{t('quality.scores')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('quality.criterion')}</th>
            <th scope="col" class="number">
              {t('quality.maximum')}
            </th>
            <th scope="col" class="number">
              {t('quality.score')}
            </th>
          </tr>
        </thead>
        <tbody>
          {expertLeavesOf(rubric.criteria).map((leaf) => {
            const nature = natureOf(leaf)
            const said = sheet.comments[leaf.key]
            return (
              <tr key={leaf.key}>
                <th scope="row">
                  {leaf.title}
                  {said && <span class="scoring-said">{said}</span>}
                </th>
                <td class="number">{nature === 'veto' ? wordFor('nature', 'veto') : pointsText(leaf.max ?? 0)}</td>
                <td class="number">
                  <strong>
                    {nature === 'deduction' && (sheet.scores[leaf.key] ?? 0) > 0 && '−'}
                    {scoreText(sheet.scores[leaf.key], nature === 'veto')}
                  </strong>
                </td>
              </tr>
            )
          })}
        </tbody>
        {total !== null && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t('quality.total')}
              </th>
              <td class="number">{formatNumber(total / 100, 2)}</td>
            </tr>
          </tfoot>
        )}
      </table>
      <h3 class="scoring-comment">{t('scoring.generalComment')}</h3>
      <p class="scoring-text">{sheet.comment || t('scoring.noComment')}</p>
    </>
  )
}
