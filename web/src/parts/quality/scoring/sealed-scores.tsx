import { Button } from '../../../ui/button.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { formatInstant } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { ScoreTable } from '../rankings/score-table.tsx'
import type { Rubric } from '../rubrics/rubric-tree.ts'
import type { Sheet } from './scoresheet-page.tsx'

/** A sheet that is only read, with the seal it bears. */
export function SealedScores({ sheet, rubric }: { sheet: Sheet; rubric: Rubric }) {
  const { seal, late, total } = sheet
  return (
    <section class="card scoring-rubric" aria-label={t('quality.scoring')}>
      <div class="scoring-head">
        <h2>{t('quality.scores')}</h2>
        <Button kind="text" size="small" icon="print" onClick={() => print()}>
          {t('ui.print')}
        </Button>
      </div>
      <ScoreTable rubric={rubric} sheet={sheet} total={total === null ? null : total * 100} />
      {seal && (
        <dl class="scoring-seal">
          <dt>{t('scoring.sealedAt')}</dt>
          <dd>
            {formatInstant(seal.at)} {late && <Tag tone="amber">{t('scoring.late')}</Tag>}
          </dd>
          <dt>{t('scoring.seal')}</dt>
          <dd>
            <code class="quality-code">{seal.sha256}</code>
            <div class="field-help">{t('scoring.sealHelp')}</div>
          </dd>
        </dl>
      )}
    </section>
  )
}
