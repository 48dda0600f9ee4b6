import { useState } from 'preact/hooks'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { useQuery } from '../../../use-query.ts'
import { useSend } from '../../../use-send.ts'
import { formatNumber } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import type { Panel } from './panel-page.tsx'
import type { Seat } from './panel-seats.tsx'
import { type Asked, SeatDialog } from './seat-dialog.tsx'

const most = 200

/** Sheets of one application together. */
function byItem(seats: readonly Seat[]): Seat[][] {
  const items = new Map<string, Seat[]>()
  for (const seat of seats) items.set(seat.applicationId, [...(items.get(seat.applicationId) ?? []), seat])
  return [...items.values()]
}

/** What waits for the office before a panel is concluded, or concluded again: seats left empty, and applications with a wide gap. */
export function PanelOpen({ panel, mayWrite }: { panel: Panel; mayWrite: boolean }) {
  const { district } = useActing()
  const params = { district, id: panel.id }
  const empty = useQuery('listPanelSeats', { params, query: { show: 'open', limit: most } })
  const gaps = useQuery('listPanelSeats', { params, query: { show: 'gaps', limit: most } })
  const refill = useSend('refillSeats')
  const waive = useSend('waiveGap')
  const [asked, setAsked] = useState<Asked | null>(null)
  const [asking, setAsking] = useState<'refill' | { waive: Seat } | null>(null)
  const open = mayWrite
  const seats = empty.data?.items ?? []
  const waiving = asking !== null && asking !== 'refill' ? asking.waive : null
  async function refillAll(note: string) {
    const answer = await refill.send({ params, body: { note } })
    if (!answer.ok) return
    setAsking(null)
    showToast({ kind: 'success', text: t('panels.movedSeats', { n: answer.body.given.length }) })
  }
  async function waiveGap(seat: Seat, note: string) {
    const answer = await waive.send({ params, body: { applicationId: seat.applicationId, note } })
    if (answer.ok) setAsking(null)
  }
  return (
    <div class="stack">
      <h2>{t('panels.openSeats')}</h2>
      <p class="muted">{t('panels.openSeatsHelp')}</p>
      <DataTable
        caption={t('panels.openSeats')}
        rows={seats}
        rowKey={({ id }) => id}
        loading={empty.data === undefined && empty.busy}
        empty={<EmptyState title={t('panels.noOpenSeats')} />}
        toolbar={
          open && seats.length > 1 && <Button onClick={() => setAsking('refill')}>{t('panels.refillAll')}</Button>
        }
        columns={[
          { key: 'title', title: t('quality.application'), card: 'title', render: (seat) => seat.title },
          {
            key: 'who',
            title: t('panels.expert'),
            render: (seat) => (
              <>
                {seat.expertName} <span class="muted">{seat.conflicts.map(({ detail }) => detail).join('；')}</span>
              </>
            ),
          },
          {
            key: 'moves',
            title: t('ui.actions'),
            card: 'bare',
            render: (seat) =>
              open && (
                <Button kind="text" size="small" onClick={() => setAsked({ kind: 'seat', seat })}>
                  {t('panels.refillSeat')}
                </Button>
              ),
          },
        ]}
      />
      <h2>{t('panels.gaps')}</h2>
      <p class="muted">{t('panels.gapsHelp')}</p>
      <DataTable
        caption={t('panels.gaps')}
        rows={byItem(gaps.data?.items ?? [])}
        rowKey={([seat]) => seat?.applicationId ?? ''}
        loading={gaps.data === undefined && gaps.busy}
        empty={<EmptyState title={t('panels.noGaps')} />}
        columns={[
          { key: 'title', title: t('quality.application'), card: 'title', render: ([seat]) => seat?.title },
          {
            key: 'sheets',
            title: t('panels.sheet'),
            render: (sheets) => (
              <ul class="panels-why">
                {sheets.map((seat) => (
                  <li key={seat.id}>
                    {seat.expertName} {seat.total !== null && <strong>{formatNumber(seat.total, 2)}</strong>}{' '}
                    {seat.seat === 'extra' && <Tag tone="blue">{t('panels.seatExtra')}</Tag>}
                  </li>
                ))}
              </ul>
            ),
          },
          {
            key: 'moves',
            title: t('ui.actions'),
            card: 'bare',
            render: (sheets) => {
              const [seat] = sheets
              const coming = sheets.some(
                ({ seat, state }) => seat === 'extra' && (state === 'assigned' || state === 'declared'),
              )
              if (!open || !seat) return null
              return (
                <span class="row">
                  {coming ? (
                    <span class="muted">{t('panels.extraComing')}</span>
                  ) : (
                    <Button kind="text" size="small" onClick={() => setAsked({ kind: 'extra', seat })}>
                      {t('panels.addExtra')}
                    </Button>
                  )}
                  <Button kind="text" size="small" onClick={() => setAsking({ waive: seat })}>
                    {t('panels.waive')}
                  </Button>
                </span>
              )
            },
          },
        ]}
      />
      <SeatDialog panelId={panel.id} asked={asked} onClose={() => setAsked(null)} />
      <ConfirmDialog
        open={asking === 'refill'}
        title={t('panels.refillAll')}
        message={t('panels.refillAsk', { n: seats.length })}
        confirmLabel={t('panels.refillAll')}
        note={{ label: t('frame.reason'), required: true, maxLength: 2000 }}
        busy={refill.busy}
        error={refill.problem ? `${refill.problem.title}　${refill.problem.detail}` : undefined}
        onConfirm={(note) => void refillAll(note)}
        onClose={() => setAsking(null)}
      />
      <ConfirmDialog
        open={waiving !== null}
        title={`${t('panels.waive')}：${waiving?.title ?? ''}`}
        message={t('panels.waiveAsk')}
        confirmLabel={t('panels.waive')}
        note={{ label: t('frame.reason'), required: true, maxLength: 2000 }}
        busy={waive.busy}
        error={waive.problem ? `${waive.problem.title}　${waive.problem.detail}` : undefined}
        onConfirm={(note) => waiving && void waiveGap(waiving, note)}
        onClose={() => setAsking(null)}
      />
    </div>
  )
}
