import type { OutputOf } from '../../call.ts'
import { entityHref } from '../../frame/entity-link.ts'
import { lazyExtra } from '../../lazy-page.tsx'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useSend } from '../../use-send.ts'
import { formatDate } from '../../words/format.ts'
import { t, wordFile, wordFor } from '../../words/words.ts'
import './workbench.css'

const alarmWords = wordFile('alarms', () => import('../../words/zh/alarms.ts'))
const AlarmLine = lazyExtra(() => import('../quality/assessments/alarm-line.tsx').then((m) => m.AlarmLine), alarmWords)

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

/** The thing by its name; the yearly question after interests has only the day on which they were last confirmed. */
function nameOf({ kind, title }: Task): string {
  return kind === 'interests' ? t('workbench.lastConfirmed', { day: formatDate(title) }) : title
}

/** What waits for me: what is asked, of which item, and until when. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  const { send, busy } = useSend('dismissTask')
  return (
    <ul class="task-list">
      {tasks.map((task) => {
        const href = entityHref(task.entity)
        return (
          <li key={task.id} class={task.overdue ? 'task-overdue' : undefined}>
            <div class="task-what">
              <span class="task-kind">{wordFor('task', task.kind)}</span>
              {href === null ? <strong>{nameOf(task)}</strong> : <a href={href}>{nameOf(task)}</a>}{' '}
              {task.alarm && <AlarmLine found={task.alarm} />}
            </div>
            {task.actions.includes('dismiss') ? (
              <Button size="small" busy={busy} onClick={() => void send({ params: { id: task.id } })}>
                {t('workbench.dismiss')}
              </Button>
            ) : (
              <Due task={task} />
            )}
          </li>
        )
      })}
    </ul>
  )
}
