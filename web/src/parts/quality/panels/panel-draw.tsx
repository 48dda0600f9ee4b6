import type { OutputOf } from '../../../call.ts'
import { QueryView } from '../../../frame/query-view.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useQuery } from '../../../use-query.ts'
import { t } from '../../../words/words.ts'
import { LoadBars } from './load-bars.tsx'
import type { Panel } from './panel-page.tsx'

type Draw = OutputOf<'verifyDraw'>
const checks = ['seedHolds', 'drawHolds', 'sheetsHold'] as const

function Verdict({ draw, onAgain }: { draw: Draw; onAgain: () => void }) {
  if (draw.engine === null) return <Callout kind="warning">{t('panels.noDraw')}</Callout>
  const nameOf = (id: string) => draw.experts.find((one) => one.id === id)?.name ?? id
  const names = (ids: readonly string[]) => ids.map(nameOf).join('、') || t('ui.none')
  const { items, seats, conflicts } = draw
  return (
    <div class="stack">
      <p class="muted">{t('panels.verifyHelp')}</p>
      <ul class="panels-holds">
        {checks.map((check) => (
          <li key={check}>
            <Tag tone={draw[check] ? 'green' : 'red'}>{t(draw[check] ? 'panels.holds' : 'panels.differs')}</Tag>
            {t(`panels.${check}`)}
          </li>
        ))}
      </ul>
      {draw.differences.length > 0 && (
        <Callout kind="error" title={t('panels.differs')}>
          <ul>
            {draw.differences.map(({ item, only, instead }) => (
              <li key={item}>
                {t('panels.difference', { item, only: names(only), instead: names(instead) })}{' '}
                <a href={`/applications/${item}`}>{t('frame.view')}</a>
              </li>
            ))}
          </ul>
        </Callout>
      )}
      <p>
        {t('panels.drawSize', { items, seats, conflicts })}；{t('panels.drawnOn')} {draw.on}
      </p>
      <ol class="panels-seeds">
        {draw.seeds.map(({ seed, reason }, at) => (
          <li key={seed}>
            {t('panels.drawNo', { n: at + 1 })} <code class="quality-code">{seed}</code>
            {reason !== null && <span class="muted"> {t('panels.redrawnBecause', { reason })}</span>}
          </li>
        ))}
      </ol>
      <div>
        <Button onClick={onAgain}>{t('panels.verify')}</Button>
      </div>
      <h2>{t('panels.loads')}</h2>
      <LoadBars experts={draw.experts} />
    </div>
  )
}

/** 核对抽签: the draw made again from what was kept, beside what was given. */
export function PanelDraw({ panel }: { panel: Panel }) {
  const { district } = useActing()
  const query = useQuery('verifyDraw', { params: { district, id: panel.id } })
  return <QueryView query={query}>{(draw) => <Verdict draw={draw} onAgain={query.refresh} />}</QueryView>
}
