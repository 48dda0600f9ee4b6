import { formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { pointsText } from './hundredths.ts'
import { expertLeavesOf, natureOf, type Rubric } from './rubric-tree.ts'
import type { Sheet } from './scoresheet-page.tsx'

/** A sheet that is only read. */
export function SealedScores({ sheet, rubric }: { sheet: Sheet; rubric: Rubric }) {
  function shown(key: string, veto: boolean): string {
    const score = sheet.scores[key]
    if (score === undefined) return t('ui.none')
    return veto ? (score > 0 ? t('quality.vetoRaised') : t('quality.vetoClear')) : pointsText(score)
  }
  return (
    <section class="card scoring-rubric" aria-label={t('quality.scoring')}>
      <h2>{t('quality.scores')}</h2>
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
            const veto = natureOf(leaf) === 'veto'
            return (
              <tr key={leaf.key}>
                <th scope="row">{leaf.title}</th>
                <td class="number">{veto ? wordFor('nature', 'veto') : pointsText(leaf.max ?? 0)}</td>
                <td class="number">
                  <strong>{shown(leaf.key, veto)}</strong>
                </td>
              </tr>
            )
          })}
        </tbody>
        {sheet.total !== null && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t('quality.total')}
              </th>
              <td class="number">{formatNumber(sheet.total, 2)}</td>
            </tr>
          </tfoot>
        )}
      </table>
      <h3 class="scoring-comment">{t('quality.comment')}</h3>
      <p class="scoring-text">{sheet.comment || t('ui.none')}</p>
    </section>
  )
}
