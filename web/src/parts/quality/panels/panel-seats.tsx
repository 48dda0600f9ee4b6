import { useState } from 'preact/hooks'
import type { OutputOf } from '../../../call.ts'
import { ListTable } from '../../../frame/list-table.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Field } from '../../../ui/field.tsx'
import { Select } from '../../../ui/select.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { usePages } from '../../../use-pages.ts'
import { useQuery } from '../../../use-query.ts'
import { formatNumber } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'
import type { Panel } from './panel-page.tsx'
import { SeatDialog } from './seat-dialog.tsx'

export type Seat = OutputOf<'listPanelSeats'>['items'][number]
const shows = ['all', 'unfinished', 'barred'] as const
type Show = (typeof shows)[number]

const showWords = {
  all: 'panels.showAll',
  unfinished: 'panels.showUnfinished',
  barred: 'panels.showBarred',
} as const

function Because({ seat }: { seat: Seat }) {
  return (
    <>
      {seat.because}
      {seat.conflicts.length > 0 && (
        <ul class="panels-why muted">
          {seat.conflicts.map(({ rule, detail }) => (
            <li key={rule}>
              {wordFor('conflict', rule)}：{detail}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Whether a seat can be given to somebody else: being worked on, or given up and not yet filled. */
export function changesHands({ state, seat, replacedBy }: Seat): 'replace' | 'refill' | null {
  if (seat === 'barred' || replacedBy !== null) return null
  if (state === 'assigned' || state === 'declared') return 'replace'
  return state === 'recused' || state === 'voided' ? 'refill' : null
}

/** 分配依据: per application and expert one line with its sentence; whom a conflict kept away has lines of their own. */
export function PanelSeats({ panel, mayWrite }: { panel: Panel; mayWrite: boolean }) {
  const { district } = useActing()
  const [show, setShow] = useState<Show>('all')
  const [expert, setExpert] = useState('')
  const [changing, setChanging] = useState<Seat | null>(null)
  const params = { district, id: panel.id }
  const experts = useQuery('listPanelExperts', { params, query: { limit: 200 } })
  const pages = usePages('listPanelSeats', (after) => ({
    params,
    query: { after, limit: 50, show, expert: expert === '' ? undefined : expert },
  }))
  const open = panel.state === 'scoring' && mayWrite
  return (
    <div class="stack">
      <div class="grid-2">
        <Field label={t('panels.expert')}>
          {(link) => (
            <Select
              {...link}
              value={expert}
              onChange={setExpert}
              placeholder={t('frame.all')}
              options={(experts.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Field>
        <Field label={t('panels.show')}>
          {(link) => (
            <Select
              {...link}
              value={show}
              onChange={(next) => setShow(shows.find((one) => one === next) ?? 'all')}
              placeholder={null}
              options={shows.map((value) => ({ value, label: t(showWords[value]) }))}
            />
          )}
        </Field>
      </div>
      <ListTable
        pages={pages}
        caption={t('panels.tabSeats')}
        empty={<EmptyState title={t('panels.noSeats')} />}
        columns={[
          {
            key: 'title',
            title: t('quality.application'),
            card: 'title',
            render: (seat) => (
              <>
                <a href={`/applications/${seat.applicationId}`}>{seat.title}</a>
                <div class="muted">{seat.unitName}</div>
              </>
            ),
          },
          { key: 'expert', title: t('panels.expert'), nowrap: true, render: (seat) => seat.expertName },
          {
            key: 'state',
            title: t('panels.sheet'),
            render: (seat) => (
              <span class="row">
                {seat.seat === 'barred' ? (
                  <Tag tone="red">{t('panels.barredItems')}</Tag>
                ) : (
                  <a href={`/scoresheets/${seat.id}`}>
                    <StateTag group="scoresheet" state={seat.state} />
                  </a>
                )}
                {seat.seat === 'extra' && <Tag tone="blue">{t('panels.seatExtra')}</Tag>}
                {seat.replaces !== null && <Tag>{t('panels.seatReplaced')}</Tag>}
                {seat.replacedBy !== null && <span class="muted">{t('panels.takenOver')}</span>}
                {seat.total !== null && <strong>{formatNumber(seat.total, 2)}</strong>}
              </span>
            ),
          },
          { key: 'because', title: t('panels.because'), render: (seat) => <Because seat={seat} /> },
          ...(open
            ? [
                {
                  key: 'moves',
                  title: t('ui.actions'),
                  card: 'bare' as const,
                  render: (seat: Seat) => {
                    const how = changesHands(seat)
                    return (
                      how && (
                        <Button kind="text" size="small" onClick={() => setChanging(seat)}>
                          {t(how === 'replace' ? 'panels.replaceSeat' : 'panels.refillSeat')}
                        </Button>
                      )
                    )
                  },
                },
              ]
            : []),
        ]}
      />
      <SeatDialog
        panelId={panel.id}
        asked={changing && { kind: 'seat', seat: changing }}
        onClose={() => setChanging(null)}
      />
    </div>
  )
}
