import './calls.css'
import { useRoute } from 'preact-iso'
import { call, type OutputOf } from '../../call.ts'
import { MoveButtons } from '../../frame/move-buttons.tsx'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { useQuery } from '../../use-query.ts'
import { formatDate } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { ObjectionsCard } from './objections-card.tsx'

function Detail({ one }: { one: OutputOf<'readNotice'> }) {
  const { district } = useActing()
  const params = { district, id: one.id }
  return (
    <>
      <PageHead
        title={one.title}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.publicity'), href: '/publicity' },
          { label: one.title },
        ]}
        tags={<StateTag group="notice" state={one.state} />}
        actions={
          <>
            <Button icon="print" onClick={() => window.print()}>
              {t('ui.print')}
            </Button>
            <Button href={one.publicPath}>{t('calls.publicPage')}</Button>
            <MoveButtons
              offered={one.actions}
              moves={[
                {
                  action: 'conclude',
                  label: t('calls.conclude'),
                  kind: 'primary',
                  note: 'optional',
                  message: t('calls.concludeHelp'),
                  send: (note) => call('concludeNotice', { params, body: { note }, ifMatch: one.version }),
                },
              ]}
            />
          </>
        }
      />
      <div class="stack">
        {one.openObjections > 0 && (
          <Callout kind="warning" title={t('calls.objectionsOpen', { n: one.openObjections })}>
            {t('calls.objectionsOpenHelp')}
          </Callout>
        )}
        <section class="card">
          <DescriptionList
            items={[
              {
                label: t('calls.noticeSpan'),
                value: `${formatDate(one.startsOn)} ${t('ui.to')} ${formatDate(one.endsOn)}`,
              },
              { label: t('calls.noticeDays'), value: t('calls.daysValue', { n: one.workingDays }) },
              { label: t('menu.calls'), value: <a href={`/calls/${one.callId}`}>{t('frame.view')}</a> },
              { label: t('calls.noticeBody'), value: <p class="guidance">{one.body}</p>, wide: true },
            ]}
          />
        </section>
        <section class="card">
          <h2>{t('calls.noticeItems')}</h2>
          <DataTable
            caption={t('calls.noticeItems')}
            rows={one.items}
            rowKey={(item) => item.applicationId}
            columns={[
              {
                key: 'rank',
                title: t('calls.rank'),
                width: '5rem',
                render: (item) => item.rank ?? t('ui.none'),
                align: 'right',
              },
              {
                key: 'title',
                title: t('calls.project'),
                render: (item) => <a href={`/applications/${item.applicationId}`}>{item.title}</a>,
                card: 'title',
              },
              { key: 'unit', title: t('calls.unit'), render: (item) => item.unitName },
              { key: 'result', title: t('calls.noticeResult'), render: (item) => item.result },
            ]}
          />
        </section>
        <ObjectionsCard noticeId={one.id} />
      </div>
    </>
  )
}

export function NoticePage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readNotice', { params: { district, id } })
  return <QueryView query={query}>{(one) => <Detail one={one} />}</QueryView>
}
