import { useState } from 'preact/hooks'
import { ListTable } from '../../frame/list-table.tsx'
import { enters } from '../../frame/menu-table.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { usePages } from '../../use-pages.ts'
import { t, wordFor } from '../../words/words.ts'
import { RobotButtons } from './robot-buttons.tsx'
import { RobotDialog } from './robot-dialog.tsx'
import { addressShown, type Robot } from './robot-draft.ts'
import { type Tested, TestedCallout } from './tested-callout.tsx'

/** 群机器人: chat groups that hear of what happens, without the secrets by which they do. */
export function RobotsPage() {
  const { district, role } = useActing()
  const pages = usePages('listRobots', (after) => ({ params: { district }, query: { limit: 50, after } }))
  const [subject, setSubject] = useState<Robot | 'new' | null>(null)
  const [tested, setTested] = useState<Tested | null>(null)
  const mayAdd = enters(role, 'newRobot')
  const add = (
    <Button kind="primary" icon="plus" onClick={() => setSubject('new')}>
      {t('robots.new')}
    </Button>
  )
  return (
    <>
      <PageHead
        title={t('robots.title')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.settings'), href: '/settings' },
          { label: t('robots.title') },
        ]}
        help={t('robots.help')}
        actions={mayAdd && pages.items.length > 0 && add}
      />
      <div class="stack">
        <TestedCallout tested={tested} onClose={() => setTested(null)} />
        <ListTable
          pages={pages}
          caption={t('robots.title')}
          empty={<EmptyState title={t('robots.none')} help={t('robots.noneHelp')} action={mayAdd ? add : undefined} />}
          columns={[
            {
              key: 'name',
              title: t('robots.name'),
              card: 'title',
              render: (row) => <a href={`/settings/robots/${row.id}`}>{row.name}</a>,
            },
            { key: 'kind', title: t('robots.kind'), nowrap: true, render: (row) => wordFor('robotKind', row.kind) },
            {
              key: 'address',
              title: t('robots.address'),
              render: addressShown,
            },
            {
              key: 'signed',
              title: t('robots.sign'),
              nowrap: true,
              render: (row) => (row.signed ? t('robots.signed') : t('ui.none')),
            },
            {
              key: 'events',
              title: t('robots.events'),
              render: (row) => row.events.map((event) => wordFor('robotEvent', event)).join('、'),
            },
            { key: 'state', title: t('frame.state'), render: (row) => <StateTag group="robot" state={row.state} /> },
            {
              key: 'actions',
              title: t('robots.actions'),
              card: 'bare',
              nowrap: true,
              render: (row) => <RobotButtons robot={row} short onEdit={() => setSubject(row)} onTested={setTested} />,
            },
          ]}
        />
      </div>
      <RobotDialog subject={subject} onClose={() => setSubject(null)} />
    </>
  )
}
