import './projects.css'
import { useRoute } from 'preact-iso'
import { type CallInput, call, type OutputOf } from '../../call.ts'
import { inWeChat } from '../../frame/download.ts'
import { HistoryCard } from '../../frame/history-card.tsx'
import { type Move, MoveButtons } from '../../frame/move-buttons.tsx'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useQuery } from '../../use-query.ts'
import { formatInstant, formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { DeclareInterest } from '../quality/conflicts/declare-interest.tsx'
import { BandTag } from '../quality/evaluations/band-tag.tsx'
import { AgreementCard } from './agreement-card.tsx'
import { AmendmentsCard } from './amendments-card.tsx'
import { ArchiveCard } from './archive-card.tsx'
import { CohortsCard } from './cohorts-card.tsx'
import { DeliveryCard } from './delivery-card.tsx'
import { MilestonesCard } from './milestones-card.tsx'
import { ProjectStanding } from './project-standing.tsx'

export type Project = OutputOf<'readProject'>

type Noted = 'startProject' | 'concludeProject' | 'completeProject' | 'archiveProject'
type Reasoned = 'suspendProject' | 'resumeProject' | 'terminateProject'

function movesOf(district: string, project: Project): Move[] {
  const params = { district, id: project.id }
  const ifMatch = project.version
  const noted = (action: string, id: Noted, message: string): Move => ({
    action,
    label: action === 'start' ? t('projects.start') : action === 'conclude' ? t('projects.conclude') : undefined,
    message,
    note: 'optional',
    kind: 'primary',
    send: (note) => call(id, { params, body: { note }, ifMatch } satisfies CallInput<Noted>),
  })
  const reasoned = (action: string, id: Reasoned, message: string, kind: Move['kind']): Move => ({
    action,
    message,
    note: 'required',
    kind,
    send: (note = '') => call(id, { params, body: { note }, ifMatch } satisfies CallInput<Reasoned>),
  })
  return [
    reasoned('terminate', 'terminateProject', t('projects.terminateHelp'), 'danger'),
    reasoned('suspend', 'suspendProject', t('projects.suspendHelp'), 'normal'),
    reasoned('resume', 'resumeProject', t('projects.resumeHelp'), 'primary'),
    noted('start', 'startProject', t('projects.startHelp')),
    noted('conclude', 'concludeProject', t('projects.concludeHelp')),
    noted('complete', 'completeProject', t('projects.completeHelp')),
    noted('archive', 'archiveProject', t('projects.archiveHelp')),
  ]
}

/** A project: what was promised, what came of it, and what happens next. */
export function ProjectPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const params = { district, id }
  const query = useQuery('readProject', { params })
  const history = useQuery('readProjectHistory', { params })
  return (
    <QueryView query={query}>
      {(project) => (
        <>
          <PageHead
            title={project.title}
            crumbs={[
              { label: t('shell.workbench'), href: '/' },
              { label: t('menu.projects'), href: '/projects' },
              { label: project.number },
            ]}
            tags={
              <>
                <StateTag group="project" state={project.state} />
                <Tag>{wordFor('level', project.level)}</Tag>
              </>
            }
            actions={
              <>
                {!inWeChat() && (
                  <Button icon="print" onClick={() => print()}>
                    {t('ui.print')}
                  </Button>
                )}
                <Button href={`/projects/${id}/assessment`}>{t('menu.assessments')}</Button>
                {project.actions.includes('nominate') && (
                  <Button icon="star" href={`/projects/${id}/nominate`}>
                    {t('projects.nominate')}
                  </Button>
                )}
                {project.actions.includes('report') && (
                  <Button href={`/projects/${id}/figures`}>{t('projects.report')}</Button>
                )}
                <DeclareInterest item={id} />
                <MoveButtons offered={project.actions} moves={movesOf(district, project)} />
                {project.actions.includes('prepare') && (
                  <Button kind="primary" href={`/projects/${id}/agreement`}>
                    {t('agreements.readAndConfirm')}
                  </Button>
                )}
                {project.actions.includes('evaluate') && (
                  <Button kind="primary" href={`/projects/${id}/evaluate`}>
                    {t('projects.evaluate')}
                  </Button>
                )}
              </>
            }
          />
          <ProjectStanding project={project} history={history.data?.items} />
          <div class="project">
            <div>
              <section class="card">
                <DescriptionList
                  items={[
                    { label: t('projects.number'), value: project.number },
                    { label: t('projects.unit'), value: project.unitName },
                    { label: t('projects.kind'), value: wordFor('callKind', project.kind) },
                    {
                      label: t('projects.application'),
                      value: <a href={`/applications/${project.applicationId}`}>{t('projects.fullText')}</a>,
                    },
                    {
                      label: t('projects.score'),
                      value:
                        project.score === null ? null : (
                          <>
                            <strong>{formatNumber(project.score, 2)}</strong> <BandTag band={project.band} />{' '}
                            <a href={`/evaluations?subject=${id}`}>{t('projects.whyThisScore')}</a>
                          </>
                        ),
                    },
                    { label: t('projects.approvedAt'), value: formatInstant(project.createdAt) },
                  ]}
                />
              </section>
              <AgreementCard project={project} />
              <DeliveryCard figures={project.figures} />
              <MilestonesCard milestones={project.milestones} state={project.state} />
            </div>
            <div>
              <CohortsCard project={project} />
              <AmendmentsCard project={project} />
              <ArchiveCard id={id} />
              <HistoryCard group="project" query={history} />
            </div>
          </div>
        </>
      )}
    </QueryView>
  )
}
