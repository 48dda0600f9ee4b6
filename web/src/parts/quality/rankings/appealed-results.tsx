import { Callout } from '../../../ui/callout.tsx'
import { t } from '../../../words/words.ts'
import type { PanelResultBody } from './ranking-figures.ts'

const points = (value: number | null) => (value === null ? t('ui.none') : value.toFixed(2))

/** Appeals settled since the conclusion: the ranking below stays as the sheets gave it, the newer results stand beside it. */
export function AppealedResults({ appealed }: Pick<PanelResultBody, 'appealed'>) {
  if (appealed.length === 0) return null
  return (
    <Callout kind="warning" title={t('rankings.appealed', { n: appealed.length })}>
      {t('rankings.appealedHelp')}
      <ul>
        {appealed.map(({ appealId, evaluationId, title, before, after, applied }) => (
          <li key={appealId}>
            <a href={`/evaluations/${evaluationId}`}>{title}</a>：
            {t('rankings.appealedScore', { before: points(before), after: points(after) })}
            {t(applied ? 'rankings.appealedApplied' : 'rankings.appealedHeld')}
            <a href={`/appeals/${appealId}`}>{t('rankings.toAppeal')}</a>
          </li>
        ))}
      </ul>
    </Callout>
  )
}
