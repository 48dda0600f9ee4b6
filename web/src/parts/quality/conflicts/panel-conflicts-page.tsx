import './conflicts.css'
import { useRoute } from 'preact-iso'
import { call, type OutputOf } from '../../../call.ts'
import { MoveButtons } from '../../../frame/move-buttons.tsx'
import { QueryView } from '../../../frame/query-view.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useQuery } from '../../../use-query.ts'
import { formatNumber } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'

type Recheck = OutputOf<'readPanelConflicts'>
type Place = Recheck['changes'][number]['before']

function PlaceCell({ place }: { place: Place }) {
  if (place === null) return <span class="muted">{t('conflicts.noPlace')}</span>
  return (
    <>
      {t('conflicts.place', { rank: place.rank, score: formatNumber(place.score, 2) })}{' '}
      <Tag tone={place.withinQuota ? 'green' : 'neutral'}>
        {place.withinQuota ? t('conflicts.within') : t('conflicts.without')}
      </Tag>
    </>
  )
}

function Sheets({ sheets }: { sheets: Recheck['sheets'] }) {
  return (
    <section class="card">
      <h2>{t('conflicts.found', { n: sheets.length })}</h2>
      <DataTable
        caption={t('conflicts.found', { n: sheets.length })}
        rows={sheets}
        rowKey={(row) => row.sheetId}
        columns={[
          { key: 'expert', title: t('conflicts.expert'), render: (row) => row.expertName, card: 'title' },
          { key: 'item', title: t('conflicts.item'), render: (row) => row.title },
          { key: 'unit', title: t('conflicts.unit'), render: (row) => row.unitName },
          {
            key: 'rule',
            title: t('conflicts.rule'),
            render: (row) => (
              <ul class="conflict-words">
                {row.conflicts.map(({ rule, detail }) => (
                  <li key={`${rule} ${detail}`}>
                    {wordFor('conflictRule', rule)}：{detail}
                  </li>
                ))}
              </ul>
            ),
          },
          {
            key: 'state',
            title: t('conflicts.sheet'),
            render: (row) => <StateTag group="scoresheet" state={row.state} />,
          },
          {
            key: 'effect',
            title: t('conflicts.effect'),
            render: (row) => (
              <Tag tone={row.effect === 'void' ? 'red' : 'neutral'}>{wordFor('conflicts.effect', row.effect)}</Tag>
            ),
          },
        ]}
      />
    </section>
  )
}

function Changes({ one }: { one: Recheck }) {
  if (one.state === 'scoring' || one.sheets.length === 0) return null
  return (
    <section class="card stack">
      <h2>{t('conflicts.changes')}</h2>
      <p class="muted">{t('conflicts.changesHelp')}</p>
      {one.wentOn > 0 && (
        <Callout kind="warning" title={t('conflicts.wentOn', { n: one.wentOn })}>
          {t('conflicts.wentOnHelp')}
        </Callout>
      )}
      {one.unscored !== null && <Callout kind="warning">{t('conflicts.unscored', { title: one.unscored })}</Callout>}
      {one.unscored !== null ? null : one.changes.length === 0 ? (
        <p>{t('conflicts.noChanges')}</p>
      ) : (
        <DataTable
          caption={t('conflicts.changes')}
          rows={one.changes}
          rowKey={(row) => row.applicationId}
          columns={[
            { key: 'item', title: t('conflicts.item'), render: (row) => row.title, card: 'title' },
            { key: 'before', title: t('conflicts.before'), render: (row) => <PlaceCell place={row.before} /> },
            { key: 'after', title: t('conflicts.after'), render: (row) => <PlaceCell place={row.after} /> },
          ]}
        />
      )}
    </section>
  )
}

/** 复核回避: what is found first, then the act; a concluded panel shows what a new conclusion would change. */
export function PanelConflictsPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const params = { district, id }
  const query = useQuery('readPanelConflicts', { params })
  return (
    <QueryView query={query}>
      {(one) => (
        <>
          <PageHead
            title={t('conflicts.recheck')}
            help={t('conflicts.recheckHelp')}
            crumbs={[
              { label: t('shell.workbench'), href: '/' },
              { label: t('menu.panels'), href: '/panels' },
              { label: t('conflicts.recheck') },
            ]}
            tags={<StateTag group="panel" state={one.state} />}
            actions={
              <>
                <Button href={`/panels/${id}`}>
                  {one.state === 'concluded' ? t('conflicts.reconclude') : t('conflicts.refill')}
                </Button>
                <MoveButtons
                  offered={one.actions}
                  moves={[
                    {
                      action: 'recheck',
                      label: t('conflicts.apply'),
                      message: t('conflicts.applyHelp'),
                      note: 'required',
                      kind: 'danger',
                      send: (note = '') => call('recheckPanel', { params, body: { note }, ifMatch: one.version }),
                    },
                  ]}
                />
              </>
            }
          />
          {one.sheets.length === 0 ? (
            <section class="card">
              <EmptyState title={t('conflicts.none')} help={t('conflicts.noneHelp')} />
            </section>
          ) : (
            <Sheets sheets={one.sheets} />
          )}
          <Changes one={one} />
        </>
      )}
    </QueryView>
  )
}
