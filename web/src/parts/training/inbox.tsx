import { useState } from 'preact/hooks'
import { ExportMenu } from '../../frame/export-menu.tsx'
import { ListState } from '../../frame/list-state.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { usePages } from '../../use-pages.ts'
import { useQuery } from '../../use-query.ts'
import { t } from '../../words/words.ts'
import { DigestCard } from './digest-card.tsx'
import { TaskList } from './task-list.tsx'

const tabs = ['all', 'overdue', 'soon'] as const
type Shown = (typeof tabs)[number]

/** 待办: everything that waits for me, the earliest day first, so that what is overdue stands on top. */
export function Inbox() {
  const [shown, setShown] = useState<Shown>('all')
  const digest = useQuery('readDigest', {})
  const due = shown === 'all' ? undefined : shown
  const { query, items, pager, exportAddress } = usePages('listTasks', (after) => ({
    query: { limit: 50, after, sort: 'day' as const, due },
  }))
  const title = { all: t('frame.all'), overdue: t('workbench.overdue'), soon: t('workbench.soon') }
  const count = { all: undefined, overdue: digest.data?.overdue, soon: digest.data?.dueSoon }
  const none = shown === 'all' ? t('workbench.nothing') : t('workbench.nothingHere')
  return (
    <>
      <PageHead
        title={t('menu.tasks')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.tasks') }]}
        help={t('workbench.inboxHelp')}
        actions={<ExportMenu end address={exportAddress} />}
      />
      <div class="stack">
        {digest.data && <DigestCard digest={digest.data} />}
        <section class="card">
          <Tabs
            name={t('menu.tasks')}
            current={shown}
            onChange={(key) => setShown(tabs.find((tab) => tab === key) ?? 'all')}
            tabs={tabs.map((key) => ({ key, title: title[key], count: count[key] }))}
          >
            <ListState query={query} empty={<EmptyState title={none} help={t('workbench.nothingHelp')} />}>
              {() => <TaskList tasks={items} />}
            </ListState>
          </Tabs>
          {(pager.onPrevious || pager.onNext) && <Pager {...pager} />}
        </section>
      </div>
    </>
  )
}
