import { useState } from 'preact/hooks'
import { call, type OutputOf } from '../../../call.ts'
import { MoveButtons } from '../../../frame/move-buttons.tsx'
import { QueryView } from '../../../frame/query-view.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { useQuery } from '../../../use-query.ts'
import { formatNumber } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'
import type { Panel } from '../panels/panel-page.tsx'

type Changes = Pick<OutputOf<'recountPanel'>, 'changes' | 'seatsChanged'>
type Standing = Changes['changes'][number]['before']

function standingText(standing: Standing): string {
  return standing === null
    ? t('rankings.gone')
    : t('rankings.standing', {
        rank: standing.rank,
        official: formatNumber(standing.official, 2),
        seat: wordFor('seat', standing.seat),
      })
}

/** Before and after, item by item. */
function ChangesTable({ changes, seatsChanged }: Changes) {
  if (changes.length === 0) return <p>{t('rankings.noChange')}</p>
  return (
    <>
      <p>{t('rankings.changes', { n: changes.length, seats: seatsChanged })}</p>
      <DataTable
        caption={t('rankings.roundChanges')}
        rows={changes}
        rowKey={({ applicationId }) => applicationId}
        columns={[
          {
            key: 'title',
            title: t('quality.application'),
            card: 'title',
            render: ({ applicationId, title, unitName }) => (
              <>
                <a href={`/applications/${applicationId}`}>{title}</a> <span class="muted">{unitName}</span>
              </>
            ),
          },
          { key: 'before', title: t('rankings.before'), render: ({ before }) => standingText(before) },
          {
            key: 'after',
            title: t('rankings.after'),
            render: ({ after, seatChanged }) =>
              seatChanged ? <strong>{standingText(after)}</strong> : standingText(after),
          },
        ]}
      />
    </>
  )
}

function Recount({ panel }: { panel: Panel }) {
  const { district } = useActing()
  const params = { district, id: panel.id }
  const query = useQuery('recountPanel', { params })
  return (
    <QueryView query={query}>
      {(found) => (
        <div class="stack">
          <p class="muted">{t('rankings.recounted', { n: found.sheetsCounted })}</p>
          <ChangesTable {...found} />
          {found.wentOn > 0 && <p>{t('rankings.wentOn', { n: found.wentOn })}</p>}
          <MoveButtons
            offered={found.actions}
            moves={[
              {
                action: 'reconclude',
                label: t('rankings.reconclude'),
                message: t('rankings.reconcludeHelp'),
                note: 'required',
                kind: 'primary',
                send: (note) => call('reconcludePanel', { params, body: { note: note ?? '' }, ifMatch: panel.version }),
              },
            ]}
          />
        </div>
      )}
    </QueryView>
  )
}

function RoundChanges({ panelId, round }: { panelId: string; round: number }) {
  const { district } = useActing()
  const query = useQuery('comparePanelRounds', { params: { district, id: panelId, round: String(round) } })
  return <QueryView query={query}>{(found) => <ChangesTable {...found} />}</QueryView>
}

/** A concluded panel that lost a sheet: what a new conclusion would change, then the conclusion; afterwards what it changed. */
export function RecountCard({ panel, round }: { panel: Panel; round: number }) {
  const [open, setOpen] = useState(false)
  if (panel.actions.includes('reconclude'))
    return (
      <Callout
        kind="warning"
        title={t('rankings.voided')}
        actions={!open && <Button onClick={() => setOpen(true)}>{t('rankings.recount')}</Button>}
      >
        {t('rankings.voidedHelp')}
        {open && <Recount panel={panel} />}
      </Callout>
    )
  if (round < 2) return null
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('rankings.roundChanges')}</summary>
      {open && <RoundChanges panelId={panel.id} round={round} />}
    </details>
  )
}
