import '../design/calls.css'
import { useRoute } from 'preact-iso'
import { call, type OutputOf } from '../../../call.ts'
import { enters } from '../../../frame/menu-table.ts'
import { MoveButtons } from '../../../frame/move-buttons.tsx'
import { QueryView } from '../../../frame/query-view.tsx'
import { useNow } from '../../../frame/use-now.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { useQuery } from '../../../use-query.ts'
import { formatDate, formatInstant } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { ObjectionsCard } from '../objections/objections-card.tsx'

type Notice = OutputOf<'readNotice'>

/** What a reader has to know before the list: it is not public yet, taken back, or waits for answers. */
function Standing({ one }: { one: Notice }) {
  const { role } = useActing()
  const today = formatDate(useNow())
  const again = enters(role, 'newNotice') && one.replacedBy === null
  return (
    <>
      {one.state === 'standing' && one.startsOn > today && (
        <Callout>{t('publicity.beginsLater', { date: formatDate(one.startsOn) })}</Callout>
      )}
      {one.state === 'revoked' && one.replacedBy === null && (
        <Callout
          kind="warning"
          actions={
            again && (
              <Button kind="primary" size="small" href={`/publicity/new?replaces=${one.id}`}>
                {t('publicity.renew')}
              </Button>
            )
          }
        >
          {t('publicity.revokedHelp')}
        </Callout>
      )}
      {one.openObjections !== null && one.openObjections > 0 && (
        <Callout kind="warning" title={t('publicity.open', { n: one.openObjections })}>
          {one.state === 'standing' && t('publicity.openHelp')}
        </Callout>
      )}
    </>
  )
}

function Facts({ one }: { one: Notice }) {
  const link = (id: string) => <a href={`/publicity/${id}`}>{t('publicity.seeIt')}</a>
  return (
    <DescriptionList
      items={[
        {
          label: t('publicity.span'),
          value: `${formatDate(one.startsOn)} ${t('ui.to')} ${formatDate(one.endsOn)}`,
        },
        { label: t('publicity.workingDays'), value: t('publicity.daysValue', { n: one.workingDays }) },
        { label: t('menu.calls'), value: <a href={`/calls/${one.callId}`}>{t('frame.view')}</a> },
        ...(one.settledAt ? [{ label: t('publicity.settledAt'), value: formatInstant(one.settledAt) }] : []),
        ...(one.replaces ? [{ label: t('publicity.replaces'), value: link(one.replaces) }] : []),
        ...(one.replacedBy ? [{ label: t('publicity.replacedBy'), value: link(one.replacedBy) }] : []),
        { label: t('publicity.body'), value: <p class="guidance">{one.body}</p>, wide: true },
      ]}
    />
  )
}

function Detail({ one }: { one: Notice }) {
  const { district, membership } = useActing()
  const params = { district, id: one.id }
  const mayOpen = (unitName: string) => membership.unit === null || membership.unitName === unitName
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
            <Button href={one.publicPath}>{t('publicity.publicPage')}</Button>
            <MoveButtons
              offered={one.actions}
              moves={[
                {
                  action: 'conclude',
                  label: t('publicity.conclude'),
                  kind: 'primary',
                  note: 'optional',
                  message: t('publicity.concludeHelp'),
                  send: (note) => call('concludeNotice', { params, body: { note }, ifMatch: one.version }),
                },
              ]}
            />
          </>
        }
      />
      <div class="stack">
        <Standing one={one} />
        <section class="card">
          <Facts one={one} />
        </section>
        <section class="card">
          <h2>{t('publicity.items')}</h2>
          <DataTable
            caption={t('publicity.items')}
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
                render: (item) =>
                  mayOpen(item.unitName) ? (
                    <a href={`/applications/${item.applicationId}`}>{item.title}</a>
                  ) : (
                    item.title
                  ),
                card: 'title',
              },
              { key: 'unit', title: t('calls.unit'), render: (item) => item.unitName },
              { key: 'result', title: t('publicity.result'), render: (item) => item.result },
            ]}
          />
        </section>
        {one.openObjections !== null && <ObjectionsCard noticeId={one.id} />}
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
