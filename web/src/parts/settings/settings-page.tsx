import './settings.css'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useQuery } from '../../use-query.ts'
import { t, wordFor } from '../../words/words.ts'

/** In the order in which an office meets them; robots have a list of their own. */
const keys = [
  'work-calendar',
  'numbering',
  'budget-policy',
  'content-modules',
  'training-repeats',
  'waiting-list',
  'attendance',
  'surveys',
  'follow-up',
  'appeals',
  'inspection',
  'assessment',
  'conflict-rules',
  'digest',
  'robots',
] as const

/** Every setting of the bureau with what is in force: its own or the sample. */
export function SettingsPage() {
  const { district } = useActing()
  const query = useQuery('listSettings', { params: { district } })
  return (
    <>
      <PageHead
        title={t('settings.title')}
        help={t('settings.help')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('settings.title') }]}
      />
      <QueryView query={query}>
        {({ items }) => (
          <ul class="settings-list">
            {keys.map((key) => {
              const set = items.find((item) => item.key === key)
              return (
                <li key={key}>
                  <a class="card setting-card" href={`/settings/${key}`}>
                    <span class="setting-name">
                      {wordFor('settings.key', key)}
                      {set && (
                        <Tag tone={set.value === null ? 'neutral' : 'blue'}>
                          {set.value === null ? t('settings.sample') : t('settings.own')}
                        </Tag>
                      )}
                    </span>
                    <span class="muted">{wordFor('settings.about', key)}</span>
                  </a>
                </li>
              )
            })}
          </ul>
        )}
      </QueryView>
    </>
  )
}
