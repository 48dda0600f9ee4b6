import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { OutputOf } from '../../call.ts'
import { QueryView } from '../../frame/query-view.tsx'
import { useNow } from '../../frame/use-now.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { useQuery } from '../../use-query.ts'
import { formatDate } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { PeriodChart } from './period-chart.tsx'
import { EndPeriodDialog, RenameDialog, RenewDialog } from './provider-dialogs.tsx'

export type Provider = OutputOf<'readProvider'>
export type Period = Provider['periods'][number]

function Warning({ provider }: { provider: Provider }) {
  if (provider.standing === 'ending')
    return <Callout kind="warning">{t('providers.endsSoon', { day: formatDate(provider.accreditedTo) })}</Callout>
  return provider.standing === 'ended' ? <Callout kind="warning">{t('providers.isOver')}</Callout> : null
}

/** 一家承训单位: every period of its accreditation, on a line of time and in a table; history stays. */
export function ProviderPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readProvider', { params: { district, id } })
  const today = formatDate(useNow())
  const [renewing, setRenewing] = useState(false)
  const [renaming, setRenaming] = useState(false)
  const [ending, setEnding] = useState<Period | null>(null)
  return (
    <QueryView query={query}>
      {(provider) => {
        const writes = provider.actions.includes('renew')
        const over = (period: Period) => (period.endedOn ?? period.to) < today
        return (
          <>
            <PageHead
              title={provider.name}
              crumbs={[
                { label: t('shell.workbench'), href: '/' },
                { label: t('menu.providers'), href: '/providers' },
                { label: provider.name },
              ]}
              tags={<StateTag group="accreditation" state={provider.standing} />}
              actions={
                writes && (
                  <>
                    <Button onClick={() => setRenaming(true)}>{t('providers.rename')}</Button>
                    <Button kind="primary" icon="plus" onClick={() => setRenewing(true)}>
                      {t('providers.renew')}
                    </Button>
                  </>
                )
              }
            />
            <Warning provider={provider} />
            <section class="card">
              <PeriodChart periods={provider.periods} today={today} />
            </section>
            <section class="card">
              <h2>{t('providers.history')}</h2>
              <DataTable
                caption={t('providers.history')}
                rows={provider.periods}
                rowKey={(period) => period.id}
                columns={[
                  {
                    key: 'span',
                    title: t('teachers.accredited'),
                    nowrap: true,
                    card: 'title',
                    render: ({ from, to }) => `${from} ${t('ui.to')} ${to}`,
                  },
                  {
                    key: 'levels',
                    title: t('teachers.levels'),
                    render: ({ levels }) => levels.map((level) => wordFor('level', level)).join('、'),
                  },
                  { key: 'number', title: t('providers.number'), render: ({ number }) => number || t('ui.none') },
                  {
                    key: 'ended',
                    title: t('frame.remark'),
                    render: ({ endedOn, reason }) =>
                      endedOn === null ? '' : t('providers.endedEarly', { day: endedOn, reason: reason ?? '' }),
                  },
                  ...(writes
                    ? [
                        {
                          key: 'actions',
                          title: t('ui.actions'),
                          card: 'bare' as const,
                          render: (period: Period) =>
                            over(period) ? (
                              ''
                            ) : (
                              <Button kind="text" size="small" onClick={() => setEnding(period)}>
                                {t('providers.end')}
                              </Button>
                            ),
                        },
                      ]
                    : []),
                ]}
              />
            </section>
            {renewing && <RenewDialog provider={provider} onClose={() => setRenewing(false)} />}
            {renaming && <RenameDialog provider={provider} onClose={() => setRenaming(false)} />}
            {ending && <EndPeriodDialog provider={provider} period={ending} onClose={() => setEnding(null)} />}
          </>
        )
      }}
    </QueryView>
  )
}
