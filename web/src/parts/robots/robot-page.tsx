import './robots.css'
import { useEffect, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { call } from '../../call.ts'
import { ListTable } from '../../frame/list-table.tsx'
import { MoveButtons } from '../../frame/move-buttons.tsx'
import { useActing } from '../../session.ts'
import { Callout } from '../../ui/callout.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { type ItemOf, usePages } from '../../use-pages.ts'
import { useQuery } from '../../use-query.ts'
import { formatInstant } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { RobotButtons } from './robot-buttons.tsx'
import { RobotDialog } from './robot-dialog.tsx'
import { addressShown, type Robot } from './robot-draft.ts'
import { type Tested, TestedCallout } from './tested-callout.tsx'

const lookAgainMs = 4000

function Facts({ robot }: { robot: Robot }) {
  return (
    <section class="card">
      <DescriptionList
        items={[
          { label: t('robots.kind'), value: wordFor('robotKind', robot.kind) },
          { label: t('robots.address'), value: addressShown(robot) },
          { label: t('robots.sign'), value: robot.signed ? t('robots.signed') : t('ui.none') },
          {
            label: t('robots.events'),
            value: robot.events.map((event) => wordFor('robotEvent', event)).join('、'),
            wide: true,
          },
        ]}
      />
    </section>
  )
}

function Dispatches({ id }: { id: string }) {
  const { district } = useActing()
  const pages = usePages('listDispatches', (after) => ({ params: { district, id }, query: { limit: 20, after } }))
  const waiting = pages.items.some(({ state }) => state === 'waiting')
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(pages.query.refresh, lookAgainMs)
    return () => clearInterval(timer)
  }, [waiting])
  const said = (row: ItemOf<'listDispatches'>) => (
    <>
      <strong>{row.title}</strong>
      <div class="muted robot-message">{row.body}</div>
      {row.error !== null && row.state !== 'sent' && <div class="field-error">{row.error}</div>}
    </>
  )
  return (
    <ListTable
      pages={pages}
      caption={t('robots.messages')}
      empty={<EmptyState title={t('robots.noMessages')} help={t('robots.noMessagesHelp')} />}
      columns={[
        { key: 'message', title: t('robots.message'), card: 'title', render: said },
        { key: 'event', title: t('robots.event'), nowrap: true, render: (row) => wordFor('robotEvent', row.event) },
        { key: 'state', title: t('frame.state'), render: (row) => <StateTag group="dispatch" state={row.state} /> },
        { key: 'attempts', title: t('robots.attempts'), align: 'right', render: (row) => row.attempts },
        {
          key: 'time',
          title: t('frame.time'),
          nowrap: true,
          render: (row) => formatInstant(row.settledAt ?? row.createdAt),
        },
        {
          key: 'actions',
          title: t('robots.actions'),
          card: 'bare',
          nowrap: true,
          render: (row) => (
            <MoveButtons
              offered={row.actions}
              quiet
              size="small"
              moves={[
                {
                  action: 'retry',
                  label: t('robots.retry'),
                  message: t('robots.retryHelp'),
                  note: 'none',
                  send: () =>
                    call('retryDispatch', { params: { district, id: row.id }, ifMatch: row.version, body: {} }),
                },
              ]}
            />
          ),
        },
      ]}
    />
  )
}

/** One robot: what it is, and each message with whether it arrived. */
export function RobotPage() {
  const { district } = useActing()
  const { route } = useLocation()
  const id = useRoute().params['id'] ?? ''
  const robots = useQuery('listRobots', { params: { district }, query: { limit: 50 } })
  const robot = robots.data?.items.find((one) => one.id === id)
  const [editing, setEditing] = useState(false)
  const [tested, setTested] = useState<Tested | null>(null)
  const title = robot?.name ?? t('robots.title')
  return (
    <>
      <PageHead
        title={title}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.settings'), href: '/settings' },
          { label: t('robots.title'), href: '/settings/robots' },
          { label: title },
        ]}
        tags={robot && <StateTag group="robot" state={robot.state} />}
        actions={
          robot && (
            <RobotButtons
              robot={robot}
              onEdit={() => setEditing(true)}
              onTested={setTested}
              onRemoved={() => route('/settings/robots')}
            />
          )
        }
      />
      <div class="stack">
        {robots.data && !robot && <Callout kind="warning">{t('robots.gone')}</Callout>}
        <TestedCallout tested={tested} onClose={() => setTested(null)} />
        {robot && <Facts robot={robot} />}
        {robot && <Dispatches id={id} />}
      </div>
      <RobotDialog subject={editing && robot ? robot : null} onClose={() => setEditing(false)} />
    </>
  )
}
