import type { OutputOf } from '../../call.ts'
import { entityHref } from '../../frame/entity-link.ts'
import { Tag } from '../../ui/tag.tsx'
import { formatDate } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import './workbench.css'

export type Task = OutputOf<'listTasks'>['items'][number]

function Due({ task }: { task: Task }) {
  if (task.dueOn === null) return <span class="muted">{t('workbench.noDue')}</span>
  return (
    <span class="task-due">
      {task.due === 'overdue' && <Tag tone="accent">{t('workbench.overdue')}</Tag>}
      {task.due === 'soon' && <Tag tone="amber">{t('workbench.dueSoon')}</Tag>}
      <span>{t('workbench.dueOn', { day: formatDate(task.dueOn) })}</span>
    </span>
  )
}

/** What waits for me: what is asked, of which item, and until when. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul class="task-list">
      {tasks.map((task) => {
        const href = entityHref(task.entity)
        return (
          <li key={task.id} class={task.overdue ? 'task-overdue' : undefined}>
            <div class="task-what">
              <span class="task-kind">{wordFor('task', task.kind)}</span>
              {href === null ? <strong>{task.title}</strong> : <a href={href}>{task.title}</a>}
            </div>
            <Due task={task} />
          </li>
        )
      })}
    </ul>
  )
}
