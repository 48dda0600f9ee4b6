import { useRoute } from 'preact-iso'
import { type CallInput, call } from '../../call.ts'
import { type Move, MoveButtons } from '../../frame/move-buttons.tsx'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { useQuery } from '../../use-query.ts'
import { formatInstant } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { DifferencesTable } from './differences-table.tsx'

function movesOf(district: string, id: string, ifMatch: number): Move[] {
  const params = { district, id }
  return [
    {
      action: 'withdraw',
      label: t('amendments.withdraw'),
      message: t('amendments.withdrawHelp'),
      note: 'none',
      send: () => call('withdrawAmendment', { params, body: {}, ifMatch } satisfies CallInput<'withdrawAmendment'>),
    },
    {
      action: 'refuse',
      label: t('amendments.refuse'),
      message: t('amendments.refuseHelp'),
      note: 'required',
      send: (note = '') => call('refuseAmendment', { params, body: { note }, ifMatch }),
    },
    {
      action: 'approve',
      label: t('amendments.approve'),
      message: t('amendments.approveHelp'),
      note: 'optional',
      kind: 'primary',
      send: (note) => call('approveAmendment', { params, body: { note }, ifMatch }),
    },
  ]
}

/** 一项任务书变更: what it changes and why, and for the other side the decision. */
export function AmendmentPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readAmendment', { params: { district, id } })
  return (
    <QueryView query={query}>
      {(amendment) => {
        const project = `/projects/${amendment.projectId}`
        return (
          <>
            <PageHead
              title={t('amendments.title')}
              crumbs={[
                { label: t('shell.workbench'), href: '/' },
                { label: t('menu.projects'), href: '/projects' },
                { label: amendment.projectTitle, href: project },
                { label: t('amendments.title') },
              ]}
              tags={<StateTag group="amendment" state={amendment.state} />}
              actions={
                <>
                  <Button icon="print" onClick={() => print()}>
                    {t('ui.print')}
                  </Button>
                  <MoveButtons offered={amendment.actions} moves={movesOf(district, id, amendment.version)} />
                </>
              }
            />
            <section class="card">
              <DescriptionList
                items={[
                  { label: t('amendments.project'), value: <a href={project}>{amendment.projectTitle}</a> },
                  { label: t('projects.number'), value: amendment.projectNumber },
                  { label: t('projects.unit'), value: amendment.unitName },
                  {
                    label: t('amendments.fromEdition'),
                    value: (
                      <a href={`${project}/agreement?no=${amendment.fromNo}`}>
                        {t('agreements.edition', { no: amendment.fromNo })}
                      </a>
                    ),
                  },
                  {
                    label: t('amendments.proposedAt'),
                    value: `${amendment.proposedBy} ${formatInstant(amendment.createdAt)}`,
                  },
                  {
                    label: t('amendments.settledAt'),
                    value: amendment.settledAt && `${amendment.settledBy ?? ''} ${formatInstant(amendment.settledAt)}`,
                  },
                  { label: t('amendments.reason'), value: amendment.reason, wide: true },
                  ...(amendment.answer ? [{ label: t('amendments.answer'), value: amendment.answer, wide: true }] : []),
                ]}
              />
            </section>
            <section class="card stack">
              <h2>{t('amendments.differences')}</h2>
              <DifferencesTable changes={amendment.changes} />
            </section>
          </>
        )
      }}
    </QueryView>
  )
}
