import '../rankings/rankings.css'
import { t, wordFor } from '../../../words/words.ts'
import { type PanelResultBody, variants, whatIf } from '../rankings/ranking-figures.ts'

/** What each of the other methods would have changed, in words. */
export function WhatIfList({ result }: { result: PanelResultBody }) {
  const names = (titles: readonly string[]) => (titles.length === 0 ? t('rankings.nobody') : titles.join('、'))
  const told = (key: (typeof variants)[number]['key']) => {
    const found = whatIf(result.items, key, result.line.quota)
    if (found === null) {
      const reason = key === 'trimmed' ? 'fewer_than_5_sheets' : (result.calibrationReason ?? 'not_calibrated')
      return t('rankings.whatIfNone', { reason: wordFor('figureReason', reason) })
    }
    if (found.entering.length + found.leaving.length + found.moved === 0) return t('rankings.whatIfNothing')
    return found.entering.length + found.leaving.length === 0
      ? t('rankings.whatIfSame', { n: found.moved })
      : t('rankings.whatIfChange', { entering: names(found.entering), leaving: names(found.leaving) })
  }
  return (
    <section>
      <h2>{t('rankings.whatIf')}</h2>
      <p class="muted">{t('rankings.whatIfHelp')}</p>
      <dl class="what-if">
        {variants
          .filter(({ method }) => method !== result.method)
          .map(({ key, method }) => (
            <div key={key}>
              <dt>{wordFor('method', method)}</dt>
              <dd>{told(key)}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
