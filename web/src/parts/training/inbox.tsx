import { useState } from 'preact/hooks'
import { ListState } from '../../frame/list-state.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { usePages } from '../../use-pages.ts'
import { t } from '../../words/words.ts'
import { TaskList } from './task-list.tsx'

/** 待办: everything that waits for me, the overdue first to be seen. */
export function Inbox() {
  const [shown, setShown] = useState('all')
  const { query, items, pager } = usePages('listTasks', (after) => ({ query: { limit: 50, after } }))
  const overdue = items.filter((task) => task.overdue)
  return (
    <>
      <PageHead
        title={t('menu.tasks')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.tasks') }]}
        help={t('workbench.inboxHelp')}
      />
      <section class="card">
        <Tabs
          name={t('menu.tasks')}
          current={shown}
          onChange={setShown}
          tabs={[
            { key: 'all', title: t('frame.all') },
            { key: 'overdue', title: t('workbench.overdue'), count: overdue.length },
          ]}
        >
          <ListState
            query={query}
            empty={<EmptyState title={t('workbench.nothing')} help={t('workbench.nothingHelp')} />}
          >
            {() => <TaskList tasks={shown === 'overdue' ? overdue : items} />}
          </ListState>
        </Tabs>
        {(pager.onPrevious || pager.onNext) && <Pager {...pager} />}
      </section>
    </>
  )
}
